"""The catalogue (SQLite) and the two derived indexes: Chroma for vectors, tantivy for terms."""
