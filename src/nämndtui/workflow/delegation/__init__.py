"""Verbs for delegation orders, delegated decisions and matters for information."""
