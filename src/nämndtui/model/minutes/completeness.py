"""What the minutes must show by law, and what the committee's custom wants (KL 5:66–67 via 6:35).

The meter counts both; only what the law demands stops closing and adjusting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.item_states import HANDLED
from nämndtui.model.minutes.completeness_paragraph import paragraph_requirements
from nämndtui.model.minutes.parts import absent_adjusters, presided
from nämndtui.model.minutes.requirement import Requirement
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import MeetingServing, meeting_serving
from nämndtui.model.text.paragraph_range import format_paragraphs


@dataclass(frozen=True)
class Meter:
    """How complete a § (or the meeting, ``number`` None) is: ``met`` of ``total``."""

    number: int | None
    requirements: tuple[Requirement, ...]

    @property
    def met(self) -> int:
        """Requirements met."""
        return sum(one.met for one in self.requirements)

    @property
    def total(self) -> int:
        """Requirements in all."""
        return len(self.requirements)

    @property
    def missing(self) -> tuple[Requirement, ...]:
        """What is not met, law first."""
        open_ones = [one for one in self.requirements if not one.met]
        return tuple(sorted(open_ones, key=lambda one: not one.by_law))


def paragraph_meter(
    record: MinutesRecord, number: int, serving: MeetingServing | None = None
) -> Meter:
    """The meter of one §. Raises KeyError when the meeting has no such §."""
    at = serving or meeting_serving(record)
    return Meter(number, tuple(paragraph_requirements(record, record.paragraph(number), at)))


def meeting_meter(record: MinutesRecord, serving: MeetingServing | None = None) -> Meter:
    """The meter of the whole meeting: its own requirements and every §'s."""
    at = serving or meeting_serving(record)
    own = tuple(_meeting(record, at))
    each = [paragraph_meter(record, number, at).requirements for number in record.numbers]
    return Meter(None, (*own, *(one for group in each for one in group)))


def missing_by_law(record: MinutesRecord, numbers: tuple[int, ...] | None = None) -> list[str]:
    """What stops closing (``numbers`` None: all) or adjusting those §§, in Swedish."""
    return [
        one.text
        for one in meeting_meter(record).missing
        if one.by_law and (numbers is None or one.number is None or one.number in numbers)
    ]


def unhandled(record: MinutesRecord) -> tuple[AgendaItem, ...]:
    """Items that must be handled or withdrawn before the meeting closes (D2.4)."""
    settings = record.dossier.committee.settings
    return tuple(
        item
        for item in record.dossier.items
        if item.kind not in ("opening", "heading")
        and item.state not in (*HANDLED, "withdrawn")
        and (item.kind == "decision" or item.proposal or settings.paragraph_for_empty_items)
    )


def unhandled_titles(record: MinutesRecord) -> list[str]:
    """``7 Avgifter``: the items of ``unhandled`` as the agenda names them."""
    return [f"{item.number or ''} {item.title}".strip() for item in unhandled(record)]


def _meeting(record: MinutesRecord, at: MeetingServing) -> Iterator[Requirement]:
    known = bool(record.presences or record.dossier.attendances)
    yield Requirement(
        None, known, "KL 5:66", "Det saknas vilka som har tjänstgjort. Gör uppropet.", "attendance"
    )
    nobody = [one.number for one in at.table if known and one.presiding.person is None]
    yield Requirement(
        None,
        not nobody,
        "KL 6:22",
        f"Ingen leder sammanträdet vid {format_paragraphs(nobody)}. Ange vem.",
        "presiding",
    )
    yield from _adjusting(record, at)
    yield Requirement(
        None,
        record.dossier.meeting.end is not None or record.dossier.meeting.state == "in_session",
        "",
        "Sluttiden saknas.",
        "end",
    )


def _adjusting(record: MinutesRecord, at: MeetingServing) -> Iterator[Requirement]:
    wanted = record.dossier.committee.settings.adjusters
    for part in record.dossier.minutes_parts:
        if part.adjusted_on is not None:
            continue
        yield Requirement(
            None, len(part.adjusters) >= wanted, "", "Justerare är inte valda.", "adjusters"
        )
        leaders = [] if not part.adjusters else presided(part, at)
        for person, missed in absent_adjusters(part, at):
            # Several may lead and adjust one part, each the §§ they took part in.
            yield Requirement(
                None,
                any(person.id == leader.id for leader in leaders),
                "",
                f"{person.name} justerar {format_paragraphs(missed)} utan att ha tjänstgjort där.",
                "adjusters",
            )
