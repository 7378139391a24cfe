"""Everything out: as one package, or one kind as CSV."""

from __future__ import annotations

import os
from pathlib import Path

import click

from nämndtui.cli.commands.swedish_click import SwedishCommand
from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.cli.light.hot_options import KINDS
from nämndtui.cli.light.output import message, result_file
from nämndtui.cli.light.reading import Reading
from nämndtui.cli.light.words import word_among
from nämndtui.model.text.errors import RefusedError

_PACKAGE = "paket"


@click.command("exportera", cls=SwedishCommand)
@click.argument("kind", metavar="[SLAG]", default=_PACKAGE)
@click.option("-o", "--ut", "target", metavar="FIL", help="Filen att skriva. Annars stdout.")
@click.pass_obj
def export(options: GlobalOptions, kind: str, target: str | None) -> None:
    """Skriv ut allt som ett JSON-paket, eller ett slag som CSV.

    SLAG är paket (allt, med bilagor), ärenden, sammanträden, punkter, ledamöter,
    delegationsbeslut, ej-verkställda, anmälningsärenden, uppdrag, expediering eller
    bevakning. Bevakning blir en kalenderfil när filen slutar på .ics.
    """
    chosen = word_among(kind, (_PACKAGE, *KINDS), "Slaget")
    if target and os.path.realpath(target) == os.path.realpath(options.path):
        raise RefusedError("Det är databasen själv. Välj en annan fil.")
    if chosen == _PACKAGE:
        text = _package_text(options)
    elif chosen == "bevakning" and (target or "").lower().endswith(".ics"):
        text = _calendar_text(options)
    else:
        text = _csv_text(options, chosen, bool(target))
    if target is None:
        result_file(text)
        return
    from nämndtui.workflow.documents.writing import write_whole_file

    write_whole_file(Path(target), text.encode())
    message(f"Skrev {target}")


def _package_text(options: GlobalOptions) -> str:
    from nämndtui.exchange.package.write import write_package
    from nämndtui.store.core.files import AttachmentFolder
    from nämndtui.store.light.lookup import committee_ids
    from nämndtui.workflow.package.export import export_package

    with Reading(options.path) as connection:
        committee_ids(connection, options.committee)
        files = AttachmentFolder.beside(os.path.abspath(options.path))
        return write_package(export_package(connection, files, options.committee))


def _calendar_text(options: GlobalOptions) -> str:
    from nämndtui.cli.light.find import chosen_committee
    from nämndtui.cli.light.watching import calendar_text

    with Reading(options.path) as connection:
        return calendar_text(connection, chosen_committee(connection, options))


def _csv_text(options: GlobalOptions, kind: str, for_file: bool) -> str:
    from nämndtui.cli.light.find import chosen_committee
    from nämndtui.cli.light.listed import csv_keys_of
    from nämndtui.cli.light.listing import NO_FILTERS, all_rows
    from nämndtui.exchange.tables.csv_write import write_csv

    with Reading(options.path) as connection:
        rows = all_rows(connection, chosen_committee(connection, options), kind, NO_FILTERS)
    return write_csv(rows, csv_keys_of(kind), for_excel=for_file)
