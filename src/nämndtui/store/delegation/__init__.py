"""Delegation orders, delegated decisions and matters for information at rest."""
