"""What documents are made from: a meeting, or a quarter's report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from nämndtui.documents.contexts.report_frame import ReportFrame
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.people.committee import Committee
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.unenforced.quarter_report import QuarterReport
from nämndtui.model.unenforced.quarter_trend import TrendPoint


@dataclass(frozen=True)
class MeetingFacts:
    """A meeting with what the document may show of it, and which part of it the document is of.

    ``today`` dates what has not been sent. ``paragraph``, ``part_id`` and ``item_id`` are 0 when
    the document is not of one §, of a part of its own, of one item. ``record`` is there for what
    needs a roll or a vote; ``decisions`` and the order of their roles for what tells of them.
    """

    dossier: MeetingDossier
    today: date
    paragraph: int = 0
    part_id: int = 0
    item_id: int = 0
    record: MinutesRecord | None = None
    decisions: tuple[DelegatedDecision, ...] = ()
    role_order: tuple[str, ...] = ()

    @property
    def committee(self) -> Committee:
        """Whose document it is."""
        return self.dossier.committee

    @property
    def day(self) -> date:
        """The day the file is called by."""
        return self.dossier.meeting.date

    @property
    def public(self) -> bool:
        """True for the public form of what has one."""
        return self.dossier.public

    @property
    def roll(self) -> MinutesRecord:
        """The record; what needs it is never asked for without."""
        assert self.record is not None, "a list of those present is made from the record"
        return self.record


@dataclass(frozen=True)
class QuarterFacts:
    """A quarter's report of one law, and what it is compared with.

    ``previous`` is the report of the quarter before, ``trend`` the points of all quarters up to
    this one; with them the memo compares and shows charts.
    """

    committee: Committee
    report: QuarterReport
    frame: ReportFrame = field(default_factory=ReportFrame)
    previous: QuarterReport | None = None
    trend: tuple[TrendPoint, ...] = ()
    public: bool = False

    @property
    def day(self) -> date:
        """The day the file is called by."""
        return self.report.compiled_on
