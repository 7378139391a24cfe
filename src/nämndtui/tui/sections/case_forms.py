"""The forms of a case."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from nämndtui.model.agenda.case import CASE_STATES, CASE_TYPES, Case
from nämndtui.model.text.vocabulary import swedish
from nämndtui.tui.kit.dialogs.form_dialog import EditDialog, FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import optional_day_reader, read_list
from nämndtui.tui.kit.work.edit import shown_value

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_TYPES = tuple((value, swedish("case_type", value)) for value in CASE_TYPES)
_STATES = tuple((value, swedish("case_state", value)) for value in CASE_STATES)


def new_case_form(committee_id: int, today: date) -> FormDialog:
    """Registers a case; the next number of the year is drawn when it is saved."""

    def save(store: Store, actor: Actor, answers: Answers) -> Case:
        from nämndtui.workflow.agenda.cases import register_case

        draft = Case(0, committee_id, answers["dnr"], 0, 0, answers["title"])
        kept = {name: answers[name] for name in _COMMON}
        return register_case(store, actor, _replaced(draft, kept))

    number = FormField(
        "dnr",
        "Diarienummer",
        help="Lämna tomt så får ärendet nästa lediga nummer.",
    )
    fields = (*_fields(Case(0, committee_id, "", 0, 0, ""), today), number)
    return FormDialog("Nytt ärende", fields, "Registrera", save)


def edit_case_form(case: Case, today: date) -> EditDialog:
    """Changes a case's facts; its number is never changed."""

    def save(store: Store, actor: Actor, answers: Answers, version: int) -> None:
        from nämndtui.workflow.agenda.cases import edit_case

        edit_case(store, actor, case.id, version, **answers.changed)

    state = FormField("state", "Status", "choice", case.state, choices=_STATES)
    title, kind, *others = _fields(case, today)
    return EditDialog(
        f"Ärende {case.dnr}",
        (title, kind, state, *others),
        case.version,
        save,
        notice="Sparat – Ctrl+Z ångrar.",
    )


_COMMON = ("case_type", "raised_on", "foreign_dnr", "note")


def _fields(case: Case, today: date) -> tuple[FormField, ...]:
    return (
        FormField("title", "Rubrik", default=case.title, required=True),
        FormField("case_type", "Typ", "choice", case.case_type, choices=_TYPES),
        FormField(
            "raised_on",
            "Väckt",
            default=case.raised_on.isoformat() if case.raised_on else "",
            help="För motioner och medborgarförslag: dagen då ettårsfristen började (KL 5:35).",
            parse=optional_day_reader(today),
        ),
        FormField(
            "foreign_dnr",
            "Andras diarienummer",
            default=", ".join(case.foreign_dnr),
            help="Till exempel kommunstyrelsens nummer. Flera skrivs med komma emellan.",
            parse=read_list,
            stored=lambda value: ", ".join(shown_value(value).splitlines()),
        ),
        FormField("note", "Anteckning", "text", case.note),
    )


def _replaced(case: Case, values: dict[str, Any]) -> Case:
    from dataclasses import replace

    return replace(case, **values)
