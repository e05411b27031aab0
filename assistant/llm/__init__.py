"""The only place that knows LangChain chat models."""
