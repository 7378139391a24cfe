"""Writing Word documents to disk."""
