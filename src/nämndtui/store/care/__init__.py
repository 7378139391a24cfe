"""Backup, and the questions that find what must not be."""
