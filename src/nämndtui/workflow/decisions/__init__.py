"""Verbs of deciding: yrkanden, proposition, votes, reservations, decisions."""
