"""Yrkanden, votes, reservations and assignments as facts."""
