"""A secret vote, which only elections and hiring may have: counted slips (KL 5:54)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.decisions.vote import Tally, Vote
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.store.drafts.draft_key import ITEM_FORM
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import read_count
from nämndtui.tui.kit.safe_text import one_line

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_LINE = re.compile(r"(.+?)[\s:]+([0-9]{1,4})")


def secret_vote(item: AgendaItem, old: Vote | None, may_decide: bool) -> FormDialog:
    """How many slips each got, how many were blank, and what the lot fell on in a tie.

    The one elected is the decision, while the committee sits (``may_decide``).
    """

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.decisions.votes import hold_vote
        from nämndtui.workflow.minutes.minutes import decide_item

        vote = Vote(
            old.id if old else 0,
            item.id,
            0,
            "election",
            secret=True,
            tallies=answers["tallies"],
            blank=answers["blank"],
            lot=answers["lot"],
        )
        hold_vote(store, actor, vote, {})
        if may_decide:
            decide_item(store, actor, item.id, "own_decision")

    written = "\n".join(f"{one.label} {one.count}" for one in old.tallies) if old else ""
    fields = (
        FormField(
            "tallies",
            "Röster",
            "text",
            default=written,
            required=True,
            parse=read_tallies,
            help="Ett namn och antal på varje rad: Siv Dahl 3",
        ),
        FormField("blank", "Blanka", default=str(old.blank if old else 0), parse=read_count),
        FormField("lot", "Lotten föll på", default=old.lot if old else "", help="Vid lika tal."),
    )
    title = f"Sluten omröstning: {one_line(item.title, 44)}"
    return FormDialog(title, fields, "Spara", save, about=(ITEM_FORM, item.id))


def read_tallies(text: str) -> tuple[Tally, ...]:
    """``Siv Dahl 3`` on each line. Raises InvalidInputError naming the line that is wrong."""
    found = []
    for line in text.splitlines():
        if not line.strip():
            continue
        read = _LINE.fullmatch(line.strip())
        if read is None:
            raise InvalidInputError(f"Skriv namn och antal: ”{one_line(line, 40)}” går inte.")
        found.append(Tally(read[1].strip(), int(read[2])))
    return tuple(found)
