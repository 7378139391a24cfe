"""A package goes in whole or not at all, and comes out as it went in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nämndtui.exchange.package.write import write_package
from nämndtui.model.text.errors import NamndError
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.package.export import export_package
from nämndtui.workflow.package.intake import import_file
from tests.conftest import HOSTILE, REPOSITORY

DATA = REPOSITORY / "data"


def exported(store: Store) -> str:
    return write_package(export_package(store.connection, store.files))


def row_count(store: Store) -> int:
    return sum(
        store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("committees", "persons", "cases", "meetings", "agenda_items", "history")
    )


def small_package(**item: object) -> dict[str, object]:
    return {
        "format": "namndtui-paket",
        "version": 1,
        "nämnder": [
            {
                "kod": "ON",
                "namn": "Omsorgsnämnden",
                "kommun": "Norrviks kommun",
                "inställningar": {"diarieprefix": "on"},
                "ärenden": [{"diarienummer": "on/2026:1", "rubrik": "Första ärendet"}],
                "sammanträden": [
                    {"datum": "2026-12-08", "punkter": [{"rubrik": "En punkt", **item}]}
                ],
            }
        ],
    }


def write(path: Path, package: dict[str, object]) -> Path:
    path.write_text(json.dumps(package), encoding="utf-8")
    return path


def test_the_demonstration_committee_comes_out_as_it_went_in(
    store: Store, actor: Actor, tmp_path: Path
) -> None:
    import_file(store, actor, DATA)
    first = exported(store)
    (tmp_path / "paket.json").write_text(first, encoding="utf-8")
    with Store(str(tmp_path / "andra.db")) as other:
        import_file(other, actor, tmp_path / "paket.json")
        assert exported(other) == first


def test_a_trial_changes_nothing(store: Store, actor: Actor) -> None:
    report = import_file(store, actor, DATA, dry_run=True)
    assert report.added["sammanträden"] >= 10
    assert row_count(store) == 0
    assert not store.files.checksums()


def test_the_same_package_twice_is_refused_and_changes_nothing(
    store: Store, actor: Actor, tmp_path: Path
) -> None:
    path = write(tmp_path / "p.json", small_package())
    import_file(store, actor, path)
    before = row_count(store)
    with pytest.raises(NamndError, match="2026-12-08 finns redan"):
        import_file(store, actor, path)
    assert row_count(store) == before


def test_a_diary_number_taken_by_another_case_is_refused(
    store: Store, actor: Actor, tmp_path: Path
) -> None:
    import_file(store, actor, write(tmp_path / "a.json", small_package()))
    package = small_package()
    package["nämnder"][0]["ärenden"][0]["rubrik"] = "Ett annat ärende"  # type: ignore[index]
    package["nämnder"][0]["sammanträden"] = []  # type: ignore[index]
    with pytest.raises(NamndError, match="Första ärendet"):
        import_file(store, actor, write(tmp_path / "b.json", package))


@pytest.mark.parametrize("text", [*HOSTILE, "lång " * 20_000])
def test_hostile_text_is_stored_as_text_and_round_trips(
    store: Store, actor: Actor, tmp_path: Path, text: str
) -> None:
    package = small_package(förslag=[text], sammanfattning=text)
    package["nämnder"][0]["sammanträden"][0]["punkter"][0]["rubrik"] = text  # type: ignore[index]
    import_file(store, actor, write(tmp_path / "p.json", package))
    first = exported(store)
    (tmp_path / "ut.json").write_text(first, encoding="utf-8")
    with Store(str(tmp_path / "andra.db")) as other:
        import_file(other, actor, tmp_path / "ut.json")
        assert exported(other) == first
