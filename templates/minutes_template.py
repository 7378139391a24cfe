"""protokoll.docx and utdrag.docx (A13)."""

from __future__ import annotations

from template_blocks import (
    bookmark,
    decision_points,
    fact,
    long_text,
    page_header,
    rows,
    sign_boxes,
    signatures,
)
from word_file import docx
from word_look import styles_part
from word_parts import (
    TAB,
    body,
    cell,
    each,
    p,
    row,
    row_tag,
    section,
    styled,
    table,
    when,
)

_LABELS = 2381
_HALF = 4535
_SIGNED = '<w:ind w:right="3969"/>'
_NEW_PAGE = "<w:pageBreakBefore/>"


def minutes_template() -> bytes:
    """protokoll.docx."""
    content = [
        *_front(),
        *_contents(),
        each("paragraf in paragrafer", _paragraph(), *_paragraph_body()),
    ]
    header = page_header("SAMMANTRÄDESPROTOKOLL", ("{{ nämnd.kommun }}", "{{ sammanträde.datum }}"))
    return docx(
        body(content, section("rIdHeader", "rIdFooter")),
        styles_part(_LABELS),
        {"rIdHeader": header},
        {"rIdFooter": sign_boxes()},
        "Sammanträdesprotokoll",
    )


def extract_template() -> bytes:
    """utdrag.docx."""
    content = [
        p("Rubrik1", "Protokollsutdrag"),
        fact("Nämnd", "{{ nämnd.namn }}"),
        fact("Sammanträdesdatum", "{{ sammanträde.datum }}"),
        fact("Plats och tid", "{{ sammanträde.plats }}, {{ sammanträde.tid_från_till }}"),
        when("justering.justerat", fact("Justerat", "{{ justering.justerat }}")),
        p(
            "Paragrafrubrik",
            "{{ paragraf.beteckning }}\t{{ paragraf.rubrik_med_dnr }}",
            properties='<w:pageBreakBefore w:val="0"/><w:spacing w:before="440"/>',
        ),
        *_paragraph_body(),
        p("Framsidesrubrik", "Utdragsbestyrkande", properties='<w:spacing w:before="480"/>'),
        p(
            "",
            "Utdragets överensstämmelse med protokollet intygas.",
            properties="<w:keepNext/>",
        ),
        p("Namnteckning", "Underskrift, namnförtydligande och datum", properties=_SIGNED),
    ]
    header = page_header(
        "PROTOKOLLSUTDRAG",
        ("{{ nämnd.kommun }}", "{{ sammanträde.datum }}"),
        ("", "{{ paragraf.beteckning }}"),
    )
    return docx(
        body(content, section("rIdHeader")),
        styles_part(_LABELS),
        {"rIdHeader": header},
        {},
        "Protokollsutdrag",
    )


def _front() -> list[str]:
    return [
        p("Rubrik1", "Sammanträdesprotokoll {{ sammanträde.datum }}"),
        fact("Plats och tid", "{{ sammanträde.plats }}"),
        p("Uppgift", TAB + "{{ sammanträde.dag|capitalize }}, {{ sammanträde.tid_från_till }}"),
        _attendance(),
        _lead_fact("Utses att justera", "{{ utses_att_justera }}"),
        fact("Justering", "{{ justering.text }}"),
        fact("Paragrafer", "{{ paragrafer_text }}"),
        when(
            "omedelbart_justerade",
            fact("Omedelbart justerat", "{{ omedelbart_justerade }}"),
        ),
        p("Framsidesrubrik", "Underskrifter"),
        signatures("underskrifter", above=0),
        *_notice(),
    ]


def _lead_fact(label: str, value: str) -> str:
    space = '<w:spacing w:before="240"/>'
    return p("Uppgift", styled(label, "Etikett"), TAB + value, properties=space)


def _attendance() -> str:
    deciding = each("person in närvaro.beslutande", p("Nrvarande", "{{ person }}"))
    nobody = when("not närvaro.beslutande", p("Nrvarande", "Närvaron är inte noterad."))
    substitutes = each("person in närvaro.ersättare", p("Nrvarande", "{{ person }}"))
    others = each("person in närvaro.övriga", p("Nrvarande", "{{ person }}"))
    return table(
        "Olinjerad",
        [_HALF, _HALF],
        row(
            cell(_HALF, p("Nrvarorubrik", "Beslutande")),
            cell(_HALF, p("Nrvarorubrik", "Ersättare")),
            header=True,
        ),
        row(
            cell(_HALF, deciding, nobody),
            cell(
                _HALF,
                substitutes,
                when("not närvaro.ersättare", p("Nrvarande", "Inga ersättare.")),
                when(
                    "närvaro.övriga",
                    p("Nrvarorubrik", "Övriga deltagande"),
                    others,
                ),
            ),
        ),
    )


def _notice() -> list[str]:
    statement = (
        "Protokollet är justerat. Justeringen har tillkännagetts på kommunens digitala "
        "anslagstavla."
    )
    return [
        p("Framsidesrubrik", "Anslag/bevis"),
        p("", statement, properties='<w:keepNext/><w:spacing w:after="80"/>'),
        _kept("Nämnd", "{{ nämnd.namn }}, {{ anslag.paragrafer }}"),
        _kept("Sammanträdesdatum", "{{ sammanträde.datum }}"),
        _two_dates("Anslaget den", "anslag.anslaget", "Nedtas den", "anslag.nedtas"),
        when(
            "anslag.överklagas_senast",
            _kept("Överklagas senast", "{{ anslag.överklagas_senast }}"),
        ),
        _kept("Förvaringsplats", "{{ anslag.förvaringsplats }}"),
        _kept("Underskrift", ""),
        p("Namnteckning", "{{ anslag.underskrift }}", properties=_SIGN_PLACE),
    ]


_SIGN_PLACE = f'<w:spacing w:before="120"/><w:ind w:left="{_LABELS}" w:right="2268"/>'


def _kept(label: str, value: str) -> str:
    """A fact that stays on the page of the next."""
    return p("Uppgift", styled(label, "Etikett"), TAB + value, properties="<w:keepNext/>")


def _two_dates(label: str, value: str, second_label: str, second_value: str) -> str:
    """Two short facts on one line."""
    return p(
        "Uppgift",
        styled(label, "Etikett"),
        f"\t{{{{ {value} }}}}\t",
        styled(second_label, "Etikett"),
        f"\t{{{{ {second_value} }}}}",
        properties='<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="4990"/>'
        '<w:tab w:val="left" w:pos="6691"/></w:tabs>',
    )


def _contents() -> list[str]:
    widths = [907, 7143, 1020]
    right = '<w:jc w:val="right"/>'
    return [
        p("Rubrik2", "Ärenden", properties=_NEW_PAGE),
        table(
            "Linjerad",
            widths,
            row(
                cell(widths[0], p("Tabellrubrik", "Paragraf")),
                cell(widths[1], p("Tabellrubrik", "Ärende")),
                cell(widths[2], p("Tabellrubrik", "Sida", properties=right)),
                header=True,
            ),
            row_tag("for paragraf in paragrafer"),
            row(
                cell(widths[0], p("Tabelltext", "{{ paragraf.beteckning }}")),
                cell(
                    widths[1],
                    p("Tabelltext", "{{r paragraf.rubrik_med_dnr|länk(paragraf.bokmärke) }}"),
                ),
                cell(
                    widths[2],
                    p("Tabelltext", "{{r paragraf.bokmärke|sidnummer }}", properties=right),
                ),
            ),
            row_tag("endfor"),
        ),
        when(
            "utgår",
            p("Rubrik3", "Ärenden som utgår"),
            each("rubrik in utgår", p("Rad", "{{ rubrik }}")),
        ),
    ]


def _paragraph() -> str:
    return p(
        "Paragrafrubrik",
        bookmark("paragraf.bokmärke"),
        "{{ paragraf.beteckning }}\t{{ paragraf.rubrik_med_dnr }}",
    )


def _paragraph_body() -> list[str]:
    """The sections of a § in the order of A13; each stands only when it says something."""
    return [
        decision_points("Beslut", "paragraf.beslut", 3),
        when("paragraf.omedelbart_justerad", p("", "{{ paragraf.omedelbart_justerad }}")),
        long_text("Jäv", "paragraf.jäv", 3),
        long_text("Reservation", "paragraf.reservationer", 3),
        long_text("Protokollsanteckning", "paragraf.anteckningar", 3),
        long_text("Sammanfattning", "paragraf.sammanfattning", 3),
        long_text("Yrkanden", "paragraf.yrkanden", 3),
        long_text("Beslutsgång", "paragraf.beslutsgång", 3),
        long_text("Omröstning", "paragraf.omröstning", 3),
        rows("Beslutsunderlag", "paragraf.beslutsunderlag", 3),
        rows("Expedieras till", "paragraf.expedieras_till", 3),
    ]
