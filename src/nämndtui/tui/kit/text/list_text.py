"""Small lists as lines to type: recipients, presenters, signatures, group meetings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, time
from typing import Any, TypeVar

from nämndtui.model.agenda.agenda_item import MemoSignature, Presenter, Recipient
from nämndtui.model.agenda.meeting import GroupMeeting
from nämndtui.model.calendar.swedish_dates import parse_date, parse_time
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.errors import InvalidInputError

_T = TypeVar("_T")
_RECIPIENT = re.compile(r"(?P<name>.*\S)\s*\((?P<dnr>[^()]*\d[^()]*)\)")
_TOPIC = re.compile(r"\s+[–-]\s+")


def parse_words(text: str) -> tuple[str, ...]:
    """Words parted by comma or line break."""
    parts = (clean_line(part) for part in text.replace("\n", ",").split(","))
    return tuple(part for part in parts if part)


def recipients_text(recipients: Iterable[Recipient]) -> str:
    """One recipient to a line: ``Namn (KS/2026:148)``."""
    return "\n".join(recipient.text for recipient in recipients)


def parse_recipients(text: str) -> tuple[Recipient, ...]:
    """The recipients in what was typed. Parentheses with a figure at the end hold the dnr."""
    return tuple(_recipient(line) for line in _lines(text))


def presenters_text(presenters: Iterable[Presenter]) -> str:
    """One presenter to a line: ``Namn, titel – ämne``."""
    return "\n".join(one.text for one in presenters)


def parse_presenters(text: str) -> tuple[Presenter, ...]:
    """The presenters in what was typed."""
    found = []
    for line in _lines(text):
        who, _, topic = _parted(line)
        name, _, title = who.partition(",")
        found.append(Presenter(name.strip(), title.strip(), topic))
    return tuple(found)


def signatures_text(signatures: Iterable[MemoSignature]) -> str:
    """One signature to a line: ``Namn, titel``."""
    return "\n".join(", ".join(filter(None, (one.name, one.title))) for one in signatures)


def parse_signatures(text: str) -> tuple[MemoSignature, ...]:
    """The signatures in what was typed."""
    parts = [line.partition(",") for line in _lines(text)]
    return tuple(MemoSignature(name.strip(), title.strip()) for name, _, title in parts)


def group_meetings_text(meetings: Iterable[GroupMeeting]) -> str:
    """One group meeting to a line: ``S, V: Björken, 2026-12-08, 17.00``."""
    return "\n".join(_group_line(meeting) for meeting in meetings)


def parse_group_meetings(text: str, today: date | None = None) -> tuple[GroupMeeting, ...]:
    """The group meetings in what was typed; date and time may be left out.

    Raises InvalidInputError for a line without colon.
    """
    return tuple(_group_meeting(line, today) for line in _lines(text))


def stored_group_meeting(stored: dict[str, Any]) -> GroupMeeting:
    """A group meeting as the database holds it."""
    day, clock = stored.get("date"), stored.get("time")
    return GroupMeeting(
        tuple(stored.get("parties", ())),
        stored.get("place", ""),
        date.fromisoformat(day) if day else None,
        time.fromisoformat(clock) if clock else None,
    )


def _lines(text: str) -> Iterator[str]:
    return (line for raw in text.split("\n") if (line := clean_line(raw)))


def _recipient(line: str) -> Recipient:
    found = _RECIPIENT.fullmatch(line)
    return Recipient(found["name"], found["dnr"].strip()) if found else Recipient(line)


def _parted(line: str) -> tuple[str, str, str]:
    found = _TOPIC.search(line)
    return (line[: found.start()], "–", line[found.end() :]) if found else (line, "", "")


def _group_line(meeting: GroupMeeting) -> str:
    details = [meeting.place]
    details.append(meeting.date.isoformat() if meeting.date else "")
    details.append(f"{meeting.time:%H.%M}" if meeting.time else "")
    return f"{', '.join(meeting.parties)}: {', '.join(filter(None, details))}".strip()


def _group_meeting(line: str, today: date | None) -> GroupMeeting:
    parties, colon, rest = line.partition(":")
    if not colon:
        raise InvalidInputError(
            f"”{line[:40]}” saknar kolon. Skriv till exempel: S, V: Björken, 2026-12-08, 17.00",
            "group_meetings",
        )
    names = tuple(name.strip() for name in parties.split(",") if name.strip())
    details = [part.strip() for part in rest.split(",") if part.strip()]
    day: date | None = None
    clock: time | None = None
    if details and (found := _maybe(parse_time, details[-1])) is not None:
        clock = found
        details.pop()
    if details and (on := _maybe(lambda text: parse_date(text, today), details[-1])) is not None:
        day = on
        details.pop()
    return GroupMeeting(names, ", ".join(details), day, clock)


def _maybe(parse: Callable[[str], _T], text: str) -> _T | None:
    try:
        return parse(text)
    except InvalidInputError:
        return None  # not a date or time: then it is part of the place
