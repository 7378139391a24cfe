"""Connections, one verb's change, undo, attachment files and the search index."""
