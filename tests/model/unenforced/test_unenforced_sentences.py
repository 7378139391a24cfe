"""The report's sentences say in Swedish exactly what the table's rows say (A8)."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.text.number_words import number_word
from nämndtui.model.unenforced.sentences import comment, count_sentences, total_sentence

K3 = Quarter(2026, 3)
HOME, CONTACT = "Särskilt boende", "Kontaktperson"


@pytest.mark.parametrize(
    ("count", "first", "total"),
    [
        (
            0,
            "Inga beslut enligt socialtjänstlagen har rapporterats som ej verkställda till "
            "Inspektionen för vård och omsorg, IVO, tredje kvartalet 2026.",
            "",
        ),
        (
            1,
            "Ett beslut gällande särskilt boende har rapporterats som ej verkställt till "
            "Inspektionen för vård och omsorg, IVO.",
            "Totalt har ett beslut enligt socialtjänstlagen rapporterats som ej verkställt "
            "till IVO tredje kvartalet 2026.",
        ),
        (
            2,
            "Två beslut gällande särskilt boende har rapporterats som ej verkställda till "
            "Inspektionen för vård och omsorg, IVO.",
            "Totalt har två beslut enligt socialtjänstlagen rapporterats som ej verkställda "
            "till IVO tredje kvartalet 2026.",
        ),
        (
            12,
            "Tolv beslut gällande särskilt boende har rapporterats som ej verkställda till "
            "Inspektionen för vård och omsorg, IVO.",
            "Totalt har tolv beslut enligt socialtjänstlagen rapporterats som ej verkställda "
            "till IVO tredje kvartalet 2026.",
        ),
        (
            13,
            "13 beslut gällande särskilt boende har rapporterats som ej verkställda till "
            "Inspektionen för vård och omsorg, IVO.",
            "Totalt har 13 beslut enligt socialtjänstlagen rapporterats som ej verkställda "
            "till IVO tredje kvartalet 2026.",
        ),
    ],
)
def test_the_sentences_for_so_many_rows(count: int, first: str, total: str) -> None:
    found = count_sentences([HOME] * count, [], "sol", K3)
    assert found == ((first, total) if total else (first,))


def test_several_kinds_are_joined_and_interruptions_have_a_sentence_of_their_own() -> None:
    found = count_sentences([HOME, CONTACT, HOME], ["Daglig verksamhet"], "lss", K3)
    assert found == (
        "Två beslut gällande särskilt boende och ett beslut gällande kontaktperson har "
        "rapporterats som ej verkställda till Inspektionen för vård och omsorg, IVO.",
        "Ett avbrott i verkställigheten gällande daglig verksamhet har rapporterats.",
        "Totalt har tre beslut enligt 9 § LSS rapporterats som ej verkställda och ett avbrott i "
        "verkställigheten till IVO tredje kvartalet 2026.",
    )


def test_one_number_above_twelve_makes_the_whole_sentence_digits() -> None:
    sentences = count_sentences([HOME] * 13 + [CONTACT], [CONTACT], "sol", K3)
    assert sentences[0].startswith("13 beslut gällande särskilt boende och 1 beslut gällande")
    assert "14 beslut" in sentences[2] and "1 avbrott" in sentences[2]
    assert sentences[1].startswith("Ett avbrott")


def test_only_interruptions() -> None:
    sentences = count_sentences([], [CONTACT], "sol", K3)
    assert sentences[0].startswith("Inga beslut har rapporterats som ej verkställda")
    assert sentences[2] == (
        "Totalt har ett avbrott i verkställigheten av beslut enligt socialtjänstlagen rapporterats "
        "till IVO tredje kvartalet 2026."
    )


def test_an_abbreviation_keeps_its_capitals_inside_the_sentence() -> None:
    assert "gällande HVB har" in count_sentences(["HVB"], [], "sol", K3)[0]


_WORDS = {number_word(n): n for n in range(1, 13)}
_COUNT = re.compile(r"([a-zåäö]+|[0-9]+) (?:beslut|avbrott i verkställigheten) gällande", re.I)


@given(
    st.lists(st.sampled_from([HOME, CONTACT, "HVB", "Hemtjänst"]), max_size=60),
    st.lists(st.sampled_from([HOME, CONTACT]), max_size=30),
    st.sampled_from(["sol", "lss"]),
)
def test_the_counts_in_the_sentences_always_equal_the_rows(
    decisions: list[str], interruptions: list[str], law: str
) -> None:
    sentences = count_sentences(decisions, interruptions, law, K3)
    numbers = [
        int(word) if word.isdigit() else _WORDS[word.casefold()]
        for sentence in sentences[:-1]
        for word in _COUNT.findall(sentence)
    ]
    assert sum(numbers) == len(decisions) + len(interruptions)
    if decisions or interruptions:
        assert sentences[-1] == total_sentence(len(decisions), len(interruptions), law, K3)


def test_a_comment_is_generated_with_the_refusals_in_date_order() -> None:
    offers = (date(2026, 9, 8), date(2026, 6, 4))
    assert comment("resources", offers, None, None) == (
        "Resursbrist, den enskilde har tackat nej till erbjudandena 2026-06-04 och 2026-09-08"
    )
    assert comment("", offers[:1], date(2026, 10, 1), None) == (
        "Den enskilde har tackat nej till erbjudandet 2026-09-08, verkställd 2026-10-01"
    )
    assert comment("other", (), None, date(2026, 5, 18)) == "Annat skäl, avslutad 2026-05-18"
    assert comment("", (), None, None) == ""
