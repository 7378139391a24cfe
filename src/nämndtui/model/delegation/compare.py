"""What differs between two versions of the delegation order."""

from __future__ import annotations

from dataclasses import dataclass

from nämndtui.model.delegation.order import DelegationOrder, DelegationRule, point_key, same_role


@dataclass(frozen=True)
class FieldDifference:
    """One changed field: ``text``, ``roles``, ``legal_source`` or ``report``, before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class RuleDifference:
    """One point: ``kind`` is added, removed or changed; ``fields`` only when changed."""

    kind: str
    point: str
    text: str
    fields: tuple[FieldDifference, ...] = ()


def compare_orders(old: DelegationOrder, new: DelegationOrder) -> tuple[RuleDifference, ...]:
    """Every point that differs, in point order. Spacing and order of roles do not count."""
    before = {point_key(rule.point): rule for rule in old.rules}
    after = {point_key(rule.point): rule for rule in new.rules}
    found = []
    for key in sorted(before.keys() | after.keys()):
        difference = _difference(before.get(key), after.get(key))
        if difference is not None:
            found.append(difference)
    return tuple(found)


def _difference(old: DelegationRule | None, new: DelegationRule | None) -> RuleDifference | None:
    if new is None:
        return RuleDifference("removed", old.point, old.text) if old else None
    if old is None:
        return RuleDifference("added", new.point, new.text)
    fields = tuple(
        FieldDifference(field, before, after)
        for field, before, after, same in _compared(old, new)
        if not same
    )
    return RuleDifference("changed", new.point, new.text, fields) if fields else None


def _compared(old: DelegationRule, new: DelegationRule) -> list[tuple[str, str, str, bool]]:
    roles = ({same_role(role) for role in rule.roles} for rule in (old, new))
    texts = [
        ("text", old.text, new.text),
        ("legal_source", old.legal_source, new.legal_source),
    ]
    return [
        *((name, a, b, a.split() == b.split()) for name, a, b in texts),
        ("roles", ", ".join(old.roles), ", ".join(new.roles), next(roles) == next(roles)),
        ("report", _yes_no(old.report), _yes_no(new.report), old.report == new.report),
    ]


def _yes_no(value: bool) -> str:
    return "ja" if value else "nej"
