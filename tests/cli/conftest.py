"""A small committee with one held and one coming meeting, and ways to run the program on it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from nämndtui.cli.main import main
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.package.intake import import_file

Run = Callable[..., "Ran"]

TODAY = "2026-11-22 09:30"
"""When the commands of the tests are given, by the clock of the place they are given in."""


class Ran:
    """What one run of the program left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


PACKAGE = {
    "format": "namndtui-paket",
    "version": 1,
    "nämnder": [
        {
            "kod": "ON",
            "namn": "Omsorgsnämnden",
            "kommun": "Norrviks kommun",
            "inställningar": {"diarieprefix": "on", "plats": "Lilla salen"},
            "mandat": [
                {"namn": "Ada Ek", "uppdrag": "ordförande", "parti": "S", "från": "2023-01-01"},
                {"namn": "Bo Ahl", "uppdrag": "ledamot", "parti": "M", "från": "2023-01-01"},
                {"namn": "Östen Öst", "uppdrag": "ersättare", "parti": "V", "från": "2023-01-01"},
            ],
            "ärenden": [
                {
                    "diarienummer": "on/2026:37",
                    "rubrik": "Motion om nattvandring",
                    "typ": "motion",
                    "status": "beslutat",
                    "främmande_diarienummer": ["KS/2025:88"],
                },
                {"diarienummer": "on/2026:38", "rubrik": "Avgifter i hemtjänsten"},
            ],
            "sammanträden": [
                {
                    "datum": "2026-02-10",
                    "tid": "18:30",
                    "sluttid": "20:15",
                    "status": "avslutat",
                    "närvaro": [{"namn": "Ada Ek", "roll": "ledamot", "parti": "S"}],
                    "protokollsdelar": [{"paragrafer": [12], "justerare": ["Bo Ahl"]}],
                    "punkter": [
                        {"rubrik": "Justering", "slag": "inledning", "status": "noterad"},
                        {
                            "rubrik": "Yttrande över motion om nattvandring",
                            "status": "beslutad",
                            "diarienummer": ["on/2026:37"],
                            "förslag": ["Omsorgsnämnden tillstyrker motionen."],
                            "bilagor": [
                                {
                                    "nummer": "1",
                                    "rubrik": "Motionen",
                                    "filnamn": "motion.txt",
                                    "innehåll": "TmF0dHZhbmRyaW5nIQ==",
                                },
                                {"nummer": "2:1", "rubrik": "Kartan"},
                            ],
                            "expedieras_till": ["Kommunstyrelsen (KS/2025:88)"],
                            "paragraf": {
                                "nummer": 12,
                                "utfall": "enligt förslaget",
                                "beslut": ["Omsorgsnämnden tillstyrker motionen."],
                            },
                        },
                    ],
                },
                {
                    "datum": "2026-12-08",
                    "tid": "18:30",
                    "status": "under beredning",
                    "punkter": [
                        {
                            "rubrik": "Avgifter i hemtjänsten",
                            "diarienummer": ["on/2026:38"],
                            "förslag": ["Nämnden antar.", "Nämnden överlämnar."],
                            "tjänsteskrivelse": {
                                "datum": "2026-11-17",
                                "text": "## Ärendet\n\nText.",
                            },
                        },
                        {"rubrik": "Övriga frågor", "slag": "övrigt"},
                    ],
                },
            ],
        }
    ],
}
"""What the tests' database holds, as a user would write it."""


@pytest.fixture(scope="session")
def package_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("paket") / "paket.json"
    path.write_text(json.dumps(PACKAGE, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def _prepared(package_file: Path) -> Path:
    path = package_file.with_name("nämnd.db")
    with Store(str(path)) as store:
        import_file(store, Actor("anna", datetime(2026, 11, 22, 9, 30)), package_file)
    return path


@pytest.fixture
def database(_prepared: Path, tmp_path: Path) -> Path:
    """A database of one's own, with its attachments."""
    folder = tmp_path / "nämnd"
    shutil.copytree(_prepared.parent, folder)
    (folder / "paket.json").unlink()
    return folder / "nämnd.db"


@pytest.fixture
def run(
    database: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    time_machine: TimeMachineFixture,
) -> Run:
    """``run("visa", "on/2026:37")`` in this process, on the prepared database.

    It is ``TODAY``, unless the test has said another day with the marker ``time_machine``.
    """
    if time_machine.traveller is None:
        time_machine.move_to(TODAY)
    monkeypatch.setenv("NAMNDTUI_DB", str(database))
    monkeypatch.delenv("NAMNDTUI_DEBUG", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)

    def run_here(*arguments: str) -> Ran:
        code = main(arguments)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run_here


@pytest.fixture
def run_apart(database: Path, clock_environment: dict[str, str]) -> Run:
    """The same in a process of its own, with ``env`` on top of a bare environment.

    It goes by the machine's clock, not by the day that ``run`` says it is.
    """
    base = {"NAMNDTUI_DB": str(database), "PATH": "/usr/bin:/bin", **clock_environment}

    def run_there(*arguments: str, **env: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "nämndtui", *arguments],
            env={**base, **env},
            capture_output=True,
            timeout=60,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run_there
