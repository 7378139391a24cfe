"""Everything in the program that leans on Textual's private names; nothing else may.

An upgrade of Textual may rename any of these without a word. ``PRIVATE_NAMES`` lists each with
why it is needed, and a test holds that each still is where it was, and that no other module of
the terminal program uses one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from textual import events
from textual._callback import invoke
from textual._context import active_message_pump
from textual.app import App
from textual.cache import LRUCache
from textual.css.query import NoMatches
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode, NoScreen
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

if TYPE_CHECKING:
    from textual.widgets import DataTable, Input, Select, TextArea
    from textual.widgets._select import SelectCurrent, SelectOverlay

    _App = App[Any]
    _Line = Input
    _Box = TextArea
else:
    # Textual looks for styles along the first base that is a DOMNode; a mixin must not be one.
    # The first frame has nothing to type in, and does not wait for Textual's fields.
    _App = _Line = _Box = object

__all__ = [
    "PRIVATE_NAMES",
    "CleanPaste",
    "CleanPasteBox",
    "Faults",
    "SelectCurrent",
    "SelectOverlay",
    "drop_key",
    "every_screen",
    "first_fault",
    "is_gone",
    "keep_parsed",
    "redraw_columns",
    "running_node",
    "type_to_search",
    "variables_of",
]

PRIVATE_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "textual.app:App": {
        "_exception": "the first fault, for the farewell",
        "_handle_exception": "faults outside handlers: workers, timers, drawing",
    },
    "textual.message_pump:MessagePump": {
        "_next_callbacks": "the same",
    },
    "textual.events:Callback": {
        "_prevent": "the same",
    },
    "textual.dom:DOMNode": {
        "_pruning": "what is being taken away has nothing to look for",
    },
    "textual.widgets:TextArea": {
        "_on_paste": "the same for several lines",
        "_on_key": "Tab after a short word writes out its phrase",
    },
    "textual.widgets:DataTable": {
        "_require_update_dimensions": "column widths follow the window",
        "_clear_caches": "the same",
        "_update_count": "the same",
    },
    "textual.css.stylesheet:Stylesheet": {
        "_parse_cache": "style sheets are parsed once",
    },
}
"""Owner → name → why. From private modules come ``invoke`` (how Textual calls a handler),
``active_message_pump`` (whose handler runs), and ``SelectCurrent`` and ``SelectOverlay`` (the two
halves a Select is made of)."""


def __getattr__(name: str) -> Any:
    """The two halves of a Select, imported when somebody needs them."""
    if name in ("SelectCurrent", "SelectOverlay"):
        from textual.widgets import _select

        return getattr(_select, name)
    raise AttributeError(name)


def every_screen(app: App[Any]) -> list[Screen[Any]]:
    """Every open screen, of every section, undermost first."""
    return [screen for stack in app._screen_stacks.values() for screen in stack]


def running_node() -> MessagePump | None:
    """The screen, widget or app whose handler runs now; None outside handlers."""
    return active_message_pump.get(None)


class Faults(_App):
    """Asks ``survives`` about each fault nobody took care of; mix in before App.

    True lets the program go on: whatever raised is left unfinished, all else works as before.
    False ends it, with ``last_words`` on the terminal, as Textual does.
    """

    loop_runs = False
    """True while the app takes messages: no fault before or after can be survived."""

    def survives(self, error: Exception) -> bool:
        """Whether the program can go on. Called for every fault, also while others are told."""
        raise NotImplementedError

    def last_words(self) -> None:
        """Called once when the program cannot go on; shows what is left on the terminal."""
        super()._fatal_error()

    async def _process_messages_loop(self) -> None:
        self.loop_runs = True
        try:
            await super()._process_messages_loop()
        finally:
            self.loop_runs = False

    def _handle_exception(self, error: Exception) -> None:
        if not self.survives(error):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self.last_words()


def first_fault(app: App[Any]) -> Exception | None:
    """The first fault that ended the program; None while it runs."""
    return app._exception


def is_gone(node: MessagePump) -> bool:
    """True for what is being taken away: a widget removed, a screen left, all when one quits."""
    if isinstance(node, App) or not isinstance(node, DOMNode):
        return False
    try:
        screen = node.screen
    except NoScreen:
        return True
    return not node.is_attached or node._pruning or screen not in every_screen(node.app)


_dispatch = MessagePump._dispatch_message
_flush = MessagePump._flush_next_callbacks


async def _dispatch_or_survive(self: MessagePump, message: Message) -> None:
    """A fault in a handler stops that handler only.

    Textual leaves the loop of whoever had the message, so that it would never answer again.
    """
    try:
        await _dispatch(self, message)
    except Exception as error:
        if isinstance(error, NoMatches) and is_gone(self):
            return  # what it looked for went with it, before it was built or since
        app = self.app
        if not (isinstance(app, Faults) and app.survives(error)):
            raise


async def _flush_each(self: MessagePump) -> None:
    """Every callback is called, also when one before it went wrong."""
    app = self.app
    if not isinstance(app, Faults):
        await _flush(self)
        return
    callbacks = self._next_callbacks.copy()
    self._next_callbacks.clear()
    for callback in callbacks:
        try:
            with self.prevent(*callback._prevent):
                await invoke(callback.callback)
        except Exception as error:
            if isinstance(error, NoMatches) and is_gone(self):
                continue
            app._handle_exception(error)
            if app._exception is not None:
                break


# Textual's own widgets have handlers too, so the base class is where all of them meet.
MessagePump._dispatch_message = _dispatch_or_survive  # type: ignore[method-assign]
MessagePump._flush_next_callbacks = _flush_each  # type: ignore[method-assign]


class CleanPaste(_Line):
    """Cleans pasted text with ``cleaned`` before the field has it; mix in before Input."""

    def cleaned(self, text: str) -> str:
        """The text as it may stand in the field."""
        raise NotImplementedError

    def _on_paste(self, event: events.Paste) -> None:
        # Input's own handler runs after this one, with the text as it now stands.
        event.text = self.cleaned(event.text)


class CleanPasteBox(_Box):
    """The same for several lines; ``takes_key`` may use a key first. Mix in before TextArea."""

    def cleaned(self, text: str) -> str:
        """The text as it may stand in the box."""
        raise NotImplementedError

    def takes_key(self, key: str) -> bool:
        """True when the key has been used up."""
        return False

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = self.cleaned(event.text)

    async def _on_key(self, event: events.Key) -> None:
        if self.takes_key(event.key):
            event.stop()
            event.prevent_default()


def drop_key(box: TextArea, key: str) -> None:
    """Leave a key of the box to whoever is around it."""
    box._bindings.key_to_bindings.pop(key, None)


def type_to_search(select: Select[Any]) -> bool:
    """Whether letters look for an option in the list that folds out."""
    return select._type_to_search


def redraw_columns(table: DataTable[Any]) -> None:
    """Draw a table anew after the widths of its columns have been set."""
    table._require_update_dimensions = True
    table._clear_caches()
    table._update_count += 1
    table.refresh(layout=True)


def keep_parsed(sheet: Stylesheet, most: int) -> None:
    """Let a stylesheet remember as many parsed sources."""
    sheet._parse_cache = LRUCache(most)


def variables_of(sheet: Stylesheet) -> dict[str, str]:
    """The colours a stylesheet was parsed with."""
    return sheet._variables
