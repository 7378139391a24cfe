"""What is odd in a sound package: said when it is taken in, never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from nämndtui.exchange.package.check.finding import Finding
from nämndtui.exchange.package.place import Path, describe_place, shorten
from nämndtui.exchange.package.values import Raw
from nämndtui.model.agenda.attachment_number import gaps, parse_attachment_number
from nämndtui.model.text.clean_text import clean_line

_LAST_DAY = "9999-12-31"


def package_remarks(data: Raw, unkept: int = 0) -> tuple[str, ...]:
    """Swedish lines about a package that passed every check: gaps in attachment numbers (A4),
    a summons dated after its meeting, two chairs at once, and ``unkept`` characters.
    """
    remarks = [
        f"{describe_place(data, path)}: {said}"
        for index, committee in enumerate(data.get("nämnder", ()))
        for path, said in _committee(committee, ("nämnder", index))
    ]
    if unkept:
        remarks.append(_unkept(unkept))
    return tuple(remarks)


def _committee(committee: Raw, path: Path) -> Iterator[Finding]:
    yield from _chairs(committee, path)
    for place, meeting in enumerate(committee.get("sammanträden", ())):
        at: Path = (*path, "sammanträden", place)
        if meeting.get("kallelsedatum", "") > meeting["datum"]:
            yield at, '"kallelsedatum" är efter sammanträdet. Är det rätt?'
        yield from _attachments(meeting.get("punkter", ()), (*at, "punkter"))
    yield from _attachments(committee.get("väntande_punkter", ()), (*path, "väntande_punkter"))


def _attachments(items: Any, path: Path) -> Iterator[Finding]:
    for index, item in enumerate(items):
        numbers = [parse_attachment_number(str(part["nummer"])) for part in item.get("bilagor", ())]
        for gap in gaps(numbers):
            yield (*path, index), gap


def _chairs(committee: Raw, path: Path) -> Iterator[Finding]:
    chairs = [
        (index, mandate)
        for index, mandate in enumerate(committee.get("mandat", ()))
        if mandate["uppdrag"] == "ordförande"
    ]
    for (_, one), (index, other) in combinations(chairs, 2):
        first = max(one["från"], other["från"])
        last = min(one.get("till", _LAST_DAY), other.get("till", _LAST_DAY))
        if first <= last and clean_line(one["namn"]) != clean_line(other["namn"]):
            names = f"{shorten(one['namn'])} och {shorten(other['namn'])}"
            until = "" if last == _LAST_DAY else f" till {last}"
            yield (
                (*path, "mandat", index),
                f"{names} är ordförande samtidigt från {first}{until}. Är det rätt?",
            )


def _unkept(count: int) -> str:
    who = "Ett tecken" if count == 1 else f"{count} tecken"
    return (
        f"{who} som inte kan stå i en text, till exempel ESC och andra styrtecken, "
        "har tagits bort eller blivit radbrytningar."
    )
