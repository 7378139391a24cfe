"""The facts behind the minutes go out with the package and come in again, every table of them."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from nämndtui.exchange.package.check.package import package_problems
from nämndtui.exchange.package.schema import package_schema
from nämndtui.exchange.package.write import write_package
from nämndtui.model.package.fact_tables import BALLOT_COLUMNS, FACT_TABLES
from nämndtui.store.database import Store
from nämndtui.store.migrations.minutes_schema import MINUTES_TABLES
from nämndtui.store.migrations.notice_schema import NOTICE_STATEMENTS
from nämndtui.store.migrations.seal_schema import SEAL_TABLES
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.package.export import export_package
from nämndtui.workflow.package.intake import import_file
from tests.conftest import REPOSITORY

DATA = REPOSITORY / "data"
CHILDREN = {"movers", "ballots", "statement_persons"}
ORDERS = {"substitute_orders", "personal_substitutes"}


def exported(store: Store) -> str:
    return write_package(export_package(store.connection, store.files))


def one(store: Store, question: str, *values: object) -> Any:
    return store.connection.execute(question, values).fetchone()[0]


def fill(store: Store, actor: Actor) -> int:
    """Something in every table, on the meeting whose minutes are not yet adjusted; its id."""
    meeting = one(store, "SELECT id FROM meetings WHERE date = '2026-11-10'")
    items = [
        row[0]
        for row in store.connection.execute(
            "SELECT id FROM agenda_items WHERE meeting_id = ? ORDER BY position DESC", [meeting]
        )
    ]
    waiting = one(store, "SELECT max(id) FROM agenda_items WHERE meeting_id IS NULL")
    part = one(store, "SELECT id FROM minutes_parts WHERE meeting_id = ?", meeting)
    paragraph = one(store, "SELECT id FROM paragraphs WHERE number = 74 AND year = 2026")
    adjusted = one(store, "SELECT id FROM paragraphs WHERE number = 3 AND year = 2026")
    ada, bo, eva = (row[0] for row in store.connection.execute("SELECT id FROM persons LIMIT 3"))
    with store.change("fill", actor.user, actor.now) as change:
        stay = {"meeting_id": meeting, "person_id": bo, "capacity": "member", "party": "S"}
        change.insert("presences", {**stay, "position": 4, "to_paragraph": 75})
        change.insert("presences", {**stay, "person_id": ada, "position": 2, "remote": 1})
        chosen = {"meeting_id": meeting, "reason": "Avstår"}
        change.insert("service_overrides", {**chosen, "kind": "skip", "person_id": bo})
        change.insert("service_overrides", {**chosen, "kind": "empty", "seat": str(ada)})
        change.insert(
            "service_overrides",
            {**chosen, "kind": "serve", "seat": "vakant 1", "person_id": eva},
        )
        change.insert(
            "sittings",
            {"meeting_id": meeting, "day": "2026-11-10", "start": "18:30", "item_id": items[0]},
        )
        change.insert("disqualifications", {"item_id": items[1], "person_id": ada, "ground": "1"})
        change.insert("non_participations", {"item_id": items[1], "person_id": bo})
        # The later item first, so that ids do not follow the agenda.
        yrkanden = [
            change.insert("moved_proposals", {"item_id": item, "kind": kind, "text": "Text [bold]"})
            for item, kind in ((items[0], "own"), (items[3], "own"), (items[3], "approve"))
        ]
        change.update("moved_proposals", yrkanden[1], {"target": f"yrkande {yrkanden[2]}"})
        change.update("moved_proposals", yrkanden[2], {"target": "chair", "withdrawn": 1})
        for position, person in enumerate((bo, ada)):
            change.insert(
                "movers",
                {"proposal_id": yrkanden[1], "person_id": person, "position": position},
            )
        change.insert(
            "handlings",
            {
                "item_id": items[3],
                "maintained": json.dumps(["staff"]),
                "main": f"yrkande {yrkanden[1]}",
                "winner": "chair",
                "reason": "{{ 7*7 }}",
            },
        )
        vote = {"item_id": items[3], "seq": 1, "kind": "main", "yes_ref": "staff"}
        vote_id = change.insert(
            "votes", {**vote, "no_ref": f"yrkande {yrkanden[1]}", "casting": "yes"}
        )
        for position, (person, choice) in enumerate(((bo, "yes"), (ada, "no"))):
            change.insert(
                "ballots",
                {"vote_id": vote_id, "person_id": person, "choice": choice, "position": position},
            )
        secret = {"item_id": items[3], "seq": 2, "kind": "election", "secret": 1, "blank": 1}
        tallies = '[{"label":"Anna Ö","count":7}]'
        change.insert("votes", {**secret, "tallies": tallies, "lot": "Anna Ö"})
        statement = {"item_id": items[3], "kind": "reservation", "announced_before_close": 1}
        said = change.insert("statements", {**statement, "received_on": "2026-11-11"})
        change.insert("statement_persons", {"statement_id": said, "person_id": ada})
        served = {"paragraph_id": paragraph, "seat": str(ada), "person_id": bo, "reason": "i tur"}
        change.insert("certified_services", {**served, "presiding": 1})
        change.insert(
            "generated_texts", {"paragraph_id": paragraph, "field": "motions", "text": ""}
        )
        change.insert("dispatches", {"paragraph_id": paragraph, "recipient": "KF", "way": "email"})
        task = {"committee_id": 1, "paragraph_id": paragraph, "task": "redovisa"}
        change.insert("assignments", {**task, "answered_item_id": waiting, "due": "2027-04-01"})
        step = {"part_id": part, "kind": "returned", "day": "2026-11-12"}
        change.insert("part_steps", {**step, "person_id": eva, "note": "Saknar bilaga"})
        signed = {"part_id": part, "person_id": ada, "signed_on": "2026-11-20"}
        change.insert("signatures", signed)
        change.insert("notices", {"part_id": part, "posted_on": "2026-11-24"})
        change.insert("certified_names", {"part_id": part, "person_id": bo, "name": "Bo Före"})
        days = {"wrong_day": "2026-11-14", "right_day": "2026-11-24", "made_on": "2026-11-25"}
        why = {"made_by": "Anna", "reason": "Fel siffra"}
        change.insert("notice_corrections", {"part_id": part, **days, **why})
        change.insert(
            "corrections",
            {
                "paragraph_id": adjusted,
                "made_on": "2026-03-01",
                "made_by": "Anna",
                "basis": "clerical",
                "field": "points",
                "before": "12",
                "after": "21",
                "reason": "Omkastat",
            },
        )
        order = {"committee_id": 1, "for_party": "S", "parties": '["V","C"]'}
        change.insert("substitute_orders", order)
        personal = {"committee_id": 1, "member_id": bo, "substitute_id": eva}
        change.insert("personal_substitutes", personal)
        change.update("agenda_items", waiting, {"continues_item_id": items[3]})
    return int(meeting)


def test_every_table_of_the_minutes_is_described() -> None:
    statements = (*MINUTES_TABLES, *SEAL_TABLES, NOTICE_STATEMENTS[0])
    made = {statement.split()[2] for statement in statements}
    assert made - {"part_seals"} == {table.name for table in FACT_TABLES} | CHILDREN | ORDERS


def test_no_column_is_left_out(store: Store) -> None:
    owners = {"id", "version", "position", "meeting_id", "committee_id"}
    for table in FACT_TABLES:
        columns = {row[1] for row in store.connection.execute(f"PRAGMA table_info({table.name})")}
        described = {column.name for column in table.columns} - CHILDREN
        assert described - {"id"} == columns - owners, table.name
    ballots = {row[1] for row in store.connection.execute("PRAGMA table_info(ballots)")}
    assert {column.name for column in BALLOT_COLUMNS} == ballots - {"id", "vote_id", "position"}


def test_the_schema_knows_the_same_tables_and_keys() -> None:
    defs = package_schema()["$defs"]
    tables = defs["protokollsunderlag"]["properties"]
    assert list(tables) == [table.key for table in FACT_TABLES]
    for table in FACT_TABLES:
        rule = defs[tables[table.key]["items"]["$ref"].rpartition("/")[2]]
        assert list(rule["properties"]) == [column.key for column in table.columns]
        assert rule["required"] == [column.key for column in table.columns if column.required]


def test_everything_noted_at_a_meeting_comes_out_and_in_again(
    store: Store, actor: Actor, tmp_path: Path
) -> None:
    import_file(store, actor, DATA)
    meeting_id = fill(store, actor)
    first = exported(store)
    path = tmp_path / "paket.json"
    path.write_text(first, encoding="utf-8")
    written = json.loads(first)["nämnder"][0]
    keys = {key for m in written["sammanträden"] for key in m.get("protokollsunderlag", ())}
    assert keys == {table.key for table in FACT_TABLES}
    with Store(str(tmp_path / "andra.db")) as other:
        import_file(other, actor, path)
        assert exported(other) == first
        for table in {table.name for table in FACT_TABLES} | CHILDREN | ORDERS:
            question = f"SELECT count(*) FROM {table}"
            assert one(other, question) == one(store, question) > 0, table
        again = one(other, "SELECT id FROM meetings WHERE date = '2026-11-10'")
        before, after = (
            load_record(store.connection, meeting_id),
            load_record(other.connection, again),
        )
        assert [vote.winner_means for vote in after.votes] == [v.winner_means for v in before.votes]
        movers = [
            sorted([one.name for one in moved.movers] for moved in record.moved)
            for record in (before, after)
        ]
        assert movers[0] == movers[1]


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> str:
    with Store(str(tmp_path_factory.mktemp("demo") / "demo.db")) as store:
        import_file(store, Actor("anna", datetime(2026, 11, 22)), DATA)
        return exported(store)


@pytest.mark.parametrize(
    ("key", "row", "said"),
    [
        ("jäv", {"dagordningsplats": 99, "namn": "Helena Orrmyr"}, "99"),
        (
            "yrkanden",
            {"nummer": 1, "dagordningsplats": 1, "slag": "bifall", "gäller": "yrkande 9"},
            "yrkande 9",
        ),
        ("expedieringar", {"paragraf": 999, "mottagare": "KF"}, "§ 999"),
        ("anslagsliggare", {"del": 7, "anslaget": "2026-11-24"}, "7"),
        ("vistelser", {"namn": "Ingen Alls", "som": "ledamot"}, "Ingen Alls"),
        ("uppdrag", {"paragraf": 74, "uppdrag": "x", "besvarat": "väntande 99"}, "väntande 99"),
    ],
)
def test_what_refers_to_nothing_is_told(
    demonstration: str, key: str, row: dict[str, Any], said: str
) -> None:
    package = json.loads(demonstration)
    meeting = next(m for m in package["nämnder"][0]["sammanträden"] if m["datum"] == "2026-11-10")
    meeting["protokollsunderlag"] = {key: [row]}
    problems = package_problems(package)
    assert len(problems) == 1 and said in problems[0]
    assert problems[0].startswith("nämnder › ON › sammanträden › 2026-11-10 › protokollsunderlag")
