"""A meeting as it is published, and as the committee's own papers show it.

Secret §§ stand by number and neutral title in both; their full text is in the sekretessbilaga.
Text between double brackets is masked in what is published, whatever the item's setting, and
printed without the brackets in the committee's own (D2.24, F 27, B9–B10).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.publication.secret_paragraph import (
    is_secret,
    neutral_correction,
    neutral_item,
    neutral_paragraph,
    neutral_vote,
)
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.every_text import change_texts
from nämndtui.model.text.masking import masked_texts, without_marks
from nämndtui.model.text.paragraph_range import format_paragraphs

FRONT_PAGE = "framsidan"
T = TypeVar("T")


@dataclass(frozen=True)
class Masked:
    """One thing the public version leaves out; ``what`` is Swedish, ``where`` the § or item."""

    where: str
    what: str


def public_dossier(dossier: MeetingDossier) -> tuple[MeetingDossier, tuple[Masked, ...]]:
    """The dossier as it may be published, and the list of what was left out of it."""
    found: list[Masked] = []
    shown = _neutral(dossier)
    items, paragraphs, corrections = [], [], []
    for item, whole in zip(shown.items, dossier.items, strict=True):
        paragraph = shown.paragraph_of(item)
        where = format_paragraphs([paragraph.number]) if paragraph else f"punkt {item.number or ''}"
        where = where.strip()
        if is_secret(item):
            found.append(Masked(where, "hela ärendet"))
        items.append(_masked(_open_attachments(item, whole, where, found), where, found))
        if paragraph is not None:
            paragraphs.append(_masked(paragraph, where, found))
            corrections += [_masked(one, where, found) for one in shown.corrections_of(paragraph)]
    paragraphs.sort(key=lambda one: (one.year, one.number))
    corrections.sort(key=lambda one: one.id)
    public = replace(
        shown,
        meeting=_masked(shown.meeting, FRONT_PAGE, found),
        attendances=_masked(shown.attendances, FRONT_PAGE, found),
        minutes_parts=_masked(shown.minutes_parts, FRONT_PAGE, found),
        mandates=_masked(shown.mandates, FRONT_PAGE, found),
        items=tuple(items),
        paragraphs=tuple(paragraphs),
        corrections=tuple(corrections),
        sendings=(),
        public=True,
    )
    return public, tuple(found)


def own_dossier(dossier: MeetingDossier) -> MeetingDossier:
    """The dossier for the committee's own papers: secret §§ neutral, no brackets anywhere."""
    return full_dossier(_neutral(dossier))


def full_dossier(dossier: MeetingDossier) -> MeetingDossier:
    """Nothing left out, no brackets: for a paper that is about one item, or secret itself."""
    return replace(unmarked(dossier), committee=dossier.committee)


def own_record(record: MinutesRecord) -> MinutesRecord:
    """The record for the committee's own lists, as ``own_dossier``."""
    secret = {one.id for one in record.dossier.items if is_secret(one)}
    votes = (neutral_vote(one) if one.item_id in secret else one for one in record.votes)
    return replace(
        unmarked(replace(record, votes=tuple(votes))), dossier=own_dossier(record.dossier)
    )


def secret_numbers(dossier: MeetingDossier) -> tuple[int, ...]:
    """The §§ that are printed in a sekretessbilaga of their own."""
    return tuple(one.number for one in dossier.paragraphs if is_secret(dossier.item(one.item_id)))


def _neutral(dossier: MeetingDossier) -> MeetingDossier:
    """The dossier with nothing of what a secret item is about."""
    secret = {one.id for one in dossier.items if is_secret(one)}
    if not secret:
        return dossier
    hidden = {one.id for one in dossier.paragraphs if one.item_id in secret}
    return replace(
        dossier,
        items=tuple(neutral_item(one) if one.id in secret else one for one in dossier.items),
        paragraphs=tuple(
            neutral_paragraph(one) if one.id in hidden else one for one in dossier.paragraphs
        ),
        corrections=tuple(
            neutral_correction(one) if one.paragraph_id in hidden else one
            for one in dossier.corrections
        ),
    )


def _open_attachments(
    item: AgendaItem, whole: AgendaItem, where: str, found: list[Masked]
) -> AgendaItem:
    """The item with only the attachments that are published; the others are told."""
    found += [
        Masked(where, f"bilaga {one.number}")
        for one in item.attachments
        if one.publish != "yes" and whole.publish != "no"
    ]
    return replace(item, attachments=tuple(one for one in item.attachments if one.publish == "yes"))


def _masked(value: T, where: str, found: list[Masked]) -> T:
    def change(texts: Sequence[str]) -> Sequence[str]:
        shown, hidden = masked_texts(texts)
        found.extend(Masked(where, one) for one in hidden)
        return shown

    return change_texts(value, change)


def unmarked(value: T) -> T:
    """Any object of the model without brackets around what is masked; the words stay."""
    return change_texts(value, lambda texts: [without_marks(text) for text in texts])
