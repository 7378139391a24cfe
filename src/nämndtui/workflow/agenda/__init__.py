"""Verbs that build an agenda: cases, items, attachments, meetings."""
