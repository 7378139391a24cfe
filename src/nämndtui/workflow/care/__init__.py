"""Checking, backing up and restoring a database."""
