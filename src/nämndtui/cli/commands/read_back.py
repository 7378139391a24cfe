"""``läs-tillbaka``: minutes changed in Word, shown as differences and taken in § by §."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from nämndtui.cli.commands.acting import acting_now, at_terminal, check_may_write, open_store
from nämndtui.cli.commands.swedish_click import SwedishCommand
from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.cli.light.output import line_width, message, result, result_json
from nämndtui.cli.light.reading import Reading
from nämndtui.cli.light.show import meeting_moment, written_date
from nämndtui.cli.light.text_layout import wrapped
from nämndtui.cli.light.usage_error import UsageError
from nämndtui.model.text.errors import NotFoundError, RefusedError
from nämndtui.model.text.number_words import plural
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.model.text.system_reason import system_reason
from nämndtui.model.text.text_changes import changed_lines
from nämndtui.store.light.lookup import meeting_on
from nämndtui.workflow.minutes.word_reading import (
    WordDifference,
    WordReading,
    accept_differences,
    read_word,
)
from nämndtui.workflow.minutes.word_source import meeting_of_file


@click.command("läs-tillbaka", cls=SwedishCommand)
@click.argument("file", metavar="FIL")
@click.option("--prova", "trial", is_flag=True, help="Visa skillnaderna men ändra inget.")
@click.option("--ja", "everything", is_flag=True, help="Ta in alla skillnader utan att fråga.")
@click.option(
    "--sammanträde", "day", metavar="DATUM", help="Sammanträdet, om filen inte säger det."
)
@click.option("--json", "as_json", is_flag=True, help="Skriv skillnaderna som JSON.")
@click.pass_obj
def read_back(
    options: GlobalOptions,
    file: str,
    trial: bool,
    everything: bool,
    day: str | None,
    as_json: bool,
) -> int:
    """Läs tillbaka ett protokoll som har ändrats i Word.

    FIL är ett protokoll eller utdrag som programmet har skrivit. Varje skillnad visas, och det
    filen säger tas in när du svarar ja. Justerade paragrafer ändras inte.
    """
    path = Path(file)
    reading = _read(options, path, day)
    if as_json:
        result_json(_json(reading))
    wanted = [one for one in reading.differences if not one.locked]
    if trial or not wanted:
        _show_all(reading, as_json)
        return 1 if any(one.locked for one in reading.differences) else 0
    check_may_write(options)
    if not everything:
        wanted = _chosen(reading, wanted)
    elif not as_json:
        _show_all(reading, as_json)
    _accept(options, wanted)
    return 1 if any(one.locked for one in reading.differences) else 0


def _read(options: GlobalOptions, path: Path, day: str | None) -> WordReading:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError(f"Filen {path} finns inte.") from error
    except OSError as error:
        raise RefusedError(f"{path} kunde inte läsas: {system_reason(error)}.") from error
    with Reading(options.path) as connection:
        if day is None:
            meeting_id = meeting_of_file(connection, path, content)
        else:
            moment = meeting_moment(day) or (written_date(day), "")
            meeting_id = meeting_on(connection, moment[0], options.committee, moment[1])["id"]
        return read_word(connection, meeting_id, content)


def _show_all(reading: WordReading, as_json: bool) -> None:
    if not as_json:
        for one in reading.differences:
            result(_shown(one))
    for text in reading.remarks:
        message(text)
    if not reading.differences:
        message("Filens paragrafer säger detsamma som databasen.")


def _chosen(reading: WordReading, wanted: Sequence[WordDifference]) -> list[WordDifference]:
    """The differences the user says yes to, one question each."""
    if not at_terminal():
        _show_all(reading, as_json=False)
        raise UsageError("Inget ändrades. Ta in allt med --ja, eller välj vid en terminal.")
    for text in reading.remarks:
        message(text)
    chosen = []
    for one in wanted:
        result(_shown(one))
        if _yes("Ta in? (j/n) "):
            chosen.append(one)
    return chosen


def _yes(question: str) -> bool:
    sys.stderr.write(question)
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer:
        raise KeyboardInterrupt
    return answer.strip().casefold() in ("j", "ja")


def _accept(options: GlobalOptions, wanted: Sequence[WordDifference]) -> None:
    if not wanted:
        message("Inget ändrades.")
        return
    with open_store(options) as store:
        numbers = accept_differences(store, acting_now(), wanted)
    count = plural(len(wanted), "skillnad", "skillnader")
    message(f"Tog in {count} i {format_paragraphs(numbers)}.")


def _shown(one: WordDifference) -> str:
    """The § and field, then only the lines that differ: − as it was, + as the file has it."""
    width = line_width()
    lines = [f"§ {one.number} {one.title}: {one.name}"]
    if one.locked:
        lines[0] += " (justerat, ändras inte)"
    for sign, text in changed_lines(one.before, one.after):
        lines.append(wrapped(text, width, f"  {sign} ", "    "))
    return "\n".join(lines)


def _json(reading: WordReading) -> dict[str, object]:
    return {
        "paragrafer": list(reading.numbers),
        "skillnader": [
            {
                "paragraf": one.number,
                "rubrik": one.title,
                "avsnitt": one.name,
                "förut": one.before,
                "i_filen": one.after,
                "justerat": one.locked,
            }
            for one in reading.differences
        ],
        "anmärkningar": list(reading.remarks),
    }
