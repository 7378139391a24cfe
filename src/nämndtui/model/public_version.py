"""The public version of a meeting: secret §§ by number and neutral title, masked text replaced.

In an item marked ``masked`` the text to hide stands between double brackets: ``[[så här]]``
(D2.24, F 27, B9–B10).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from nämndtui.model.agenda_item import AgendaItem
from nämndtui.model.dossier import MeetingDossier
from nämndtui.model.meeting import Paragraph
from nämndtui.model.paragraph_range import format_paragraphs

SECRET_TITLE = "Ärende som omfattas av sekretess"
SECRET_DECISION = "Beslutet omfattas av sekretess och redovisas i en särskild bilaga."
MASK = "(maskat)"
_HIDDEN = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
_ITEM_TEXTS = ("title", "summary", "chair_summary", "remark")
_PARAGRAPH_TEXTS = (
    "motions",
    "procedure",
    "vote",
    "disqualification",
    "reservations",
    "notes",
)


@dataclass(frozen=True)
class Masked:
    """One thing the public version leaves out; ``what`` is Swedish, ``where`` the § or item."""

    where: str
    what: str


def public_dossier(dossier: MeetingDossier) -> tuple[MeetingDossier, tuple[Masked, ...]]:
    """The dossier as it may be published, and the list of what was left out of it."""
    found: list[Masked] = []
    items, paragraphs = [], []
    for item in dossier.items:
        paragraph = dossier.paragraph_of(item)
        where = format_paragraphs([paragraph.number]) if paragraph else f"punkt {item.number or ''}"
        items.append(_item(item, where.strip(), found))
        if paragraph is not None:
            paragraphs.append(_paragraph(paragraph, item.publish, where, found))
    paragraphs.sort(key=lambda one: (one.year, one.number))
    return replace(dossier, items=tuple(items), paragraphs=tuple(paragraphs)), tuple(found)


def without_marks(text: str) -> str:
    """The text for the committee's own version: the brackets are taken away, the words stay."""
    return _HIDDEN.sub(r"\1", text)


def own_dossier(dossier: MeetingDossier) -> MeetingDossier:
    """The dossier for the committee itself: nothing left out, the brackets of masked text gone."""
    masked = {item.id for item in dossier.items if item.publish == "masked"}
    if not masked:
        return dossier
    items = (_unmarked(one) if one.id in masked else one for one in dossier.items)
    paragraphs = (
        replace(
            one,
            points=tuple(map(without_marks, one.points)),
            **_unmarked_texts(one, _PARAGRAPH_TEXTS),
        )
        if one.item_id in masked
        else one
        for one in dossier.paragraphs
    )
    return replace(dossier, items=tuple(items), paragraphs=tuple(paragraphs))


def _unmarked(item: AgendaItem) -> AgendaItem:
    chair = item.chair_proposal
    return replace(
        item,
        **_unmarked_texts(item, _ITEM_TEXTS),
        memo=item.memo and replace(item.memo, body=without_marks(item.memo.body)),
        staff_proposal=tuple(map(without_marks, item.staff_proposal)),
        chair_proposal=chair and tuple(map(without_marks, chair)),
        earlier=tuple(replace(one, reason=without_marks(one.reason)) for one in item.earlier),
    )


def _unmarked_texts(model: AgendaItem | Paragraph, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: without_marks(getattr(model, name)) for name in names if getattr(model, name)}


def _item(item: AgendaItem, where: str, found: list[Masked]) -> AgendaItem:
    if item.publish == "no":
        found.append(Masked(where, "hela ärendet"))
        return AgendaItem(
            item.id,
            item.committee_id,
            item.meeting_id,
            item.position,
            item.number,
            item.kind,
            SECRET_TITLE,
            item.state,
            late=item.late,
            publish="no",
        )
    shown = tuple(one for one in item.attachments if one.publish == "yes")
    for one in item.attachments:
        if one.publish != "yes":
            found.append(Masked(where, f"bilaga {one.number}"))
    if item.publish == "yes":
        return replace(item, attachments=shown)
    texts: dict[str, Any] = {
        name: _masked(getattr(item, name), where, found)
        for name in _ITEM_TEXTS
        if getattr(item, name)
    }
    memo = item.memo and replace(item.memo, body=_masked(item.memo.body, where, found))
    chair = item.chair_proposal
    return replace(
        item,
        **texts,
        attachments=shown,
        memo=memo,
        staff_proposal=tuple(_masked(point, where, found) for point in item.staff_proposal),
        chair_proposal=chair and tuple(_masked(point, where, found) for point in chair),
        earlier=tuple(
            replace(one, reason=_masked(one.reason, where, found)) for one in item.earlier
        ),
    )


def _paragraph(paragraph: Paragraph, publish: str, where: str, found: list[Masked]) -> Paragraph:
    if publish == "yes":
        return paragraph
    if publish == "no":
        empty: dict[str, Any] = dict.fromkeys(_PARAGRAPH_TEXTS, "")
        return replace(paragraph, points=(SECRET_DECISION,), **empty)
    texts: dict[str, Any]
    texts = {name: _masked(getattr(paragraph, name), where, found) for name in _PARAGRAPH_TEXTS}
    points = tuple(_masked(point, where, found) for point in paragraph.points)
    return replace(paragraph, points=points, **texts)


def _masked(text: str, where: str, found: list[Masked]) -> str:
    for hidden in _HIDDEN.findall(text):
        found.append(Masked(where, hidden))
    return _HIDDEN.sub(MASK, text)
