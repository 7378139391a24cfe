"""A committee of five at its meeting, for the thirty edge cases (domain F)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

import pytest

from nämndtui.model.agenda.agenda_item import AgendaItem, Recipient
from nämndtui.model.agenda.case import Case, CaseReference, CaseType
from nämndtui.model.agenda.meeting import Attendance, Meeting, MinutesPart, Paragraph
from nämndtui.model.attendance.serving import ParagraphServing
from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.people.substitute_order import SubstituteOrder
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.summons.supplement import unsent_changes
from nämndtui.model.summons.supplement_wording import change_words
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.store.people.persons import all_persons
from nämndtui.workflow.agenda.agenda import add_item
from nämndtui.workflow.agenda.cases import register_case
from nämndtui.workflow.agenda.meetings import plan_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.adjustment import set_adjusters
from nämndtui.workflow.minutes.minutes import call_roll, close_meeting, decide_item
from nämndtui.workflow.people.committees import create_committee
from nämndtui.workflow.people.persons import add_mandate
from nämndtui.workflow.people.substitute_orders import set_substitute_order
from nämndtui.workflow.summons.summons import mark_summoned

HELD = date(2026, 12, 8)
PEOPLE = (
    ("chair", "Ali Saadi", "S"),
    ("first_vice_chair", "Karin Ek", "C"),
    ("second_vice_chair", "Per Ahl", "M"),
    ("member", "Siv Dahl", "S"),
    ("member", "Tore Falk", "V"),
    ("substitute", "Eva Berg", "M"),
    ("substitute", "Bo Lind", "C"),
    ("substitute", "Ida Gran", "S"),
    ("substitute", "Olof Hed", "S"),
)


@dataclass
class Desk:
    """The minuting desk: one meeting, and everything looked up by name."""

    store: Store
    actor: Actor
    committee_id: int
    meeting_id: int
    ids: dict[str, int]

    @property
    def record(self) -> MinutesRecord:
        return load_record(self.store.connection, self.meeting_id)

    def item(self, title: str, **values: object) -> int:
        """Add an item with a proposal of its own; returns its id."""
        base = AgendaItem(
            0,
            self.committee_id,
            self.meeting_id,
            0,
            None,
            "decision",
            title,
            staff_proposal=(f"Omsorgsnämnden antar {title.lower()}.",),
        )
        return add_item(self.store, self.actor, replace(base, **values))  # type: ignore[arg-type]

    def case(self, title: str, case_type: CaseType = "decision", **values: object) -> Case:
        draft = Case(0, self.committee_id, "", 0, 0, title, case_type=case_type)
        return register_case(self.store, self.actor, replace(draft, **values))  # type: ignore[arg-type]

    def open(self, *absent: str) -> None:
        """Send the summons if needed and call the roll."""
        if self.record.dossier.meeting.state in ("planned", "preparing"):
            mark_summoned(self.store, self.actor, self.meeting_id, date(2026, 12, 1))
        call_roll(self.store, self.actor, self.meeting_id, [self.ids[name] for name in absent])

    def decide(self, item_id: int, outcome: str = "as_proposed", **values: object) -> int:
        return decide_item(self.store, self.actor, item_id, outcome, **values)  # type: ignore[arg-type]

    def at(self, number: int, item_id: int | None = None) -> ParagraphServing:
        """Who serves at a §."""
        return meeting_serving(self.record, item_id).at(number)

    def serving(self, number: int, item_id: int | None = None) -> list[str]:
        return [one.person.name for one in self.at(number, item_id).serving if one.person]

    def paragraph(self, number: int) -> Paragraph:
        return self.record.paragraph(number)

    def attendance(self, name: str, role: str) -> Attendance:
        found = self.record.dossier.attendances
        return next(one for one in found if (one.person.name, one.role) == (name, role))

    @property
    def news(self) -> list[str]:
        """What is new since the kallelse, in words."""
        changes = unsent_changes(self.record.dossier)
        return [change_words(one).replace("\u00a0", " ") for one in changes]

    def forget_sendings(self) -> None:
        """Leave the meeting as one summoned before the program kept what it sent."""
        connection = self.store.connection
        connection.execute("UPDATE sendings SET sealed = 0")
        for table in ("sent_documents", "sendings"):
            connection.execute(f"DELETE FROM {table}")
        connection.commit()

    def close(self, *adjusters: str, at: time = time(20, 30)) -> None:
        set_adjusters(self.store, self.actor, self.meeting_id, adjusters or ("Karin Ek",))
        close_meeting(self.store, self.actor, self.meeting_id, at)

    @property
    def main(self) -> MinutesPart:
        part = self.record.dossier.main_part
        assert part is not None
        return part

    def on(self, day: date) -> Actor:
        """The secretary on another day."""
        return Actor(self.actor.user, datetime.combine(day, time(9, 0)))


def references(*cases: Case) -> tuple[CaseReference, ...]:
    return tuple(CaseReference(one.id, one.dnr) for one in cases)


RECIPIENTS = (Recipient("Kommunstyrelsen", "KS/2026:175"),)


@pytest.fixture
def actor() -> Actor:
    return Actor("anna", datetime(2026, 12, 8, 18, 30))


@pytest.fixture
def desk(store: Store, actor: Actor) -> Desk:
    settings = CommitteeSettings(dnr_prefix="on", seats=5, place="Lilla salen")
    new = Committee(0, "ON", "Omsorgsnämnden", "Norrviks kommun", settings)
    committee_id = create_committee(store, actor, new)
    for rank, (office, name, party) in enumerate(PEOPLE):
        person = Person(0, name, party=party)
        held = Mandate(0, committee_id, person, office, party, date(2023, 1, 1), rank=rank)
        add_mandate(store, actor, held)
    order = SubstituteOrder(parties=(("V", ("S", "C")), ("C", ("M",))))
    set_substitute_order(store, actor, committee_id, order)
    meeting_id = plan_meeting(store, actor, Meeting(0, committee_id, HELD, time(18, 30), ""))
    ids = {person.name: person.id for person in all_persons(store.connection)}
    return Desk(store, actor, committee_id, meeting_id, ids)
