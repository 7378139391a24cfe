"""What the comment beside an unenforced decision says, as offices have written it by hand (A8).

Only what is said plainly is taken: ``verkställd 2026-09-30``, ``tackat nej till erbjudandet
3/6 2026``. What is denied is not read as done, and what is unclear is told instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.text.errors import InvalidInputError

_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?"
_DAY = (
    r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8}|[0-9]{1,2}[/.][0-9]{1,2}[\s/.-]+[0-9]{4}"
    rf"|[0-9]{{1,2}}\s+{_MONTH}\s+[0-9]{{4}})(?![0-9])"
)
_ANY_DAY = re.compile(
    rf"(?<![0-9]){_DAY}|(?<![0-9])[0-9]{{1,2}}/[0-9]{{1,2}}(?![0-9])"
    rf"|(?<![0-9])[0-9]{{6}}(?![0-9])|(?<![0-9])[0-9]{{1,2}}\s+{_MONTH}(?![a-zåäö])",
    re.IGNORECASE,
)
_ENDED = {
    "executed_on": r"(?:verkställ(?:d|t|des|ts)|återuppta(?:gen|get|gits)|återupptogs)",
    "closed_on": r"avsluta(?:d|t|des|ts)",
}
_ENDED_WORDS = {"executed_on": "verkställighetsdag", "closed_on": "dag då det avslutades"}
_FROM = r"\s*:?\s*(?:den|från|fr\.?\s?o\.?\s?m\.?|och|med|sedan|per)?(?:\s+och\s+med)?\s*\(?"
_APART = r"\s*(?:,|;|&|\boch\b|\bsamt\b)\s*(?:den\s+)?"
_REFUSED = re.compile(r"\b(?:tacka(?:t|de|r)\s+(?:\w+\s+){0,3}?nej|avböj(?:t|de|er|des))\b")
_REFUSED_DAYS = re.compile(rf"[^0-9;.]{{0,60}}?({_DAY}(?:{_APART}{_DAY})*)")
_DENIED = re.compile(r"\b(?:ej|inte|icke|aldrig|varken)\b(?:\s+[^\W\d]+){0,3}\s*$")
_UNSURE = re.compile(
    r"\b(?:delvis|plan\w*|kommer|kan|kunde|ska|skall|skulle|beräkna\w*|vänta\w*|förvänta\w*|bör"
    r"|prel\w*|oklart?|osäkert?|tidigast|senast|om|utan|kanske|troligen|ej|inte|icke|aldrig)\b"
)
_CLAUSE = re.compile(r"[,;.(]")


@dataclass(frozen=True)
class UnenforcedComment:
    """The facts of a comment; ``doubts`` say in Swedish what could not be taken.

    ``not_executed`` is set when it says outright that the decision has not been executed.
    """

    refused_offers: tuple[date, ...] = ()
    executed_on: date | None = None
    closed_on: date | None = None
    not_executed: bool = False
    doubts: tuple[str, ...] = ()


def read_comment(text: str) -> UnenforcedComment:
    """The comment's refused offers and end. Nothing is raised: a comment is free text."""
    reader = _Reader(text)
    executed = reader.ended("executed_on")
    closed = reader.ended("closed_on")
    offers = reader.refused()
    reader.leftover()
    return UnenforcedComment(offers, executed, closed, reader.not_executed, tuple(reader.doubts))


def is_denied(before: str) -> bool:
    """True when the words right before something deny it: ``ej``, ``ännu inte``."""
    return bool(_DENIED.search(before))


class _Reader:
    """One comment being read; ``taken`` are the stretches whose days have been dealt with."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = text.casefold()
        self.doubts: list[str] = []
        self.not_executed = False
        self._taken: list[tuple[int, int]] = []

    def ended(self, field: str) -> date | None:
        """The one day it says the decision was executed or closed, plainly."""
        days = []
        for found in re.finditer(rf"\b{_ENDED[field]}\b(?:{_FROM}({_DAY}))?", self.folded):
            denied = is_denied(self.folded[: found.start()])
            self.not_executed |= denied and field == "executed_on"
            if not found[1]:
                continue
            self._taken.append(found.span())
            day = _real_day(found[1])
            if denied or day is None or self._unsure(found):
                self._told(found, field, denied)
            else:
                days.append(day)
        if len(set(days)) > 1:
            self.doubts.append(
                f"Kommentaren har flera dagar. Raden tas in utan {_ENDED_WORDS[field]}."
            )
            return None
        return days[0] if days else None

    def refused(self) -> tuple[date, ...]:
        """The days of the offers it says were refused."""
        days: list[date] = []
        for found in _REFUSED.finditer(self.folded):
            if is_denied(self.folded[: found.start()]):
                continue
            after = _REFUSED_DAYS.match(self.folded, found.end())
            told = [_real_day(one) for one in re.findall(_DAY, after[1])] if after else []
            if after and all(told):
                self._taken.append((found.start(), after.end()))
                days += [day for day in told if day]
            else:
                self.doubts.append(
                    "Den enskilde har tackat nej, men dagen går inte att läsa. Skriv in den."
                )
        return tuple(dict.fromkeys(days))

    def leftover(self) -> None:
        """Tell of every day that stands for something not understood."""
        for found in _ANY_DAY.finditer(self.text):
            if not any(start <= found.start() < end for start, end in self._taken):
                self.doubts.append(f"”{found[0]}” i kommentaren lästes inte in. Se över raden.")

    def _unsure(self, found: re.Match[str]) -> bool:
        before = _CLAUSE.split(self.folded[: found.start()])[-1]
        after = _CLAUSE.split(self.folded[found.end() :])[0]
        return bool(_UNSURE.search(before) or _UNSURE.search(after) or "?" in after)

    def _told(self, found: re.Match[str], field: str, denied: bool) -> None:
        start = max((m.end() for m in _CLAUSE.finditer(self.folded[: found.start()])), default=0)
        said = self.text[start : found.end()].strip()[:60]
        how = "säger att det inte är gjort" if denied else "är inte tydligt"
        self.doubts.append(f"”{said}” {how}. Raden tas in utan {_ENDED_WORDS[field]}.")


def _real_day(text: str) -> date | None:
    try:
        return parse_date(text.strip())
    except InvalidInputError:
        return None  # told as unclear: a comment is no place to stop the row
