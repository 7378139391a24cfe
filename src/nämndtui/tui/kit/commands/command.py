"""What a command is: one class that says everything about itself, and the node that offers it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from inspect import getdoc, isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from nämndtui.tui.kit.work.program import Program
else:
    # Textual looks for styles along the first base that is a DOMNode; a mixin must not be one.
    DOMNode = object

HostT = TypeVar("HostT")

_KEY_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Mellanslag",
    "delete": "Delete",
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "tab": "Tab",
}


class Command(Generic[HostT]):
    """Base of all commands. The docstring of a command is its Swedish explanation.

    It is shown as tooltip, palette text and help row. A command is never instantiated: the host
    (app, screen or widget) that lists it in ``OFFERED`` is passed to its class methods.
    """

    key: ClassVar[str] = ""
    """Keys in Textual's spelling, separated by comma; the first is the one shown."""
    label: ClassVar[str] = ""
    """Short Swedish name, as in the footer."""
    group: ClassVar[str] = ""
    """What it is about, shown before the name in palette and help: ``ärende``."""
    footer: ClassVar[bool] = False
    """True for the few that stand in the footer."""
    writes: ClassVar[bool] = False
    """True when it changes the database: hidden in read-only mode."""
    act: Callable[[HostT], object] | str = ""
    """What it does: a function that takes the host, or the name of the host's own method."""

    @classmethod
    def available(cls, host: HostT) -> bool | None:
        """True when possible now, False hides it, None shows it grey."""
        return True

    @classmethod
    def run(cls, host: HostT) -> Awaitable[None] | None:
        """Carry out the act; override when it takes more than the host."""
        act = getattr(host, cls.act) if isinstance(cls.act, str) else partial(cls.act, host)
        done = act()
        return done if isawaitable(done) else None

    @classmethod
    def explanation(cls) -> str:
        """The docstring on one line."""
        return " ".join((getdoc(cls) or cls.label).split())

    @classmethod
    def keys_shown(cls) -> tuple[str, ...]:
        """The keys as a user reads them: ``F2``, ``^S``, ``N``."""
        return tuple(key_name(key) for key in cls.key.split(",") if key)

    @classmethod
    def title(cls) -> str:
        """``ärende: Nytt ärende``."""
        return f"{cls.group}: {cls.label}" if cls.group else cls.label


def key_name(key: str) -> str:
    """A key as a user reads it."""
    key = key.strip()
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+").upper()
    if key.startswith("shift+"):
        return "Skift+" + key_name(key.removeprefix("shift+"))
    return _KEY_NAMES.get(key) or key.upper()


def bindings_of(commands: tuple[type[Command[Any]], ...]) -> list[BindingType]:
    """One Textual binding per command that has a key."""
    return [
        Binding(
            _either_case(command.key),
            f"command('{command.__name__}')",
            command.label,
            show=command.footer,
            key_display=command.keys_shown()[0],
            tooltip=command.explanation(),
            id=f"{command.__module__}.{command.__name__}",
        )
        for command in commands
        if command.key
    ]


def _either_case(keys: str) -> str:
    """``f2,n,N`` for ``f2,n``: the handbook prints letters as capitals, and caps lock happens."""
    found = dict.fromkeys(key.strip() for key in keys.split(","))
    for key in tuple(found):
        if len(key) == 1 and key.isalpha():
            found |= {key.lower(): None, key.upper(): None}
    return ",".join(found)


Commands = tuple[type[Command[Any]], ...]


class CommandHost(DOMNode):
    """Mix in before App, Screen or Widget; list the commands in ``OFFERED``.

    ``EXTRA_BINDINGS`` are bindings that are no commands, such as a list's cursor keys.
    """

    OFFERED: ClassVar[Commands] = ()
    EXTRA_BINDINGS: ClassVar[list[BindingType]] = []

    def __init_subclass__(cls, **arguments: Any) -> None:
        """Turn the class's own commands into bindings before Textual reads them."""
        if "OFFERED" in cls.__dict__ or "EXTRA_BINDINGS" in cls.__dict__:
            own = cls.__dict__.get("OFFERED", ())
            cls.BINDINGS = [*cls.__dict__.get("EXTRA_BINDINGS", []), *bindings_of(own)]
        super().__init_subclass__(**arguments)

    @property
    def namnd(self) -> Program:
        """The program around it."""
        return cast("Program", self.app)

    @classmethod
    def all_commands(cls) -> tuple[type[Command[Any]], ...]:
        """The commands of the class and of its bases, own first, each once."""
        found: dict[type[Command[Any]], None] = {}
        for base in cls.__mro__:
            found.update(dict.fromkeys(base.__dict__.get("OFFERED", ())))
        return tuple(found)

    def command_state(self, command: type[Command[Any]]) -> bool | None:
        """True possible, None grey, False hidden."""
        if command.writes and getattr(self.app, "read_only", False):
            return False
        return command.available(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a binding's command is possible now (Textual asks before showing a key)."""
        if action == "command":
            command = self._named(str(parameters[0]))
            return command is not None and self.command_state(command)
        return super().check_action(action, parameters)

    async def action_command(self, name: str) -> None:
        """Run the command with that class name."""
        command = self._named(name)
        if command is not None:
            await self.run_command(command)

    async def run_command(self, command: type[Command[Any]]) -> None:
        """Run a command if it is possible now."""
        if self.command_state(command):
            done = command.run(self)
            if done is not None:
                await done

    def _named(self, name: str) -> type[Command[Any]] | None:
        return next((c for c in self.all_commands() if c.__name__ == name), None)
