"""What every test may ask for: an empty database, an actor with a fixed clock, a committee."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from nämndtui.model.agenda.case import Case
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.store.database import Store
from nämndtui.store.people.persons import all_persons
from nämndtui.workflow.agenda.cases import register_case
from nämndtui.workflow.agenda.meetings import plan_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.people.committees import create_committee
from nämndtui.workflow.people.persons import add_mandate

NOW = datetime(2026, 11, 22, 9, 30)
REPOSITORY = Path(__file__).resolve().parents[1]

# Asked for by ``make mutants``: the same examples each time, however slow the copy is.
settings.register_profile(
    "mutants", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)

# How long it takes to think up an example says how busy the machine is, not whether we are right.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

HOSTILE = (
    "[bold]fet[/bold]",
    "avser [/] x",
    "[utkast]",
    "{{ 7*7 }} {% raw %}",
    "<w:p>&amp;</w:p>",
    "\x1b[31mröd\x1b[0m",
    "rad\x0bbrytning",
    "a\u030aldre a\u0308ven o\u0308ar",
    "'; DROP TABLE cases; --",
    "=1+1",
)
"""Strings that must be text everywhere."""


CLOCK = ("TZ", "MOVED_CLOCK", "PYTHONPATH")
"""What carries the place's time and a moved clock to other processes (see .ci/days)."""


@pytest.fixture
def clock_environment() -> dict[str, str]:
    """For a process with an otherwise bare environment: the clock that the suite is run by."""
    return {name: os.environ[name] for name in CLOCK if name in os.environ}


@pytest.fixture
def actor() -> Actor:
    return Actor("anna", NOW)


@cache
def program_verbs() -> frozenset[str]:
    """The verbs the program itself writes in the history."""
    source = (REPOSITORY / "src").rglob("*.py")
    found = (re.findall(r'\.change\(\s*"(\w+)"', one.read_text("utf-8")) for one in source)
    return frozenset(verb for verbs in found for verb in verbs)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty database; what a test does to it must stand in the history in words."""
    with Store(str(tmp_path / "nämnd.db")) as opened:
        yield opened
        rows = opened.connection.execute("SELECT verb FROM history WHERE summary = verb")
        assert not {row["verb"] for row in rows} & program_verbs()


@pytest.fixture
def committee_id(store: Store, actor: Actor) -> int:
    settings = CommitteeSettings(
        dnr_prefix="on", seats=3, place="Lilla salen", administration="Omsorgsförvaltningen"
    )
    new = Committee(0, "ON", "Omsorgsnämnden", "Norrviks kommun", settings)
    return create_committee(store, actor, new)


@pytest.fixture
def members(store: Store, actor: Actor, committee_id: int) -> dict[str, int]:
    """Three members and a substitute; name → person id."""
    people = (
        ("chair", "Ali Saadi", "S"),
        ("first_vice_chair", "Karin Ek", "C"),
        ("member", "Per Ahl", "M"),
        ("substitute", "Eva Berg", "M"),
    )
    for rank, (office, name, party) in enumerate(people):
        person = Person(0, name, party=party)
        mandate = Mandate(0, committee_id, person, office, party, date(2023, 1, 1), rank=rank)
        add_mandate(store, actor, mandate)
    return {person.name: person.id for person in all_persons(store.connection)}


@pytest.fixture
def meeting_id(store: Store, actor: Actor, committee_id: int) -> int:
    return plan_meeting(store, actor, Meeting(0, committee_id, date(2026, 12, 8), time(18, 30), ""))


@pytest.fixture
def case(store: Store, actor: Actor, committee_id: int) -> Case:
    return register_case(store, actor, Case(0, committee_id, "", 0, 0, "Motion om nattvandring"))
