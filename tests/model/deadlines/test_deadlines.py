"""Deadlines appear two weeks ahead, grow urgent and turn late."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.deadlines.deadlines import (
    Deadline,
    agenda_deadlines,
    minutes_deadlines,
    one_year_deadline,
)
from nämndtui.model.people.committee import CommitteeSettings

DUE = date(2026, 12, 10)


@pytest.mark.parametrize(
    ("days_before", "urgency"),
    [(15, ""), (14, "info"), (4, "info"), (3, "warn"), (0, "warn"), (-1, "late")],
)
def test_urgency_grows_as_the_day_comes(days_before: int, urgency: str) -> None:
    assert Deadline("posted", DUE).urgency(DUE - timedelta(days=days_before)) == urgency


def test_what_happens_by_itself_is_never_late() -> None:
    passing = Deadline("last_appeal_day", DUE, passive=True)
    assert passing.urgency(DUE) == "info"
    assert passing.urgency(DUE + timedelta(days=1)) == ""


def test_the_summons_goes_out_by_the_committees_own_lead() -> None:
    stop, out = agenda_deadlines(date(2026, 12, 8), CommitteeSettings())
    assert (stop.due, out.due) == (date(2026, 11, 17), date(2026, 12, 1))
    working = CommitteeSettings(summons_lead=5, summons_lead_kind="working")
    assert agenda_deadlines(date(2026, 12, 8), working)[1].due == date(2026, 12, 1)


def test_minutes_are_adjusted_then_posted_then_taken_down() -> None:
    held = date(2024, 12, 10)
    (adjust,) = minutes_deadlines(held, None)
    assert (adjust.due, adjust.limit) == (date(2024, 12, 24), date(2024, 12, 27))
    (post,) = minutes_deadlines(held, MinutesPart(1, adjusted_on=date(2024, 12, 16)))
    assert (post.due, post.limit, post.basis) == (date(2024, 12, 18), None, "KL 8:12")
    posted = MinutesPart(1, adjusted_on=date(2016, 12, 14), posted_on=date(2016, 12, 16))
    last, force, down = minutes_deadlines(held, posted)
    assert (last.due, down.due) == (date(2017, 1, 9), date(2017, 1, 10))
    assert (force.kind, force.due, force.basis) == ("legal_force", down.due, "KL 13:5")
    urgency = [down.urgency(down.due + timedelta(days=days)) for days in (-3, -1, 0, 1)]
    assert urgency == ["info", "info", "warn", "late"]  # it may not be taken down before
    assert [one.kind for one in minutes_deadlines(held, posted, down.due)] == [
        "last_appeal_day",
        "legal_force",
    ]
    (again,) = minutes_deadlines(held, posted, last.due)
    assert (again.kind, again.due) == ("posted", last.due)


def test_immediate_paragraphs_are_signed_at_the_meeting() -> None:
    (sign,) = minutes_deadlines(date(2026, 12, 8), MinutesPart(1, immediate=True))
    assert sign.due == date(2026, 12, 8)


def test_a_motion_is_urgent_after_nine_months() -> None:
    deadline = one_year_deadline(date(2025, 11, 25))
    assert deadline.due == date(2026, 11, 25)
    assert deadline.urgency(date(2026, 8, 24)) == ""
    assert deadline.urgency(date(2026, 8, 25)) == "warn"
    assert deadline.urgency(date(2026, 11, 26)) == "late"


def test_each_deadline_of_the_minutes_names_its_law() -> None:
    held, adjusted = date(2024, 12, 10), date(2016, 12, 14)
    posted = MinutesPart(1, adjusted_on=adjusted, posted_on=date(2016, 12, 16))

    def named(part: MinutesPart | None, down: date | None = None) -> list[tuple[str, str, bool]]:
        return [(one.kind, one.basis, one.passive) for one in minutes_deadlines(held, part, down)]

    assert named(None) == [("adjusted", "KL 5:69", False)]
    assert named(MinutesPart(1, adjusted_on=adjusted)) == [("posted", "KL 8:12", False)]
    assert named(posted) == [
        ("last_appeal_day", "KL 13:5", True),
        ("legal_force", "KL 13:5", True),
        ("taken_down", "KL 8:12", False),
    ]
    assert named(posted, date(2017, 1, 9)) == [("posted", "KL 8:12", False)]
