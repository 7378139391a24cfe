"""Counts as text."""

from __future__ import annotations

_NARROW_SPACE = "\u00a0"


def counted(number: int, at_least: bool = False) -> str:
    """``1 204``; ``minst 2 000`` when there may be more."""
    text = f"{number:,}".replace(",", _NARROW_SPACE)
    return f"minst {text}" if at_least else text
