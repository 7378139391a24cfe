"""Delegated decisions as the committee sees them (A7).

By operation when any decision says one, then by role in hierarchy, then by point.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from nämndtui.model.calendar.swedish_dates import MONTHS
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.order import point_key, role_rank, same_role
from nämndtui.model.text.markdown_text import plain_in_markdown
from nämndtui.model.text.number_words import number_text
from nämndtui.model.text.swedish_order import sort_key

LONGEST_LIST = 300
"""An item with more decisions counts them per point and leaves the rows to the annexed list."""
URGENT_HEADING = "Brådskande beslut enligt 6 kap. 39 § kommunallagen"
NO_OPERATION = "Ingen verksamhet angiven"
"""Over decisions that say no part of the organisation, where others do."""
GENERATED_FROM = "Redovisningen gäller beslut fattade den "
"""From the paragraph that begins so, an item's summary is generated."""


@dataclass(frozen=True)
class RoleGroup:
    """One role's decisions in point order, then by date. ``urgent`` groups stand first (F 13).

    ``operation`` is the part of the organisation the group belongs to, empty when no decision
    says one.
    """

    role: str
    decisions: tuple[DelegatedDecision, ...]
    urgent: bool = False
    operation: str = ""

    @property
    def heading(self) -> str:
        """``Hemtjänst – Enhetschef``, or the role alone."""
        return f"{self.operation} – {self.role}" if self.operation else self.role


def grouped(
    decisions: Iterable[DelegatedDecision], role_order: tuple[str, ...] = ()
) -> tuple[RoleGroup, ...]:
    """Decisions in groups: the urgent ones, then each role in hierarchy order.

    When any says its part of the organisation, the roles stand under those, in Swedish order,
    last what says none.
    """
    ordered = sorted(
        decisions, key=lambda one: (point_key(one.point), one.decided_on, one.dnr, one.id)
    )
    urgent = tuple(one for one in ordered if one.urgent)
    operations: dict[str, list[DelegatedDecision]] = {}
    for one in ordered:
        if not one.urgent:
            operations.setdefault(one.operation.casefold(), []).append(one)
    first = [RoleGroup(URGENT_HEADING, urgent, urgent=True)] if urgent else []
    if not any(operations):
        return (*first, *_by_role(operations.get("", ()), role_order))
    names = sorted(operations, key=lambda name: (not name, sort_key(name)))
    groups = (
        _by_role(operations[name], role_order, operations[name][0].operation or NO_OPERATION)
        for name in names
    )
    return (*first, *chain.from_iterable(groups))


def _by_role(
    decisions: Iterable[DelegatedDecision], role_order: tuple[str, ...], operation: str = ""
) -> list[RoleGroup]:
    roles: dict[str, list[DelegatedDecision]] = {}
    for one in decisions:
        roles.setdefault(same_role(one.role), []).append(one)
    names = sorted(roles, key=lambda name: role_rank(name, role_order))
    return [
        RoleGroup(_shown(roles[name][0].role), tuple(roles[name]), operation=operation)
        for name in names
    ]


def decision_line(decision: DelegatedDecision) -> str:
    """``B 36: Yttrande till IVO; on/2026:88 (2026-11-03)``."""
    day = decision.decided_on.isoformat()
    what = decision.description.strip().rstrip(".;")
    return f"{decision.point}: {what}; {decision.dnr} ({day})"


def list_markdown(decisions: Iterable[DelegatedDecision], role_order: tuple[str, ...] = ()) -> str:
    """The generated part of the item's summary: the period, then a list for each role."""
    taken = tuple(decisions)
    if not taken:
        return "Det finns inga beslut att redovisa."
    groups = grouped(taken, role_order)
    long = len(taken) > LONGEST_LIST
    parts = [f"{GENERATED_FROM}{_period(taken)}."]
    if long:
        parts.append(f"Det är {number_text(len(taken))} beslut. De står i den bifogade listan.")
    for group in groups:
        lines = _counted(group) if long and not group.urgent else _listed(group)
        parts.append(f"**{plain_in_markdown(group.heading)}**")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def with_list(summary: str, generated: str) -> str:
    """The summary with its generated part put in, or replaced. What stands before is kept."""
    kept: list[str] = []
    for part in summary.split("\n\n"):
        if part.startswith(GENERATED_FROM) or part == "Det finns inga beslut att redovisa.":
            break
        kept.append(part)
    return "\n\n".join(part for part in [*kept, generated] if part.strip())


def without_list(summary: str) -> str:
    """The summary without its generated part."""
    return with_list(summary, "")


def _listed(group: RoleGroup) -> list[str]:
    lines = []
    for one in group.decisions:
        line = f"- {plain_in_markdown(decision_line(one))}"
        if group.urgent:
            who = f"{_shown(one.role)}. {one.urgent_reason.strip()}"
            line += f". {plain_in_markdown(who)}"
        lines.append(line)
    return lines


def _counted(group: RoleGroup) -> list[str]:
    counts = Counter(one.point for one in group.decisions)
    return [f"- {point}: {number_text(count)} beslut" for point, count in counts.items()]


def _shown(role: str) -> str:
    name = role.strip().rstrip(":")
    return name[:1].upper() + name[1:]


def _period(decisions: tuple[DelegatedDecision, ...]) -> str:
    days = [one.decided_on for one in decisions]
    first, last = min(days), max(days)
    if first == last:
        return _day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    start = f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start if first.year == last.year else _day(first)}–{_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
