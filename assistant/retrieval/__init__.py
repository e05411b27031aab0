"""Hybrid retrieval: two ranked lists in, one out."""
