"""Verbs after the decisions: closing, adjusting, notice, correction, dispatch."""
