"""The forms of a row in the register of unenforced decisions."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.suggester import SuggestFromList

from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.text.errors import InvalidInputError, NamndError
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.legal_catalogue import LAWS, measures, provision
from nämndtui.model.unenforced.unenforced_decision import (
    CLOSED_REASONS,
    KINDS,
    REASONS,
    SEXES,
    UnenforcedDecision,
    note_warning,
)
from nämndtui.tui.kit.dialogs.confirm import ConfirmDialog
from nämndtui.tui.kit.dialogs.form_dialog import EditDialog, FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.form_row import FormRow
from nämndtui.tui.kit.forms.parsing import day_reader, optional_day_reader
from nämndtui.tui.kit.work.edit import shown_value

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_LAWS = tuple((law, swedish("law", law)) for law in LAWS)
_KINDS = tuple((kind, swedish("unenforced_kind", kind)) for kind in KINDS)
_REASONS = tuple((value, swedish("unenforced_reason", value) or "inget") for value in REASONS)
_SEXES = tuple((sex, sex or "anges inte") for sex in SEXES)
_CLOSED = tuple((value, swedish("closed_reason", value) or "–") for value in CLOSED_REASONS)


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
    fields = tuple(f for f in _fields(blank, today) if f.name not in ("executed_on",))
    fields = tuple(f for f in fields if not f.name.startswith("closed"))
    notice = "Sparat – Ctrl+Z ångrar."
    form = NewUnenforcedDialog("Nytt ej verkställt beslut", fields, "Lägg in", save, notice)
    return form


def edit_unenforced_form(row: UnenforcedDecision, reported: bool, today: date) -> EditDialog:
    """Changes a row; one that stands in a compiled report needs a reason."""

    def save(store: Store, actor: Actor, answers: Answers, version: int) -> int:
        from nämndtui.workflow.unenforced.unenforced_decisions import edit_unenforced_decision

        return edit_unenforced_decision(store, actor, row.id, version, **answers.changed)

    fields = _fields(row, today)
    if reported:
        why = FormField(
            "correction_reason",
            "Varför rättas den",
            help="Raden står i en sammanställd rapport; den gamla raden sparas bredvid.",
        )
        fields = (*fields, why)
    title = f"Ej verkställt {row.local_key}"
    return EditUnenforcedDialog(title, fields, row.version, save, notice="Sparat – Ctrl+Z ångrar.")


def _fields(row: UnenforcedDecision, today: date) -> tuple[FormField, ...]:
    return (*_decision_fields(row, today), *_outcome_fields(row, today))


def _decision_fields(row: UnenforcedDecision, today: date) -> tuple[FormField, ...]:
    """What was decided, of whom, and when."""
    names = [part.name for law in LAWS for part in measures(law, today)]
    return (
        FormField(
            "local_key",
            "Nyckel",
            default=row.local_key,
            required=True,
            help="Kontorets egen kod, till exempel A12. Inga namn, inga födelsedatum.",
        ),
        FormField("law", "Lag", "choice", row.law, choices=_LAWS),
        FormField(
            "measure",
            "Insats",
            default=row.measure,
            required=True,
            suggester=SuggestFromList(list(dict.fromkeys(names)), case_sensitive=False),
        ),
        FormField("kind", "Raden är", "choice", row.kind, choices=_KINDS),
        FormField(
            "start",
            "Datum",
            default=row.start.isoformat(),
            required=True,
            help="Beslutets dag; för ett avbrott dagen då insatsen upphörde.",
            parse=day_reader(today),
        ),
        FormField(
            "decided_on",
            "Avbrottets beslut",
            default=_iso(row.decided_on),
            help="Bara för avbrott: dagen för beslutet om insatsen.",
            parse=optional_day_reader(today),
        ),
        FormField("sex", "Kön", "choice", row.sex, choices=_SEXES),
    )


def _outcome_fields(row: UnenforcedDecision, today: date) -> tuple[FormField, ...]:
    """What has become of it, and why not."""
    optional = optional_day_reader(today)
    return (
        FormField("reason", "Skäl", "choice", row.reason, choices=_REASONS),
        FormField(
            "refused_offers",
            "Tackat nej",
            default=", ".join(day.isoformat() for day in row.refused_offers),
            help="Dagar för erbjudanden som den enskilde har tackat nej till, med komma emellan.",
            parse=_days_reader(today),
            stored=lambda value: ", ".join(shown_value(value).splitlines()),
        ),
        FormField("executed_on", "Verkställt", default=_iso(row.executed_on), parse=optional),
        FormField("closed_on", "Avslutat", default=_iso(row.closed_on), parse=optional),
        FormField(
            "closed_reason", "Avslutat för att", "choice", row.closed_reason, choices=_CLOSED
        ),
        FormField(
            "note",
            "Anteckning",
            default=row.note,
            help="Skrivs inte ut. Inga namn, inga födelsedatum.",
            preview=_note_preview,
        ),
    )


def _note_preview(note: str) -> str:
    warning = note_warning(note)
    return f"▲ {warning}" if warning else "Skrivs inte ut. Inga namn, inga födelsedatum."


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _days_reader(today: date) -> Any:
    def read(text: str) -> tuple[date, ...]:
        parts = [part for part in re.split(r"[,;\s]+(?=\d)|\s+och\s+", text.strip()) if part]
        return tuple(parse_date(part.strip(" ,;"), today) for part in parts)

    return read
