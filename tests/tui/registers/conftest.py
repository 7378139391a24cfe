"""The small committee with registers: an order in two versions, decisions, rows, a quarter."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.order import DelegationOrder, DelegationRule
from nämndtui.model.delegation.reported_matter import ReportedMatter
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.delegation.delegated_decisions import register_delegated_decision
from nämndtui.workflow.delegation.orders import add_order, add_rule, new_version
from nämndtui.workflow.delegation.reported_matters import collect_matter
from nämndtui.workflow.unenforced.quarter_reports import compile_quarter
from nämndtui.workflow.unenforced.unenforced_decisions import (
    add_unenforced_decision,
    execute_decision,
)

RULES = (
    ("B 36", "Yttrande till Inspektionen för vård och omsorg", ("verksamhetschef",), "IVO"),
    ("G 5", "Tillförordnad chef vid semester", ("förvaltningschef",), ""),
    ("G 6", "Anställning av personal", ("enhetschef", "verksamhetschef"), ""),
)
DECISIONS = (
    (date(2026, 10, 2), "G 6", "enhetschef", "Bo Lind", "on/2026:70", "Anställning av vikarie"),
    (date(2026, 11, 3), "B 36", "verksamhetschef", "Eva Berg", "on/2026:88", "Yttrande till IVO"),
    (date(2026, 11, 12), "G 6", "sekreterare", "Rut Åkesson", "on/2026:91", "Anställning"),
)
ROWS = (
    ("A1", "lss", "Bostad med särskild service för vuxna", date(2026, 2, 10), "K", "resources"),
    ("A2", "lss", "Kontaktperson", date(2026, 3, 2), "M", "other"),
    ("A3", "lss", "Kontaktperson", date(2026, 6, 20), "M", "resources"),
    ("S1", "sol", "Särskilt boende", date(2026, 9, 1), "K", "resources"),
)


@pytest.fixture(scope="session")
def small_registers(small_committee: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committee's database with registers, made once."""
    path = Path(shutil.copy(small_committee, tmp_path_factory.mktemp("register") / "nämnd.db"))
    with Store(str(path)) as store:
        fill_registers(store, Actor("anna", datetime(2026, 11, 20, 10, 0)))
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
def database(small_registers: Path, tmp_path: Path) -> Path:
    """A copy with registers, free to change."""
    return Path(shutil.copy(small_registers, tmp_path / "nämnd.db"))


@pytest.fixture
def empty_registers(small_committee: Path, tmp_path: Path) -> Path:
    """A copy of the committee with nothing in its registers."""
    return Path(shutil.copy(small_committee, tmp_path / "tom.db"))


def fill_registers(store: Store, actor: Actor) -> None:
    """Something of everything the registers show."""
    rules = tuple(
        DelegationRule(0, 0, place, point, text, roles, source)
        for place, (point, text, roles, source) in enumerate(RULES, 1)
    )
    first = DelegationOrder(
        0, 1, "Delegationsordning 2025", date(2025, 1, 1), adopted="§ 88/2024", rules=rules
    )
    order_id = add_order(store, actor, first)
    later = new_version(store, actor, order_id, "Delegationsordning 2027", date(2027, 1, 1))
    add_rule(store, actor, later, DelegationRule(0, later, 0, "G 7", "Lön", ("enhetschef",)))
    for decided_on, point, role, decider, dnr, what in DECISIONS:
        draft = DelegatedDecision(0, 1, decided_on, point, role, decider, dnr, what)
        register_delegated_decision(store, actor, draft, despite_doubts=True)
    for key, law, measure, start, sex, reason in ROWS:
        row = UnenforcedDecision(0, 1, key, law, measure, start, sex=sex, reason=reason)
        add_unenforced_decision(store, actor, row)
    compile_quarter(store, Actor("anna", datetime(2026, 7, 5, 9, 0)), 1, "lss", Quarter(2026, 2))
    execute_decision(store, actor, 2, date(2026, 8, 20))
    for origin, title, dnr in (
        ("Kommunstyrelsen", "Budget 2027", "KS/2026:148"),
        ("Förvaltningsrätten", "Dom i mål om avgift", ""),
    ):
        collect_matter(store, actor, ReportedMatter(0, 1, origin, title, dnr, date(2026, 11, 10)))
