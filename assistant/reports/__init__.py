"""Drafting reports: facts from the sources first, then sentences that rest on them, then a Word file."""
