"""How the number of unenforced decisions moves, as charts a template can show."""

from __future__ import annotations

from collections.abc import Sequence

from nämndtui.documents.contexts.committee import Context
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.unenforced.quarter_trend import TrendPoint

SERIES = (("Öppna", "open"), ("Nya", "new"), ("Verkställda", "executed"))
LONGEST = 6
"""As many quarters, the latest, as a chart of half a page's width has room for."""


def trend_context(points: Sequence[TrendPoint]) -> list[Context]:
    """``utveckling``: a chart for each kind of support; none before there are two quarters."""
    quarters = sorted({point.quarter for point in points})[-LONGEST:]
    if len(quarters) < 2:
        return []
    names = dict.fromkeys(point.measure for point in points)
    own = {
        name: [p for p in points if p.measure == name and p.quarter in quarters] for name in names
    }
    return [_chart(name, found) for name, found in own.items() if any(map(_any, found))]


def _chart(name: str, points: Sequence[TrendPoint]) -> Context:
    ordered = sorted(points, key=lambda point: point.quarter)
    return {
        "rubrik": clean_line(name),
        "alternativtext": _described(clean_line(name), ordered),
        "kvartal": [str(point.quarter) for point in ordered],
        "serier": [
            {"namn": shown, "värden": [getattr(point, field) for point in ordered]}
            for shown, field in SERIES
        ],
    }


def _described(name: str, points: Sequence[TrendPoint]) -> str:
    quarters = "; ".join(
        f"{point.quarter.heading}: öppna {point.open}, nya {point.new}, verkställda "
        f"{point.executed}"
        for point in points
    )
    return (
        f"Stapeldiagram över ej verkställda beslut, {name}. {quarters[:1].upper()}{quarters[1:]}."
    )


def _any(point: TrendPoint) -> bool:
    return bool(point.open or point.new or point.executed)
