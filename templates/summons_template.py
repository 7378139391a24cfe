"""kallelse.docx: front page, one page for each item, the memo behind it (A1–A3)."""

from __future__ import annotations

from template_blocks import (
    bookmark,
    decision_points,
    fact,
    if_run,
    long_text,
    marked,
    memo_body,
    memo_facts,
    page_header,
    rows,
    signatures,
    small,
)
from word_file import docx
from word_look import styles_part
from word_parts import (
    TAB,
    block,
    body,
    cell,
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

_DATE = ("{{ nämnd.kommun }}", "{{ dokument.datum }}")


def summons_template() -> bytes:
    """The finished template."""
    content = [
        *_front(),
        section_break(section("rIdFront")),
        tag("for punkt in punkter"),
        *_item_page(),
        section_break(section("rIdItem")),
        tag("set tjänsteskrivelse = punkt.tjänsteskrivelse"),
        tag("if tjänsteskrivelse"),
        *_memo(),
        section_break(section("rIdMemo")),
        tag("endif"),
        tag("endfor"),
    ]
    headers = {
        "rIdFront": page_header("KALLELSE/FÖREDRAGNINGSLISTA", _DATE),
        "rIdItem": page_header("ORDFÖRANDEFÖRSLAG", _DATE, ("", "{{ sidhuvud.diarienummer }}")),
        "rIdMemo": page_header(
            "TJÄNSTESKRIVELSE",
            ("{{ nämnd.kommun }}", "{{ sidhuvud.tjänsteskrivelse.datum }}"),
            ("", "{{ sidhuvud.diarienummer }}"),
        ),
    }
    document = body(content, section("rIdFront"))
    return docx(document, styles_part(1701), headers, {}, "Kallelse")


def _front() -> list[str]:
    return [
        p("Rubrik1", "Kallelse till sammanträde {{ sammanträde.datum }}"),
        fact("Nämnd", "{{ nämnd.namn }}"),
        fact("Tid", "{{ sammanträde.dag|capitalize }}, {{ sammanträde.tid }}"),
        when(
            "sammanträde.anmärkning",
            p("Uppgift", TAB, styled("{{ sammanträde.anmärkning }}", "Betoning")),
        ),
        fact("Plats", "{{ sammanträde.plats }}"),
        when("förhinder", fact("Förhinder", "{{ förhinder }}")),
        p("Rubrik2", "Ärenden"),
        when("dagordning", _agenda()),
        when("not dagordning", p("", "Ärendena är inte bestämda än.")),
        signatures("underskrifter"),
        when("gruppmöten", p("Rubrik2", "Gruppmöten"), _group_meetings()),
    ]


def _agenda() -> str:
    title = p(
        "Tabelltext",
        *if_run("punkt.har_sida", "{{r punkt.rubrik|länk(punkt.bokmärke) }}"),
        *if_run("not punkt.har_sida", "{{ punkt.rubrik }}"),
        *if_run("punkt.utgår", styled(" – utgår", "Stark")),
        *if_run("punkt.sent", small(" ({{ punkt.sent|lower }})")),
    )
    remark = when("punkt.anmärkning", p("Tabelltext", small("{{ punkt.anmärkning }}")))
    widths = [624, 6406, 2040]
    return table(
        "Linjerad",
        widths,
        row(
            cell(widths[0], p("Tabellrubrik", "Nr")),
            cell(widths[1], p("Tabellrubrik", "Ärende")),
            cell(widths[2], p("Tabellrubrik", "Diarienummer")),
            header=True,
        ),
        row_tag("for punkt in dagordning"),
        row(
            cell(widths[0], p("Tabelltext", "{{ punkt.nummer }}")),
            cell(widths[1], title, remark),
            cell(widths[2], p("Tabelltext", "{{ punkt.diarienummer }}")),
        ),
        row_tag("endfor"),
    )


def _group_meetings() -> str:
    widths = [2900, 2700, 3470]
    return table(
        "Linjerad",
        widths,
        row(
            cell(widths[0], p("Tabellrubrik", "Parti")),
            cell(widths[1], p("Tabellrubrik", "Plats")),
            cell(widths[2], p("Tabellrubrik", "Tid")),
            header=True,
        ),
        row_tag("for gruppmöte in gruppmöten"),
        row(
            cell(widths[0], p("Tabelltext", "{{ gruppmöte.partier }}")),
            cell(widths[1], p("Tabelltext", "{{ gruppmöte.plats }}")),
            cell(widths[2], p("Tabelltext", "{{ gruppmöte.när }}")),
        ),
        row_tag("endfor"),
    )


def _item_page() -> list[str]:
    differs = when(
        "punkt.ordförandens_avviker",
        p("Notis", "Ordförandens förslag skiljer sig från förvaltningens, som står nedan."),
    )
    return [
        p(
            "Renderubrik",
            bookmark("punkt.bokmärke"),
            marked("punkt"),
            "{{ punkt.nummer }}\t{{ punkt.rubrik_med_dnr }}",
        ),
        when("punkt.sent", p("Notis", "{{ punkt.sent }}")),
        when(
            "punkt.tidigare_behandling",
            p("Notis", "Tidigare behandling: {{ punkt.tidigare_behandling|join('; ') }}"),
        ),
        when(
            "punkt.förslag",
            p("Rubrik3", "Förslag till beslut"),
            differs,
            block("punkt.förslag|punkter"),
        ),
        when(
            "punkt.ordförandens_avviker",
            decision_points(
                "Förvaltningens förslag till beslut", "punkt.förvaltningens_förslag", 3
            ),
        ),
        long_text("Sammanfattning", "punkt.sammanfattning", 3),
        when("punkt.tom", p("", "{{ punkt.tom }}")),
        rows("Föredragande", "punkt.föredragande", 3),
        rows("{{ 'Bilaga' if punkt.bilagor|length == 1 else 'Bilagor' }}", "punkt.bilagor", 3),
        rows("Expedieras till", "punkt.expedieras_till", 3),
    ]


def _memo() -> list[str]:
    return [
        p("Beteckning", marked("punkt"), "Tjänsteskrivelse till ärende {{ punkt.nummer }}"),
        memo_facts(),
        p("Skrivelserubrik", "{{ tjänsteskrivelse.rubrik }}"),
        memo_body(4),
    ]
