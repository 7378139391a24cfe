"""A quarter's report on unenforced decisions: a frozen snapshot, and what differs from before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from nämndtui.model.calendar.elapsed_months import counted_until, elapsed_months
from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.calendar.swedish_dates import long_date
from nämndtui.model.unenforced.legal_catalogue import Duty, duty
from nämndtui.model.unenforced.quarter_rows import ended_by, listed_rows
from nämndtui.model.unenforced.sentences import comment, count_sentences
from nämndtui.model.unenforced.told_before import Told, heirs_of, told_before
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision, UnenforcedKind


@dataclass(frozen=True)
class ReportRow:
    """One row as it stood the day the report was compiled; ``months`` are computed.

    ``first_reported`` is the quarter (``2026K1``) whose report first had the row.
    """

    support_id: int
    kind: UnenforcedKind
    measure: str
    provision: str
    start: date
    months: int
    sex: str = ""
    reason: str = ""
    refused_offers: tuple[date, ...] = ()
    executed_on: date | None = None
    closed_on: date | None = None
    first_reported: str = ""
    stated_months: int | None = None
    stated_on: date | None = None

    @property
    def comment(self) -> str:
        """``Resursbrist, den enskilde har tackat nej till erbjudandet 2026-06-04``."""
        interrupted = self.kind == "interruption"
        return comment(
            self.reason, self.refused_offers, self.executed_on, self.closed_on, interrupted
        )

    @property
    def ended(self) -> bool:
        """True when the row is reported for the last time, as executed or closed."""
        return self.executed_on is not None or self.closed_on is not None


@dataclass(frozen=True)
class QuarterReport:
    """The report of one law and quarter; ``id`` 0 while only looked at, never changed after.

    ``revision`` counts the compilations of the same quarter; the highest is the one in force.
    """

    id: int
    committee_id: int
    law: str
    quarter: Quarter
    compiled_on: date
    elapsed_rule: str
    rows: tuple[ReportRow, ...]
    revision: int = 1
    sent_ivo_on: date | None = None
    sent_auditors_on: date | None = None
    sent_council_on: date | None = None
    item_id: int | None = None
    version: int = 1

    @property
    def decisions(self) -> tuple[ReportRow, ...]:
        """Favourable decisions not executed within three months."""
        return tuple(row for row in self.rows if row.kind == "decision")

    @property
    def interruptions(self) -> tuple[ReportRow, ...]:
        """Interrupted support not resumed within three months."""
        return tuple(row for row in self.rows if row.kind == "interruption")

    @property
    def sentences(self) -> tuple[str, ...]:
        """The summary's sentences, counted from the rows (D2.21)."""
        return count_sentences(
            [row.measure for row in self.decisions],
            [row.measure for row in self.interruptions],
            self.law,
            self.quarter,
        )

    @property
    def duty(self) -> Duty:
        """The reporting duties in force the day the report was compiled."""
        return duty(self.law, self.compiled_on)

    @property
    def months_note(self) -> str:
        """What stands under the table about how time is counted."""
        day = long_date(self.compiled_on).replace("\u00a0", " ")
        until = f"till och med {day} eller verkställighetsdagen."
        if self.elapsed_rule == "calendar":
            return f"Tiden är räknad som skillnaden mellan kalendermånader {until}"
        if self.elapsed_rule == "nearest":
            return f"Tiden är avrundad till närmaste hela månad {until}"
        return f"Tiden är räknad i hela månader {until}"

    @property
    def misstated(self) -> tuple[tuple[ReportRow, int], ...]:
        """Rows imported with a typed number of months, and what it was by the day of the import.

        Only those that differ. A number whose day is not known can be held only against a row
        that has ended, for its time does not run.
        """
        found = []
        for row in self.rows:
            if row.stated_months is None or not (row.stated_on or row.ended):
                continue
            ended = row.executed_on or row.closed_on
            days = [day for day in (row.stated_on, ended) if day is not None]
            computed = elapsed_months(row.start, min(days), self.elapsed_rule)
            if row.stated_months != computed:
                found.append((row, computed))
        return tuple(found)


@dataclass(frozen=True)
class ReportComparison:
    """What differs from the previous report. Ids are those of the register's rows.

    Every row of the report is in exactly one of ``new`` and ``carried`` (both open), ``executed``
    and ``closed``. ``missing`` stood open in the previous report and are not in this one, although
    nothing says they ended: they need looking at. ``counts`` is measure → (before, now) for
    decisions, ``interruption_counts`` for interruptions.
    """

    new: tuple[int, ...] = ()
    carried: tuple[int, ...] = ()
    executed: tuple[int, ...] = ()
    closed: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    counts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    interruption_counts: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def compile_report(
    rows: Iterable[UnenforcedDecision],
    committee_id: int,
    law: str,
    quarter: Quarter,
    compiled_on: date,
    elapsed_rule: str = "completed",
    earlier: Iterable[QuarterReport] = (),
) -> QuarterReport:
    """The report as the register gives it on ``compiled_on``; nothing is stored.

    ``earlier`` are the law's reports in force; those of quarters before this one say which rows
    have been reported, and which ends. Raises InvalidInputError for a row whose provision cannot
    be found.
    """
    register = tuple(rows)
    told = told_before(earlier, quarter, heirs_of(register))
    chosen = listed_rows(register, law, quarter, compiled_on, told)
    new = Told(str(quarter))
    taken = tuple(
        _report_row(row, compiled_on, elapsed_rule, told.get(row.id, new).first) for row in chosen
    )
    return QuarterReport(0, committee_id, law, quarter, compiled_on, elapsed_rule, taken)


def _report_row(
    row: UnenforcedDecision, compiled_on: date, elapsed_rule: str, first_reported: str
) -> ReportRow:
    ended = ended_by(row, compiled_on) is not None
    executed_on = row.executed_on if ended else None
    closed_on = row.closed_on if ended else None
    until = counted_until(compiled_on, executed_on, closed_on)
    return ReportRow(
        support_id=row.id,
        kind=row.kind,
        measure=row.measure,
        provision=row.provision,
        start=row.start,
        months=elapsed_months(row.start, until, elapsed_rule),
        sex=row.sex,
        reason=row.reason,
        refused_offers=tuple(offer for offer in row.refused_offers if offer <= compiled_on),
        executed_on=executed_on,
        closed_on=closed_on,
        first_reported=first_reported,
        stated_months=row.stated_months,
        stated_on=row.stated_on,
    )


def compare_reports(report: QuarterReport, previous: QuarterReport | None) -> ReportComparison:
    """What is new, still there, finished or missing since the previous quarter's report.

    Rows are known by id, so a corrected row must bear the same in both (``told_before.followed``).
    """
    before = {row.support_id: row for row in previous.rows} if previous else {}
    now = {row.support_id: row for row in report.rows}
    open_now = [key for key, row in now.items() if not row.ended]
    return ReportComparison(
        new=tuple(key for key in open_now if key not in before),
        carried=tuple(key for key in open_now if key in before),
        executed=tuple(key for key, row in now.items() if row.executed_on is not None),
        closed=tuple(key for key, row in now.items() if row.closed_on is not None),
        missing=tuple(key for key, row in before.items() if not row.ended and key not in now),
        counts=_counts(previous.decisions if previous else (), report.decisions),
        interruption_counts=_counts(
            previous.interruptions if previous else (), report.interruptions
        ),
    )


def _counts(before: Iterable[ReportRow], now: Iterable[ReportRow]) -> Mapping[str, tuple[int, int]]:
    old, new = Counter(row.measure for row in before), Counter(row.measure for row in now)
    return {name: (old[name], new[name]) for name in dict.fromkeys([*old, *new])}
