"""Widgets used on many screens."""
