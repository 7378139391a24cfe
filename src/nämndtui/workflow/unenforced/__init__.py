"""Verbs for unenforced decisions and their quarter reports."""
