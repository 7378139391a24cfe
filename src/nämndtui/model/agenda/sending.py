"""What went out before a meeting: the kallelse and its supplements, with the text that was sent.

A sending is never changed: a document that is finished later goes out as a new version, and the
old one is kept (F 2).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal, get_args

from nämndtui.model.agenda.agenda_item import (
    ItemKind,
    LateKind,
    MemoSignature,
    Presenter,
    Recipient,
)

SendingKind = Literal["summons", "supplement"]
SENDING_KINDS: tuple[SendingKind, ...] = get_args(SendingKind)
SentKind = Literal["item_page", "memo", "attachment"]
SENT_KINDS: tuple[SentKind, ...] = get_args(SentKind)


@dataclass(frozen=True)
class ListedAttachment:
    """A row of the list of attachments on an item's page; ``number`` as printed (``2:1``)."""

    number: str
    title: str
    date: dt.date | None = None
    dnr: str = ""


@dataclass(frozen=True)
class SentPage:
    """What an item's page said; of an item without a page, what the list on the front said.

    ``other_proposal`` is the administration's where the chair proposed something else. What
    stands beside the page makes it no other page: the attachments, which are documents of their
    own, the remark, which is printed in the list on the front, and how long the item should take.
    """

    dnrs: tuple[str, ...] = ()
    proposal: tuple[str, ...] = ()
    other_proposal: tuple[str, ...] = ()
    summary: str = ""
    presenters: tuple[Presenter, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    remark: str = field(default="", compare=False)
    kind: ItemKind = field(default="decision", compare=False)
    late: LateKind = field(default="no", compare=False)
    attachments: tuple[ListedAttachment, ...] = field(default=(), compare=False)
    duration: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class SentMemo:
    """What a memo said, the item's own proposal, summary and recipients with it."""

    dnrs: tuple[str, ...] = ()
    date: dt.date | None = None
    references: tuple[str, ...] = ()
    addressee: str = ""
    proposal: tuple[str, ...] = ()
    summary: str = ""
    body: str = ""
    signatures: tuple[MemoSignature, ...] = ()
    recipients: tuple[Recipient, ...] = ()


@dataclass(frozen=True)
class SentFile:
    """Which file an attachment was: SHA-256 (hex) of its bytes, and the user's name for it."""

    sha256: str
    name: str
    date: dt.date | None = None
    dnr: str = ""


SentContent = SentPage | SentMemo | SentFile
DocumentKey = tuple[int, SentKind, str]
"""Item id, kind of document, attachment number: the same document in every version of it."""


@dataclass(frozen=True)
class SentDocument:
    """One version of one document in one sending.

    ``key`` is an attachment's number, else empty. ``item_number`` and ``item_title`` are what
    the item was called then. ``withdrawn`` tells on its page that the item is withdrawn,
    ``removed`` that the document no longer belongs to the item.
    """

    item_id: int
    kind: SentKind
    key: str
    title: str
    content: SentContent
    item_number: int | None
    item_title: str
    version: int = 1
    withdrawn: bool = False
    removed: bool = False

    @property
    def identity(self) -> DocumentKey:
        """What all versions of the document share."""
        return self.item_id, self.kind, self.key

    def says_the_same(self, other: SentDocument) -> bool:
        """True when no reader could tell the two apart: then they are one version."""
        mine, others = (self.title, self.content), (other.title, other.content)
        return mine == others and self._row == other._row

    @property
    def _row(self) -> str:
        """The remark, where a row on the front is all there is of the item."""
        page = self.content
        return page.remark if isinstance(page, SentPage) and self.item_number is None else ""


@dataclass(frozen=True)
class Sending:
    """One dispatch: ``kind`` summons (kallelse) or supplement (tilläggskallelse), and its day.

    A kallelse holds every document, a supplement what was new and the pages it stands on, in
    agenda order.
    """

    id: int
    kind: SendingKind
    sent_on: dt.date
    documents: tuple[SentDocument, ...] = ()
