"""The parts of the minutes with their states: who has signed, adjusted, posted, taken down."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from textual import events
from textual.content import Content

from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.minutes.part_days import latest_day
from nämndtui.model.minutes.parts import part_range, presided
from nämndtui.model.people.persons import Person
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.record.part_log import PartState, legal_force_on, part_state
from nämndtui.model.text.vocabulary import swedish
from nämndtui.tui.kit.commands.command import CommandHost, Commands
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.kit.text.markdown_lines import hanging
from nämndtui.tui.meeting.minutes.part_commands import PART_COMMANDS
from nämndtui.tui.meeting.shared.meeting_view import MeetingView
from nämndtui.tui.meeting.shared.row_list import RowList

_UNKNOWN_WIDTH = 72
"""Until the list has been laid out."""


class PartsList(CommandHost, RowList[int]):
    """One row for each part that has a §."""

    OFFERED: ClassVar[Commands] = PART_COMMANDS

    def __init__(self) -> None:
        super().__init__(id="parts")
        self.view: MeetingView | None = None
        self._today = date.min
        self._width = 0

    @property
    def part(self) -> MinutesPart | None:
        """The part with the cursor."""
        if self.view is None:
            return None
        found = self.view.dossier.minutes_parts
        return next((one for one in found if one.id == self.current), None)

    @property
    def state(self) -> PartState | Literal[""]:
        """The state of the part with the cursor; empty when there is none."""
        if self.part is None or self.view is None:
            return ""
        return part_state(self.part, self.view.record.log(self.part.id), self.namnd.session.today)

    @property
    def latest(self) -> date:
        """The day a step is most likely taken: today."""
        today = self.namnd.session.today
        return latest_day(self.view.dossier.meeting, today) if self.view else today

    @property
    def signers(self) -> tuple[Person, ...]:
        """Who is to sign the part with the cursor."""
        return signers(self.view, self.part) if self.view and self.part else ()

    @property
    def waiting(self) -> tuple[Person, ...]:
        """Who has not signed it yet."""
        if self.view is None or self.part is None:
            return ()
        done = {one.person.id for one in self.view.record.log(self.part.id).signatures}
        return tuple(one for one in self.signers if one.id not in done)

    def show(self, view: MeetingView, today: date) -> None:
        """Show the meeting's parts."""
        self.view, self._today = view, today
        width = self.container_size.width or _UNKNOWN_WIDTH
        self._width = width
        self.show_rows(
            [
                (
                    one.id,
                    Content("\n").join(hanging(part_content(view, one, today), "", "  ", width)),
                )
                for one in view.dossier.minutes_parts
                if one.paragraph_numbers
            ]
        )

    def on_resize(self, event: events.Resize) -> None:
        """Fold the rows for the new width."""
        if self.view is not None and self.container_size.width != self._width:
            self.show(self.view, self._today)

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter does nothing; the letters do."""
        event.stop()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Other commands are possible."""
        event.stop()
        self.refresh_bindings()


def signers(view: MeetingView, part: MinutesPart) -> tuple[Person, ...]:
    """Who led the part's §§, and the elected adjusters."""
    people = (*presided(part, meeting_serving(view.record)), *part.adjusters)
    return tuple({one.id: one for one in people}.values())


def part_content(view: MeetingView, part: MinutesPart, today: date) -> Content:
    """``§§ 41–43 omedelbar  skickad för underskrift · ✓ Ali Saadi · ○ Karin Ek``."""
    log = view.record.log(part.id)
    state = part_state(part, log, today)
    words = [swedish("part_state", state)]
    if state in ("draft", "sent_for_signing", "returned"):
        done = {one.person.id for one in log.signatures}
        words += [f"{'✓' if one.id in done else '○'} {one.name}" for one in signers(view, part)]
        words += [one.note for one in log.steps[-1:] if one.note]
    else:
        last = part.posted_on or part.adjusted_on
        words[0] += f" {short_date(last)}" if last else ""
        legal = legal_force_on(part, log)
        words += [f"laga kraft {short_date(legal, year=True)}"] if legal else []
        words += ["▲ anslaget togs ned för tidigt"] if log.notices and not legal else []
        notice = log.latest_notice
        down = notice.taken_down_on if notice else None
        words += [f"nedtaget {short_date(down)}"] if down else []
        wrong = [short_date(one.posted_on) for one in log.notices if one.wrong]
        words += [f"felaktigt antecknat: {', '.join(wrong)}"] if wrong else []
    kind = " omedelbar" if part.immediate else ""
    return Content("").join(
        (
            plain(f"{part_range(part)}{kind}", "bold"),
            plain("  " + one_line(" · ".join(words))),
        )
    )
