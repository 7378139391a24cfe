"""A committee's registers in a package: what the year's lists hold beside its meetings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.order import DelegationOrder
from nämndtui.model.delegation.reported_matter import ReportedMatter
from nämndtui.model.unenforced.quarter_report import QuarterReport
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision


@dataclass(frozen=True)
class ImportMapping:
    """Which header holds which field in files with these ``headers``.

    ``kind`` is an import kind; ``columns`` are (field, header), the header empty for none.
    """

    kind: str
    headers: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Registers:
    """Everything in one committee's registers; ids tie them together and to agenda items.

    ``decision_keys`` and ``unenforced_keys`` are id → what an imported row is known by.
    """

    orders: tuple[DelegationOrder, ...] = ()
    decisions: tuple[DelegatedDecision, ...] = ()
    support: tuple[UnenforcedDecision, ...] = ()
    reports: tuple[QuarterReport, ...] = ()
    matters: tuple[ReportedMatter, ...] = ()
    mappings: tuple[ImportMapping, ...] = ()
    decision_keys: Mapping[int, str] = field(default_factory=dict)
    unenforced_keys: Mapping[int, str] = field(default_factory=dict)
