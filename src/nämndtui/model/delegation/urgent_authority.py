"""Who may decide when the committee's decision cannot wait (KL 6:39).

The law lets the committee authorise its chair, or another of its members, and nobody else. The
authorisation is looked for in the delegation order; it may also stand in another decision (F 13).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.order import DelegationOrder, DelegationRule, same_role

_ELECTED = re.compile(r"(?:.*\b)?(?:ordförande|ledamot)(?:en)?n?")
_ABOUT_URGENT = re.compile(r"\bbrådsk|\b6:39\b|\b6 kap\.? 39 §")


def urgent_faults(
    decision: DelegatedDecision, order: DelegationOrder | None
) -> Iterator[tuple[str, str, str]]:
    """(code, field, text) of what is doubtful about who made an urgent decision.

    ``urgent_role`` keeps it off the lists. ``urgent_mandate`` is only told: the chair's urgent
    decision must reach the next meeting even when the authorisation stands elsewhere.
    """
    role = decision.role
    if not _ELECTED.fullmatch(same_role(role)):
        text = (
            f"Brådskande beslut enligt KL 6:39 fattas av ordföranden eller en annan ledamot, inte "
            f"av {role}. Rätta rollen, eller ta bort brådskan om det är ett vanligt beslut."
        )
        yield "urgent_role", "role", text
        return
    if order is not None and any(_gives(rule, role, decision.point) for rule in order.rules):
        return
    day = decision.decided_on.isoformat()
    asked = "Kontrollera att nämnden har gett uppdraget (KL 6:39)."
    if order is None:
        said = f"Ingen delegationsordning gällde {day}."
    else:
        said = (
            f"Ingen punkt i den delegationsordning som gällde {day} ger {role} rätt att besluta "
            "i brådskande ärenden."
        )
    yield ("urgent_mandate" if _is_chair(role) else "urgent_role"), "role", f"{said} {asked}"


def _gives(rule: DelegationRule, role: str, point: str) -> bool:
    """True for a point on urgent matters, or the decision's own, that names the office."""
    about = f"{rule.text} {rule.legal_source}".replace("\u00a0", " ").casefold()
    if rule.point != point and not _ABOUT_URGENT.search(about):
        return False
    return _office(role) in {_office(name) for name in rule.roles}


def _is_chair(role: str) -> bool:
    return _office(role) in ("ordförande", "nämndens ordförande")


def _office(role: str) -> str:
    """``ordförande`` for ``Ordföranden``, ``ledamot`` for ``ledamoten``."""
    return re.sub(r"(ordförande)n$|(ledamot)en$", r"\1\2", same_role(role))
