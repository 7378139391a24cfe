"""What the demonstration committee sent in November agrees with the agenda it was sent for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tests.conftest import REPOSITORY
from nämndtui.model.summons.supplement import changes_by, changes_since
from nämndtui.store.database import Store
from nämndtui.store.minutes.dossiers import load_dossier, meeting_id_on
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.package.intake import import_file

DATA = REPOSITORY / "data"


def test_the_supplement_left_nothing_unsent(tmp_path: Path) -> None:
    with Store(str(tmp_path / "demo.db")) as store:
        import_file(store, Actor("anna", datetime(2026, 11, 22)), DATA)
        meeting_id = meeting_id_on(store.connection, 1, "2026-11-10")
        dossier = load_dossier(store.connection, meeting_id)
    assert [one.kind for one in dossier.sendings] == ["summons", "supplement"]
    assert dossier.sendings[0].sent_on == dossier.meeting.summons_date
    assert changes_since(dossier, dossier.sendings) == ()
    (change,) = changes_by(dossier.sendings[1].documents, dossier.sendings[:1])
    assert (change.kind, change.document.kind) == ("changed_document", "memo")
