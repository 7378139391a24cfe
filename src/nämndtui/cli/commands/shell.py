"""Completion in the shell: the small script that asks the program for what may follow."""

from __future__ import annotations

import click

from nämndtui.cli.commands.swedish_click import SwedishCommand
from nämndtui.cli.light.output import result
from nämndtui.cli.light.usage_error import UsageError

_SCRIPTS = {
    "bash": """_namndtui() {
    local IFS=$'\\n'
    COMPREPLY=($(namndtui _slutfor bash "$COMP_LINE" "$COMP_POINT" 2>/dev/null))
}
complete -o default -F _namndtui namndtui""",
    "zsh": """#compdef namndtui
_namndtui() {
    local -a answers
    answers=("${(@f)$(namndtui _slutfor ord "${words[@]:1:$((CURRENT-1))}" 2>/dev/null)}")
    [[ -n "$answers" ]] && compadd -Q -- "${answers[@]}" || _files
}
compdef _namndtui namndtui""",
    "fish": """complete -c namndtui -f -a \
'(namndtui _slutfor ord (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'""",
}


@click.command("slutförande", cls=SwedishCommand)
@click.argument("shell", metavar="SKAL")
def completion_script(shell: str) -> None:
    """Skriv ut ett skript som låter skalet fylla i kommandon.

    SKAL är bash, zsh eller fish. Lägg till exempel raden
    eval "$(namndtui slutförande bash)" i ~/.bashrc.
    """
    script = _SCRIPTS.get(shell.lower())
    if script is None:
        raise UsageError(f"Skalet {shell[:20]} känns inte igen. Välj bash, zsh eller fish.")
    result(script)
