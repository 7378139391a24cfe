"""The facts of a meeting's minutes between the package and rows, by ``FACT_TABLES``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from nämndtui.exchange.package.content.people import PersonRegister
from nämndtui.exchange.package.item_places import ItemPlaces
from nämndtui.exchange.package.values import OMIT, LocalIds, Raw, kept
from nämndtui.model.package.fact_tables import (
    BALLOT_COLUMNS,
    FACT_TABLES,
    FactColumn,
    FactRow,
    Facts,
    FactTable,
)
from nämndtui.model.people.persons import Person
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.vocabulary import english, swedish

_SOURCES = {"staff": "förvaltningen", "chair": "ordföranden"}
_MOVED = "yrkande "


class FactNames:
    """What one meeting's facts call persons, items, §§, parts and yrkanden by, both ways."""

    def __init__(
        self, dossier: MeetingDossier, persons: Iterable[Person], places: ItemPlaces
    ) -> None:
        self.persons = {person.id: person.name for person in persons}
        self.items = [item.id for item in dossier.items]
        self.paragraphs = {one.id: one.number for one in dossier.paragraphs}
        self.parts = [part.id for part in dossier.minutes_parts]
        self.places = places
        self.moved: dict[int, int] = {}
        self.person_ids = {clean_line(name): key for key, name in self.persons.items()}
        self.paragraph_ids = {number: key for key, number in self.paragraphs.items()}

    def owner(self, table: FactTable, row: FactRow) -> int:
        """Where the row's owner stands in the meeting."""
        if table.owner == "item":
            return self.items.index(row.values["item_id"])
        if table.owner == "paragraph":
            return self.paragraphs[row.values["paragraph_id"]]
        return self.parts.index(row.values["part_id"]) if table.owner == "part" else 0


def write_facts(facts: Facts, names: FactNames) -> Raw:
    """The tables that have rows, each row in the order of what it hangs on."""
    ordered = {
        table: sorted(facts.get(table.name, ()), key=partial(names.owner, table))
        for table in FACT_TABLES
    }
    moved = next(rows for table, rows in ordered.items() if table.name == "moved_proposals")
    names.moved = {row.id: number for number, row in enumerate(moved, 1)}
    return {
        table.key: [_write_row(table.columns, row, names) for row in rows]
        for table, rows in ordered.items()
        if rows
    }


def _write_row(columns: Sequence[FactColumn], row: FactRow, names: FactNames) -> Raw:
    return kept({column.key: _shown(column, row, names) for column in columns})


def _shown(column: FactColumn, row: FactRow, names: FactNames) -> Any:
    if column.kind == "number":
        return names.moved[row.id]
    if column.kind == "persons":
        return [names.persons[child.values["person_id"]] for child in row.children] or OMIT
    if column.kind == "ballots":
        return [_write_row(BALLOT_COLUMNS, child, names) for child in row.children] or OMIT
    value = row.values[column.name]
    if value == column.default and not column.required:
        return OMIT
    shown = _SHOWN.get(column.kind, lambda value, column, names: value)(value, column, names)
    return OMIT if shown == "" and not column.required else shown


def _ref(value: str, names: FactNames) -> str:
    """The proposal's name; empty for a yrkande that has been taken away since."""
    if value.startswith(_MOVED):
        number = names.moved.get(int(value.removeprefix(_MOVED)))
        return f"{_MOVED}{number}" if number else ""
    return _SOURCES.get(value, value)


def _seat(value: str, names: FactNames) -> str:
    return names.persons[int(value)] if value.isdigit() else value


_SHOWN: Mapping[str, Any] = {
    "flag": lambda value, column, names: bool(value),
    "word": lambda value, column, names: swedish(column.domain, value),
    "person": lambda value, column, names: clean_line(names.persons[value]),
    "seat": lambda value, column, names: clean_line(_seat(value, names)),
    "item": lambda value, column, names: names.items.index(value) + 1,
    "place": lambda value, column, names: names.places.name(value),
    "paragraph": lambda value, column, names: names.paragraphs[value],
    "part": lambda value, column, names: names.parts.index(value) + 1,
    "ref": lambda value, column, names: _ref(value, names),
    "refs": lambda value, column, names: [
        name for one in json.loads(value) if (name := _ref(one, names))
    ],
    "tallies": lambda value, column, names: [
        {"alternativ": one["label"], "antal": one["count"]} for one in json.loads(value)
    ],
}


def read_facts(raw: Raw, names: FactNames, register: PersonRegister, ids: LocalIds) -> Facts:
    """The inverse of ``write_facts``. Somebody the package did not list is entered as elected."""
    moved = next(table for table in FACT_TABLES if table.name == "moved_proposals")
    numbers = [int(row["nummer"]) for row in raw.get(moved.key, ())]
    first = {number: ids.next("moved_proposals") for number in numbers}
    names.moved = first
    found: dict[str, tuple[FactRow, ...]] = {}
    for table in FACT_TABLES:
        rows = raw.get(table.key, ())
        if rows:
            found[table.name] = tuple(
                _read_row(table, row, names, register, first, ids) for row in rows
            )
    return found


def _read_row(
    table: FactTable,
    raw: Raw,
    names: FactNames,
    register: PersonRegister,
    moved: Mapping[int, int],
    ids: LocalIds,
) -> FactRow:
    row_id = moved[int(raw["nummer"])] if table.name == "moved_proposals" else ids.next(table.name)
    values: dict[str, Any] = {}
    children: tuple[FactRow, ...] = ()
    for column in table.columns:
        if column.kind == "persons":
            people = [register.find_or_enter(name, ids).id for name in _list(raw.get(column.key))]
            children = tuple(FactRow(0, {"person_id": person}) for person in people)
        elif column.kind == "ballots":
            ballots = raw.get(column.key, ())
            children = tuple(FactRow(0, _ballot(one, names, register, ids)) for one in ballots)
        elif column.kind != "number":
            values[column.name] = _read(column, raw, names, register, ids)
    return FactRow(row_id, values, children)


def _ballot(raw: Raw, names: FactNames, register: PersonRegister, ids: LocalIds) -> Raw:
    return {one.name: _read(one, raw, names, register, ids) for one in BALLOT_COLUMNS}


def _read(
    column: FactColumn, raw: Raw, names: FactNames, register: PersonRegister, ids: LocalIds
) -> Any:
    if column.key not in raw:
        return column.default
    value = raw[column.key]
    if column.kind in ("person", "seat"):
        vacant = column.kind == "seat" and value.startswith("vakant ")
        person = None if vacant else register.find_or_enter(value, ids).id
        return value if person is None else str(person) if column.kind == "seat" else person
    return _READ.get(column.kind, lambda value, column, names: value)(value, column, names)


def _ref_back(value: str, names: FactNames) -> str:
    if value.startswith(_MOVED):
        return f"{_MOVED}{names.moved[int(value.removeprefix(_MOVED))]}"
    return next((source for source, word in _SOURCES.items() if word == value), value)


_READ: Mapping[str, Any] = {
    "flag": lambda value, column, names: int(value),
    "whole": lambda value, column, names: int(value),
    "word": lambda value, column, names: english(column.domain, value),
    "item": lambda value, column, names: names.items[int(value) - 1],
    "place": lambda value, column, names: names.places.find(value),
    "paragraph": lambda value, column, names: names.paragraph_ids[int(value)],
    "part": lambda value, column, names: names.parts[int(value) - 1],
    "ref": lambda value, column, names: _ref_back(value, names),
    "refs": lambda value, column, names: _json([_ref_back(one, names) for one in value]),
    "tallies": lambda value, column, names: _json(
        [{"label": one["alternativ"], "count": int(one["antal"])} for one in value]
    ),
}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _list(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())
