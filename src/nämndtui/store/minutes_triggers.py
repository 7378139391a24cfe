"""Triggers: an adjusted §, its votes and its attendance are immutable; logs are append-only (D2.3).

They hold even for someone with a SQL prompt. Facts of the whole meeting (stays, overrides,
sittings) may change only in §§ that are not adjusted, which matters while an immediately
adjusted § stands beside others (F 24).
"""

from __future__ import annotations

from collections.abc import Iterator

_TEXT = "Paragrafen är justerad och kan inte ändras. Gör en rättelse i stället."
_ADJUSTED_ITEM = (
    "EXISTS (SELECT 1 FROM paragraphs g JOIN minutes_parts d ON d.id = g.part_id"
    " WHERE g.item_id = {item} AND d.adjusted_on IS NOT NULL)"
)
_ADJUSTED_PARAGRAPH = (
    "EXISTS (SELECT 1 FROM paragraphs g JOIN minutes_parts d ON d.id = g.part_id"
    " WHERE g.id = {paragraph} AND d.adjusted_on IS NOT NULL)"
)
_ADJUSTED_PART = (
    "EXISTS (SELECT 1 FROM minutes_parts WHERE id = {part} AND adjusted_on IS NOT NULL)"
)
_COVERED = (
    "EXISTS (SELECT 1 FROM paragraphs g JOIN minutes_parts d ON d.id = g.part_id"
    " JOIN agenda_items i ON i.id = g.item_id"
    " WHERE i.meeting_id = {row}.meeting_id AND d.adjusted_on IS NOT NULL AND {what})"
)
_WITHIN = "(g.number BETWEEN ifnull({row}.from_paragraph, 0) AND ifnull({row}.to_paragraph, 99999))"
_EVENTS = {"insert": "INSERT", "update": "UPDATE", "delete": "DELETE"}


def _refuse(table: str, name: str, event: str, condition: str, message: str = _TEXT) -> str:
    return (
        f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def _guarded(table: str, condition: str, key: str) -> Iterator[str]:
    """Refuse every change of rows whose ``key`` leads to something adjusted."""
    for name, event in _EVENTS.items():
        rows = ("NEW", "OLD") if name == "update" else ("NEW",) if name == "insert" else ("OLD",)
        either = " OR ".join(condition.format(key=f"{row}.{key}") for row in rows)
        yield _refuse(table, f"adjusted_{name}", event, either)


def _append_only(table: str, message: str) -> Iterator[str]:
    yield _refuse(table, "no_update", "UPDATE", "1", message)
    yield _refuse(table, "no_delete", "DELETE", "1", message)


def _spans(table: str, fixed: tuple[str, ...]) -> Iterator[str]:
    """A span of §§ may change only outside what is adjusted; ``fixed`` columns count inside."""
    new, old = _WITHIN.format(row="NEW"), _WITHIN.format(row="OLD")
    other = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in fixed)
    changed = f"({new} <> {old} OR (({new} OR {old}) AND ({other})))"
    yield _refuse(table, "adjusted_insert", "INSERT", _COVERED.format(row="NEW", what=new))
    yield _refuse(table, "adjusted_update", "UPDATE", _COVERED.format(row="OLD", what=changed))
    yield _refuse(table, "adjusted_delete", "DELETE", _COVERED.format(row="OLD", what=old))


_BY_ITEM = _ADJUSTED_ITEM.format(item="{key}")
_BY_PARAGRAPH = _ADJUSTED_PARAGRAPH.format(paragraph="{key}")
_BY_VOTE = _ADJUSTED_ITEM.format(item="(SELECT item_id FROM votes WHERE id = {key})")
_BY_PROPOSAL = _ADJUSTED_ITEM.format(item="(SELECT item_id FROM moved_proposals WHERE id = {key})")
_BY_STATEMENT = _ADJUSTED_ITEM.format(item="(SELECT item_id FROM statements WHERE id = {key})")
_BY_PART = _ADJUSTED_PART.format(part="{key}")

MINUTES_TRIGGERS = (
    *_guarded("disqualifications", _BY_ITEM, "item_id"),
    *_guarded("non_participations", _BY_ITEM, "item_id"),
    *_guarded("handlings", _BY_ITEM, "item_id"),
    *_guarded("moved_proposals", _BY_ITEM, "item_id"),
    *_guarded("votes", _BY_ITEM, "item_id"),
    *_guarded("statements", _BY_ITEM, "item_id"),
    *_guarded("ballots", _BY_VOTE, "vote_id"),
    *_guarded("movers", _BY_PROPOSAL, "proposal_id"),
    *_guarded("statement_persons", _BY_STATEMENT, "statement_id"),
    *_guarded("certified_services", _BY_PARAGRAPH, "paragraph_id"),
    *_guarded("generated_texts", _BY_PARAGRAPH, "paragraph_id"),
    *_guarded("signatures", _BY_PART, "part_id"),
    *_guarded("adjusters", _BY_PART, "part_id"),
    *_spans("presences", ("person_id", "capacity", "remote")),
    *_spans("service_overrides", ("kind", "seat", "person_id")),
    *_append_only("corrections", "En rättelse kan inte ändras eller tas bort. Gör en ny."),
    _refuse(
        "corrections",
        "only_adjusted",
        "INSERT",
        f"NOT {_ADJUSTED_PARAGRAPH.format(paragraph='NEW.paragraph_id')}",
        "Paragrafen är inte justerad. Ändra texten i stället för att rätta.",
    ),
    _refuse(
        "notices",
        "no_delete",
        "DELETE",
        "1",
        "Ett anslag kan inte tas bort ur liggaren. Ange när det togs ned.",
    ),
    _refuse(
        "dispatches",
        "sent_stays",
        "DELETE",
        "OLD.sent_on IS NOT NULL",
        "Det som är expedierat står kvar i liggaren.",
    ),
)
