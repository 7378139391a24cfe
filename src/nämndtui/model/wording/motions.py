"""Proposals and yrkanden in words (KL 5:67: those not withdrawn; C3, F 7)."""

from __future__ import annotations

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Outcome, Undecided
from nämndtui.model.decisions.yrkande import (
    SOURCES,
    Contestant,
    Handling,
    Yrkande,
    contestants,
    names,
    target_label,
    text_points,
)
from nämndtui.model.wording.reasons import with_reason

DECIDES_OTHERWISE: tuple[Outcome, ...] = ("own_decision", "rejected", "tabled", "referred_back")
"""Outcomes whose decision does not itself say what was proposed."""


def motions_text(
    item: AgendaItem,
    moved: tuple[Yrkande, ...],
    handling: Handling,
    outcome: Outcome | Undecided = "",
) -> str:
    """The text of the agenda's proposals where the decision leaves it unsaid, then each yrkande."""
    lines = [_proposal(one) for one in put_in_words(item, moved, handling, outcome)]
    lines += [_sentence(item, moved, one) for one in moved if not one.withdrawn]
    return "\n\n".join(lines)


def put_in_words(
    item: AgendaItem, moved: tuple[Yrkande, ...], handling: Handling, outcome: Outcome | Undecided
) -> tuple[Contestant, ...]:
    """The agenda's proposals the § must state: both when both stand, else one not decided by."""
    put = [
        one
        for one in contestants(item, handling, moved)
        if one.ref in SOURCES and any(point.strip() for point in one.points)
    ]
    return tuple(put) if len(put) > 1 or outcome in DECIDES_OTHERWISE else ()


def _proposal(one: Contestant) -> str:
    return f"{one.label[:1].upper()}{one.label[1:]}{_quoted(one.points)}"


def _sentence(item: AgendaItem, moved: tuple[Yrkande, ...], one: Yrkande) -> str:
    who = f"{names(one.movers)} yrkar"
    target = target_label(item, moved, one.target)
    if one.kind == "approve":
        return f"{who} bifall till {target}{with_reason(one.text)}"
    if one.kind == "reject":
        return f"{who} avslag på {target}{with_reason(one.text)}"
    if one.kind == "refer_back":
        return f"{who} att ärendet återremitteras{with_reason(one.text)}"
    if one.kind == "table":
        return f"{who} att ärendet bordläggs{with_reason(one.text)}"
    what = "följande tillägg" if one.kind == "addition" else "följande"
    return f"{who} {what}{_quoted(text_points(one))}"


def _quoted(points: tuple[str, ...]) -> str:
    """``: Avgiften sänks.``, or the points as a numbered list."""
    said = [point.strip() for point in points if point.strip()]
    if len(said) == 1:
        return f": {said[0]}"
    listed = "\n".join(f"{number}. {point}" for number, point in enumerate(said, 1))
    return f":\n\n{listed}"
