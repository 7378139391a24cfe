"""Markdown, tables and short lists as lines on a screen."""
