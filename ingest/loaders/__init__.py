"""One module per file format; each turns bytes into raw pages."""
