"""The commands that may take their time, gathered under one name."""

from __future__ import annotations

from collections.abc import Sequence

import click

from nämndtui.cli.commands.care import back_up, check, history, restore
from nämndtui.cli.commands.documents import templates, write
from nämndtui.cli.commands.exchange import export
from nämndtui.cli.commands.imports import take_in
from nämndtui.cli.commands.lookup import look_up_commands
from nämndtui.cli.commands.opening import open_program
from nämndtui.cli.commands.read_back import read_back
from nämndtui.cli.commands.shell import completion_script
from nämndtui.cli.commands.start import demonstration, new
from nämndtui.cli.commands.swedish_click import SwedishGroup, swedish_error, write_commands
from nämndtui.cli.light.global_options import HELP, GlobalOptions
from nämndtui.cli.light.output import result
from nämndtui.cli.light.usage_error import UsageError


class Program(SwedishGroup):
    """The whole command line; the options every command takes are read before click."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, then the options that every command takes."""
        write_commands(self, formatter)
        with formatter.section("Val, före eller efter kommandot"):
            formatter.write_dl(HELP)


@click.group("namndtui", cls=Program, no_args_is_help=False, invoke_without_command=True)
@click.pass_context
def program(ctx: click.Context) -> int:
    """Ärenden, kallelser och protokoll för nämndsekreterare.

    Utan kommando öppnas programmet i terminalen.
    """
    return 0 if ctx.invoked_subcommand else open_program(ctx.obj)


for command in (
    *(demonstration, new, *look_up_commands(), write, read_back, take_in, export, templates),
    *(check, back_up, restore, history, completion_script),
):
    program.add_command(command)


def run_program(options: GlobalOptions, arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code. Raises UsageError in Swedish, NamndError."""
    if options.version:
        from importlib.metadata import version

        result(f"namndtui {version('namndtui')}")
        return 0
    try:
        code = program.main(
            list(arguments), prog_name="namndtui", standalone_mode=False, obj=options
        )
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except click.ClickException as error:
        raise UsageError(swedish_error(error)) from error
    return code if isinstance(code, int) else 0
