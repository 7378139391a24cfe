"""A committee's short code."""

from __future__ import annotations

import pytest

from nämndtui.model.people.committee import checked_code
from nämndtui.model.text.errors import InvalidInputError


@pytest.mark.parametrize(("written", "code"), [("ON", "ON"), (" KÄN2 ", "KÄN2"), ("ån", "ån")])
def test_a_code_is_letters_and_digits(written: str, code: str) -> None:
    assert checked_code(written) == code


@pytest.mark.parametrize("written", ["", " ", "K/N", "O N", "ON:", "{prefix}", "[b]"])
def test_anything_else_is_refused_with_what_to_do(written: str) -> None:
    with pytest.raises(InvalidInputError, match="bara bokstäver och siffror") as refused:
        checked_code(written)
    assert refused.value.field == "code"
