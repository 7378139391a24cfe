"""Word documents out of the registers: the list of decisions, the papers of a quarter."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from nämndtui.model.publication.document_kinds import (
    DOCUMENT_KINDS,
    DocumentKind,
    document_kind,
)
from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog
from nämndtui.tui.kit.files.file_dialogs import WrittenDialog
from nämndtui.tui.kit.files.write_dialog import WriteDialog
from nämndtui.workflow.documents.making import DocumentRequest
from nämndtui.workflow.documents.registers import QuarterRequest

if TYPE_CHECKING:
    from nämndtui.tui.registers.delegation.decision_pane import DecisionPane
    from nämndtui.tui.registers.quarters.quarter_pane import QuarterPane
    from nämndtui.tui.registers.shared.register_pane import RegisterPane


def delegation_list(pane: DecisionPane) -> None:
    """Write the list of decisions of the meeting where the decision with the cursor stands."""
    if pane.one is not None and pane.one.row["meeting_id"]:
        kind = document_kind("delegationslista")
        request = DocumentRequest(kind.name, pane.one.row["meeting_id"])
        _write(pane, WriteDialog(kind.title, request), kind.written)


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
            _write(pane, WriteDialog(kind.title, request), kind.written)

    pane.app.push_screen(PickerDialog("Vilket dokument?", matching), picked)


def _write(pane: RegisterPane, dialog: WriteDialog, done: str) -> None:
    def written(path: Path | None) -> None:
        if path is not None:
            pane.app.push_screen(WrittenDialog(done, path))

    pane.app.push_screen(dialog, written)
