"""One key, one verb: what the minutes' commands do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nämndtui.model.agenda.meeting import Outcome
from nämndtui.model.wording.decision_points import decision_points
from nämndtui.tui.kit.dialogs.confirm import ConfirmDialog
from nämndtui.tui.meeting.agenda.agenda_commands import toggle_withdrawn as toggle_withdrawn
from nämndtui.tui.meeting.decisions import correction_dialog

if TYPE_CHECKING:
    from nämndtui.model.text.errors import NamndError
    from nämndtui.tui.meeting.desk.minutes_desk import MinutesDesk


def call_roll(host: MinutesDesk) -> None:
    """Start the meeting with everyone present."""
    from nämndtui.workflow.minutes.minutes import call_roll as verb

    host.namnd.write(partial(verb, meeting_id=host.meeting_id))


def decide(host: MinutesDesk, outcome: Outcome, replace_edited: bool = False) -> None:
    """Decide the item; the agenda shows which § it got. A text changed by hand is asked about."""
    from nämndtui.workflow.decisions.decision_writing import EditedDecisionError
    from nämndtui.workflow.minutes.minutes import decide_item

    item = host.item
    if item is None:
        return

    def refused(error: NamndError) -> bool:
        from nämndtui.tui.meeting.decisions.replace_dialog import ReplaceDialog

        if not isinstance(error, EditedDecisionError):
            return False
        host.app.push_screen(
            ReplaceDialog(error), lambda sure: decide(host, outcome, True) if sure else None
        )
        return True

    verb = partial(decide_item, item_id=item.id, outcome=outcome, replace_edited=replace_edited)
    host.namnd.write(verb, failed=refused)


def postpone_without_quorum(host: MinutesDesk) -> None:
    """Carry the item over to the next meeting, without § (F 16)."""
    from nämndtui.workflow.minutes.minutes import postpone_without_quorum as verb

    if host.item is not None:
        host.namnd.write(
            partial(verb, item_id=host.item.id),
            notice="Punkten skjuts upp till nästa sammanträde. Ctrl+Z ångrar.",
        )


def own_decision(host: MinutesDesk) -> None:
    """Make the decision the secretary's own words, starting from what there is."""
    from nämndtui.workflow.minutes.minutes import decide_item

    item, view = host.item, host.view
    if item is None or view is None:
        return
    paragraph = view.paragraph(item.id)
    points = paragraph.points if paragraph else None
    if not (points or decision_points(view.record, item, "own_decision", "")):
        host.pane.begin_decision()
        return
    host.namnd.write(
        partial(decide_item, item_id=item.id, outcome="own_decision", points=points),
        then=lambda _: host.write_when_shown(item.id),
    )


def take_back(host: MinutesDesk) -> None:
    """Take the § back."""
    from nämndtui.workflow.minutes.minutes import take_back_decision

    if host.item is not None:
        host.namnd.write(
            partial(take_back_decision, item_id=host.item.id),
            notice="Beslutet är taget tillbaka. Ctrl+Z ångrar.",
        )


def correct(host: MinutesDesk) -> None:
    """Ask what is corrected; suggest a new notice when the decision's own text was touched.

    A text left over from before the adjustment is what one begins with.
    """
    item, view = host.item, host.view
    paragraph = view.paragraph(item.id) if view and item else None
    if item is None or view is None or paragraph is None:
        return

    left = next(iter(view.left_over(item.id).items()), None) if view else None

    def tell(new_notice: bool | None) -> None:
        if left is not None and new_notice is not None:
            _discard(host, paragraph.id, left[0])
        if new_notice:
            host.namnd.say("Beslutets text är rättad. Överväg att anslå justeringen på nytt.")

    form = correction_dialog.CorrectionDialog(item, paragraph, view.dossier.corrections, left)
    host.app.push_screen(form, tell)


def throw_left_over(host: MinutesDesk) -> None:
    """Ask, then forget what was never saved in a § that is adjusted."""
    item, view = host.item, host.view
    paragraph = view.paragraph(item.id) if view and item else None
    if item is None or view is None or paragraph is None:
        return
    fields = list(view.left_over(item.id))

    def answered(sure: bool | None) -> None:
        for field in fields if sure else ():
            _discard(host, paragraph.id, field)

    text = f"Texten som inte sparades i § {paragraph.number} försvinner. Paragrafen ändras inte."
    host.app.push_screen(ConfirmDialog("Släng texten?", text, "Släng", keep="Behåll"), answered)


def _discard(host: MinutesDesk, paragraph_id: int, field: str) -> None:
    from nämndtui.store.drafts.draft_key import PARAGRAPHS, DraftKey
    from nämndtui.store.drafts.drafts import discard_draft

    key = DraftKey(PARAGRAPHS, paragraph_id, field)
    host.namnd.write(lambda store, actor: discard_draft(store, actor.user, key))
