"""The trend as text: a bar and its figure for each quarter, readable without colour."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from nämndtui.model.unenforced.legal_catalogue import LAWS
from nämndtui.model.unenforced.quarter_trend import TrendPoint
from nämndtui.tui.kit.safe_text import plain
from nämndtui.workflow.unenforced.quarter_reports import trend_of

ALL = "Alla insatser"
_BAR_CELLS = 20
_LEVELS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True)
class Series:
    """One law's kind of support over the quarters, oldest first; ``total`` for all of them."""

    law: str
    name: str
    points: tuple[TrendPoint, ...]
    total: bool = False

    @property
    def key(self) -> str:
        """What the list knows it by."""
        return f"{self.law}-{'*' if self.total else self.name}"


def series_of(connection: sqlite3.Connection, committee_id: int) -> list[Series]:
    """For each law: all kinds of support together, then each."""
    found: list[Series] = []
    for law in LAWS:
        points = trend_of(connection, committee_id, law)
        if not points:
            continue
        found.append(Series(law, ALL, _together(points), total=True))
        for name in dict.fromkeys(point.measure for point in points):
            own = tuple(point for point in points if point.measure == name)
            found.append(Series(law, name, own))
    return found


def _together(points: Sequence[TrendPoint]) -> tuple[TrendPoint, ...]:
    sums = []
    for quarter in dict.fromkeys(point.quarter for point in points):
        own = [point for point in points if point.quarter == quarter]
        sums.append(
            TrendPoint(
                quarter,
                ALL,
                sum(point.open for point in own),
                sum(point.new for point in own),
                sum(point.executed for point in own),
                sum(point.closed for point in own),
            )
        )
    return tuple(sums)


def spark(counts: Sequence[int]) -> str:
    """Small bars side by side, the highest count full; ``·`` for none."""
    most = max(counts, default=0)
    return "".join(
        _LEVELS[max(round(count / most * len(_LEVELS)) - 1, 0)] if count else "·"
        for count in counts
    )


def trend_chart(series: Series) -> Content:
    """For each quarter, newest first: a bar of what still waits, then all figures."""
    most = max((point.open for point in series.points), default=0)
    figure = max(len(str(most)), 1)
    bars = min(_BAR_CELLS, max(most, 1))
    head = f"{'Kvartal':<8} {'Pågår':<{bars + figure + 1}}  Nya  Verkst.  Avsl."
    lines = [plain(head, "bold")]
    for point in reversed(series.points):
        length = -(-point.open * bars // most) if most else 0
        bar = f"{'█' * length} {point.open}"
        counts = f"{point.new:>5}{point.executed:>9}{point.closed:>7}"
        lines.append(plain(f"{point.quarter!s:<8} {bar:<{max(bars + figure + 1, 5)}}{counts}"))
    lines.append(plain(""))
    lines.append(plain(_words(series), "$quiet"))
    return Content("\n").join(lines)


def _words(series: Series) -> str:
    """What the chart shows, in a sentence."""
    last = series.points[-1]
    if len(series.points) == 1:
        return f"{last.open} pågår efter {last.quarter.heading}."
    before = series.points[-2]
    change = last.open - before.open
    if change == 0:
        words = "lika många som"
    else:
        words = f"{abs(change)} {'fler' if change > 0 else 'färre'} än"
    return (
        f"{last.open} pågår efter {last.quarter.heading}, {words} efter {before.quarter.heading}."
    )
