"""The delegation order (delegationsordning): which role may decide what, in dated versions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.errors import InvalidInputError

_POINT = re.compile(r"(?:([A-ZÅÄÖ]{1,2}) ?)?([0-9]{1,6}(?:[.:][0-9]{1,6}){0,7})")

HIERARCHY = (
    "ordförande",
    "vice ordförande",
    "arbetsutskott",
    "utskott",
    "presidium",
    "ledamot",
    "förvaltningschef",
    "socialchef",
    "direktör",
    "biträdande förvaltningschef",
    "avdelningschef",
    "områdeschef",
    "verksamhetschef",
    "sektionschef",
    "enhetschef",
    "gruppledare",
    "samordnare",
    "handläggare",
    "sekreterare",
)
"""The usual order of roles in lists, for an order that does not say its own (A7)."""


@dataclass(frozen=True)
class DelegationRule:
    """One point of the order: what may be decided, by which roles, on what legal ground.

    ``report`` is False for decisions the committee does not want reported; those are announced
    on the notice board instead when they can be appealed (KL 8:10).
    """

    id: int
    order_id: int
    position: int
    point: str
    text: str
    roles: tuple[str, ...]
    legal_source: str = ""
    report: bool = True
    version: int = 1

    def allows(self, role: str) -> bool:
        """True when the role is in the point's list, in any letter case."""
        return same_role(role) in {same_role(name) for name in self.roles}


@dataclass(frozen=True)
class DelegationOrder:
    """One version of the order, in force ``[valid_from, valid_to]``.

    ``adopted`` tells where it was decided (``§ 88/2026``). ``role_order`` is the hierarchy roles
    are listed in; roles it does not name follow in the usual order.
    """

    id: int
    committee_id: int
    name: str
    valid_from: date
    valid_to: date | None = None
    adopted: str = ""
    role_order: tuple[str, ...] = ()
    rules: tuple[DelegationRule, ...] = ()
    version: int = 1

    def valid_on(self, day: date) -> bool:
        """True when this version is in force on ``day``."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def rule(self, point: str) -> DelegationRule | None:
        """The rule with that point, however it is spelled; None when there is none."""
        return self._by_point.get(point_key(point))

    @cached_property
    def _by_point(self) -> dict[tuple[str, tuple[int, ...]], DelegationRule]:
        # A hundred thousand imported decisions are looked up one by one.
        return {point_key(rule.point): rule for rule in reversed(self.rules)}

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role of the order, in hierarchy order."""
        named: dict[str, str] = {}
        for rule in self.rules:
            for role in rule.roles:
                named.setdefault(same_role(role), role)
        return tuple(sorted(named.values(), key=lambda role: role_rank(role, self.role_order)))


@lru_cache(maxsize=4096)
def canonical_point(text: str) -> str:
    """``B 36`` for ``b36``, ``B 36`` or ``B  36``; ``1.7`` as it is.

    Raises InvalidInputError for what is no point of a delegation order (A7).
    """
    line = clean_line(text).replace("\u00a0", " ").upper()
    found = _POINT.fullmatch(line)
    if not found:
        raise InvalidInputError(
            f"”{line[:30]}” är ingen punkt i en delegationsordning. Skriv till exempel B 36 "
            "eller 1.7.",
            "point",
        )
    return f"{found[1]} {found[2]}" if found[1] else found[2]


@lru_cache(maxsize=4096)
def point_key(point: str) -> tuple[str, tuple[int, ...]]:
    """Points in order: by chapter letter, then number by number. Unreadable ones come last."""
    found = _POINT.fullmatch(clean_line(point).replace("\u00a0", " ").upper())
    if not found:
        return ("\uffff" + point.casefold(), ())
    return (found[1] or "", tuple(int(part) for part in re.split("[.:]", found[2])))


@lru_cache(maxsize=4096)
def same_role(role: str) -> str:
    """What makes two spellings of a role the same."""
    return " ".join(role.casefold().split()).rstrip(" :.,")


def role_rank(role: str, own_order: tuple[str, ...] = ()) -> tuple[int, int, str]:
    """A key that sorts roles by the order's own hierarchy, then the usual one, then by name."""
    name = same_role(role)
    own = [same_role(one) for one in own_order]
    if name in own:
        return (0, own.index(name), name)
    if name in HIERARCHY:
        return (1, HIERARCHY.index(name), name)
    # ”biståndshandläggare” stands where handläggare stand.
    near = [place for place, known in enumerate(HIERARCHY) if name.endswith(known)]
    return (1, max(near), name) if near else (2, 0, name)
