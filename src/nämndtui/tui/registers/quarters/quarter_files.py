"""The papers of a quarter."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from nämndtui.model.publication.document_kinds import DOCUMENT_KINDS, DocumentKind
from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog
from nämndtui.tui.kit.files.write_dialog import WriteDialog
from nämndtui.tui.registers.shared.word_files import write
from nämndtui.workflow.documents.making import DocumentRequest
from nämndtui.workflow.documents.registers import QuarterRequest

if TYPE_CHECKING:
    from nämndtui.tui.registers.quarters.quarter_pane import QuarterPane


def quarter_file(pane: QuarterPane) -> None:
    """Ask which of the quarter's papers, and write it."""
    view = pane.view
    if view is None:
        return
    report = view.report
    quarter = QuarterRequest(pane.session.committee_id, report.law, report.quarter)
    choices = [
        Choice(kind, kind.title, kind.about)
        for kind in DOCUMENT_KINDS.values()
        if kind.of == "quarter"
    ]

    def matching(_: sqlite3.Connection, text: str) -> list[Choice[DocumentKind]]:
        return [one for one in choices if text.casefold() in f"{one.text} {one.detail}".casefold()]

    def picked(kind: DocumentKind | None) -> None:
        if kind is not None:
            request = DocumentRequest(kind.name, quarter=quarter)
            write(pane, WriteDialog(kind.title, request), kind.written)

    pane.app.push_screen(PickerDialog("Vilket dokument?", matching), picked)
