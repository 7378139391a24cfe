"""Checks the settings, cases and diary numbers of a package."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from nämndtui.exchange.package.check.finding import Finding, Suggestions
from nämndtui.exchange.package.check.similar_number import similar_number
from nämndtui.exchange.package.place import Path, shorten
from nämndtui.exchange.package.values import Raw, many
from nämndtui.model.people.committee import CommitteeSettings
from nämndtui.model.text.diary_number import (
    DiaryNumberError,
    check_pattern,
    looks_like_diary_number,
    parse_diary_number,
)

_Key = tuple[str, int, int]
_DEFAULT_PATTERN = CommitteeSettings().dnr_pattern


def case_findings(data: Raw, known_dnrs: Collection[str]) -> Iterator[Finding]:
    """Patterns and numbers that cannot be read, numbers given twice, numbers without a case."""
    known = {parse_diary_number(dnr).key: dnr for dnr in known_dnrs if looks_like_diary_number(dnr)}
    committees, suggestions = data.get("nämnder", []), Suggestions()
    patterns = [_pattern(committee) for committee in committees]
    for index, (committee, pattern) in enumerate(zip(committees, patterns, strict=True)):
        own: dict[_Key, str] = {}
        yield from _settings(committee, index)
        yield from _cases(committee, ("nämnder", index, "ärenden"), pattern, own)
        known |= own
    for index, (committee, pattern) in enumerate(zip(committees, patterns, strict=True)):
        for path, item in _items(committee, ("nämnder", index)):
            yield from _references(item, path, pattern, known, suggestions)


def _pattern(committee: Raw) -> str:
    """The committee's pattern; the default where its own cannot be used (that is reported)."""
    pattern = committee.get("inställningar", {}).get("diarienummermönster", _DEFAULT_PATTERN)
    try:
        check_pattern(pattern)
    except DiaryNumberError:
        return _DEFAULT_PATTERN
    return str(pattern)


def _settings(committee: Raw, index: int) -> Iterator[Finding]:
    pattern = committee.get("inställningar", {}).get("diarienummermönster", _DEFAULT_PATTERN)
    try:
        check_pattern(pattern)
    except DiaryNumberError as error:
        yield ("nämnder", index, "inställningar", "diarienummermönster"), str(error)


def _cases(committee: Raw, path: Path, pattern: str, own: dict[_Key, str]) -> Iterator[Finding]:
    """Checks the cases, and enters their numbers in ``own``."""
    for index, case in enumerate(committee.get("ärenden", ())):
        dnr = case["diarienummer"]
        try:
            key = parse_diary_number(dnr, pattern).key
        except DiaryNumberError as error:
            yield (*path, index), str(error)
            continue
        if key in own:
            yield (
                (*path, index),
                f"Diarienumret {dnr} finns mer än en gång ({own[key]}). Ändra det ena.",
            )
        own.setdefault(key, dnr)


def _items(committee: Raw, path: Path) -> Iterator[tuple[Path, Raw]]:
    for place, meeting in enumerate(committee.get("sammanträden", ())):
        for index, item in enumerate(meeting.get("punkter", ())):
            yield (*path, "sammanträden", place, "punkter", index), item
    for index, item in enumerate(committee.get("väntande_punkter", ())):
        yield (*path, "väntande_punkter", index), item


def _references(
    item: Raw, path: Path, pattern: str, known: dict[_Key, str], suggestions: Suggestions
) -> Iterator[Finding]:
    met: set[_Key] = set()
    for dnr in many(item.get("diarienummer")):
        try:
            key = parse_diary_number(dnr, pattern).key
        except DiaryNumberError as error:
            yield path, str(error)
            continue
        if key in met:
            yield path, f"Diarienumret {dnr} står två gånger. Ta bort det ena."
        elif key not in known:
            near = similar_number(key, known) if suggestions.wanted() else ""
            hint = f"Menade du {near}? " if near else ""
            yield (
                path,
                f"Ärendet {shorten(dnr)} finns varken i paketet eller i databasen. {hint}"
                "Rätta numret eller lägg till ärendet under ärenden.",
            )
        met.add(key)
