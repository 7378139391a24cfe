"""A package's facts of the minutes going in, its ids made those of the database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from nämndtui.model.package.fact_tables import (
    AFTER_ADJUSTMENT,
    BALLOT_COLUMNS,
    FACT_TABLES,
    FactColumn,
    FactRow,
    FactTable,
)
from nämndtui.model.package.minutes import MinutesFacts
from nämndtui.model.people.persons import Person
from nämndtui.model.people.substitute_order import PersonalSubstitute, SubstituteOrder
from nämndtui.store.core.change import Change
from nämndtui.store.package.facts import insert_fact
from nämndtui.store.people.persons import insert_person, person_by_name
from nämndtui.store.people.substitute_orders import write_substitute_order

_MOVED = "yrkande "


@dataclass
class ImportedIds:
    """The package's ids → the database's, of what the meetings consist of."""

    meetings: dict[int, int] = field(default_factory=dict)
    items: dict[int, int] = field(default_factory=dict)
    paragraphs: dict[int, int] = field(default_factory=dict)
    parts: dict[int, int] = field(default_factory=dict)


class FactImport:
    """One committee's facts going in: ``before_adjustment``, then ``after_adjustment``."""

    def __init__(
        self, change: Change, committee_id: int, ids: ImportedIds, persons: Iterable[Person]
    ) -> None:
        self._change = change
        self._committee_id = committee_id
        self._ids = ids
        self._names = {person.id: person for person in persons}
        self._persons: dict[int, int] = {}
        self._moved: dict[int, int] = {}

    def before_adjustment(self, facts: MinutesFacts) -> None:
        """Everything that adjusted minutes would not let in any more."""
        if facts.order != SubstituteOrder():
            write_substitute_order(self._change, self._committee_id, self._order(facts.order))
        for item_id, earlier in facts.continues.items():
            values = {"continues_item_id": self._ids.items[earlier]}
            self._change.update("agenda_items", self._ids.items[item_id], values)
        for table in self._tables(after=False):
            self._table(table, facts)

    def after_adjustment(self, facts: MinutesFacts) -> None:
        """What can only be said about adjusted minutes."""
        for table in self._tables(after=True):
            self._table(table, facts)

    def _tables(self, after: bool) -> list[FactTable]:
        # Yrkanden first: votes and decisions point at them.
        chosen = [one for one in FACT_TABLES if (one.name in AFTER_ADJUSTMENT) == after]
        return sorted(chosen, key=lambda one: one.name != "moved_proposals")

    def _table(self, table: FactTable, facts: MinutesFacts) -> None:
        for meeting_id, tables in facts.meetings.items():
            rows = tables.get(table.name, ())
            for position, row in enumerate(rows):
                self._row(table, row, position, self._ids.meetings[meeting_id])
        if table.name == "moved_proposals":
            self._point_at_each_other(facts)

    def _row(self, table: FactTable, row: FactRow, position: int, meeting_id: int) -> None:
        if table.name == "moved_proposals":
            row = replace(row, values={**row.values, "target": ""})
        values = self._values(table.columns, row)
        if table.owner == "meeting":
            values["meeting_id"] = meeting_id
        if table.name == "assignments":
            values["committee_id"] = self._committee_id
        children = [self._child(table, child) for child in row.children]
        row_id = insert_fact(self._change, table, values, children, position)
        if table.name == "moved_proposals":
            self._moved[row.id] = row_id

    def _point_at_each_other(self, facts: MinutesFacts) -> None:
        """A yrkande may speak of a later one, so targets wait until all have their ids."""
        for tables in facts.meetings.values():
            for row in tables.get("moved_proposals", ()):
                target = self._ref(row.values["target"])
                if target:
                    self._change.update("moved_proposals", self._moved[row.id], {"target": target})

    def _child(self, table: FactTable, row: FactRow) -> Mapping[str, Any]:
        if table.name == "votes":
            return self._values(BALLOT_COLUMNS, row)
        return {"person_id": self._person(row.values["person_id"])}

    def _values(self, columns: Iterable[FactColumn], row: FactRow) -> dict[str, Any]:
        return {
            column.name: self._value(column, row.values[column.name])
            for column in columns
            if column.name in row.values
        }

    def _value(self, column: FactColumn, value: Any) -> Any:
        if value is None or column.kind not in self._maps:
            return value
        return self._maps[column.kind](value)

    @property
    def _maps(self) -> Mapping[str, Any]:
        return {
            "person": self._person,
            "seat": lambda seat: str(self._person(int(seat))) if seat.isdigit() else seat,
            "item": self._ids.items.__getitem__,
            "place": self._ids.items.__getitem__,
            "paragraph": self._ids.paragraphs.__getitem__,
            "part": self._ids.parts.__getitem__,
            "ref": self._ref,
            "refs": self._refs,
        }

    def _refs(self, value: str) -> str:
        refs = [self._ref(one) for one in json.loads(value)]
        return json.dumps(refs, ensure_ascii=False, separators=(",", ":"))

    def _ref(self, value: str) -> str:
        if value.startswith(_MOVED):
            return f"{_MOVED}{self._moved[int(value.removeprefix(_MOVED))]}"
        return value

    def _person(self, local_id: int) -> int:
        if local_id not in self._persons:
            person = self._names[local_id]
            known = person_by_name(self._change.connection, person.name)
            self._persons[local_id] = known.id if known else insert_person(self._change, person)
        return self._persons[local_id]

    def _order(self, order: SubstituteOrder) -> SubstituteOrder:
        personal = tuple(
            PersonalSubstitute(self._person(one.member_id), self._person(one.substitute_id))
            for one in order.personal
        )
        return SubstituteOrder(personal, order.parties)
