"""Unenforced decisions and quarter reports at rest."""
