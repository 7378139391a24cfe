"""Delegated decisions from one typed line to adjusted minutes, and back when a meeting is off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO

import pytest
from docx import Document

from nämndtui.model.agenda.meeting import Meeting, Outcome
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.order import DelegationOrder, DelegationRule
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.text.errors import InvalidInputError, RefusedError, StaleVersionError
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.core.connection import open_reader
from nämndtui.store.database import Store
from nämndtui.store.delegation.delegated_decisions import decision as load_decision
from nämndtui.store.delegation.delegated_decisions import decisions_of_item
from nämndtui.store.delegation.orders import order_on, orders_of
from nämndtui.store.light.register_lists import delegated_decision_page
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.workflow.agenda.agenda import remove_item, unlist_item, withdraw_item
from nämndtui.workflow.agenda.meetings import plan_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.undo import undo_last
from nämndtui.workflow.deadlines.register_overview import register_dues
from nämndtui.workflow.delegation.delegated_decisions import (
    DoubtfulDecisionError,
    accept_decision,
    completions,
    edit_delegated_decision,
    enter_decision,
    exempt_decision,
    findings_of,
    mark_decision_posted,
    register_delegated_decision,
    remove_delegated_decision,
)
from nämndtui.workflow.delegation.orders import (
    add_order,
    add_rule,
    compare_versions,
    edit_order,
    edit_rule,
    new_version,
    remove_order,
    remove_rule,
)
from nämndtui.workflow.delegation.reporting import (
    report_on_meeting,
    reporting_queue,
    take_off_agenda,
)
from nämndtui.workflow.minutes.adjustment import set_adjusters
from nämndtui.workflow.minutes.minutes import call_roll, decide_item
from nämndtui.workflow.people.persons import add_mandate
from nämndtui.workflow.registers.item_links import check_urgent_reported, settle_meeting
from nämndtui.workflow.summons.cancelling import cancel_meeting
from nämndtui.workflow.summons.summons import mark_summoned

HELD = datetime(2026, 12, 8, 19, 0)


@pytest.fixture
def order_id(store: Store, actor: Actor, committee_id: int) -> int:
    rules = (
        DelegationRule(0, 0, 0, "b36", "Yttrande till IVO", ("Verksamhetschef",), "KL 7:5"),
        DelegationRule(0, 0, 0, "B 4", "Särskilt boende", ("Biståndshandläggare",)),
        DelegationRule(0, 0, 0, "G 9", "Visstidsanställning", ("Enhetschef",), report=False),
    )
    order = DelegationOrder(
        0, committee_id, "Delegationsordning 2026", date(2026, 1, 1), rules=rules
    )
    return add_order(store, actor, order)


def line(store: Store, actor: Actor, committee_id: int, text: str) -> int:
    return enter_decision(store, actor, committee_id, text).decision_id


@pytest.fixture
def two(store: Store, actor: Actor, committee_id: int, order_id: int) -> list[int]:
    return [
        line(store, actor, committee_id, text)
        for text in (
            "3/11 B 36 verksamhetschef (Eva Berg) on/2026:88 Yttrande till IVO",
            "2026-11-05 B 4 biståndshandläggare (Per Ahl) on/2026:1 Beslut om särskilt boende",
        )
    ]


def states(store: Store, ids: list[int]) -> list[str]:
    return [load_decision(store.connection, one).state for one in ids]


def listed_item(store: Store, meeting_id: int) -> str:
    items = load_dossier(store.connection, meeting_id).items
    return next(item.summary for item in items if item.kind == "delegated_decisions")


def hold(store: Store, actor: Actor, meeting_id: int, outcome: Outcome = "noted") -> None:
    committee_id = load_dossier(store.connection, meeting_id).committee.id
    for office, name in (("chair", "Ali Saadi"), ("member", "Per Ahl")):
        mandate = Mandate(0, committee_id, Person(0, name), office, "S", date(2023, 1, 1))
        add_mandate(store, actor, mandate)
    mark_summoned(store, actor, meeting_id, date(2026, 11, 30))
    call_roll(store, actor, meeting_id)
    for item in load_dossier(store.connection, meeting_id).items:
        if item.state == "listed":
            decide_item(store, replace(actor, now=HELD), item.id, outcome)
    set_state(store, actor, meeting_id, "closed")
    set_adjusters(store, actor, meeting_id, ["Per Ahl"])


def set_state(store: Store, actor: Actor, meeting_id: int, state: str) -> None:
    """What else a meeting must have before it is held is told in test_minutes.py."""
    with store.change("test", actor.user, actor.now) as change:
        change.update("meetings", meeting_id, {"state": state})


def adjust(store: Store, actor: Actor, meeting_id: int) -> None:
    """Who signs and what the minutes must hold is told in the tests of adjustment."""
    with store.change("test", actor.user, actor.now) as change:
        for part in load_dossier(change.connection, meeting_id).minutes_parts:
            change.update("minutes_parts", part.id, {"adjusted_on": "2026-12-15"})
        settle_meeting(change, meeting_id)


def test_a_line_becomes_a_decision_with_its_decider(
    store: Store, actor: Actor, committee_id: int, two: list[int]
) -> None:
    first = load_decision(store.connection, two[0])
    assert (first.point, first.decider, first.decided_on) == ("B 36", "Eva Berg", date(2026, 11, 3))
    again = line(store, actor, committee_id, "B 36 verksamhetschef on/2026:90 Yttrande igen")
    assert load_decision(store.connection, again).decider == "Eva Berg"
    offered = completions(store.connection, committee_id, "B 4 ", actor.today)
    assert [one.line for one in offered] == ["B 4 Biståndshandläggare "]


def test_without_anybody_who_has_decided_the_decider_is_asked_for(
    store: Store, actor: Actor, committee_id: int, order_id: int
) -> None:
    with pytest.raises(InvalidInputError) as caught:
        enter_decision(store, actor, committee_id, "B 36 verksamhetschef on/2026:88 Yttrande")
    assert caught.value.field == "decider"


def test_doubts_ask_first_and_then_keep_the_decision_off_the_list_until_accepted(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, order_id: int
) -> None:
    text = "B 36 enhetschef (Eva Berg) on/2026:88 Yttrande till IVO"
    with pytest.raises(DoubtfulDecisionError, match="får inte besluta enligt B 36"):
        enter_decision(store, actor, committee_id, text)
    found = enter_decision(store, actor, committee_id, text, despite_doubts=True)
    assert [finding.code for finding in found.findings] == ["role_not_allowed"]
    assert len(reporting_queue(store.connection, committee_id).held_back) == 1
    with pytest.raises(RefusedError, match="rätt att besluta"):
        report_on_meeting(store, actor, meeting_id)
    accept_decision(store, actor, found.decision_id)
    assert report_on_meeting(store, actor, meeting_id).listed == 1


def test_a_duplicate_is_asked_about(
    store: Store, actor: Actor, committee_id: int, two: list[int]
) -> None:
    text = "3/11 B 36 verksamhetschef (Eva Berg) ON/2026:88 Samma en gång till"
    with pytest.raises(DoubtfulDecisionError, match="redan ett beslut"):
        enter_decision(store, actor, committee_id, text)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("B 36 verksamhetschef (Eva) on/2026:88 Gäller 19460105-0000", "description"),
        ("2026-11-23 B 36 verksamhetschef (Eva) on/2026:88 I morgon", "decided_on"),
        ("B 36 ordförande (Karin) on/2026:88 Brådskande !", "urgent_reason"),
    ],
)
def test_what_cannot_be_stored_is_refused(
    store: Store, actor: Actor, committee_id: int, order_id: int, text: str, field: str
) -> None:
    with pytest.raises(InvalidInputError) as caught:
        enter_decision(store, actor, committee_id, text, despite_doubts=True)
    assert caught.value.field == field


def test_one_key_puts_the_queue_on_the_agenda_and_adjusted_minutes_report_it(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, two: list[int]
) -> None:
    found = report_on_meeting(store, actor, meeting_id)
    assert (found.listed, found.held_back) == (2, 0)
    text = listed_item(store, meeting_id)
    assert "**Verksamhetschef**\n\n- B 36: Yttrande till IVO; on/2026:88 (2026-11-03)" in text
    assert text.index("Verksamhetschef") < text.index("Biståndshandläggare")
    hold(store, actor, meeting_id)
    adjust(store, actor, meeting_id)
    assert states(store, two) == ["reported", "reported"]
    row = delegated_decision_page(open_reader(store.path), committee_id).rows[0]
    assert (row["paragraph"], row["meeting_date"]) == (1, "2026-12-08")
    version = load_decision(store.connection, two[0]).version
    with pytest.raises(RefusedError, match="justerat"):
        edit_delegated_decision(store, actor, two[0], version, description="Ny text")


def test_a_period_can_be_chosen_and_undone(
    store: Store, actor: Actor, meeting_id: int, two: list[int]
) -> None:
    report_on_meeting(store, actor, meeting_id, last=date(2026, 11, 4))
    assert states(store, two) == ["listed", "registered"]
    report_on_meeting(store, actor, meeting_id)
    assert listed_item(store, meeting_id).count("Redovisningen gäller") == 1
    undo_last(store, actor)
    assert states(store, two) == ["listed", "registered"]
    undo_last(store, actor)
    assert states(store, two) == ["registered", "registered"]


def test_a_cancelled_meeting_gives_them_back_and_the_next_takes_them(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, two: list[int]
) -> None:
    report_on_meeting(store, actor, meeting_id)
    version = load_dossier(store.connection, meeting_id).meeting.version
    cancel_meeting(store, actor, meeting_id, version, "För få kunde komma")
    assert states(store, two) == ["registered", "registered"]
    later = plan_meeting(
        store, actor, Meeting(0, committee_id, date(2027, 1, 12), time(18, 30), "")
    )
    report_on_meeting(store, actor, later)
    items = load_dossier(store.connection, later).items
    assert [item.kind for item in items] == ["delegated_decisions"]
    assert listed_item(store, later).count("on/2026:88") == 1


@pytest.mark.parametrize("act", [unlist_item, remove_item, withdraw_item])
def test_an_item_that_leaves_the_agenda_gives_them_back(
    store: Store, actor: Actor, meeting_id: int, two: list[int], act: object
) -> None:
    item_id = report_on_meeting(store, actor, meeting_id).item_id
    act(store, actor, item_id)  # type: ignore[operator]
    assert states(store, two) == ["registered", "registered"]
    undo_last(store, actor)
    assert states(store, two) == ["listed", "listed"]


def test_a_tabled_list_waits_again_when_the_minutes_are_adjusted(
    store: Store, actor: Actor, meeting_id: int, two: list[int]
) -> None:
    item_id = report_on_meeting(store, actor, meeting_id).item_id
    mark_summoned(store, actor, meeting_id, date(2026, 11, 30))
    decide_item(store, actor, item_id, "tabled")
    set_state(store, actor, meeting_id, "closed")
    adjust(store, actor, meeting_id)
    assert states(store, two) == ["registered", "registered"]


def test_one_decision_can_be_taken_off_and_an_edit_shows_in_the_list(
    store: Store, actor: Actor, meeting_id: int, two: list[int]
) -> None:
    report_on_meeting(store, actor, meeting_id)
    take_off_agenda(store, actor, two[0])
    assert "on/2026:88" not in listed_item(store, meeting_id)
    version = load_decision(store.connection, two[1]).version
    edit_delegated_decision(store, actor, two[1], version, description="Avslag")
    assert "B 4: Avslag; on/2026:1" in listed_item(store, meeting_id)
    with pytest.raises(StaleVersionError):
        edit_delegated_decision(store, actor, two[1], version, description="Bifall")


def test_a_long_list_is_counted_and_annexed_as_the_items_attachment(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, order_id: int
) -> None:
    for number in range(1, 303):
        text = f"5/11 B 4 biståndshandläggare (Per Ahl) on/2026:{number} Beslut nummer {number}"
        enter_decision(store, actor, committee_id, text)
    item_id = report_on_meeting(store, actor, meeting_id).item_id

    def annexed() -> list[set[str]]:
        found = load_item(store.connection, item_id).attachments
        assert all(one.number.main == 1 and one.file for one in found)
        return [numbers(store.files.read(one.file.sha256)) for one in found if one.file]

    assert annexed() == [{f"on/2026:{number}" for number in range(1, 303)}]
    assert "De står i den bifogade listan." in listed_item(store, meeting_id)
    first, second = (one.id for one in decisions_of_item(store.connection, item_id)[:2])
    take_off_agenda(store, actor, first)
    assert annexed() == [{f"on/2026:{number}" for number in range(2, 303)}]
    take_off_agenda(store, actor, second)
    assert annexed() == [] and "Beslut nummer 302" in listed_item(store, meeting_id)
    undo_last(store, actor)
    assert annexed() == [{f"on/2026:{number}" for number in range(2, 303)}]


def numbers(document: bytes) -> set[str]:
    """The diary numbers in the list's tables."""
    tables = Document(BytesIO(document)).tables
    cells = {cell.text for table in tables for row in table.rows for cell in row.cells}
    return {text for text in cells if text.startswith("on/")}


def urgent(committee_id: int) -> DelegatedDecision:
    return DelegatedDecision(
        *(0, committee_id, date(2026, 11, 20), "A 1", "Ordförande", "Karin Ek", "on/2026:91"),
        "Avtal om evakuering",
        urgent=True,
        urgent_reason="Vattenläcka på Lyktan",
    )


def test_an_urgent_decision_is_forced_onto_the_next_meeting_and_stands_first(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, two: list[int]
) -> None:
    found = register_delegated_decision(store, actor, urgent(committee_id))
    assert found.item_id is not None and states(store, [found.decision_id]) == ["listed"]
    report_on_meeting(store, actor, meeting_id)
    text = listed_item(store, meeting_id)
    assert text.index("6 kap. 39 §") < text.index("Verksamhetschef")
    assert "Vattenläcka på Lyktan" in text
    with pytest.raises(RefusedError, match="6:39"):
        take_off_agenda(store, actor, found.decision_id)


def test_an_urgent_decision_by_the_wrong_role_waits_until_somebody_accepts_it(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, two: list[int]
) -> None:
    wrong = replace(urgent(committee_id), role="Enhetschef", point="Z 99")
    with pytest.raises(DoubtfulDecisionError, match="ordföranden eller en annan ledamot"):
        register_delegated_decision(store, actor, wrong)
    found = register_delegated_decision(store, actor, wrong, despite_doubts=True)
    report_on_meeting(store, actor, meeting_id)
    assert states(store, [found.decision_id]) == ["registered"]
    assert "on/2026:91" not in listed_item(store, meeting_id)
    with pytest.raises(RefusedError, match=r"on/2026:91.*Ta ställning"):
        check_closing(store, actor, meeting_id)
    accept_decision(store, actor, found.decision_id)
    assert "on/2026:91" in listed_item(store, meeting_id)
    check_closing(store, actor, meeting_id)


def test_a_cancelled_meeting_passes_the_urgent_on_to_the_next(
    store: Store, actor: Actor, committee_id: int, meeting_id: int
) -> None:
    later = plan_meeting(
        store, actor, Meeting(0, committee_id, date(2027, 1, 12), time(18, 30), "")
    )
    found = register_delegated_decision(store, actor, urgent(committee_id))
    version = load_dossier(store.connection, meeting_id).meeting.version
    cancel_meeting(store, actor, meeting_id, version, "Snöstorm")
    assert states(store, [found.decision_id]) == ["listed"]
    assert "on/2026:91" in listed_item(store, later)


def test_a_meeting_cannot_be_closed_without_the_urgent_decision(
    store: Store, actor: Actor, committee_id: int, meeting_id: int
) -> None:
    found = register_delegated_decision(store, actor, urgent(committee_id))
    assert found.item_id is not None
    mark_summoned(store, actor, meeting_id, date(2026, 11, 30))
    withdraw_item(store, actor, found.item_id)
    set_state(store, actor, meeting_id, "in_session")
    with pytest.raises(RefusedError, match="on/2026:91"):
        check_closing(store, actor, meeting_id)
    report_on_meeting(store, replace(actor, now=HELD), meeting_id)
    check_closing(store, actor, meeting_id)


def check_closing(store: Store, actor: Actor, meeting_id: int) -> None:
    with store.change("test", actor.user, actor.now) as change:
        check_urgent_reported(change, load_dossier(change.connection, meeting_id).meeting)


def test_decisions_not_to_be_reported_are_exempt_and_posted(
    store: Store, actor: Actor, committee_id: int, order_id: int
) -> None:
    text = "5/11 G 9 enhetschef (Ida Ros) on/2026:34 Visstidsanställning"
    one = line(store, actor, committee_id, text)
    assert [d.id for d in reporting_queue(store.connection, committee_id).not_reported] == [one]
    exempt_decision(store, actor, one)
    with pytest.raises(InvalidInputError):
        mark_decision_posted(store, actor, one, date(2026, 11, 4))
    mark_decision_posted(store, actor, one, date(2026, 11, 6))
    assert states(store, [one]) == ["posted"]


def test_what_a_point_exempts_is_a_to_do_until_it_is_posted(
    store: Store, actor: Actor, committee_id: int, order_id: int
) -> None:
    text = "5/11 G 9 enhetschef (Ida Ros) on/2026:34 Visstidsanställning"
    one = line(store, actor, committee_id, text)
    (due,) = register_dues(store.connection, committee_id, actor.today)
    assert (due.text, due.basis, due.target_id) == (
        *("1 delegationsbeslut som inte anmäls: anslå dem som får överklagas", "KL 8:10", one),
    )
    mark_decision_posted(store, actor, one, date(2026, 11, 6))
    assert register_dues(store.connection, committee_id, actor.today) == []


def test_a_line_is_completed_by_the_order_of_the_day_typed_first(
    store: Store, actor: Actor, committee_id: int, order_id: int
) -> None:
    new_id = new_version(store, actor, order_id, "Ny ordning", date(2026, 11, 10))
    new = next(o for o in orders_of(store.connection, committee_id) if o.id == new_id)
    rule = new.rule("B 36")
    assert rule is not None
    edit_rule(store, actor, rule.id, rule.version, roles=("Avdelningschef",))

    def offered(typed: str) -> list[str]:
        found = completions(store.connection, committee_id, typed, actor.today)
        return [one.line for one in found]

    assert offered("B 36 ") == ["B 36 Avdelningschef "]
    assert offered("3/11 B 36 ") == ["3/11 B 36 Verksamhetschef "]
    assert offered("31/2 B 36 ") == []
    one = line(store, actor, committee_id, "3/11 B 36 verks (Eva) on/2026:5 Yttrande till IVO")
    assert load_decision(store.connection, one).role == "Verksamhetschef"


def test_a_decision_found_late_is_flagged_with_its_true_date(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, two: list[int]
) -> None:
    set_state(store, actor, meeting_id, "closed")
    one = load_decision(store.connection, two[0])
    found = findings_of(store.connection, one, date(2026, 12, 20))
    assert [finding.code for finding in found] == ["late"]
    assert "2026-12-08" in found[0].text


def test_a_mistake_can_be_removed_and_brought_back(
    store: Store, actor: Actor, two: list[int]
) -> None:
    remove_delegated_decision(store, actor, two[0], 1)
    undo_last(store, actor)
    assert states(store, two) == ["registered", "registered"]


def test_a_new_version_of_the_order_ends_the_old_and_can_be_compared(
    store: Store, actor: Actor, committee_id: int, order_id: int, two: list[int]
) -> None:
    new_id = new_version(store, actor, order_id, "Ordning 2027", date(2027, 1, 1), "§ 88/2026")
    new = next(o for o in orders_of(store.connection, committee_id) if o.id == new_id)
    rule = new.rule("B 4")
    assert rule is not None and len(new.rules) == 3
    edit_rule(store, actor, rule.id, rule.version, roles=("Enhetschef",))
    add_rule(store, actor, new_id, DelegationRule(0, 0, 0, "B 5", "Korttid", ("Enhetschef",)))
    gone = new.rule("B 36")
    assert gone is not None
    remove_rule(store, actor, gone.id, gone.version)
    kinds = [(d.kind, d.point) for d in compare_versions(store.connection, order_id, new_id)]
    assert kinds == [("changed", "B 4"), ("added", "B 5"), ("removed", "B 36")]
    old = order_on(store.connection, committee_id, date(2026, 12, 31))
    assert old is not None and old.valid_to == date(2026, 12, 31)
    with pytest.raises(RefusedError, match="2 beslut är fattade"):
        remove_order(store, actor, order_id, old.version)
    with pytest.raises(RefusedError, match="överlappar"):
        edit_order(store, actor, new_id, 1, valid_from=date(2026, 6, 1))
