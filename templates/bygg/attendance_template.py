"""närvarolista.docx: who served at which §§ (A13)."""

from __future__ import annotations

from register_blocks import LABELS
from template_blocks import fact, page_header
from word_file import docx
from word_look import styles_part
from word_parts import body, cell, cell_tag, each, p, row, row_tag, section, table, when

_NAME, _MARK = 3120, 1190
_CENTRED = '<w:jc w:val="center"/>'


def attendance_template() -> bytes:
    """The finished template."""
    content = [
        p("Rubrik1", "Närvarolista"),
        fact("Nämnd", "{{ nämnd.namn }}"),
        fact("Sammanträde", "{{ sammanträde.dag|capitalize }}, {{ sammanträde.tid_från_till }}"),
        when("paragrafer_text", fact("Paragrafer", "{{ paragrafer_text }}")),
        when("teckenförklaring", fact("Tecken", "{{ teckenförklaring|join(', ') }}")),
        when("not tabeller", p("", "Närvaron är inte noterad.")),
        each("tabell in tabeller", p("Rubrik2", "{{ tabell.rubrik }}"), _people()),
    ]
    header = page_header(
        "NÄRVAROLISTA",
        ("{{ nämnd.kommun }}", "{{ sammanträde.datum }}"),
        ("", "{{ paragrafer_text }}"),
    )
    document = body(content, section("rIdHeader"))
    return docx(document, styles_part(LABELS), {"rIdHeader": header}, {}, "Närvarolista")


def _people() -> str:
    heading = cell(_MARK, p("Tabellrubrik", "{{ kolumn }}", properties=_CENTRED))
    mark = cell(_MARK, p("Tabelltext", "{{ märke }}", properties=_CENTRED))
    end = cell_tag("endfor")
    return table(
        "Linjerad",
        [_NAME, *[_MARK] * 5],
        row(
            cell(_NAME, p("Tabellrubrik", "Namn")),
            cell_tag("for kolumn in tabell.kolumner"),
            heading,
            end,
            header=True,
        ),
        row_tag("for person in tabell.personer"),
        row(
            cell(_NAME, p("Tabelltext", "{{ person.namn }}")),
            cell_tag("for märke in person.märken"),
            mark,
            end,
        ),
        row_tag("endfor"),
    )
