"""What a kallelse and its supplement share: when and where, item pages and memos (A1–A3)."""

from __future__ import annotations

from template_blocks import (
    bookmark,
    decision_points,
    fact,
    long_text,
    marked,
    memo_body,
    memo_facts,
    page_header,
    rows,
)
from word_parts import TAB, block, p, section, section_break, styled, tag, when

DATE_LINE = ("{{ nämnd.kommun }}", "{{ dokument.datum }}")
"""The second line of a page header: municipality and the document's own day."""


def meeting_facts() -> list[str]:
    """Committee, time with its remark, and place."""
    return [
        fact("Nämnd", "{{ nämnd.namn }}"),
        fact("Tid", "{{ sammanträde.dag|capitalize }}, {{ sammanträde.tid }}"),
        when(
            "sammanträde.anmärkning",
            p("Uppgift", TAB, styled("{{ sammanträde.anmärkning }}", "Betoning")),
        ),
        fact("Plats", "{{ sammanträde.plats }}"),
    ]


def item_sections(note: str = "", memo_note: str = "") -> list[str]:
    """A section for each of ``punkter``, and one for the memo where there is one.

    ``note`` and ``memo_note`` are paragraphs under the titles.
    """
    return [
        tag("for punkt in punkter"),
        *_item_page(note),
        section_break(section("rIdItem")),
        tag("set tjänsteskrivelse = punkt.tjänsteskrivelse"),
        tag("if tjänsteskrivelse"),
        *_memo(memo_note),
        section_break(section("rIdMemo")),
        tag("endif"),
        tag("endfor"),
    ]


def item_headers() -> dict[str, str]:
    """The headers of those sections, by relationship id."""
    return {
        "rIdItem": page_header("ORDFÖRANDEFÖRSLAG", DATE_LINE, ("", "{{ sidhuvud.diarienummer }}")),
        "rIdMemo": page_header(
            "TJÄNSTESKRIVELSE",
            ("{{ nämnd.kommun }}", "{{ sidhuvud.tjänsteskrivelse.datum }}"),
            ("", "{{ sidhuvud.diarienummer }}"),
        ),
    }


def _item_page(note: str) -> list[str]:
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
        when("punkt.beräknad_tid", p("Notis", "Beräknad tid {{ punkt.beräknad_tid }}")),
        when(
            "punkt.tidsåtgång and not punkt.beräknad_tid",
            p("Notis", "Tidsåtgång {{ punkt.tidsåtgång }}"),
        ),
        note,
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


def _memo(note: str) -> list[str]:
    return [
        p("Beteckning", marked("punkt"), "Tjänsteskrivelse till ärende {{ punkt.nummer }}"),
        memo_facts(),
        p("Skrivelserubrik", "{{ tjänsteskrivelse.rubrik }}"),
        note,
        memo_body(4),
    ]
