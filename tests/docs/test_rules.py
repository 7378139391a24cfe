"""docs/regler.md explains every rule the program's comments cite, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.docs.rule_codes import CODE, citations, cited, misspelt

RULES = REPOSITORY / "docs" / "regler.md"
SOURCE = REPOSITORY / "src" / "nämndtui"
TESTS = REPOSITORY / "tests"
_READ = (REPOSITORY / "src", TESTS, REPOSITORY / "templates")
_ROW = re.compile(rf"\| ({CODE}) \|(.*)\|")
_PATH = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Rule:
    """A row of the tables."""

    code: str
    sentence: str
    law: str
    modules: tuple[Path, ...]
    tests: tuple[Path, ...]


def _rules() -> list[Rule]:
    found = []
    for line in RULES.read_text(encoding="utf-8").splitlines():
        if match := _ROW.fullmatch(line):
            sentence, law, modules, tests = (cell.strip() for cell in match[2].split(" | "))
            found.append(
                Rule(
                    match[1],
                    sentence,
                    law,
                    tuple(SOURCE / path for path in _PATH.findall(modules)),
                    tuple(TESTS / path for path in _PATH.findall(tests)),
                )
            )
    return found


@cache
def _texts() -> tuple[tuple[Path, str], ...]:
    return tuple(citations(_READ))


@cache
def _cited_by() -> dict[str, set[Path]]:
    by_code: dict[str, set[Path]] = {}
    for path, text in _texts():
        for code in cited(text):
            by_code.setdefault(code, set()).add(path)
    return by_code


def _place(code: str) -> list[str | int]:
    return [int(part) if part.isdigit() else part for part in re.findall(r"\d+|\D+", code)]


def test_every_rule_cited_is_explained() -> None:
    known = {rule.code for rule in _rules()}
    missing = {
        code: sorted(path.name for path in paths)
        for code, paths in _cited_by().items()
        if code not in known
    }
    assert missing == {}


def test_every_rule_explained_is_cited() -> None:
    assert [rule.code for rule in _rules() if rule.code not in _cited_by()] == []


def test_rules_stand_once_and_in_order() -> None:
    codes = [rule.code for rule in _rules()]
    assert codes == sorted(set(codes), key=_place)
    rows = [line for line in RULES.read_text(encoding="utf-8").splitlines() if line[:2] == "| "]
    assert len(rows) == len(codes) + sum(line.startswith("| Kod |") for line in rows)


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.code)
def test_a_rule_says_what_it_is_where_it_comes_from_and_where_it_stands(rule: Rule) -> None:
    assert rule.sentence.endswith(".")
    assert rule.law
    assert rule.modules
    assert rule.tests
    named = {*rule.modules, *rule.tests}
    assert [path for path in named if not path.is_file()] == []
    assert named & _cited_by()[rule.code], "inget av det som nämns hänvisar till regeln"


def test_rules_are_cited_in_one_spelling() -> None:
    wrong = [f"{path.name}: {found}" for path, text in _texts() for found in misspelt(text)]
    assert wrong == []


def test_codes_are_told_from_keys_points_and_pages() -> None:
    assert cited("(D2.4, D2.7; F 8–10, B9–B10, A14.1; KL 5:67)") == {
        *("D2.4", "D2.7", "F 8", "F 9", "F 10", "B9", "B10", "A14.1")
    }
    assert cited("F6 and Shift+F6 move on; SoL 34:7, on/2026:88, 100 %B2, XB2") == set()
    assert misspelt("(D2.4, 7), (F 8, 14–19), A 8, F  6, (F 8 and 9)") == [
        *("D2.4, 7", "F 8, 14", "F 8 and 9", "A 8", "F  6")
    ]
    assert misspelt("(D2.4, D2.7, F 8–10; 3 days), F6, 7 keys") == []
