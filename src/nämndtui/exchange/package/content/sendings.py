"""What was sent before a meeting, between the package and the model."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from nämndtui.exchange.package.content.sent_text import read_content, write_content
from nämndtui.exchange.package.item_places import ItemPlaces
from nämndtui.exchange.package.values import (
    OMIT,
    LocalIds,
    Raw,
    kept,
    line,
    listed,
    needed_word,
    unless,
    unless_line,
    whole,
)
from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.attachment_number import parse_attachment_number
from nämndtui.model.agenda.sending import Sending, SendingKind, SentDocument, SentFile, SentKind
from nämndtui.model.package.package import CommitteePackage, Package
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.errors import NotFoundError
from nämndtui.model.text.vocabulary import swedish


class SentFiles:
    """The bytes that a package's sendings must carry themselves: each file once.

    What an attachment of the package still has is not written a second time.
    """

    def __init__(self, package: Package) -> None:
        self._files = package.files
        self._carried = {
            attachment.file.sha256
            for bundle in package.committees
            for item in _items(bundle)
            for attachment in item.attachments
            if attachment.file is not None
        }

    def content(self, file: SentFile) -> object:
        """The bytes in base64 where they must be written, else OMIT.

        Raises NotFoundError when they are nowhere: an export must not lose a version.
        """
        if file.sha256 in self._carried:
            return OMIT
        if file.sha256 not in self._files:
            raise NotFoundError(
                f"Filen {file.name}, som den skickades, saknas. Kör namndtui kontrollera."
            )
        self._carried.add(file.sha256)
        return b64encode(self._files[file.sha256]).decode("ascii")


def write_sendings(dossier: MeetingDossier, places: ItemPlaces, files: SentFiles) -> Raw:
    """The key ``utskick`` of one meeting; empty when nothing has been sent."""
    rows = [
        kept(
            {
                "slag": swedish("sending_kind", sending.kind),
                "datum": sending.sent_on.isoformat(),
                "handlingar": listed(_write(one, places, files) for one in sending.documents),
            }
        )
        for sending in dossier.sendings
    ]
    return {"utskick": rows} if rows else {}


def with_sendings(
    rows: Iterable[Raw],
    dossiers: Sequence[MeetingDossier],
    waiting: Sequence[AgendaItem],
    files: dict[str, bytes],
    ids: LocalIds,
) -> tuple[MeetingDossier, ...]:
    """The dossiers with what was sent, read from the meetings' ``rows`` in the same order."""
    places = ItemPlaces(dossiers, waiting)
    return tuple(
        replace(dossier, sendings=tuple(_read_all(row, places, files, ids)))
        for row, dossier in zip(rows, dossiers, strict=True)
    )


def missing_files(package: Package) -> Iterator[str]:
    """What a sending refers to and the package does not hold, a Swedish line each."""
    for bundle in package.committees:
        for dossier in bundle.meetings:
            day = dossier.meeting.date.isoformat()
            for sending in dossier.sendings:
                for document in sending.documents:
                    file = document.content
                    if isinstance(file, SentFile) and file.sha256 not in package.files:
                        yield (
                            f"nämnder › {bundle.committee.code} › sammanträden › {day} › utskick: "
                            f"filen till bilaga {document.key} {document.title} finns inte i "
                            "paketet, eller har en annan kontrollsumma. Skriv den i innehåll."
                        )


def _items(bundle: CommitteePackage) -> Iterator[AgendaItem]:
    for dossier in bundle.meetings:
        yield from dossier.items
    yield from bundle.waiting


def _write(document: SentDocument, places: ItemPlaces, files: SentFiles) -> Raw:
    file = document.content
    return kept(
        {
            "punkt": places.name(document.item_id),
            "nummer": OMIT if document.item_number is None else document.item_number,
            "ärende": clean_line(document.item_title),
            "handling": swedish("sent_kind", document.kind),
            "bilaga": unless(document.key, ""),
            "rubrik": unless_line(document.title, document.item_title),
            "version": unless(document.version, 1),
            "utgår": unless(document.withdrawn, False),
            "utgått": unless(document.removed, False),
            **write_content(file),
            "innehåll": files.content(file) if isinstance(file, SentFile) else OMIT,
        }
    )


def _read_all(
    row: Raw, places: ItemPlaces, files: dict[str, bytes], ids: LocalIds
) -> Iterator[Sending]:
    for raw in row.get("utskick", ()):
        documents = tuple(_read(one, places, files) for one in raw.get("handlingar", ()))
        kind: SendingKind = needed_word(raw, "slag", "sending_kind")
        yield Sending(ids.next("sending"), kind, date.fromisoformat(raw["datum"]), documents)


def _read(raw: Raw, places: ItemPlaces, files: dict[str, bytes]) -> SentDocument:
    kind: SentKind = needed_word(raw, "handling", "sent_kind")
    if "innehåll" in raw:
        data = b64decode("".join(raw["innehåll"].split()), validate=True)
        files[sha256(data).hexdigest()] = data
    title = line(raw, "ärende")
    return SentDocument(
        places.find(raw["punkt"]),
        kind,
        str(parse_attachment_number(str(raw["bilaga"]))) if "bilaga" in raw else "",
        line(raw, "rubrik", title),
        read_content(kind, raw),
        whole(raw, "nummer"),
        title,
        whole(raw, "version") or 1,
        raw.get("utgår", False),
        raw.get("utgått", False),
    )
