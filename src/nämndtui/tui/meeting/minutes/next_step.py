"""The next step of the minutes that is really possible: what the panel says and what F8 does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nämndtui.model.agenda.meeting import MeetingState, MinutesPart
from nämndtui.model.agenda.meeting_states import SITTING
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.minutes.parts import part_range
from nämndtui.model.record.part_log import legal_force_on
from nämndtui.tui.meeting.shared.meeting_view import MeetingView

CLOSE, ADJUST, POST, FINAL, ARCHIVE = ("close", "adjust", "post", "final", "archive")
_BEFORE: dict[MeetingState, str] = {
    "planned": "Kallelsen är inte skickad än. F5 leder till dagordningen.",
    "preparing": "Kallelsen är inte skickad än. F5 leder till dagordningen.",
    "summoned": "P gör uppropet och börjar sammanträdet.",
    "cancelled": "Sammanträdet är inställt.",
    "archived": "Protokollet är arkiverat.",
}


@dataclass(frozen=True)
class Step:
    """``words`` says what to do; ``act`` is what F8 does, empty when F8 does nothing.

    ``part`` is the part it is about.
    """

    words: str
    act: str = ""
    part: MinutesPart | None = None


def next_step(view: MeetingView, today: date) -> Step:
    """The one thing to do now. A notice has two days and goes before the other parts (KL 8:12)."""
    if view.state in _BEFORE:
        return Step(_BEFORE[view.state])
    if view.state in SITTING:
        return Step("F8 avslutar sammanträdet.", CLOSE)
    parts = [one for one in view.dossier.minutes_parts if one.paragraph_numbers]
    steps = (*_post(view, parts), *_adjust(view, parts), *_settled(view, parts, today))
    return steps[0] if steps else Step("F7 anger vem som justerar, var och när.")


def _post(view: MeetingView, parts: list[MinutesPart]) -> Iterator[Step]:
    for part in parts:
        if part.adjusted_on is None or part.posted_on is not None:
            continue
        which = f"justeringen av {part_range(part)}" if len(parts) > 1 else "justeringen"
        yield Step(f"F8 när {which} är anslagen.", POST, part)


def _adjust(view: MeetingView, parts: list[MinutesPart]) -> Iterator[Step]:
    wanted = min(1, view.dossier.committee.settings.adjusters)
    for part in parts:
        if part.adjusted_on is not None:
            continue
        if len(part.adjusters) < wanted:
            yield Step("F7 anger vem som justerar, var och när.")
        elif len(parts) > 1:
            yield Step(f"F9 skriver protokollet. F8 när {_whole(part)} är justerad.", ADJUST, part)
        else:
            yield Step("F9 skriver protokollet. F8 när det är justerat.", ADJUST, part)


def _settled(view: MeetingView, parts: list[MinutesPart], today: date) -> Iterator[Step]:
    """Everything is posted: the extracts, and what waits for the appeal period."""
    if view.state == "final":
        yield Step("F8 när protokollet är arkiverat.", ARCHIVE)
        return
    days = [legal_force_on(part, view.record.log(part.id)) for part in parts]
    for part, day in zip(parts, days, strict=True):
        if day is None and part.posted_on is not None:
            yield Step(
                f"Anslaget för {part_range(part)} togs ned för tidigt: F6 till delarna, "
                "A anslår på nytt."
            )
    known = [day for day in days if day is not None]
    if view.state != "posted" or len(known) < len(days) or not known:
        return
    if any(one.sent_on is None for one in view.record.dispatches):
        waits = "Skicka utdragen: F6 till listan, Mellanslag när ett är skickat."
    else:
        waits = "Allt är gjort. X på en paragraf skriver ett utdrag."
    if max(known) <= today:
        yield Step(f"{waits} F8 när besluten vunnit laga kraft.", FINAL)
    else:
        when = short_date(max(known), year=True)
        yield Step(f"{waits} Besluten vinner laga kraft {when}.")


def _whole(part: MinutesPart) -> str:
    kind = "den omedelbara delen" if part.immediate else "delen"
    return f"{kind} {part_range(part)}"
