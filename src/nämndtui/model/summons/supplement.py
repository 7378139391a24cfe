"""What is new since the kallelse, document by document (F 2).

Everything is compared as it is printed in the committee's own papers. Items raised at the meeting
(F 1) were never in any kallelse, and headings carry no matter: both are left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.attachment_number import parse_attachment_number
from nämndtui.model.agenda.item_documents import item_documents
from nämndtui.model.agenda.meeting_states import SUPPLEMENT
from nämndtui.model.agenda.sending import SENT_KINDS, Sending, SentDocument, SentPage
from nämndtui.model.agenda.sent_state import Sent, SentState, numbered, sent_state, summons_known
from nämndtui.model.publication.public_version import full_dossier
from nämndtui.model.record.dossier import MeetingDossier

ChangeKind = Literal[
    "new_item",
    "restored_item",
    "withdrawn_item",
    "new_document",
    "changed_document",
    "removed_document",
]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)


@dataclass(frozen=True)
class DocumentChange:
    """One thing that is new: ``document`` is its newest version, or the one that is gone.

    ``replaces`` is the day the version before went out; None when there was none.
    """

    kind: ChangeKind
    document: SentDocument
    replaces: dt.date | None = None

    @property
    def item_id(self) -> int:
        """The item it belongs to."""
        return self.document.item_id


def summons_documents(dossier: MeetingDossier, sent: Sequence[Sending]) -> tuple[SentDocument, ...]:
    """Everything a kallelse sent now would hold; of a withdrawn item only that it is.

    What a recalled kallelse already said keeps its version.
    """
    state = sent_state(sent)
    return tuple(
        numbered(document, state)
        for item in _listed(dossier)
        for document in item_documents(item)[: 1 if item.withdrawn else None]
    )


def supplement_documents(
    dossier: MeetingDossier, sent: Sequence[Sending]
) -> tuple[SentDocument, ...]:
    """Everything a supplement sent now would hold, in agenda order; empty when nothing is new.

    An item with anything new comes with its page, even where that is as before. When it is not
    known what the kallelse said, only items added after it are new.
    """
    state, known = sent_state(sent), summons_known(sent)
    return tuple(document for item in _listed(dossier) for document in _new_in(item, state, known))


def coming_supplement(dossier: MeetingDossier, day: dt.date) -> Sending:
    """The supplement that would go out on ``day``; without documents when nothing is new."""
    return Sending(0, "supplement", day, supplement_documents(dossier, dossier.sendings))


def changes_since(dossier: MeetingDossier, sent: Sequence[Sending]) -> tuple[DocumentChange, ...]:
    """What is new in the dossier since ``sent``, in agenda order."""
    return changes_by(supplement_documents(dossier, sent), sent)


def unsent_changes(dossier: MeetingDossier) -> tuple[DocumentChange, ...]:
    """What a supplement is needed for: nothing before the kallelse or once the meeting began."""
    if dossier.meeting.state not in SUPPLEMENT:
        return ()
    return changes_since(dossier, dossier.sendings)


def changed_durations(dossier: MeetingDossier) -> tuple[AgendaItem, ...]:
    """Items whose duration is another than was sent, so that times the committee has are wrong.

    No page becomes a new version of it (``SentPage``). Nothing before the kallelse, once the
    meeting began, or when it is not known what the kallelse said.
    """
    if dossier.meeting.state not in SUPPLEMENT:
        return ()
    sent = {
        item_id: one.document.content.duration
        for (item_id, kind, _), one in sent_state(dossier.sendings).items()
        if one.held and kind == "item_page" and isinstance(one.document.content, SentPage)
    }
    return tuple(
        item
        for item in _listed(dossier)
        if item.id in sent and not item.withdrawn and item.duration != sent[item.id]
    )


def changes_by(
    documents: Sequence[SentDocument], sent: Sequence[Sending]
) -> tuple[DocumentChange, ...]:
    """What a supplement of ``documents`` tells those who have got ``sent``."""
    state = sent_state(sent)
    return tuple(
        change for document in documents for change in _told(document, state.get(document.identity))
    )


def _listed(dossier: MeetingDossier) -> Iterator[AgendaItem]:
    for item in full_dossier(dossier).items:
        if item.late != "at_meeting" and item.kind != "heading":
            yield item


def _new_in(item: AgendaItem, state: SentState, known: bool) -> tuple[SentDocument, ...]:
    """The item's part of a supplement."""
    page, *documents = (numbered(document, state) for document in item_documents(item))
    before = state.get(page.identity)
    had = before if before is not None and before.held else None
    if had is None and not known and item.late != "supplement":
        return ()
    if item.withdrawn:
        gone = had is not None and not had.document.withdrawn
        return (replace(had.document, withdrawn=True),) if had and gone else ()
    changed = [one for one in documents if not _has(one, state)]
    removed = list(_removed(item, page, documents, state))
    same_page = had is not None and had.has(page)
    restored = had is not None and had.document.withdrawn
    if same_page and not restored and not changed and not removed:
        return ()
    return (page, *sorted([*changed, *removed], key=_place))


def _has(document: SentDocument, state: SentState) -> bool:
    """True when the committee already has this version."""
    before = state.get(document.identity)
    return before is not None and before.has(document)


def _removed(
    item: AgendaItem, page: SentDocument, documents: Sequence[SentDocument], state: SentState
) -> Iterator[SentDocument]:
    """What the committee has of the item that no longer belongs to it."""
    left = {page.identity, *(one.identity for one in documents)}
    for identity, before in state.items():
        if identity[0] == item.id and before.held and identity not in left:
            yield replace(
                before.document, item_number=item.number, item_title=item.title, removed=True
            )


def _place(document: SentDocument) -> tuple[object, ...]:
    """Page, memo, then attachments in number order."""
    number = parse_attachment_number(document.key) if document.key else None
    order = (number.main, number.sub or 0) if number else (0, 0)
    return SENT_KINDS.index(document.kind), order


def _told(document: SentDocument, before: Sent | None) -> Iterator[DocumentChange]:
    had = before if before is not None and before.held else None
    if document.kind == "item_page":
        yield from _page_told(document, had)
    elif document.removed:
        yield DocumentChange("removed_document", document)
    elif had is None:
        yield DocumentChange("new_document", document)
    elif not had.has(document):
        yield DocumentChange("changed_document", document, had.day)


def _page_told(page: SentDocument, had: Sent | None) -> Iterator[DocumentChange]:
    if had is None:
        yield DocumentChange("new_item", page)
        return
    if page.withdrawn != had.document.withdrawn:
        yield DocumentChange("withdrawn_item" if page.withdrawn else "restored_item", page)
    if not had.has(page):
        yield DocumentChange("changed_document", page, had.day)
