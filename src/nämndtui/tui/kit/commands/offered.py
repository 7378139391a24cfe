"""Which commands are offered where the user is: from the focused widget up to the app."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from textual.app import App
from textual.screen import Screen

from nämndtui.tui.kit.commands.command import Command, CommandHost


@dataclass(frozen=True)
class Offer:
    """A command and the node that would carry it out. ``state`` True = possible, None = grey."""

    host: CommandHost
    command: type[Command[Any]]
    state: bool | None


def offers(app: App[Any], screen: Screen[Any]) -> Iterator[Offer]:
    """Every command that is not hidden now, nearest the focus first.

    A modal screen hides the app's own commands, as its keys do.
    """
    node: Any = screen.focused or screen
    nodes = list(node.ancestors_with_self)
    if screen not in nodes:
        nodes.append(screen)
    if screen.is_modal:
        nodes = nodes[: nodes.index(screen) + 1]
    elif app not in nodes:
        nodes.append(app)
    for host in nodes:
        if isinstance(host, CommandHost):
            for command in host.all_commands():
                state = host.command_state(command)
                if state is not False:
                    yield Offer(host, command, state)
