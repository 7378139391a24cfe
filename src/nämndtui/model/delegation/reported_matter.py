"""A matter reported to the committee for information (anmälningsärende, A6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from nämndtui.model.agenda.agenda_item import StoredFile
from nämndtui.model.text.markdown_text import plain_in_markdown

MatterState = Literal["collected", "listed", "reported"]
MATTER_STATES: tuple[MatterState, ...] = get_args(MatterState)


@dataclass(frozen=True)
class ReportedMatter:
    """Something that came in. ``origin`` is who it comes from: an authority, the administration.

    ``document`` is the file that follows as an attachment of the item that lists it.
    ``quarter_report_id`` is set when the matter is a quarter's report of unenforced decisions.
    """

    id: int
    committee_id: int
    origin: str
    title: str
    dnr: str = ""
    received_on: date | None = None
    state: MatterState = "collected"
    item_id: int | None = None
    quarter_report_id: int | None = None
    document: StoredFile | None = None
    version: int = 1


def by_origin(
    matters: Iterable[ReportedMatter],
) -> tuple[tuple[str, tuple[ReportedMatter, ...]], ...]:
    """(origin, its matters) in the order the origins were first collected, oldest first."""
    ordered = sorted(matters, key=lambda one: (one.received_on or date.min, one.id))
    groups: dict[str, tuple[str, list[ReportedMatter]]] = {}
    for one in sorted(ordered, key=lambda one: one.id):
        groups.setdefault(one.origin.casefold(), (one.origin, []))
    for one in ordered:
        groups[one.origin.casefold()][1].append(one)
    return tuple((origin, tuple(members)) for origin, members in groups.values())


def matters_markdown(matters: Iterable[ReportedMatter]) -> str:
    """The item's summary: a list for each origin (A6)."""
    groups = by_origin(matters)
    if not groups:
        return "Det finns inga ärenden att redovisa."
    parts = []
    for origin, members in groups:
        lines = [f"- {plain_in_markdown(matter_line(one))}" for one in members]
        parts += [f"**{plain_in_markdown(origin)}**", "\n".join(lines)]
    return "\n\n".join(parts)


def matter_line(matter: ReportedMatter) -> str:
    """``Beslut om budget 2027 (KS/2026:148)``."""
    title = matter.title.strip()
    return f"{title} ({matter.dnr})" if matter.dnr else title
