"""What is sent before a meeting, kept as it was sent; and the supplement to a kallelse (F 2)."""

from __future__ import annotations

from datetime import date

from nämndtui.model.agenda.meeting_states import OPEN_AGENDA, SUPPLEMENT
from nämndtui.model.agenda.sending import Sending
from nämndtui.model.calendar.swedish_dates import iso, short_date
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.supplement import coming_supplement, summons_documents
from nämndtui.model.summons.supplement_wording import nothing_new
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.core.change import Change
from nämndtui.store.database import Store
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.store.summons.sendings import insert_sending
from nämndtui.workflow.core.actor import Actor


def record_summons(change: Change, meeting_id: int, sent_on: date) -> None:
    """Keep everything the kallelse holds, inside an open change.

    The first kallelse has version 1 of every document; one sent again after it was recalled keeps
    the version of what is unchanged.
    """
    dossier = load_dossier(change.connection, meeting_id)
    documents = summons_documents(dossier, dossier.sendings)
    insert_sending(change, meeting_id, Sending(0, "summons", sent_on, documents))


def mark_supplement_sent(store: Store, actor: Actor, meeting_id: int, sent_on: date) -> None:
    """Record that a supplement with everything new went out on ``sent_on``; old versions stay.

    Raises RefusedError when the kallelse is not out, the meeting has begun or nothing is new, and
    InvalidInputError for a day before the kallelse or the supplement before.
    """
    with store.change("mark_supplement_sent", actor.user, actor.now) as change:
        dossier = load_dossier(change.connection, meeting_id)
        _check_state(dossier)
        supplement = coming_supplement(dossier, sent_on)
        if not supplement.documents:
            raise RefusedError(nothing_new(dossier))
        _check_day(dossier, sent_on)
        insert_sending(change, meeting_id, supplement)
        change.summary = f"Tillägg skickat till {short_date(dossier.meeting.date, year=True)}"


def _check_state(dossier: MeetingDossier) -> None:
    state = dossier.meeting.state
    if state in OPEN_AGENDA:
        raise RefusedError("Kallelsen är inte skickad. Det som ändras nu kommer med i den.")
    if state not in SUPPLEMENT:
        raise RefusedError("Ett tillägg skickas efter kallelsen, innan sammanträdet börjar.")


def _check_day(dossier: MeetingDossier, sent_on: date) -> None:
    last = dossier.sendings[-1] if dossier.sendings else None
    day = last.sent_on if last else dossier.meeting.summons_date
    if day is not None and sent_on < day:
        what = "förra tillägget" if last and last.kind == "supplement" else "kallelsen"
        raise InvalidInputError(
            f"Tillägget kan inte ha skickats före {what} ({iso(day)}). Rätta dagen.", "sent_on"
        )
