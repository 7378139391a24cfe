"""Delegation orders."""
