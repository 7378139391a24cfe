"""``importera``: packages, and rows out of other systems' tables."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from nämndtui.cli.commands.acting import acting_now, made_store
from nämndtui.cli.commands.swedish_click import SwedishCommand
from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.cli.light.output import message, result, result_json
from nämndtui.cli.light.usage_error import UsageError
from nämndtui.cli.light.words import word_among
from nämndtui.workflow.package.intake import ImportReport

_PACKAGE = "paket"
_SHOWN = 50
_ORDER, _DECISIONS, _SUPPORT = "delegationsordning", "delegationsbeslut", "ej-verkställda"
KINDS = (_PACKAGE, _ORDER, _DECISIONS, _SUPPORT)
_TABLES = (_ORDER, _DECISIONS, _SUPPORT)
_FITS = {
    "only_good": ("--bara-felfria", _TABLES),
    "columns": ("--kolumn", _TABLES),
    "law": ("--lag", (_SUPPORT,)),
    "first": ("--från", (_ORDER,)),
    "last": ("--till", (_ORDER,)),
    "name": ("--namn", (_ORDER,)),
    "adopted": ("--antagen", (_ORDER,)),
}
"""Option → its name and the kinds it may be used with."""


@click.command("importera", cls=SwedishCommand)
@click.argument("kind", metavar="SLAG")
@click.argument("file", metavar="FIL", default="")
@click.option("--prova", "trial", is_flag=True, help="Kontrollera allt men spara inget.")
@click.option(
    "--bara-felfria", "only_good", is_flag=True, help="Ta in de felfria raderna, lämna de andra."
)
@click.option(
    "--kolumn",
    "columns",
    multiple=True,
    metavar="FÄLT=RUBRIK",
    help="Vilken kolumn i filen ett fält står i; kommer ihåg till nästa gång.",
)
@click.option("--lag", "law", metavar="LAG", help="SoL eller LSS, när raderna inte säger det.")
@click.option("--från", "first", metavar="DATUM", help="Dagen delegationsordningen börjar gälla.")
@click.option(
    "--till", "last", metavar="DATUM", help="Sista dagen, för en ordning som inte gäller längre."
)
@click.option("--namn", "name", metavar="NAMN", help="Delegationsordningens namn.")
@click.option(
    "--antagen", "adopted", metavar="TEXT", help="Var den beslutades, till exempel § 24/2026."
)
@click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som JSON.")
@click.pass_obj
def take_in(
    options: GlobalOptions, /, kind: str, file: str, trial: bool, as_json: bool, **given: Any
) -> int:
    """Ta in ett paket, eller rader ur en csv- eller xlsx-fil.

    SLAG är paket, delegationsordning, delegationsbeslut eller ej-verkställda. Ett paket är en
    JSON-fil, en mapp med paket.json eller en zipfil av mappen; finns ingen databas skapas den.
    Allt tas in, eller inget. Samma fil två gånger lägger inte till något.
    """
    if not file:
        raise UsageError(_without_file(kind))
    chosen = word_among(kind, KINDS, "Slaget")
    for name, (option, fitting) in _FITS.items():
        if given[name] and chosen not in fitting:
            raise UsageError(f"{option} kan inte användas med importera {chosen}.")
    if chosen != _PACKAGE:
        from nämndtui.cli.commands.table_intake import take_in_table

        return take_in_table(options, chosen, Path(file), trial, as_json, given)
    _take_in_package(options, Path(file), trial, as_json)
    return 0


def _without_file(word: str) -> str:
    """What to say of ``importera ORD``: the kind left out, or the file."""
    ending = os.path.splitext(word)[1].lower()
    if ending in (".csv", ".xlsx"):
        return f"Skriv slaget före filen: namndtui importera {_DECISIONS} {word[:60]}"
    if ending or os.path.exists(word):
        return f"Skriv slaget före filen. Menade du: namndtui importera {_PACKAGE} {word[:60]}?"
    return "FIL saknas. Se: namndtui importera --hjälp"


def _take_in_package(options: GlobalOptions, path: Path, trial: bool, as_json: bool) -> None:
    if trial and not os.path.exists(options.path):
        with TemporaryDirectory() as folder:
            trying = options._replace(db=os.path.join(folder, "prov.db"))
            report = _import(trying, path, trial=True)
    else:
        report = _import(options, path, trial)
    if as_json:
        result_json(
            {
                "prov": trial,
                "tillagt": report.added,
                "fanns": report.known,
                "anmärkningar": list(report.remarks),
            }
        )
        return
    _tell("Skulle läggas till" if trial else "Lades till", report.added)
    _tell("Fanns redan", report.known)
    for remark in report.remarks[:_SHOWN]:
        message(f"Anmärkning: {remark}")
    if len(report.remarks) > _SHOWN:
        message(f"… och {len(report.remarks) - _SHOWN} anmärkningar till; alla ges med --json.")
    if trial:
        message("Det här var ett prov. Inget har sparats.")


def _import(options: GlobalOptions, path: Path, trial: bool) -> ImportReport:
    from nämndtui.workflow.package.intake import import_file

    with made_store(options) as store:
        return import_file(store, acting_now(), path, dry_run=trial)


def _tell(heading: str, counts: Mapping[str, int]) -> None:
    rows = [(noun, count) for noun, count in counts.items() if count]
    if rows:
        result(f"{heading}: " + ", ".join(f"{noun} {count}" for noun, count in rows))
