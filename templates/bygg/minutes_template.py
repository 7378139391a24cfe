"""protokoll.docx and utdrag.docx (A13)."""

from __future__ import annotations

from collections.abc import Sequence

from template_blocks import (
    bookmark,
    decision_points,
    fact,
    if_run,
    long_text,
    marked,
    page_header,
    rows,
    sign_boxes,
    signatures,
    small,
    to_fill_in,
)
from word_file import docx
from word_look import styles_part
from word_parts import (
    TAB,
    block,
    body,
    cell,
    each,
    p,
    row,
    row_tag,
    section,
    section_break,
    styled,
    table,
    tag,
    when,
)

_LABELS = 2495
_HALF = 4535
_SIGNED = '<w:ind w:right="3969"/>'
_NEW_PAGE = "<w:pageBreakBefore/>"
_TIGHT = '<w:spacing w:after="40"/>'


def minutes_template() -> bytes:
    """protokoll.docx: each § is a section, so that every page says which § it belongs to."""
    content = [
        *_front(),
        *_contents(),
        section_break(section("rIdFront", "rIdFooter")),
        tag("for paragraf in paragrafer"),
        _paragraph(),
        *paragraph_body(),
        section_break(section("rIdParagraph", "rIdFooter")),
        tag("endfor"),
    ]
    kind, date = "SAMMANTRÄDESPROTOKOLL", ("{{ nämnd.kommun }}", "{{ sammanträde.datum }}")
    headers = {
        "rIdFront": page_header(kind, date, marking=True),
        "rIdParagraph": page_header(kind, date, ("", "{{ sidhuvud.beteckning }}"), marking=True),
    }
    return docx(
        body(content, section("rIdFront", "rIdFooter")),
        styles_part(_LABELS),
        headers,
        {"rIdFooter": sign_boxes()},
        "Sammanträdesprotokoll",
    )


def extract_template() -> bytes:
    """utdrag.docx."""
    content = [
        p("Rubrik1", "Protokollsutdrag"),
        marking(),
        fact("Nämnd", "{{ nämnd.namn }}"),
        fact("Sammanträdesdatum", "{{ sammanträde.datum }}"),
        fact("Plats och tid", "{{ sammanträde.plats }}, {{ sammanträde.tid_från_till }}"),
        when("justering.justerat", fact("Justerat", "{{ justering.justerat }}")),
        p(
            "Paragrafrubrik",
            "{{ paragraf.beteckning }}\t{{ paragraf.rubrik_med_dnr }}",
            properties='<w:spacing w:before="440"/>',
        ),
        *paragraph_body(),
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
        marking=True,
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
        p("Rubrik1", "Sammanträdesprotokoll {{ sammanträde.datum }}", properties=_TITLE),
        marking(),
        _fact("Plats och tid", "{{ sammanträde.plats }}"),
        p(
            "Uppgift",
            TAB + "{{ sammanträde.dag|capitalize }}, {{ sammanträde.tid_från_till }}",
            properties=_TIGHT,
        ),
        _attendance(),
        _fact("Utses att justera", *to_fill_in("utses_att_justera"), above=120),
        _fact("Justeringens plats och tid", *to_fill_in("justering.text")),
        p("Framsidesrubrik", "Underskrifter", properties=_CLOSE),
        signatures("underskrifter", above=0, hand=400),
        _fact(
            "Paragrafer",
            "{{ paragrafer_text }}",
            *if_run("paragrafer_anmärkning", " ({{ paragrafer_anmärkning }})"),
            above=80,
        ),
        *_notice(),
    ]


def _fact(label: str, *value: str, above: int = 0) -> str:
    """A fact on the front page, whose lines stand close so that the whole fits on one page."""
    space = f'<w:spacing w:before="{above}" w:after="20"/>'
    return p("Uppgift", small(label), TAB, *value, properties=space)


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
    """The certificate of notice (C4), in one cell so that no line of it ends on another page."""
    dates = (
        _two("Sammanträdesdatum", ["{{ sammanträde.datum }}"], "Justerat den", "anslag.justerat"),
        _two("Anslaget den", to_fill_in("anslag.anslaget"), "Nedtas den", "anslag.nedtas"),
    )
    content = (
        p("", "{{ anslag.text }}", properties=_TIGHT),
        _fact("Nämnd", "{{ nämnd.namn }}, {{ anslag.paragrafer }}"),
        *dates,
        _fact(
            "Överklagas senast",
            *to_fill_in("anslag.överklagas_senast"),
            ", till {{ anslag.överklagas_till }}",
        ),
        _fact("Förvaringsplats", *to_fill_in("anslag.förvaringsplats")),
        _fact("Underskrift"),
        p("Namnteckning", "{{ anslag.underskrift }}", properties=_SIGN_PLACE),
    )
    return [
        p("Framsidesrubrik", "Anslag/bevis", properties=_CLOSE),
        table("Olinjerad", [_HALF * 2], row(cell(_HALF * 2, *content), header=True)),
    ]


_TITLE = '<w:spacing w:after="100"/>'
_CLOSE = '<w:spacing w:before="160" w:after="40"/>'
_SIGN_PLACE = f'<w:spacing w:before="100"/><w:ind w:left="{_LABELS}" w:right="2268"/>'


def _two(label: str, value: Sequence[str], second_label: str, second: str) -> str:
    """Two short facts on one line."""
    return p(
        "Uppgift",
        small(label),
        TAB,
        *value,
        TAB,
        small(second_label),
        TAB,
        *to_fill_in(second),
        properties='<w:tabs><w:tab w:val="left" w:pos="4990"/><w:tab w:val="left" w:pos="6464"/>'
        '</w:tabs><w:spacing w:after="20"/>',
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
        marked("paragraf"),
        "{{ paragraf.beteckning }}\t{{ paragraf.rubrik_med_dnr }}",
    )


def paragraph_body() -> list[str]:
    """The sections of a § in the order of A13; each stands only when it says something."""
    return [
        when("paragraf.sent == 'Extra ärende'", p("", small("{{ paragraf.sent }}"))),
        _corrections(),
        decision_points("Beslut", "paragraf.beslut", 3),
        when("paragraf.omedelbart_justerad", p("", "{{ paragraf.omedelbart_justerad }}")),
        long_text("Jäv", "paragraf.jäv", 3),
        long_text("Deltar inte i beslutet", "paragraf.deltar_inte", 3),
        long_text(
            "{{ 'Reservationer' if paragraf.flera_reservationer else 'Reservation' }}",
            "paragraf.reservationer",
            3,
        ),
        long_text("Protokollsanteckning", "paragraf.anteckningar", 3),
        long_text("Sammanfattning", "paragraf.sammanfattning", 3),
        long_text("Yrkanden", "paragraf.yrkanden", 3),
        long_text("Beslutsgång", "paragraf.beslutsgång", 3),
        long_text("Omröstning", "paragraf.omröstning", 3),
        rows("Beslutsunderlag", "paragraf.beslutsunderlag", 3),
        rows("Expedieras till", "paragraf.expedieras_till", 3),
    ]


def marking() -> str:
    """Under the title: that the document is a draft, or what may be published."""
    text = styled("{{ dokument.märkning }}", "Dokumenttyp")
    return when("dokument.märkning", p("", text, properties=_TIGHT))


def _corrections() -> str:
    """Both wordings of what was corrected after the adjustment, right under the § (F 26)."""
    old, new = "rättelse.före", "rättelse.efter"
    return each(
        "rättelse in paragraf.rättelser",
        p("Rubrik3", "Rättelse {{ rättelse.datum_i_text }}"),
        _fact("Avser", "{{ rättelse.avser }}"),
        _fact("Skäl", "{{ rättelse.skäl }}"),
        _fact("Grund", "{{ rättelse.grund }}"),
        _fact("Rättat av", "{{ rättelse.av }}"),
        when(old, p("Rubrik4", "Tidigare lydelse"), block(f"{old}|punkter")),
        when(new, p("Rubrik4", "Rättad lydelse"), block(f"{new}|punkter")),
    )
