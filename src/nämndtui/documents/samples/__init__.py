"""Invented meetings and registers that try every template."""
