"""Days of notices noted wrongly, beside the ledger that keeps them (seventh schema version).

A notice stays in the ledger as it was written; what was wrong about its day is a row of its own,
which is never changed either.
"""

from __future__ import annotations

_DAY = "TEXT NOT NULL CHECK ({0} GLOB '????-??-??')"
_STAYS = "En rättelse i anslagsliggaren kan inte ändras eller tas bort. Gör en ny."


def _append_only(event: str) -> str:
    return (
        f"CREATE TRIGGER notice_corrections_no_{event.lower()} BEFORE {event} ON notice_corrections"
        f" BEGIN SELECT RAISE(ABORT, '{_STAYS}'); END"
    )


NOTICE_STATEMENTS = (
    f"""CREATE TABLE notice_corrections (
        id INTEGER PRIMARY KEY,
        part_id INTEGER NOT NULL REFERENCES minutes_parts,
        wrong_day {_DAY.format("wrong_day")},
        right_day {_DAY.format("right_day")},
        made_on {_DAY.format("made_on")},
        made_by TEXT NOT NULL CHECK (made_by <> ''),
        reason TEXT NOT NULL CHECK (trim(reason) <> ''),
        CHECK (wrong_day <> right_day)
    ) STRICT""",
    "CREATE INDEX notice_corrections_part ON notice_corrections (part_id)",
    _append_only("UPDATE"),
    _append_only("DELETE"),
)
