"""What the preview of an import says: columns, faults, doubts, the first new rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.content import Content

from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.order import DelegationRule
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision
from nämndtui.tui.kit.forms.form_field import FormField
from nämndtui.tui.kit.safe_text import one_line, plain

if TYPE_CHECKING:
    from nämndtui.exchange.tables.column_matching import ImportField
    from nämndtui.exchange.tables.values import RowProblem
    from nämndtui.workflow.registers.table_imports import TableReport

MOST_LINES = 50
_SAMPLE = 8
_NO_COLUMN = "– finns inte i filen"


def fields_of(kind: str) -> tuple[ImportField, ...]:
    """What a row of a kind may hold."""
    if kind == "delegation_order":
        from nämndtui.workflow.delegation.import_orders import OrderImport

        return OrderImport.fields
    if kind == "unenforced_decision":
        from nämndtui.workflow.unenforced.import_unenforced import UnenforcedImport

        return UnenforcedImport.fields
    from nämndtui.workflow.delegation.import_decisions import DecisionImport

    return DecisionImport.fields


def column_fields(kind: str, report: TableReport) -> tuple[FormField, ...]:
    """A form field for each thing a row may hold, choosing among the file's headers."""
    headers = tuple(dict.fromkeys(header for header in report.headers if header))
    choices = (("", _NO_COLUMN), *((header, one_line(header, 40)) for header in headers))
    return tuple(
        FormField(
            field.name,
            field.header.replace("_", " ").capitalize() + (" *" if field.required else ""),
            "choice",
            report.columns.get(field.name, ""),
            choices=choices,
        )
        for field in fields_of(kind)
    )


def preview_text(kind: str, report: TableReport) -> Content:
    """The whole preview; most important first."""
    parts: list[Content] = []
    if report.missing:
        missing = ", ".join(report.missing)
        parts.append(plain(f"▲ Ingen kolumn är kopplad till {missing}. Välj under Kolumner.\n"))
    if report.sheet:
        sheet = one_line(report.sheet, 40)
        parts.append(plain(f"Läst ur bladet {sheet}; bladen före har inga kolumnrubriker.\n"))
    parts += _problems("Fel", "▲", report.problems)
    parts += _problems("Se över", "?", report.doubts)
    parts += _columns(kind, report)
    if report.sample:
        parts.append(plain("De första nya raderna", "bold"))
        parts += [plain(one_line(sample_line(one))) for one in report.sample[:_SAMPLE]]
    return Content("\n").join(parts)


def sample_line(one: Any) -> str:
    """One imported record on one line."""
    if isinstance(one, DelegatedDecision):
        who = f"{one.role}, {one.decider}"
        parts = [one.decided_on.isoformat(), one.point, who, one.dnr, one.description]
        return " · ".join(parts)
    if isinstance(one, UnenforcedDecision):
        law, kind = swedish("law", one.law), swedish("unenforced_kind", one.kind)
        return f"{one.local_key} · {law} · {one.measure} · {kind} {one.start.isoformat()}"
    if isinstance(one, DelegationRule):
        return f"{one.point} · {one.text} · {', '.join(one.roles)}"
    return str(one)


def _problems(title: str, mark: str, problems: Sequence[RowProblem]) -> list[Content]:
    if not problems:
        return []
    lines = [plain(f"{title} ({len(problems)})", "bold")]
    lines += [plain(f"{mark} {one_line(str(problem), 400)}") for problem in problems[:MOST_LINES]]
    if len(problems) > MOST_LINES:
        lines.append(plain(f"… och {len(problems) - MOST_LINES} till.", "$quiet"))
    return [*lines, plain("")]


def _columns(kind: str, report: TableReport) -> list[Content]:
    lines = [plain("Kolumner i filen", "bold")]
    for field in fields_of(kind):
        header = report.columns.get(field.name, "")
        if header:
            lines.append(plain(f"{field.header:<28}← {one_line(header, 60)}"))
        elif field.required:
            lines.append(plain(f"{field.header:<28}▲ saknas", "$late"))
    if report.unused:
        unused = ", ".join(one_line(header, 40) for header in report.unused[:20])
        lines.append(plain(f"Används inte: {unused}", "$quiet"))
    return [*lines, plain("")]
