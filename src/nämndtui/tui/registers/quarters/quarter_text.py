"""A quarter's report in words: sentences, table, what differs from the quarter before."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from nämndtui.model.calendar.elapsed_months import months_text
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.text.number_words import join_swedish, plural
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.quarter_report import QuarterReport, ReportRow
from nämndtui.tui.kit.safe_text import plain
from nämndtui.tui.registers.quarters.quarter_view import QuarterView

_MOST_KEYS = 30


def quarter_title(report: QuarterReport) -> str:
    """``LSS · kvartal 3 2026``."""
    return f"{swedish('law', report.law)} · {report.quarter.heading}"


def count_words(report: QuarterReport) -> str:
    """``4 beslut, 1 avbrott``."""
    parts = [plural(len(report.decisions), "beslut", "beslut")]
    if report.interruptions:
        parts.append(plural(len(report.interruptions), "avbrott", "avbrott"))
    return ", ".join(parts) if report.rows else "inget att rapportera"


def sent_words(report: QuarterReport) -> str:
    """``IVO 5 okt · revisorer – · KF –``."""
    sent = (
        ("IVO", report.sent_ivo_on),
        ("revisorer", report.sent_auditors_on),
        ("KF", report.sent_council_on),
    )
    return " · ".join(
        f"{name} {short_date(day).partition(' ')[2] if day else '–'}" for name, day in sent
    )


def quarter_detail(view: QuarterView) -> Content:
    """Beside the list: where it stands, the sentences, what differs."""
    report = view.report
    if view.compiled is not None:
        state = f"Sammanställd {report.compiled_on.isoformat()}"
        if report.revision > 1:
            state += f", {report.revision}:a gången"
        lines = [plain(f"{state}. {count_words(report)}.", "bold")]
        lines.append(plain(f"Skickad: {sent_words(report)}"))
        listed = "På dagordning." if report.item_id else "Inte på någon dagordning."
        lines.append(plain(listed))
    else:
        lines = [plain(f"▲ Inte sammanställd. I dag: {count_words(report)}.", "bold")]
    return Content("\n").join([*lines, plain(""), *_sentences(report), plain(""), *_changes(view)])


def whole_report(view: QuarterView) -> Content:
    """Sentences, table, what differs, and what needs a look: all before it is fixed."""
    report = view.report
    lines = [*_sentences(report), plain("")]
    for title, start, rows in (
        ("Ej verkställda beslut", "beslut", report.decisions),
        ("Avbrott i verkställigheten", "avbrott", report.interruptions),
    ):
        if rows:
            lines.append(plain(title, "bold"))
            for row in rows:
                lines += _row(view, row, start)
            lines.append(plain(""))
    if report.rows:
        lines += [plain(report.months_note, "$quiet"), plain("")]
    return Content("\n").join([*lines, *_changes(view), *_misstated(view)])


def _sentences(report: QuarterReport) -> list[Content]:
    return [plain(sentence) for sentence in report.sentences]


def _row(view: QuarterView, row: ReportRow, start: str) -> list[Content]:
    facts = [f"{start} {row.start.isoformat()}", months_text(row.months), row.sex, row.comment]
    return [
        plain(f"{_key(view, row.support_id)}  {row.measure}, {row.provision}"),
        plain(f"    {' · '.join(filter(None, facts))}", "$quiet"),
    ]


def _changes(view: QuarterView) -> list[Content]:
    if view.previous is None:
        before = view.report.quarter.previous.heading
        return [plain(f"Ingen rapport för {before} att jämföra med.", "$quiet")]
    found = view.comparison
    lines = [plain(f"Jämfört med {view.previous.quarter.heading}", "bold")]
    for words, many, ids in (
        ("ny", "nya", found.new),
        ("står kvar", "står kvar", found.carried),
        ("verkställt, slutanmäls", "verkställda, slutanmäls", found.executed),
        ("avslutat, slutanmäls", "avslutade, slutanmäls", found.closed),
    ):
        if ids:
            lines.append(plain(f"{plural(len(ids), words, many)}: {_keys(view, ids)}"))
    if found.missing:
        keys = _keys(view, found.missing)
        lines.append(
            plain(f"▲ {len(found.missing)} stod med förra gången men saknas nu: {keys}", "$late")
        )
    lines += [
        plain(f"{name}: {before} → {now}")
        for name, (before, now) in (found.counts or {}).items()
        if before != now
    ]
    return lines


def _misstated(view: QuarterView) -> list[Content]:
    return [
        plain(
            f"▲ {_key(view, row.support_id)}: den importerade listan sade "
            f"{months_text(row.stated_months or 0)}, uträknat {months_text(computed)}"
            f"{f' den {row.stated_on.isoformat()}' if row.stated_on else ''}.",
            "$late",
        )
        for row, computed in view.report.misstated
    ]


def _key(view: QuarterView, row_id: int) -> str:
    return view.keys.get(row_id, "(borttagen)")


def _keys(view: QuarterView, ids: Iterable[int]) -> str:
    keys = [_key(view, row_id) for row_id in ids]
    shown = keys[:_MOST_KEYS]
    if len(keys) > _MOST_KEYS:
        shown.append(f"{len(keys) - _MOST_KEYS} till")
    return join_swedish(shown)
