"""A short run of the random keys, and what the long one rests on."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.monkey.__main__ import KINDS, SIZES, line
from tests.monkey.keys import FASTEST, SLOWEST, Press, draw, told
from tests.monkey.place import make_place
from tests.monkey.run import Variant, run
from tests.monkey.shortest import shortest
from tests.monkey.terminal import possible

SEED = "kort"
KEYS = 500


@pytest.mark.real
@pytest.mark.skipif(not possible(), reason="no pseudo-terminals here")
@pytest.mark.parametrize(
    ("kind", "size"),
    [("full", "80x24"), ("full", "120x40"), ("empty", "120x40"), ("read-only", "80x24")],
)
def test_random_keys_never_end_the_program(tmp_path, kind: str, size: str) -> None:  # type: ignore[no-untyped-def]
    full, read_only = KINDS[kind]
    variant = Variant(full, read_only, SIZES[size], seed=SEED, slowest=40)
    result = run(variant, make_place(tmp_path / "place", full), KEYS, tmp_path)
    assert result.keys == KEYS
    assert result.clean, f"{line(result)}\n{[death.said for death in result.deaths]}"


def test_a_seed_gives_the_same_keys_again() -> None:
    assert draw("a", 500) == draw("a", 500)
    assert draw("a", 500) != draw("b", 500)


def test_keys_come_at_every_pace_and_of_every_kind() -> None:
    drawn = draw("a", 20_000)
    assert {press.wait for press in drawn} == set(range(FASTEST, SLOWEST + 1))
    keys = {press.key for press in drawn}
    assert {"1", "up", "enter", "escape", "tab", "f1", "f10", "ctrl+s", "ctrl+z", "å"} <= keys
    assert "ctrl+q" not in keys
    assert Press("ctrl+s", 0).sent == b"\x13"
    assert Press("å", 0).sent == "å".encode()


def dying_of(*fatal: str):  # type: ignore[no-untyped-def]
    """A program that dies when it has met these keys in this order."""

    def dies(presses: Sequence[Press]) -> list[Press] | None:
        left = list(fatal)
        for number, press in enumerate(presses, 1):
            if press.key == left[0] and len(left) == 1:
                return list(presses[:number])
            if press.key == left[0]:
                left.pop(0)
        return None

    return dies


@pytest.mark.parametrize("fatal", [("f6",), ("1", "f6"), ("5", "down", "4", "f6")])
def test_a_death_is_reduced_to_the_keys_it_takes(fatal: tuple[str, ...]) -> None:
    presses = draw("a", 1_000)
    found = shortest(presses, dying_of(*fatal))
    assert found is not None
    assert told(found) == " ".join(fatal)


def test_a_death_that_does_not_come_again_is_not_reduced() -> None:
    assert shortest(draw("a", 100), lambda _: None) is None
