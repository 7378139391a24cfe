"""The text of the quarter's memo: legal basis and tables, as Markdown (A8)."""

from __future__ import annotations

from collections.abc import Iterable

from nämndtui.model.calendar.elapsed_months import months_text
from nämndtui.model.calendar.swedish_dates import long_date
from nämndtui.model.text.markdown_text import plain_in_markdown
from nämndtui.model.text.masking import hidden_with
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.legal_catalogue import Duty
from nämndtui.model.unenforced.quarter_report import QuarterReport, ReportRow
from nämndtui.model.unenforced.small_cells import public_sentences

DECISION_HEADERS = (
    "Insats och lagrum som beslutet gäller",
    "Beslutsdatum",
    "Tid som förflutit från beslutsdag",
    "Kön (K/M)",
    "Övriga kommentarer",
)
INTERRUPTION_HEADERS = (
    "Insats och lagrum som beslutet gäller",
    "Datum för avbrottet",
    "Tid som förflutit från datum för avbrott",
    "Kön (K/M)",
    "Övriga kommentarer",
)


_NO_TABLE = "Tabellen över besluten ingår inte i den offentliga versionen."


def report_title(report: QuarterReport) -> str:
    """``Ej verkställda beslut enligt LSS, tredje kvartalet 2026``."""
    return f"Ej verkställda beslut enligt {swedish('law', report.law)}, {report.quarter.words}"


def background(duty: Duty) -> tuple[str, str]:
    """The two paragraphs about what the law demands, citing the duty in force (B8)."""
    return (
        f"Nämnden ska enligt {duty.report} {duty.title} rapportera gynnande beslut som inte har "
        "verkställts inom tre månader till Inspektionen för vård och omsorg, IVO, och till "
        "kommunens revisorer. Detsamma gäller när verkställigheten har avbrutits och inte "
        "återupptagits inom tre månader. Rapporten lämnas en gång i kvartalet. Enligt "
        f"{duty.statistics} {duty.short} ska nämnden också lämna en statistikrapport till "
        "kommunfullmäktige.",
        "Ett beslut är verkställt när den enskilde faktiskt har fått sin insats. Den som tackar "
        "nej till ett erbjudande står därför kvar i redovisningen tills insatsen har påbörjats "
        "eller ärendet har avslutats av annat skäl.",
    )


def table_cells(row: ReportRow) -> tuple[str, str, str, str, str]:
    """One row of the table: measure and provision, date, time, sex, comment."""
    return (
        f"{row.measure}, {row.provision}",
        row.start.isoformat(),
        months_text(row.months),
        row.sex,
        row.comment,
    )


def memo_summary(report: QuarterReport, limit: int) -> str:
    """The item's summary: the count sentences, and in the public version what may be published.

    ``limit`` is the committee's limit for small numbers. A report without rows hides nothing.
    """
    first, last = report.sentences[:-1], report.sentences[-1]
    own = "\n\n".join(plain_in_markdown(part) for part in (" ".join(first), last) if part)
    return hidden_with(own, _public(report, limit)) if report.rows else own


def memo_markdown(report: QuarterReport, limit: int) -> str:
    """The memo's body: period, background, and the table's one or two parts.

    The table tells of individuals (OSL 26:1), so it is marked to be left out of public versions.
    """
    compiled = long_date(report.compiled_on).replace("\u00a0", " ")
    parts = [
        "## Ärendet",
        f"Redovisningen gäller {report.quarter.words}. Uppgifterna är sammanställda {compiled}.",
        "## Bakgrund",
        *background(report.duty),
        f"## Rapporten avser {report.quarter.heading}",
    ]
    if not report.rows:
        return "\n\n".join([*parts, "Det finns inga beslut att redovisa."])
    tables = []
    if report.decisions:
        tables.append("### Gynnande beslut som inte verkställts inom tre månader")
        tables.append(_table(DECISION_HEADERS, report.decisions))
    if report.interruptions:
        tables.append("### Avbrott i verkställighet")
        tables.append(_table(INTERRUPTION_HEADERS, report.interruptions))
    hidden = "\n\n".join([*tables, report.months_note])
    return "\n\n".join([*parts, hidden_with(hidden, f"{_public(report, limit)}\n\n{_NO_TABLE}")])


def _public(report: QuarterReport, limit: int) -> str:
    return "\n\n".join(map(plain_in_markdown, public_sentences(report, limit)))


def _table(headers: tuple[str, ...], rows: Iterable[ReportRow]) -> str:
    lines = [_line(headers), _line(["---"] * len(headers))]
    lines += [_line(plain_in_markdown(cell) for cell in table_cells(row)) for row in rows]
    return "\n".join(lines)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
