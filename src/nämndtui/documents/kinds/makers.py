"""What each kind of document is made of: one row under the name ``DOCUMENT_KINDS`` has it by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from nämndtui.documents.contexts.announcement import announcement_context
from nämndtui.documents.contexts.attendance_list import attendance_list_context
from nämndtui.documents.contexts.committee import Context
from nämndtui.documents.contexts.decision_list import decision_list_context, listed_only
from nämndtui.documents.contexts.delegation import delegation_context
from nämndtui.documents.contexts.memo import staff_memo_context
from nämndtui.documents.contexts.minutes import extract_context, minutes_context
from nämndtui.documents.contexts.printed_part import PrintedPart, main_part, part_by_id
from nämndtui.documents.contexts.public import public_context
from nämndtui.documents.contexts.secrecy import secrecy_context
from nämndtui.documents.contexts.statistics import statistics_context
from nämndtui.documents.contexts.summons import summons_context
from nämndtui.documents.contexts.supplement import supplement_context
from nämndtui.documents.contexts.unenforced import unenforced_context
from nämndtui.documents.contexts.vote_list import vote_list_context
from nämndtui.documents.kinds.facts import MeetingFacts, QuarterFacts
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.supplement_document import supplement_document
from nämndtui.model.text.paragraph_range import file_range
from nämndtui.model.text.vocabulary import swedish

F = TypeVar("F", MeetingFacts, QuarterFacts)


@dataclass(frozen=True)
class Maker(Generic[F]):
    """How a kind is made: its context and, from that, what its file name says after its words.

    The file is called by the meeting's day; with ``own_day`` by the document's, when it has one.
    ``printed`` is the dossier with only what the document prints of it, when that is not all: what
    the public form leaves out is told of that.
    """

    context: Callable[[F], Context]
    detail: Callable[[F, Context], str] = lambda _, __: ""
    own_day: bool = False
    printed: Callable[[MeetingDossier], MeetingDossier] = lambda dossier: dossier


def _printed(facts: MeetingFacts) -> PrintedPart:
    """The part asked for. Raises NotFoundError when the meeting has no such part."""
    return part_by_id(facts.dossier, facts.part_id) if facts.part_id else main_part(facts.dossier)


def _supplement(facts: MeetingFacts) -> Context:
    """Raises RefusedError when nothing is new since the kallelse."""
    return supplement_context(facts.dossier, supplement_document(facts.dossier, facts.today))


def _supplement_number(_: MeetingFacts, context: Context) -> str:
    number = context["tillägg"]["nummer"]
    return "" if number == "1" else str(number)


def _part(facts: MeetingFacts, _: Context) -> str:
    return file_range(_printed(facts).numbers)


def _paragraph(facts: MeetingFacts, _: Context) -> str:
    return file_range([facts.paragraph]) if facts.paragraph else ""


def _memo_subject(facts: MeetingFacts, _: Context) -> str:
    item = facts.dossier.item(facts.item_id)
    return item.dnrs[0] if item.dnrs else item.title


def _quarter(facts: QuarterFacts, _: Context) -> str:
    return f"{swedish('law', facts.report.law)} {facts.report.quarter}"


def _public_quarter(facts: QuarterFacts, context: Context) -> str:
    return f"{_quarter(facts, context)} offentlig"


_OF_A_MEETING: dict[str, Maker[MeetingFacts]] = {
    "kallelse": Maker(lambda f: summons_context(f.dossier, f.today)),
    "tilläggskallelse": Maker(_supplement, _supplement_number),
    "protokoll": Maker(lambda f: minutes_context(f.dossier, f.part_id), _part),
    "beslutslista": Maker(lambda f: decision_list_context(f.dossier), printed=listed_only),
    "anslag": Maker(lambda f: announcement_context(_printed(f)), _part),
    "utdrag": Maker(lambda f: extract_context(f.dossier, f.paragraph), _paragraph),
    "sekretessbilaga": Maker(lambda f: secrecy_context(f.dossier, f.paragraph), _paragraph),
    "närvarolista": Maker(lambda f: attendance_list_context(f.roll)),
    "voteringslista": Maker(lambda f: vote_list_context(f.roll, f.paragraph), _paragraph),
    "tjänsteskrivelse": Maker(
        lambda f: staff_memo_context(f.committee, f.dossier.item(f.item_id)),
        _memo_subject,
        own_day=True,
    ),
    "delegationslista": Maker(lambda f: delegation_context(f.dossier, f.decisions, f.role_order)),
}
_OF_A_QUARTER: dict[str, Maker[QuarterFacts]] = {
    "ej-verkställda": Maker(
        lambda f: unenforced_context(f.committee, f.report, f.frame, f.previous, f.trend), _quarter
    ),
    "statistikrapport": Maker(
        lambda f: statistics_context(f.committee, f.report, f.frame), _quarter
    ),
    "ej-verkställda-offentlig": Maker(
        lambda f: public_context(f.committee, f.report, f.frame), _public_quarter
    ),
}
MAKERS: dict[str, Maker[Any]] = {**_OF_A_MEETING, **_OF_A_QUARTER}
"""Kind's name → how it is made."""
