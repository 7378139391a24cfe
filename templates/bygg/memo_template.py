"""tjänsteskrivelse.docx (A3)."""

from __future__ import annotations

from template_blocks import memo_body, memo_facts, page_header
from word_file import docx
from word_look import styles_part
from word_parts import body, p, section


def memo_template() -> bytes:
    """The finished template."""
    header = page_header(
        "TJÄNSTESKRIVELSE",
        ("{{ nämnd.kommun }}", "{{ tjänsteskrivelse.datum }}"),
        ("{{ nämnd.förvaltning }}", "{{ tjänsteskrivelse.diarienummer }}"),
    )
    content = [
        memo_facts(),
        p("Rubrik1", "{{ tjänsteskrivelse.rubrik }}", properties='<w:spacing w:before="400"/>'),
        memo_body(2),
    ]
    return docx(
        body(content, section("rIdHeader")),
        styles_part(1701),
        {"rIdHeader": header},
        {},
        "Tjänsteskrivelse",
    )
