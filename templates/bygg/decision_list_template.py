"""beslutslista.docx: what was decided, a row for each § (A13)."""

from __future__ import annotations

from register_blocks import LABELS, Column, register_table
from template_blocks import fact, page_header
from word_file import docx
from word_look import styles_part
from word_parts import body, p, section

_INTRO = "Listan är ett sammandrag. Besluten står i sin helhet i protokollet."
_COLUMNS = (
    Column("Paragraf", "{{ rad.beteckning }}", 907),
    Column("Ärende", "{{ rad.rubrik }}", 2268),
    Column("Beslut", "{{ rad.beslut }}", 2945),
    Column("Expedieras till", "{{ rad.expedieras_till|join(', ') }}", 2950),
)


def decision_list_template() -> bytes:
    """The finished template."""
    content = [
        p("Rubrik1", "Beslutslista"),
        fact("Nämnd", "{{ nämnd.namn }}"),
        fact("Sammanträde", "{{ sammanträde.dag|capitalize }}"),
        p("", _INTRO, properties='<w:spacing w:before="240"/>'),
        register_table("rad in rader", _COLUMNS),
    ]
    header = page_header(
        "BESLUTSLISTA",
        ("{{ nämnd.kommun }}", "{{ sammanträde.datum }}"),
        ("", "{{ paragrafer_text }}"),
        marking=True,
    )
    document = body(content, section("rIdHeader"))
    return docx(document, styles_part(LABELS), {"rIdHeader": header}, {}, "Beslutslista")
