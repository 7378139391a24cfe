"""Looking after the database: check, back up, restore, and what has been done in it."""

from __future__ import annotations

import os
from pathlib import Path

import click

from nämndtui.cli.commands.acting import acting_now, check_may_write, open_store
from nämndtui.cli.commands.swedish_click import SwedishCommand
from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.cli.light.output import line_width, message, result, result_json
from nämndtui.cli.light.reading import Reading
from nämndtui.cli.light.text_layout import table
from nämndtui.cli.light.usage_error import UsageError

_SHOWN = 50


@click.command("kontrollera", cls=SwedishCommand)
@click.option("--bygg-om", "rebuild", is_flag=True, help="Bygg först om sökregistret.")
@click.pass_obj
def check(options: GlobalOptions, rebuild: bool) -> int:
    """Kontrollera databasen, historiken, förseglingarna, bilagorna och reglerna.

    Skriver ett fel per rad och avslutas då med 1. Anmärkningar, till exempel luckor i
    bilagornas nummer, sägs men är inga fel. Inget ändras.
    """
    from nämndtui.workflow.care.check import check_database, rebuild_search

    if rebuild:
        with open_store(options) as store:
            message("Bygger om sökregistret …")
            rebuild_search(store)
    report = check_database(options.path, message)
    for note in report.notes:
        message(f"Anmärkning: {note}")
    for fault in report.faults:
        result(fault)
    if not report.faults:
        message("Allt är i ordning.")
    return 1 if report.faults else 0


@click.command("säkerhetskopiera", cls=SwedishCommand)
@click.argument("target", metavar="[MÅL]", required=False)
@click.pass_obj
def back_up(options: GlobalOptions, target: str | None) -> int:
    """Kopiera databasen och bilagorna till en zipfil eller en mapp.

    MÅL som slutar på .zip blir en fil, annars en mapp. Utan MÅL läggs en zipfil bredvid
    databasen. Kopian kontrolleras innan den får sitt namn. Saknas en bilagas fil görs kopian
    utan den; kommandot säger vilken och avslutas med 1.
    """
    from nämndtui.workflow.care.backup import back_up as copy_everything

    actor = acting_now()
    goal = (
        Path(target) if target else _default_target(options.path, f"{actor.now:%Y-%m-%d %H.%M.%S}")
    )
    made = copy_everything(options.path, goal, actor, message)
    result(str(made.path))
    if not made.faults:
        return 0
    message(
        "Fel: Kopian är gjord men inte fullständig. Allt annat finns i den; "
        "de här bilagorna var inte hela:"
    )
    for fault in made.faults:
        message(f"  {fault}")
    message("Lägg tillbaka filerna, eller ta bort bilagorna, och kopiera igen.")
    return 1


@click.command("återställ", cls=SwedishCommand)
@click.argument("source", metavar="KÄLLA")
@click.option("--ersätt", "replace", is_flag=True, help="Flytta undan en databas som redan finns.")
@click.pass_obj
def restore(options: GlobalOptions, source: str, replace: bool) -> None:
    """Återställ en säkerhetskopia som databasen i --db.

    KÄLLA är zipfilen eller mappen. En databas som redan finns rörs inte utan --ersätt, och
    flyttas då undan; den tas aldrig bort.
    """
    from nämndtui.workflow.care.restore import restore as put_back

    check_may_write(options)
    put_back(Path(source), Path(options.path), acting_now(), message, replace)
    result(os.path.abspath(options.path))


@click.command("historik", cls=SwedishCommand)
@click.option(
    "--antal", "limit", type=int, default=_SHOWN, metavar="N", help="Så många poster (50)."
)
@click.option("--text", metavar="ORD", default="", help="Bara poster där orden finns.")
@click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som JSON.")
@click.pass_obj
def history(options: GlobalOptions, limit: int, text: str, as_json: bool) -> None:
    """Visa vad som har gjorts, av vem och när, det senaste först."""
    from nämndtui.store.light.history import history_page

    if limit < 1:
        raise UsageError("--antal ska vara ett tal från 1 och uppåt.")
    with Reading(options.path) as connection:
        page = history_page(connection, text, limit=limit)
    if as_json:
        result_json(
            [
                {
                    "tid": row["at"],
                    "användare": row["user"],
                    "händelse": row["summary"],
                    "ångrad": bool(row["undone"]),
                }
                for row in page.rows
            ]
        )
    elif page.rows:
        rows = [
            (
                row["at"].replace("T", " "),
                row["user"],
                "ångrad" if row["undone"] else "",
                row["summary"],
            )
            for row in page.rows
        ]
        result(table(rows, ("Tid", "Användare", "", "Händelse"), line_width()))
    else:
        message("Inget att visa.")
    if page.after:
        message(f"Visar {len(page.rows)} av {page.total}. Fler: --antal N")


def _default_target(database: str, moment: str) -> Path:
    path = Path(os.path.abspath(database))
    return path.with_name(f"{path.stem} säkerhetskopia {moment}.zip")
