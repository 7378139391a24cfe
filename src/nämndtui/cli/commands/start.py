"""Ways to begin: the program itself, the demonstration committee, a new database."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from nämndtui.cli.commands.acting import acting_now, made_store
from nämndtui.cli.commands.opening import at_terminal, open_program
from nämndtui.cli.commands.swedish_click import SwedishCommand
from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.cli.light.output import message, result
from nämndtui.cli.light.usage_error import UsageError


@click.command("demo", cls=SwedishCommand)
@click.argument("folder", metavar="[MAPP]", default="demo")
@click.option("--utan-tui", "without_program", is_flag=True, help="Öppna inte programmet efteråt.")
@click.pass_obj
def demonstration(options: GlobalOptions, folder: str, without_program: bool) -> int:
    """Skapa exempelnämnden i MAPP (demo) och öppna den.

    Där läggs databasen, bilagorna och färdiga Worddokument. Finns exempelnämnden redan används
    den som den är, med det du har ändrat.
    """
    from nämndtui.workflow.package.demonstration import make_demonstration

    if options.db:
        raise UsageError("demo lägger databasen i MAPP. Skriv namndtui demo MAPP utan --db.")
    made = make_demonstration(Path(folder), acting_now(), message)
    result(f"Databas: {made.database}")
    for document in made.documents:
        result(f"{document.stem.capitalize()}: {document}")
    if without_program or not at_terminal():
        message(f"Öppna exempelnämnden med: namndtui --db {_quoted(str(made.database))}")
        return 0
    return open_program(options._replace(db=str(made.database)))


@click.command("ny", cls=SwedishCommand)
@click.option("--kod", "code", metavar="KOD", help="Kort kod för nämnden, till exempel ON.")
@click.option("--namn", "name", metavar="NAMN", help="Nämndens namn.")
@click.option("--kommun", "municipality", metavar="KOMMUN", help="Kommunens namn.")
@click.option("--prefix", metavar="TEXT", help="Förkortning i diarienummer (koden, små bokstäver).")
@click.option(
    "--mönster", "pattern", metavar="MÖNSTER", help="Diarienummer: {prefix}/{year}:{serial}"
)
@click.option(
    "--inställning",
    "settings",
    metavar="NAMN=VÄRDE",
    multiple=True,
    help="En inställning, till exempel antal_platser=11. Kan skrivas flera gånger.",
)
@click.pass_obj
def new(
    options: GlobalOptions,
    code: str | None,
    name: str | None,
    municipality: str | None,
    prefix: str | None,
    pattern: str | None,
    settings: Sequence[str],
) -> None:
    """Skapa en databas och dess första nämnd.

    Frågar efter det som inte står som val. Finns databasen läggs nämnden till i den.
    """
    from nämndtui.cli.commands.settings_given import settings_from
    from nämndtui.model.people.committee import Committee
    from nämndtui.workflow.people.committees import create_committee

    name = _asked(name, "Nämndens namn", "--namn")
    code = _asked(code, "Kort kod, till exempel ON", "--kod")
    municipality = _asked(municipality, "Kommun, till exempel Norrviks kommun", "--kommun")
    given = {"diarieprefix": prefix or code.lower()}
    if pattern:
        given["diarienummermönster"] = pattern
    committee = Committee(0, code, name, municipality, settings_from(given, settings))
    with made_store(options) as store:
        create_committee(store, acting_now(), committee)
    result(f"{name} finns nu i {os.path.abspath(options.path)}")
    message(
        "Öppna programmet med: namndtui" + (f" --db {_quoted(options.db)}" if options.db else "")
    )


def _asked(given: str | None, question: str, option: str) -> str:
    """What was given as an option, else what the user answers. Raises UsageError."""
    if given is not None:
        return given
    if not at_terminal():
        raise UsageError(f"{option} saknas. Se: namndtui ny --hjälp")
    sys.stderr.write(f"{question}: ")
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer:
        raise KeyboardInterrupt
    return answer.strip()


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path
