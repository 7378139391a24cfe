"""Every kind of document, made from invented facts: for trying templates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from nämndtui.documents.contexts.report_frame import ReportFrame
from nämndtui.documents.kinds.facts import MeetingFacts, QuarterFacts
from nämndtui.documents.kinds.finished_document import finished_document
from nämndtui.documents.samples.dossier import SAMPLE_DAY, sample_dossier
from nämndtui.documents.samples.hostile_dossier import hostile_dossier, made_hostile
from nämndtui.documents.samples.registers import ROLE_ORDER, sample_decisions, sample_reports
from nämndtui.documents.samples.sendings import with_sample_sendings
from nämndtui.documents.samples.votes import sample_votes
from nämndtui.documents.templates.document import Document
from nämndtui.model.decisions.vote import Vote
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.publication.document_kinds import DocumentKind, document_kind
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


def sample_document(name: str, sample: SampleFacts) -> Document:
    """The document of the kind ``name`` that the invented facts give."""
    return finished_document(name, facts_for(document_kind(name), sample))


def facts_for(kind: DocumentKind, sample: SampleFacts) -> MeetingFacts | QuarterFacts:
    """The invented facts a document of ``kind`` is made from: as ``of`` and ``needs`` say."""
    dossier = sample.dossier
    if kind.of == "quarter":
        *_, previous, report = sample.reports
        trend = quarter_trend(sample.reports)
        return QuarterFacts(dossier.committee, report, sample.frame, previous, trend)
    if kind.needs == "sent":
        return MeetingFacts(with_sample_sendings(dossier, _SENT), _ADDED)
    return MeetingFacts(
        dossier,
        _SENT,
        paragraph=dossier.paragraphs[1].number if kind.of_one_paragraph else 0,
        item_id=dossier.items[3].id if kind.of == "item" else 0,
        record=sample.record,
        decisions=sample.decisions,
        role_order=ROLE_ORDER,
    )
