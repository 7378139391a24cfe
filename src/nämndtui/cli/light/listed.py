"""The rows of ``lista``: columns for people, keys for JSON and CSV.

The fast look-ups load this module; what only a register needs is loaded with the register.
"""

from __future__ import annotations

from collections.abc import Callable

from nämndtui.cli.light.listed_follow_up import (
    FOLLOW_UP_COLUMNS,
    FOLLOW_UP_CSV_KEYS,
    FOLLOW_UP_JSON,
    FOLLOW_UP_TABLES,
)
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.light.lookup_items import Found

Row = dict[str, object]

REGISTERS = ("delegationsbeslut", "ej-verkställda", "anmälningsärenden")
"""The kinds whose columns stand in the registers' descriptions."""

_COLUMNS = {
    "ärenden": ("Diarienummer", "Typ", "Status", "Öppnat", "Rubrik"),
    "sammanträden": ("Datum", "Tid", "Slag", "Punkter", "Paragrafer", "Status", "Plats"),
    "punkter": ("Sammanträde", "Nr", "Paragraf", "Status", "Bilagor", "Diarienummer", "Rubrik"),
    "ledamöter": ("Uppdrag", "Parti", "Från", "Till", "Namn"),
    **FOLLOW_UP_COLUMNS,
}


def _case(row: Found) -> Row:
    return {
        "diarienummer": row["dnr"],
        "rubrik": row["title"],
        "typ": swedish("case_type", row["case_type"]),
        "status": swedish("case_state", row["state"]),
        "öppnat": row["opened"],
        "avslutat": row["closed"],
        "väckt": row["raised_on"],
        "nämndkod": row["committee_code"],
    }


def _meeting(row: Found) -> Row:
    return {
        "datum": row["date"],
        "tid": row["start"],
        "plats": row["place"],
        "slag": swedish("meeting_kind", row["kind"]),
        "status": swedish("meeting_state", row["state"]),
        "punkter": row["items"],
        "första_paragraf": row["first_paragraph"],
        "sista_paragraf": row["last_paragraph"],
        "nämndkod": row["committee_code"],
    }


def _item(row: Found) -> Row:
    return {
        "datum": row["date"],
        "nummer": row["number"],
        "rubrik": row["title"],
        "slag": swedish("item_kind", row["kind"]),
        "status": swedish("item_state", row["state"]),
        "sen": swedish("late", row["late"]),
        "diarienummer": row["dnrs"].split(", ") if row["dnrs"] else [],
        "paragraf": row["paragraph"],
        "antal_bilagor": row["attachments"],
        "nämndkod": row["committee_code"],
    }


def _mandate(row: Found) -> Row:
    return {
        "namn": row["name"],
        "parti": row["party"],
        "uppdrag": swedish("office", row["office"]),
        "ordning": row["rank"],
        "från": row["valid_from"],
        "till": row["valid_to"],
        "nämndkod": row["committee_code"],
    }


_JSON: dict[str, Callable[[Found], Row]] = {
    "ärenden": _case,
    "sammanträden": _meeting,
    "punkter": _item,
    "ledamöter": _mandate,
    **FOLLOW_UP_JSON,
}


def _case_cells(row: Found) -> tuple[str, ...]:
    kind, state = swedish("case_type", row["case_type"]), swedish("case_state", row["state"])
    return (row["dnr"], kind, state, row["opened"] or "", row["title"])


def _meeting_cells(row: Found) -> tuple[str, ...]:
    first, last = row["first_paragraph"], row["last_paragraph"]
    marks = "" if first is None else f"§ {first}" if first == last else f"§§ {first}–{last}"
    return (
        row["date"],
        row["start"].replace(":", "."),
        "" if row["kind"] == "ordinary" else swedish("meeting_kind", row["kind"]),
        str(row["items"] or ""),
        marks,
        swedish("meeting_state", row["state"]),
        row["place"],
    )


def _item_cells(row: Found) -> tuple[str, ...]:
    return (
        row["date"] or "väntar",
        str(row["number"] or ""),
        f"§ {row['paragraph']}" if row["paragraph"] else "",
        swedish("item_state", row["state"]),
        str(row["attachments"] or ""),
        row["dnrs"] or "",
        row["title"],
    )


def _mandate_cells(row: Found) -> tuple[str, ...]:
    office = swedish("office", row["office"])
    return (office, row["party"], row["valid_from"], row["valid_to"] or "", row["name"])


_TABLES: dict[str, Callable[[Found], tuple[str, ...]]] = {
    "ärenden": _case_cells,
    "sammanträden": _meeting_cells,
    "punkter": _item_cells,
    "ledamöter": _mandate_cells,
    **FOLLOW_UP_TABLES,
}

_CSV_KEYS = {
    "ärenden": (
        *("diarienummer", "rubrik", "typ", "status", "öppnat", "avslutat", "väckt", "nämndkod"),
    ),
    "sammanträden": (
        *("datum", "tid", "plats", "slag", "status", "punkter"),
        *("första_paragraf", "sista_paragraf", "nämndkod"),
    ),
    "punkter": (
        *("datum", "nummer", "rubrik", "slag", "status", "sen", "diarienummer", "paragraf"),
        *("antal_bilagor", "nämndkod"),
    ),
    "ledamöter": ("namn", "parti", "uppdrag", "ordning", "från", "till", "nämndkod"),
    **FOLLOW_UP_CSV_KEYS,
}


def headings_of(kind: str) -> tuple[str, ...]:
    """The headings of the table of ``kind``, from the left."""
    if kind in REGISTERS:
        from nämndtui.cli.light.listed_registers import register_headings

        return register_headings(kind)
    return _COLUMNS[kind]


def cells_of(kind: str) -> Callable[[Found], tuple[str, ...]]:
    """What makes one row of the table of ``kind``."""
    if kind in REGISTERS:
        from nämndtui.cli.light.listed_registers import register_cells

        return register_cells(kind)
    return _TABLES[kind]


def json_of(kind: str) -> Callable[[Found], Row]:
    """What makes one row of a list of ``kind`` with its Swedish keys."""
    if kind in REGISTERS:
        from nämndtui.cli.light.listed_registers import register_json

        return register_json(kind)
    return _JSON[kind]


def csv_keys_of(kind: str) -> tuple[str, ...]:
    """The keys of a list of ``kind``, in order."""
    if kind in REGISTERS:
        from nämndtui.cli.light.listed_registers import register_csv_keys

        return register_csv_keys(kind)
    return _CSV_KEYS[kind]
