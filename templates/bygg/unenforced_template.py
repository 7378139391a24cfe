"""ej-verkställda.docx: the quarter's memo and, lying, its annexed table (A8)."""

from __future__ import annotations

from register_blocks import KEPT, LABELS, Column, register_table, report_start
from template_blocks import memo_signatures, page_header
from word_file import docx
from word_look import styles_part
from word_parts import (
    body,
    each,
    p,
    section,
    section_break,
    tag,
    when,
)

_HEADER = ("{{ nämnd.kommun }}", "{{ rapport.datum }}")
_CASE = ("{{ nämnd.förvaltning }}", "{{ rapport.diarienummer }}")
_COUNTED = (
    "Beslut och avbrott i rapporten: nya {{ jämförelse.nya }}, kvar från förra rapporten "
    "{{ jämförelse.kvar }}, verkställda {{ jämförelse.verkställda }}, avslutade av annat skäl "
    "{{ jämförelse.avslutade }}."
)
_CLOSE = '<w:spacing w:before="160"/>'


def unenforced_template() -> bytes:
    """The finished template."""
    content = [
        report_start(),
        p("", "Redovisningen gäller {{ rapport.period }}."),
        p("Rubrik2", "Sammanfattning"),
        each("mening in meningar", p("", "{{ mening }}")),
        p("Rubrik2", "Bakgrund"),
        each("stycke in bakgrund", p("", "{{ stycke }}")),
        when("jämförelse", *_comparison()),
        when("utveckling", *_trend()),
        when("beslut or avbrott", p("Rubrik2", "Bilaga"), p("", "Tabell över besluten, "
             "{{ rapport.kvartal }}", properties=KEPT)),
        memo_signatures("rapport"),
        tag("if beslut or avbrott"),
        section_break(section("rIdMemo")),
        *_annex(),
        section_break(section("rIdAnnex", landscape=True)),
        tag("endif"),
    ]  # fmt: skip
    headers = {
        "rIdMemo": page_header("EJ VERKSTÄLLDA BESLUT", _HEADER, _CASE),
        "rIdAnnex": page_header("BILAGA", _HEADER, _CASE, landscape=True),
    }
    document = body(content, section("rIdMemo"))
    return docx(document, styles_part(LABELS), headers, {}, "Ej verkställda beslut")


def _comparison() -> list[str]:
    columns = [
        Column("Insats", "{{ rad.insats }}", 4470),
        Column("{{ jämförelse.kvartal|capitalize }}", "{{ rad.förra }}", 2300, number=True),
        Column("{{ rapport.period|capitalize }}", "{{ rad.nu }}", 2300, number=True),
    ]
    return [
        p("Rubrik2", "Jämförelse med förra kvartalet"),
        when("jämförelse.insatser", register_table("rad in jämförelse.insatser", columns)),
        p("", _COUNTED, properties=KEPT + _CLOSE),
    ]


def _trend() -> list[str]:
    return [
        p("Rubrik2", "Utveckling"),
        p("", "Antal öppna, nya och verkställda beslut och avbrott per kvartal.",
          properties=KEPT),
        p("Diagram", "{%r for kurva in utveckling %}", "{{r kurva|diagram }}", "{%r endfor %}",
          properties=KEPT),
    ]  # fmt: skip


def _annex() -> list[str]:
    return [
        p("Rubrik2", "Ej verkställda beslut enligt {{ rapport.lag }}"),
        p("", "Rapporten avser {{ rapport.kvartal }}.", properties="<w:keepNext/>"),
        p("Rubrik3", "Gynnande beslut som inte verkställts inom tre månader"),
        when("beslut", _table("beslut", "Beslutsdatum", "Tid som förflutit från beslutsdag",
                              "loop.last and not avbrott")),
        when("not beslut", p("", "Inga beslut.")),
        when(
            "avbrott",
            p("Rubrik3", "Avbrott i verkställighet"),
            _table("avbrott", "Datum för avbrottet", "Tid som förflutit från datum för avbrott",
                   "loop.last"),
        ),
        p("Notis", "{{ tidsberäkning }}", properties=_CLOSE),
    ]  # fmt: skip


def _table(rows: str, day: str, time: str, kept: str) -> str:
    """One part of the table; its last row goes with the note under it."""
    columns = [
        Column("Insats och lagrum som beslutet gäller", "{{ rad.insats }}, {{ rad.lagrum }}", 4500),
        Column(day, "{{ rad.datum }}", 1500),
        Column(time, "{{ rad.tid }}", 1900),
        Column("Kön (K/M)", "{{ rad.kön }}", 1100),
        Column("Övriga kommentarer", "{{ rad.kommentar }}", 5002),
    ]
    return register_table(f"rad in {rows}", columns, kept=kept)
