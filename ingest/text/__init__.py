"""Pure functions over Vietnamese text."""
