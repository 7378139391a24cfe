from __future__ import annotations

import pytest

from nämndtui.documents.typography import typeset


@pytest.mark.parametrize(
    "together",
    ["§ 88", "§§ 84–97", "39 §", "6 kap.", "kl. 18.30", "kl 18:30", "26 september", "16 %",
     "8 mnkr", "1 067 317", "2 100 000 kr"],
)  # fmt: skip
def test_what_belongs_together_is_not_parted(together: str) -> None:
    assert typeset(f"före {together} efter") == f"före {together.replace(' ', chr(160))} efter"


@pytest.mark.parametrize(
    "apart", ["år 2017 200 platser", "den femte maj", "Enligt § i lagen", "punkt 3 och 4", "a 1 b"]
)
def test_other_spaces_stay_as_they_are(apart: str) -> None:
    assert typeset(apart) == apart
