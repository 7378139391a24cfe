"""The part of the organisation a delegated decision belongs to (A7): *Hemtjänst*, for one."""

from __future__ import annotations

OPERATION = ("ALTER TABLE delegated_decisions ADD COLUMN operation TEXT NOT NULL DEFAULT ''",)
