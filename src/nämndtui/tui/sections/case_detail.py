"""A case to read: what it is, its one-year clock, where it has been, its documents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from textual.content import Content

from nämndtui.model.agenda.case import CaseState, CaseType
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.deadlines.deadlines import one_year_deadline
from nämndtui.model.text.vocabulary import swedish
from nämndtui.tui.kit.dates import days_left
from nämndtui.tui.kit.safe_text import joined, plain
from nämndtui.tui.kit.widgets.row_table import TableRow

_CLOCK_TYPES: tuple[CaseType, ...] = ("motion", "citizen_proposal")
_OPEN_STATES: tuple[CaseState, ...] = ("open", "prepared")


def case_head(case: Mapping[str, Any], today: date) -> Content:
    """Title, state and type, the one-year clock, other authorities' numbers."""
    lines: list[Content | str] = [plain(case["title"], "bold"), "\n", _facts(case)]
    if clock := _one_year(case, today):
        lines += ["\n", clock]
    if case["foreign_dnr"]:
        lines += ["\nAndras nummer: ", ", ".join(case["foreign_dnr"])]
    return joined(*lines)


def case_rest(case: Mapping[str, Any]) -> Content:
    """Documents and note."""
    lines: list[Content | str] = []
    attachments = [(item, part) for item in case["items"] for part in item["attachments"]]
    if attachments:
        lines.append(plain("Handlingar", "bold"))
        for item, part in attachments:
            missing = "" if part["sha256"] else "  ▲ fil saknas"
            day = f"  {item['date']}" if item["date"] else ""
            lines += ["\n", f"Bilaga {part['number']} {part['title']}", plain(day, "dim"), missing]
    if case["note"]:
        lines += ["\n\n" if lines else "", plain("Anteckning", "bold"), "\n", case["note"]]
    return joined(*lines)


def item_row(item: Mapping[str, Any]) -> TableRow:
    """One meeting the case has visited or waits for."""
    if item["date"] is None:
        return TableRow(f"{item['id']}", ("–", "väntar på sammanträde"))
    place = f"p. {item['number']}" if item["number"] else ""
    section = f"§ {item['paragraph']}" if item["paragraph"] else ""
    if item["outcome"]:
        state = swedish("outcome", item["outcome"])
    else:
        state = swedish("item_state", item["item_state"])
    words = " · ".join(part for part in (place, section, state) if part)
    return TableRow(f"{item['id']}", (item["date"], words))


def _facts(case: Mapping[str, Any]) -> str:
    facts = [swedish("case_state", case["state"]), swedish("case_type", case["case_type"])]
    if case["raised_on"]:
        facts.append(f"väckt {case['raised_on']}")
    elif case["opened"]:
        facts.append(f"öppnat {case['opened']}")
    if case["closed"]:
        facts.append(f"avslutat {case['closed']}")
    return " · ".join(facts)


def _one_year(case: Mapping[str, Any], today: date) -> Content | None:
    """KL 5:35, 6:34: a motion or medborgarförslag should be decided within a year."""
    if case["case_type"] not in _CLOCK_TYPES or not case["raised_on"]:
        return None
    if case["state"] not in _OPEN_STATES:
        return None
    deadline = one_year_deadline(date.fromisoformat(case["raised_on"]))
    urgent = deadline.urgency(today) in ("late", "warn")
    left = days_left(deadline.days_left(today))
    text = f"Ett år: {short_date(deadline.due, year=True)}  {'▲ ' if urgent else ''}{left}"
    return plain(text, "bold" if urgent else "")
