"""Measurements anyone can run; their output is what README quotes."""
