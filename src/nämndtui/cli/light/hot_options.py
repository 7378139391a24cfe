"""What the fast look-ups accept: read by hand when they run, by click for their help.

The fast look-ups load this module, so it imports nothing heavy.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Sequence

from nämndtui.cli.light.usage_error import UsageError
from nämndtui.cli.light.words import find_word, nearest_word

Values = dict[str, str]
"""Option name with its dashes → value; a flag's value is ``ja``."""


class Option(namedtuple("Option", "name value help")):
    """One option; ``value`` is what to show for its value, ``""`` for a flag."""

    __slots__ = ()
    name: str
    value: str
    help: str


class HotCommand(namedtuple("HotCommand", "name argument help options")):
    """One fast command; ``argument`` is how its words are shown in the help."""

    __slots__ = ()
    name: str
    argument: str
    help: str
    options: tuple[Option, ...]


JSON = Option("--json", "", "Skriv resultatet som JSON.")
KINDS = (
    *("ärenden", "sammanträden", "punkter", "ledamöter"),
    *("delegationsbeslut", "ej-verkställda", "anmälningsärenden"),
    *("uppdrag", "expediering", "bevakning"),
)

HOT_COMMANDS = {
    command.name: command
    for command in (
        HotCommand(
            "visa",
            "REF",
            "Visa ett ärende, ett sammanträde eller en paragraf.\n\n"
            "REF är ett diarienummer (on/2026:106), ett datum (2026-12-08) eller en paragraf "
            "(§88/2026), skrivet som man brukar.",
            (JSON,),
        ),
        HotCommand(
            "sök",
            "TEXT",
            "Sök bland ärenden, punkter och beslut.\n\n"
            "Varje ord hittas från sin början och inuti sammansättningar. Du kan också söka på "
            "diarienummer, datum och paragrafer.",
            (JSON, Option("--antal", "N", "Visa högst så många träffar (50).")),
        ),
        HotCommand(
            "lista",
            "SLAG",
            f"Lista {', '.join(KINDS[:-1])} eller {KINDS[-1]}.",
            (
                JSON,
                Option("--csv", "", "Skriv resultatet som CSV med semikolon."),
                Option("--ics", "", "Skriv bevakningen som en kalenderfil."),
                Option("--status", "ORD", "Bara de som har den statusen, till exempel öppet."),
                Option("--år", "ÅÅÅÅ", "Bara det som hör till det året."),
                Option("--text", "ORD", "Bara rader där orden finns."),
                Option("--sammanträde", "DATUM", "Bara punkter på det sammanträdet."),
                Option("--datum", "DATUM", "Ledamöterna den dagen i stället för i dag."),
                Option("--från", "DATUM", "Bara delegationsbeslut från den dagen."),
                Option(
                    "--till",
                    "DATUM",
                    "Bara det som är beslutat, eller ska göras, senast den dagen.",
                ),
                Option("--lag", "LAG", "Bara ej verkställda beslut enligt SoL eller LSS."),
                Option("--öppna", "", "Bara det som återstår att verkställa, göra eller skicka."),
                Option("--antal", "N", "Visa högst så många rader (200; alla i JSON och CSV)."),
                Option("--alla", "", "Visa alla rader, och alla uppdrag som har funnits."),
            ),
        ),
    )
}


def read_options(command: HotCommand, arguments: Sequence[str]) -> tuple[Values, list[str]]:
    """The options given and the other words. Raises UsageError in Swedish."""
    names = {option.name: option for option in command.options}
    values: Values = {}
    words: list[str] = []
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--":
            words += waiting
            break
        if not argument.startswith("-") or argument == "-":
            words.append(argument)
            continue
        written, equals, value = argument.partition("=")
        name = find_word(written, names)
        if name is None:
            raise UsageError(unknown_option(written, names, command.name))
        if names[name].value:
            if not equals and not waiting:
                raise UsageError(f"{name} behöver ett värde: {name} {names[name].value}")
            values[name] = value if equals else waiting.pop(0)
        elif equals:
            raise UsageError(f"{name} tar inget värde.")
        else:
            values[name] = "ja"
    return values, words


def unknown_option(written: str, names: Sequence[str] | dict[str, Option], command: str) -> str:
    """What to say about an option that does not exist."""
    near = nearest_word(written, names)
    hint = f"Menade du {near}?" if near else f"Se: namndtui {command} --hjälp"
    return f"Valet {written[:40]} finns inte för {command}. {hint}"


def whole_number(values: Values, name: str, default: int) -> int:
    """The value of an option as a number of at least 1. Raises UsageError."""
    text = values.get(name, "")
    if not text:
        return default
    if text.isascii() and text.isdecimal() and int(text[:9]) > 0:
        return int(text[:9])
    raise UsageError(f"{name} ska vara ett tal från 1 och uppåt, inte ”{text[:20]}”.")
