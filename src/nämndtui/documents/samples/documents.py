"""Every kind of document, made from invented facts: for trying templates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from nämndtui.documents.contexts.report_frame import ReportFrame
from nämndtui.documents.kinds.before_meeting import (
    extract,
    minutes,
    staff_memo,
    summons,
    supplement,
)
from nämndtui.documents.kinds.minutes import (
    announcement,
    attendance_sheet,
    secrecy_annex,
    vote_list,
)
from nämndtui.documents.kinds.registers import (
    delegation_list,
    public_unenforced,
    statistics,
    unenforced,
)
from nämndtui.documents.samples.dossier import SAMPLE_DAY, sample_dossier
from nämndtui.documents.samples.hostile_dossier import hostile_dossier, made_hostile
from nämndtui.documents.samples.registers import ROLE_ORDER, sample_decisions, sample_reports
from nämndtui.documents.samples.sendings import with_sample_sendings
from nämndtui.documents.samples.votes import sample_votes
from nämndtui.documents.templates.document import Document
from nämndtui.model.decisions.vote import Vote
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.unenforced.quarter_report import QuarterReport
from nämndtui.model.unenforced.quarter_trend import quarter_trend

_SENT = SAMPLE_DAY - timedelta(days=7)
_ADDED = SAMPLE_DAY - timedelta(days=1)


@dataclass(frozen=True)
class SampleFacts:
    """A meeting, its votes, delegated decisions, and quarter reports of one law, oldest first."""

    dossier: MeetingDossier
    decisions: tuple[DelegatedDecision, ...]
    reports: tuple[QuarterReport, ...]
    frame: ReportFrame
    votes: tuple[Vote, ...] = ()

    @property
    def record(self) -> MinutesRecord:
        """The meeting with its votes, its attendance as listed."""
        latest = max(one.number for one in self.dossier.paragraphs)
        return MinutesRecord(self.dossier, latest + 1, votes=self.votes)

    def with_templates(self, folder: Path) -> SampleFacts:
        """The same facts of a committee whose templates lie in ``folder``."""
        committee = self.dossier.committee
        settings = replace(committee.settings, template_folder=str(folder))
        committee = replace(committee, settings=settings)
        return replace(self, dossier=replace(self.dossier, committee=committee))


def ordinary_facts() -> SampleFacts:
    """Facts as they usually are."""
    frame = ReportFrame("on/2026:12", ("Ivar Lönn, utredare",))
    return SampleFacts(
        sample_dossier(), sample_decisions(), sample_reports(), frame, sample_votes()
    )


def hostile_facts() -> SampleFacts:
    """The same with hostile text wherever a user can write any."""
    facts = ordinary_facts()
    return SampleFacts(
        hostile_dossier(),
        tuple(made_hostile(one) for one in facts.decisions),
        tuple(made_hostile(one) for one in facts.reports),
        made_hostile(facts.frame),
        tuple(made_hostile(one) for one in facts.votes),
    )


def _unenforced(facts: SampleFacts) -> Document:
    *_, previous, report = facts.reports
    trend = quarter_trend(facts.reports)
    return unenforced(facts.dossier.committee, report, facts.frame, previous, trend)


MAKERS: dict[str, Callable[[SampleFacts], Document]] = {
    "kallelse": lambda facts: summons(facts.dossier, _SENT),
    "tilläggskallelse": lambda f: supplement(with_sample_sendings(f.dossier, _SENT), _ADDED),
    "protokoll": lambda facts: minutes(facts.dossier),
    "utdrag": lambda facts: extract(facts.dossier, facts.dossier.paragraphs[1].number),
    "tjänsteskrivelse": lambda facts: staff_memo(facts.dossier, facts.dossier.items[3]),
    "anslag": lambda facts: announcement(facts.dossier),
    "närvarolista": lambda facts: attendance_sheet(facts.record),
    "voteringslista": lambda facts: vote_list(facts.record),
    "sekretessbilaga": lambda f: secrecy_annex(f.dossier, f.dossier.paragraphs[1].number),
    "delegationslista": lambda f: delegation_list(f.dossier, f.decisions, ROLE_ORDER),
    "ej-verkställda": _unenforced,
    "ej-verkställda-offentlig": lambda facts: public_unenforced(
        facts.dossier.committee, facts.reports[-1], facts.frame
    ),
    "statistikrapport": lambda facts: statistics(
        facts.dossier.committee, facts.reports[-1], facts.frame
    ),
}
"""Template name → its document, made from ``SampleFacts``."""
