"""The forms of a row in the register of unenforced decisions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from textual.suggester import SuggestFromList

from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.text.errors import InvalidInputError, NamndError
from nämndtui.model.text.register_column import column_named
from nämndtui.model.unenforced.columns import UNENFORCED_COLUMNS
from nämndtui.model.unenforced.legal_catalogue import LAWS, measures, provision
from nämndtui.model.unenforced.unenforced_decision import (
    UnenforcedDecision,
    note_warning,
)
from nämndtui.tui.kit.dialogs.confirm import ConfirmDialog
from nämndtui.tui.kit.dialogs.form_dialog import EditDialog, FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.form_row import FormRow
from nämndtui.tui.registers.shared.register_fields import register_fields

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor


class _Provisions:
    """Shows, while the form is filled in, the provision in force the day of the decision."""

    @staticmethod
    def show(rows: list[FormRow], today: date) -> None:
        """Write the provision, or what the catalogue offers, under the measure."""
        entered = {row.field.name: row.entered for row in rows}
        row = next(row for row in rows if row.field.name == "measure")
        row.show_help(provision_words(entered, today))


def provision_words(entered: dict[str, Any], today: date) -> str:
    """``11 kap. 1 § SoL`` for what is entered; else some of the catalogue of that day."""
    law = entered["law"]
    try:
        day = parse_date(str(entered.get("decided_on") or entered["start"]), today)
    except InvalidInputError:
        day = today
    if str(entered["measure"]).strip():
        try:
            return provision(law, str(entered["measure"]), day)
        except InvalidInputError as error:
            return str(error)
    names = ", ".join(part.name for part in measures(law, day)[:4])
    return f"Till exempel {names} …"


class NewUnenforcedDialog(FormDialog):
    """A new row; the provision follows law, measure and day. A row already there is asked about."""

    despite = False

    def refused(self, error: NamndError) -> bool:
        """Ask about a row that is there already; everything else as forms do."""
        from nämndtui.workflow.unenforced.unenforced_decisions import RepeatedRowError

        if not isinstance(error, RepeatedRowError):
            return super().refused(error)
        question = ConfirmDialog("Finns raden redan?", str(error), "Lägg in ändå", keep="Ändra")
        self.app.push_screen(question, self._despite)
        return True

    def _despite(self, yes: bool | None) -> None:
        self.despite = bool(yes)
        if yes:
            self.submit()

    def on_mount(self) -> None:
        _Provisions.show(self.form.rows, self.namnd.session.today)

    def on_form_row_edited(self) -> None:
        """Follow what is entered."""
        _Provisions.show(self.form.rows, self.namnd.session.today)


class EditUnenforcedDialog(EditDialog):
    """An existing row; the provision follows law, measure and day."""

    def on_mount(self) -> None:
        _Provisions.show(self.form.rows, self.namnd.session.today)

    def on_form_row_edited(self) -> None:
        """Follow what is entered."""
        _Provisions.show(self.form.rows, self.namnd.session.today)


def new_unenforced_form(committee_id: int, law: str, today: date) -> FormDialog:
    """Adds a decision or an interruption."""

    def save(store: Store, actor: Actor, answers: Answers) -> int:
        from nämndtui.workflow.unenforced.unenforced_decisions import add_unenforced_decision

        draft = UnenforcedDecision(id=0, committee_id=committee_id, **answers.values)
        return add_unenforced_decision(store, actor, draft, form.despite)

    blank = UnenforcedDecision(0, committee_id, "", law or "sol", "", today)
    fields = tuple(f for f in unenforced_fields(blank, today) if f.name not in ("executed_on",))
    fields = tuple(f for f in fields if not f.name.startswith("closed"))
    notice = "Sparat – Ctrl+Z ångrar."
    form = NewUnenforcedDialog("Nytt ej verkställt beslut", fields, "Lägg in", save, notice)
    return form


def edit_unenforced_form(row: UnenforcedDecision, reported: bool, today: date) -> EditDialog:
    """Changes a row; one that stands in a compiled report needs a reason."""

    def save(store: Store, actor: Actor, answers: Answers, version: int) -> int:
        from nämndtui.workflow.unenforced.unenforced_decisions import edit_unenforced_decision

        return edit_unenforced_decision(store, actor, row.id, version, **answers.changed)

    fields = unenforced_fields(row, today)
    if reported:
        why = FormField(
            "correction_reason",
            "Varför rättas den",
            help="Raden står i en sammanställd rapport; den gamla raden sparas bredvid.",
        )
        fields = (*fields, why)
    title = f"Ej verkställt {row.local_key}"
    return EditUnenforcedDialog(title, fields, row.version, save, notice="Sparat – Ctrl+Z ångrar.")


def unenforced_fields(row: UnenforcedDecision, today: date) -> tuple[FormField, ...]:
    """The form's fields; the measure is completed from the catalogue of the day."""
    names = [part.name for law in LAWS for part in measures(law, today)]
    suggester = SuggestFromList(list(dict.fromkeys(names)), case_sensitive=False)
    more: dict[str, dict[str, Any]] = {
        "measure": {"suggester": suggester},
        "note": {"preview": _note_preview},
    }
    return register_fields(UNENFORCED_COLUMNS, row, today, more)


def _note_preview(note: str) -> str:
    warning = note_warning(note)
    entered = column_named(UNENFORCED_COLUMNS, "note").entered
    usual = entered.help if entered else ""
    return f"▲ {warning}" if warning else usual
