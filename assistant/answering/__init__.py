"""Evidence in, answer out: extractive, or through a language model."""
