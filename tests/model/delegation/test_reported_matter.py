"""Matters for information are printed grouped by origin (A6)."""

from __future__ import annotations

from datetime import date

from nämndtui.model.delegation.reported_matter import ReportedMatter, by_origin, matters_markdown


def matter(number: int, origin: str, title: str, dnr: str = "", day: int = 1) -> ReportedMatter:
    return ReportedMatter(number, 1, origin, title, dnr, date(2026, 11, day))


def test_they_are_grouped_by_origin_in_the_order_they_were_collected() -> None:
    matters = [
        matter(1, "Omsorgsförvaltningen", "Protokoll från samverkansgruppen", day=18),
        matter(2, "Kommunfullmäktige", "Beslut om budget 2027", "KS/2026:148"),
        matter(3, "omsorgsförvaltningen", "Slutrapport [utkast]", day=3),
    ]
    assert matters_markdown(matters) == (
        "**Omsorgsförvaltningen**\n\n"
        "- Slutrapport \\[utkast\\]\n- Protokoll från samverkansgruppen\n\n"
        "**Kommunfullmäktige**\n\n- Beslut om budget 2027 (KS/2026:148)"
    )
    assert [origin for origin, _ in by_origin(matters)] == [
        "Omsorgsförvaltningen",
        "Kommunfullmäktige",
    ]


def test_nothing_to_report_is_said() -> None:
    assert matters_markdown([]) == "Det finns inga ärenden att redovisa."
