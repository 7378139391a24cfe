"""Attendance at rest."""
