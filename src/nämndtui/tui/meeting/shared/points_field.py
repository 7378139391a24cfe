"""A text field whose gutter numbers the points, as they will be printed."""

from __future__ import annotations

from typing import Any

from rich.segment import Segment
from textual.geometry import Offset
from textual.strip import Strip

from nämndtui.model.text.point_text import point_numbers
from nämndtui.tui.meeting.shared.phrase_field import PhraseField


class PointsField(PhraseField):
    """One point on each line; the numbers stand in the margin and can't be typed wrong."""

    def __init__(self, **arguments: Any) -> None:
        super().__init__(show_line_numbers=True, **arguments)

    def render_line(self, y: int) -> Strip:
        """Textual's line, with the point's number in place of the line's."""
        strip = super().render_line(y)
        width = self.gutter_width
        if not self.text or strip.cell_length <= width:
            return strip
        top = self.scroll_offset.y + y
        if top >= self.wrapped_document.height:
            return strip
        line, column = self.wrapped_document.offset_to_location(Offset(0, top))
        number = point_numbers(self.document.lines)[line] if column == 0 else None
        shown = f"{number or '':>{width - 2}}  "
        gutter = next(iter(strip.crop(0, width)), None)
        style = gutter.style if gutter else None
        return Strip.join(
            [Strip([Segment(shown, style)], width), strip.crop(width, strip.cell_length)]
        )
