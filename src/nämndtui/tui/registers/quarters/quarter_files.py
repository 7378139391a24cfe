"""The papers of a quarter."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog
from nämndtui.tui.kit.files.write_dialog import WriteDialog
from nämndtui.tui.registers.shared.word_files import write
from nämndtui.workflow.documents.registers import (
    PUBLIC,
    STATISTICS,
    UNENFORCED,
    QuarterRequest,
)
from nämndtui.workflow.documents.writing import DocumentRequest

if TYPE_CHECKING:
    from nämndtui.tui.registers.quarters.quarter_pane import QuarterPane

_QUARTER_FILES = (
    (UNENFORCED, "Redovisning till nämnden", "skrivelse och tabell"),
    (STATISTICS, "Statistikrapport", "till kommunfullmäktige"),
    (PUBLIC, "Offentlig version", "små antal visas inte"),
)


def quarter_file(pane: QuarterPane) -> None:
    """Ask which of the quarter's papers, and write it."""
    view = pane.view
    if view is None:
        return
    report = view.report
    quarter = QuarterRequest(pane.session.committee_id, report.law, report.quarter)
    choices = [Choice(kind, words, detail) for kind, words, detail in _QUARTER_FILES]

    def matching(_: sqlite3.Connection, text: str) -> list[Choice[str]]:
        return [one for one in choices if text.casefold() in f"{one.text} {one.detail}".casefold()]

    def picked(kind: str | None) -> None:
        if kind is not None:
            words = next(one.text for one in choices if one.key == kind)
            request = DocumentRequest(kind, quarter=quarter)
            write(pane, WriteDialog(words, request), "Word-filen är skriven")

    pane.app.push_screen(PickerDialog("Vilket dokument?", matching), picked)
