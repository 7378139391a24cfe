"""A number is proposed for a mistyped one only when it is the likely one."""

from __future__ import annotations

import pytest

from nämndtui.exchange.package.check.similar_number import similar_number

KNOWN = {
    ("on", 2026, 106): "ON/2026:106",
    ("on", 2026, 4): "ON/2026:4",
    ("on", 2026, 230): "ON/2026:230",
    ("on", 2026, 231): "ON/2026:231",
}


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        (("on", 2026, 160), "ON/2026:106"),
        (("on", 2026, 1060), "ON/2026:106"),
        (("on", 2025, 106), "ON/2026:106"),
        (("von", 2026, 106), "ON/2026:106"),
        (("on", 2026, 5), ""),
        (("on", 2026, 999), ""),
        (("on", 2026, 239), ""),
        (("ks", 2019, 88), ""),
    ],
)
def test_one_slip_and_no_other_number_as_likely(wanted: tuple[str, int, int], near: str) -> None:
    assert similar_number(wanted, KNOWN) == near
