"""The forms of mandates and persons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.suggester import SuggestFromList

from nämndtui.model.people.committee import Committee
from nämndtui.model.people.persons import OFFICES, PERSON_KINDS, Mandate, Person
from nämndtui.model.text.vocabulary import swedish
from nämndtui.tui.kit.dialogs.form_dialog import EditDialog, FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import day_reader, optional_day_reader, read_count

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_OFFICES = tuple((value, swedish("office", value)) for value in OFFICES)
_KINDS = tuple((value, swedish("person_kind", value)) for value in PERSON_KINDS)


def new_mandate_form(committee: Committee, persons: Sequence[Person], today: date) -> FormDialog:
    """Gives someone an office; a person not in the register is added."""

    def save(store: Store, actor: Actor, answers: Answers) -> int:
        from nämndtui.workflow.people.persons import add_mandate

        draft = Mandate(
            0,
            committee.id,
            Person(0, answers["name"], party=answers["party"]),
            answers["office"],
            answers["party"],
            answers["valid_from"],
            answers["valid_to"],
            answers["rank"],
        )
        return add_mandate(store, actor, draft)

    name = FormField(
        "name",
        "Namn",
        required=True,
        help="Den som redan finns föreslås; → tar förslaget. Ett nytt namn läggs till.",
        suggester=SuggestFromList([p.name for p in persons], case_sensitive=False),
    )
    fields = (name, *_mandate_fields(_BLANK, committee, today))
    return FormDialog("Nytt uppdrag", fields, "Lägg till", save, "Sparat – Ctrl+Z ångrar.")


def edit_mandate_form(mandate: Mandate, committee: Committee, today: date) -> EditDialog:
    """Changes an office held: party, days, order."""

    def save(store: Store, actor: Actor, answers: Answers, version: int) -> None:
        from nämndtui.workflow.people.persons import edit_mandate

        edit_mandate(store, actor, mandate.id, version, **answers.changed)

    return EditDialog(
        f"Uppdrag: {mandate.person.name}",
        _mandate_fields(mandate, committee, today),
        mandate.version,
        save,
        notice="Sparat – Ctrl+Z ångrar.",
    )


def end_mandate_form(mandate: Mandate, today: date) -> FormDialog:
    """Ends an office on a day."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.people.persons import end_mandate

        end_mandate(store, actor, mandate.id, mandate.version, answers["last_day"])

    last_day = FormField(
        "last_day",
        "Sista dagen",
        default=today.isoformat(),
        required=True,
        parse=day_reader(today),
        help="Uppdraget finns kvar i listan över avslutade.",
    )
    title = f"Avsluta uppdraget: {mandate.person.name}"
    return FormDialog(title, (last_day,), "Avsluta", save, "Sparat – Ctrl+Z ångrar.")


def edit_person_form(person: Person) -> EditDialog:
    """Changes a person: name, party, title."""

    def save(store: Store, actor: Actor, answers: Answers, version: int) -> None:
        from nämndtui.workflow.people.persons import edit_person

        edit_person(store, actor, person.id, version, **answers.changed)

    fields = (
        FormField("name", "Namn", default=person.name, required=True),
        FormField("kind", "Slag", "choice", person.kind, choices=_KINDS),
        FormField("party", "Parti", default=person.party),
        FormField("title", "Titel", default=person.title, help="För tjänstepersoner."),
    )
    return EditDialog(
        f"Person: {person.name}", fields, person.version, save, notice="Sparat – Ctrl+Z ångrar."
    )


_BLANK = Mandate(0, 0, Person(0, ""), "member", "", date.min)


def _mandate_fields(mandate: Mandate, committee: Committee, today: date) -> tuple[FormField, ...]:
    begun = mandate.valid_from.isoformat() if mandate.id else today.isoformat()
    return (
        FormField("office", "Uppdrag", "choice", mandate.office, choices=_OFFICES),
        FormField(
            "party",
            "Parti",
            default=mandate.party,
            suggester=SuggestFromList(list(committee.settings.party_order), case_sensitive=False),
        ),
        FormField(
            "valid_from", "Från och med", default=begun, required=True, parse=day_reader(today)
        ),
        FormField(
            "valid_to",
            "Till och med",
            default=mandate.valid_to.isoformat() if mandate.valid_to else "",
            parse=optional_day_reader(today),
            help="Lämna tomt så länge uppdraget pågår.",
        ),
        FormField(
            "rank",
            "Ordning",
            default=str(mandate.rank),
            parse=read_count,
            help="Lägre nummer står först; för ersättare är det inkallelseordningen.",
        ),
    )
