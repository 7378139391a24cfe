"""A meeting where people come, go and vote: its papers agree with each other and read back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
import pytest

from nämndtui.model.decisions.vote import Vote
from nämndtui.workflow.attendance.disqualifications import declare_disqualified
from nämndtui.workflow.attendance.roll import come_in, leave
from nämndtui.workflow.decisions.statements import announce
from nämndtui.workflow.decisions.votes import hold_vote
from nämndtui.workflow.decisions.yrkanden import move_proposal
from nämndtui.workflow.documents.making import DocumentRequest, make_document
from nämndtui.workflow.minutes.immediate import declare_immediate
from nämndtui.workflow.minutes.word_reading import read_word
from tests.workflow.edge_cases.conftest import Desk


@pytest.fixture
def held(desk: Desk) -> Desk:
    """§ 1 without Karin, § 2 with jäv and a vote, § 3 adjusted at once, § 4 without Siv."""
    first, voted, urgent, last = (desk.item(one) for one in ("Ett", "Avgifter", "Akut", "Sist"))
    desk.open("Karin Ek")
    desk.decide(first)
    come_in(desk.store, desk.actor, desk.meeting_id, desk.ids["Karin Ek"])
    declare_disqualified(desk.store, desk.actor, voted, desk.ids["Per Ahl"])
    move_proposal(desk.store, desk.actor, voted, "approve", [desk.ids["Ali Saadi"]])
    move_proposal(desk.store, desk.actor, voted, "own", [desk.ids["Tore Falk"]], "Sänk dem.")
    ballots = {desk.ids["Tore Falk"]: "no", desk.ids["Eva Berg"]: "abstain"}
    own = desk.record.moved_in(voted)[-1].ref
    vote = Vote(0, voted, 1, yes_ref="staff", no_ref=own)
    hold_vote(desk.store, desk.actor, vote, ballots, rest="yes")
    desk.decide(voted, "", winner="staff")
    announce(desk.store, desk.actor, voted, "reservation", [desk.ids["Tore Falk"]], "Fel **nivå**.")
    desk.decide(urgent)
    declare_immediate(desk.store, desk.actor, desk.meeting_id, [3])
    leave(desk.store, desk.actor, desk.meeting_id, desk.ids["Siv Dahl"])
    desk.decide(last)
    desk.close()
    return desk


def written(desk: Desk, kind: str, **values: Any) -> tuple[str, Any, bytes]:
    request = DocumentRequest(kind, desk.meeting_id, **values)
    made = make_document(desk.store.connection, request, desk.actor.today)
    return made.name, docx.Document(BytesIO(made.content)), made.content


def rows(table: Any) -> list[list[str]]:
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def test_the_front_page_has_the_ranges(held: Desk) -> None:
    _, document, _ = written(held, "protokoll")
    deciding = document.tables[0].rows[1].cells[0].text.replace("\u00a0", " ").split("\n")
    assert "Karin Ek (C), 1:e vice ordförande, fr.o.m. § 2" in deciding
    assert "Per Ahl (M), 2:e vice ordförande, ej § 2" in deciding
    assert "Siv Dahl (S), t.o.m. § 3" in deciding
    assert "Eva Berg (M), tj. ers. för Per Ahl, § 2" in deciding


def test_the_attendance_list_says_the_same(held: Desk) -> None:
    _, document, _ = written(held, "närvarolista")
    members = rows(document.tables[0])
    assert members[0] == ["Namn", "§ 1", "§ 2", "§ 3", "§ 4"]
    assert ["Karin Ek (C)", "–", "X", "X", "X"] in members
    assert ["Per Ahl (M)", "X", "jäv", "X", "X"] in members
    assert ["Siv Dahl (S)", "X", "X", "X", "–"] in members


def test_the_vote_list_has_one_row_a_seat(held: Desk) -> None:
    name, document, _ = written(held, "voteringslista", paragraph=2)
    assert name == "2026-12-08 ON voteringslista § 2.docx"
    found = rows(document.tables[0])
    assert len(found) == 1 + 5 + 1
    assert ["Eva Berg (M), ersätter Per Ahl", "", "", "X", ""] in found
    assert found[-1] == ["Summa", "3", "1", "1", "0"]


def test_a_part_adjusted_at_once_is_a_protokoll_of_its_own(held: Desk) -> None:
    name, document, _ = written(held, "protokoll", paragraph=3)
    assert name == "2026-12-08 ON protokoll § 3.docx"
    headings = [p.text for p in document.paragraphs if p.text.startswith("§")]
    assert [one.split("\t")[1] for one in headings] == ["Akut"]
    assert written(held, "anslag", paragraph=3)[0] == "2026-12-08 ON anslag § 3.docx"


@pytest.mark.parametrize("paragraph", [0, 3])
def test_a_protokoll_full_of_facts_reads_back_without_differences(
    held: Desk, paragraph: int
) -> None:
    _, _, content = written(held, "protokoll", paragraph=paragraph)
    found = read_word(held.store.connection, held.meeting_id, content)
    assert (found.differences, found.remarks[paragraph and 1 :]) == ((), ())
