"""Verbs of the roll: who comes, goes, serves, presides; jäv and sittings."""
