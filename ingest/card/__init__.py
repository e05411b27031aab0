"""The identity card of a document: what it says about itself, each value with the place it stands at."""
