"""Minutes are typed as a whole number within the field's limits, or left out."""

import pytest

from nämndtui.model.agenda.item_fields import (
    ItemField,
    checked_minutes,
    minutes_text,
    read_minutes,
)
from nämndtui.model.text.errors import InvalidInputError

FIELD = ItemField("pause", "paus", "Paus", "minutes", (), default=None, limits=(1, 600))


@pytest.mark.parametrize(
    ("typed", "read"),
    [("15", 15), (" 15 ", 15), ("15 min", 15), ("90 minuter", 90), ("1", 1), ("600", 600)],
)
def test_whole_minutes_are_read_with_or_without_the_word(typed: str, read: int) -> None:
    assert read_minutes(FIELD, typed) == read


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_is_not_set(typed: str) -> None:
    assert read_minutes(FIELD, typed) is None


@pytest.mark.parametrize("typed", ["0", "0 min", "601", "-5", "1,5", "en kvart", "１５", "9999999"])
def test_anything_else_is_refused_with_what_to_write(typed: str) -> None:
    with pytest.raises(InvalidInputError, match="Paus skrivs som hela minuter, 1–600") as refused:
        read_minutes(FIELD, typed)
    assert refused.value.field == "pause"


@pytest.mark.parametrize("value", [-1, 0, 601])
def test_a_number_outside_the_limits_is_refused_wherever_it_comes_from(value: int) -> None:
    with pytest.raises(InvalidInputError, match="1–600"):
        checked_minutes(FIELD, value)


def test_one_minute_is_a_minute() -> None:
    assert [minutes_text(n) for n in (None, 0, 1, 15)] == ["", "", "1 minut", "15 minuter"]
