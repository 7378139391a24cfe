"""A CSV file standing in for a list of objects in a package folder."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import Any
from unicodedata import normalize

from nämndtui.exchange.package.check.schema import nearest_key
from nämndtui.exchange.package.error import PackageError
from nämndtui.exchange.package.json import decode_text
from nämndtui.exchange.package.place import shorten
from nämndtui.exchange.package.schema import Node, item_schema, json_types, property_schema
from nämndtui.exchange.tables.csv_cell import LIST_SEPARATOR, restore_cell

_BOOLEANS = {"ja": True, "sant": True, "true": True, "nej": False, "falskt": False, "false": False}
_INTEGER = re.compile(r"[-−]?[0-9]{1,9}")


def parse_csv(data: bytes, name: str, node: Node) -> list[dict[str, Any]]:
    """The rows of a CSV file (UTF-8; comma or semicolon) as objects of the list ``node`` governs.

    The first row holds the keys. Empty cells are left out; where the schema says so a cell
    becomes a list (split at `` | ``), an integer or a boolean (ja, nej). Raises PackageError.
    """
    text = decode_text(data, name)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error:
        raise PackageError(
            [f"{name}: ett citattecken saknar sin avslutning, eller en cell är för lång."]
        ) from None
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    if not filled:
        return []
    header = [normalize("NFC", key).strip() for key in filled[0][1]]
    doubled = next((key for key in header if key and header.count(key) > 1), None)
    if doubled is not None:
        raise PackageError([f"{name}: kolumnen ”{doubled}” finns två gånger."])
    member = item_schema(node)
    _check_columns(header, member, name)
    return [_object(header, row, member, f"{name}, rad {n}") for n, row in filled[1:]]


def _check_columns(header: list[str], node: Node, name: str) -> None:
    """Raise PackageError once for each column that is misnamed or missing, not for each row."""
    if node.get("additionalProperties", True) is not False:
        return
    allowed = list(node.get("properties", {}))
    wrong = [
        f"{name}: kolumnen ”{shorten(key)}” finns inte. {nearest_key(key, allowed)}"
        for key in header
        if key and key not in allowed
    ]
    missing = [] if wrong else [key for key in node.get("required", ()) if key not in header]
    wrong += [f"{name}: kolumnen ”{key}” saknas. Lägg till den." for key in missing]
    if wrong:
        raise PackageError(wrong)


def _delimiter(text: str) -> str:
    """Semicolon when the header row has one, for no key contains it."""
    return ";" if ";" in text.partition("\n")[0] else ","


def _object(header: list[str], row: list[str], node: Node, place: str) -> dict[str, Any]:
    if any(row[len(header) :]):
        raise PackageError(
            [f"{place}: fler celler än kolumner. Sätt citattecken runt text med kommatecken."]
        )
    cells = zip(header, row, strict=False)
    return {
        key: _value(restore_cell(cell), property_schema(node, key)) for key, cell in cells if cell
    }


def _value(cell: str, node: Node) -> Any:
    types = json_types(node)
    if "array" in types:
        return [_value(part, item_schema(node)) for part in cell.split(LIST_SEPARATOR)]
    word = cell.strip()
    if "integer" in types and "string" not in types and _INTEGER.fullmatch(word):
        return int(word.replace("−", "-"))
    if "boolean" in types:
        return _BOOLEANS.get(word.casefold(), cell)
    return cell
