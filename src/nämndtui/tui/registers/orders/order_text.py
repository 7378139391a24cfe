"""Versions and points of the delegation order in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from nämndtui.model.delegation.compare import RuleDifference
from nämndtui.model.delegation.order import DelegationOrder, DelegationRule
from nämndtui.model.text.number_words import join_swedish, plural
from nämndtui.tui.kit.safe_text import joined, one_line, plain

_KINDS = {"added": "Ny punkt", "removed": "Borttagen", "changed": "Ändrad"}
_FIELDS = {
    "text": "text",
    "roles": "får besluta",
    "legal_source": "lagrum",
    "report": "anmäls",
}


def order_words(order: DelegationOrder, today: date) -> str:
    """``Delegationsordning 2026 · gäller från 2026-01-01 · 38 punkter``."""
    count = plural(len(order.rules), "punkt", "punkter")
    return f"{one_line(order.name, 60)} · {validity(order, today)} · {count}"


def validity(order: DelegationOrder, today: date) -> str:
    """``gäller från …`` · ``ska gälla från …`` · ``gällde … – …``."""
    first, last = order.valid_from.isoformat(), order.valid_to
    if order.valid_from > today:
        return f"ska gälla från {first}"
    if last is not None and last < today:
        return f"gällde {first} – {last.isoformat()}"
    return f"gäller från {first}" + (f" till {last.isoformat()}" if last else "")


def rule_detail(rule: DelegationRule) -> Content:
    """The whole text, who may decide, on what ground, whether it is reported."""
    lines: list[Content | str] = [
        plain(rule.text, "bold"),
        f"\nFår besluta: {join_swedish(rule.roles)}",
    ]
    if rule.legal_source:
        lines.append(f"\nLagrum: {rule.legal_source}")
    lines.append(f"\nBesluten anmäls till nämnden: {'ja' if rule.report else 'nej (KL 6:40)'}")
    return joined(*lines)


def comparison(
    old: DelegationOrder, new: DelegationOrder, differences: Sequence[RuleDifference]
) -> str:
    """Everything that differs between two versions, point by point."""
    head = f"Från {old.name} till {new.name}"
    if not differences:
        return f"{head}\n\nVersionerna har samma punkter."
    counts = [
        plural(sum(one.kind == kind for one in differences), singular, many)
        for kind, singular, many in (
            ("added", "ny punkt", "nya punkter"),
            ("removed", "borttagen", "borttagna"),
            ("changed", "ändrad", "ändrade"),
        )
    ]
    parts = [f"{head}\n{', '.join(counts)}"]
    for one in differences:
        lines = [f"{_KINDS[one.kind]}: {one.point} {one.text}"]
        for field in one.fields:
            lines.append(f"  {_FIELDS[field.field]}: {field.before or '–'} → {field.after or '–'}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
