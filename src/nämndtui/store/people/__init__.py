"""Committees, persons and substitute orders at rest."""
