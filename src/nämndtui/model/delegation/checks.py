"""What is wrong or doubtful about a delegated decision (D2.19, F 28, KL 6:38).

A stop cannot be stored. A doubt is stored with the decision and shown; doubts about authority
keep it off the lists until somebody accepts them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from nämndtui.model.delegation.columns import DECISION_TEXTS
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.order import DelegationOrder
from nämndtui.model.delegation.urgent_authority import urgent_faults
from nämndtui.model.text.personal_number import find_personal_number
from nämndtui.model.text.vocabulary import VALUES

AUTHORITY_DOUBTS = (
    *("no_order", "unknown_point", "role_not_allowed", "not_delegable"),
    "urgent_role",
)
DOUBT_WORDS = VALUES["decision_doubt"]
"""Doubt → the short words lists show."""

_NOT_DELEGABLE = (
    (
        re.compile(
            r"\b(?:yttrande|yttra sig|svar|framställning)\b[^.;]{0,60}\b(?:kommun)?fullmäktige\b"
        ),
        "yttranden och framställningar till fullmäktige",
    ),
    (
        re.compile(
            r"\byttrande\b[^.;]{0,80}\b(?:överklagande|överklagat)\b[^.;]{0,60}\bnämnden\w*\b"
        ),
        "yttranden när nämndens eget beslut har överklagats",
    ),
    (
        re.compile(r"\b(?:verksamhetens|nämndens|förvaltningens)\s+(?:mål|inriktning|omfattning)"),
        "verksamhetens mål, inriktning, omfattning eller kvalitet",
    ),
    (
        re.compile(r"\b(?:beslut|svar|avgörande)\b[^.;]{0,40}\bmedborgarförslag"),
        "ärenden som väckts genom medborgarförslag",
    ),
    (
        re.compile(r"\bprincipiell\w*\b[^.;]{0,40}\bmyndighetsutövning"),
        "principiell myndighetsutövning mot enskilda",
    ),
)


@dataclass(frozen=True)
class DecisionFinding:
    """One finding: ``stop`` or a doubt with its ``code``. ``text`` says what to do, in Swedish."""

    code: str
    field: str
    text: str
    stop: bool = False


def check_decision(
    decision: DelegatedDecision,
    order: DelegationOrder | None,
    today: date,
    is_known: Callable[[tuple[str, str, date]], bool],
    held_since: date | None = None,
) -> tuple[DecisionFinding, ...]:
    """Everything to say about the decision, stops first.

    ``order`` is the version valid on the day of the decision. ``is_known`` tells whether another
    decision has the same (dnr, point, date). ``held_since`` is the latest meeting held after
    the decision that could have reported it, if any.
    """
    return (
        *_stops(decision, today),
        *_authority(decision, order),
        *_doubles(decision, is_known),
        *_late(held_since),
    )


def authority_doubts(doubts: tuple[str, ...]) -> tuple[str, ...]:
    """The doubts that keep a decision off the lists."""
    return tuple(code for code in doubts if code in AUTHORITY_DOUBTS)


def held_back(decision: DelegatedDecision) -> bool:
    """True while a doubt about authority keeps it off the lists: nobody has accepted it (F 28)."""
    return bool(authority_doubts(decision.doubts)) and not decision.accepted


def not_delegable(text: str) -> str:
    """What KL 6:38 forbids delegating, when ``text`` sounds like it; else empty."""
    plain = text.casefold()
    return next((what for pattern, what in _NOT_DELEGABLE if pattern.search(plain)), "")


def _stops(decision: DelegatedDecision, today: date) -> Iterator[DecisionFinding]:
    required = (
        ("role", decision.role, "Ange vilken roll som har fattat beslutet."),
        ("decider", decision.decider, "Ange vem som har fattat beslutet."),
        ("dnr", decision.dnr, "Ange diarienummer."),
        ("description", decision.description, "Skriv vad beslutet gäller."),
    )
    for field, value, message in required:
        if not value.strip():
            yield DecisionFinding("missing", field, message, stop=True)
    for field in DECISION_TEXTS:
        if find_personal_number(getattr(decision, field)):
            yield DecisionFinding(
                "personal_number",
                field,
                "Texten innehåller något som ser ut som ett personnummer. Ta bort det; "
                "personnummer får inte lagras här.",
                stop=True,
            )
    if decision.decided_on > today:
        text = f"{decision.decided_on.isoformat()} har inte inträffat än. Kontrollera datumet."
        yield DecisionFinding("future", "decided_on", text, stop=True)
    if decision.urgent and not decision.urgent_reason.strip():
        text = "Skriv varför beslutet inte kunde vänta till nästa sammanträde (KL 6:39)."
        yield DecisionFinding("missing", "urgent_reason", text, stop=True)


def _authority(
    decision: DelegatedDecision, order: DelegationOrder | None
) -> Iterator[DecisionFinding]:
    day = decision.decided_on.isoformat()
    if what := not_delegable(decision.description):
        text = f"Det ser ut att gälla {what}, vilket inte får delegeras (KL 6:38)."
        yield DecisionFinding("not_delegable", "description", f"{text} Ska nämnden besluta själv?")
    if decision.urgent:
        # KL 6:39 is an authority of its own, beside the order's points.
        for code, field, text in urgent_faults(decision, order):
            yield DecisionFinding(code, field, text)
        return
    if order is None:
        text = f"Ingen delegationsordning gällde {day}. Lägg in den som gällde då."
        yield DecisionFinding("no_order", "point", text)
        return
    rule = order.rule(decision.point)
    if rule is None:
        text = f"Punkten {decision.point} finns inte i den delegationsordning som gällde {day}."
        yield DecisionFinding("unknown_point", "point", f"{text} Kontrollera punkten.")
        return
    if not rule.allows(decision.role):
        allowed = ", ".join(rule.roles) or "ingen"
        text = f"{decision.role} får inte besluta enligt {rule.point}; det får {allowed}."
        yield DecisionFinding("role_not_allowed", "role", f"{text} Ska nämnden besluta själv?")


def _doubles(
    decision: DelegatedDecision, is_known: Callable[[tuple[str, str, date]], bool]
) -> Iterator[DecisionFinding]:
    if is_known(decision.key):
        text = (
            f"Det finns redan ett beslut enligt {decision.point} i {decision.dnr} från "
            f"{decision.decided_on.isoformat()}. Är det samma beslut?"
        )
        yield DecisionFinding("duplicate", "dnr", text)


def _late(held_since: date | None) -> Iterator[DecisionFinding]:
    if held_since is not None:
        text = (
            f"Nämnden sammanträdde {held_since.isoformat()}, efter beslutet. "
            "Beslutet anmäls nu, med sitt rätta datum."
        )
        yield DecisionFinding("late", "decided_on", text)
