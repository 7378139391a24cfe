"""statistikrapport.docx: what the council is told each quarter."""

from __future__ import annotations

from register_blocks import LABELS, Column, register_table, report_start
from template_blocks import memo_signatures, page_header
from word_file import docx
from word_look import styles_part
from word_parts import body, p, section, when


def statistics_template() -> bytes:
    """The finished template."""
    content = [
        report_start(),
        p("", "{{ mening }}"),
        p("", "Rapporten lämnas till kommunfullmäktige en gång i kvartalet enligt "
          "{{ lagrum }}. Den visar hur många beslut det är, vilka slags insatser de gäller och "
          "hur lång tid som har gått för vart och ett."),
        when("beslut", p("Rubrik2", "Beslut som inte har verkställts inom tre månader"),
             _counted("beslut", "antal_beslut", "beslutsdagen")),
        when("avbrott", p("Rubrik2", "Avbrott i verkställigheten"),
             _counted("avbrott", "antal_avbrott", "avbrottet")),
        when("beslut or avbrott", p("Notis", "{{ tidsberäkning }}",
             properties='<w:keepNext/><w:spacing w:before="160"/>')),
        memo_signatures("rapport"),
    ]  # fmt: skip
    header = page_header(
        "STATISTIKRAPPORT",
        ("{{ nämnd.kommun }}", "{{ rapport.datum }}"),
        ("{{ nämnd.förvaltning }}", "{{ rapport.diarienummer }}"),
    )
    document = body(content, section("rIdHeader"))
    return docx(document, styles_part(LABELS), {"rIdHeader": header}, {}, "Statistikrapport")


def _counted(rows: str, total: str, since: str) -> str:
    columns = [
        Column("Insats", "{{ rad.insats }}", 4100),
        Column(f"Tid som förflutit från {since}", "{{ rad.tid }}", 3870),
        Column("Antal", "{{ rad.antal }}", 1100, number=True),
    ]
    return register_table(f"rad in {rows}", columns, ("Totalt", "", f"{{{{ {total} }}}}"))
