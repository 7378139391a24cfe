"""F 2: when a supplement can be sent, taken back and is due."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.model.text.errors import RefusedError
from nämndtui.workflow.agenda.agenda import (
    remove_item,
)
from nämndtui.workflow.agenda.item_content import set_proposal
from nämndtui.workflow.core.undo import undo_last
from nämndtui.workflow.deadlines.overview import overview
from nämndtui.workflow.deadlines.watch import watch_list
from nämndtui.workflow.summons.summons import mark_summoned, recall_summons
from nämndtui.workflow.summons.supplement import mark_supplement_sent
from tests.workflow.edge_cases.conftest import Desk

SUMMONED = date(2026, 12, 1)


def test_f2_without_anything_new_or_once_the_meeting_began_there_is_no_supplement(
    desk: Desk,
) -> None:
    desk.item("Avgifter")
    sent = date(2026, 12, 4)
    with pytest.raises(RefusedError, match="Kallelsen är inte skickad"):
        mark_supplement_sent(desk.store, desk.actor, desk.meeting_id, sent)
    mark_summoned(desk.store, desk.actor, desk.meeting_id, SUMMONED)
    with pytest.raises(
        RefusedError, match="Inget är nytt sedan kallelsen den 1\u00a0december 2026"
    ):
        mark_supplement_sent(desk.store, desk.actor, desk.meeting_id, sent)
    desk.open()
    desk.item("Brådskande ärende")
    with pytest.raises(RefusedError, match="innan sammanträdet börjar"):
        mark_supplement_sent(desk.store, desk.actor, desk.meeting_id, sent)


def test_f2_marking_as_sent_is_one_change_and_can_be_undone(desk: Desk) -> None:
    item = desk.item("Avgifter")
    mark_summoned(desk.store, desk.actor, desk.meeting_id, SUMMONED)
    set_proposal(desk.store, desk.actor, item, "staff", ["Omsorgsnämnden antar allt."])
    before = desk.record.dossier.sendings
    mark_supplement_sent(desk.store, desk.actor, desk.meeting_id, date(2026, 12, 4))
    assert undo_last(desk.store, desk.actor) == "Tillägg skickat till tis 8\u00a0dec 2026"
    assert desk.record.dossier.sendings == before
    assert len(desk.news) == 1
    assert undo_last(desk.store, desk.actor) == "Ändrade förslaget i Avgifter"
    assert undo_last(desk.store, desk.actor) == "Kallelse skickad till tis 8\u00a0dec 2026"
    assert desk.record.dossier.sendings == ()
    assert desk.record.dossier.meeting.state == "preparing"


def test_f2_a_recalled_kallelse_is_kept_and_the_next_one_counts_from_it(desk: Desk) -> None:
    kept, changed = desk.item("Avgifter"), desk.item("Riktlinjer")
    mark_summoned(desk.store, desk.actor, desk.meeting_id, SUMMONED)
    recall_summons(desk.store, desk.actor, desk.meeting_id)
    with pytest.raises(RefusedError, match="har gått ut i en kallelse"):
        remove_item(desk.store, desk.actor, kept)
    set_proposal(desk.store, desk.actor, changed, "staff", ["Omsorgsnämnden antar allt."])
    mark_summoned(desk.store, desk.actor, desk.meeting_id, date(2026, 12, 2))
    first, second = desk.record.dossier.sendings
    assert [one.version for one in first.documents] == [1, 1]
    assert [one.version for one in second.documents] == [1, 2]
    assert desk.news == []


def test_f2_a_kallelse_sent_before_its_content_was_kept(desk: Desk) -> None:
    item = desk.item("Avgifter")
    mark_summoned(desk.store, desk.actor, desk.meeting_id, SUMMONED)
    desk.forget_sendings()
    set_proposal(desk.store, desk.actor, item, "staff", ["Omsorgsnämnden antar allt."])
    with pytest.raises(RefusedError, match="Programmet vet inte vad kallelsen innehöll"):
        mark_supplement_sent(desk.store, desk.actor, desk.meeting_id, date(2026, 12, 4))
    desk.item("Tilläggsbudget")
    assert desk.news == ["Ny punkt"]
    mark_supplement_sent(desk.store, desk.actor, desk.meeting_id, date(2026, 12, 4))
    assert desk.news == []


def test_f2_the_last_day_for_a_supplement_is_watched_while_something_is_unsent(desk: Desk) -> None:
    def watched() -> list[date]:
        rows = watch_list(desk.store.connection, desk.committee_id, SUMMONED)
        return [row.due for row in rows if row.kind == "supplement"]

    desk.item("Avgifter")
    assert watched() == []
    mark_summoned(desk.store, desk.actor, desk.meeting_id, SUMMONED)
    assert watched() == []
    desk.item("Tilläggsbudget")
    assert watched() == [date(2026, 12, 7)]
    todo = overview(desk.store.connection, desk.committee_id, date(2026, 12, 5)).todo
    assert [row.urgency for row in todo if row.kind == "supplement"] == ["warn"]
    mark_supplement_sent(desk.store, desk.actor, desk.meeting_id, date(2026, 12, 4))
    assert watched() == []
