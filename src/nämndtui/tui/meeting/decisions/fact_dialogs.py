"""Questions about what is said at an item: yrkanden, reservations, notes, jäv, postponing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Outcome
from nämndtui.model.attendance.serving import ParagraphServing
from nämndtui.model.decisions.statement import Statement, StatementKind
from nämndtui.model.decisions.yrkande import (
    MOVED_KINDS,
    Yrkande,
    agenda_label,
    contestants,
    target_label,
)
from nämndtui.model.people.persons import Person
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.store.drafts.draft_key import ITEM_FORM
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.safe_text import one_line
from nämndtui.tui.meeting.decisions.replace_dialog import Consent
from nämndtui.tui.meeting.shared.people_names import NameSuggester, people_preview, read_people

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_KINDS = tuple((kind, VALUES["moved_kind"][kind]) for kind in MOVED_KINDS)
_NOTES = (("note", "protokollsanteckning"), ("separate_opinion", "särskilt yttrande"))
_OUT = (("jäv", "jäv"), ("out", "deltar inte i beslutet"))


def yrkande(
    record: MinutesRecord, at: ParagraphServing, item: AgendaItem, old: Yrkande | None = None
) -> FormDialog:
    """Who moves what. An existing one may get other movers, text or target."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.decisions.yrkanden import edit_moved, move_proposal

        ids = [one.id for one in answers["person_ids"]]
        text, target = answers["text"], answers["target"]
        if old is None:
            move_proposal(store, actor, item.id, answers["kind"], ids, text, target)
        else:
            edit_moved(store, actor, item.id, old.id, person_ids=ids, text=text, target=target)

    kind = (FormField("kind", "Yrkar", "choice", default="approve", choices=_KINDS),)
    fields = (
        _who(_serving(at), old.movers if old else ()),
        *(() if old else kind),
        FormField(
            "target", "På", "choice", old.target if old else "", choices=_targets(record, item)
        ),
        FormField(
            "text",
            "Text",
            "text",
            default=old.text if old else "",
            help="Eget förslag och tillägg: en punkt på varje rad. Annars motiveringen, om någon.",
            phrases=True,
        ),
    )
    again = f" {old.id}" if old else ""
    title = f"Yrkande{again}: {one_line(item.title, 50)}"
    return FormDialog(title, fields, "Spara", save, about=(ITEM_FORM, item.id))


def statement(
    at: ParagraphServing,
    item: AgendaItem,
    kind: StatementKind,
    people: Sequence[Person],
    old: Statement | None = None,
) -> FormDialog:
    """A reservation (kind *reservation*) or a note; the text may come later (KL 4:27)."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.decisions.statements import announce, hand_in_text

        if old is not None:
            hand_in_text(store, actor, item.id, old.id, answers["text"], version=old.version)
            return
        chosen: StatementKind = kind if kind == "reservation" else answers["kind"]
        ids = [one.id for one in answers["person_ids"]]
        announce(store, actor, item.id, chosen, ids, answers["text"])

    which = FormField("kind", "Slag", "choice", default="note", choices=_NOTES)
    reservation = kind == "reservation"
    fields = (
        *(() if old else (_who(people or _serving(at)),)),
        *(() if old or reservation else (which,)),
        FormField(
            "text",
            "Text",
            "text",
            default=old.text if old else "",
            help="Får vänta tills paragrafen justeras.",
            phrases=True,
        ),
    )
    word = "Reservation" if reservation else "Anteckning"
    again = f" {old.id}" if old else ""
    title = f"{word}{again}: {one_line(item.title, 50)}"
    return FormDialog(title, fields, "Spara", save, about=(ITEM_FORM, item.id))


def disqualification(at: ParagraphServing, item: AgendaItem) -> FormDialog:
    """Who is out for jäv (KL 6:28), or does not take part in the decision (F 22)."""

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.attendance.disqualifications import (
            declare_disqualified,
            stay_out_of_decision,
        )

        for person in answers["person_ids"]:
            if answers["how"] == "out":
                stay_out_of_decision(store, actor, item.id, person.id)
            else:
                decided = answers["decided"]
                ground = answers["ground"]
                declare_disqualified(store, actor, item.id, person.id, ground, not decided, decided)

    fields = (
        _who([one.person for one in at.inside]),
        FormField("how", "Varför", "choice", default="jäv", choices=_OUT),
        FormField("ground", "Grund", help="KL 6:28, till exempel 1. Får vara tomt."),
        FormField("decided", "Nämnden har prövat frågan och beslutat om jäv", "switch", False),
    )
    title = f"Jäv: {one_line(item.title, 50)}"
    return FormDialog(title, fields, "Spara", save, about=(ITEM_FORM, item.id))


def postpone(item: AgendaItem, outcome: Outcome) -> FormDialog:
    """Table or refer back, with the reason (F 6)."""
    consent = Consent()

    def save(store: Store, actor: Actor, answers: Answers) -> int:
        from nämndtui.workflow.minutes.minutes import decide_item

        outcome, reason, sure = answers["outcome"], answers["reason"], consent.given
        return decide_item(store, actor, item.id, outcome, reason=reason, replace_edited=sure)

    choices = tuple((key, VALUES["outcome"][key]) for key in ("tabled", "referred_back"))
    fields = (
        FormField(
            "reason",
            "Skäl",
            "text",
            help="Varför, eller vad beredningen ska svara på.",
            parse=lambda text: " ".join(text.split()),
            phrases=True,
        ),
        FormField("outcome", "Beslut", "choice", default=outcome, choices=choices),
    )
    title = f"Skjut upp: {one_line(item.title, 50)}"
    about, settle = (ITEM_FORM, item.id), consent.settle
    return FormDialog(title, fields, "Besluta", save, about=about, settle=settle)


def _who(people: Sequence[Person], chosen: Sequence[Person] = ()) -> FormField:
    return FormField(
        "person_ids",
        "Vem",
        default=", ".join(one.name for one in chosen),
        required=True,
        parse=read_people(people),
        preview=people_preview(people),
        suggester=NameSuggester(people),
    )


def _serving(at: ParagraphServing) -> list[Person]:
    return [one.person for one in at.serving if one.person is not None]


def _targets(record: MinutesRecord, item: AgendaItem) -> tuple[tuple[str, str], ...]:
    """The proposals a yrkande can speak of."""
    moved = record.moved_in(item.id)
    found = [("", one_line(agenda_label(item)))]
    if item.chair_proposal is not None:
        found.append(("staff", agenda_label(item, "staff")))
    found += [
        (one.ref, one_line(target_label(item, moved, one.ref)))
        for one in contestants(item, record.handling(item.id), moved)
        if one.ref.startswith("yrkande") and one.points
    ]
    return tuple(found)
