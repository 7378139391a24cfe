"""Propositionsordning: which proposals stand, the main one, and what is decided (KL 5:53)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.model.agenda_item import AgendaItem
from nämndtui.model.minutes_record import MinutesRecord
from nämndtui.model.moved_proposal import additions, contestants, names, procedural
from nämndtui.model.vocabulary import VALUES
from nämndtui.tui.dialogs.form_dialog import FormDialog
from nämndtui.tui.dialogs.form_draft import ITEM_FORM
from nämndtui.tui.forms.form_field import Answers, FormField
from nämndtui.tui.meeting.replace_dialog import Consent
from nämndtui.tui.safe_text import one_line

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.actor import Actor

_UNDECIDED = ("", "inte avgjort än")
_ADDED = ((None, "inte avgjort än"), (True, "bifalls"), (False, "avslås"))


def procedure(record: MinutesRecord, item: AgendaItem) -> FormDialog:
    """The chair puts the proposals; the decision and its text follow from the one that wins."""
    handling, moved = record.handling(item.id), record.moved_in(item.id)
    decided = record.dossier.paragraph_of(item) is not None
    consent = Consent()

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.minutes import decide_item
        from nämndtui.workflow.moved_proposals import edit_moved, set_standing

        kept = ("staff",) if answers.values.get("staff") else ()
        gone = ("staff",) if "staff" in answers.values and not kept else ()
        main = answers.values.get("main", handling.main)
        if (kept, gone, main) != (handling.maintained, handling.withdrawn, handling.main):
            set_standing(store, actor, item.id, kept, gone, main)
        for one in additions(moved):
            if answers[one.ref] != one.accepted:
                edit_moved(store, actor, item.id, one.id, accepted=answers[one.ref])
        if answers["winner"]:
            winner, sure = answers["winner"], consent.given
            decide_item(store, actor, item.id, winner=winner, replace_edited=sure)

    chosen = handling.winner if decided else ""
    fields = (*_winner(record, item, chosen), *_standing(record, item), *_additions(record, item))
    title = f"Proposition: {one_line(item.title, 50)}"
    about, settle = (ITEM_FORM, item.id), consent.settle
    return FormDialog(title, fields, "Spara", save, about=about, settle=settle)


def _winner(record: MinutesRecord, item: AgendaItem, now: str) -> tuple[FormField, ...]:
    moved = record.moved_in(item.id)
    proposals = contestants(item, record.handling(item.id), moved)
    choices = [_UNDECIDED, *((one.ref, one_line(one.label)) for one in proposals)]
    choices += [
        (one.ref, one_line(f"{VALUES['moved_kind'][one.kind]} ({names(one.movers)})"))
        for one in procedural(moved)
    ]
    known = {key for key, _ in choices}
    return (
        FormField(
            "winner",
            "Beslut enligt",
            "choice",
            default=now if now in known else "",
            choices=tuple(choices),
            help="Beslutets text och beslutsgången skrivs efter valet.",
        ),
    )


def _standing(record: MinutesRecord, item: AgendaItem) -> tuple[FormField, ...]:
    """Is the administration's proposal kept beside the chair's; which is the main one?"""
    handling = record.handling(item.id)
    found = []
    if item.chair_differs:
        kept = "staff" in handling.maintained
        found.append(FormField("staff", "Förvaltningens förslag står kvar", "switch", kept))
    proposals = contestants(item, handling, record.moved_in(item.id))
    if len(proposals) > 2:
        choices = tuple((one.ref, one_line(one.label)) for one in proposals)
        main = handling.main or proposals[0].ref
        found.append(FormField("main", "Huvudförslag", "choice", main, choices=choices))
    return tuple(found)


def _additions(record: MinutesRecord, item: AgendaItem) -> tuple[FormField, ...]:
    return tuple(
        FormField(
            one.ref,
            one_line(f"Tillägg, {names(one.movers)}", 22),
            "choice",
            default=one.accepted,
            choices=_ADDED,
            help=one_line(one.text, 60),
        )
        for one in additions(record.moved_in(item.id))
    )
