"""``lista uppdrag``, ``expediering`` and ``bevakning``: what the decisions leave to do."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from nämndtui.cli.light import watching
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.assignments import add_assignment, settle_assignment
from nämndtui.workflow.minutes.dispatch import add_dispatch, mark_sent

Run = Callable[..., Any]
ACTOR = Actor("anna", datetime(2026, 2, 20, 9, 30))


@pytest.fixture
def followed_up(database: Path) -> Path:
    """§ 12 with two assignments and two recipients, one of each settled."""
    with Store(str(database)) as store:
        add_assignment(store, ACTOR, 1, "Förvaltningen", "Utred nattvandring", date(2026, 9, 30))
        settled = add_assignment(store, ACTOR, 1, "", "Svara motionären", date(2026, 3, 1))
        settle_assignment(store, ACTOR, settled, "done")
        add_dispatch(store, ACTOR, 1, "Kommunstyrelsen", "KS/2025:88")
        sent = add_dispatch(store, ACTOR, 1, "Motionären")
        with store.change("import", ACTOR.user, ACTOR.now) as change:
            change.update("minutes_parts", 1, {"adjusted_on": "2026-02-17"})
        mark_sent(store, ACTOR, [sent], date(2026, 2, 18), "email")
    return database


@pytest.mark.usefixtures("followed_up")
def test_open_assignments_stand_first(run: Run) -> None:
    rows = run("lista", "uppdrag", "--json").json
    assert [(row["uppdrag"], row["senast"], row["status"]) for row in rows] == [
        ("Utred nattvandring", "2026-09-30", "pågår"),
        ("Svara motionären", "2026-03-01", "slutfört"),
    ]
    assert (rows[0]["paragraf"], rows[0]["år"], rows[0]["datum"]) == (12, 2026, "2026-02-10")
    assert rows[0]["diarienummer"] == ["on/2026:37"]
    shown = run("lista", "uppdrag", "--öppna").out
    assert "Utred nattvandring" in shown
    assert "Svara" not in shown


@pytest.mark.usefixtures("followed_up")
def test_the_dispatch_ledger_says_what_is_sent_and_what_is_left(run: Run) -> None:
    rows = run("lista", "expediering", "--json").json
    assert [(r["mottagare"], r["status"], r["skickat"], r["sätt"]) for r in rows] == [
        ("Kommunstyrelsen", "att skicka", None, None),
        ("Motionären", "skickat", "2026-02-18", "e-post"),
    ]
    assert len(run("lista", "expediering", "--status", "skickat", "--json").json) == 1
    assert "Motionären" not in run("lista", "expediering", "--öppna").out


@pytest.mark.usefixtures("followed_up")
@pytest.mark.parametrize("kind", ["uppdrag", "expediering", "bevakning"])
def test_json_csv_and_export_say_the_same(run: Run, kind: str, tmp_path: Path) -> None:
    rows = run("lista", kind, "--json").json
    table = list(csv.DictReader(StringIO(run("lista", kind, "--csv").out), delimiter=";"))
    assert len(table) == len(rows)
    assert list(table[0]) == list(rows[0])
    target = tmp_path / "ut.csv"
    assert run("exportera", kind, "-o", str(target)).code == 0
    assert target.read_text("utf-8-sig") == run("lista", kind, "--csv").out


@pytest.mark.usefixtures("followed_up")
def test_every_deadline_has_a_day_and_a_source(run: Run) -> None:
    rows = run("lista", "bevakning", "--json").json
    assert [row["senast"] for row in rows] == sorted(row["senast"] for row in rows)
    sources = {row["slag"]: row["källa"] for row in rows}
    assert sources["anslag"].startswith("KL 8:12")
    assert sources["stoppdag för skrivelser"] == "egen regel"
    assert sources["uppdrag"] == "egen regel"
    assert "Senast" in run("lista", "bevakning").out


def test_only_what_is_due_by_a_day(run: Run) -> None:
    rows = run("lista", "bevakning", "--till", "2026-12-01", "--text", "8 dec", "--json").json
    assert rows
    assert all(row["senast"] <= "2026-12-01" and "8\u00a0dec" in row["vad"] for row in rows)


@pytest.mark.usefixtures("followed_up")
def test_deadlines_as_a_calendar_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "bevakning.ics"
    assert run("exportera", "bevakning", "-o", str(target)).code == 0
    text = target.read_bytes().decode().replace("\r\n ", "")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "Uppdrag § 12/2026: Utred nattvandring (Förvaltningen)\r\n" in text
    uids = [line for line in text.splitlines() if line.startswith("UID:")]
    assert len(uids) == len(set(uids)) == len(run("lista", "bevakning", "--json").json)
    shown = run("lista", "bevakning", "--ics").out
    assert [line for line in shown.replace("\n ", "").splitlines() if "UID:" in line] == uids


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("uppdrag", "--ics"), "--ics kan inte användas med lista uppdrag"),
        (("bevakning", "--ics", "--json"), "Välj --json eller --ics"),
        (("expediering", "--status", "borta"), "Välj bland: väntar på justering, att skicka"),
    ],
)
def test_wrong_usage_is_explained(run: Run, arguments: tuple[str, ...], said: str) -> None:
    shown = run("lista", *arguments)
    assert (shown.code, shown.out) == (2, "")
    assert said in shown.err


def test_deadlines_are_found_without_the_writing_side() -> None:
    """Only what computes the days is loaded, not what writes to the database or to paper."""
    import subprocess
    import sys

    script = (
        f"import sys; sys.path[:0] = {[p for p in sys.path if p]!r}\n"
        f"import {watching.__name__}, nämndtui.workflow.deadlines.watch\n"
        "print(*{'click', 'sqlite_utils', 'docx', 'jinja2', 'jsonschema', 'textual'}"
        " & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", script], capture_output=True, check=True)
    assert done.stdout.split() == []
