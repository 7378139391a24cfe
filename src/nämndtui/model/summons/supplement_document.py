"""Which supplement there is to print, and what it says of each item (F 2).

What is not yet sent comes first. Once it is marked as sent, the paper shows what went out, from
what was kept then: the same data give the same paper, whatever has been written since.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.item_documents import item_as_sent
from nämndtui.model.agenda.meeting_states import OPEN_AGENDA, SUPPLEMENT
from nämndtui.model.agenda.sending import Sending, SentDocument, SentKind, SentPage
from nämndtui.model.agenda.sent_state import SentState, sent_state, summons_known
from nämndtui.model.agenda.timed_items import with_start_times
from nämndtui.model.publication.secret_paragraph import is_secret, neutral_item
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.supplement import DocumentChange, changes_by, coming_supplement
from nämndtui.model.summons.supplement_wording import nothing_new
from nämndtui.model.text.errors import RefusedError

_SECRET = "omfattas av sekretess"


@dataclass(frozen=True)
class SupplementItem:
    """One item of a supplement: as it was sent, and what is new in it.

    ``memo_sent`` tells whether the memo is in the supplement.
    """

    item: AgendaItem
    changes: tuple[DocumentChange, ...]
    memo_sent: bool

    def changed(self, kind: SentKind) -> DocumentChange | None:
        """The change that gave the item's page or memo a new version, if one did."""
        return next(
            (
                one
                for one in self.changes
                if one.kind == "changed_document" and one.document.kind == kind
            ),
            None,
        )


@dataclass(frozen=True)
class SupplementDocument:
    """One supplement: the meeting's first, second …, its day, and what had gone out before."""

    number: int
    day: dt.date
    before: tuple[Sending, ...]
    items: tuple[SupplementItem, ...]


def supplement_document(dossier: MeetingDossier, today: dt.date) -> SupplementDocument:
    """The supplement to print: what is not yet sent, dated ``today``, else the latest sent.

    Raises RefusedError when the kallelse is not out, or nothing is new since it.
    """
    if dossier.meeting.state in OPEN_AGENDA:
        raise RefusedError("Kallelsen är inte skickad. Det som ändras nu kommer med i den.")
    sent = dossier.sendings
    if dossier.meeting.state in SUPPLEMENT:
        coming = coming_supplement(dossier, today)
        if coming.documents:
            return _document(dossier, coming, sent)
    if not sent or sent[-1].kind != "supplement":
        raise RefusedError(nothing_new(dossier))
    return _document(dossier, sent[-1], sent[:-1])


def _document(
    dossier: MeetingDossier, sending: Sending, before: tuple[Sending, ...]
) -> SupplementDocument:
    number = 1 + sum(one.kind == "supplement" for one in before)
    state = sent_state((*before, sending))
    changes = changes_by(sending.documents, before)
    timed = _start_times(dossier, (*before, sending), state)
    secret = {one.id for one in dossier.items if is_secret(one)}
    items = tuple(
        replace(one, item=replace(one.item, starts=timed.get(one.item.id)))
        for one in _items(sending, changes, state, dossier.committee.id)
    )
    shown = tuple(_neutral(one) if one.item.id in secret else one for one in items)
    return SupplementDocument(number, sending.sent_on, before, shown)


def _start_times(
    dossier: MeetingDossier, sent: Sequence[Sending], state: SentState
) -> dict[int, dt.time | None]:
    """Item id → when it begins by what the committee then had been sent.

    Nothing when the kallelse is not known: what stands before an item is not known either.
    """
    if not summons_known(sent):
        return {}
    latest = max(place for place, one in enumerate(sent) if one.kind == "summons")
    order = dict.fromkeys(one.item_id for sending in sent[latest:] for one in sending.documents)
    pages = (state.get((item_id, "item_page", "")) for item_id in order)
    items = [
        item_as_sent(page.document, None, position, dossier.committee.id)
        for position, page in enumerate((one for one in pages if one is not None and one.held), 1)
    ]
    return {one.id: one.starts for one in with_start_times(dossier.meeting.start, items)}


def _items(
    sending: Sending, changes: Sequence[DocumentChange], state: SentState, committee_id: int
) -> Iterator[SupplementItem]:
    for position, item_id in enumerate(dict.fromkeys(d.item_id for d in sending.documents), 1):
        documents = [one for one in sending.documents if one.item_id == item_id]
        memo = state.get((item_id, "memo", ""))
        known = memo.document if memo is not None and memo.held else None
        item = item_as_sent(_page(documents[0], state), known, position, committee_id)
        own = tuple(change for change in changes if change.item_id == item_id)
        yield SupplementItem(item, own, known in documents)


def _neutral(one: SupplementItem) -> SupplementItem:
    """A secret item: that something of it is new, and nothing of what it is about (F 27)."""
    changes = tuple(
        replace(change, document=replace(change.document, title=_SECRET)) for change in one.changes
    )
    return SupplementItem(neutral_item(one.item), changes, memo_sent=False)


def _page(document: SentDocument, state: SentState) -> SentDocument:
    """The page of the document's item; one that says nothing when none was ever recorded."""
    sent = state.get((document.item_id, "item_page", ""))
    if sent is not None:
        return sent.document
    bare = replace(document, kind="item_page", key="", title=document.item_title, removed=False)
    return replace(bare, content=SentPage())
