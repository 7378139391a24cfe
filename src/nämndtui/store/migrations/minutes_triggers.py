"""Triggers of the facts behind the minutes; ``locks.py`` makes what is adjusted immutable."""

from __future__ import annotations

MINUTES_TRIGGERS = (
    "CREATE TRIGGER corrections_only_adjusted BEFORE INSERT ON corrections WHEN NOT EXISTS ("
    "SELECT 1 FROM paragraphs g JOIN minutes_parts d ON d.id = g.part_id"
    " WHERE g.id = NEW.paragraph_id AND d.adjusted_on IS NOT NULL)"
    " BEGIN SELECT RAISE(ABORT,"
    " 'Paragrafen är inte justerad. Ändra texten i stället för att rätta.'); END",
)
