"""Word documents and the templates they are made from."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from nämndtui.cli.commands.acting import acting_now, open_store
from nämndtui.cli.commands.minutes_documents import check_minutes_options, minutes_requests
from nämndtui.cli.commands.quarter_documents import (
    check_quarter_options,
    quarter_json,
    quarter_request,
)
from nämndtui.cli.commands.swedish_click import SwedishCommand, SwedishGroup
from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.cli.light.output import message, result, result_json
from nämndtui.cli.light.reading import Reading
from nämndtui.cli.light.show import meeting_moment, written_date
from nämndtui.cli.light.text_layout import table
from nämndtui.cli.light.usage_error import UsageError
from nämndtui.cli.light.words import word_among
from nämndtui.model.text.diary_number import looks_like_diary_number
from nämndtui.model.text.errors import NotFoundError, RefusedError
from nämndtui.store.light.lookup import case_by_dnr, meeting_on
from nämndtui.store.light.lookup_items import Found
from nämndtui.workflow.documents.minutes import MINUTES_KINDS
from nämndtui.workflow.documents.registers import QUARTER_KINDS
from nämndtui.workflow.documents.writing import (
    KINDS,
    DocumentRequest,
    EditedDocumentError,
    document_warning,
    save_document,
    write_document,
)


@click.command("skriv", cls=SwedishCommand)
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

    DOKUMENT är kallelse, tilläggskallelse, protokoll, anslag, närvarolista, voteringslista eller
    delegationslista (REF är sammanträdets datum), utdrag (REF är en paragraf, §88/2026, eller
    ett datum med --alla), sekretessbilaga (REF är en paragraf) eller tjänsteskrivelse (REF är ett
    diarienummer, eller ett datum med --punkt). Utan REF, med --lag och --kvartal: ej-verkställda,
    statistikrapport eller ej-verkställda-offentlig.

    Slutar FIL på .pdf görs en PDF, om LibreOffice finns på datorn. En fil som har ändrats i Word
    skrivs aldrig över utan --ersätt.
    """
    name = word_among(kind, KINDS, "Dokumentet")
    place = _target(target)
    words = " ".join(reference).strip()
    check_quarter_options(name, words, given)
    check_minutes_options(name, place, given)
    _check_reference(name, words)
    with Reading(options.path) as connection:
        if name in QUARTER_KINDS:
            asked = quarter_request(connection, options, given)
            if given["as_json"]:
                result_json(quarter_json(connection, name, asked))
                return
            requests = [DocumentRequest(name, quarter=asked)]
        else:
            requests = _requests(connection, name, words, options.committee, given)
        warning = document_warning(connection, requests[0])
    for request in requests:
        result(str(_write(options, request, place, replace)))
    if warning:
        message(warning)


def _check_reference(name: str, words: str) -> None:
    if not words and name not in QUARTER_KINDS:
        raise UsageError(f"Skriv vad det gäller, till exempel namndtui skriv {name} 2026-12-08")


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


def _requests(
    connection: sqlite3.Connection, kind: str, reference: str, code: str, given: Mapping[str, Any]
) -> list[DocumentRequest]:
    if kind in MINUTES_KINDS:
        return minutes_requests(connection, kind, reference, code, given)
    return [_request(connection, kind, reference, code, given["number"], given["day"])]


def _request(
    connection: sqlite3.Connection,
    kind: str,
    reference: str,
    code: str,
    number: int | None,
    day: str | None,
) -> DocumentRequest:
    if kind == "tjänsteskrivelse" and looks_like_diary_number(reference):
        item = _item_of_case(case_by_dnr(connection, reference, code), number, day)
        return DocumentRequest(kind, item["meeting_id"], item_id=item["id"])
    moment = meeting_moment(reference) or (written_date(reference), "")
    meeting = meeting_on(connection, moment[0], code, moment[1])
    if kind != "tjänsteskrivelse":
        return DocumentRequest(kind, meeting["id"])
    if number is None:
        raise UsageError("Ange punkten: namndtui skriv tjänsteskrivelse DATUM --punkt N")
    for item in meeting["items"]:
        if item["number"] == number:
            return DocumentRequest(kind, meeting["id"], item_id=item["id"])
    raise NotFoundError(f"Dagordningen {meeting['date']} har ingen punkt {number}.")


def _item_of_case(case: Found, number: int | None, day: str | None) -> Found:
    """The case's item on a meeting: on ``day`` when given, else on the latest."""
    if day is not None:
        moment = meeting_moment(day) or (written_date(day), "")
        day = moment[0]
    fitting = [
        item
        for item in case["items"]
        if item["date"] and day in (None, item["date"]) and number in (None, item["number"])
    ]
    if not fitting:
        where = f" {day}" if day else ""
        raise NotFoundError(
            f"{case['dnr']} står inte på något sammanträdes dagordning{where}. "
            "Hämta in ärendet till ett sammanträde först."
        )
    latest: Found = fitting[-1]
    return latest


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
