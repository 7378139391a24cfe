"""Cases between the package and the model, and how items refer to them."""

from __future__ import annotations

from collections.abc import Iterable

from nämndtui.exchange.package.values import (
    LocalIds,
    Raw,
    day,
    iso_day,
    kept,
    line,
    lines,
    listed,
    said,
    unless,
    word,
)
from nämndtui.model.agenda.case import Case, CaseReference
from nämndtui.model.people.committee import Committee
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.diary_number import parse_diary_number

DnrKey = tuple[str, int, int]


class CaseIndex:
    """Finds the case a diary number means, however it is spelled."""

    def __init__(self) -> None:
        self._own: dict[tuple[int, DnrKey], Case] = {}
        self._any: dict[DnrKey, Case] = {}

    def add(self, case: Case, key: DnrKey) -> None:
        """Enters a case under its number's key."""
        self._own[case.committee_id, key] = case
        self._any.setdefault(key, case)

    def reference(self, dnr: str, committee: Committee) -> CaseReference:
        """The committee's own case, else another committee's in the package.

        A number that only the database knows gets case id 0.
        """
        key = parse_diary_number(dnr, committee.settings.dnr_pattern).key
        case = self._own.get((committee.id, key)) or self._any.get(key)
        if case is None:
            return CaseReference(0, clean_line(dnr))
        return CaseReference(case.id, case.dnr, case.title)


def read_cases(
    rows: Iterable[Raw], committee: Committee, index: CaseIndex, ids: LocalIds
) -> tuple[Case, ...]:
    """The committee's cases, also entered in ``index``. The numbers keep their spelling."""
    cases = []
    for raw in rows:
        number = parse_diary_number(raw["diarienummer"], committee.settings.dnr_pattern)
        case = Case(
            ids.next("case"),
            committee.id,
            line(raw, "diarienummer"),
            number.year,
            number.serial,
            line(raw, "rubrik"),
            word(raw, "typ", "case_type", "decision"),
            word(raw, "status", "case_state", "open"),
            day(raw, "öppnat"),
            day(raw, "avslutat"),
            day(raw, "väckt"),
            lines(raw.get("främmande_diarienummer")),
            raw.get("anteckning", ""),
        )
        index.add(case, number.key)
        cases.append(case)
    return tuple(cases)


def write_case(case: Case) -> Raw:
    """One case as the package shows it."""
    return kept(
        {
            "diarienummer": clean_line(case.dnr),
            "rubrik": clean_line(case.title),
            "typ": said("case_type", case.case_type, "decision"),
            "status": said("case_state", case.state, "open"),
            "öppnat": iso_day(case.opened),
            "avslutat": iso_day(case.closed),
            "väckt": iso_day(case.raised_on),
            "främmande_diarienummer": listed(map(clean_line, case.foreign_dnr)),
            "anteckning": unless(case.note, ""),
        }
    )
