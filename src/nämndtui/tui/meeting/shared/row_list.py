"""The agenda at the left, and other short lists of rows: each keeps its cursor when refreshed."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from nämndtui.tui.kit.widgets.sure_pages import SurePages
from nämndtui.tui.meeting.shared.agenda_lines import AgendaLine, line_content

KeyT = TypeVar("KeyT", bound=Hashable)


class RowList(SurePages, Generic[KeyT]):
    """Rows that stand for something. The cursor stays on the same thing when rows change."""

    class Moved(Message):
        """The cursor stands on another row; ``key`` is None when there is none."""

        def __init__(self, rows: RowList[Any], key: Any) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> RowList[Any]:
            return self.rows

    class Opened(Message):
        """Enter, or a click on a row."""

        def __init__(self, rows: RowList[Any], key: Any) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> RowList[Any]:
            return self.rows

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, markup=False, compact=True)
        self.keys: list[KeyT] = []
        self._told: object = ()

    @property
    def current(self) -> KeyT | None:
        """What the row with the cursor stands for."""
        place = self.highlighted
        return self.keys[place] if place is not None and place < len(self.keys) else None

    def show_rows(self, rows: Sequence[tuple[KeyT, Content]], select: KeyT | None = None) -> None:
        """Replace the rows; the cursor goes to ``select``, else stays where it was."""
        wanted = self.current if select is None else select
        before = self.highlighted or 0
        self.keys = [key for key, _ in rows]
        self.set_options([Option(content) for _, content in rows])
        if self.keys:
            found = self.keys.index(wanted) if wanted in self.keys else None
            self.highlighted = min(before, len(rows) - 1) if found is None else found
        self._tell()

    def select(self, key: KeyT) -> None:
        """Put the cursor on a row, if there is one for ``key``."""
        if key in self.keys:
            self.highlighted = self.keys.index(key)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell where the cursor is."""
        event.stop()
        self._tell()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell what was chosen."""
        event.stop()
        self.post_message(self.Opened(self, self.current))

    def _tell(self) -> None:
        if self.current != self._told:
            self._told = self.current
            self.post_message(self.Moved(self, self.current))


class AgendaList(RowList[int]):
    """The meeting's items, each row as wide as the list. ← and → are for the item's tabs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "section(-1)", "Föregående flik", show=False),
        Binding("right", "section(1)", "Nästa flik", show=False),
    ]

    class SectionStep(Message):
        """Another tab of the item is wanted: 1 the next, -1 the one before."""

        def __init__(self, steps: int) -> None:
            super().__init__()
            self.steps = steps

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._agenda: tuple[AgendaLine, ...] = ()

    def show_lines(self, lines: tuple[AgendaLine, ...], select: int | None = None) -> None:
        """Show the agenda; the cursor goes to ``select``, else stays on its item."""
        self._agenda = lines
        scrolls = len(lines) > self.container_size.height > 0
        width = max(self.container_size.width - scrolls, 12)
        self.show_rows([(line.item_id, line_content(line, width)) for line in lines], select)

    def on_resize(self, event: events.Resize) -> None:
        """Cut titles for the new width."""
        self.show_lines(self._agenda)

    def action_section(self, steps: int) -> None:
        """Ask for another tab."""
        self.post_message(self.SectionStep(steps))
