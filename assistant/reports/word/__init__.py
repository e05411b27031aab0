"""A report draft as a Word file in the form of the office, every figure with its source."""
