"""What may never change, table by table: adjusted minutes and the logs (D2.2–3, KL 5:69).

Each ``Lock`` says when a row is locked; ``lock_triggers.py`` makes triggers of them that hold at a
bare SQL prompt too: no pragma is needed, and no other row can take a locked row's id or key.
A column is locked unless ``free`` names it, so a new column is locked from the start. When a lock
or a locked table changes, a migration must follow: the triggers are made anew after each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nämndtui.store.locks.certified_names import named_without_copy

ADJUSTED_TEXT = "Protokollet är justerat och kan inte ändras. Gör en rättelse i stället."
PARAGRAPH_TEXT = "Paragrafen är justerad och kan inte ändras. Gör en rättelse i stället."
_ALWAYS = "1"
_VERSION = {"version": _ALWAYS}


@dataclass(frozen=True)
class Lock:
    """When the rows of ``table`` are locked; conditions name the row ``{row}``.

    ``free``: column → when it may change all the same (a condition on OLD and NEW). ``frozen``,
    when given: the only columns that are locked. ``enters``: False when a new row may be born
    locked, or become so. ``changed``: for rows that may change in part, which changes are refused.
    ``alone``: True when the table has triggers of its own against change and deletion, and only
    being replaced is refused here.
    """

    table: str
    locked: str
    text: str = PARAGRAPH_TEXT
    free: Mapping[str, str] = field(default_factory=dict)
    frozen: tuple[str, ...] = ()
    enters: bool = True
    changed: str = ""
    alone: bool = False


def _item(item: str) -> str:
    """A condition: the item has an adjusted §."""
    return (
        "EXISTS (SELECT 1 FROM paragraphs g JOIN minutes_parts d ON d.id = g.part_id"
        f" WHERE g.item_id = {item} AND d.adjusted_on IS NOT NULL)"
    )


def _paragraph(paragraph: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM paragraphs g JOIN minutes_parts d ON d.id = g.part_id"
        f" WHERE g.id = {paragraph} AND d.adjusted_on IS NOT NULL)"
    )


def _part(part: str) -> str:
    return f"EXISTS (SELECT 1 FROM minutes_parts d WHERE d.id = {part} AND d.adjusted_on NOTNULL)"


def _main_part(meeting: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM minutes_parts d WHERE d.meeting_id = {meeting}"
        " AND d.immediate = 0 AND d.adjusted_on NOTNULL)"
    )


def _covered(row: str, what: str) -> str:
    """A condition: ``what`` holds for some adjusted § (``g``) of the row's meeting."""
    return (
        "EXISTS (SELECT 1 FROM agenda_items i JOIN paragraphs g ON g.item_id = i.id"
        f" JOIN minutes_parts d ON d.id = g.part_id WHERE i.meeting_id = {row}.meeting_id"
        f" AND d.adjusted_on NOTNULL AND {what})"
    )


def _within(row: str) -> str:
    first, last = f"ifnull({row}.from_paragraph, 0)", f"ifnull({row}.to_paragraph, 99999)"
    return f"(g.number BETWEEN {first} AND {last})"


def _span(table: str, fixed: tuple[str, ...]) -> Lock:
    """A span of §§ may change outside what is adjusted; ``fixed`` columns count inside (F 24)."""
    new, old = _within("NEW"), _within("OLD")
    other = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in fixed)
    changed = f"({new} <> {old} OR (({new} OR {old}) AND ({other})))"
    return Lock(
        table,
        _covered("{row}", _within("{row}")),
        changed=_covered("OLD", changed) + " OR " + _covered("NEW", changed),
    )


_OWN_ITEM = _item("{row}.item_id")
_ANY_PART = (
    "EXISTS (SELECT 1 FROM minutes_parts d WHERE d.meeting_id = {row}.id AND d.adjusted_on NOTNULL)"
)
_NOTICED = (
    "EXISTS (SELECT 1 FROM notices n WHERE n.part_id = OLD.id AND n.posted_on = NEW.posted_on)"
)
_FINAL = (
    "EXISTS (SELECT 1 FROM minutes_parts d JOIN meetings m ON m.id = d.meeting_id"
    " WHERE d.id = OLD.part_id AND m.state IN ('final', 'archived'))"
)
_ITEM_IN_MINUTES = f"({_item('{row}.id')} OR {_main_part('{row}.meeting_id')})"
_PART_OF_ITEM = (
    f"({_OWN_ITEM} OR EXISTS (SELECT 1 FROM agenda_items i JOIN minutes_parts d"
    " ON d.meeting_id = i.meeting_id AND d.immediate = 0 AND d.adjusted_on NOTNULL"
    " WHERE i.id = {row}.item_id))"
)
_DECIDED_CASE = (
    "EXISTS (SELECT 1 FROM item_cases k JOIN paragraphs g ON g.item_id = k.item_id"
    " JOIN minutes_parts d ON d.id = g.part_id"
    " WHERE k.case_id = {row}.id AND d.adjusted_on NOTNULL)"
)
_REPORTED = "{row}.state = 'reported' AND {row}.item_id NOTNULL AND " + _OWN_ITEM
_IN_REPORT = (
    "({row}.superseded_by NOTNULL OR EXISTS (SELECT 1 FROM quarter_reports q, json_each(q.rows) e"
    " WHERE q.committee_id = {row}.committee_id"
    " AND json_extract(e.value, '$.support_id') = {row}.id))"
)

MINUTES_LOCKS = (
    Lock(
        "minutes_parts",
        "{row}.adjusted_on NOTNULL",
        ADJUSTED_TEXT,
        # The day of notice starts the appeal period: the ledger of notices says which it is.
        {
            **_VERSION,
            "storage_place": "OLD.posted_on IS NULL",
            "posted_on": f"NEW.posted_on NOTNULL AND (OLD.posted_on IS NULL OR {_NOTICED})",
        },
        enters=False,
    ),
    Lock("paragraphs", _part("{row}.part_id"), ADJUSTED_TEXT),
    Lock(
        "meetings",
        _ANY_PART,
        ADJUSTED_TEXT,
        {
            **_VERSION,
            **dict.fromkeys(("state", "summons_date", "cancelled_reason"), _ALWAYS),
            **dict.fromkeys(("group_meetings", "absence_contact"), _ALWAYS),
            # A meeting with a § adjusted at once goes on, and ends later (F 24).
            **dict.fromkeys(("end", "end_date"), f"NOT {_main_part('OLD.id')}"),
        },
    ),
    Lock(
        "agenda_items",
        _ITEM_IN_MINUTES,
        free=dict.fromkeys(("version", "position", "publish"), "1"),
    ),
    Lock("item_cases", _PART_OF_ITEM),
    Lock("proposals", _PART_OF_ITEM),
    Lock("memos", _PART_OF_ITEM),
    Lock("attachments", _PART_OF_ITEM, free=dict.fromkeys(("version", "publish"), _ALWAYS)),
    Lock(
        "cases",
        _DECIDED_CASE,
        "Diarienumret står i ett justerat protokoll och kan inte ändras.",
        frozen=("committee_id", "dnr", "prefix_key", "year", "serial"),
        enters=False,
    ),
    Lock("attendances", _main_part("{row}.meeting_id"), ADJUSTED_TEXT),
    _span("presences", ("meeting_id", "person_id", "capacity", "party", "title", "remote")),
    _span("service_overrides", ("meeting_id", "kind", "seat", "person_id", "reason")),
    Lock(
        "sittings",
        f"({_main_part('{row}.meeting_id')}"
        f" OR {_covered('{row}', 'ifnull({row}.first_paragraph, 0) <= g.number')})",
        free={**_VERSION, "end": f"NOT {_main_part('OLD.meeting_id')}"},
    ),
    *(
        Lock(table, _OWN_ITEM)
        for table in (
            *("disqualifications", "non_participations", "handlings"),
            *("moved_proposals", "votes", "statements"),
        )
    ),
    Lock("ballots", _item("(SELECT v.item_id FROM votes v WHERE v.id = {row}.vote_id)")),
    Lock(
        "movers",
        _item("(SELECT y.item_id FROM moved_proposals y WHERE y.id = {row}.proposal_id)"),
        free={},
    ),
    Lock(
        "statement_persons",
        _item("(SELECT s.item_id FROM statements s WHERE s.id = {row}.statement_id)"),
        free={},
    ),
    *(
        Lock(table, _paragraph("{row}.paragraph_id"))
        for table in ("certified_services", "generated_texts")
    ),
    *(Lock(table, _part("{row}.part_id")) for table in ("signatures", "adjusters")),
    # Archiving is noted on parts adjusted long ago, and can be undone.
    Lock("part_steps", "{row}.kind <> 'archived' AND " + _part("{row}.part_id")),
)
LOG_LOCKS = (
    Lock("history", "1", "Historiken kan inte ändras.", enters=False),
    Lock(
        "corrections",
        "1",
        "En rättelse kan inte ändras eller tas bort. Gör en ny.",
        enters=False,
    ),
    Lock("part_seals", "1", ADJUSTED_TEXT, enters=False),
    Lock(
        "persons",
        f"EXISTS (SELECT 1 FROM minutes_parts d WHERE {named_without_copy('{row}.id')})",
        "Namnet står i ett justerat protokoll. Byt det i programmet, så behåller protokollet sitt.",
        frozen=("name",),
        enters=False,
    ),
    # A name kept from before it was changed; when the change is undone there is nothing to keep.
    Lock(
        "certified_names",
        "{row}.name IS NOT (SELECT p.name FROM persons p WHERE p.id = {row}.person_id)",
        ADJUSTED_TEXT,
        enters=False,
    ),
    Lock(
        "notices",
        "1",
        "Ett anslag kan inte ändras eller tas bort ur liggaren. Ange när det togs ned.",
        # Laga kraft is counted from these days; until it is noted, a mistyped one is put right.
        {**_VERSION, "taken_down_on": f"OLD.taken_down_on IS NULL OR NOT {_FINAL}"},
        enters=False,
    ),
    Lock(
        "notice_corrections",
        "1",
        "En rättelse i anslagsliggaren kan inte ändras eller tas bort. Gör en ny.",
        enters=False,
    ),
    Lock(
        "dispatches",
        "{row}.sent_on NOTNULL",
        "Det som är expedierat står kvar i liggaren.",
        # When and how may be put right or taken back, as long as it says what went to whom.
        {**_VERSION, **dict.fromkeys(("sent_on", "way", "sent_by"), _ALWAYS)},
        enters=False,
    ),
)
REGISTER_LOCKS = (
    *(
        Lock(
            table,
            _REPORTED,
            "Anmälan står i ett justerat protokoll och kan inte ändras.",
            enters=False,
            alone=True,
        )
        for table in ("delegated_decisions", "reported_matters")
    ),
    Lock(
        "quarter_reports",
        "1",
        "En sammanställd kvartalsrapport ändras inte. Sammanställ en ny i stället.",
        enters=False,
        alone=True,
    ),
    Lock(
        "support_decisions",
        _IN_REPORT,
        "Raden står i en sammanställd rapport och kan inte tas bort. Avsluta eller rätta den.",
        enters=False,
        alone=True,
    ),
)
_SENT = "Det som har skickats ligger fast. Skicka en ny version i ett tillägg."
SENDING_LOCKS = (
    Lock("sendings", "{row}.sealed = 1", _SENT, enters=False, alone=True),
    Lock(
        "sent_documents",
        "EXISTS (SELECT 1 FROM sendings s WHERE s.id = {row}.sending_id AND s.sealed = 1)",
        _SENT,
        enters=False,
        alone=True,
    ),
)
LOCKS = (*MINUTES_LOCKS, *LOG_LOCKS, *REGISTER_LOCKS, *SENDING_LOCKS)
