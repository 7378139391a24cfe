"""Dialogs: each returns a typed value, or None when the user changed their mind."""
