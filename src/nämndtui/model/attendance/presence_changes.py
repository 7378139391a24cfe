"""Coming and going, as the secretary says it once: "in fr.o.m. § 41", "ut t.o.m. § 44"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nämndtui.model.attendance.presence import Presence
from nämndtui.model.text.errors import RefusedError


def arrived(stays: Sequence[Presence], new: Presence, from_paragraph: int | None) -> Presence:
    """The stay that begins when a person comes in. ``stays`` are that person's earlier ones.

    Raises RefusedError when the person is already in the room at that §.
    """
    at = from_paragraph or 1
    if any(one.covers(at) for one in stays):
        raise RefusedError(f"{new.person.name} är redan inne vid § {at}.")
    later = [one.from_paragraph for one in stays if (one.from_paragraph or 0) > at]
    end = min((number for number in later if number is not None), default=None)
    return replace(
        new, id=0, from_paragraph=from_paragraph, to_paragraph=None if end is None else end - 1
    )


def departed(stays: Sequence[Presence], name: str, to_paragraph: int) -> Presence:
    """The stay that ends, with its new end: the person takes part to that § and then leaves.

    Raises RefusedError when the person is not in the room at that §.
    """
    for one in stays:
        if one.covers(to_paragraph):
            return replace(one, to_paragraph=to_paragraph)
    raise RefusedError(f"{name} är inte inne vid § {to_paragraph}.")
