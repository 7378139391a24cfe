"""Choosing otherwise than the rules: who serves in a seat, who presides – with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.model.attendance.presence import Override
from nämndtui.model.attendance.serving import ParagraphServing
from nämndtui.model.record.minutes_record import MinutesRecord, room_of
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.safe_text import one_line
from nämndtui.tui.meeting.attendance.roll import RollRow

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

BY_RULE = ("rule", "")
_EMPTY = ("empty", "")
_SKIP = ("skip", "")
_SPANS = (("on", "från och med paragrafen"), ("only", "bara den paragrafen"))

Key = tuple[str, str]
"""What is chosen: *rule*, *empty*, *skip*, or *serve*/*seat* with a person id or seat key."""


def choose_serving(record: MinutesRecord, at: ParagraphServing, row: RollRow) -> FormDialog:
    """For a seat: which substitute, or nobody. For a substitute: which seat, or none."""
    substitute = row.mandate is not None and row.mandate.is_substitute
    choices = _seats(at) if substitute else _substitutes(record, at)
    before = _current(record, row)
    now = next((k for k, _ in choices if before and k == _as_key(before, substitute)), BY_RULE)

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.attendance.serving_choices import choose_serving as verb
        from nämndtui.workflow.attendance.serving_choices import remove_choice

        meeting_id = record.dossier.meeting.id
        wanted: Key = answers["who"]
        new = _override(record, row, wanted, answers["reason"], answers["span"])
        made = verb(store, actor, meeting_id, new) if new else 0
        if before is not None and before.id != made:
            remove_choice(store, actor, meeting_id, before.id)

    return FormDialog(
        f"Tjänstgöring vid § {row.number}: {one_line(row.name, 40)}",
        (
            FormField("who", "Tjänstgör", "choice", default=now, choices=choices),
            _reason(before.reason if before else ""),
            FormField("span", "Gäller", "choice", default="on", choices=_SPANS),
        ),
        "Spara",
        save,
    )


def choose_presiding(record: MinutesRecord, at: ParagraphServing, row: RollRow) -> FormDialog:
    """Let a serving person lead the meeting when nobody of the presidium can (KL 6:22)."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.attendance.serving_choices import choose_serving as verb

        last = at.number if answers["span"] == "only" else None
        new = Override(0, "preside", answers["reason"], row.person, "", at.number, last)
        verb(store, actor, record.dossier.meeting.id, new)

    fields = (
        _reason(""),
        FormField("span", "Gäller", "choice", default="on", choices=_SPANS),
    )
    return FormDialog(f"Leder sammanträdet: {one_line(row.name, 40)}", fields, "Spara", save)


def _reason(default: str) -> FormField:
    return FormField(
        "reason", "Skäl", default=default, help="Behövs när valet inte följer inkallelseordningen."
    )


def _substitutes(record: MinutesRecord, at: ParagraphServing) -> tuple[tuple[Key, str], ...]:
    inside = {one.person.id for one in at.inside}
    busy = {one.person.id: one for one in at.serving if one.person and one.substitute}
    found: list[tuple[Key, str]] = [(BY_RULE, "enligt inkallelseordningen")]
    for mandate in room_of(record).substitutes:
        if mandate.person.id in inside:
            other = busy.get(mandate.person.id)
            note = f", nu för {other.seat.name}" if other else ""
            key = ("serve", str(mandate.person.id))
            found.append((key, one_line(f"{mandate.person.name} ({mandate.party}){note}")))
    return (*found, (_EMPTY, "ingen"))


def _seats(at: ParagraphServing) -> tuple[tuple[Key, str], ...]:
    found: list[tuple[Key, str]] = [(BY_RULE, "enligt inkallelseordningen")]
    for one in at.seats_served:
        if one.mandate is None or one.substitute:
            found.append((("seat", one.seat.key), one_line(f"för {one.seat.name}")))
    return (*found, (_SKIP, "tjänstgör inte"))


def _current(record: MinutesRecord, row: RollRow) -> Override | None:
    """The choice that holds for the row at its §."""
    seat = row.seat.seat.key if row.seat else ""
    person = row.person.id if row.person else 0
    for one in record.overrides:
        chosen = one.person.id if one.person else 0
        about = one.seat == seat if row.seat else chosen == person
        if one.kind != "preside" and about and one.covers(row.number):
            return one
    return None


def _as_key(one: Override, substitute: bool) -> Key:
    if one.kind == "serve":
        who = str(one.person.id) if one.person else ""
        return ("seat", one.seat) if substitute else ("serve", who)
    return (one.kind, "")


def _override(
    record: MinutesRecord, row: RollRow, wanted: Key, reason: str, span: str
) -> Override | None:
    kind, what = wanted
    last = row.number if span == "only" else None
    seat = row.seat.seat.key if row.seat else ""
    if kind == "seat":
        return Override(0, "serve", reason, row.person, what, row.number, last)
    if kind == "serve":
        substitutes = room_of(record).substitutes
        chosen = next(one.person for one in substitutes if str(one.person.id) == what)
        return Override(0, "serve", reason, chosen, seat, row.number, last)
    if kind == "empty":
        return Override(0, "empty", reason, None, seat, row.number, last)
    if kind == "skip":
        return Override(0, "skip", reason, row.person, "", row.number, last)
    return None
