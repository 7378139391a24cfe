"""Checks that find what is wrong, backups that restore, and nothing lost on the way."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from nämndtui.store.database import Store

Run = Callable[..., Any]


def damage(database: Path, *statements: str) -> None:
    """Do to the file what only somebody outside the program could."""
    connection = sqlite3.connect(database)
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = found.fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.close()


def test_a_sound_database_passes(run: Run) -> None:
    shown = run("kontrollera")
    assert (shown.code, shown.out) == (0, "")
    assert "Allt är i ordning." in shown.err
    assert "Kontrollerar historiken" in shown.err


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE history SET summary = 'Annat'", "har ändrats i efterhand"),
        ("UPDATE history SET user = 'någon' WHERE id = 1", "post 1"),
        ("UPDATE item_cases SET case_id = 999", "hänvisar till en rad i cases som saknas"),
        ("UPDATE paragraphs SET year = 2025", "annat år än sammanträdet"),
        ("UPDATE paragraphs SET part_id = NULL", "hör inte till något protokoll"),
        ("DELETE FROM paragraphs", "är behandlad men har ingen paragraf"),
        ("UPDATE agenda_items SET state = 'listed' WHERE number = 1", "inte behandlad"),
        ("UPDATE agenda_items SET number = 1 WHERE number = 2", "två punkter med nummer 1"),
        ("UPDATE cases SET dnr = 'strunt' WHERE id = 1", "går inte att läsa"),
        ("UPDATE cases SET serial = 99 WHERE id = 1", "under ett annat nummer"),
        ("UPDATE cases SET note = 'Gäller 850709-9805' WHERE id = 1", "personnummer"),
        ("UPDATE cases SET title = 'Bytt' WHERE id = 1", "Sökregistret är i otakt"),
        ("DELETE FROM search_documents", "Sökregistret är i otakt"),
    ],
)
def test_what_is_wrong_is_found(run: Run, database: Path, statement: str, said: str) -> None:
    damage(database, statement)
    shown = run("kontrollera")
    assert shown.code == 1
    assert said in shown.out
    assert "850709" not in shown.out


def test_a_removed_history_entry_is_noticed(run: Run, database: Path) -> None:
    run("skriv", "kallelse", "2026-12-08", "-o", str(database.parent / "k.docx"))
    damage(database, "DELETE FROM history WHERE id = 1")
    assert "poster saknas" in run("kontrollera").out


def test_a_missing_and_a_damaged_attachment_are_told_apart(run: Run, database: Path) -> None:
    (stored,) = (database.parent / "nämnd bilagor").glob("??/*")
    stored.write_bytes(b"utbytt")
    assert "är skadad eller utbytt" in run("kontrollera").out
    stored.unlink()
    shown = run("kontrollera")
    assert shown.code == 1
    assert "Filen till bilagan ”Motionen” 2026-02-10 saknas" in shown.out


def test_an_unused_file_is_only_worth_knowing(run: Run, database: Path) -> None:
    with Store(str(database)) as store:
        store.files.add(b"oanv\xc3\xa4nd")
    shown = run("kontrollera")
    assert shown.code == 0
    assert "En fil i" in shown.err


def test_the_search_index_can_be_built_anew(run: Run, database: Path) -> None:
    damage(database, "UPDATE cases SET title = 'Bytt rubrik' WHERE id = 1")
    assert run("kontrollera", "--bygg-om").code == 0
    assert run("sök", "bytt").code == 0


def test_a_damaged_file_is_reported_not_crashed_on(run: Run, database: Path) -> None:
    damage(database, "PRAGMA journal_mode = DELETE")
    content = bytearray(database.read_bytes())
    content[40_000:80_000] = b"\xff" * 40_000
    database.write_bytes(content)
    shown = run("kontrollera")
    assert shown.code == 1
    assert "Traceback" not in shown.err


@pytest.mark.parametrize("name", ["kopia.zip", "kopia"])
def test_a_backup_restores_everything(run: Run, tmp_path: Path, name: str) -> None:
    backup = tmp_path / "säkert" / name
    made = run("säkerhetskopiera", str(backup))
    assert (made.code, made.out.strip()) == (0, str(backup))
    restored = tmp_path / "ny plats" / "tillbaka.db"
    assert run("återställ", str(backup), "--db", str(restored)).code == 0
    assert run("kontrollera", "--db", str(restored)).code == 0
    assert run("exportera", "--db", str(restored)).out == run("exportera").out
    assert run("historik", "--json", "--db", str(restored)).out == run("historik", "--json").out


def test_a_folder_backup_can_be_opened_as_it_is(run: Run, tmp_path: Path) -> None:
    run("sakerhetskopiera", str(tmp_path / "kopia"))
    shown = run("visa", "on/2026:37", "--db", str(tmp_path / "kopia" / "nämnd.db"))
    assert shown.code == 0


def test_a_backup_is_made_while_somebody_writes(run: Run, database: Path, tmp_path: Path) -> None:
    with Store(str(database)) as store:
        store.connection.execute("BEGIN IMMEDIATE")
        store.connection.execute("UPDATE cases SET title = 'Inte sparat'")
        assert run("säkerhetskopiera", str(tmp_path / "kopia.zip")).code == 0
        store.connection.rollback()
    run("återställ", str(tmp_path / "kopia.zip"), "--db", str(tmp_path / "ny.db"))
    assert "Motion om nattvandring" in run("visa", "37/2026", "--db", str(tmp_path / "ny.db")).out


def test_without_a_target_the_backup_lies_beside_the_database(run: Run, database: Path) -> None:
    path = Path(run("säkerhetskopiera").out.strip())
    assert path.parent == database.parent
    assert path.suffix == ".zip"


def test_an_existing_target_is_never_written_over(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "kopia.zip"
    target.write_text("något annat")
    assert run("säkerhetskopiera", str(target)).code == 1
    assert target.read_text() == "något annat"


def test_a_missing_attachment_is_told_but_the_rest_is_saved(
    run: Run, database: Path, tmp_path: Path
) -> None:
    shutil.rmtree(database.parent / "nämnd bilagor")
    shown = run("säkerhetskopiera", str(tmp_path / "kopia.zip"))
    assert shown.code == 1
    assert "inte fullständig" in shown.err
    assert f"saknas i {database.parent / 'nämnd bilagor'}." in shown.err
    assert ".ny-" not in shown.err
    restored = tmp_path / "åter" / "ny.db"
    said = run("återställ", str(tmp_path / "kopia.zip"), "--db", str(restored))
    assert said.code == 0
    assert f"saknas i {restored.with_name('ny bilagor')}." in said.err


def test_gaps_in_attachment_numbers_are_worth_knowing(run: Run, database: Path) -> None:
    damage(database, "DELETE FROM attachments WHERE main_no = 1")
    shown = run("kontrollera", "--bygg-om")
    assert shown.code == 0
    assert "Yttrande över motion om nattvandring” 2026-02-10: Bilaga 1 saknas" in shown.err


def test_restoring_moves_the_old_database_aside(run: Run, database: Path, tmp_path: Path) -> None:
    backup = tmp_path / "kopia.zip"
    run("säkerhetskopiera", str(backup))
    with Store(str(database)) as store:
        store.connection.execute("UPDATE cases SET title = 'Nyare' WHERE id = 1")
        store.connection.commit()
    refused = run("återställ", str(backup))
    assert refused.code == 1
    assert "--ersätt" in refused.err
    assert run("återställ", str(backup), "--ersätt").code == 0
    assert "Motion om nattvandring" in run("visa", "on/2026:37").out
    (aside,) = database.parent.glob("*före återställning*.db")
    assert "Nyare" in run("visa", "on/2026:37", "--db", str(aside)).out
    attachments = aside.with_name(f"{aside.stem} bilagor")
    assert len(list(attachments.glob("??/*"))) == 1


def test_restoring_waits_for_nobody_who_has_the_database_open(
    run: Run, database: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "kopia.zip"
    run("säkerhetskopiera", str(backup))
    with Store(str(database)) as store:
        store.connection.execute("BEGIN IMMEDIATE")
        shown = run("återställ", str(backup), "--ersätt")
        store.connection.rollback()
    assert shown.code == 1
    assert "används av ett annat program" in shown.err
    assert run("visa", "on/2026:37").code == 0


@pytest.mark.parametrize("what", ["inte zip", "tom zip", "elak zip", "ändrad", "saknas"])
def test_what_is_no_whole_backup_is_refused_before_anything_is_touched(
    run: Run, database: Path, tmp_path: Path, what: str
) -> None:
    source = tmp_path / "kopia.zip"
    if what == "inte zip":
        source.write_text("strunt")
    elif what == "tom zip":
        ZipFile(source, "w").close()
    elif what == "elak zip":
        with ZipFile(source, "w") as archive:
            archive.writestr("../utanför.txt", "x")
    elif what == "ändrad":
        folder = tmp_path / "mapp"
        run("säkerhetskopiera", str(folder))
        damage(folder / "nämnd.db", "UPDATE cases SET title = 'Bytt'")
        source = folder
    shown = run("återställ", str(source), "--ersätt")
    assert (shown.code, shown.out) == (1, "")
    assert not (tmp_path / "utanför.txt").exists()
    assert run("kontrollera").code == 0
    assert not list(database.parent.glob("*före återställning*"))


def test_history_shows_who_did_what(run: Run) -> None:
    shown = run("historik")
    assert "Importerade ett paket: ON" in shown.out
    assert "anna" in shown.out
    assert run("historik", "--text", "finns inte").out == ""
    (entry,) = run("historik", "--json").json
    assert (entry["tid"], entry["användare"]) == ("2026-11-22T09:30:00", "anna")


def test_a_damaged_database_is_told_in_swedish(run: Run, database: Path) -> None:
    damage(database, "PRAGMA journal_mode = DELETE")
    content = bytearray(database.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    database.write_bytes(content)
    shown = run("visa", "on/2026:37")
    assert shown.code == 1
    assert "filen är skadad" in shown.err
    assert "malformed" not in shown.err


def test_a_database_from_before_the_latest_columns_is_checked_all_the_same(
    run: Run, database: Path
) -> None:
    connection = sqlite3.connect(database)
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in triggers.fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("ALTER TABLE agenda_items DROP COLUMN duration")
    connection.execute("ALTER TABLE delegated_decisions DROP COLUMN operation")
    connection.execute(
        "DELETE FROM _sqlite_migrations WHERE name IN ('m012_operation', 'm013_duration')"
    )
    connection.commit()
    connection.close()
    shown = run("kontrollera")
    assert "no such column" not in shown.out + shown.err
    assert "Det gick inte att kontrollera" not in shown.out + shown.err
    assert "Kontrollerar sökregistret" in shown.err
