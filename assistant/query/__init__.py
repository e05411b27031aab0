"""What the words of a question mean for the search."""
