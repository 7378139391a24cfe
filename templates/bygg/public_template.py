"""ej-verkställda-offentlig.docx: numbers only, small ones hidden."""

from __future__ import annotations

from register_blocks import LABELS, Column, register_table, report_start
from template_blocks import page_header
from word_file import docx
from word_look import styles_part
from word_parts import body, p, section, when

_AFTER = '<w:spacing w:before="160"/>'


def public_template() -> bytes:
    """The finished template."""
    content = [
        report_start(),
        p("", "Nämndens rapportering till Inspektionen för vård och omsorg, IVO, gäller "
          "{{ rapport.period }}. Uppgifterna är sammanställda {{ rapport.datum_i_text }}."),
        when("mening", p("", "{{ mening }}")),
        when("beslut", p("Rubrik2", "Beslut som inte har verkställts inom tre månader"),
             _counted("beslut", "totalt_beslut")),
        when("avbrott", p("Rubrik2", "Avbrott i verkställigheten som varat mer än tre månader"),
             _counted("avbrott", "totalt_avbrott")),
        when("dold", p("Notis", "{{ dold }}", properties=_AFTER)),
    ]  # fmt: skip
    header = page_header(
        "EJ VERKSTÄLLDA BESLUT",
        ("{{ nämnd.kommun }}", "{{ rapport.datum }}"),
        ("{{ nämnd.förvaltning }}", "{{ rapport.diarienummer }}"),
    )
    document = body(content, section("rIdHeader"))
    return docx(
        document, styles_part(LABELS), {"rIdHeader": header}, {}, "Ej verkställda beslut, offentlig"
    )


def _counted(rows: str, total: str) -> str:
    columns = [
        Column("Insats", "{{ rad.insats }}", 6370),
        Column("Antal", "{{ rad.antal }}", 2700, number=True),
    ]
    return register_table(f"rad in {rows}", columns, ("Totalt", f"{{{{ {total} }}}}"))
