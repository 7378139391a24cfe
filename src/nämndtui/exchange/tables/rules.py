"""The points of a delegation order out of a table."""

from __future__ import annotations

import re

from nämndtui.exchange.tables.column_matching import ImportField
from nämndtui.exchange.tables.values import RowCells
from nämndtui.model.delegation.order import DelegationRule, canonical_point
from nämndtui.model.text.errors import InvalidInputError

RULE_FIELDS: tuple[ImportField, ...] = (
    ImportField("point", "punkt", ("nr", "nummer", "kod", "delegationspunkt"), required=True),
    ImportField(
        "text",
        "text",
        ("ärende", "beslut", "ärendegrupp", "beskrivning", "ärendetyp", "ärende/beslut"),
        required=True,
    ),
    ImportField(
        "roles",
        "roller",
        ("roll", "delegat", "delegater", "beslutanderätt", "delegat/befattning", "befattning"),
        required=True,
    ),
    ImportField(
        "legal_source", "lagrum", ("lagstöd", "rättslig grund", "hänvisning", "lagreferens")
    ),
    ImportField("report", "anmäls", ("anmälan", "redovisas", "anmäls till nämnden", "anmälas")),
)
_ROLES_APART = re.compile(r"\s*(?:[,;\n/|]|\beller\b)\s*")


def read_rule(cells: RowCells) -> DelegationRule | None:
    """The row's point; None, with its faults noted on the row, when it cannot be one."""
    point = cells.text("point", "Punkt saknas.")
    if point:
        try:
            point = canonical_point(point)
        except InvalidInputError as error:
            cells.problem("point", str(error))
    text = cells.text("text", "Text saknas.")
    names = cells.text("roles", "Ange vem som får besluta.")
    roles = tuple(dict.fromkeys(role for role in _ROLES_APART.split(names) if role))
    report = cells.flag("report", default=True)
    source = cells.text("legal_source")
    if cells.problems:
        return None
    return DelegationRule(0, 0, 0, point, text, roles, source, report)
