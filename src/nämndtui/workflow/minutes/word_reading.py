"""Minutes changed in Word after they were written: what differs, and taking it in § by §."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.publication.document_kinds import document_kind
from nämndtui.model.publication.public_version import secret_numbers
from nämndtui.model.publication.secret_paragraph import SECRET_DECISION
from nämndtui.model.publication.shown import shown_dossier
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.text.masking import MASK, without_marks
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.model.wording.generated_texts import FIELD_NAMES, GENERATED_FIELDS
from nämndtui.store.database import Store
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.store.minutes.minutes import meeting_of_paragraph
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.minutes import write_texts

if TYPE_CHECKING:
    from nämndtui.documents.read_back.minutes import ReadParagraph

_NAMES = {"points": "Beslutet", **FIELD_NAMES}
"""Field → its name as it begins a sentence."""

_FRONT = (
    "Framsidan skiljer sig från det som är antecknat här. Den läses inte in: ändra närvaron, "
    "tiderna eller justeringen i programmet."
)


@dataclass(frozen=True)
class WordDifference:
    """One field of one § that the file has otherwise; ``before`` and ``after`` are Markdown.

    ``value`` is what the field becomes when the difference is accepted, ``stored`` what it was
    when the file was read. ``locked``: the § is adjusted, and the difference cannot be accepted.
    """

    paragraph_id: int
    number: int
    title: str
    field: str
    name: str
    before: str
    after: str
    value: str | tuple[str, ...]
    stored: str | tuple[str, ...]
    locked: bool = False


@dataclass(frozen=True)
class WordReading:
    """What a file gave. ``remarks`` are Swedish: what was found but cannot be taken in."""

    differences: tuple[WordDifference, ...]
    remarks: tuple[str, ...]
    numbers: tuple[int, ...]


def read_word(connection: sqlite3.Connection, meeting_id: int, content: bytes) -> WordReading:
    """Compare a protokoll or utdrag, a .docx as bytes, with the meeting's §§. Changes nothing.

    Only decisions and the other texts of the §§ are compared; the front page, titles and what
    comes from the agenda are not read. Raises InvalidInputError for a file that is not one.
    """
    # Word rendering is heavy to load and most starts of the program never need it.
    from nämndtui.documents.kinds.facts import MeetingFacts
    from nämndtui.documents.kinds.finished_document import finished_document
    from nämndtui.documents.read_back.minutes import read_front, read_minutes

    found = read_minutes(content)
    if not found:
        raise InvalidInputError(
            "Filen har inga paragrafer. Välj ett protokoll eller utdrag som programmet har "
            "skrivit, med rubrikerna kvar.",
            "file",
        )
    dossier = load_dossier(connection, meeting_id)
    secret = secret_numbers(dossier)
    printed = shown_dossier(document_kind("protokoll"), dossier)
    facts = MeetingFacts(printed, dossier.meeting.date)
    ours = finished_document("protokoll", facts).content
    expected = {one.number: one for one in read_minutes(ours)}
    for read in found:
        _check_not_public(expected.get(read.number), read)
    differences = [
        one
        for read in found
        if read.number in expected and read.number not in secret
        for one in _differences(dossier, expected[read.number], read)
    ]
    whole = [one.number for one in found] == list(expected)
    remarks = [_FRONT] if whole and read_front(content) not in ("", read_front(ours)) else []
    for read in found:
        remarks += _remarks(expected.get(read.number), read, read.number in secret)
    remarks += [_masked_remark(one) for one in differences if _masked(one)]
    numbers = tuple(read.number for read in found)
    shown = tuple(one for one in differences if not _masked(one))
    return WordReading(shown, (*remarks, *_missing_remark(expected, numbers)), numbers)


def _missing_remark(expected: Iterable[int], numbers: tuple[int, ...]) -> list[str]:
    """What to say of §§ a file of several does not have; of an utdrag, nothing."""
    missing = [number for number in expected if number not in numbers]
    if not missing or len(numbers) == 1:
        return []
    left = "lämnas som den är" if len(missing) == 1 else "lämnas som de är"
    return [f"{format_paragraphs(missing)} finns inte i filen och {left}."]


def accept_differences(
    store: Store, actor: Actor, differences: Sequence[WordDifference]
) -> tuple[int, ...]:
    """Take the file's texts in, in one change; returns the §§ changed.

    Raises RefusedError, taking nothing in, for an adjusted § and for one that has been changed
    since the file was read.
    """
    locked = [one.number for one in differences if one.locked]
    if locked:
        raise RefusedError(
            f"{format_paragraphs(sorted(set(locked)))} är justerat och kan inte ändras. Gör en "
            "rättelse i stället."
        )
    by_paragraph: dict[int, list[WordDifference]] = {}
    for one in differences:
        by_paragraph.setdefault(one.paragraph_id, []).append(one)
    numbers = tuple(sorted({one.number for one in differences}))
    with store.change("read_word", actor.user, actor.now) as change:
        for paragraph_id, own in by_paragraph.items():
            version = _checked_version(change.connection, paragraph_id, own)
            write_texts(change, paragraph_id, version, **{one.field: one.value for one in own})
        change.summary = f"Tog in ändringar från Word i {format_paragraphs(numbers)}"
    return numbers


def _checked_version(
    connection: sqlite3.Connection, paragraph_id: int, own: Sequence[WordDifference]
) -> int:
    """The §'s version now, when the fields still are as they were when the file was read."""
    meeting_id = meeting_of_paragraph(connection, paragraph_id)
    dossier = None if meeting_id is None else load_dossier(connection, meeting_id)
    current = (
        next((p for p in dossier.paragraphs if p.id == paragraph_id), None) if dossier else None
    )
    if current is None or any(getattr(current, one.field) != one.stored for one in own):
        raise RefusedError(
            f"§ {own[0].number} har ändrats sedan filen lästes. Läs filen en gång till."
        )
    return current.version


def _differences(
    dossier: MeetingDossier, expected: ReadParagraph, read: ReadParagraph
) -> Iterator[WordDifference]:
    paragraph = next(one for one in dossier.paragraphs if one.number == read.number)
    title = dossier.item(paragraph.item_id).title
    locked = _adjusted(dossier, paragraph)
    if read.points != expected.points:
        before, after = _listed(expected.points), _listed(read.points)
        yield WordDifference(
            paragraph.id, read.number, title, "points", _NAMES["points"], before, after,
            read.points, paragraph.points, locked,
        )  # fmt: skip
    for field in GENERATED_FIELDS:
        before, after = expected.texts.get(field, ""), read.texts.get(field, "")
        if before != after:
            stored = str(getattr(paragraph, field))
            yield WordDifference(
                paragraph.id, read.number, title, field, _NAMES[field], before, after,
                after, stored, locked,
            )  # fmt: skip


def _adjusted(dossier: MeetingDossier, paragraph: Paragraph) -> bool:
    return any(
        part.adjusted_on is not None and paragraph.number in part.paragraph_numbers
        for part in dossier.minutes_parts
    )


def _listed(points: Sequence[str]) -> str:
    if len(points) == 1:
        return points[0]
    return "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))


def _masked(one: WordDifference) -> bool:
    """True when the field says what to mask: taken in from Word it would lose the marks."""
    return any(
        without_marks(text) != text
        for text in ((one.stored,) if isinstance(one.stored, str) else one.stored)
    )


def _masked_remark(one: WordDifference) -> str:
    return (
        f"§ {one.number}: {one.name} är ändrat i filen men har text som ska maskas vid "
        "publicering. Ändra i programmet, så att märkningen är kvar."
    )


def _check_not_public(expected: ReadParagraph | None, read: ReadParagraph) -> None:
    """Raise RefusedError for the public version: what it leaves out must not be taken in."""
    texts = "\n".join((*read.points, *read.texts.values()))
    ours = "\n".join((*expected.points, *expected.texts.values())) if expected else ""
    if any(mark in texts and mark not in ours for mark in (MASK, SECRET_DECISION)):
        raise RefusedError(
            "Filen är protokollets offentliga version. Läs tillbaka nämndens egen version i "
            "stället."
        )


def _remarks(expected: ReadParagraph | None, read: ReadParagraph, secret: bool) -> Iterator[str]:
    mark = f"§ {read.number}"
    if expected is None:
        yield f"{mark} i filen finns inte i sammanträdets protokoll."
        return
    if secret:
        if (read.title, read.points, read.texts) != (
            expected.title,
            expected.points,
            expected.texts,
        ):
            yield f"{mark} omfattas av sekretess och läses inte. Ändra den i programmet."
        return
    if read.title != expected.title:
        yield f"{mark}: rubriken är ändrad i filen. Ändra den på dagordningen i stället."
    for name in sorted(expected.item_texts.keys() | read.item_texts.keys()):
        if expected.item_texts.get(name, "") != read.item_texts.get(name, ""):
            yield (
                f"{mark}: {name} är ändrat i filen. Det hör till ärendet; ändra det på "
                "dagordningen i stället."
            )
    for name in read.unknown:
        if name not in expected.unknown:
            yield f"{mark}: avsnittet ”{name[:60]}” i filen känns inte igen och läses inte."
