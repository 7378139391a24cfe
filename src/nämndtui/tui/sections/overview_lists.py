"""The lists of Översikt: facts as words, most urgent first, symbols always with a word."""

from __future__ import annotations

from datetime import date

from rich.text import Text
from textual.content import Content
from textual.screen import Screen

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.summons.readiness import Finding
from nämndtui.model.text.vocabulary import swedish
from nämndtui.tui.kit.dates import clock_time, days_left, near_moment
from nämndtui.tui.kit.safe_text import cell, joined, plain, wrapped
from nämndtui.tui.kit.widgets.row_table import Column, RowTable, TableRow
from nämndtui.workflow.deadlines.due import Due
from nämndtui.workflow.deadlines.overview import Changed, Imported, NextMeeting
from nämndtui.workflow.deadlines.under_way import UnderWay

_BAR_CELLS = 10
_LISTS = {
    "todo": ("todo-pane", (Column("När", 10), Column("Vad"))),
    "findings": ("next-pane", (Column("Saknas"),)),
    "changed": ("changed-pane", (Column("Vad"), Column("När", 6))),
}
"""List → the pane it stands in, its columns."""
_URGENT = ("late", "warn")


def list_in(screen: Screen[None], name: str) -> RowTable:
    """The list with that name, put in its pane the first time it is asked for."""
    pane, columns = _LISTS[name]
    for table in screen.query(f"#{name}").results(RowTable):
        return table
    table = RowTable(columns, id=name)
    table.show_header = False
    screen.query_one(f"#{pane}").mount(table)
    return table


def under_way_row(one: UnderWay) -> TableRow:
    """What the user was in the middle of: Enter goes on with it."""
    key = f"{one.target}:{one.target_id}::{one.text}"
    return TableRow(key, (Text(f"● {one.state}", "bold"), wrapped(one.text)), height=None)


def due_row(due: Due, today: date) -> TableRow:
    """One thing to do: how soon, what, and by which rule."""
    mark = "▲" if due.urgency in _URGENT else " "
    when = Text(f"{mark} {days_left(due.days)}", "bold" if due.urgency in _URGENT else "")
    what = wrapped(due.text)
    key = f"{due.target}:{due.target_id}::{due.kind}:{due.text}"
    if due.basis:
        what = Text("\n", end="").join((what, wrapped(due.basis, "dim")))
    return TableRow(key, (when, what), height=None)


def next_meeting_text(meeting: NextMeeting) -> Content:
    """When, where, and how far the agenda has come, in words and as a bar."""
    where = f", {meeting.place}" if meeting.place else ""
    when = f"{short_date(meeting.date, year=True)} kl. {clock_time(meeting.start)}{where}"
    state = swedish("meeting_state", meeting.state)
    if not meeting.items:
        return joined(plain(when, "bold"), f"\n{state} · inga punkter än")
    filled = round(_BAR_CELLS * meeting.ready / meeting.items)
    bar = "█" * filled + "░" * (_BAR_CELLS - filled)
    noun = "punkt" if meeting.items == 1 else "punkter"
    ready = "klar" if meeting.ready == 1 else "klara"
    counts = f"{meeting.items} {noun}, {meeting.ready} {ready}"
    return joined(plain(when, "bold"), f"\n{counts}  ", plain(bar, "$primary"), f"\n{state}")


def finding_row(meeting_id: int, finding: Finding) -> TableRow:
    """One thing missing before the summons."""
    mark = "▲" if finding.severity == "missing" else "?"
    if finding.item_id is None:
        key = f"meeting:{meeting_id}:{finding.field}:{finding.text}"
    else:
        key = f"item:{finding.item_id}:{finding.field}:{finding.text}"
    return TableRow(key, (wrapped(f"{mark} {finding.text}"),), height=None)


def nothing_changed(imported: Imported | None, today: date) -> str:
    """What to say in place of the list of changes."""
    if imported is None:
        return "Inget har ändrats än."
    return f"{imported.summary}, {near_moment(imported.at, today)}. Inget har ändrats sedan dess."


def changed_row(changed: Changed, today: date) -> TableRow:
    """A case or item somebody has just worked with."""
    label = f"{changed.label} " if changed.label else ""
    what = Text.assemble(cell(label, "bold"), " " if label else "", cell(changed.title))
    what.no_wrap, what.overflow = True, "ellipsis"
    when = cell(near_moment(changed.at, today), "dim")
    return TableRow(f"{changed.kind}:{changed.id}", (what, when))
