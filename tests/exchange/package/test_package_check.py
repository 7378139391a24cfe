"""What is wrong with a package is said so that its author can find it and mend it."""

import copy
import subprocess
import sys
from typing import Any

import pytest

from nämndtui.exchange.package.check.package import package_problems
from nämndtui.exchange.package.error import PackageError


def _sound() -> dict[str, Any]:
    """A package in which everything that refers to something finds it."""
    return {
        "format": "namndtui-paket",
        "version": 1,
        "personer": [{"namn": "Karin Ek", "parti": "C"}, {"namn": "Olle Strand", "parti": "S"}],
        "nämnder": [
            {
                "kod": "ON",
                "namn": "Omsorgsnämnden",
                "kommun": "Norrviks kommun",
                "inställningar": {"diarieprefix": "ON"},
                "mandat": [{"namn": "Karin Ek", "uppdrag": "ordförande", "från": "2023-01-01"}],
                "ärenden": [{"diarienummer": "ON/2026:106", "rubrik": "Delårsrapport 2"}],
                "sammanträden": [
                    {
                        "datum": "2026-12-08",
                        "närvaro": [
                            {"namn": "Karin Ek", "roll": "ledamot"},
                            {"namn": "Maria Lund", "roll": "tjänsteperson"},
                        ],
                        "protokollsdelar": [
                            {
                                "justerare": ["Olle Strand"],
                                "justerat": "2026-12-15",
                                "anslaget": "2026-12-16",
                                "paragrafer": [84],
                            }
                        ],
                        "punkter": [
                            {"rubrik": "Justering", "slag": "inledning"},
                            {
                                "nummer": 4,
                                "rubrik": "Delårsrapport 2",
                                "diarienummer": "on 2026/106",
                                "bilagor": [{"nummer": "1", "rubrik": "Rapporten"}],
                                "paragraf": {"nummer": 84},
                            },
                        ],
                    }
                ],
                "väntande_punkter": [{"rubrik": "Riktlinjer"}],
            }
        ],
    }


def _changed(where: str, value: Any) -> dict[str, Any]:
    """The sound package with one value set (dots between steps; ``+`` adds to a list)."""
    data = copy.deepcopy(_sound())
    *steps, last = where.split(".")
    place: Any = data
    for step in steps:
        place = place[int(step)] if isinstance(place, list) else place[step]
    if last == "+":
        place.append(value)
    elif isinstance(place, list):
        place[int(last)] = value
    else:
        place[last] = value
    return data


C, M = "nämnder.0", "nämnder.0.sammanträden.0"
AT = "nämnder › ON › sammanträden › 2026-12-08"


def test_a_sound_package_has_nothing_wrong() -> None:
    assert package_problems(_sound()) == []


@pytest.mark.parametrize(
    ("where", "value", "said"),
    [
        ("version", 2, 'överst: "version" är 2, men programmet läser version 1.'),
        ("format", "annat", 'överst: "format" ska vara namndtui-paket'),
        ("personr", [], 'överst: "personr" finns inte här. Menade du "personer"?'),
        ("personer", {}, 'överst: "personer" ska vara en lista, inte ett objekt.'),
        (f"{C}.kod", "O N", 'nämnder › O N: "kod" kan inte vara ”O N”. Skriv till exempel ON.'),
        (f"{M}.datum", "2026-02-30", '"datum" är ”2026-02-30”, en dag som inte finns'),
        (f"{M}.tid", "18.30", f'{AT}: "tid" kan inte vara ”18.30”. Skriv till exempel 18:30.'),
        (f"{M}.status", "kallad", f'{AT}: "status" kan inte vara ”kallad”. Menade du ”kallat”?'),
        (f"{M}.punkter.1.rubrik", " ", f'{AT} › punkt 4: "rubrik" är tomt.'),
        (f"{M}.punkter.0.rubirk", "", f'{AT} › punkt ”Justering”: "rubirk" finns inte här.'),
        (f"{M}.punkter.+", {}, f'{AT} › punkt nr 3 i listan: "rubrik" saknas. Lägg till det.'),
        (
            f"{M}.punkter.1.bilagor.+",
            {"nummer": "2:a", "rubrik": "x"},
            f'{AT} › punkt 4 › bilagor › 2:a: "nummer" kan inte vara ”2:a”. Skriv till',
        ),
        (f"{M}.punkter.1.paragraf.nummer", 0, 'punkt 4 › paragraf: "nummer" är 0; det minsta är 1'),
        (f"{M}.punkter.1.val", "ja", '"val" ska vara true eller false, inte text (”ja”).'),
        (f"{C}.väntande_punkter.0.nummer", 3, '"nummer" får inte stå här. Ta bort det.'),
        (f"{M}.punkter.1.bilagor.0.filnamn", "x", '"filnamn" kräver också "innehåll".'),
        (f"{C}.ärenden.0.rubrik", "x" * 200_001, '"rubrik" har 200001 tecken; högst 200000'),
    ],
)
def test_a_breach_of_the_schema_is_placed_and_explained(where: str, value: Any, said: str) -> None:
    problems = package_problems(_changed(where, value))
    assert any(said in problem for problem in problems), problems
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("where", "value", "said"),
    [
        ("personer.+", {"namn": "Karin  Ek"}, "personer › Karin Ek: Namnet Karin Ek finns mer än"),
        ("nämnder.+", {"kod": "on", "namn": "x", "kommun": ""}, "Koden on finns mer än en gång"),
        (f"{C}.mandat.0.till", "2022-12-31", 'ON › mandat › Karin Ek: "till" (2022-12-31) är före'),
        (f"{C}.inställningar.diarienummermönster", "{x}", "Diarienumrets mönster ”{x}”"),
        (
            f"{C}.ärenden.+",
            {"diarienummer": "tolv 12", "rubrik": "x"},
            "ON › ärenden › tolv 12: ”tolv 12” är inget diarienummer",
        ),
        (
            f"{C}.ärenden.+",
            {"diarienummer": "ON 2026/106", "rubrik": "x"},
            "Diarienumret ON 2026/106 finns mer än en gång (ON/2026:106)",
        ),
        (
            f"{M}.punkter.1.diarienummer",
            ["ON/2026:107"],
            f"{AT} › punkt 4: Ärendet ON/2026:107 finns varken i paketet eller i databasen. "
            "Menade du ON/2026:106?",
        ),
        (
            f"{M}.punkter.1.diarienummer",
            ["ON/2026:106", "on 2026:106"],
            "Diarienumret on 2026:106 står två gånger",
        ),
        (
            f"{C}.väntande_punkter.0.diarienummer",
            "ON/2025:1",
            "väntande punkt ”Riktlinjer”: Ärendet",
        ),
        (f"{C}.sammanträden.+", {"datum": "2026-12-08"}, "Sammanträdet 2026-12-08 med samma tid"),
        (f"{M}.slutdatum", "2026-12-07", f'{AT}: "slutdatum" är före "datum"'),
        (f"{M}.punkter.+", {"nummer": 4, "rubrik": "x"}, "Punkt nummer 4 finns mer än en gång"),
        (
            f"{M}.punkter.+",
            {"rubrik": "x", "paragraf": {"nummer": 84}},
            "§ 84/2026 finns mer än en gång",
        ),
        (
            f"{M}.punkter.1.bilagor.+",
            {"nummer": 1, "rubrik": "x"},
            "punkt 4 › bilagor › 1: Bilaga 1 finns mer än en gång",
        ),
        (
            f"{M}.punkter.1.bilagor.0",
            {"nummer": "1", "rubrik": "x", "filnamn": "x", "innehåll": "åäö"},
            '"innehåll" är inte base64',
        ),
        (
            f"{M}.närvaro.0.namn",
            "Karin Ekk",
            "Karin Ekk finns inte bland personer eller mandat. Menade du Karin Ek?",
        ),
        (f"{M}.närvaro.0.ersätter", "Nils Ny", "Nils Ny finns inte bland personer eller mandat."),
        (
            f"{M}.närvaro.+",
            {"namn": "Karin Ek", "roll": "ledamot"},
            "Karin Ek som ledamot finns mer",
        ),
        (
            f"{M}.protokollsdelar.0.justerare",
            ["Nils Ny"],
            "protokollsdelar › nr 1 › justerare: Nils",
        ),
        (f"{M}.protokollsdelar.0.justerat", "2026-12-01", '"justerat" är före sammanträdet'),
        (f"{M}.protokollsdelar.0.anslaget", "2026-12-14", '"anslaget" är före "justerat"'),
        (f"{M}.protokollsdelar.0.paragrafer", [85], "§ 85 hör inte till någon av sammanträdets"),
        (
            f"{M}.punkter.1.sammanfattning",
            "Gäller 19121212-1212.",
            f'{AT} › punkt 4: "sammanfattning" innehåller något som ser ut som ett personnummer',
        ),
    ],
)
def test_what_no_schema_can_say_is_checked_too(where: str, value: Any, said: str) -> None:
    problems = package_problems(_changed(where, value))
    assert any(said in problem for problem in problems), problems
    assert len(problems) == 1


def test_a_personal_number_is_not_repeated_in_the_message() -> None:
    problems = package_problems(_changed(f"{M}.anmärkning", "se 19121212-1212"))
    assert len(problems) == 1
    assert "1212" not in problems[0]


def test_what_the_database_knows_may_be_referred_to() -> None:
    data = _changed(f"{M}.punkter.1.diarienummer", "on/2025:7")
    assert package_problems(data) != []
    assert package_problems(data, known_dnrs={"ON 2025/7"}) == []
    data = _changed(f"{M}.närvaro.0.namn", "Nils Ny")
    assert package_problems(data, known_persons={"Nils Ny"}) == []


def test_problems_come_in_the_order_of_the_file() -> None:
    data = _sound()
    rows = data["nämnder"][0]["ärenden"]
    rows.extend({"diarienummer": f"ON/2026:{n}"} for n in range(1, 13))
    rows[0]["typ"] = "fel"
    problems = package_problems(data)
    assert len(problems) == 13
    assert "ON/2026:106" in problems[0]
    assert [p.split(" › ")[3].split(": ")[0] for p in problems[1:]] == [
        f"ON/2026:{n}" for n in range(1, 13)
    ]


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_something_else_than_an_object_is_no_package(data: Any) -> None:
    (problem,) = package_problems(data)
    assert problem.startswith("Filen är inget paket. Ett paket börjar med {")


@pytest.mark.parametrize("day", ["2026-13-40", "8 dec 2026", "20261208"])
def test_a_day_wrong_in_several_ways_is_one_fault(day: str) -> None:
    assert len(package_problems(_changed(f"{M}.kallelsedatum", day))) == 1


def test_every_unknown_key_is_a_fault_with_the_nearest_key() -> None:
    data = _changed(f"{M}.punkter.1.rubik", "x")
    data["nämnder"][0]["sammanträden"][0]["punkter"][1]["xyzzy"] = 1
    rubric, other = package_problems(data)
    assert 'Menade du "rubrik"?' in rubric
    assert "diarienummer" not in other
    assert "paket.schema.json" in other


def test_an_end_before_the_start_needs_a_last_day() -> None:
    data = _changed(f"{M}.sluttid", "01:30")
    (problem,) = package_problems(data)
    assert '"sluttid" (01:30) är före "tid" (18:30)' in problem
    data["nämnder"][0]["sammanträden"][0]["slutdatum"] = "2026-12-09"
    assert package_problems(data) == []


def test_one_problem_is_one_line_and_many_are_counted() -> None:
    assert str(PackageError(["överst: fel."])) == "Paketet kan inte läsas: överst: fel."
    error = PackageError([f"nr {n}\x1b[31m\nmer" for n in range(23)])
    shown = str(error).splitlines()
    assert len(error.problems) == 23
    assert shown[0].endswith("har 23 fel:")
    assert len(shown) == 22
    assert "3 fel till" in shown[-1]
    assert "\x1b" not in str(error)


def test_jsonschema_is_loaded_only_when_a_package_is_checked() -> None:
    code = (
        "import sys, nämndtui.exchange.package.read, nämndtui.exchange.package.write;"
        "sys.exit('jsonschema' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-X", "utf8", "-c", code], check=False).returncode == 0
