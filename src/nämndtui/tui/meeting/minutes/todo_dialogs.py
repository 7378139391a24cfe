"""Questions about what is left to do: sent how and when, what came of an assignment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from nämndtui.model.record.follow_up import Assignment, Dispatch
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.number_words import plural
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import day_reader, optional_day_reader
from nämndtui.tui.meeting.attendance.roll_dialogs import one_paragraph

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_WAYS = tuple(VALUES["dispatch_way"].items())
_STATES = tuple(VALUES["assignment_state"].items())


def sent(ids: Sequence[int], today: date) -> FormDialog:
    """When and how the extracts went."""

    def save(store: Store, actor: Actor, answers: Answers) -> tuple[str, ...]:
        from nämndtui.workflow.minutes.dispatch import mark_sent

        return mark_sent(store, actor, ids, answers["day"], answers["way"])

    title = f"Skickat: {plural(len(ids), 'utdrag', 'utdrag')}"
    return FormDialog(title, _sending("email", today, today), "Skickat", save)


def change_sent(one: Dispatch, today: date) -> FormDialog:
    """The right day and way of what was sent."""

    def save(store: Store, actor: Actor, answers: Answers) -> tuple[str, ...]:
        from nämndtui.workflow.minutes.dispatch import change_sent as verb

        return verb(store, actor, one.id, one.version, answers["day"], answers["way"])

    fields = _sending(one.way or "email", one.sent_on or today, today)
    return FormDialog(f"Ändra utskicket till {one.recipient}", fields, "Ändra", save)


def _sending(way: str, day: date, today: date) -> tuple[FormField, ...]:
    return (
        FormField("way", "Sätt", "choice", default=way, choices=_WAYS),
        FormField("day", "Dag", default=day.isoformat(), required=True, parse=day_reader(today)),
    )


def add_dispatch(record: MinutesRecord, number: int) -> FormDialog:
    """One more recipient of a §."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes.dispatch import add_dispatch as verb

        paragraph_id = _paragraph_id(record, answers["number"])
        verb(store, actor, paragraph_id, answers["recipient"], answers["foreign_dnr"])

    fields = (
        _number(number),
        FormField("recipient", "Mottagare", required=True),
        FormField("foreign_dnr", "Deras diarienummer"),
    )
    return FormDialog("Expediera till en mottagare till", fields, "Lägg till", save)


def add_assignment(record: MinutesRecord, number: int, today: date) -> FormDialog:
    """An assignment the decision gives."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes.assignments import add_assignment as verb

        paragraph_id = _paragraph_id(record, answers["number"])
        who, task, due = answers["assignee"], answers["task"], answers["due"]
        verb(store, actor, paragraph_id, who, task, due)

    fields = (_number(number), *_task("", "", None, today))
    return FormDialog("Nytt uppdrag", fields, "Lägg till", save)


def assignment(one: Assignment, today: date) -> FormDialog:
    """What the assignment says, and what came of it."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes.assignments import edit_assignment, settle_assignment

        words = {name: answers[name] for name in ("assignee", "task", "due")}
        before = {"assignee": one.assignee, "task": one.task, "due": one.due}
        if words != before:
            edit_assignment(store, actor, one.id, one.version, **words)
        if (answers["state"], answers["note"]) != (one.state, one.note):
            note = answers["note"]
            settle_assignment(store, actor, one.id, answers["state"], one.answered_item_id, note)

    fields = (
        FormField("state", "Läge", "choice", default=one.state, choices=_STATES),
        *_task(one.assignee, one.task, one.due, today),
        FormField("note", "Vad hände", default=one.note),
    )
    return FormDialog("Uppdrag", fields, "Spara", save)


def _task(assignee: str, task: str, due: date | None, today: date) -> tuple[FormField, ...]:
    return (
        FormField("assignee", "Till", default=assignee),
        FormField("task", "Vad", default=task, required=True),
        FormField(
            "due",
            "Senast",
            default=due.isoformat() if due else "",
            parse=optional_day_reader(today),
            help="Till exempel 2027-03-31. Får vara tomt.",
        ),
    )


def _number(number: int) -> FormField:
    return FormField("number", "§", default=str(number or ""), required=True, parse=one_paragraph)


def _paragraph_id(record: MinutesRecord, number: int) -> int:
    for one in record.dossier.paragraphs:
        if one.number == number:
            return one.id
    raise InvalidInputError(f"§ {number} finns inte i det här protokollet.", "number")
