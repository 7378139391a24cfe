"""Yrkanden, votes, reservations and notes at rest."""
