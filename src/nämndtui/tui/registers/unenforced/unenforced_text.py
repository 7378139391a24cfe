"""A row of the register of unenforced decisions in words: its state, its facts, what is due."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.content import Content

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.deadlines.register_deadlines import unenforced_deadlines
from nämndtui.model.text.number_words import number_text
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.columns import UNENFORCED_COLUMNS
from nämndtui.model.unenforced.legal_catalogue import duty, fee_range
from nämndtui.model.unenforced.unenforced_decision import (
    UnenforcedDecision,
    note_warning,
    unenforced_state,
)
from nämndtui.store.unenforced.unenforced_decisions import open_rows, unenforced_decision
from nämndtui.tui.kit.dates import days_left
from nämndtui.tui.kit.safe_text import cell, joined, plain
from nämndtui.tui.registers.shared.register_fields import column_lines

if TYPE_CHECKING:
    from nämndtui.model.unenforced.states import UnenforcedState

_OVER: tuple[UnenforcedState, ...] = ("executed", "closed", "final_notice_sent", "superseded")
_SOON_DAYS = 30
_DUES = {
    "turns_reportable": ("Ska rapporteras från", "Ska rapporteras sedan"),
    "two_years": ("Två år", "Två år sedan"),
}
"""Deadline → what is said of a day to come, and of one that has passed."""


@dataclass(frozen=True)
class UnenforcedView:
    """A row, and whether a compiled report has it."""

    row: UnenforcedDecision
    reported: bool
    today: date

    @property
    def state(self) -> UnenforcedState:
        """Where it stands (D3)."""
        return unenforced_state(self.row, self.today, self.reported)

    @property
    def ended(self) -> bool:
        """True when it is executed or closed."""
        return self.row.ended_on is not None

    @property
    def corrected(self) -> bool:
        """True when another row has taken its place."""
        return self.row.superseded_by is not None


def read_unenforced(
    connection: sqlite3.Connection, listed: Mapping[str, Any], today: date
) -> UnenforcedView:
    """Everything about a row of the list. Raises NotFoundError."""
    return UnenforcedView(
        unenforced_decision(connection, listed["id"]), bool(listed["reported"]), today
    )


def listed_state(listed: Mapping[str, Any], today: date) -> UnenforcedState:
    """The state of a row of the list."""
    row = UnenforcedDecision(
        id=listed["id"],
        committee_id=0,
        local_key=listed["local_key"],
        law=listed["law"],
        measure=listed["measure"],
        start=date.fromisoformat(listed["start"]),
        executed_on=_day(listed["executed_on"]),
        closed_on=_day(listed["closed_on"]),
        final_notice_on=_day(listed["final_notice_on"]),
        superseded_by=listed["superseded_by"],
    )
    return unenforced_state(row, today, bool(listed["reported"]))


def state_cell(state: UnenforcedState) -> Text:
    """The state as a cell: what is to be reported is bold, what is over is dim."""
    words = swedish("unenforced_state", state)
    if state == "reportable":
        return cell(f"▲ {words}", "bold")
    return cell(words, "dim" if state in _OVER else "")


def is_over(state: UnenforcedState) -> bool:
    """True when nothing more is to be done with the row, or only the final notice."""
    return state in _OVER


def unenforced_title(view: UnenforcedView) -> str:
    """``A12 · beslut enligt LSS``."""
    row = view.row
    kind = swedish("unenforced_kind", row.kind)
    return f"{row.local_key} · {kind} enligt {swedish('law', row.law)}"


def unenforced_detail(view: UnenforcedView) -> Content:
    """Facts, what is due, and what has been said of it."""
    row = view.row
    lines = [plain(f"{row.measure}, {row.provision}", "bold"), *_facts(view), *_dues(view)]
    if row.note:
        lines.append(plain(f"Anteckning: {row.note}"))
        if warning := note_warning(row.note):
            lines.append(plain(f"▲ {warning}", "$late"))
    return Content("\n").join(lines)


def _facts(view: UnenforcedView) -> list[Content]:
    row = view.row
    start = "Avbrott" if row.kind == "interruption" else "Beslut"
    first = [f"{start} {row.start.isoformat()}"]
    if row.decided_on is not None:
        first.append(f"beslutat {row.decided_on.isoformat()}")
    first.append(f"kön {row.sex or 'anges inte'}")
    lines = [plain(" · ".join(first)), plain(f"Läge: {swedish('unenforced_state', view.state)}")]
    lines += [plain(text) for text in column_lines(UNENFORCED_COLUMNS, row)]
    lines += [plain(text) for text in _endings(row)]
    if view.corrected:
        lines.append(plain(f"Rättad rad: {row.correction_reason}", "$late"))
    return lines


def _endings(row: UnenforcedDecision) -> list[str]:
    lines = []
    if row.executed_on is not None:
        word = "Återupptagen" if row.kind == "interruption" else "Verkställt"
        lines.append(f"{word} {row.executed_on.isoformat()}")
    if row.closed_on is not None:
        why = swedish("closed_reason", row.closed_reason)
        lines.append(f"Avslutat {row.closed_on.isoformat()}{f', {why}' if why else ''}")
    if row.final_notice_on is not None:
        lines.append(f"Slutanmält till IVO {row.final_notice_on.isoformat()}")
    elif row.ended_on is not None and row.ended_on > row.reportable_from:
        lines.append("▲ Slutanmälan till IVO är inte antecknad.")
    return lines


def _dues(view: UnenforcedView) -> list[Content]:
    lines = []
    for deadline in unenforced_deadlines(view.row, view.today):
        left = deadline.days_left(view.today)
        day = short_date(deadline.due, year=True)
        coming, passed = _DUES[deadline.kind]
        if left < 0:
            text = f"▲ {passed} {day}, {deadline.basis}"
        else:
            mark = "▲ " if deadline.urgency(view.today) else ""
            text = f"{mark}{coming} {day} ({days_left(left)}), {deadline.basis}"
        lines.append(plain(text))
    if not view.ended and not view.corrected:
        lines.append(plain(_fee(view), "$quiet"))
    return lines


def _fee(view: UnenforcedView) -> str:
    """What a delay may cost, by the day the support was decided."""
    row = view.row
    fee = fee_range(row.decided_on or row.start)
    place = f"{swedish('law', row.law)} {duty(row.law, view.today).special_fee}"
    lowest, highest = number_text(fee.lowest), number_text(fee.highest)
    return f"Särskild avgift kan bli {lowest}–{highest} kr ({place})."


def sums(connection: sqlite3.Connection, committee_id: int, today: date) -> str:
    """``SoL 3 pågår, 1 över tre månader · LSS … · 2 fyller tre månader inom 30 dagar``."""
    rows = open_rows(connection, committee_id)
    waiting: Counter[str] = Counter(row.law for row in rows)
    due = Counter(row.law for row in rows if row.reportable_from <= today)
    soon = sum(0 < (row.reportable_from - today).days <= _SOON_DAYS for row in rows)
    parts = [
        f"{swedish('law', law)} {count} pågår, {due[law]} över tre månader"
        for law, count in sorted(waiting.items(), reverse=True)
    ]
    if soon:
        parts.append(f"{soon} fyller tre månader inom {_SOON_DAYS} dagar")
    return " · ".join(parts)


def short_facts(row: UnenforcedDecision) -> Content:
    """One line that tells which row a form is about."""
    return joined(plain(row.local_key, "bold"), f" {row.measure} {row.start.isoformat()}")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
