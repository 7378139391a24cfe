"""The agenda item (ärende på dagordningen) and everything that travels with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.agenda.case import CaseReference
from nämndtui.model.agenda.earlier_treatment import EarlierTreatment
from nämndtui.model.agenda.item_fields import presenter_text

ItemKind = Literal[
    "opening",
    "heading",
    "decision",
    "information",
    "reported_matters",
    "delegated_decisions",
    "other",
]
ITEM_KINDS: tuple[ItemKind, ...] = get_args(ItemKind)
"""``opening`` = opening item such as Justering; ``heading`` = heading without number."""

ItemState = Literal[
    "draft",
    "ready",
    "listed",
    "withdrawn",
    "tabled",
    "referred_back",
    "decided",
    "noted",
]
ITEM_STATES: tuple[ItemState, ...] = get_args(ItemState)
LateKind = Literal["no", "supplement", "at_meeting"]
LATE_KINDS: tuple[LateKind, ...] = get_args(LateKind)
Publish = Literal["yes", "masked", "no"]
PUBLISH: tuple[Publish, ...] = get_args(Publish)


@dataclass(frozen=True)
class Recipient:
    """Someone the decision is sent to (Expedieras till), with the recipient's own dnr."""

    name: str
    foreign_dnr: str = ""

    @property
    def text(self) -> str:
        """``Kommunledningsförvaltningen (KS/2017:175)``."""
        return f"{self.name} ({self.foreign_dnr})" if self.foreign_dnr else self.name


@dataclass(frozen=True)
class Presenter:
    """Who presents the item (föredragande)."""

    name: str
    title: str = ""
    topic: str = ""

    @property
    def text(self) -> str:
        """``Namn, titel – ämne``."""
        return presenter_text(self.name, self.title, self.topic)


@dataclass(frozen=True)
class StoredFile:
    """An attachment's bytes at rest: SHA-256 names the bytes, ``name`` is the user's file name."""

    sha256: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True)
class Attachment:
    """One numbered attachment (bilaga) of an item; ``file`` is None when only listed."""

    id: int
    number: AttachmentNumber
    title: str
    date: dt.date | None = None
    dnr: str = ""
    publish: Publish = "yes"
    file: StoredFile | None = None


@dataclass(frozen=True)
class MemoSignature:
    """Who signs the memo."""

    name: str
    title: str = ""


@dataclass(frozen=True)
class StaffMemo:
    """The official's memo (tjänsteskrivelse) behind an item.

    ``references`` are the officials answering for it; ``body`` is Markdown with the sections
    Ärende, Förvaltningens svar and so on. Proposal, summary, attachments and recipients are
    the item's: written once, printed in both places.
    """

    date: dt.date | None = None
    references: tuple[str, ...] = ()
    addressee: str = ""
    body: str = ""
    signatures: tuple[MemoSignature, ...] = ()


@dataclass(frozen=True)
class AgendaItem:
    """One item of a meeting's agenda, or a draft waiting for a meeting (``meeting_id`` None).

    ``number`` is the printed item number (None for opening items, headings and drafts) and
    ``remark`` is printed under the title on the front page. ``staff_proposal`` is the
    administration's; ``chair_proposal`` is None while the chair follows it. Texts are Markdown.
    ``duration`` is the minutes it is expected to take. ``earlier`` is how it was treated before,
    latest first; it follows from earlier meetings, as ``starts`` does from the agenda.
    """

    id: int
    committee_id: int
    meeting_id: int | None
    position: int
    number: int | None
    kind: ItemKind
    title: str
    state: ItemState = "draft"
    cases: tuple[CaseReference, ...] = ()
    staff_proposal: tuple[str, ...] = ()
    chair_proposal: tuple[str, ...] | None = None
    summary: str = ""
    chair_summary: str | None = None
    presenters: tuple[Presenter, ...] = ()
    memo: StaffMemo | None = None
    attachments: tuple[Attachment, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    late: LateKind = "no"
    remark: str = ""
    publish: Publish = "yes"
    exercise_of_authority: bool = False
    election: bool = False
    duration: int | None = None
    version: int = 1
    earlier: tuple[EarlierTreatment, ...] = ()
    starts: dt.time | None = None

    @property
    def proposal(self) -> tuple[str, ...]:
        """The proposal the committee is asked to decide: the chair's, else the administration's."""
        return self.staff_proposal if self.chair_proposal is None else self.chair_proposal

    @property
    def summary_shown(self) -> str:
        """The summary on the item page: the chair's own, else the memo's."""
        return self.summary if self.chair_summary is None else self.chair_summary

    @property
    def chair_differs(self) -> bool:
        """True when the chair proposes something else than the administration does."""
        return (
            self.chair_proposal is not None
            and bool(self.staff_proposal)
            and self.chair_proposal != self.staff_proposal
        )

    @property
    def dnrs(self) -> tuple[str, ...]:
        """Diary numbers in order."""
        return tuple(case.dnr for case in self.cases)

    @property
    def title_with_dnr(self) -> str:
        """``Delårsrapport 2 (on/2026:106)``; several numbers are joined by comma."""
        return f"{self.title} ({', '.join(self.dnrs)})" if self.cases else self.title

    @property
    def withdrawn(self) -> bool:
        """True when the item has been withdrawn (utgår)."""
        return self.state == "withdrawn"
