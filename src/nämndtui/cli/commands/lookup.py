"""The fast look-ups as click knows them: for their help, and for programs that call click."""

from __future__ import annotations

import click

from nämndtui.cli.commands.swedish_click import CONTEXT, SwedishCommand
from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.cli.light.hot_options import HOT_COMMANDS, HotCommand
from nämndtui.cli.light.look_ups import run_hot
from nämndtui.cli.light.words import plain_word


def look_up_commands() -> list[click.Command]:
    """One command for each fast look-up; run, they do what ``main`` does without click."""
    return [_command(hot) for hot in HOT_COMMANDS.values()]


def _command(hot: HotCommand) -> click.Command:
    def run(words: tuple[str, ...], **values: str | bool | None) -> int:
        options: GlobalOptions = click.get_current_context().obj
        given = [_written(hot, name, value) for name, value in values.items() if value]
        return run_hot(plain_word(hot.name), options, [*given, "--", *words])

    parameters: list[click.Parameter] = [
        click.Argument(["words"], metavar=hot.argument, nargs=-1, type=click.UNPROCESSED)
    ]
    parameters += [
        click.Option(
            [option.name, _key(option.name)],
            metavar=option.value or None,
            is_flag=not option.value,
            help=option.help,
        )
        for option in hot.options
    ]
    return SwedishCommand(
        hot.name, params=parameters, callback=run, help=hot.help, context_settings=CONTEXT
    )


def _key(name: str) -> str:
    return f"val_{plain_word(name.lstrip('-'))}"


def _written(hot: HotCommand, key: str, value: str | bool | None) -> str:
    name = next(option.name for option in hot.options if _key(option.name) == key)
    return name if value is True else f"{name}={value}"
