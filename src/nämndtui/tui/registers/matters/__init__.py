"""Matters for information."""
