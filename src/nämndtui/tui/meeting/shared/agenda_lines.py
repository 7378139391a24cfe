"""The agenda as rows to show: symbol, number, title, and what stands at the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from nämndtui.model.agenda.agenda_item import AgendaItem, ItemState
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.readiness import Finding
from nämndtui.tui.kit.safe_text import one_line, plain

MISSING, READY, DRAFT, DECIDED, WITHDRAWN = "▲", "●", "○", "✓", "–"
_DECIDED_STATES: tuple[ItemState, ...] = ("decided", "noted", "tabled", "referred_back")
_HEAD = 5
"""Cells before the title: symbol, number, blanks."""


@dataclass(frozen=True)
class AgendaLine:
    """One item as a row; ``starts`` is a clock time, or blanks where others have one."""

    item_id: int
    symbol: str
    number: str
    title: str
    right: str = ""
    heading: bool = False
    starts: str = ""


def agenda_lines(
    dossier: MeetingDossier,
    findings: Iterable[Finding] = (),
    drafted: frozenset[int] = frozenset(),
    marks: Mapping[int, str] | None = None,
) -> tuple[AgendaLine, ...]:
    """A row for each item, while the agenda is built; ``drafted`` items hold unsaved text.

    ``marks`` are words for what is new since the kallelse, by item id.
    """
    missing = {finding.item_id for finding in findings if finding.severity == "missing"}
    return tuple(
        AgendaLine(
            item.id,
            symbol_of(item, item.id in missing),
            "" if item.number is None else str(item.number),
            item.title or "(utan rubrik)",
            "osparat" if item.id in drafted else _right(item, (marks or {}).get(item.id, "")),
            item.kind == "heading",
            _start(item, dossier),
        )
        for item in dossier.items
    )


def minutes_lines(dossier: MeetingDossier) -> tuple[AgendaLine, ...]:
    """A row for each item, while decisions are recorded: the § at the right."""
    lines = []
    for item in dossier.items:
        paragraph = dossier.paragraph_of(item)
        decided = paragraph is not None
        symbol = DECIDED if decided else WITHDRAWN if item.withdrawn else " "
        right = "utgår" if item.withdrawn else "skjuts upp" if item.state == "tabled" else ""
        right = f"§ {paragraph.number}" if paragraph else right
        number = "" if item.number is None else str(item.number)
        heading = item.kind == "heading"
        lines.append(AgendaLine(item.id, symbol, number, item.title, right, heading))
    return tuple(lines)


def symbol_of(item: AgendaItem, missing: bool) -> str:
    """The state as one sign; the same signs mean the same everywhere."""
    if item.kind == "heading":
        return " "
    if item.withdrawn:
        return WITHDRAWN
    if item.state in _DECIDED_STATES:
        return DECIDED
    if missing:
        return MISSING
    return DRAFT if item.state == "draft" else READY


def line_content(line: AgendaLine, width: int) -> Content:
    """A row exactly ``width`` cells wide: the title is cut, what stands at the right is kept."""
    right = f" {one_line(line.right)}" if line.right else ""
    starts = f"{line.starts} " if line.starts else ""
    room = max(width - _HEAD - len(starts) - len(right), 4)
    title = fitted(one_line(line.title), room)
    head = f" {line.number:>2} " if line.number else "    "
    style = "bold" if line.heading else "dim" if line.symbol == WITHDRAWN else ""
    return Content("").join(
        (
            plain(line.symbol, "bold"),
            plain(head, "dim"),
            plain(starts, "dim"),
            plain(title, style),
            plain(right, "dim"),
        )
    )


def fitted(text: str, width: int) -> str:
    """``text`` cut or filled to ``width`` cells."""
    content = Content(text)
    if content.cell_length > width:
        return content.truncate(width, ellipsis=True).plain
    return text + " " * (width - content.cell_length)


def readiness_title(findings: Sequence[Finding]) -> str:
    """``Kvar att göra 2``, or that nothing is left."""
    return f"Kvar att göra {len(findings)}" if findings else "Inget kvar att göra"


def finding_content(finding: Finding) -> Content:
    """A row of the readiness list."""
    missing = finding.severity == "missing"
    return Content("").join(
        (
            plain(f"{MISSING} " if missing else "? ", "bold"),
            plain(one_line(finding.text)),
        )
    )


def _start(item: AgendaItem, dossier: MeetingDossier) -> str:
    """``18.30``; as many blanks for an item without start among others that have one."""
    if item.starts is not None:
        return f"{item.starts:%H.%M}"
    return "     " if any(one.starts for one in dossier.items) else ""


def _right(item: AgendaItem, mark: str) -> str:
    if item.withdrawn:
        return "utgår"
    if mark:
        return mark
    if item.late != "no":
        return "tillägg" if item.late == "supplement" else "extra"
    return f"{len(item.attachments)} bil." if item.attachments else ""
