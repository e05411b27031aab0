"""The Gradio application: one module per tab."""
