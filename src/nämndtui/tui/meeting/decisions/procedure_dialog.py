"""Propositionsordning: which proposals stand, the main one, and what is decided (KL 5:53)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.decisions.yrkande import Handling, additions, contestants, names, procedural
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.store.drafts.draft_key import ITEM_FORM
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.safe_text import one_line
from nämndtui.tui.meeting.decisions.replace_dialog import Consent

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_UNDECIDED = ("", "inte avgjort än")
_NOT_NOTED = ("", "inte antecknat")
_ADDED = ((None, "inte avgjort än"), (True, "bifalls"), (False, "avslås"))


def procedure(record: MinutesRecord, item: AgendaItem) -> FormDialog:
    """The chair puts the proposals; the decision and its text follow from the one that wins."""
    handling, moved = record.handling(item.id), record.moved_in(item.id)
    decided = record.dossier.paragraph_of(item) is not None
    consent = Consent()

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.decisions.yrkanden import edit_moved, set_standing
        from nämndtui.workflow.minutes.minutes import decide_item

        stands = answers.values.get("staff") or answers["winner"] == "staff"
        standing = Handling(
            item.id,
            maintained=("staff",) if stands else (),
            main=answers.values.get("main", handling.main),
            finding=answers.values.get("finding", handling.finding),
        )
        if standing != _standing_of(handling):
            kept, main, finding = standing.maintained, standing.main, standing.finding
            set_standing(store, actor, item.id, kept, (), main, finding)
        for one in additions(moved):
            if answers[one.ref] != one.accepted:
                edit_moved(store, actor, item.id, one.id, accepted=answers[one.ref])
        if answers["winner"]:
            winner, sure = answers["winner"], consent.given
            decide_item(store, actor, item.id, winner=winner, replace_edited=sure)

    chosen = handling.winner if decided else ""
    fields = (
        *_winner(record, item, chosen),
        *_finding(record, item),
        *_standing(record, item),
        *_additions(record, item),
    )
    title = f"Proposition: {one_line(item.title, 50)}"
    about, settle = (ITEM_FORM, item.id), consent.settle
    return FormDialog(title, fields, "Spara", save, about=about, settle=settle)


def _standing_of(handling: Handling) -> Handling:
    """What the form asks of a handling, to see whether it was changed."""
    return Handling(
        handling.item_id,
        maintained=handling.maintained,
        withdrawn=handling.withdrawn,
        main=handling.main,
        finding=handling.finding,
    )


def _winner(record: MinutesRecord, item: AgendaItem, now: str) -> tuple[FormField, ...]:
    choices = (_UNDECIDED, *_proposals(record, item))
    known = {key for key, _ in choices}
    return (
        FormField(
            "winner",
            "Beslut enligt",
            "choice",
            default=now if now in known else "",
            choices=choices,
            help="Beslutets text och beslutsgången skrivs efter valet.",
        ),
    )


def _finding(record: MinutesRecord, item: AgendaItem) -> tuple[FormField, ...]:
    """With a vote held: what the chair had found before it was asked for."""
    if not any(one.kind in ("main", "procedural") for one in record.votes_in(item.id)):
        return ()
    choices = (_NOT_NOTED, *_proposals(record, item))
    now = record.handling(item.id).finding
    known = now if now in {key for key, _ in choices} else ""
    return (FormField("finding", "Ordföranden fann", "choice", known, choices=choices),)


def _proposals(record: MinutesRecord, item: AgendaItem) -> tuple[tuple[str, str], ...]:
    moved = record.moved_in(item.id)
    proposals = contestants(item, record.handling(item.id), moved)
    return (
        *((one.ref, one_line(one.label)) for one in proposals),
        *(
            (one.ref, one_line(f"{VALUES['moved_kind'][one.kind]} ({names(one.movers)})"))
            for one in procedural(moved)
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
