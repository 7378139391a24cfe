"""A small committee, a fixed clock, and a screen that can be read as text."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from nämndtui.model.agenda.agenda_item import AgendaItem, ItemKind
from nämndtui.model.agenda.case import Case, CaseType
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.store.database import Store
from nämndtui.tui.app import NamndApp
from nämndtui.tui.kit.fields.autosave import AutosaveField
from nämndtui.workflow.agenda.agenda import add_item, pull_in_case
from nämndtui.workflow.agenda.cases import close_case, register_case
from nämndtui.workflow.agenda.meetings import plan_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.people.committees import create_committee
from nämndtui.workflow.people.persons import add_mandate

MOMENT = datetime(2026, 11, 22, 14, 2)
SNAPSHOTS = Path(__file__).parent / "snapshots"
PICTURED_AREAS = ("sammanträde", "protokoll", "register")
UPDATE = "NAMNDTUI_UPPDATERA_BILDER"
_PATIENCE = 20_000
_EAGER_TURNS = 2_000
_CALM_ROUNDS = 6


@dataclass
class Desk:
    """The running program in a test: press keys, wait for calm, read the screen."""

    app: NamndApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Press keys and wait until everything they started is done."""
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            event = events.Key(name, key if len(key) == 1 else None)
            event.set_sender(self.app)
            driver.send_message(event)
            await self.calm()

    async def write(self, text: str) -> None:
        """Put text in the focused field, as if it had been typed."""
        field = self.app.focused
        if isinstance(field, Input):
            field.value = text
        elif isinstance(field, TextArea):
            field.text = text
        else:
            raise AssertionError(f"no field has focus but {field}")
        await self.calm()

    async def calm(self) -> None:
        """Wait until no worker runs, nothing waits to be written and every message is handled."""
        still = 0
        for turn in range(_PATIENCE):
            self.app.screen._on_timer_update()
            if self._threads_run:
                await asyncio.sleep(0.001)
                still = 0
                continue
            # What waits for the clock comes no sooner for being asked a thousand times.
            await asyncio.sleep(0 if turn < _EAGER_TURNS else 0.001)
            still = 0 if self._messages_wait else still + 1
            if still == _CALM_ROUNDS:
                # A handler may be waiting for something of its own; its node answers only then.
                await self.pilot._wait_for_screen()
                if not (self._threads_run or self._messages_wait):
                    return
                still = 0
        raise AssertionError("the program never came to rest")

    @property
    def _threads_run(self) -> bool:
        """True while a worker reads or the writer writes."""
        busy = any(not worker.is_finished for worker in self.app.workers)
        return busy or not self.app.writer.idle

    @property
    def _messages_wait(self) -> bool:
        """True while anything is queued, to be laid out or to be called after the next drawing."""
        screen = self.app.screen
        return bool(
            screen._layout_required
            or screen._dirty_widgets
            or screen._callbacks
            or self.app._waiting_keys
            or any(
                node._message_queue.qsize() or node._next_callbacks
                for node in (self.app, *self.app._registry)
            )
        )

    @property
    def text(self) -> str:
        """The screen as lines of text, without trailing blanks."""
        visible_screen_stack.set(self.app._background_screens)
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(s.text for s in strip).rstrip() for strip in strips) + "\n"

    @property
    def notices(self) -> list[str]:
        """What has been said in notices."""
        return [str(notice.message) for notice in self.app._notifications]

    def looks_like(self, name: str) -> None:
        """Compare the screen with a stored picture; the environment variable renews it."""
        width, height = self.app.size
        area = name.partition("-")[0]
        folder = area if area in PICTURED_AREAS else "avsnitt"
        stored = SNAPSHOTS / f"{folder}-{width}x{height}" / f"{name}.txt"
        if os.environ.get(UPDATE):
            stored.parent.mkdir(parents=True, exist_ok=True)
            stored.write_text(self.text, encoding="utf-8")
        assert stored.exists(), f"no picture of {name}; run once with {UPDATE}=1"
        assert self.text == stored.read_text(encoding="utf-8")


Opener = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture(autouse=True)
def swift_and_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts at once, no blinking, no animation; a fault in the program fails the test."""
    monkeypatch.setenv("NAMNDTUI_DEBUG", "1")
    monkeypatch.setattr(AutosaveField, "DRAFT_DELAY", 0.01)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(Input, "cursor_blink", False)
    monkeypatch.setattr(TextArea, "cursor_blink", False)
    monkeypatch.setattr(Compositor, "render_update", nothing_to_draw)
    monkeypatch.setattr(Stylesheet, "_parse_rules", parsed_once)


def nothing_to_draw(compositor: Compositor, *_: object, **__: object) -> None:
    """No terminal is there to be drawn on; ``Desk.text`` renders when a test looks."""
    compositor._dirty_regions.clear()


_parse_rules = Stylesheet._parse_rules
_parsed: dict[object, list[RuleSet]] = {}


def parsed_once(stylesheet: Stylesheet, css: str, **where: Any) -> list[RuleSet]:
    """The programs of one test run read the same style sheets."""
    key = (css, *where.items(), *stylesheet._variables.items())
    if key not in _parsed:
        _parsed[key] = _parse_rules(stylesheet, css, **where)
    return _parsed[key]


@pytest.fixture(scope="session")
def small_committee(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A committee with people, cases and three meetings, made once and copied by each test."""
    path = tmp_path_factory.mktemp("mall") / "nämnd.db"
    with Store(str(path)) as store:
        fill(store, Actor("anna", datetime(2026, 11, 20, 9, 0)))
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
def database(small_committee: Path, tmp_path: Path) -> Path:
    """A copy of the small committee, free to change."""
    return Path(shutil.copy(small_committee, tmp_path / "nämnd.db"))


@pytest.fixture
def open_program(database: Path, tmp_path: Path) -> Opener:
    """Opens the program over the copy (or another path) at a size, and waits until it is calm."""

    @asynccontextmanager
    async def opened(
        path: Path | None = None,
        size: tuple[int, int] = (80, 24),
        read_only: bool = False,
        code: str | None = None,
        now: datetime = MOMENT,
    ) -> AsyncIterator[Desk]:
        app = NamndApp(
            str(path or database),
            "anna",
            lambda: now,
            code,
            read_only,
            str(tmp_path / "utseende"),
        )
        async with app.run_test(size=size, notifications=True) as pilot:
            desk = Desk(app, pilot)
            await desk.calm()
            yield desk
            assert desk.text, "what is shown last can be drawn"

    return opened


def fill(store: Store, actor: Actor) -> None:
    """The small committee: everything the sections show, nothing more."""
    settings = CommitteeSettings(
        dnr_prefix="on",
        seats=5,
        place="Lilla salen",
        administration="Omsorgsförvaltningen",
        party_order=("S", "C", "M"),
    )
    new = Committee(0, "ON", "Omsorgsnämnden", "Norrviks kommun", settings)
    committee_id = create_committee(store, actor, new)
    _people(store, actor, committee_id)
    cases = _cases(store, actor, committee_id)
    held = Meeting(0, committee_id, date(2026, 10, 20), time(18, 30), "Lilla salen")
    plan_meeting(store, actor, held)
    coming = Meeting(0, committee_id, date(2026, 12, 8), time(18, 30), "Lilla salen")
    meeting_id = plan_meeting(store, actor, coming)
    plan_meeting(
        store, actor, Meeting(0, committee_id, date(2027, 2, 9), time(18, 30), "Lilla salen")
    )
    first: tuple[tuple[ItemKind, str], ...] = (
        ("opening", "Justering"),
        ("information", "Information"),
    )
    for kind, title in first:
        add_item(store, actor, AgendaItem(0, committee_id, meeting_id, 0, None, kind, title))
    for case in cases[:2]:
        pull_in_case(store, actor, meeting_id, case.id)


def _people(store: Store, actor: Actor, committee_id: int) -> None:
    rows = (
        ("Ali Saadi", "chair", "S", None),
        ("Karin Ek", "first_vice_chair", "C", None),
        ("Per Ahl", "member", "M", None),
        ("Eva Berg", "member", "S", None),
        ("Bo Lind", "member", "C", None),
        ("Rut Åkesson", "substitute", "S", None),
        ("Gun Öst", "member", "M", date(2025, 12, 31)),
    )
    for rank, (name, office, party, until) in enumerate(rows, 1):
        person = Person(0, name, party=party)
        mandate = Mandate(0, committee_id, person, office, party, date(2023, 1, 1), until, rank)
        add_mandate(store, actor, mandate)


def _cases(store: Store, actor: Actor, committee_id: int) -> list[Case]:
    drafts: tuple[tuple[str, CaseType, date | None], ...] = (
        ("Motion om nattvandring", "motion", date(2025, 11, 25)),
        ("Delårsrapport 2", "report", None),
        ("Riktlinjer för avgifter", "decision", None),
        ("Medborgarförslag om bänkar vid ån", "citizen_proposal", date(2026, 9, 1)),
        ("Avtal om nattpatrull", "decision", None),
    )
    cases = [
        register_case(
            store,
            actor,
            Case(0, committee_id, "", 0, 0, title, kind, raised_on=raised, note="Väntar på svar."),
        )
        for title, kind, raised in drafts
    ]
    close_case(store, actor, cases[-1].id, cases[-1].version)
    return cases
