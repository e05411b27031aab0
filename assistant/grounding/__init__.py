"""Citations in a generated text, checked against the evidence it was given."""
