"""Everything in the database as one package."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.sending import SentFile
from nämndtui.model.package.package import CommitteePackage, Package
from nämndtui.model.people.committee import Committee
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.store.agenda.cases import all_cases
from nämndtui.store.agenda.items import waiting_items
from nämndtui.store.agenda.meetings import meetings_of
from nämndtui.store.agenda.standing_items import standing_items
from nämndtui.store.core.files import AttachmentFolder
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.store.package.facts import minutes_facts_of
from nämndtui.store.package.registers import registers_of
from nämndtui.store.people.committees import all_committees
from nämndtui.store.people.persons import all_mandates, all_persons


def export_package(
    connection: sqlite3.Connection, files: AttachmentFolder, code: str = ""
) -> Package:
    """The whole database, or the committee with that ``code``, with the attachments' bytes.

    Raises NotFoundError or RefusedError when an attachment's file is missing or damaged.
    """
    chosen = [
        committee
        for committee in all_committees(connection)
        if not code or committee.code.casefold() == code.casefold()
    ]
    packages = tuple(_committee_package(connection, committee) for committee in chosen)
    checksums = dict.fromkeys(_checksums(packages))
    return Package(
        persons=all_persons(connection),
        committees=packages,
        files={sha256: files.read(sha256) for sha256 in checksums},
    )


def _committee_package(connection: sqlite3.Connection, committee: Committee) -> CommitteePackage:
    return CommitteePackage(
        committee=committee,
        mandates=all_mandates(connection, committee.id),
        standing_items=standing_items(connection, committee.id),
        cases=all_cases(connection, committee.id),
        meetings=tuple(
            load_dossier(connection, meeting.id)
            for meeting in meetings_of(connection, committee.id)
        ),
        waiting=waiting_items(connection, committee.id),
        registers=registers_of(connection, committee.id),
        facts=minutes_facts_of(connection, committee.id),
    )


def _checksums(packages: tuple[CommitteePackage, ...]) -> Iterator[str]:
    for package in packages:
        for dossier in package.meetings:
            yield from _of_items(dossier.items)
            yield from _of_sendings(dossier)
        yield from _of_items(package.waiting)
        for matter in package.registers.matters:
            if matter.document is not None:
                yield matter.document.sha256


def _of_items(items: tuple[AgendaItem, ...]) -> Iterator[str]:
    for item in items:
        for attachment in item.attachments:
            if attachment.file is not None:
                yield attachment.file.sha256


def _of_sendings(dossier: MeetingDossier) -> Iterator[str]:
    for sending in dossier.sendings:
        for document in sending.documents:
            if isinstance(document.content, SentFile):
                yield document.content.sha256
