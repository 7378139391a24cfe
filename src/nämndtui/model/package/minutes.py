"""The facts of a committee's minutes in a package, beside its dossiers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nämndtui.model.package.fact_tables import Facts
from nämndtui.model.people.substitute_order import SubstituteOrder


@dataclass(frozen=True)
class MinutesFacts:
    """``meetings`` is meeting id → its facts; ``continues`` item id → the earlier item it takes
    up again. Person ids in ``order`` and the facts are local to the package.
    """

    meetings: Mapping[int, Facts] = field(default_factory=dict)
    continues: Mapping[int, int] = field(default_factory=dict)
    order: SubstituteOrder = field(default_factory=SubstituteOrder)
