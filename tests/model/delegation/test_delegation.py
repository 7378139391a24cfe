"""The delegation order: points, roles, versions, and what a decision line and list look like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.delegation.checks import authority_doubts, check_decision, not_delegable
from nämndtui.model.delegation.compare import compare_orders
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.listing import (
    LONGEST_LIST,
    RoleGroup,
    decision_line,
    grouped,
    list_markdown,
    with_list,
    without_list,
)
from nämndtui.model.delegation.order import (
    DelegationOrder,
    DelegationRule,
    canonical_point,
    point_key,
    role_rank,
)
from nämndtui.model.text.errors import InvalidInputError

TODAY = date(2026, 11, 22)


def rule(point: str, text: str, *roles: str, **more: object) -> DelegationRule:
    return DelegationRule(0, 1, 0, point, text, roles, **more)  # type: ignore[arg-type]


ORDER = DelegationOrder(
    1,
    1,
    "Delegationsordning 2026",
    date(2026, 1, 1),
    role_order=("Ordförande", "Verksamhetschef", "Enhetschef"),
    rules=(
        rule("B 36", "Yttrande till IVO", "Verksamhetschef", "Förvaltningschef"),
        rule("B 4", "Beslut om särskilt boende", "Biståndshandläggare"),
        rule("G 7", "Anställning", "Enhetschef"),
    ),
)
DECISION = DelegatedDecision(
    0,
    1,
    date(2026, 11, 3),
    "B 36",
    "verksamhetschef",
    "Eva Berg",
    "on/2026:88",
    "Yttrande till IVO",
)


def codes(decision: DelegatedDecision, **more: object) -> list[str]:
    order = more.get("order", ORDER)
    known = more.get("known", set())
    found = check_decision(
        decision,
        order,  # type: ignore[arg-type]
        TODAY,
        lambda key: key in known,  # type: ignore[operator]
        more.get("held"),  # type: ignore[arg-type]
    )
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("B 36", "B 36"),
        ("b36", "B 36"),
        ("B\u00a036", "B 36"),
        ("1.7", "1.7"),
        ("1:7.2", "1:7.2"),
        ("ÄÖ 2", "ÄÖ 2"),
        ("A\u030a 1", "Å 1"),
    ],
)
def test_points_are_read_and_spelled_in_one_way(text: str, point: str) -> None:
    assert canonical_point(text) == point


@pytest.mark.parametrize("text", ["", "B", "ABC 1", "1.", "36 B", "B 36; x", "{{7}}"])
def test_what_is_no_point_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError, match="B 36"):
        canonical_point(text)


def test_points_sort_by_chapter_and_number_not_as_text() -> None:
    points = ["B 10", "1.10", "B 2", "1.9", "A 3"]
    assert sorted(points, key=point_key) == ["1.9", "1.10", "A 3", "B 2", "B 10"]


def test_roles_sort_by_the_orders_own_hierarchy_then_the_usual_one() -> None:
    roles = ["Trafikvakt", "Biståndshandläggare", "Enhetschef", "Förvaltningschef", "Ordförande"]
    own = ("Enhetschef",)
    assert sorted(roles, key=lambda role: role_rank(role, own)) == [
        "Enhetschef",
        "Ordförande",
        "Förvaltningschef",
        "Biståndshandläggare",
        "Trafikvakt",
    ]


def test_a_decision_by_the_order_has_no_findings() -> None:
    assert codes(DECISION) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"point": "B 37"}, "unknown_point"),
        ({"role": "Enhetschef"}, "role_not_allowed"),
        ({"description": "Yttrande till kommunfullmäktige över motion"}, "not_delegable"),
        ({"description": "Svar på medborgarförslag om bänkar"}, "not_delegable"),
        ({"description": "Beslut för 19460105-0000"}, "personal_number"),
        ({"decided_on": date(2026, 11, 23)}, "future"),
        ({"description": " "}, "missing"),
        ({"decider": ""}, "missing"),
        ({"urgent": True}, "missing"),
    ],
)
def test_what_is_wrong_is_found(changes: dict[str, object], code: str) -> None:
    assert code in codes(replace(DECISION, **changes))  # type: ignore[arg-type]


def test_a_point_is_not_valid_before_the_order_is() -> None:
    assert not ORDER.valid_on(date(2025, 12, 31))
    assert codes(DECISION, order=None) == ["no_order"]


def test_a_double_and_a_late_decision_are_doubts_not_stops() -> None:
    found = codes(DECISION, known={DECISION.key}, held=date(2026, 11, 10))
    assert found == ["duplicate", "late"]
    assert authority_doubts(tuple(found)) == ()


def urgent_codes(role: str, point: str, *rules: DelegationRule) -> list[str]:
    urgent = replace(DECISION, role=role, point=point, urgent=True, urgent_reason="Översvämning")
    return codes(urgent, order=replace(ORDER, rules=(*ORDER.rules, *rules)))


MANDATE = DelegationRule(
    *(0, 0, 0, "A 1", "Beslut i brådskande ärenden", ("Ordförande", "1:e vice ordförande")),
    "6 kap. 39 § kommunallagen",
)


@pytest.mark.parametrize("role", ["Ordförande", "ordföranden", "1:e vice ordförande"])
@pytest.mark.parametrize("point", ["A 1", "B 36"])
def test_whom_the_committee_has_authorised_may_decide_what_is_urgent(role: str, point: str) -> None:
    assert urgent_codes(role, point, MANDATE) == []


@pytest.mark.parametrize("point", ["B 36", "Z 99", "A 1"])
@pytest.mark.parametrize("role", ["Enhetschef", "Verksamhetschef", "Ledamot", "Ersättare"])
def test_anybody_else_is_doubted_and_kept_off_the_list(role: str, point: str) -> None:
    assert urgent_codes(role, point, MANDATE) == ["urgent_role"]
    assert authority_doubts(("urgent_role",)) == ("urgent_role",)


def test_the_chair_without_a_point_on_urgent_matters_is_told_but_not_held() -> None:
    urgent = replace(DECISION, role="Ordförande", urgent=True, urgent_reason="Översvämning")
    assert codes(urgent, order=None) == urgent_codes("Ordförande", "Z 99") == ["urgent_mandate"]
    assert authority_doubts(("urgent_mandate",)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Yttrande till IVO om medborgarens klagomål",
        "Beslut om hemtjänst",
        "Avtal om läkarmedverkan",
        "Yttrande till förvaltningsrätten",
        "Utbetalning enligt fullmäktiges beslut",
    ],
)
def test_ordinary_decisions_are_delegable(text: str) -> None:
    assert not_delegable(text) == ""


def test_groups_follow_hierarchy_and_points_and_the_urgent_stand_first() -> None:
    decisions = [
        replace(DECISION, role="Biståndshandläggare", point="B 4", id=1),
        replace(DECISION, role="enhetschef", point="G 7", id=2),
        replace(DECISION, role="Verksamhetschef:", point="B 36", id=3),
        replace(DECISION, role="verksamhetschef", point="B 4", id=4),
        replace(DECISION, role="Ordförande", id=5, urgent=True, urgent_reason="Brand"),
    ]
    found = grouped(decisions, ORDER.role_order)
    assert [(group.role, [one.id for one in group.decisions]) for group in found] == [
        ("Brådskande beslut enligt 6 kap. 39 § kommunallagen", [5]),
        ("Verksamhetschef", [4, 3]),
        ("Enhetschef", [2]),
        ("Biståndshandläggare", [1]),
    ]


def _named(group: RoleGroup) -> tuple[str, str]:
    return group.operation, group.role


def in_operations() -> list[DelegatedDecision]:
    """Decisions of two roles in two parts of the organisation, one urgent, one of neither."""
    said = (
        ("Enhetschef", "Äldreboende"),
        ("Verksamhetschef", "hemtjänst"),
        ("Enhetschef", "Hemtjänst"),
        ("Enhetschef", ""),
    )
    urgent = replace(DECISION, id=9, urgent=True, urgent_reason="Bråttom", operation="Hemtjänst")
    return [
        urgent,
        *(replace(DECISION, id=n, role=r, operation=o) for n, (r, o) in enumerate(said, 1)),
    ]


def test_decisions_with_an_operation_stand_under_it_and_then_by_role() -> None:
    found = grouped(in_operations(), ORDER.role_order)
    assert [
        (group.operation, group.role, [one.id for one in group.decisions]) for group in found
    ] == [
        ("", "Brådskande beslut enligt 6 kap. 39 § kommunallagen", [9]),
        ("hemtjänst", "Verksamhetschef", [2]),
        ("hemtjänst", "Enhetschef", [3]),
        ("Äldreboende", "Enhetschef", [1]),
        ("Ingen verksamhet angiven", "Enhetschef", [4]),
    ]


def test_the_items_list_names_the_operation_before_the_role_only_when_there_is_one() -> None:
    text = list_markdown(in_operations(), ORDER.role_order)
    headings = [line for line in text.split("\n") if line.startswith("**")]
    assert headings[1:] == [
        "**hemtjänst – Verksamhetschef**",
        "**hemtjänst – Enhetschef**",
        "**Äldreboende – Enhetschef**",
        "**Ingen verksamhet angiven – Enhetschef**",
    ]
    without = list_markdown([replace(one, operation="") for one in in_operations()])
    assert "–" not in without and "Ingen verksamhet" not in without


def test_a_line_has_point_text_number_and_date() -> None:
    assert decision_line(DECISION) == "B 36: Yttrande till IVO; on/2026:88 (2026-11-03)"


def test_the_list_is_generated_and_replaced_without_touching_what_was_written_before() -> None:
    intro = "Nämnden har gett ordföranden rätt att besluta.\n\nBesluten ska anmälas."
    other = replace(DECISION, decided_on=date(2026, 10, 28), description="Avtal [fet] *x*")
    first = with_list(intro, list_markdown([DECISION]))
    second = with_list(first, list_markdown([DECISION, other]))
    assert "beslut fattade den 3 november 2026." in first
    assert "beslut fattade den 28 oktober–3 november 2026." in second
    assert second.startswith(intro) and second.count("Redovisningen gäller") == 1
    assert r"Avtal \[fet\] \*x\*" in second
    assert without_list(second) == intro


def test_a_long_list_is_counted_per_point() -> None:
    many = [replace(DECISION, id=n) for n in range(LONGEST_LIST + 1)]
    text = list_markdown(many)
    assert "Det är 301 beslut. De står i den bifogade listan." in text
    assert "- B 36: 301 beslut" in text


@given(st.text(max_size=80))
def test_hostile_text_stays_on_its_line(text: str) -> None:
    lines = list_markdown([replace(DECISION, description=text)]).split("\n")
    assert len([line for line in lines if line.startswith("- ")]) == 1
    assert len(lines) == 5


def test_what_differs_between_two_versions() -> None:
    new = replace(
        ORDER,
        rules=(
            rule("b36", "Yttrande  till IVO", "Förvaltningschef", "verksamhetschef"),
            rule("B 4", "Beslut om särskilt boende", "Biståndshandläggare", report=False),
            rule("B 5", "Beslut om korttidsboende", "Biståndshandläggare"),
        ),
    )
    found = compare_orders(ORDER, new)
    assert [(one.kind, one.point) for one in found] == [
        ("changed", "B 4"),
        ("added", "B 5"),
        ("removed", "G 7"),
    ]
    assert [(f.field, f.before, f.after) for f in found[0].fields] == [("report", "ja", "nej")]
    assert compare_orders(ORDER, ORDER) == ()
