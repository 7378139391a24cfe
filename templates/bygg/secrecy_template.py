"""sekretessbilaga.docx: one secret § in full, apart from the minutes (F 27, OSL 5:5)."""

from __future__ import annotations

from minutes_template import marking, paragraph_body
from template_blocks import fact, page_header, sign_boxes, signatures, small, to_fill_in
from word_file import docx
from word_look import styles_part
from word_parts import TAB, body, cell, p, row, section, table, when

_LABELS = 2495
_WIDTH = 9070


def secrecy_template() -> bytes:
    """The finished template."""
    content = [
        p("Rubrik1", "Sekretessbilaga till protokoll {{ sammanträde.datum }}"),
        marking(),
        _mark(),
        p(
            "Uppgift",
            small("Nämnd"),
            TAB,
            "{{ nämnd.namn }}",
            properties='<w:spacing w:before="240"/>',
        ),
        fact("Plats och tid", "{{ sammanträde.plats }}, {{ sammanträde.tid_från_till }}"),
        when("justering.justerat", fact("Justerat", "{{ justering.justerat }}")),
        p(
            "Paragrafrubrik",
            "{{ paragraf.beteckning }}\t{{ paragraf.rubrik_med_dnr }}",
            properties='<w:spacing w:before="440"/>',
        ),
        *paragraph_body(),
        p("Framsidesrubrik", "Underskrifter", properties='<w:spacing w:before="240"/>'),
        signatures("underskrifter", above=0, hand=400),
    ]
    header = page_header(
        "SEKRETESSBILAGA",
        ("{{ nämnd.kommun }}", "{{ sammanträde.datum }}"),
        ("SEKRETESS", "{{ paragraf.beteckning }}"),
        marking=True,
    )
    return docx(
        body(content, section("rIdHeader", "rIdFooter")),
        styles_part(_LABELS),
        {"rIdHeader": header},
        {"rIdFooter": sign_boxes()},
        "Sekretessbilaga",
    )


def _mark() -> str:
    """The secrecy mark: provision, date, authority; a line to fill in for what is not known."""
    content = (
        p("Framsidesrubrik", "SEKRETESS", properties='<w:spacing w:before="60"/>'),
        _fact("Bestämmelse", "offentlighets- och sekretesslagen ", "sekretess.bestämmelse"),
        _fact("Datum", "", "sekretess.datum"),
        _fact("Myndighet", "", "sekretess.myndighet"),
    )
    return table("Signruta", [_WIDTH], row(cell(_WIDTH, *content), header=True))


def _fact(label: str, before: str, expression: str) -> str:
    return p("Uppgift", small(label), TAB, before, *to_fill_in(expression))
