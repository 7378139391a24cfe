"""The § that fixes the agenda: how the agenda was changed, as its points (F 1, F 3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Outcome, Paragraph
from nämndtui.model.wording.breaks import POSTPONED, agenda_changes
from nämndtui.model.wording.decision_texts import default_points

_FIXES = ("föredragningslist", "dagordning", "ärendelist")


def fixes_agenda(item: AgendaItem, items: Sequence[AgendaItem]) -> bool:
    """Is it this opening item that fixes the agenda? By its title, else the first one does."""
    opening = [one for one in items if one.kind == "opening"]
    named = [one for one in opening if any(word in one.title.casefold() for word in _FIXES)]
    return bool(opening) and item.id == (named or opening)[0].id


def opening_points(
    item: AgendaItem, items: Sequence[AgendaItem], outcome: Outcome, committee_name: str
) -> tuple[str, ...]:
    """The points of the § that fixes the agenda, as the agenda stands now."""
    return (*default_points(outcome, item, committee_name), *agenda_changes(items))


def renewed_points(
    paragraph: Paragraph, item: AgendaItem, items: Sequence[AgendaItem], committee_name: str
) -> tuple[str, ...]:
    """The §'s points made anew when nobody has written in them; else as they are.

    They are untouched when they hold the usual decision and nothing but sentences about this
    agenda, whatever it looked like when they were written.
    """
    if not _told(paragraph, item, items):
        return paragraph.points
    usual = default_points(paragraph.outcome, item, committee_name)
    known = {*usual, *_possible(items)}
    if paragraph.points[: len(usual)] != usual or not set(paragraph.points) <= known:
        return paragraph.points
    return opening_points(item, items, paragraph.outcome, committee_name)


def missing_changes(
    paragraph: Paragraph, item: AgendaItem, items: Sequence[AgendaItem]
) -> tuple[str, ...]:
    """What changed on the agenda and is not said in the § that fixes it (a Swedish sentence each).

    Only for points somebody has written: the others are made anew.
    """
    if not _told(paragraph, item, items):
        return ()
    text = "\n".join(paragraph.points)
    return tuple(
        f"Beslutet säger inte hur dagordningen ändrades: {sentence}"
        for one in items
        for sentence in agenda_changes([one])
        if one.title not in text
    )


def _told(paragraph: Paragraph, item: AgendaItem, items: Sequence[AgendaItem]) -> bool:
    postponed = paragraph.outcome in POSTPONED
    return item.kind == "opening" and not postponed and fixes_agenda(item, items)


def _possible(items: Iterable[AgendaItem]) -> set[str]:
    """Every sentence the items may ever have given: added, withdrawn, with number or without."""
    found: set[str] = set()
    for one in items:
        for number in {one.number, None}:
            state = replace(one, number=number)
            found.update(agenda_changes([replace(state, late="at_meeting", state="listed")]))
            found.update(agenda_changes([replace(state, state="withdrawn")]))
    return found
