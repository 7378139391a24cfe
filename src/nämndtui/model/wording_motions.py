"""Yrkanden in words (KL 5:67: those not withdrawn; C3)."""

from __future__ import annotations

from nämndtui.model.agenda_item import AgendaItem
from nämndtui.model.moved_proposal import (
    MovedProposal,
    agenda_label,
    names,
    target_label,
    text_points,
)


def motions_text(
    item: AgendaItem, moved: tuple[MovedProposal, ...], maintained: tuple[str, ...] = ()
) -> str:
    """One paragraph per yrkande, then the agenda proposals ``maintained`` beside the one put."""
    lines = [_sentence(item, moved, one) for one in moved if not one.withdrawn]
    if maintained and item.chair_differs:
        lines.append(
            f"{agenda_label(item, 'staff').capitalize()} och {agenda_label(item, 'chair')} "
            "kvarstår båda."
        )
    return "\n\n".join(lines)


def _sentence(item: AgendaItem, moved: tuple[MovedProposal, ...], one: MovedProposal) -> str:
    who = f"{names(one.movers)} yrkar"
    target = target_label(item, moved, one.target)
    if one.kind == "approve":
        return f"{who} bifall till {target}.{_because(one.text)}"
    if one.kind == "reject":
        return f"{who} avslag på {target}.{_because(one.text)}"
    if one.kind == "refer_back":
        return who + " att ärendet återremitteras" + postponement_reason(one.text)
    if one.kind == "table":
        return who + " att ärendet bordläggs" + postponement_reason(one.text)
    points = text_points(one)
    what = "följande tillägg" if one.kind == "addition" else "följande"
    if len(points) == 1:
        return f"{who} {what}: {points[0]}"
    listed = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
    return f"{who} {what}:\n\n{listed}"


def postponement_reason(reason: str) -> str:
    """The end of a sentence with its reason: `` för att utreda kostnaden.``

    A reason beginning in lower case goes on the sentence; one of its own follows it.
    """
    text = reason.strip()
    if not text:
        return "."
    ended = text if text[-1] in ".!?" else f"{text}."
    if text[0].isupper():
        return f". {ended}"
    return f" {ended}" if text.startswith("för ") else f" för att {ended.removeprefix('att ')}"


def _because(text: str) -> str:
    stripped = text.strip()
    if not stripped:
        return ""
    return f" {stripped}" if stripped[-1] in ".!?" else f" {stripped}."
