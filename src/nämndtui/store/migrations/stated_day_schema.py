"""The day an imported, typed number of months was read in: what it is to be held against.

Ninth migration.
"""

from __future__ import annotations

STATED_DAY = (
    "ALTER TABLE support_decisions ADD COLUMN stated_on TEXT CHECK (stated_on GLOB '????-??-??')",
)
