"""The ways from one place to another; the only file that knows the screens of every room."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.text.vocabulary import swedish
from nämndtui.tui.kit.frame.top_bar import TopBar
from nämndtui.tui.kit.work.program import Program

if TYPE_CHECKING:
    from nämndtui.tui.kit.dialogs.picker import Choice


class House(Program, Protocol):
    """The program as its doors know it: what they need to put one screen in another's place."""

    def use_committee(self, code: str) -> None:
        """Work in another committee from now on."""

    @property
    def current_mode(self) -> str:
        """The section shown."""

    @property
    def screen(self) -> Screen[Any]:
        """The screen on top."""

    def switch_mode(self, mode: str) -> Awaitable[None]:
        """Show another section."""

    def switch_screen(self, screen: Screen[Any]) -> object:
        """Put a screen in the place of the one on top."""

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Call when what waits now has been taken care of."""


_TUI = __name__.rpartition(".")[0]
_SCREENS = {
    "start": ("sections.first_start", "FirstStartScreen"),
    "overview": ("sections.overview", "OverviewScreen"),
    "meetings": ("sections.meetings", "MeetingsScreen"),
    "cases": ("sections.cases", "CasesScreen"),
    "delegation": ("registers.delegation_screen", "DelegationScreen"),
    "unenforced": ("registers.unenforced_screen", "UnenforcedScreen"),
    "people": ("sections.people", "PeopleScreen"),
    "settings": ("sections.settings", "SettingsScreen"),
}


def screen_of(mode: str) -> Screen[Any]:
    """A new screen for a mode, imported when first shown."""
    module, name = _SCREENS[mode]
    screen: Screen[Any] = getattr(import_module(f"{_TUI}.{module}"), name)()
    return screen


def refresh_top_bars(app: House) -> None:
    """Show the committee as it now stands, on every open screen."""
    for screen in app.open_screens():
        for bar in screen.query(TopBar):
            if bar.is_mounted:  # one that is being built shows it by itself
                bar.show_session()


def ask_committee(app: House) -> None:
    """Choose among the committees of the database."""
    from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog

    committees = app.session.committees

    def matching(_: sqlite3.Connection, text: str) -> Sequence[Choice[str]]:
        wanted = text.casefold()
        return [
            Choice(c.code, c.name, c.municipality)
            for c in committees
            if wanted in f"{c.code} {c.name} {c.municipality}".casefold()
        ]

    picker = PickerDialog("Vilken nämnd?", matching)
    app.push_screen(picker, lambda code: app.use_committee(code) if code else None)


def open_meeting(app: House, meeting_id: int, item_id: int | None, field: str = "") -> None:
    """Put the meeting's workspace on top; Esc in it leads back."""
    from nämndtui.tui.meeting.agenda.workspace import MeetingWorkspace

    app.push_screen(MeetingWorkspace(meeting_id, item_id, field=field))


def show_agenda(app: House, meeting_id: int, item_id: int | None) -> None:
    """The agenda instead of the screen on top, also of a meeting that is over."""
    from nämndtui.tui.meeting.agenda.workspace import MeetingWorkspace

    app.switch_screen(MeetingWorkspace(meeting_id, item_id, stay=True))


def show_minutes(app: House, meeting_id: int, item_id: int | None) -> None:
    """The minutes instead of the screen on top."""
    from nämndtui.tui.meeting.desk.minutes_desk import MinutesDesk

    app.switch_screen(MinutesDesk(meeting_id, item_id))


def open_item(app: House, item_id: int, field: str = "") -> None:
    """Open the meeting an item is on, at that item; say so when it waits for a meeting."""
    from nämndtui.store.agenda.items import item

    def show(meeting_id: int | None) -> None:
        if meeting_id is None:
            app.say("Punkten ligger inte på någon dagordning än.")
        else:
            app.open_meeting(meeting_id, item_id, field)

    app.read("punkt", lambda connection: item(connection, item_id).meeting_id, show)


def open_case(app: House, case_id: int) -> None:
    """Go to Ärenden, at a case."""
    app.call_later(_open_case, app, case_id)


async def _open_case(app: House, case_id: int) -> None:
    from nämndtui.tui.sections.cases import CasesScreen

    if app.current_mode != "cases":
        await app.switch_mode("cases")
    if isinstance(app.screen, CasesScreen):
        app.screen.show_case(case_id)


def open_delegation(app: House, decision_id: int) -> None:
    """Go to Delegationsbeslut, at a decision; 0 for all that wait to be reported."""
    app.call_later(_open_delegation, app, decision_id)


async def _open_delegation(app: House, decision_id: int) -> None:
    from nämndtui.tui.registers.delegation_screen import DelegationScreen

    if app.current_mode != "delegation":
        await app.switch_mode("delegation")
    if isinstance(app.screen, DelegationScreen):
        app.screen.show_decision(decision_id)


def open_unenforced(app: House, target: str, target_id: int) -> None:
    """Go to Ej verkställda, at an ``unenforced_decision`` or a ``quarter_report``; 0 for all."""
    app.call_later(_open_unenforced, app, target, target_id)


async def _open_unenforced(app: House, target: str, target_id: int) -> None:
    from nämndtui.tui.registers.unenforced_screen import UnenforcedScreen

    if app.current_mode != "unenforced":
        await app.switch_mode("unenforced")
    if isinstance(app.screen, UnenforcedScreen):
        app.screen.show_target(target, target_id)


def search(app: House) -> None:
    """Search cases, items and meetings of the committee; Enter goes to the hit."""
    from nämndtui.tui.kit.dialogs.picker import PickerDialog

    committee_id = app.session.committee_id

    def hits(connection: sqlite3.Connection, text: str) -> Sequence[Choice[tuple[str, int]]]:
        from nämndtui.store.light.search import search as find
        from nämndtui.tui.kit.dialogs.per_capsulam import WORD
        from nämndtui.tui.kit.dialogs.picker import Choice

        if not text.strip():
            return ()
        found = [_hit(row) for row in find(connection, text, committee_id).rows]
        if text.strip().casefold() in WORD and len(text.strip()) > len("per"):
            found.append(Choice(("help", 0), "Per capsulam", "finns inte: tre vägar i stället"))
        return found

    picker = PickerDialog(
        "Sök i allt",
        hits,
        placeholder="Ord, diarienummer, § eller datum",
        empty="Inga träffar. Skriv ett ord, ett diarienummer, en paragraf eller ett datum.",
    )
    app.push_screen(picker, lambda hit: _go_to_hit(app, hit))


def _hit(row: Mapping[str, Any]) -> Choice[tuple[str, int]]:
    from nämndtui.tui.kit.dialogs.picker import Choice

    key = (str(row["kind"]), int(row["id"]))
    day = short_date(date.fromisoformat(row["date"]), year=True) if row["date"] else ""
    if row["kind"] == "case":
        return Choice(key, row["title"], swedish("case_state", row["state"]), row["dnr"])
    if row["kind"] == "meeting":
        state = swedish("meeting_state", row["state"])
        return Choice(key, f"Sammanträde {day}", f"{state} {row['title']}")
    place = f"§ {row['paragraph']}" if row["paragraph"] else f"punkt {row['number'] or '–'}"
    return Choice(key, row["title"], day or "väntar på sammanträde", place)


def _go_to_hit(app: House, hit: tuple[str, int] | None) -> None:
    match hit:
        case ("case", case_id):
            app.open_case(case_id)
        case ("item", item_id):
            app.open_item(item_id)
        case ("meeting", meeting_id):
            app.open_meeting(meeting_id)
        case ("help", _):
            from nämndtui.tui.kit.dialogs.per_capsulam import per_capsulam

            app.push_screen(per_capsulam())
