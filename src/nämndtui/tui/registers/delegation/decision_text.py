"""A delegated decision in words: its state for the list, its facts and checks beside it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.text import Text
from textual.content import Content

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.delegation.checks import (
    AUTHORITY_DOUBTS,
    DOUBT_WORDS,
    DecisionFinding,
    held_back,
)
from nämndtui.model.delegation.columns import DECISION_COLUMNS
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.order import DelegationRule
from nämndtui.model.text.number_words import join_swedish
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.delegation.delegated_decisions import (
    decision,
    to_be_posted,
    unreported_counts,
    urgent_unreported,
)
from nämndtui.store.delegation.orders import order_on
from nämndtui.tui.kit.safe_text import cell, joined, plain
from nämndtui.tui.registers.shared.register_fields import column_lines
from nämndtui.workflow.delegation.delegated_decisions import findings_of

_TO_POST = swedish("delegated_instead", "to_post")
_POST_IT = "Det som får överklagas protokollförs för sig och anslås (KL 6:40, 8:10)."
_DONE = ("reported", "posted")


@dataclass(frozen=True)
class DecisionView:
    """A decision with its row in the list, its point and what there is to say about it."""

    row: Mapping[str, Any]
    decision: DelegatedDecision
    rule: DelegationRule | None
    findings: tuple[DecisionFinding, ...]

    @property
    def doubtful(self) -> bool:
        """True when somebody has to accept it before it can be listed."""
        return held_back(self.decision)


def read_decision(
    connection: sqlite3.Connection, row: Mapping[str, Any], today: date
) -> DecisionView:
    """Everything about a row of the list. Raises NotFoundError."""
    found = decision(connection, row["id"])
    order = order_on(connection, found.committee_id, found.decided_on)
    rule = order.rule(found.point) if order else None
    return DecisionView(row, found, rule, findings_of(connection, found, today))


def state_words(row: Mapping[str, Any]) -> str:
    """``att anmäla`` · ``på dagordning 8 dec`` · ``anmält § 89`` · ``anslås i stället``."""
    state, words = row["state"], swedish("delegated_state", row["state"])
    if state == "listed" and row["meeting_date"]:
        return f"{words} {_day(row['meeting_date'])}"
    if state == "reported":
        section = f"§ {row['paragraph']}" if row["paragraph"] else row["reported_at"]
        return f"{words} {section}".rstrip()
    if state == "posted" and row["posted_on"]:
        return f"{words} {_day(row['posted_on'])}"
    if row["to_post"]:
        return _TO_POST
    if state == "registered":
        return _waiting(row, words)
    return words


def _whole_state(row: Mapping[str, Any]) -> str:
    """The state alone: the doubts and the hurry are told under it."""
    if row["state"] == "registered" and not row["to_post"]:
        return swedish("delegated_state", "registered")
    return state_words(row)


def _waiting(row: Mapping[str, Any], words: str) -> str:
    doubts = [code for code in json.loads(row["doubts"]) if code in AUTHORITY_DOUBTS]
    if doubts and not row["accepted"]:
        return f"? {DOUBT_WORDS[doubts[0]]}"
    if row["urgent"]:
        return "▲ brådskande"
    return words


def state_cell(row: Mapping[str, Any]) -> Text:
    """The state as a cell: what waits for somebody is bold, what is done is dim."""
    words = state_words(row)
    style = "bold" if words[0] in "▲?" else "dim" if row["state"] in _DONE else ""
    return cell(words, style)


def decision_title(view: DecisionView) -> str:
    """``B 36 · on/2026:88``."""
    return f"{view.decision.point} · {view.decision.dnr}"


def decision_detail(view: DecisionView) -> Content:
    """What was decided, by whom and when, where it stands, and its checks."""
    one = view.decision
    who = f"{one.role}, {one.decider}" if one.decider else one.role
    lines: list[Content | str] = [
        plain(one.description, "bold"),
        f"\n{short_date(one.decided_on, year=True)} · {who}",
        f"\nLäge: {_whole_state(view.row)}",
    ]
    lines += [f"\n{line}" for line in column_lines(DECISION_COLUMNS, one)]
    if one.urgent:
        lines.append(plain(f"\n▲ Brådskande, KL 6:39: {one.urgent_reason}", "bold"))
    lines.append("\n\n")
    lines.append(_checks(view))
    if view.rule is not None:
        lines.append(_point(view.rule))
    return joined(*lines)


def _checks(view: DecisionView) -> Content:
    if not view.findings:
        return plain("● Inget att anmärka.")
    lines: list[Content | str] = []
    for finding in view.findings:
        settled = view.decision.accepted and finding.code in AUTHORITY_DOUBTS
        mark = "●" if settled else "?"
        said = " (godkänt att anmäla)" if settled else ""
        lines.append(plain(f"{mark} {finding.text}{said}\n", "" if settled else "$late"))
    return joined(*lines)


def _point(rule: DelegationRule) -> Content:
    source = f" · {rule.legal_source}" if rule.legal_source else ""
    report = "" if rule.report else f"\nBeslut enligt punkten anmäls inte. {_POST_IT}"
    text = f"{rule.text}\nFår besluta: {join_swedish(rule.roles)}{source}{report}"
    return joined(plain(f"\nPunkt {rule.point}: ", "bold"), text)


def sums(connection: sqlite3.Connection, committee_id: int) -> str:
    """``4 att anmäla · 1 brådskande · 2 väntar på ställningstagande``."""
    ready, held = unreported_counts(connection, committee_id, AUTHORITY_DOUBTS)
    urgent = sum(not held_back(one) for one in urgent_unreported(connection, committee_id))
    parts = [f"{ready} att anmäla"] if ready or not (urgent or held) else []
    parts += [f"▲ {urgent} brådskande som ska till nästa sammanträde"] if urgent else []
    silent = len(to_be_posted(connection, committee_id))
    parts += [f"{silent} att anslå"] if silent else []
    parts += [f"? {held} där någon måste ta ställning"] if held else []
    return " · ".join(parts)


def _day(text: str) -> str:
    return short_date(date.fromisoformat(text)).partition(" ")[2]
