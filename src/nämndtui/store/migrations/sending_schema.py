"""Tables of what went out before a meeting, and the triggers that keep it (fourth schema version).

A sending is written, then sealed: from then on its documents can be neither changed, removed nor
added to, at a SQL prompt either. Only the newest sending of a meeting that has not begun may be
unsealed: that is how marking it as sent is undone.
"""

from __future__ import annotations

_TEXT = "Det som har skickats ligger fast. Skicka en ny version i ett tillägg."
_SEALED = "EXISTS (SELECT 1 FROM sendings WHERE id = {sending} AND sealed = 1)"
_NEWEST = (
    "NOT EXISTS (SELECT 1 FROM sendings s"
    " WHERE s.meeting_id = OLD.meeting_id AND s.seq > OLD.seq)"
    " AND (SELECT state FROM meetings WHERE id = OLD.meeting_id)"
    " IN ('planned', 'preparing', 'summoned')"
)
_OTHER = " OR ".join(
    f"NEW.{name} IS NOT OLD.{name}" for name in ("id", "meeting_id", "seq", "kind", "sent_on")
)

SENDING_TABLES = (
    """CREATE TABLE sendings (
        id INTEGER PRIMARY KEY,
        meeting_id INTEGER NOT NULL REFERENCES meetings,
        seq INTEGER NOT NULL CHECK (seq > 0),
        kind TEXT NOT NULL CHECK (kind IN ('summons', 'supplement')),
        sent_on TEXT NOT NULL CHECK (sent_on GLOB '????-??-??'),
        sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
        UNIQUE (meeting_id, seq)
    ) STRICT""",
    """CREATE TABLE sent_documents (
        id INTEGER PRIMARY KEY,
        sending_id INTEGER NOT NULL REFERENCES sendings,
        item_id INTEGER NOT NULL REFERENCES agenda_items,
        kind TEXT NOT NULL CHECK (kind IN ('item_page', 'memo', 'attachment')),
        key TEXT NOT NULL DEFAULT '' CHECK ((kind = 'attachment') = (key <> '')),
        title TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        content TEXT NOT NULL CHECK (json_valid(content)),
        item_number INTEGER CHECK (item_number > 0),
        item_title TEXT NOT NULL,
        withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
        removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
        UNIQUE (sending_id, item_id, kind, key)
    ) STRICT""",
)

SENDING_INDEXES = ("CREATE INDEX sent_documents_item ON sent_documents (item_id)",)


def _refuse(name: str, event: str, condition: str, message: str = _TEXT) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


SENDING_TRIGGERS = (
    _refuse(
        "sendings_in_order",
        "INSERT ON sendings",
        # Whoever replaces a sending by INSERT OR REPLACE would remove it without a DELETE.
        "EXISTS (SELECT 1 FROM sendings WHERE id = NEW.id) OR NEW.seq <> 1 + ifnull("
        "(SELECT max(seq) FROM sendings WHERE meeting_id = NEW.meeting_id), 0)",
    ),
    _refuse(
        "sendings_sealed_update",
        "UPDATE ON sendings",
        f"{_OTHER} OR (NEW.sealed < OLD.sealed AND NOT ({_NEWEST}))",
    ),
    _refuse("sendings_sealed_delete", "DELETE ON sendings", "OLD.sealed = 1"),
    _refuse(
        "sent_documents_sealed_insert",
        "INSERT ON sent_documents",
        f"{_SEALED.format(sending='NEW.sending_id')}"
        " OR EXISTS (SELECT 1 FROM sent_documents WHERE id = NEW.id)",
    ),
    _refuse("sent_documents_no_update", "UPDATE ON sent_documents", "1"),
    _refuse(
        "sent_documents_sealed_delete",
        "DELETE ON sent_documents",
        _SEALED.format(sending="OLD.sending_id"),
    ),
)
