"""click with Swedish words: help, names with or without å, ä, ö, and errors on one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from nämndtui.cli.light.global_options import HELP_OPTIONS
from nämndtui.cli.light.hot_options import unknown_option
from nämndtui.cli.light.usage_error import UsageError
from nämndtui.cli.light.words import find_word, nearest_word

CONTEXT = {"help_option_names": list(HELP_OPTIONS), "max_content_width": 100}


class SwedishCommand(click.Command):
    """A command whose help and option names are Swedish."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("context_settings", CONTEXT)
        kwargs.setdefault("options_metavar", "[VAL]")
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help, described in Swedish."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Visa den här hjälpen."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that shows how the command is written."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Användning: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under a Swedish heading."""
        write_options(self, ctx, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words after the name, option names in any spelling."""
        return super().parse_args(ctx, known_option_names(self, args))


class SwedishGroup(SwedishCommand, click.Group):
    """A command with commands of its own."""

    command_class = SwedishCommand

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("subcommand_metavar", "KOMMANDO …")
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words after the name. Raises UsageError when no command is among them."""
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            *names, last = self.commands
            raise UsageError(
                f"Skriv också vad som ska göras: {', '.join(names)} eller {last}. "
                f"Till exempel: {ctx.command_path} {names[0]}"
            )
        return super().parse_args(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, however its letters are written."""
        name = find_word(cmd_name, self.commands)
        return self.commands[name] if name else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command the words begin with. Raises UsageError naming the nearest one."""
        written = args[0]
        command = self.get_command(ctx, written)
        if command is None:
            near = nearest_word(written, self.commands)
            hint = f"Menade du {near}?" if near else f"Se: {ctx.command_path} --hjälp"
            raise UsageError(f"Kommandot {written[:40]} finns inte. {hint}")
        return command.name, command, args[1:]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Commands first, then options."""
        write_commands(self, formatter)
        write_options(self, ctx, formatter)


def write_commands(group: click.Group, formatter: click.HelpFormatter) -> None:
    """A group's commands, each with the first sentence of its help."""
    rows = [(name, command.get_short_help_str(70)) for name, command in group.commands.items()]
    with formatter.section("Kommandon"):
        formatter.write_dl(rows)


def write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    """The options of a command in its help."""
    options = [p for p in command.get_params(ctx) if isinstance(p, click.Option)]
    records = [option.get_help_record(ctx) for option in options]
    rows = [record for record in records if record is not None]
    if rows:
        with formatter.section("Val"):
            formatter.write_dl(rows)


def known_option_names(command: click.Command, args: Sequence[str]) -> list[str]:
    """``args`` with every long option spelt as the command spells it."""
    names = [name for parameter in command.params for name in parameter.opts if name[:2] == "--"]
    names += HELP_OPTIONS
    spelt: list[str] = []
    for index, argument in enumerate(args):
        if argument == "--":
            return [*spelt, *args[index:]]
        written, equals, value = argument.partition("=")
        name = find_word(written, names) if argument.startswith("--") else None
        spelt.append(f"{name}{equals}{value}" if name else argument)
    return spelt


def swedish_error(error: click.ClickException) -> str:
    """One Swedish line for what click could not make sense of."""
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx else "namndtui"
    command = path.removeprefix("namndtui").strip() or "namndtui"
    see = f"Se: {path} --hjälp"
    if isinstance(error, click.NoSuchOption):
        names = [name for parameter in ctx.command.params for name in parameter.opts] if ctx else []
        return unknown_option(error.option_name, names, command)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        name = error.param.make_metavar(ctx) if ctx else error.param.name
        shown = error.param.opts[-1] if isinstance(error.param, click.Option) else name
        return f"{shown} saknas. {see}"
    if isinstance(error, click.BadOptionUsage):
        return f"{error.option_name} är fel skrivet: värdet saknas eller ska inte stå där. {see}"
    if isinstance(error, click.BadParameter):
        return f"Ett värde kan inte användas. {see}"
    return f"Kommandot är fel skrivet; kanske står det ett ord för mycket. {see}"
