"""A meeting that is about to begin, and quick looks into the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.store.core.connection import open_reader
from nämndtui.store.database import Store
from nämndtui.store.minutes.dossiers import load_dossier, meeting_id_on
from nämndtui.workflow.agenda.item_content import set_proposal
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.summons.summons import mark_summoned

BEFORE = Actor("bo", datetime(2026, 11, 22, 13, 0))
DAY = "2026-12-08"

Look = Callable[[], MeetingDossier]


def dossier_on(path: Path, day: str = DAY) -> MeetingDossier:
    """The meeting of a day as it is saved."""
    connection = open_reader(str(path))
    try:
        return load_dossier(connection, meeting_id_on(connection, 1, day))
    finally:
        connection.close()


@pytest.fixture
def summoned(database: Path) -> Path:
    """The December meeting with proposals, its summons sent."""
    found = dossier_on(database)
    with Store(str(database)) as store:
        for item in found.items[1:3]:
            text = f"Omsorgsnämnden godkänner {item.title.lower()}."
            set_proposal(store, BEFORE, item.id, "staff", [text])
        mark_summoned(store, BEFORE, found.meeting.id, date(2026, 12, 1))
    return database


@pytest.fixture
def saved(database: Path) -> Look:
    """The December meeting as it is saved now."""
    return lambda: dossier_on(database)
