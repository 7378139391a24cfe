"""voteringslista.docx: how each one voted (A13, KL 5:67). A vote stays on one page."""

from __future__ import annotations

from register_blocks import LABELS, RIGHT
from template_blocks import fact, page_header
from word_file import docx
from word_look import styles_part
from word_parts import TAB, body, cell, each, p, row, row_tag, section, table, when

_NAME, _MARK = 4310, 1190
_KEPT = "<w:keepNext/>"
_CENTRED = f'{_KEPT}<w:jc w:val="center"/>'
_CHOICES = (("Ja", "ja"), ("Nej", "nej"), ("Avstår", "avstår"), ("Frånvarande", "frånvarande"))


def vote_template() -> bytes:
    """The finished template."""
    content = [
        p("Rubrik1", "Voteringslista"),
        fact("Nämnd", "{{ nämnd.namn }}"),
        fact("Sammanträde", "{{ sammanträde.dag|capitalize }}"),
        each(
            "votering in omröstningar",
            p(
                "Paragrafrubrik",
                "{{ votering.beteckning }}" + TAB + "{{ votering.rubrik }}",
                properties='<w:spacing w:before="480"/>',
            ),
            when("votering.omröstning", p("Rubrik3", "{{ votering.omröstning }}")),
            when("votering.sluten", p("", "Sluten omröstning.")),
            when("votering.ja", fact("Ja-röst för", "{{ votering.ja }}")),
            when("votering.nej", fact("Nej-röst för", "{{ votering.nej }}")),
            when("votering.röster", _ballots()),
            when("votering.alternativ", _tallies()),
            p("", "{{ votering.resultat }}", properties='<w:spacing w:before="200"/>'),
        ),
    ]
    header = page_header(
        "VOTERINGSLISTA",
        ("{{ nämnd.kommun }}", "{{ sammanträde.datum }}"),
        ("", "{{ paragrafer_text }}"),
    )
    document = body(content, section("rIdHeader"))
    return docx(document, styles_part(LABELS), {"rIdHeader": header}, {}, "Voteringslista")


def _ballots() -> str:
    def line(style: str, first: str, pattern: str) -> str:
        marks = (
            cell(_MARK, p(style, pattern.format(name), properties=_CENTRED)) for _, name in _CHOICES
        )
        return row(cell(_NAME, p(style, first, properties=_KEPT)), *marks)

    return table(
        "Linjerad",
        [_NAME, *[_MARK] * len(_CHOICES)],
        row(
            cell(_NAME, p("Tabellrubrik", "Beslutande")),
            *(cell(_MARK, p("Tabellrubrik", text, properties=_CENTRED)) for text, _ in _CHOICES),
            header=True,
        ),
        row_tag("for röst in votering.röster"),
        line("Tabelltext", "{{ röst.namn }}", "{{{{ röst.{} }}}}"),
        row_tag("endfor"),
        line("Summa", "Summa", "{{{{ votering.summa.{} }}}}"),
    )


def _tallies() -> str:
    return table(
        "Linjerad",
        [_NAME, _MARK],
        row(
            cell(_NAME, p("Tabellrubrik", "Alternativ")),
            cell(_MARK, p("Tabellrubrik", "Röster", properties=RIGHT)),
            header=True,
        ),
        row_tag("for val in votering.alternativ"),
        row(
            cell(_NAME, p("Tabelltext", "{{ val.namn }}", properties=_KEPT)),
            cell(_MARK, p("Tabelltext", "{{ val.antal }}", properties=_KEPT + RIGHT)),
        ),
        row_tag("endfor"),
    )
