"""Checks the facts of a package's minutes: that what they refer to is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from nämndtui.exchange.package.check.finding import Finding, Suggestions, doubles
from nämndtui.exchange.package.check.registers import meeting_names
from nämndtui.exchange.package.place import Path, shorten
from nämndtui.exchange.package.values import Raw, many
from nämndtui.model.package.fact_tables import BALLOT_COLUMNS, FACT_TABLES, FactColumn
from nämndtui.model.text.clean_text import clean_line

_PEOPLE = ("person", "persons", "seat")
_SOURCES = ("förvaltningen", "ordföranden")


def fact_findings(data: Raw, known_persons: Collection[str]) -> Iterator[Finding]:
    """Persons, items, §§, parts and yrkanden that facts name but nothing else does."""
    people = {clean_line(name) for name in known_persons}
    people |= {clean_line(person["namn"]) for person in data.get("personer", ())}
    committees = data.get("nämnder", [])
    people |= {clean_line(m["namn"]) for c in committees for m in c.get("mandat", ())}
    people |= {
        clean_line(row["namn"])
        for committee in committees
        for meeting in committee.get("sammanträden", ())
        for row in meeting.get("närvaro", ())
    }
    for index, committee in enumerate(committees):
        yield from _Checker(committee, ("nämnder", index), people).findings()


class ItemChecker:
    """Is there an item where a reference points? ``committee`` is the package's."""

    def __init__(self, committee: Raw) -> None:
        self._places = {
            name: len(meeting.get("punkter", ()))
            for name, meeting in meeting_names(committee).items()
        }
        self._waiting = len(committee.get("väntande_punkter", ()))

    def place(self, name: str, path: Path) -> Iterator[Finding]:
        """A finding at ``path`` when ``name`` (``2026-12-08 plats 3``) leads to no item."""
        where, _, place = name.rpartition(" ")
        last = (
            self._waiting
            if where == "väntande"
            else self._places.get(where.removesuffix(" plats"), 0)
        )
        if int(place) > last:
            yield path, f"Punkten {name} finns inte i paketet. Rätta hänvisningen."


class _Checker:
    """One committee's facts."""

    def __init__(self, committee: Raw, path: Path, people: Collection[str]) -> None:
        self._committee = committee
        self._path = path
        self._people = people
        self._suggestions = Suggestions()
        self._items = ItemChecker(committee)

    def findings(self) -> Iterator[Finding]:
        for place, meeting in enumerate(self._committee.get("sammanträden", ())):
            facts = meeting.get("protokollsunderlag", {})
            at = (*self._path, "sammanträden", place, "protokollsunderlag")
            yield from self._meeting(meeting, facts, at)
        for index, row in enumerate(self._committee.get("återupptagna", ())):
            at = (*self._path, "återupptagna", index)
            for key in ("punkt", "fortsätter"):
                yield from self._items.place(row[key], at)
        for index, row in enumerate(
            self._committee.get("inkallelseordning", {}).get("personliga", ())
        ):
            at = (*self._path, "inkallelseordning", "personliga", index)
            for key in ("ledamot", "ersättare"):
                yield from self._person(row[key], at)

    def _meeting(self, meeting: Raw, facts: Raw, path: Path) -> Iterator[Finding]:
        numbers = [row["nummer"] for row in facts.get("yrkanden", ())]
        yield from doubles(((*path, "yrkanden"), one, f"Yrkande {one}") for one in numbers)
        there = {
            "item": len(meeting.get("punkter", ())),
            "part": len(meeting.get("protokollsdelar", ())),
            "paragraph": {
                int(item["paragraf"]["nummer"])
                for item in meeting.get("punkter", ())
                if "paragraf" in item
            },
            "ref": {*_SOURCES, *(f"yrkande {number}" for number in numbers)},
        }
        for table in FACT_TABLES:
            for index, row in enumerate(facts.get(table.key, ())):
                at = (*path, table.key, index)
                for column in table.columns:
                    if column.key in row:
                        yield from self._value(column, row[column.key], there, at)

    def _value(
        self, column: FactColumn, value: Any, there: dict[str, Any], path: Path
    ) -> Iterator[Finding]:
        if column.kind == "ballots":
            for ballot in value:
                yield from self._person(ballot[BALLOT_COLUMNS[0].key], path)
        elif column.kind in _PEOPLE:
            for name in many(value):
                if column.kind != "seat" or not name.startswith("vakant "):
                    yield from self._person(name, path)
        elif column.kind == "item" and value > there["item"]:
            yield path, f"Sammanträdet har ingen punkt på plats {value}. Rätta platsen."
        elif column.kind == "part" and value > there["part"]:
            yield path, f"Sammanträdet har ingen protokollsdel {value}. Rätta numret."
        elif column.kind == "paragraph" and value not in there["paragraph"]:
            yield path, f"§ {value} hör inte till någon av sammanträdets punkter. Rätta numret."
        elif column.kind in ("ref", "refs"):
            for one in many(value):
                if one not in there["ref"]:
                    yield path, f"Förslaget {shorten(one)} finns inte bland yrkandena."
        elif column.kind == "place":
            yield from self._items.place(value, path)

    def _person(self, name: str, path: Path) -> Iterator[Finding]:
        wanted = clean_line(name)
        if wanted not in self._people:
            near = self._suggestions.nearest(wanted, self._people, alike=0.6)
            hint = f"Menade du {near}?" if near else "Lägg till personen där."
            yield path, f"{shorten(wanted)} finns inte bland personer eller mandat. {hint}"
