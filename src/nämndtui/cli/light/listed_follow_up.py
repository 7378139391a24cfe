"""Assignments, dispatch ledger and deadlines in ``lista``: columns, JSON and CSV keys.

The fast look-ups load this module.
"""

from __future__ import annotations

from nämndtui.cli.light.text_layout import unmarked
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.light.lookup_items import Found

Row = dict[str, object]

OWN_RULE = "egen regel"
"""What a deadline rests on when no law says it."""

FOLLOW_UP_COLUMNS = {
    "uppdrag": ("Senast", "Status", "Paragraf", "Ansvarig", "Uppdrag"),
    "expediering": ("Status", "Skickat", "Sätt", "Paragraf", "Mottagare", "Handling", "Rubrik"),
    "bevakning": ("Senast", "Läge", "Källa", "Vad"),
}
_DECISION = ("paragraf", "år", "datum", "rubrik", "diarienummer", "nämndkod")
FOLLOW_UP_CSV_KEYS = {
    "uppdrag": ("uppdrag", "ansvarig", "senast", "status", "besvarat", "anteckning", *_DECISION),
    "expediering": (
        *("mottagare", "främmande_diarienummer", "handling", "status", "justerat", "skickat"),
        *("sätt", "skickat_av", *_DECISION),
    ),
    "bevakning": ("senast", "dagar", "läge", "vad", "källa", "slag", "nämndkod"),
}


def _assignment(row: Found) -> Row:
    return {
        "uppdrag": unmarked(row["task"]),
        "ansvarig": row["assignee"],
        "senast": row["due"],
        "status": swedish("assignment_state", row["state"]),
        "besvarat": row["answered_on"],
        "anteckning": row["note"],
        **_given_by(row),
    }


def _dispatch(row: Found) -> Row:
    return {
        "mottagare": unmarked(row["recipient"]),
        "främmande_diarienummer": row["foreign_dnr"],
        "handling": row["what"],
        "status": swedish("dispatch_state", row["state"]),
        "justerat": row["adjusted_on"],
        "skickat": row["sent_on"],
        "sätt": swedish("dispatch_way", row["way"]) if row["way"] else None,
        "skickat_av": row["sent_by"] or None,
        **_given_by(row),
    }


def _deadline(row: Found) -> Row:
    return {
        "senast": row["due"],
        "dagar": row["days"],
        "läge": swedish("urgency", row["urgency"]) or None,
        "vad": unmarked(row["text"]),
        "källa": row["basis"] or OWN_RULE,
        "slag": swedish("deadline", row["kind"]),
        "nämndkod": row["committee_code"],
    }


def _given_by(row: Found) -> Row:
    return {
        "paragraf": row["number"],
        "år": row["year"],
        "datum": row["date"],
        "rubrik": unmarked(row["title"]),
        "diarienummer": row["dnrs"].split(", ") if row["dnrs"] else [],
        "nämndkod": row["committee_code"],
    }


def _assignment_cells(row: Found) -> tuple[str, ...]:
    return (
        row["due"] or "",
        swedish("assignment_state", row["state"]),
        f"§ {row['number']}/{row['year']}",
        row["assignee"],
        row["task"],
    )


def _dispatch_cells(row: Found) -> tuple[str, ...]:
    return (
        swedish("dispatch_state", row["state"]),
        row["sent_on"] or "",
        swedish("dispatch_way", row["way"]) if row["way"] else "",
        f"§ {row['number']}/{row['year']}",
        f"{row['recipient']} ({row['foreign_dnr']})" if row["foreign_dnr"] else row["recipient"],
        "" if row["what"] == "protokollsutdrag" else row["what"],
        row["title"],
    )


def _deadline_cells(row: Found) -> tuple[str, ...]:
    urgency = swedish("urgency", row["urgency"])
    return (row["due"], urgency, row["basis"] or OWN_RULE, row["text"])


FOLLOW_UP_JSON = {"uppdrag": _assignment, "expediering": _dispatch, "bevakning": _deadline}
FOLLOW_UP_TABLES = {
    "uppdrag": _assignment_cells,
    "expediering": _dispatch_cells,
    "bevakning": _deadline_cells,
}
