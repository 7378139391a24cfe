"""Days of notices noted wrongly, beside the ledger that keeps them (seventh schema version).

A notice stays in the ledger as it was written; what was wrong about its day is a row of its own,
which is never changed either (``locks.py``).
"""

from __future__ import annotations

_DAY = "TEXT NOT NULL CHECK ({0} GLOB '????-??-??')"

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
)
