"""Committees, persons, mandates, seats, and the order in which substitutes are called in."""
