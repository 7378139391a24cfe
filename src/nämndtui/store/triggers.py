"""Triggers: rules that hold even for someone with a SQL prompt.

Adjusted minutes and the history are append-only, sent agendas keep their numbers, and § numbers
have no gaps. The Swedish message of a trigger reaches the user through ``connection.py``.
"""

from __future__ import annotations

_ADJUSTED = "EXISTS (SELECT 1 FROM minutes_parts WHERE id = {part} AND adjusted_on IS NOT NULL)"
_MEETING_ADJUSTED = (
    "EXISTS (SELECT 1 FROM minutes_parts WHERE meeting_id = {meeting} AND immediate = 0"
    " AND adjusted_on IS NOT NULL)"
)
_ADJUSTED_TEXT = "Protokollet är justerat och kan inte ändras. Gör en rättelse i stället."
_SENT_STATES = "('planned', 'preparing', 'cancelled')"
_SENT = "(SELECT state FROM meetings WHERE id = OLD.meeting_id) NOT IN " + _SENT_STATES
_SENT_TEXT = "Kallelsen är skickad: punkternas nummer ligger fast."


def _refuse(name: str, event: str, condition: str, message: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


TRIGGERS = (
    _refuse("history_no_update", "UPDATE ON history", "1", "Historiken kan inte ändras."),
    _refuse("history_no_delete", "DELETE ON history", "1", "Historiken kan inte tas bort."),
    _refuse(
        "paragraphs_adjusted_update",
        "UPDATE ON paragraphs",
        _ADJUSTED.format(part="OLD.part_id"),
        _ADJUSTED_TEXT,
    ),
    _refuse(
        "paragraphs_adjusted_delete",
        "DELETE ON paragraphs",
        _ADJUSTED.format(part="OLD.part_id"),
        _ADJUSTED_TEXT,
    ),
    _refuse(
        "paragraphs_adjusted_insert",
        "INSERT ON paragraphs",
        _ADJUSTED.format(part="NEW.part_id"),
        _ADJUSTED_TEXT,
    ),
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
        "parts_adjusted_update",
        "UPDATE ON minutes_parts",
        "OLD.adjusted_on IS NOT NULL AND (NEW.adjusted_on IS NOT OLD.adjusted_on"
        " OR NEW.meeting_id <> OLD.meeting_id OR NEW.immediate <> OLD.immediate)",
        _ADJUSTED_TEXT,
    ),
    _refuse(
        "parts_adjusted_delete",
        "DELETE ON minutes_parts",
        "OLD.adjusted_on IS NOT NULL",
        _ADJUSTED_TEXT,
    ),
    _refuse(
        "attendances_adjusted_insert",
        "INSERT ON attendances",
        _MEETING_ADJUSTED.format(meeting="NEW.meeting_id"),
        _ADJUSTED_TEXT,
    ),
    _refuse(
        "attendances_adjusted_update",
        "UPDATE ON attendances",
        _MEETING_ADJUSTED.format(meeting="OLD.meeting_id"),
        _ADJUSTED_TEXT,
    ),
    _refuse(
        "attendances_adjusted_delete",
        "DELETE ON attendances",
        _MEETING_ADJUSTED.format(meeting="OLD.meeting_id"),
        _ADJUSTED_TEXT,
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
