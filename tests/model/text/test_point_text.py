from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.text.point_text import point_numbers, points_to_text, text_to_points

LINE = st.text(st.sampled_from("abåäö |-*.0189 [/]"), max_size=12)
POINT = st.lists(LINE, min_size=1, max_size=4).map("\n".join)


@given(st.lists(POINT, max_size=4))
def test_what_was_saved_comes_back_unchanged(texts: list[str]) -> None:
    saved = text_to_points(points_to_text(text for text in texts if text.strip()))
    assert text_to_points(points_to_text(saved)) == saved


def test_one_line_is_one_point_and_blank_lines_mean_nothing() -> None:
    text = "Nämnden godkänner rapporten.\n\nNämnden uppdrar åt förvaltningen.\n"
    assert text_to_points(text) == (
        "Nämnden godkänner rapporten.",
        "Nämnden uppdrar åt förvaltningen.",
    )


def test_a_table_stays_inside_its_point() -> None:
    point = "Nämnden antar fördelningen:\n\n| A | B |\n| --- | --- |\n| 1 | 2 |"
    text = points_to_text([point, "Nämnden expedierar."])
    assert text.split("\n")[2] == "  | A | B |"
    assert text_to_points(text) == (point, "Nämnden expedierar.")


@pytest.mark.parametrize(
    ("pasted", "points"),
    [
        ("1. Första\n2. Andra", ("Första", "Andra")),
        ("1) Första", ("Första",)),
        ("2. Börjar på två", ("2. Börjar på två",)),
        ("1. januari\nInget nummer", ("1. januari", "Inget nummer")),
    ],
)
def test_only_a_whole_numbering_is_dropped(pasted: str, points: tuple[str, ...]) -> None:
    assert text_to_points(pasted) == points


def test_each_point_is_numbered_at_its_first_line() -> None:
    lines = ["Första", "  - fortsätter", "", "Andra", "\tmed tabb"]
    assert point_numbers(lines) == [1, None, None, 2, None]
