"""Questions about one part of the minutes: signatures, adjustment, notice (D3, F 24–25, F 30)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.minutes.parts import part_range
from nämndtui.model.people.persons import Person
from nämndtui.model.record.part_log import Notice
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import day_reader, optional_day_reader
from nämndtui.tui.kit.safe_text import one_line
from nämndtui.tui.meeting.shared.people_names import NameSuggester, people_preview, read_people
from nämndtui.tui.meeting.shared.unsaved_dialog import settle_unsaved

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

    Verb = Callable[[Store, Actor, Answers], Any]


def sent(part: MinutesPart, today: date) -> FormDialog:
    """Which day it went to those who sign."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes.part_signing import send_for_signing

        send_for_signing(store, actor, part.id, answers["day"])

    return _form("Skickad för underskrift", part, (_day(today),), save, "Skickad")


def signed(part: MinutesPart, waiting: Sequence[Person], today: date) -> FormDialog:
    """Who has signed, and when; with the last signature the part is adjusted (KL 5:69)."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes.part_signing import sign_part

        sign_part(store, actor, part.id, answers["person"], answers["day"])

    fields = (_one_of(waiting), _day(today, "Med den sista underskriften är delen justerad."))
    return _form("Undertecknad", part, fields, save, "Undertecknad")


def returned(part: MinutesPart, people: Sequence[Person], today: date) -> FormDialog:
    """Who sent it back, and why."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes.part_signing import return_part

        return_part(store, actor, part.id, answers["day"], answers["person"], answers["note"])

    fields = (_one_of(people), _note("Varför"), _day(today))
    return _form("Återlämnad", part, fields, save, "Återlämnad")


def refused(part: MinutesPart, people: Sequence[Person], today: date) -> FormDialog:
    """An adjuster does not agree: what the objection is (F 25)."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes.part_signing import refuse_signature

        person, note = answers["person"], answers["note"]
        refuse_signature(store, actor, part.id, answers["day"], person, note)

    fields = (_one_of(people), _note("Invändning"), _day(today))
    return _form("Justerar inte", part, fields, save, "Anteckna")


def replaced(part: MinutesPart, people: Sequence[Person], today: date) -> FormDialog:
    """Other adjusters, by which decision (F 25)."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes.part_signing import replace_adjuster

        ids = [one.id for one in answers["note_people"]]
        replace_adjuster(store, actor, part.id, ids, answers["day"], answers["note"])

    who = FormField(
        "note_people",
        "Justerare",
        default=", ".join(one.name for one in part.adjusters),
        required=True,
        parse=read_people(people),
        preview=people_preview(people),
        suggester=NameSuggester(people),
    )
    fields = (who, _note("Enligt beslut"), _day(today))
    return _form("Byt justerare", part, fields, save, "Byt")


def adjusted(part: MinutesPart, today: date) -> FormDialog:
    """All have signed one day."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes.part_signing import adjust_part

        adjust_part(store, actor, part.id, answers["day"])

    day = _day(today, "Därefter kan delen inte ändras, bara rättas.")
    return _form("Justerad", part, (day,), save, "Justerad")


def taken_down(part: MinutesPart, today: date) -> FormDialog:
    """Which day the notice came down. Returns warnings."""

    def save(store: Store, actor: Actor, answers: Answers) -> tuple[str, ...]:
        from nämndtui.workflow.minutes.part_notice import take_down

        return take_down(store, actor, part.id, answers["day"])

    return _form("Anslaget nedtaget", part, (_day(today),), save, "Nedtaget")


def posted(part: MinutesPart, today: date, preview: Callable[[str], str]) -> FormDialog:
    """Which day the notice went up; the days that follow are shown. Returns warnings."""

    def save(store: Store, actor: Actor, answers: Answers) -> tuple[str, ...]:
        from nämndtui.workflow.minutes.part_notice import post_part

        return post_part(store, actor, part.id, answers["day"])

    field = FormField(
        "day", "Anslaget", default=today.isoformat(), parse=day_reader(today), preview=preview
    )
    return _form("Anslagen", part, (field,), save, "Anslagen")


def noticed_wrongly(part: MinutesPart, notice: Notice | None, today: date) -> FormDialog:
    """The right days of the notice, and what was wrong. Returns warnings."""

    def save(store: Store, actor: Actor, answers: Answers) -> tuple[str, ...]:
        from nämndtui.workflow.minutes.part_notice import correct_notice

        days = answers["posted_on"], answers["taken_down_on"]
        return correct_notice(store, actor, part.id, *days, answers["reason"])

    up, down = part.posted_on, notice.taken_down_on if notice else None
    fields = (
        FormField(
            "posted_on",
            "Anslaget",
            default=up.isoformat() if up else "",
            required=True,
            parse=day_reader(today),
            help="Den felaktiga dagen står kvar i liggaren, märkt som fel.",
        ),
        FormField(
            "taken_down_on",
            "Nedtaget",
            default=down.isoformat() if down else "",
            parse=optional_day_reader(today),
        ),
        FormField("reason", "Vad blev fel", required=True),
    )
    return _form("Rätta anslaget", part, fields, save, "Rätta")


def _form(
    what: str, part: MinutesPart, fields: tuple[FormField, ...], save: Verb, verb: str
) -> FormDialog:
    title = f"{what}: {part_range(part)}"
    return FormDialog(title, fields, verb, save, settle=settle_unsaved)


def _day(today: date, help_text: str = "") -> FormField:
    return FormField(
        "day",
        "Dag",
        default=today.isoformat(),
        required=True,
        parse=day_reader(today),
        help=help_text,
    )


def _note(label: str) -> FormField:
    return FormField("note", label, required=True)


def _one_of(people: Sequence[Person]) -> FormField:
    choices = tuple((one.id, one_line(one.name_with_party)) for one in people)
    return FormField("person", "Vem", "choice", default=choices[0][0], choices=choices)
