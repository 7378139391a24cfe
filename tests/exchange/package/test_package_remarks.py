"""What is odd in a package is said, and the package taken in all the same."""

from __future__ import annotations

import json
from typing import Any

from nämndtui.exchange.package.read import read_package_text


def _remarks(**committee: Any) -> tuple[str, ...]:
    whole = {"kod": "ON", "namn": "Omsorgsnämnden", "kommun": "Norrviks kommun", **committee}
    package = {"format": "namndtui-paket", "version": 1, "nämnder": [whole]}
    return read_package_text(json.dumps(package)).remarks


def _chair(name: str, first: str, last: str = "2026-12-31") -> dict[str, str]:
    return {"namn": name, "uppdrag": "ordförande", "från": first, "till": last}


def test_an_ordinary_package_has_nothing_odd() -> None:
    chairs = [_chair("Karin Ek", "2023-01-01", "2024-06-30"), _chair("Bo Ahl", "2024-07-01")]
    meeting = {"datum": "2026-12-08", "kallelsedatum": "2026-12-01"}
    assert _remarks(mandat=chairs, sammanträden=[meeting]) == ()


def test_gaps_in_the_numbers_of_attachments_are_pointed_out() -> None:
    attachments = [{"nummer": number, "rubrik": "x"} for number in ("2", "2:1")]
    item = {"rubrik": "Budget", "bilagor": attachments}
    (remark,) = _remarks(sammanträden=[{"datum": "2026-12-08", "punkter": [item]}])
    assert remark.startswith(
        "nämnder › ON › sammanträden › 2026-12-08 › punkt ”Budget”: Bilaga 1 saknas"
    )
    (remark,) = _remarks(väntande_punkter=[item])
    assert "väntande punkt ”Budget”: Bilaga 1 saknas" in remark


def test_a_summons_after_its_meeting_is_pointed_out() -> None:
    (remark,) = _remarks(sammanträden=[{"datum": "2026-12-08", "kallelsedatum": "2026-12-09"}])
    assert '"kallelsedatum" är efter sammanträdet' in remark


def test_two_chairs_at_once_are_pointed_out() -> None:
    (remark,) = _remarks(mandat=[_chair("Karin Ek", "2023-01-01"), _chair("Bo Ahl", "2025-01-01")])
    assert "Karin Ek och Bo Ahl är ordförande samtidigt från 2025-01-01 till 2026-12-31" in remark


def test_characters_that_were_removed_are_counted_on_one_line() -> None:
    item = {"rubrik": "Bud\x1bget", "sammanfattning": "rad\x0brad\u202e\r\nrad"}
    (remark,) = _remarks(väntande_punkter=[item])
    assert remark.startswith("3 tecken som inte kan stå i en text")
