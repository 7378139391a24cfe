"""Two meetings alike, with one of everything in them: the first adjusted, the second not yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from nämndtui.model.agenda.agenda_item import AgendaItem, Presenter, Recipient
from nämndtui.model.agenda.case import Case, CaseReference
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.attendance.presence import Override
from nämndtui.model.decisions.vote import Vote
from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.store.people.persons import all_persons
from nämndtui.workflow.agenda.agenda import add_item
from nämndtui.workflow.agenda.attachments import NewAttachment, add_attachment
from nämndtui.workflow.agenda.cases import register_case
from nämndtui.workflow.agenda.item_content import edit_memo, set_proposal
from nämndtui.workflow.agenda.meetings import plan_meeting
from nämndtui.workflow.attendance.disqualifications import (
    declare_disqualified,
    stay_out_of_decision,
)
from nämndtui.workflow.attendance.serving_choices import choose_serving
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.decisions.statements import announce
from nämndtui.workflow.decisions.votes import hold_vote
from nämndtui.workflow.decisions.yrkanden import move_proposal
from nämndtui.workflow.minutes.adjustment import set_adjusters
from nämndtui.workflow.minutes.corrections import correct
from nämndtui.workflow.minutes.dispatch import mark_sent
from nämndtui.workflow.minutes.minutes import call_roll, close_meeting, decide_item
from nämndtui.workflow.minutes.part_notice import (
    archive_meeting,
    correct_notice,
    mark_final,
    post_part,
    take_down,
)
from nämndtui.workflow.minutes.part_signing import adjust_part, send_for_signing
from nämndtui.workflow.people.committees import create_committee
from nämndtui.workflow.people.persons import add_mandate, edit_person
from nämndtui.workflow.summons.summons import mark_summoned

DELEGATED = {
    "decided_on": "2026-11-03",
    "point": "B 36",
    "role": "Verksamhetschef",
    "decider": "Eva Berg",
    "dnr": "on/2026:88",
    "description": "Yttrande",
    "import_key": "a",
    "accepted": 1,
}
SUPPORT = {"local_key": "A1", "law": "sol", "measure": "Särskilt boende", "start": "2026-03-01"}
REPORT = {"law": "sol", "year": 2026, "quarter": 3, "compiled_on": "2026-10-02"}
OFFICES = (
    ("chair", "Ali Saadi", "S"),
    ("first_vice_chair", "Karin Ek", "C"),
    ("member", "Per Ahl", "M"),
    ("substitute", "Eva Berg", "M"),
)


def hold_two(store: Store) -> None:
    """A committee, its two meetings, and a row of every register."""
    actor = on(date(2026, 11, 22))
    settings = CommitteeSettings(dnr_prefix="on", seats=3, place="Lilla salen")
    committee_id = create_committee(store, actor, Committee(0, "ON", "Nämnden", "", settings))
    for rank, (office, name, party) in enumerate(OFFICES):
        person = Person(0, name, party=party)
        held = Mandate(0, committee_id, person, office, party, date(2023, 1, 1), rank=rank)
        add_mandate(store, actor, held)
    first = hold(store, committee_id, date(2026, 12, 8))
    adjust_and_archive(store, first, date(2026, 12, 15))
    eva = next(one for one in all_persons(store.connection) if one.name == "Eva Berg")
    edit_person(store, on(date(2027, 2, 2)), eva.id, eva.version, name="Eva Berg Lund")
    hold(store, committee_id, date(2027, 3, 9))
    item = load_record(store.connection, first).dossier.items[0].id
    told = {"committee_id": committee_id, "state": "reported", "item_id": item}
    with store.change("test", "anna", actor.now) as change:
        change.insert("delegated_decisions", {**told, **DELEGATED})
        change.insert("reported_matters", {**told, "origin": "IVO", "title": "Tillsyn"})
        own = {"committee_id": committee_id}
        new = change.insert("support_decisions", {**own, **SUPPORT})
        replaced = {"import_key": "a", "superseded_by": new}
        change.insert("support_decisions", {**own, **SUPPORT, **replaced})
        compiled = {"elapsed_rule": "completed", "rows": "[]"}
        change.insert("quarter_reports", {**own, **REPORT, **compiled})


def on(day: date) -> Actor:
    """The secretary, that day."""
    return Actor("anna", datetime.combine(day, time(12, 0)))


def hold(store: Store, committee_id: int, day: date) -> int:
    """Hold and close a meeting with one of every fact; returns its id."""
    actor = on(day)
    members = {person.name: person.id for person in all_persons(store.connection)}
    meeting_id = plan_meeting(store, actor, Meeting(0, committee_id, day, time(18, 30), ""))
    rich, plain = _items(store, actor, committee_id, meeting_id)
    mark_summoned(store, actor, meeting_id, day)
    call_roll(store, actor, meeting_id)
    karin = [members["Karin Ek"]]
    number = load_record(store.connection, meeting_id).next_number
    eva = next(person_id for name, person_id in members.items() if name.startswith("Eva Berg"))
    skipped = Override(0, "skip", "Eva går tidigt", Person(eva, "Eva Berg"), "", number + 1)
    choose_serving(store, actor, meeting_id, skipped)
    declare_disqualified(store, actor, rich, members["Per Ahl"])
    move_proposal(store, actor, rich, "own", karin, "Avgifterna sänks.")
    ref = next(one.ref for one in load_record(store.connection, meeting_id).moved)
    hold_vote(store, actor, Vote(0, rich, 1, yes_ref="chair", no_ref=ref), {karin[0]: "no"}, "yes")
    decide_item(store, actor, rich, winner="chair")
    announce(store, actor, rich, "reservation", karin, "Avgifterna är för höga.")
    stay_out_of_decision(store, actor, plain, members["Per Ahl"])
    decide_item(store, actor, plain, "as_proposed")
    set_adjusters(store, actor, meeting_id, ["Karin Ek"])
    close_meeting(store, actor, meeting_id, time(20, 15))
    part = load_record(store.connection, meeting_id).dossier.main_part
    assert part is not None
    send_for_signing(store, actor, part.id, day)
    return meeting_id


def _items(store: Store, actor: Actor, committee_id: int, meeting_id: int) -> tuple[int, int]:
    case = register_case(store, actor, Case(0, committee_id, "", 0, 0, "Avgifter"))
    draft = AgendaItem(
        0,
        committee_id,
        meeting_id,
        0,
        None,
        "decision",
        "Avgifter",
        cases=(CaseReference(case.id, case.dnr),),
        staff_proposal=("Omsorgsnämnden antar avgifterna.",),
        summary="Avgifterna höjs.",
        presenters=(Presenter("Ida Holm"),),
        recipients=(Recipient("Kommunstyrelsen"),),
    )
    rich = add_item(store, actor, draft)
    set_proposal(store, actor, rich, "chair", ["Omsorgsnämnden antar avgifterna nu."])
    edit_memo(store, actor, rich, body="Skrivelsens text.")
    add_attachment(store, actor, rich, NewAttachment("Taxa", file_name="a.pdf", content=b"%PDF"))
    return rich, add_item(store, actor, replace(draft, title="Plan", cases=(), presenters=()))


def adjust_and_archive(store: Store, meeting_id: int, day: date) -> None:
    """Adjust the meeting, with its notice, a correction, a dispatch, and into the archive."""
    part = load_record(store.connection, meeting_id).dossier.main_part
    assert part is not None
    adjust_part(store, on(day), part.id, day)
    post_part(store, on(day), part.id, day)
    next_day = day + timedelta(days=1)
    correct_notice(store, on(next_day), part.id, next_day, None, "Anslogs dagen efter")
    record = load_record(store.connection, meeting_id)
    correct(store, on(day), record.dossier.paragraphs[0].id, "notes", "Rätt.", "Skrivfel")
    mark_sent(store, on(day), [record.dispatches[0].id], day, "email")
    after = date(day.year + 1, 2, 1)
    take_down(store, on(after), part.id, after)
    mark_final(store, on(after), meeting_id)
    archive_meeting(store, on(after), meeting_id)
