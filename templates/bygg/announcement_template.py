"""anslag.docx: what goes up on the notice board when minutes are adjusted (C4)."""

from __future__ import annotations

from minutes_template import marking
from template_blocks import page_header, rows, small, to_fill_in
from word_file import docx
from word_look import styles_part
from word_parts import TAB, body, each, p, section

_LABELS = 2495
_SIGNED = f'<w:spacing w:before="720"/><w:ind w:left="{_LABELS}" w:right="2268"/>'


def announcement_template() -> bytes:
    """The finished template."""
    content = [
        p("Rubrik1", "Anslag om justerat protokoll"),
        marking(),
        p("", "{{ anslag.text }}", properties='<w:spacing w:after="240"/>'),
        _fact("Nämnd", "{{ nämnd.namn }}"),
        _fact("Sammanträdesdatum", "{{ sammanträde.datum }}"),
        _fact("Paragrafer", "{{ anslag.paragrafer }}"),
        _fact("Justerat den", *to_fill_in("anslag.justerat")),
        _fact("Anslaget den", *to_fill_in("anslag.anslaget")),
        _fact("Överklagas senast", *to_fill_in("anslag.överklagas_senast")),
        _fact("Nedtas den", *to_fill_in("anslag.nedtas")),
        _fact("Förvaringsplats", *to_fill_in("anslag.förvaringsplats")),
        rows("Rättelser", "rättelser", 2),
        p("Rubrik2", "Så här överklagar du"),
        each("stycke in överklagande", p("", "{{ stycke }}")),
        p("Rubrik2", "Underskrift"),
        p("Namnteckning", "{{ anslag.underskrift }}", properties=_SIGNED),
    ]
    header = page_header("ANSLAG", ("{{ nämnd.kommun }}", "{{ sammanträde.datum }}"), marking=True)
    document = body(content, section("rIdHeader"))
    return docx(document, styles_part(_LABELS), {"rIdHeader": header}, {}, "Anslag")


def _fact(label: str, *value: str) -> str:
    return p("Uppgift", small(label), TAB, *value)
