"""What was sent before a meeting goes out with the package and comes in again, old files too."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from nämndtui.exchange.package.check.package import package_problems
from nämndtui.exchange.package.error import PackageError
from nämndtui.exchange.package.write import write_package
from nämndtui.model.agenda.sending import SentFile
from nämndtui.model.summons.supplement import unsent_changes
from nämndtui.store.database import Store
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.workflow.agenda.agenda import unlist_item, withdraw_item
from nämndtui.workflow.agenda.attachments import NewAttachment, add_attachment, attach_file
from nämndtui.workflow.agenda.item_content import edit_memo
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.undo import undo_last
from nämndtui.workflow.package.export import export_package
from nämndtui.workflow.package.intake import import_file
from nämndtui.workflow.summons.summons import mark_summoned, recall_summons
from nämndtui.workflow.summons.supplement import mark_supplement_sent
from tests.conftest import REPOSITORY

DATA = REPOSITORY / "data"


def exported(store: Store) -> str:
    return write_package(export_package(store.connection, store.files))


def coming(store: Store) -> int:
    found = store.connection.execute("SELECT id FROM meetings WHERE date = '2026-12-08'")
    return int(found.fetchone()[0])


@pytest.fixture
def supplemented(store: Store, actor: Actor) -> int:
    """The demonstration's December meeting with a kallelse and two supplements; its id."""
    import_file(store, actor, DATA)
    meeting_id = coming(store)
    items = load_dossier(store.connection, meeting_id).items
    draft = NewAttachment("Karta", "9", file_name="karta.pdf", content=b"gammal")
    attachment = add_attachment(store, actor, items[3].id, draft)
    mark_summoned(store, actor, meeting_id, date(2026, 12, 1))
    edit_memo(store, actor, items[2].id, body="Ny text med [fet] och {{ 7*7 }}.")
    attach_file(store, actor, attachment, 1, b"ny", "karta 2.pdf")
    mark_supplement_sent(store, actor, meeting_id, date(2026, 12, 3))
    withdraw_item(store, actor, items[4].id)
    mark_supplement_sent(store, actor, meeting_id, date(2026, 12, 4))
    return meeting_id


def test_sendings_come_out_as_they_went_in_with_the_files_of_old_versions(
    store: Store, actor: Actor, supplemented: int, tmp_path: Path
) -> None:
    first = exported(store)
    path = tmp_path / "paket.json"
    path.write_text(first, encoding="utf-8")
    with Store(str(tmp_path / "andra.db")) as other:
        import_file(other, actor, path)
        assert exported(other) == first
        dossier = load_dossier(other.connection, coming(other))
        assert [one.kind for one in dossier.sendings] == ["summons", "supplement", "supplement"]
        assert unsent_changes(dossier) == ()
        files = [
            other.files.read(document.content.sha256)
            for sending in dossier.sendings
            for document in sending.documents
            if isinstance(document.content, SentFile) and document.title == "Karta"
        ]
        assert files == [b"gammal", b"ny"]


def test_a_file_an_attachment_still_has_is_not_written_twice(
    store: Store, supplemented: int
) -> None:
    text = exported(store)
    for content in (b"gammal", b"ny"):
        assert text.count(f'"{b64encode(content).decode()}"') == 1


def test_what_has_left_the_agenda_is_still_referred_to(
    store: Store, actor: Actor, supplemented: int, tmp_path: Path
) -> None:
    recall_summons(store, actor, supplemented)
    unlist_item(store, actor, load_dossier(store.connection, supplemented).items[2].id)
    text = exported(store)
    assert '"punkt": "väntande ' in text
    path = tmp_path / "paket.json"
    path.write_text(text, encoding="utf-8")
    with Store(str(tmp_path / "andra.db")) as other:
        import_file(other, actor, path)
        assert exported(other) == text


def package(*documents: dict[str, Any]) -> dict[str, Any]:
    sending = {"slag": "kallelse", "datum": "2026-12-01", "handlingar": list(documents)}
    meeting = {
        "datum": "2026-12-08",
        "status": "kallat",
        "punkter": [{"rubrik": "Avgifter"}],
        "utskick": [sending],
    }
    committee = {"kod": "ON", "namn": "Omsorgsnämnden", "kommun": "Norrvik"}
    return {
        "format": "namndtui-paket",
        "version": 1,
        "nämnder": [{**committee, "sammanträden": [meeting]}],
    }


PAGE = {"punkt": "2026-12-08 plats 1", "ärende": "Avgifter", "handling": "punkt"}
FILE = {**PAGE, "handling": "bilaga", "bilaga": "1", "kontrollsumma": sha256(b"x").hexdigest()}


@pytest.mark.parametrize(
    ("documents", "said"),
    [
        ([{**PAGE, "punkt": "2026-12-08 plats 2"}], "Punkten 2026-12-08 plats 2 finns inte"),
        ([{**PAGE, "punkt": "väntande 1"}], "Punkten väntande 1 finns inte"),
        ([PAGE, PAGE], "Handlingen punkt finns mer än en gång"),
        ([{**PAGE, "bilaga": "1"}], '"bilaga" hör till en bilaga'),
        ([{**PAGE, "handling": "bilaga", "bilaga": "1"}], '"kontrollsumma" saknas'),
        ([{**FILE, "innehåll": "inte base64"}], "inte base64"),
        ([{**PAGE, "sammanfattning": "Gäller 850709-9805."}], "personnummer"),
    ],
)
def test_what_cannot_have_been_sent_is_told(documents: list[dict[str, Any]], said: str) -> None:
    problems = package_problems(package(*documents))
    assert len(problems) == 1 and said in problems[0], problems
    assert problems[0].startswith("nämnder › ON › sammanträden › 2026-12-08 › utskick › 2026-12-01")


def test_a_file_that_nothing_holds_is_told(store: Store, actor: Actor, tmp_path: Path) -> None:
    path = tmp_path / "paket.json"
    path.write_text(json.dumps(package(PAGE, FILE)), encoding="utf-8")
    with pytest.raises(PackageError, match="filen till bilaga 1 Avgifter finns inte i paketet"):
        import_file(store, actor, path)
    with_it = {**FILE, "innehåll": b64encode(b"x").decode()}
    path.write_text(json.dumps(package(PAGE, with_it)), encoding="utf-8")
    import_file(store, actor, path)
    assert len(load_dossier(store.connection, 1).sendings[0].documents) == 2


def test_a_recalled_kallelse_taken_in_can_be_undone_with_the_rest(
    store: Store, actor: Actor, tmp_path: Path
) -> None:
    recalled = package(PAGE)
    recalled["nämnder"][0]["sammanträden"][0]["status"] = "under beredning"
    path = tmp_path / "paket.json"
    path.write_text(json.dumps(recalled), encoding="utf-8")
    import_file(store, actor, path)
    assert load_dossier(store.connection, 1).sendings
    undo_last(store, actor)
    assert not store.connection.execute("SELECT 1 FROM sendings").fetchone()


def test_a_package_without_them_leaves_the_kallelse_unknown(
    store: Store, actor: Actor, tmp_path: Path
) -> None:
    bare = package()
    del bare["nämnder"][0]["sammanträden"][0]["utskick"]
    path = tmp_path / "paket.json"
    path.write_text(json.dumps(bare), encoding="utf-8")
    import_file(store, actor, path)
    assert load_dossier(store.connection, 1).sendings == ()
