"""After the last §: end, adjusters, adjustment, notice – and the days the law counts out."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.calendar.calendar_days import (
    adjust_target,
    last_appeal_day,
    post_target,
    take_down_day,
)
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.deadlines.adjustment_reminder import adjustment_reminder
from nämndtui.model.minutes.completeness import meeting_meter
from nämndtui.model.minutes.requirement import Requirement
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.tui.kit.dates import clock_time
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.kit.text.markdown_lines import hanging
from nämndtui.tui.meeting.minutes.next_step import next_step
from nämndtui.tui.meeting.minutes.parts_pane import PartsList
from nämndtui.tui.meeting.minutes.todo import todo_title
from nämndtui.tui.meeting.minutes.todo_list import TodoList
from nämndtui.tui.meeting.shared.meeting_view import MeetingView

_LABEL = 24
Row = tuple[str, str, str]
"""Label, value, and the rule behind it."""


class ClosingPane(Vertical):
    """The end of the meeting as a quiet grid, the parts with their states, what is left to do."""

    def __init__(self) -> None:
        super().__init__(id="closing-pane")
        self._shown: tuple[MeetingView, date] | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="closing-grid", classes="titled pane", can_focus=False) as grid:
            grid.border_title = "Justering och anslag"
            yield Static(id="closing-text", markup=False)
        with Vertical(id="parts-pane", classes="titled pane") as parts:
            parts.border_title = "Protokollsdelar"
            yield PartsList()
        with Vertical(id="after-pane", classes="titled pane"):
            yield TodoList()

    def show(self, view: MeetingView, today: date) -> None:
        """Show how far the minutes have come."""
        self._shown = view, today
        self._show_grid(view, today)
        parts, left = self.query_one(PartsList), self.query_one(TodoList)
        parts.show(view, today)
        self.query_one("#parts-pane").display = bool(parts.keys)
        left.show(view)
        todo = self.query_one("#after-pane")
        todo.border_title = plain(todo_title(left.rows))
        todo.display = bool(left.rows) or view.locked

    def on_resize(self) -> None:
        """Only now is it known how wide the lines may be."""
        if self._shown is not None:
            self.call_after_refresh(self._show_grid, *self._shown)

    def _show_grid(self, view: MeetingView, today: date) -> None:
        grid = self.query_one("#closing-grid")
        width = max(grid.container_size.width - 4, 40)
        lines = [line for row in closing_rows(view) for line in _lines(row, width)]
        step = plain(f"→ {next_step(view, today).words}", "$primary bold")
        late = [plain(f"▲ {text}", "$text-warning") for text in lateness(view, today)]
        told = [*late, *map(_wanted, wanting(view))]
        self.query_one("#closing-text", Static).update(Content("\n").join([step, *told, *lines]))


def closing_rows(view: MeetingView) -> list[Row]:
    """What is known, and the days that follow from it."""
    meeting = view.dossier.meeting
    part = view.dossier.main_part or MinutesPart(0)
    last_day = meeting.end_date or meeting.date
    end = clock_time(meeting.end) if meeting.end else ""
    if meeting.end_date and meeting.end_date != meeting.date:
        end = f"{short_date(meeting.end_date)} {end}"
    rows: list[Row] = [
        ("Paragrafer", format_paragraphs(view.dossier.main_numbers), ""),
        ("Sluttid", end, ""),
        ("Justerare", ", ".join(one.name_with_party for one in part.adjusters), ""),
        ("Plats och tid", _place_and_time(part), ""),
        ("Justeras senast", short_date(adjust_target(last_day), year=True), "KL 5:69"),
        ("Justerat", _day(part.adjusted_on), ""),
    ]
    if part.adjusted_on:
        target = short_date(post_target(part.adjusted_on), year=True)
        rows.append(("Anslås senast", target, "KL 8:12"))
    rows.append(("Anslaget", _day(part.posted_on), ""))
    if part.posted_on:
        rows.append(("Sista dag att överklaga", _day(last_appeal_day(part.posted_on)), "KL 13:5"))
        rows.append(("Anslaget tas ned", _day(take_down_day(part.posted_on)), "KL 8:12"))
    rows.append(("Protokollet förvaras", part.storage_place, ""))
    return rows


def wanting(view: MeetingView) -> list[Requirement]:
    """What the minutes as a whole lack, once the meeting is over and until they are adjusted."""
    if view.state not in ("closed", "minutes_drafted", "partly_adjusted"):
        return []
    return list(meeting_meter(view.record).missing)


def _wanted(one: Requirement) -> Content:
    """``▲`` what a law demands, ``?`` what is only custom, as under each §."""
    if one.by_law:
        return plain(f"▲ {one.text}", "$text-warning")
    return plain(f"? {one.text}")


def lateness(view: MeetingView, today: date) -> list[str]:
    """What should have been done before ``today``, or soon must be (F 25)."""
    meeting, part = view.dossier.meeting, view.dossier.main_part
    if view.state not in ("closed", "minutes_drafted", "partly_adjusted", "adjusted"):
        return []
    last_day = meeting.end_date or meeting.date
    if part is None or part.adjusted_on is None:
        told, limit = adjustment_reminder(last_day, today), short_date(adjust_target(last_day))
        return [f"Protokollet ska vara justerat {limit} (KL 5:69): {told}."] if told else []
    due = post_target(part.adjusted_on)
    late = part.posted_on is None and today > due
    return [f"Justeringen skulle ha anslagits {short_date(due)} (KL 8:12)."] if late else []


def _lines(row: Row, width: int) -> list[Content]:
    label, value, rule = row
    shown = plain(one_line(value) or "–") + plain(f"  {rule}" if rule else "", "$quiet")
    first, *rest = hanging(shown, "", "", width - _LABEL)
    head = plain(f"{label:<{_LABEL}}", "$quiet")
    return [head + first, *(plain(" " * _LABEL) + line for line in rest)]


def _place_and_time(part: MinutesPart) -> str:
    when = _day(part.adjust_date)
    if part.adjust_time:
        when = f"{when} kl. {clock_time(part.adjust_time)}".strip()
    return ", ".join(filter(None, (part.adjust_place, when)))


def _day(day: date | None) -> str:
    return short_date(day, year=True) if day else ""
