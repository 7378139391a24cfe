"""tilläggskallelse.docx: what is new since the kallelse, and the pages of what is new (F 2)."""

from __future__ import annotations

from summons_blocks import DATE_LINE, item_headers, item_sections, meeting_facts
from template_blocks import if_run, page_header, signatures, small
from word_file import docx
from word_look import styles_part
from word_parts import (
    body,
    cell,
    each,
    p,
    row,
    row_tag,
    section,
    section_break,
    table,
    when,
)


def supplement_template() -> bytes:
    """The finished template."""
    notes = [_note("punkt"), _note("tjänsteskrivelse")]
    content = [*_front(), section_break(section("rIdFront")), *item_sections(*notes)]
    headers = {"rIdFront": page_header("TILLÄGGSKALLELSE", DATE_LINE), **item_headers()}
    document = body(content, section("rIdFront"))
    return docx(document, styles_part(1701), headers, {}, "Tilläggskallelse")


def _note(field: str) -> str:
    """Which version of the page or the memo this is, under its title."""
    return when(f"{field}.ersätter", p("Notis", f"{{{{ {field}.ersätter }}}}"))


def _front() -> list[str]:
    return [
        p("Rubrik1", "Tilläggskallelse till sammanträde {{ sammanträde.datum }}"),
        *meeting_facts(),
        p("Rubrik2", "{{ tillägg.rubrik }}"),
        when("nyheter", _news()),
        signatures("underskrifter"),
    ]


def _news() -> str:
    title = p(
        "Tabelltext",
        *if_run("nyhet.har_sida", "{{r nyhet.rubrik|länk(nyhet.bokmärke) }}"),
        *if_run("not nyhet.har_sida", "{{ nyhet.rubrik }}"),
    )
    number = when("nyhet.diarienummer", p("Tabelltext", small("{{ nyhet.diarienummer }}")))
    remark = when("nyhet.anmärkning", p("Tabelltext", small("{{ nyhet.anmärkning }}")))
    changes = each("ändring in nyhet.ändringar", p("Tabelltext", "{{ ändring }}"))
    widths = [624, 3823, 4623]
    return table(
        "Linjerad",
        widths,
        row(
            cell(widths[0], p("Tabellrubrik", "Nr")),
            cell(widths[1], p("Tabellrubrik", "Ärende")),
            cell(widths[2], p("Tabellrubrik", "Nytt")),
            header=True,
        ),
        row_tag("for nyhet in nyheter"),
        row(
            cell(widths[0], p("Tabelltext", "{{ nyhet.nummer }}")),
            cell(widths[1], title, number, remark),
            cell(widths[2], changes),
        ),
        row_tag("endfor"),
    )
