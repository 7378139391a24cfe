"""The user wrote the command wrongly: exit code 2, as opposed to a refusal's 1."""

from __future__ import annotations


class UsageError(Exception):
    """``str(error)`` is one line of Swedish saying what to write instead."""
