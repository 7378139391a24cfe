"""Keys in turn: none is delivered before what an earlier one started has moved the focus.

Textual gives a key to the widget that has focus when the key is read, but moves the focus only
after Tab or Enter has bubbled to the app. Keys that come in one burst (a bundled SSH line, tmux
send-keys, a fast typist on a busy machine) would land in the field that is being left.
"""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.message import Message

if TYPE_CHECKING:
    _App = App[Any]
else:
    # Textual looks for styles along the first base that is a DOMNode; a mixin must not be one.
    _App = object

LONGEST_TURN = 0.5
"""Seconds after which keys go on although the widget that had one is gone."""
_ROUNDS = 2
"""The key itself, and then the message it made its widget send (Input.Submitted)."""


class TurnTaken(Message):
    """Follows a key from its widget up to the app, so that it arrives when the key is done."""

    def __init__(self, turn: int, round: int) -> None:
        super().__init__()
        self.turn = turn
        self.round = round


class KeysInTurn(_App):
    """Mix in before App."""

    _turn = 0
    _turn_began: float | None = None
    _waiting_keys: deque[events.Event] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Deliver keys and pasted text one at a time; everything else at once."""
        typed = isinstance(event, (events.Key, events.Paste))
        if not typed or getattr(event, "is_forwarded", False):
            await super().on_event(event)
        elif self._turn_began is None:
            await self._deliver(event)
        else:
            waiting = self._waiting_keys = self._waiting_keys or deque()
            waiting.append(event)
            if time.monotonic() - self._turn_began > LONGEST_TURN:
                await self._next_turn()
            elif len(waiting) == 1:
                self.set_timer(LONGEST_TURN, self._next_turn_if_late)

    async def on_turn_taken(self, message: TurnTaken) -> None:
        """The key has been dealt with; so, in the last round, has what its widget said."""
        message.stop()
        if message.turn != self._turn:
            return
        if message.round < _ROUNDS:
            self._follow(message.round + 1)
        else:
            await self._next_turn()

    async def _deliver(self, event: events.Event) -> None:
        target = self.focused or self.screen
        # A field keeps the order of what is typed in it, so only other keys need a turn.
        into_field = isinstance(event, events.Key) and target.check_consume_key(
            event.key, event.character
        )
        try:
            await super().on_event(event)
        finally:  # keys that wait must come on, whatever became of this one
            if not into_field:
                self._turn += 1
                self._turn_began = time.monotonic()
                self._follow(1, target)

    def _follow(self, round: int, target: Any = None) -> None:
        target = target or self.focused or self.screen
        if not target.post_message(TurnTaken(self._turn, round)):
            self.post_message(TurnTaken(self._turn, _ROUNDS))

    async def _next_turn(self) -> None:
        self._turn += 1
        self._turn_began = None
        while self._waiting_keys and self._turn_began is None:
            await self._deliver(self._waiting_keys.popleft())

    async def _next_turn_if_late(self) -> None:
        began = self._turn_began
        if began is not None and time.monotonic() - began > LONGEST_TURN * 0.9:
            await self._next_turn()
