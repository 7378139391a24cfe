"""States of items, parts and meetings, assignments in decisions, deadlines of D4."""

from __future__ import annotations

import json
from datetime import date

import pytest

from nämndtui.model.agenda.agenda_item import ItemState
from nämndtui.model.agenda.item_states import NEXT_ITEM_STATES, check_item_step
from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.deadlines.deadlines import (
    dispatch_deadline,
    supplement_deadline,
    year_deadlines,
)
from nämndtui.model.decisions.assignment_text import assignments_in
from nämndtui.model.minutes.part_states import NEXT_PART_STATES, check_part_step
from nämndtui.model.people.committee import CommitteeSettings
from nämndtui.model.record.part_log import (
    Notice,
    PartLog,
    PartState,
    PartStep,
    legal_force_on,
    part_state,
)
from nämndtui.model.text.errors import RefusedError
from tests.conftest import REPOSITORY

DATA = REPOSITORY / "data"
TODAY = date(2026, 12, 20)
PART = MinutesPart(1, paragraph_numbers=(1, 2))
POSTED = MinutesPart(1, adjusted_on=date(2016, 12, 15), posted_on=date(2016, 12, 16))


@pytest.mark.parametrize("current", NEXT_ITEM_STATES)
@pytest.mark.parametrize("wanted", NEXT_ITEM_STATES)
def test_every_step_of_an_item_is_allowed_or_explained(
    current: ItemState, wanted: ItemState
) -> None:
    if wanted in NEXT_ITEM_STATES[current]:
        check_item_step(current, wanted, "in_session")
    else:
        with pytest.raises(RefusedError, match="kan inte bli"):
            check_item_step(current, wanted, "in_session")


def test_an_item_is_handled_at_the_meeting_only() -> None:
    with pytest.raises(RefusedError, match="uppropet"):
        check_item_step("listed", "decided", "summoned")
    with pytest.raises(RefusedError, match="ligger fast"):
        check_item_step("decided", "listed", "closed")


@pytest.mark.parametrize("current", NEXT_PART_STATES)
@pytest.mark.parametrize("wanted", NEXT_PART_STATES)
def test_every_step_of_a_part_is_allowed_or_explained(
    current: PartState, wanted: PartState
) -> None:
    if wanted in NEXT_PART_STATES[current]:
        check_part_step(current, wanted)
    else:
        with pytest.raises(RefusedError, match="kan inte bli"):
            check_part_step(current, wanted)


def test_the_state_of_a_part_follows_from_what_is_logged() -> None:
    sent = PartStep(1, "sent", date(2026, 12, 10))
    back = PartStep(2, "returned", date(2026, 12, 11))
    assert part_state(PART, PartLog(1), TODAY) == "draft"
    assert part_state(PART, PartLog(1, (sent,)), TODAY) == "sent_for_signing"
    assert part_state(PART, PartLog(1, (sent, back)), TODAY) == "returned"
    assert part_state(POSTED, PartLog(1), date(2017, 1, 9)) == "posted"
    assert part_state(POSTED, PartLog(1), date(2017, 1, 10)) == "appeal_expired"


def test_legal_force_comes_after_the_last_appeal_day() -> None:
    assert legal_force_on(POSTED, PartLog(1)) == date(2017, 1, 10)
    short = Notice(1, date(2016, 12, 16), date(2016, 12, 27))
    assert legal_force_on(POSTED, PartLog(1, notices=(short,))) is None


@pytest.mark.parametrize(
    ("point", "assignee", "task", "due"),
    [
        (
            "Omsorgsnämnden uppdrar åt förvaltningen att återkomma med en plan senast den 31 mars "
            "2027.",
            "förvaltningen",
            "återkomma med en plan senast den 31 mars 2027",
            date(2027, 3, 31),
        ),
        (
            "Nämnden ger förvaltningschefen i uppdrag att se över taxan senast 2027-06-01.",
            "förvaltningschefen",
            "se över taxan senast 2027-06-01",
            date(2027, 6, 1),
        ),
        (
            "Nämnden uppdrar åt ordföranden att underteckna avtalet.",
            "ordföranden",
            "underteckna avtalet",
            None,
        ),
        (
            "Nämnden beslutar att ge förvaltningen i uppdrag att senast i juni 2027 visa en plan.",
            "förvaltningen",
            "senast i juni 2027 visa en plan",
            date(2027, 6, 30),
        ),
        (
            "Nämnden ger i uppdrag åt förvaltningen att vara klar före utgången av 2028.",
            "förvaltningen",
            "vara klar före utgången av 2028",
            date(2028, 12, 31),
        ),
        (
            "Nämnden uppdrar till förvaltningen att redovisa på sammanträdet den 9 mars 2027.",
            "förvaltningen",
            "redovisa på sammanträdet den 9 mars 2027",
            date(2027, 3, 9),
        ),
        (
            "Nämnden uppdrar åt förvaltningen att:\n- ta fram en plan\n- redovisa den.",
            "förvaltningen",
            "- ta fram en plan - redovisa den",
            None,
        ),
    ],
)
def test_assignments_are_read_out_of_the_decision(
    point: str, assignee: str, task: str, due: date | None
) -> None:
    (found,) = assignments_in([point], date(2026, 12, 8))
    assert (found.assignee, found.task, found.due) == (assignee, task, due)


@pytest.mark.parametrize(
    "point",
    [
        "Nämnden godkänner rapporten.",
        "Nämnden ger förvaltningschefen rätt att ändra förteckningen under året.",
        "Nämnden ger ordföranden i delegation att besluta om yttrandet.",
        "Nämnden föreslår att kommunfullmäktige uppdrar åt kommunstyrelsen att se över taxan.",
    ],
)
def test_a_decision_that_delegates_or_asks_others_gives_no_assignment(point: str) -> None:
    assert assignments_in([point], TODAY) == ()


def test_the_demonstration_committee_has_the_assignments_its_decisions_give() -> None:
    found = [
        one
        for path in sorted((DATA / "sammanträden").glob("*.json"))
        for item in json.loads(path.read_text(encoding="utf-8"))["punkter"]
        for one in assignments_in(item.get("förslag", ()), date(2026, 1, 1))
    ]
    assert {one.assignee for one in found} == {"förvaltningen", "förvaltningschefen"}
    assert not [one.task for one in found if "underteckna" in one.task]


def test_dispatch_counts_working_days_and_a_supplement_goes_out_the_weekday_before() -> None:
    settings = CommitteeSettings(dispatch_days=5)
    assert dispatch_deadline(date(2026, 12, 18), settings).due == date(2026, 12, 29)
    assert supplement_deadline(date(2026, 12, 7)).due == date(2026, 12, 4)


def test_the_years_own_deadlines() -> None:
    found = {one.kind: (one.due, one.basis) for one in year_deadlines(2026)}
    assert found["meeting_calendar"] == (date(2026, 10, 31), "")
    assert found["citizen_proposals"] == (date(2026, 12, 31), "KL 6:34")
    assert found["new_year"] == (date(2027, 1, 1), "")
