"""Rows and packages in and out."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from nämndtui.cli.acting import acting_now, made_store
from nämndtui.cli.global_options import GlobalOptions
from nämndtui.cli.hot_options import KINDS
from nämndtui.cli.output import message, result, result_json
from nämndtui.cli.reading import Reading
from nämndtui.cli.swedish_click import SwedishCommand
from nämndtui.cli.usage_error import UsageError
from nämndtui.cli.words import find_word, nearest_word
from nämndtui.model.errors import RefusedError
from nämndtui.workflow.package_import import ImportReport

_PACKAGE = "paket"


@click.command("importera", cls=SwedishCommand)
@click.argument("kind", metavar="SLAG")
@click.argument("file", metavar="FIL")
@click.option("--prova", "trial", is_flag=True, help="Kontrollera allt men spara inget.")
@click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som JSON.")
@click.pass_obj
def take_in(options: GlobalOptions, kind: str, file: str, trial: bool, as_json: bool) -> None:
    """Ta in ett paket: nämnder, ärenden, sammanträden och beslut.

    SLAG är paket. FIL är en JSON-fil, en mapp med paket.json eller en zipfil av mappen. Allt
    tas in, eller inget. Finns ingen databas skapas den.
    """
    _kind(kind, (_PACKAGE,))
    if trial and not os.path.exists(options.path):
        with TemporaryDirectory() as folder:
            trying = options._replace(db=os.path.join(folder, "prov.db"))
            report = _import(trying, Path(file), trial=True)
    else:
        report = _import(options, Path(file), trial)
    if as_json:
        result_json({"prov": trial, "tillagt": report.added, "fanns": report.known})
        return
    _tell("Skulle läggas till" if trial else "Lades till", report.added)
    _tell("Fanns redan", report.known)
    if trial:
        message("Det här var ett prov. Inget har sparats.")


def _import(options: GlobalOptions, path: Path, trial: bool) -> ImportReport:
    from nämndtui.workflow.package_import import import_file

    with made_store(options) as store:
        return import_file(store, acting_now(), path, dry_run=trial)


def _tell(heading: str, counts: Mapping[str, int]) -> None:
    rows = [(noun, count) for noun, count in counts.items() if count]
    if rows:
        result(f"{heading}: " + ", ".join(f"{noun} {count}" for noun, count in rows))


@click.command("exportera", cls=SwedishCommand)
@click.argument("kind", metavar="[SLAG]", default=_PACKAGE)
@click.option("-o", "--ut", "target", metavar="FIL", help="Filen att skriva. Annars stdout.")
@click.pass_obj
def export(options: GlobalOptions, kind: str, target: str | None) -> None:
    """Skriv ut allt som ett JSON-paket, eller ett slag som CSV.

    SLAG är paket (allt, med bilagor), ärenden, sammanträden, punkter eller ledamöter.
    """
    chosen = _kind(kind, (_PACKAGE, *KINDS))
    if target and os.path.realpath(target) == os.path.realpath(options.path):
        raise RefusedError("Det är databasen själv. Välj en annan fil.")
    text = (
        _package_text(options) if chosen == _PACKAGE else _csv_text(options, chosen, bool(target))
    )
    if target is None:
        _to_stdout(text)
        return
    from nämndtui.workflow.paper import write_whole_file

    write_whole_file(Path(target), text.encode())
    message(f"Skrev {target}")


def _kind(written: str, kinds: tuple[str, ...]) -> str:
    kind = find_word(written, kinds)
    if kind is None:
        near = nearest_word(written, kinds)
        hint = f"Menade du {near}?" if near else f"Välj bland: {', '.join(kinds)}."
        raise UsageError(f"Slaget {written[:40]} finns inte. {hint}")
    return kind


def _package_text(options: GlobalOptions) -> str:
    from nämndtui.exchange.package_write import write_package
    from nämndtui.store.files import AttachmentFolder
    from nämndtui.store.lookup import committee_ids
    from nämndtui.workflow.package_export import export_package

    with Reading(options.path) as connection:
        committee_ids(connection, options.committee)
        files = AttachmentFolder.beside(os.path.abspath(options.path))
        return write_package(export_package(connection, files, options.committee))


def _csv_text(options: GlobalOptions, kind: str, for_file: bool) -> str:
    from nämndtui.cli.find import chosen_committee
    from nämndtui.cli.listed import CSV_KEYS
    from nämndtui.cli.listing import Filters, all_rows
    from nämndtui.exchange.csv_write import write_csv

    with Reading(options.path) as connection:
        rows = all_rows(
            connection, chosen_committee(connection, options), kind, Filters("", None, "", "")
        )
    return write_csv(rows, CSV_KEYS[kind], for_excel=for_file)


def _to_stdout(text: str) -> None:
    """The text as UTF-8, whatever the terminal's encoding: it is a file's content."""
    if sys.stdout is None:
        return
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        binary.write(text.encode())
