"""What may follow on the command line, for the shell. As fast as a look-up.

``_slutfor ord WORD…`` gets the words after the program's name, the last one unfinished.
``_slutfor bash LINE POINT`` gets the line as typed, because bash splits words at ``:``.
"""

from __future__ import annotations

from nämndtui.cli.light.global_options import HELP, GlobalOptions, split_global_options
from nämndtui.cli.light.hot_options import HOT_COMMANDS, KINDS
from nämndtui.cli.light.output import result
from nämndtui.cli.light.usage_error import UsageError
from nämndtui.cli.light.words import find_word, plain_word
from nämndtui.model.publication.document_kinds import DOCUMENT_KINDS
from nämndtui.model.text.errors import NamndError

COMMANDS: dict[str, tuple[str, ...]] = {
    "demo": ("--utan-tui",),
    "ny": (
        *("--kod", "--namn", "--kommun", "--prefix", "--mönster"),
        "--inställning",
    ),
    **{name: tuple(o.name for o in hot.options) for name, hot in HOT_COMMANDS.items()},
    "skriv": (
        *("--ut", "--ersätt"),
        *dict.fromkeys(name for kind in DOCUMENT_KINDS.values() for name in kind.options),
    ),
    "läs-tillbaka": ("--prova", "--ja", "--sammanträde", "--json"),
    "importera": (
        *("--prova", "--bara-felfria", "--kolumn", "--lag"),
        *("--från", "--till", "--namn", "--antagen", "--json"),
    ),
    "exportera": ("--ut",),
    "mallar": (),
    "kontrollera": ("--bygg-om",),
    "säkerhetskopiera": (),
    "återställ": ("--ersätt",),
    "historik": ("--antal", "--text", "--json"),
    "slutförande": (),
}
"""Every command and its own long options."""

WORDS: dict[str, tuple[str, ...]] = {
    "lista": KINDS,
    "skriv": tuple(DOCUMENT_KINDS),
    "importera": ("paket", "delegationsordning", "delegationsbeslut", "ej-verkställda"),
    "exportera": ("paket", *KINDS),
    "mallar": ("lista", "kopiera", "kontrollera"),
    "slutförande": ("bash", "zsh", "fish"),
}
"""The first word after a command, where there are few to choose among."""

_GLOBAL = tuple(name.split()[0] for name, _ in HELP)
_MOST = 60


def complete(arguments: list[str]) -> int:
    """Print what the last word may become, one to a line; never fails."""
    if arguments[:1] == ["bash"] and len(arguments) == 3:
        words, cut = _line_words(arguments[1], arguments[2])
    else:
        words, cut = arguments[1:] or [""], 0
    for answer in answers(words):
        result(answer[cut:])
    return 0


def answers(words: list[str]) -> list[str]:
    """The possible last words, given those before it."""
    *before, unfinished = words
    try:
        options, done = split_global_options(before)
    except UsageError:  # a global option awaits its value
        return []
    if not done:
        return _starting(unfinished, (*COMMANDS, *_GLOBAL))
    command = find_word(done[0], COMMANDS)
    if command is None:
        return []
    if unfinished.startswith("-"):
        return _starting(unfinished, (*COMMANDS[command], *_GLOBAL))
    own = [word for word in done[1:] if not word.startswith("-")]
    if command in WORDS and not own:
        return _starting(unfinished, WORDS[command])
    if (command == "visa" and not own) or _awaits_reference(command, own):
        return _references(options, unfinished)
    return []


def _awaits_reference(command: str, own: list[str]) -> bool:
    """True after ``skriv`` and a document that is not of a quarter."""
    kind = find_word(own[0], DOCUMENT_KINDS) if command == "skriv" and len(own) == 1 else None
    return kind is not None and DOCUMENT_KINDS[kind].of != "quarter"


def _starting(unfinished: str, words: tuple[str, ...]) -> list[str]:
    start = plain_word(unfinished)
    return [word for word in words if plain_word(word).startswith(start)]


def _references(options: GlobalOptions, unfinished: str) -> list[str]:
    """Diary numbers and meeting dates that begin so, newest first."""
    from nämndtui.cli.light.reading import Reading
    from nämndtui.store.light.lookup import references_from

    try:
        with Reading(options.path) as connection:
            return references_from(connection, unfinished, _MOST)
    except NamndError:
        return []


def _line_words(line: str, point: str) -> tuple[list[str], int]:
    """The words of a bash line up to the cursor, and how much of the last bash already has."""
    typed = line[: int(point)] if point.isascii() and point.isdecimal() else line
    words = [word.replace("\\", "") for word in typed.split(" ") if word][1:]
    if typed.endswith(" ") or not words:
        words.append("")
    return words, words[-1].rfind(":") + 1
