"""A package from disk as model objects, or every reason why not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from nämndtui.exchange.package.check.package import package_problems
from nämndtui.exchange.package.content.cases import CaseIndex, read_cases
from nämndtui.exchange.package.content.committee import read_committee, read_standing_item
from nämndtui.exchange.package.content.items import ItemPlace, ItemReader
from nämndtui.exchange.package.content.meetings import read_dossier
from nämndtui.exchange.package.content.minutes_facts import read_minutes_facts
from nämndtui.exchange.package.content.people import PersonRegister, read_mandate, read_person
from nämndtui.exchange.package.content.registers import read_registers
from nämndtui.exchange.package.content.sendings import missing_files, with_sendings
from nämndtui.exchange.package.error import PackageError
from nämndtui.exchange.package.folder import LoadedPackage, load_package, load_package_text
from nämndtui.exchange.package.remarks import package_remarks
from nämndtui.exchange.package.values import LocalIds, Raw
from nämndtui.model.agenda.case import Case
from nämndtui.model.package.package import CommitteePackage, Package
from nämndtui.model.people.persons import Mandate


def read_package(
    path: Path, known_dnrs: Collection[str] = (), known_persons: Collection[str] = ()
) -> Package:
    """The package at ``path``: a JSON file, a folder with ``paket.json``, or a zip of one.

    ``known_dnrs`` and ``known_persons`` (names) are already in the database, so the package may
    refer to them without listing them. Raises PackageError with every fault found.
    """
    return _checked(load_package(path), known_dnrs, known_persons)


def read_package_text(
    text: str, known_dnrs: Collection[str] = (), known_persons: Collection[str] = ()
) -> Package:
    """The same for a single-file package held in memory."""
    return _checked(load_package_text(text), known_dnrs, known_persons)


def _checked(
    loaded: LoadedPackage, known_dnrs: Collection[str], known_persons: Collection[str]
) -> Package:
    problems = package_problems(loaded.data, known_dnrs, known_persons)
    if problems:
        raise PackageError(problems)
    package = _build(loaded.data)
    if missing := list(missing_files(package)):
        raise PackageError(missing)
    return replace(package, remarks=package_remarks(loaded.data, loaded.unkept))


def _build(data: Raw) -> Package:
    """The model objects of validated data, numbered locally in the order of the file."""
    ids, files, cases = LocalIds(), dict[str, bytes](), CaseIndex()
    register = PersonRegister(read_person(row, ids) for row in data.get("personer", ()))
    rows = data.get("nämnder", [])
    committees = [read_committee(row, ids) for row in rows]
    own_cases = [
        read_cases(row.get("ärenden", ()), committee, cases, ids)
        for row, committee in zip(rows, committees, strict=True)
    ]
    mandates = [
        tuple(read_mandate(part, committee.id, register, ids) for part in row.get("mandat", ()))
        for row, committee in zip(rows, committees, strict=True)
    ]
    bundles = tuple(
        _committee(row, ItemReader(committee, cases, ids, files), register, held, own)
        for row, committee, held, own in zip(rows, committees, mandates, own_cases, strict=True)
    )
    return Package(register.persons, bundles, files)


def _committee(
    row: Raw,
    reader: ItemReader,
    register: PersonRegister,
    mandates: tuple[Mandate, ...],
    cases: tuple[Case, ...],
) -> CommitteePackage:
    standing = tuple(
        read_standing_item(part, reader.committee.id, position, reader.ids)
        for position, part in enumerate(row.get("återkommande", ()), 1)
    )
    meetings = tuple(
        read_dossier(part, reader, register, mandates) for part in row.get("sammanträden", ())
    )
    waiting = tuple(
        reader.read(part, ItemPlace(None, position, None, "draft"))
        for position, part in enumerate(row.get("väntande_punkter", ()), 1)
    )
    rows = row.get("sammanträden", ())
    meetings = with_sendings(rows, meetings, waiting, reader.files, reader.ids)
    registers = read_registers(row, reader.committee.id, meetings, reader.ids, reader.files)
    facts = read_minutes_facts(row, meetings, waiting, register, reader.ids)
    return CommitteePackage(
        reader.committee, mandates, standing, cases, meetings, waiting, registers, facts
    )
