"""Triggers: rules that hold even for someone with a SQL prompt.

Sent agendas keep their numbers, and § numbers have no gaps; ``locks.py`` says what is never
changed at all. The Swedish message of a trigger reaches the user through ``database.py``.
"""

from __future__ import annotations

_SENT_STATES = "('planned', 'preparing', 'cancelled')"
_SENT = "(SELECT state FROM meetings WHERE id = OLD.meeting_id) NOT IN " + _SENT_STATES
_SENT_TEXT = "Kallelsen är skickad: punkternas nummer ligger fast."


def _refuse(name: str, event: str, condition: str, message: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


TRIGGERS = (
    _refuse(
        "paragraphs_keep_number",
        "UPDATE OF number, year, committee_id ON paragraphs",
        "NEW.number <> OLD.number OR NEW.year <> OLD.year OR NEW.committee_id <> OLD.committee_id",
        "Ett paragrafnummer ändras aldrig.",
    ),
    _refuse(
        "paragraphs_no_gap_on_insert",
        "INSERT ON paragraphs",
        # The first § of a year may be any: a committee can start with the program in September.
        "NEW.number - 1 <> (SELECT max(number) FROM paragraphs"
        " WHERE committee_id = NEW.committee_id AND year = NEW.year)",
        "Paragrafnumren ska följa på varandra utan lucka.",
    ),
    _refuse(
        "paragraphs_no_gap_on_delete",
        "DELETE ON paragraphs",
        "EXISTS (SELECT 1 FROM paragraphs WHERE committee_id = OLD.committee_id"
        " AND year = OLD.year AND number > OLD.number)",
        "Paragrafen följs av andra och kan inte tas bort utan att det blir en lucka.",
    ),
    _refuse(
        "items_keep_sent_number",
        "UPDATE OF number ON agenda_items",
        f"OLD.number IS NOT NULL AND NEW.number IS NOT OLD.number AND {_SENT}",
        _SENT_TEXT,
    ),
    _refuse(
        "items_stay_when_sent",
        "DELETE ON agenda_items",
        f"OLD.meeting_id IS NOT NULL AND OLD.late = 'no' AND {_SENT}",
        "Kallelsen är skickad: låt punkten utgå i stället för att ta bort den.",
    ),
)
