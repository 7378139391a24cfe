"""A table of rows from the database: safe cells, keys, and pages that are fetched on demand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import DataTable

from nämndtui.tui.kit.safe_text import cell
from nämndtui.tui.kit.textual_private import redraw_columns

PAGE_ROWS = 200


@dataclass(frozen=True)
class Column:
    """A column: its heading and its width in cells; 0 takes the room that is left."""

    title: str
    width: int = 0


@dataclass(frozen=True)
class TableRow:
    """A row: what it stands for, and its cells. Plain strings are data; Text is styled already.

    ``height`` None takes the lines its texts need.
    """

    key: str
    cells: tuple[str | Text, ...]
    height: int | None = 1


class RowTable(DataTable[Text], inherit_bindings=False):
    """At most ``PAGE_ROWS`` rows at a time. Enter is left to the screen's own commands."""

    BINDINGS: list[BindingType] = [  # type: ignore[misc]  # noqa: RUF012 - as Textual declares it
        Binding("up,k", "cursor_up", "Upp", show=False),
        Binding("down,j", "cursor_down", "Ned", show=False),
        Binding("pageup", "page_up", "Sida upp", show=False),
        Binding("pagedown", "page_down", "Sida ned", show=False),
        Binding("home,ctrl+home", "scroll_top", "Först", show=False),
        Binding("end,ctrl+end", "scroll_bottom", "Sist", show=False),
    ]

    class MoreWanted(Message):
        """The cursor is on the last row and there are more in the database."""

        def __init__(self, table: RowTable, last_key: str) -> None:
            super().__init__()
            self.table = table
            self.last_key = last_key

    class Opened(Message):
        """A row was clicked while it had the cursor."""

        def __init__(self, table: RowTable, key: str) -> None:
            super().__init__()
            self.table = table
            self.key = key

    class Moved(Message):
        """The cursor stands on another row; ``key`` is empty when there is none."""

        def __init__(self, table: RowTable, key: str) -> None:
            super().__init__()
            self.table = table
            self.key = key

    def __init__(self, columns: Sequence[Column], id: str | None = None) -> None:
        super().__init__(id=id, cursor_type="row", cell_padding=1)
        self._columns = columns
        self._more = False
        self._rows: list[TableRow] = []
        self._wanted = ""

    def on_mount(self) -> None:
        rows, self._rows = self._rows, []
        for number, column in enumerate(self._columns):
            self.add_column(Text(column.title), width=column.width or 10, key=str(number))
        if rows:
            self.show_rows(rows, self._more, self._wanted)

    def on_resize(self) -> None:
        """Give the flexible columns what the fixed ones leave."""
        flexible = [
            c for c, spec in zip(self.ordered_columns, self._columns, strict=True) if not spec.width
        ]
        fixed = sum(spec.width for spec in self._columns)
        room = self.size.width - fixed - 2 * self.cell_padding * len(self._columns)
        width = max(room // len(flexible), 8) if flexible else 0
        if all(column.width == width for column in flexible):
            return
        for column in flexible:
            column.width = width
        if any(row.height is None for row in self._rows):
            self.show_rows(self._rows, self._more)
        redraw_columns(self)

    @property
    def current_key(self) -> str:
        """The key of the row with the cursor; empty when there are no rows."""
        if not self.row_count or not self.is_valid_row_index(self.cursor_row):
            return ""
        return self.coordinate_to_cell_key(self.cursor_coordinate).row_key.value or ""

    def show_rows(self, rows: Sequence[TableRow], more: bool = False, select: str = "") -> None:
        """Replace the rows. The cursor stays on ``select``, else on the row it was on."""
        if not self.columns:
            # Not mounted yet: on_mount shows them.
            self._rows, self._more, self._wanted = list(rows), more, select
            return
        wanted = select or self.current_key
        before = self.cursor_row
        self._more = more
        self.clear()
        self._rows = []
        self._add(rows)
        keys = [row.key for row in rows]
        row = keys.index(wanted) if wanted in keys else min(before, max(len(keys) - 1, 0))
        self.move_cursor(row=row, scroll=True)
        self.post_message(self.Moved(self, self.current_key))

    def append_rows(self, rows: Sequence[TableRow], more: bool) -> None:
        """Add the next page."""
        self._more = more
        self._add(rows)

    def _add(self, rows: Sequence[TableRow]) -> None:
        self._rows.extend(rows)
        for row in rows:
            cells = [part if isinstance(part, Text) else cell(part) for part in row.cells]
            self.add_row(*cells, key=row.key, height=row.height)

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Tell where the cursor is, and ask for more at the end."""
        event.stop()
        # The row of the event may be gone since; the cursor is where it is now.
        key = self.current_key
        self.post_message(self.Moved(self, key))
        if self._more and key and self.cursor_row == self.row_count - 1:
            self._more = False
            self.post_message(self.MoreWanted(self, key))

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """A second click opens."""
        event.stop()
        if self.current_key and event.row_key == self.current_key:
            self.post_message(self.Opened(self, self.current_key))
