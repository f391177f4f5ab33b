"""One file a format: each reads a document into the same blocks."""
