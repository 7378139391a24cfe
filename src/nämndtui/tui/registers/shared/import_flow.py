"""Importing a file into a register: which file, what it needs to be told, then the preview."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from textual.widgets import Input

from nämndtui.model.delegation.order import DelegationOrder
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.legal_catalogue import LAWS
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.files.file_path import PathSuggester, existing_file
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.form_view import FormView
from nämndtui.tui.kit.forms.parsing import day_reader, optional_day_reader

if TYPE_CHECKING:
    from nämndtui.tui.registers.shared.register_pane import RegisterPane


class FileForm(FormView):
    """Enter in the file's line is for the dialog to say."""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Only from the other lines on to the next field."""
        if event.input is self.rows[0].editor:
            event.prevent_default()


class FileDialog(FormDialog):
    """Asks for the file; Enter after its path reads it."""

    def __init__(self, title: str, fields: tuple[FormField, ...]) -> None:
        super().__init__(title, fields, "Läs filen")
        self.form = FileForm(fields)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read the file."""
        event.stop()
        self.submit()


def import_decisions(pane: RegisterPane) -> None:
    """A file of delegated decisions."""
    title = "Importera delegationsbeslut"
    _ask(pane, "delegated_decision", title, (_file(),))


def import_unenforced(pane: RegisterPane) -> None:
    """A file of unenforced decisions."""
    laws = (("", "står i filen"), *((law, swedish("law", law)) for law in LAWS))
    law = FormField(
        "law",
        "Lag",
        "choice",
        "",
        choices=laws,
        help="Välj lag om filen bara har beslut enligt den ena och inte säger det själv.",
    )
    _ask(pane, "unenforced_decision", "Importera ej verkställda beslut", (_file(), law))


def import_order(pane: RegisterPane) -> None:
    """A file of the points of a delegation order."""
    today = pane.session.today
    fields = (
        _file(),
        FormField("name", "Namn", help="Till exempel Delegationsordning 2027. Tomt: filens namn."),
        FormField(
            "valid_from",
            "Gäller från",
            default=date(today.year + 1, 1, 1).isoformat(),
            required=True,
            help="Den version som gäller nu slutar gälla dagen före.",
            parse=day_reader(today),
        ),
        FormField(
            "valid_to",
            "Gäller till",
            help="Bara för en ordning som inte gäller längre: dess sista dag.",
            parse=optional_day_reader(today),
        ),
        FormField("adopted", "Antagen", help="Till exempel § 88/2026."),
    )
    _ask(pane, "delegation_order", "Importera delegationsordning", fields)


def _file() -> FormField:
    return FormField(
        "file",
        "Fil",
        required=True,
        help="En csv- eller xlsx-fil. Börja skriva sökvägen; → fyller i.",
        parse=existing_file,
        suggester=PathSuggester(),
    )


def _ask(pane: RegisterPane, kind: str, title: str, fields: tuple[FormField, ...]) -> None:
    def answered(answers: Answers | None) -> None:
        from nämndtui.tui.registers.shared.import_dialog import ImportDialog, ImportPlan

        if answers is None:
            return
        committee_id, given = pane.session.committee_id, answers.values
        order = _order(committee_id, given) if kind == "delegation_order" else None
        law = str(given.get("law", ""))
        plan = ImportPlan(kind, title, given["file"], committee_id, law, order)
        pane.app.push_screen(ImportDialog(plan))

    pane.app.push_screen(FileDialog(title, fields), answered)


def _order(committee_id: int, given: dict[str, Any]) -> DelegationOrder:
    days = (given["valid_from"], given["valid_to"])
    return DelegationOrder(0, committee_id, given["name"], *days, adopted=given["adopted"])
