"""The one way to read: a thread worker with its own read-only connection.

A worker only posts a message; the result is shown by the event loop, and only while it is
still the newest answer to its question.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from textual.message import Message
from textual.worker import get_current_worker

from nämndtui.model.text.errors import NamndError, RefusedError
from nämndtui.model.text.system_reason import database_reason
from nämndtui.store.core.connection import open_reader
from nämndtui.tui.kit.work.faults import UnexpectedError, debugging

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from nämndtui.tui.kit.work.program import Program
else:
    # Textual looks for styles along the first base that is a DOMNode; a mixin must not be one.
    DOMNode = object

T = TypeVar("T")


class ReadDone(Message, bubble=False):
    """An answer from a reading worker, posted to the node that asked."""

    def __init__(self, name: str, turn: int, show: Callable[[], None]) -> None:
        super().__init__()
        self.name = name
        self.turn = turn
        self.show = show


class Reads(DOMNode):
    """For a screen or widget that shows what the database holds (mix in before the widget)."""

    _read_turns: dict[str, int] | None = None

    def read(
        self,
        name: str,
        query: Callable[[sqlite3.Connection], T],
        then: Callable[[T], None],
    ) -> None:
        """Run ``query`` on a connection of its own in a thread; then ``then`` on the event loop.

        A new read with the same ``name`` from the same node takes the earlier one's place. Errors
        are shown in Swedish; ``then`` is not called.
        """
        turns = self._read_turns = self._read_turns or {}
        turns[name] = turns.get(name, 0) + 1
        app = cast("Program", self.app)
        self.run_worker(
            partial(self._read_in_thread, app, name, turns[name], query, then),
            name=name,
            group=f"läsning: {name}",
            description=f"Läser {name}",
            exclusive=True,
            thread=True,
        )

    def _read_in_thread(
        self,
        app: Program,
        name: str,
        turn: int,
        query: Callable[[sqlite3.Connection], T],
        then: Callable[[T], None],
    ) -> None:
        show: Callable[[], None]
        try:
            show = partial(then, read_now(app.session.path, query))
        except NamndError as error:
            show = partial(app.show_error, error)
        except Exception as error:
            if debugging():
                raise
            show = partial(app.show_error, UnexpectedError(error, "när det skulle läsa"))
        if not get_current_worker().is_cancelled:
            self.post_message(ReadDone(name, turn, show))

    def on_read_done(self, message: ReadDone) -> None:
        """Show the answer unless the question has been asked again since."""
        if (self._read_turns or {}).get(message.name) == message.turn and self.is_attached:
            message.show()


def read_now(path: str, query: Callable[[sqlite3.Connection], T]) -> T:
    """Open ``path``, ask, close. For threads and for the time before the event loop runs.

    Raises NamndError in Swedish, also for what the database itself says.
    """
    connection = open_reader(path)
    try:
        return query(connection)
    except sqlite3.Error as error:
        raise RefusedError(f"Databasen kunde inte läsas: {database_reason(error)}.") from error
    finally:
        connection.close()
