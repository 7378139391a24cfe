"""The chair's finding, kept apart from what a vote then decided (KL 5:53)."""

from __future__ import annotations

FINDING_COLUMNS = ("ALTER TABLE handlings ADD COLUMN finding TEXT NOT NULL DEFAULT ''",)
