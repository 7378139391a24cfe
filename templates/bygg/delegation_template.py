"""delegationslista.docx: delegated decisions by role, under their verksamhet if any (A7)."""

from __future__ import annotations

from register_blocks import LABELS
from template_blocks import fact, page_header, small
from word_file import docx
from word_look import styles_part
from word_parts import body, cell, each, p, row, row_tag, section, table, when

_INTRO = (
    "Nämnden har överlåtit sin beslutanderätt i vissa ärenden till ordföranden och till anställda "
    "enligt delegationsordningen. Beslut som har fattats med stöd av den redovisas för nämnden. "
    "Redovisningen innebär inte att nämnden får ompröva besluten."
)


def delegation_template() -> bytes:
    """The finished template."""
    content = [
        p("Rubrik1", "Redovisning av delegationsbeslut"),
        fact("Nämnd", "{{ nämnd.namn }}"),
        fact("Sammanträde", "{{ sammanträde.dag|capitalize }}"),
        when(
            "ärende.rubrik",
            fact("Ärende", "{{ ärende.nummer }} {{ ärende.rubrik }} "
                 "{{ '(' ~ ärende.diarienummer ~ ')' if ärende.diarienummer }}"),
        ),
        when("period", fact("Fattade", "{{ period }}")),
        fact("Antal beslut", "{{ antal }}"),
        p("", _INTRO, properties='<w:spacing w:before="240"/>'),
        when("not grupper", p("", "Det finns inga beslut att redovisa.")),
        each(
            "grupp in grupper",
            when("grupp.ny_verksamhet", p("Rubrik2", "{{ grupp.verksamhet }}")),
            when("grupp.verksamhet", p("Rubrik3", "{{ grupp.rubrik }}")),
            when("not grupp.verksamhet", p("Rubrik2", "{{ grupp.rubrik }}")),
            _decisions(),
        ),
    ]  # fmt: skip
    header = page_header(
        "DELEGATIONSBESLUT",
        ("{{ nämnd.kommun }}", "{{ sammanträde.datum }}"),
        ("", "{{ ärende.diarienummer }}"),
    )
    document = body(content, section("rIdHeader"))
    return docx(document, styles_part(LABELS), {"rIdHeader": header}, {}, "Delegationsbeslut")


def _decisions() -> str:
    widths = [964, 4876, 1814, 1416]
    headings = ("Punkt", "Beslut", "Diarienummer", "Datum")
    reason = when("beslut.skäl", p("Tabelltext", small("{{ beslut.skäl }}")))
    return table(
        "Linjerad",
        widths,
        row(
            *(cell(w, p("Tabellrubrik", text)) for w, text in zip(widths, headings, strict=True)),
            header=True,
        ),
        row_tag("for beslut in grupp.beslut"),
        row(
            cell(widths[0], p("Tabelltext", "{{ beslut.punkt }}")),
            cell(widths[1], p("Tabelltext", "{{ beslut.text }}"), reason),
            cell(widths[2], p("Tabelltext", "{{ beslut.diarienummer }}")),
            cell(widths[3], p("Tabelltext", "{{ beslut.datum }}")),
        ),
        row_tag("endfor"),
    )
