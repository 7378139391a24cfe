"""Verbs for committees, persons and substitute orders."""
