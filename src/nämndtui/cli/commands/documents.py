"""Word documents and the templates they are made from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from nämndtui.cli.commands.acting import acting_now, open_store
from nämndtui.cli.commands.document_requests import check_options, requests_of
from nämndtui.cli.commands.quarter_documents import quarter_json, quarter_request
from nämndtui.cli.commands.swedish_click import SwedishCommand, SwedishGroup
from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.cli.light.output import message, result, result_json
from nämndtui.cli.light.reading import Reading
from nämndtui.cli.light.text_layout import table
from nämndtui.cli.light.usage_error import UsageError
from nämndtui.cli.light.words import word_among
from nämndtui.model.publication.document_kinds import DOCUMENT_KINDS
from nämndtui.model.text.errors import RefusedError
from nämndtui.workflow.documents.making import DocumentRequest
from nämndtui.workflow.documents.writing import (
    EditedDocumentError,
    document_warning,
    save_document,
    write_document,
)


class WriteCommand(SwedishCommand):
    """``skriv``, whose help lists every kind of document."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What may be written and how it is asked for, then the options."""
        with formatter.section("Dokument"):
            formatter.write_dl(
                [
                    (kind.name, f"{kind.reference} – {kind.about}")
                    for kind in DOCUMENT_KINDS.values()
                ]
            )
        super().format_options(ctx, formatter)


@click.command("skriv", cls=WriteCommand)
@click.argument("kind", metavar="DOKUMENT")
@click.argument("reference", metavar="REF", nargs=-1)
@click.option(
    "-o",
    "--ut",
    "target",
    metavar="FIL",
    help="Filen (.docx eller .pdf), eller mappen. Annars här.",
)
@click.option("--punkt", "number", type=int, metavar="N", help="Punkten på dagordningen.")
@click.option("--sammanträde", "day", metavar="DATUM", help="Vilket av ärendets sammanträden.")
@click.option("--paragraf", "paragraph", type=int, metavar="N", help="Protokollsdelen med § N.")
@click.option("--offentlig", "public", is_flag=True, help="Utan sekretess, för publicering.")
@click.option("--alla", "every", is_flag=True, help="Ett utdrag för varje paragraf, i en mapp.")
@click.option("--lag", "law", metavar="LAG", help="SoL eller LSS, för en kvartalsrapport.")
@click.option("--kvartal", "quarter", metavar="KVARTAL", help="Kvartalet, till exempel 2026K3.")
@click.option(
    "--per", "per", metavar="DATUM", help="Räkna rapporten per den dagen i stället för som den är."
)
@click.option("--json", "as_json", is_flag=True, help="Skriv kvartalsrapporten som JSON i stället.")
@click.option("--ersätt", "replace", is_flag=True, help="Skriv över en fil som ändrats för hand.")
@click.pass_obj
def write(
    options: GlobalOptions,
    /,
    kind: str,
    reference: tuple[str, ...],
    target: str | None,
    replace: bool,
    **given: Any,
) -> None:
    """Skriv ett Worddokument.

    DOKUMENT är ett av dem här nedanför och REF det som står efter det: sammanträdets datum,
    paragrafen eller ärendets diarienummer. Ett utdrag för varje paragraf skrivs med datum och
    --alla, en tjänsteskrivelse också med datum och --punkt.

    Slutar FIL på .pdf görs en PDF, om LibreOffice finns på datorn. En fil som har ändrats i Word
    skrivs aldrig över utan --ersätt.
    """
    found = DOCUMENT_KINDS[word_among(kind, tuple(DOCUMENT_KINDS), "Dokumentet")]
    place, words = _target(target), " ".join(reference).strip()
    asked = {one.opts[-1]: given[one.name] for one in write.params if one.name in given}
    check_options(found, words, place, asked)
    with Reading(options.path) as connection:
        if found.of == "quarter":
            quarter = quarter_request(connection, options, asked)
            if asked["--json"]:
                result_json(quarter_json(connection, found, quarter))
                return
            requests = [DocumentRequest(found.name, quarter=quarter)]
        else:
            requests = requests_of(connection, found, words, options.committee, asked)
        warning = document_warning(connection, requests[0])
    for request in requests:
        result(str(_write(options, request, place, replace)))
    if warning:
        message(warning)


def _target(written: str | None) -> Path:
    target = Path(written or ".")
    if target.suffix and target.suffix.lower() not in (".docx", ".pdf") and not target.is_dir():
        raise UsageError(f"Filen ska sluta på .docx eller .pdf, inte {target.suffix[:10]}.")
    return target


def _write(options: GlobalOptions, request: DocumentRequest, target: Path, replace: bool) -> Path:
    """Write, and remember the checksum unless the database is only read."""
    actor = acting_now()
    if options.read_only:
        with Reading(options.path) as connection:
            return save_document(connection, request, target, actor.today)
    with open_store(options) as store:
        try:
            return write_document(store, actor, request, target, replace)
        except EditedDocumentError as error:
            raise RefusedError(f"{error} Eller kör igen med --ersätt.") from error


@click.group("mallar", cls=SwedishGroup)
def templates() -> None:
    """Wordmallarna: visa vilka som används, kopiera dem, kontrollera egna."""


@templates.command("lista")
@click.pass_obj
def list_them(options: GlobalOptions) -> None:
    """Visa vilken fil varje dokument skrivs med."""
    from nämndtui.documents.templates.template_set import list_templates

    rows = [
        (template.name, "nämndens egen" if template.own else "programmets", str(template.path))
        for template in list_templates(_own_folder(options))
    ]
    result(table(rows, ("Mall", "Vems", "Fil"), None))


@templates.command("kopiera")
@click.argument("folder", metavar="MAPP")
def copy_them(folder: str) -> None:
    """Kopiera mallarna till MAPP, för att ändra dem i Word."""
    from nämndtui.documents.templates.template_set import copy_templates

    for path in copy_templates(Path(folder)):
        result(str(path))
    message("Ange mappen som mallmapp under Inställningar, så används mallarna.")


@templates.command("kontrollera")
@click.argument("folder", metavar="[MAPP|FIL]", required=False)
@click.pass_obj
def check_them(options: GlobalOptions, folder: str | None) -> int:
    """Pröva mallarna i MAPP, eller en enda FIL, annars de som används, mot exempeldata."""
    from nämndtui.documents.samples.template_check import check_templates
    from nämndtui.documents.templates.resources import shipped_folder

    chosen = folder or _own_folder(options)
    faults = check_templates(Path(chosen) if chosen else shipped_folder("templates"))
    for fault in faults:
        result(fault)
    if not faults:
        alone = bool(chosen) and Path(chosen).is_file()
        message("Mallen fungerar." if alone else "Mallarna fungerar.")
    return 1 if faults else 0


def _own_folder(options: GlobalOptions) -> str:
    """The committee's own template folder; empty without a database or a setting."""
    import os

    from nämndtui.store.light.lookup import committee_ids
    from nämndtui.store.people.committees import all_committees, committee

    if not os.path.isfile(options.path):
        return ""
    with Reading(options.path) as connection:
        if options.committee:
            chosen = committee(connection, committee_ids(connection, options.committee)[0])
            return chosen.settings.template_folder
        folders = {found.settings.template_folder for found in all_committees(connection)}
    if len(folders) > 1:
        raise RefusedError("Nämnderna har olika mallmappar. Välj en med --nämnd.")
    return folders.pop() if folders else ""
