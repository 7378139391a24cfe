"""Triggers of the registers: what the committee has been told stays as it was told."""

from __future__ import annotations

_ITEM_ADJUSTED = (
    "OLD.item_id IS NOT NULL AND EXISTS (SELECT 1 FROM paragraphs p JOIN minutes_parts d"
    " ON d.id = p.part_id WHERE p.item_id = OLD.item_id AND d.adjusted_on IS NOT NULL)"
)
_REPORTED = f"OLD.state = 'reported' AND {_ITEM_ADJUSTED}"
_REPORTED_TEXT = "Anmälan står i ett justerat protokoll och kan inte ändras."
_OVERLAP = (
    "EXISTS (SELECT 1 FROM delegation_orders o WHERE o.committee_id = NEW.committee_id"
    " AND o.id <> NEW.id AND o.valid_from <= ifnull(NEW.valid_to, '9999-12-31')"
    " AND ifnull(o.valid_to, '9999-12-31') >= NEW.valid_from)"
)
_OVERLAP_TEXT = "Delegationsordningarnas tider överlappar varandra. Avsluta den förra dagen innan."
_IN_REPORT = (
    "EXISTS (SELECT 1 FROM quarter_reports r, json_each(r.rows) e"
    " WHERE r.committee_id = OLD.committee_id"
    " AND json_extract(e.value, '$.support_id') = OLD.id)"
)
_SNAPSHOT = " OR ".join(
    f"NEW.{name} IS NOT OLD.{name}"
    for name in (
        *("committee_id", "law", "year", "quarter", "revision"),
        *("compiled_on", "elapsed_rule", "rows"),
    )
)
_SNAPSHOT_TEXT = "En sammanställd kvartalsrapport ändras inte. Sammanställ en ny i stället."


def _refuse(name: str, event: str, condition: str, message: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


REGISTER_TRIGGERS = (
    _refuse(
        "delegation_orders_apart_insert", "INSERT ON delegation_orders", _OVERLAP, _OVERLAP_TEXT
    ),
    _refuse(
        "delegation_orders_apart_update", "UPDATE ON delegation_orders", _OVERLAP, _OVERLAP_TEXT
    ),
    _refuse(
        "delegated_decisions_reported_update",
        "UPDATE ON delegated_decisions",
        _REPORTED,
        _REPORTED_TEXT,
    ),
    _refuse(
        "delegated_decisions_reported_delete",
        "DELETE ON delegated_decisions",
        _REPORTED,
        _REPORTED_TEXT,
    ),
    _refuse(
        "reported_matters_reported_update", "UPDATE ON reported_matters", _REPORTED, _REPORTED_TEXT
    ),
    _refuse(
        "reported_matters_reported_delete", "DELETE ON reported_matters", _REPORTED, _REPORTED_TEXT
    ),
    _refuse(
        "support_decisions_superseded_update",
        "UPDATE ON support_decisions",
        # The link itself may be taken away again: that is how a correction is undone.
        "OLD.superseded_by IS NOT NULL AND NEW.superseded_by IS NOT NULL",
        "Raden är rättad. Ändra i den rad som har ersatt den.",
    ),
    _refuse(
        "support_decisions_reported_delete",
        "DELETE ON support_decisions",
        _IN_REPORT,
        "Raden står i en sammanställd rapport och kan inte tas bort. Avsluta eller rätta den.",
    ),
    _refuse(
        "quarter_reports_frozen_update", "UPDATE ON quarter_reports", _SNAPSHOT, _SNAPSHOT_TEXT
    ),
    _refuse(
        "quarter_reports_used_delete",
        "DELETE ON quarter_reports",
        "OLD.item_id IS NOT NULL OR OLD.sent_ivo_on IS NOT NULL"
        " OR OLD.sent_auditors_on IS NOT NULL OR OLD.sent_council_on IS NOT NULL",
        "Rapporten är skickad eller står på en dagordning och kan inte tas bort.",
    ),
)
