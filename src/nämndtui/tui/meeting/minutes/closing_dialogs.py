"""Questions after the last §: when it ended, who adjusts, when it was adjusted and posted."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual.suggester import SuggestFromList

from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.calendar.calendar_days import last_appeal_day, take_down_day
from nämndtui.model.calendar.swedish_dates import parse_date, parse_time, short_date
from nämndtui.model.minutes.part_days import latest_day
from nämndtui.model.people.persons import Person
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.tui.kit.dates import clock_time
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import day_reader, optional_day_reader, read_optional_time
from nämndtui.tui.meeting.minutes import part_dialogs
from nämndtui.tui.meeting.shared.unsaved_dialog import settle_unsaved

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.tui.meeting.shared.meeting_screen import MeetingScreen
    from nämndtui.workflow.core.actor import Actor


def close_meeting(host: MeetingScreen) -> None:
    """Ask when the meeting ended."""
    if host.view is None:
        return
    meeting = host.view.dossier.meeting

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes.minutes import close_meeting as verb

        verb(store, actor, meeting.id, answers["end"], answers["end_date"])

    fields = (
        FormField("end", "Sluttid", required=True, parse=parse_time, help="Till exempel 20.45."),
        FormField(
            "end_date",
            "Slutdag",
            help="Bara om sammanträdet slutade en annan dag, till exempel efter midnatt.",
            parse=optional_day_reader(meeting.date),
        ),
    )
    notice = "Sammanträdet är avslutat. Ctrl+Z ångrar."
    host.app.push_screen(
        FormDialog(
            f"Avsluta sammanträdet {host.day}",
            fields,
            "Avsluta",
            save,
            notice,
            settle=settle_unsaved,
        )
    )


def adjustment(host: MeetingScreen) -> None:
    """Adjusters, place, day, time, storage."""
    if host.view is None:
        return
    dossier = host.view.dossier
    part = dossier.main_part or MinutesPart(0)
    count = max(dossier.committee.settings.adjusters, len(part.adjusters), 1)
    elected = part.adjusters or elected_at_opening(dossier)

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes.adjustment import edit_main_part, set_adjusters

        names = [answers[f"adjuster_{n}"] for n in range(count)]
        set_adjusters(store, actor, dossier.meeting.id, [name for name in names if name])
        edit_main_part(
            store,
            actor,
            dossier.meeting.id,
            **{name: answers[name] for name in _PART_FIELDS},
        )

    people = [one.person.name for one in dossier.attendances if one.serves]
    suggester = SuggestFromList(people, case_sensitive=False)
    adjusters = tuple(
        FormField(
            f"adjuster_{n}",
            "Justerare" if count == 1 else f"Justerare {n + 1}",
            default=elected[n].name if n < len(elected) else "",
            help="Utöver ordföranden. → fyller i namnet." if n == 0 else "",
            suggester=suggester,
        )
        for n in range(count)
    )
    fields = (*adjusters, *_part_fields(part, dossier.committee.settings.storage_place))
    host.app.push_screen(FormDialog(f"Justering {host.day}", fields, "Spara", save))


def elected_at_opening(dossier: MeetingDossier) -> tuple[Person, ...]:
    """The members present whose names stand in the opening item's decision, as adjusters."""
    found: dict[int, Person] = {}
    for paragraph in dossier.paragraphs:
        text = "\n".join(paragraph.points)
        if dossier.item(paragraph.item_id).kind == "opening":
            here = [one.person for one in dossier.attendances if one.serves]
            found |= {text.find(one.name): one for one in here if one.name in text}
    return tuple(found[place] for place in sorted(found))


_PART_FIELDS = ("adjust_place", "adjust_date", "adjust_time", "storage_place")


def _part_fields(part: MinutesPart, usual_storage: str) -> tuple[FormField, ...]:
    return (
        FormField("adjust_place", "Plats", default=part.adjust_place),
        FormField(
            "adjust_date",
            "Dag",
            default=part.adjust_date.isoformat() if part.adjust_date else "",
            parse=lambda text: parse_date(text) if text.strip() else None,
            help="Till exempel 2026-12-15.",
        ),
        FormField(
            "adjust_time",
            "Tid",
            default=clock_time(part.adjust_time) if part.adjust_time else "",
            parse=read_optional_time,
        ),
        FormField(
            "storage_place", "Protokollet förvaras", default=part.storage_place or usual_storage
        ),
    )


def mark_adjusted(host: MeetingScreen, part: MinutesPart | None) -> None:
    """Ask which day the minutes, or the part of them that is next, were adjusted."""
    today = _latest(host)
    if part is not None and _of_several(host):
        host.app.push_screen(part_dialogs.adjusted(part, today))
        return

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes.adjustment import mark_adjusted as verb

        verb(store, actor, host.meeting_id, answers["adjusted_on"])

    field = FormField(
        "adjusted_on",
        "Justerat",
        default=today.isoformat(),
        required=True,
        help="Därefter kan protokollet inte ändras.",
        parse=day_reader(today),
    )
    notice = "Protokollet är justerat."
    host.app.push_screen(
        FormDialog(
            f"Protokollet {host.day} är justerat",
            (field,),
            "Justerat",
            save,
            notice,
            settle=settle_unsaved,
        )
    )


def _of_several(host: MeetingScreen) -> bool:
    """True when the minutes are adjusted in more than one part."""
    parts = host.view.dossier.minutes_parts if host.view else ()
    return sum(bool(one.paragraph_numbers) for one in parts) > 1


def mark_posted(host: MeetingScreen, part: MinutesPart | None) -> None:
    """Ask which day the notice was posted; show the days that follow (KL 13:5, 8:12)."""
    today = _latest(host)

    def save(store: Store, actor: Actor, answers: Answers) -> tuple[str, ...]:
        from nämndtui.workflow.minutes.adjustment import mark_posted as verb

        return verb(store, actor, host.meeting_id, answers["posted_on"])

    def tell(warnings: tuple[str, ...] | None) -> None:
        for warning in warnings or ():
            host.namnd.say(warning)

    if part is not None and _of_several(host):
        preview = partial(following_days, today=today)
        host.app.push_screen(part_dialogs.posted(part, today, preview), tell)
        return
    field = FormField(
        "posted_on",
        "Anslaget",
        default=today.isoformat(),
        required=True,
        parse=day_reader(today),
        preview=lambda text: following_days(text, today),
    )
    notice = "Justeringen är anslagen."
    dialog = FormDialog(f"Justeringen {host.day} är anslagen", (field,), "Anslaget", save, notice)
    host.app.push_screen(dialog, tell)


def _latest(host: MeetingScreen) -> date:
    """The day it most likely happened: today."""
    today = host.session.today
    return latest_day(host.view.dossier.meeting, today) if host.view else today


def following_days(text: str, today: date) -> str:
    """``Överklagas senast tors 7 jan 2027. Anslaget tas ned fre 8 jan 2027.``"""
    try:
        posted = parse_date(text, today)
    except InvalidInputError:
        return ""  # half a date, while it is being typed
    last, down = last_appeal_day(posted), take_down_day(posted)
    return (
        f"Överklagas senast {short_date(last, year=True)}. "
        f"Anslaget tas ned {short_date(down, year=True)}."
    )
