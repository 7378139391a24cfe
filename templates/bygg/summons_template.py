"""kallelse.docx: front page, one page for each item, the memo behind it (A1–A3)."""

from __future__ import annotations

from summons_blocks import DATE_LINE, item_headers, item_sections, meeting_facts
from template_blocks import fact, if_run, page_header, signatures, small
from word_file import docx
from word_look import styles_part
from word_parts import body, cell, p, row, row_tag, section, section_break, styled, table, when


def summons_template() -> bytes:
    """The finished template."""
    content = [*_front(), section_break(section("rIdFront")), *item_sections()]
    front = page_header("KALLELSE/FÖREDRAGNINGSLISTA", DATE_LINE)
    headers = {"rIdFront": front, **item_headers()}
    document = body(content, section("rIdFront"))
    return docx(document, styles_part(1701), headers, {}, "Kallelse")


def _front() -> list[str]:
    return [
        p("Rubrik1", "Kallelse till sammanträde {{ sammanträde.datum }}"),
        *meeting_facts(),
        when("förhinder", fact("Förhinder", "{{ förhinder }}")),
        p("Rubrik2", "Ärenden"),
        when("dagordning", _agenda()),
        when("not dagordning", p("", "Ärendena är inte bestämda än.")),
        signatures("underskrifter"),
        when("gruppmöten", p("Rubrik2", "Gruppmöten"), _group_meetings()),
    ]


def _agenda() -> str:
    title = p(
        "Tabelltext",
        *if_run("punkt.har_sida", "{{r punkt.rubrik|länk(punkt.bokmärke) }}"),
        *if_run("not punkt.har_sida", "{{ punkt.rubrik }}"),
        *if_run("punkt.utgår", styled(" – utgår", "Stark")),
        *if_run("punkt.sent", small(" ({{ punkt.sent|lower }})")),
    )
    remark = when("punkt.anmärkning", p("Tabelltext", small("{{ punkt.anmärkning }}")))
    widths = [624, 6406, 2040]
    return table(
        "Linjerad",
        widths,
        row(
            cell(widths[0], p("Tabellrubrik", "Nr")),
            cell(widths[1], p("Tabellrubrik", "Ärende")),
            cell(widths[2], p("Tabellrubrik", "Diarienummer")),
            header=True,
        ),
        row_tag("for punkt in dagordning"),
        row(
            cell(widths[0], p("Tabelltext", "{{ punkt.nummer }}")),
            cell(widths[1], title, remark),
            cell(widths[2], p("Tabelltext", "{{ punkt.diarienummer }}")),
        ),
        row_tag("endfor"),
    )


def _group_meetings() -> str:
    widths = [2900, 2700, 3470]
    return table(
        "Linjerad",
        widths,
        row(
            cell(widths[0], p("Tabellrubrik", "Parti")),
            cell(widths[1], p("Tabellrubrik", "Plats")),
            cell(widths[2], p("Tabellrubrik", "Tid")),
            header=True,
        ),
        row_tag("for gruppmöte in gruppmöten"),
        row(
            cell(widths[0], p("Tabelltext", "{{ gruppmöte.partier }}")),
            cell(widths[1], p("Tabelltext", "{{ gruppmöte.plats }}")),
            cell(widths[2], p("Tabelltext", "{{ gruppmöte.när }}")),
        ),
        row_tag("endfor"),
    )
