"""Taking a package in: all of it in one change, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from nämndtui.model.agenda.case import Case
from nämndtui.model.package.package import CommitteePackage, Package
from nämndtui.model.people.committee import Committee
from nämndtui.model.people.persons import Person
from nämndtui.model.text.diary_number import parse_diary_number
from nämndtui.model.text.errors import RefusedError
from nämndtui.store.agenda.cases import all_cases, find_case, insert_case
from nämndtui.store.agenda.cases import case as load_case
from nämndtui.store.agenda.standing_items import insert_standing_item, standing_items
from nämndtui.store.core.change import Change
from nämndtui.store.database import Store
from nämndtui.store.people.committees import all_committees, committee_by_code, insert_committee
from nämndtui.store.people.persons import (
    all_mandates,
    all_persons,
    insert_mandate,
    insert_person,
    person_by_name,
)
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.package.facts import FactImport
from nämndtui.workflow.package.meetings import MeetingImport
from nämndtui.workflow.people.committees import check_settings
from nämndtui.workflow.registers.package_import import RegisterImport


@dataclass(frozen=True)
class ImportReport:
    """What an import added, and what was already there: Swedish plural noun → count.

    ``remarks`` are Swedish lines about what was odd but taken in all the same.
    """

    added: Mapping[str, int] = field(default_factory=dict)
    known: Mapping[str, int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


class _DryRunError(Exception):
    """Rolls a trial import back."""


def import_package(
    store: Store, actor: Actor, package: Package, dry_run: bool = False
) -> ImportReport:
    """Store a package; with ``dry_run`` everything is tried and nothing kept.

    Persons, committees, mandates, standing items and cases already there are left as they
    are. Raises RefusedError in Swedish for a meeting already there, a diary number taken by
    another case or § numbers that do not follow; then nothing has changed.
    """
    if not dry_run:
        for content in package.files.values():
            store.files.add(content)
    work = _Import(package)
    try:
        with store.change("import_package", actor.user, actor.now) as change:
            work.run(change)
            codes = ", ".join(part.committee.code for part in package.committees)
            change.summary = f"Importerade ett paket: {codes or 'personer'}"
            if dry_run:
                raise _DryRunError
    except _DryRunError:
        pass
    return ImportReport(dict(work.added), dict(work.known), package.remarks)


class _Import:
    """One import under way: what has been added so far."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.added: Counter[str] = Counter()
        self.known: Counter[str] = Counter()

    def run(self, change: Change) -> None:
        for person in self.package.persons:
            self._person(change, person)
        for part in self.package.committees:
            self._committee(change, part)

    def _person(self, change: Change, person: Person) -> Person:
        there = person_by_name(change.connection, person.name)
        if there is not None:
            self.known["personer"] += 1
            return there
        self.added["personer"] += 1
        return replace(person, id=insert_person(change, person))

    def _committee(self, change: Change, part: CommitteePackage) -> None:
        committee_id = self._committee_id(change, part.committee)
        self._mandates(change, part, committee_id)
        self._standing_items(change, part, committee_id)
        for case in part.cases:
            self._case(change, replace(case, committee_id=committee_id))
        meetings = MeetingImport(change, committee_id, part.committee.settings.opening_items)
        for dossier in part.meetings:
            meetings.add(dossier)
        meetings.wait(part.waiting)
        meetings.send(part.meetings)
        meetings.decide()
        facts = FactImport(change, committee_id, meetings.ids, self.package.persons)
        facts.before_adjustment(part.facts)
        meetings.adjust()
        facts.after_adjustment(part.facts)
        meetings.seal()
        self.added["sammanträden"] += len(part.meetings)
        self.added["punkter"] += sum(len(dossier.items) for dossier in part.meetings)
        self.added["paragrafer"] += sum(len(dossier.paragraphs) for dossier in part.meetings)
        self.added["väntande punkter"] += len(part.waiting)
        registers = RegisterImport(change, committee_id, meetings.ids.items)
        registers.run(part.registers)
        self.added.update(registers.added)
        self.known.update(registers.known)

    def _committee_id(self, change: Change, committee: Committee) -> int:
        there = committee_by_code(change.connection, committee.code)
        if there is not None:
            self.known["nämnder"] += 1
            return there.id
        check_settings(committee.settings)
        self.added["nämnder"] += 1
        return insert_committee(change, committee)

    def _mandates(self, change: Change, part: CommitteePackage, committee_id: int) -> None:
        there = {
            (mandate.person.name, mandate.office, mandate.valid_from)
            for mandate in all_mandates(change.connection, committee_id)
        }
        for mandate in part.mandates:
            if (mandate.person.name, mandate.office, mandate.valid_from) in there:
                self.known["uppdrag"] += 1
                continue
            person = person_by_name(change.connection, mandate.person.name)
            person = person or self._person(change, mandate.person)
            insert_mandate(change, replace(mandate, committee_id=committee_id), person.id)
            self.added["uppdrag"] += 1

    def _standing_items(self, change: Change, part: CommitteePackage, committee_id: int) -> None:
        there = {item.title for item in standing_items(change.connection, committee_id)}
        for position, item in enumerate(part.standing_items):
            if item.title in there:
                self.known["återkommande punkter"] += 1
                continue
            insert_standing_item(
                change, replace(item, committee_id=committee_id, position=position)
            )
            self.added["återkommande punkter"] += 1

    def _case(self, change: Change, case: Case) -> None:
        number = parse_diary_number(case.dnr)
        there = find_case(change.connection, case.committee_id, number)
        if there is None:
            insert_case(change, replace(case, year=number.year, serial=number.serial))
            self.added["ärenden"] += 1
            return
        known = load_case(change.connection, there)
        if known.title != case.title:
            raise RefusedError(
                f"{case.dnr} finns redan men heter ”{known.title}”. Inget importerades."
            )
        self.known["ärenden"] += 1


def import_file(store: Store, actor: Actor, path: Path, dry_run: bool = False) -> ImportReport:
    """Read the package at ``path`` (file, folder or zip) and store it; see ``import_package``.

    Raises PackageError with every fault found before anything is stored.
    """
    # JSON Schema is heavy to load and only an import needs it.
    from nämndtui.exchange.package.read import read_package

    connection = store.connection
    numbers = {
        case.dnr
        for committee in all_committees(connection)
        for case in all_cases(connection, committee.id)
    }
    names = {person.name for person in all_persons(connection)}
    return import_package(store, actor, read_package(path, numbers, names), dry_run)
