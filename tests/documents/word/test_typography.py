from __future__ import annotations

import pytest

from nämndtui.documents.word.typography import typeset


@pytest.mark.parametrize(
    "together",
    ["§ 88", "39 §", "6 kap.", "kl. 18.30", "kl 18:30", "26 september", "16 %",
     "8 mnkr", "1 067 317", "2 100 000 kr"],
)  # fmt: skip
def test_what_belongs_together_is_not_parted(together: str) -> None:
    assert typeset(f"före {together} efter") == f"före {together.replace(' ', chr(160))} efter"


def test_a_range_is_not_parted_after_its_dash() -> None:
    assert typeset("§§ 81–84, 86–87 och 9–10 år") == (
        "§§\u00a081\u2060–\u206084, 86\u2060–\u206087 och 9–10\u00a0år"
    )


@pytest.mark.parametrize(
    "apart", ["år 2017 200 platser", "den femte maj", "Enligt § i lagen", "punkt 3 och 4", "a 1 b"]
)
def test_other_spaces_stay_as_they_are(apart: str) -> None:
    assert typeset(apart) == apart
