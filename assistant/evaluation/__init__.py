"""Metrics of retrieval and answers."""
