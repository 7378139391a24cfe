"""The public version of a quarter's report: small numbers hidden (OSL 26:1, B9).

Kind of support, date, sex and reason together can point at a person, so the public version has
numbers only, and a number below the limit is not shown. A total that would give a hidden
number away by subtraction is not shown either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.quarter_report import QuarterReport
from nämndtui.model.unenforced.sentences import count_sentences, in_running_text

DEFAULT_LIMIT = 5
_HIDDEN_TOTAL = "visas inte"


@dataclass(frozen=True)
class MaskedCount:
    """One line: ``text`` is the number, or ``färre än 5``; ``shown`` is None when hidden."""

    label: str
    text: str
    shown: int | None


@dataclass(frozen=True)
class MaskedTable:
    """The lines and their total."""

    rows: tuple[MaskedCount, ...]
    total: MaskedCount


@dataclass(frozen=True)
class PublicReport:
    """What may be published of a report. ``zero_report`` is set when there were no rows."""

    law: str
    quarter: Quarter
    compiled_on: date
    decisions: MaskedTable
    interruptions: MaskedTable
    note: str
    zero_report: str = ""


def masked_table(counts: Mapping[str, int], limit: int = DEFAULT_LIMIT) -> MaskedTable:
    """Counts with everything from 1 to ``limit`` − 1 hidden; nought is shown as nought."""
    rows = tuple(_masked(label, count, limit) for label, count in counts.items())
    total = sum(counts.values())
    if 0 < total < limit:
        return MaskedTable(rows, _masked("Totalt", total, limit))
    if any(row.shown is None for row in rows):
        return MaskedTable(rows, MaskedCount("Totalt", _HIDDEN_TOTAL, None))
    return MaskedTable(rows, MaskedCount("Totalt", str(total), total))


def public_report(report: QuarterReport, limit: int = DEFAULT_LIMIT) -> PublicReport:
    """The public version: numbers per kind of support, without dates, sex, reasons or months."""
    decisions = Counter(row.measure for row in report.decisions)
    interruptions = Counter(row.measure for row in report.interruptions)
    zero = count_sentences((), (), report.law, report.quarter)[0] if not report.rows else ""
    return PublicReport(
        report.law,
        report.quarter,
        report.compiled_on,
        masked_table(decisions, limit),
        masked_table(interruptions, limit),
        f"Antal under {limit} visas inte, för att ingen enskild ska kunna kännas igen.",
        zero,
    )


def public_sentences(report: QuarterReport, limit: int = DEFAULT_LIMIT) -> tuple[str, ...]:
    """The public version in running text: ``Gynnande beslut …: ledsagarservice färre än 5.``"""
    found = public_report(report, limit)
    if found.zero_report:
        return (found.zero_report,)
    law = swedish("law", report.law)
    parts = (
        (f"Gynnande beslut enligt {law} som inte har verkställts inom tre månader", "decisions"),
        ("Avbrott i verkställigheten som inte har återupptagits inom tre månader", "interruptions"),
    )
    tables: list[tuple[str, MaskedTable]] = [(text, getattr(found, name)) for text, name in parts]
    lines = tuple(f"{text}: {_counted(table)}." for text, table in tables if table.rows)
    hidden = any(row.shown is None for _, table in tables for row in table.rows)
    return (*lines, found.note) if hidden else lines


def _counted(table: MaskedTable) -> str:
    """``hemtjänst 12, boendestöd färre än 5``, and the total where it may be shown."""
    counts = [f"{in_running_text(row.label)} {row.text}" for row in table.rows]
    if len(table.rows) > 1 and table.total.shown is not None:
        counts.append(f"totalt {table.total.text}")
    return ", ".join(counts)


def _masked(label: str, count: int, limit: int) -> MaskedCount:
    if 0 < count < limit:
        return MaskedCount(label, f"färre än {limit}", None)
    return MaskedCount(label, str(count), count)
