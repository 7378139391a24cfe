"""The fifth schema version: what seals an adjusted part, and what the locks replace.

``certified_names`` has the name a person had in minutes adjusted before it was changed.
"""

from __future__ import annotations

SEAL_TABLES = (
    """CREATE TABLE part_seals (
        id INTEGER PRIMARY KEY,
        part_id INTEGER NOT NULL UNIQUE REFERENCES minutes_parts,
        form INTEGER NOT NULL CHECK (form > 0),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        sections TEXT NOT NULL CHECK (json_valid(sections))
    ) STRICT""",
    """CREATE TABLE certified_names (
        id INTEGER PRIMARY KEY,
        part_id INTEGER NOT NULL REFERENCES minutes_parts,
        person_id INTEGER NOT NULL REFERENCES persons,
        name TEXT NOT NULL CHECK (name <> ''),
        UNIQUE (part_id, person_id)
    ) STRICT""",
)
_REPLACED_TABLES = (
    *("disqualifications", "non_participations", "handlings", "moved_proposals", "votes"),
    *("statements", "ballots", "movers", "statement_persons", "certified_services"),
    *("generated_texts", "signatures", "adjusters", "presences", "service_overrides"),
    *("paragraphs", "parts", "attendances"),
)
REPLACED_TRIGGERS = (
    *("history_no_update", "history_no_delete", "corrections_no_update", "corrections_no_delete"),
    *("notices_no_delete", "dispatches_sent_stays"),
    *(
        f"{table}_adjusted_{event}"
        for table in _REPLACED_TABLES
        for event in ("insert", "update", "delete")
    ),
)
"""Triggers of databases made before the locks; the locks say the same and more."""
