"""The registers' rows in ``lista``: columns for people, keys for JSON and CSV.

The keys are the headers that ``importera`` knows. The fast look-ups load this module.
"""

from __future__ import annotations

from datetime import date

from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.states import unenforced_state_of
from nämndtui.store.light.lookup_items import Found

Row = dict[str, object]

REGISTER_COLUMNS = {
    "delegationsbeslut": (
        *("Datum", "Punkt", "Roll", "Diarienummer", "Status", "Anmält", "Se över"),
        "Beskrivning",
    ),
    "ej-verkställda": (
        *("Nyckel", "Lag", "Typ", "Datum", "Kön", "Status", "Verkställd", "Avslutad", "Insats"),
    ),
    "anmälningsärenden": ("Inkom", "Status", "Anmält", "Diarienummer", "Avsändare", "Rubrik"),
}

REGISTER_CSV_KEYS = {
    "delegationsbeslut": (
        *("beslutsdatum", "punkt", "roll", "beslutsfattare", "diarienummer", "beskrivning"),
        *("brådskande", "skäl_för_brådska", "status", "anmält", "sammanträde", "anslaget"),
        *("tveksamheter", "godkänt", "nämndkod"),
    ),
    "ej-verkställda": (
        *("nyckel", "lag", "insats", "typ", "beslutsdatum", "datum_för_verkställt_beslut"),
        *("kön", "skäl", "tackat_nej", "verkställd", "avslutad", "avslutsskäl"),
        *("uppgivna_månader", "anteckning", "slutanmäld", "status", "rättelse", "nämndkod"),
    ),
    "anmälningsärenden": (
        *("avsändare", "rubrik", "diarienummer", "inkom", "status", "sammanträde", "anmält"),
        "nämndkod",
    ),
}


def _decision(row: Found) -> Row:
    return {
        "beslutsdatum": row["decided_on"],
        "punkt": row["point"],
        "roll": row["role"],
        "beslutsfattare": row["decider"],
        "diarienummer": row["dnr"],
        "beskrivning": row["description"],
        "brådskande": bool(row["urgent"]),
        "skäl_för_brådska": row["urgent_reason"],
        "status": _decision_state(row),
        "anmält": _reported_at(row) or None,
        "sammanträde": row["meeting_date"],
        "anslaget": row["posted_on"],
        "tveksamheter": [swedish("decision_doubt", code) for code in _listed(row["doubts"])],
        "godkänt": bool(row["accepted"]),
        "nämndkod": row["committee_code"],
    }


def _unenforced(row: Found) -> Row:
    return {
        "nyckel": row["local_key"],
        "lag": swedish("law", row["law"]),
        "insats": row["measure"],
        "typ": swedish("unenforced_kind", row["kind"]),
        "beslutsdatum": row["start"],
        "datum_för_verkställt_beslut": row["decided_on"],
        "kön": row["sex"],
        "skäl": swedish("unenforced_reason", row["reason"]),
        "tackat_nej": _listed(row["refused_offers"]),
        "verkställd": row["executed_on"],
        "avslutad": row["closed_on"],
        "avslutsskäl": swedish("closed_reason", row["closed_reason"]),
        "uppgivna_månader": row["stated_months"],
        "anteckning": row["note"],
        "slutanmäld": row["final_notice_on"],
        "status": _unenforced_state(row),
        "rättelse": row["correction_reason"],
        "nämndkod": row["committee_code"],
    }


def _matter(row: Found) -> Row:
    return {
        "avsändare": row["origin"],
        "rubrik": row["title"],
        "diarienummer": row["dnr"],
        "inkom": row["received_on"],
        "status": swedish("matter_state", row["state"]),
        "sammanträde": row["meeting_date"],
        "anmält": _reported_at(row) or None,
        "nämndkod": row["committee_code"],
    }


def _decision_cells(row: Found) -> tuple[str, ...]:
    state = "brådskande" if row["urgent"] and row["state"] == "registered" else ""
    doubts = ", ".join(swedish("decision_doubt", code) for code in _listed(row["doubts"]))
    return (
        row["decided_on"],
        row["point"],
        row["role"],
        row["dnr"],
        state or _decision_state(row),
        _reported_at(row) or row["meeting_date"] or "",
        "" if row["accepted"] or row["state"] == "reported" else doubts,
        row["description"],
    )


def _unenforced_cells(row: Found) -> tuple[str, ...]:
    return (
        row["local_key"],
        swedish("law", row["law"]),
        swedish("unenforced_kind", row["kind"]),
        row["start"],
        row["sex"],
        _unenforced_state(row),
        row["executed_on"] or "",
        row["closed_on"] or "",
        row["measure"],
    )


def _matter_cells(row: Found) -> tuple[str, ...]:
    return (
        row["received_on"] or "",
        swedish("matter_state", row["state"]),
        _reported_at(row) or row["meeting_date"] or "",
        row["dnr"],
        row["origin"],
        row["title"],
    )


REGISTER_JSON = {
    "delegationsbeslut": _decision,
    "ej-verkställda": _unenforced,
    "anmälningsärenden": _matter,
}
REGISTER_TABLES = {
    "delegationsbeslut": _decision_cells,
    "ej-verkställda": _unenforced_cells,
    "anmälningsärenden": _matter_cells,
}


def _reported_at(row: Found) -> str:
    """The § a row was reported at: here, or as noted from before the program."""
    if row["state"] == "reported" and row["paragraph"]:
        return f"§ {row['paragraph']}/{row['paragraph_year']}"
    before: str = row.get("reported_at", "")
    return before


def _decision_state(row: Found) -> str:
    """The state in words; one its point exempts from reporting is to be announced instead."""
    if row["to_post"]:
        return swedish("delegated_instead", "to_post")
    return swedish("delegated_state", row["state"])


def _unenforced_state(row: Found) -> str:
    return swedish(
        "unenforced_state",
        unenforced_state_of(
            date.fromisoformat(row["start"]),
            _day(row["executed_on"]),
            _day(row["closed_on"]),
            date.today(),
            notified=bool(row["final_notice_on"]),
            superseded=row["superseded_by"] is not None,
            reported=bool(row["reported"]),
        ),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _listed(text: str) -> list[str]:
    """A JSON column; most rows have an empty list, which needs no parser."""
    if text == "[]":
        return []
    from json import loads

    found: list[str] = loads(text)
    return found
