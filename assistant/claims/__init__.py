"""Checking a draft against the sources: its claims, the evidence for each, a verdict and what a person decided."""
