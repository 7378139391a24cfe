"""Unenforced decisions and compiled quarter reports between the package and the model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from nämndtui.exchange.package.item_places import ItemPlaces
from nämndtui.exchange.package.register_values import read_columns, write_columns
from nämndtui.exchange.package.values import (
    OMIT,
    LocalIds,
    Raw,
    day,
    iso_day,
    kept,
    line,
    listed,
    many,
    said,
    unless,
    unless_line,
    whole,
    word,
)
from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.vocabulary import english, swedish
from nämndtui.model.unenforced.columns import UNENFORCED_COLUMNS
from nämndtui.model.unenforced.quarter_report import QuarterReport, ReportRow
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision


def read_unenforced(
    rows: Iterable[Raw], committee_id: int, ids: LocalIds
) -> tuple[tuple[UnenforcedDecision, ...], dict[int, int]]:
    """The rows, and ``rad`` → id for what refers to them."""
    taken = [(raw, _read_row(raw, committee_id, ids)) for raw in rows]
    by_number = {int(raw["rad"]): row.id for raw, row in taken if "rad" in raw}
    return tuple(
        replace(row, superseded_by=by_number[int(raw["ersatt_av"])]) if "ersatt_av" in raw else row
        for raw, row in taken
    ), by_number


def _read_row(raw: Raw, committee_id: int, ids: LocalIds) -> UnenforcedDecision:
    return UnenforcedDecision(
        id=ids.next("unenforced_decision"),
        committee_id=committee_id,
        **read_columns(raw, UNENFORCED_COLUMNS),
    )


def write_unenforced(
    row: UnenforcedDecision, numbers: Mapping[int, int], keys: Mapping[int, str]
) -> Raw:
    """One row. ``numbers`` are id → ``rad``; ``keys`` id → what an imported row is known by."""
    own = {
        "rad": numbers[row.id],
        "ersatt_av": OMIT if row.superseded_by is None else numbers[row.superseded_by],
        "importnyckel": unless(keys.get(row.id, ""), ""),
    }
    return kept(write_columns(row, UNENFORCED_COLUMNS, own))


def read_report(
    raw: Raw, committee_id: int, numbers: Mapping[int, int], places: ItemPlaces, ids: LocalIds
) -> QuarterReport:
    """One compiled report; ``numbers`` are ``rad`` → id of the register's rows."""
    return QuarterReport(
        id=ids.next("quarter_report"),
        committee_id=committee_id,
        law=english("law", raw["lag"]),
        quarter=Quarter(int(raw["kvartal"][:4]), int(raw["kvartal"][5])),
        compiled_on=date.fromisoformat(raw["sammanställd"]),
        elapsed_rule=word(raw, "månadsregel", "elapsed_rule", "completed"),
        rows=tuple(_read_report_row(part, numbers) for part in raw.get("rader", ())),
        revision=whole(raw, "utgåva") or 1,
        sent_ivo_on=day(raw, "skickad_ivo"),
        sent_auditors_on=day(raw, "skickad_revisorer"),
        sent_council_on=day(raw, "skickad_fullmäktige"),
        item_id=places.read(raw),
    )


def write_report(report: QuarterReport, numbers: Mapping[int, int], places: ItemPlaces) -> Raw:
    """The inverse of ``read_report``; ``numbers`` are id → ``rad``."""
    return kept(
        {
            "lag": swedish("law", report.law),
            "kvartal": str(report.quarter),
            "utgåva": unless(report.revision, 1),
            "sammanställd": report.compiled_on.isoformat(),
            "månadsregel": said("elapsed_rule", report.elapsed_rule, "completed"),
            "skickad_ivo": iso_day(report.sent_ivo_on),
            "skickad_revisorer": iso_day(report.sent_auditors_on),
            "skickad_fullmäktige": iso_day(report.sent_council_on),
            **places.fields(report.item_id),
            "rader": listed(_write_report_row(row, numbers) for row in report.rows),
        }
    )


def report_name(report: QuarterReport) -> str:
    """What other parts of a package call a report: ``LSS 2026K3``, ``LSS 2026K3 utgåva 2``."""
    name = f"{swedish('law', report.law)} {report.quarter}"
    return name if report.revision == 1 else f"{name} utgåva {report.revision}"


def _read_report_row(raw: Raw, numbers: Mapping[int, int]) -> ReportRow:
    return ReportRow(
        support_id=numbers[int(raw["rad"])],
        kind=word(raw, "typ", "unenforced_kind", "decision"),
        measure=line(raw, "insats"),
        provision=line(raw, "lagrum"),
        start=date.fromisoformat(raw["beslutsdatum"]),
        months=int(raw["månader"]),
        sex=raw.get("kön", ""),
        reason=word(raw, "skäl", "unenforced_reason", ""),
        refused_offers=tuple(map(date.fromisoformat, many(raw.get("tackat_nej")))),
        executed_on=day(raw, "verkställd"),
        closed_on=day(raw, "avslutad"),
        first_reported=line(raw, "först_rapporterad"),
        stated_months=whole(raw, "uppgivna_månader"),
        stated_on=day(raw, "uppgivna_den"),
    )


def _write_report_row(row: ReportRow, numbers: Mapping[int, int]) -> Raw:
    return kept(
        {
            "rad": numbers[row.support_id],
            "typ": said("unenforced_kind", row.kind, "decision"),
            "insats": clean_line(row.measure),
            "lagrum": clean_line(row.provision),
            "beslutsdatum": row.start.isoformat(),
            "månader": row.months,
            "kön": unless(row.sex, ""),
            "skäl": said("unenforced_reason", row.reason, ""),
            "tackat_nej": listed(offer.isoformat() for offer in row.refused_offers),
            "verkställd": iso_day(row.executed_on),
            "avslutad": iso_day(row.closed_on),
            "först_rapporterad": unless_line(row.first_reported),
            "uppgivna_månader": unless(row.stated_months, None),
            "uppgivna_den": iso_day(row.stated_on),
        }
    )
