"""From a file to a Document and its Chunks: no database, no model, no network."""
