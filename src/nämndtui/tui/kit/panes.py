"""F6: from pane to pane, remembering where the cursor was in each."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen
from textual.widget import Widget

PANE = "pane"


def next_pane(screen: Screen[Any], step: int) -> None:
    """Move focus to the next (1) or previous (-1) shown widget with class ``pane``."""
    panes = [pane for pane in screen.query(f".{PANE}") if _shown(pane) and _way_in(pane)]
    if not panes:
        return
    here = next((i for i, pane in enumerate(panes) if pane.has_focus_within or pane.has_focus), -1)
    way_in = _way_in(panes[(here + step) % len(panes)])
    if way_in is not None:
        screen.set_focus(way_in)


def _way_in(pane: Widget) -> Widget | None:
    """The first widget in a pane that can have focus, the pane itself included."""
    for widget in pane.walk_children(Widget, with_self=True):
        if widget.focusable and _shown(widget):
            return widget
    return None


def _shown(widget: Widget) -> bool:
    """True when neither the widget nor anything it lies in is hidden."""
    return all(one.display for one in widget.ancestors_with_self if isinstance(one, Widget))
