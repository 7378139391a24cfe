"""Registering cases: which year and which number a case gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from nämndtui.model.agenda.case import Case
from nämndtui.model.text.errors import InvalidInputError, RefusedError, StaleVersionError
from nämndtui.store.agenda.cases import case as load_case
from nämndtui.store.database import Store
from nämndtui.workflow.agenda.cases import close_case, draw_case, edit_case, register_case
from nämndtui.workflow.core.actor import Actor

EVE, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)


@pytest.fixture
def january() -> Actor:
    """The registrar on the first working day of 2027."""
    return Actor("anna", datetime(2027, 1, 4, 8, 0))


@pytest.mark.parametrize(
    ("opened", "number"), [(EVE, "on/2026:1"), (NEW_YEAR, "on/2027:1"), (None, "on/2027:1")]
)
def test_a_case_gets_its_number_in_the_year_it_was_opened(
    store: Store, january: Actor, committee_id: int, opened: date | None, number: str
) -> None:
    draft = Case(0, committee_id, "", 0, 0, "Tillsyn", opened=opened)
    made = register_case(store, january, draft)
    assert (made.dnr, made.year) == (number, int(number[3:7]))
    assert load_case(store.connection, made.id).opened == (opened or date(2027, 1, 4))


def test_each_year_has_its_own_numbers_without_gaps(
    store: Store, january: Actor, committee_id: int
) -> None:
    days = (NEW_YEAR, EVE, NEW_YEAR, EVE)
    drawn = [
        register_case(store, january, Case(0, committee_id, "", 0, 0, "Ärende", opened=day)).dnr
        for day in days
    ]
    assert drawn == ["on/2027:1", "on/2026:1", "on/2027:2", "on/2026:2"]


def test_a_year_that_is_given_goes_before_the_day_of_opening(
    store: Store, january: Actor, committee_id: int
) -> None:
    """As when a register that names its years is taken in."""
    with store.change("test", "anna", january.now) as change:
        given = Case(0, committee_id, "", 2025, 0, "Gammalt", opened=EVE)
        assert draw_case(change, given).dnr == "on/2025:1"
        assert draw_case(change, replace(given, year=0)).dnr == "on/2026:1"
        assert draw_case(change, replace(given, year=0, opened=None)).dnr == "on/2027:1"


def test_a_number_that_is_given_is_kept_and_only_once(
    store: Store, january: Actor, committee_id: int
) -> None:
    given = Case(0, committee_id, " on/2025:88 ", 0, 0, "Äldre ärende")
    made = register_case(store, january, given)
    assert (made.dnr, made.year, made.serial) == ("on/2025:88", 2025, 88)
    with pytest.raises(RefusedError, match="finns redan"):
        register_case(store, january, given)
    with pytest.raises(InvalidInputError):
        register_case(store, january, replace(given, dnr="åttioåtta"))


def test_a_case_needs_a_title_when_registered_and_when_changed(
    store: Store, actor: Actor, case: Case
) -> None:
    with pytest.raises(InvalidInputError, match="rubrik"):
        register_case(store, actor, replace(case, id=0, dnr="", title="  "))
    with pytest.raises(InvalidInputError, match="rubrik"):
        edit_case(store, actor, case.id, 1, title=" ")
    edit_case(store, actor, case.id, 1, title=" Motion om belysning ")
    assert load_case(store.connection, case.id).title == "Motion om belysning"
    with pytest.raises(StaleVersionError):
        edit_case(store, actor, case.id, 1, title="För sent")


def test_a_closed_case_is_closed_today(store: Store, actor: Actor, case: Case) -> None:
    close_case(store, actor, case.id, 1)
    closed = load_case(store.connection, case.id)
    assert (closed.state, closed.closed) == ("closed", actor.today)
