"""One key, one question: what the commands at the table open."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from nämndtui.model.calendar.swedish_dates import parse_time
from nämndtui.model.decisions.statement import StatementKind
from nämndtui.model.decisions.vote import Vote
from nämndtui.store.drafts.draft_key import ITEM_FORM
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import optional_day_reader
from nämndtui.tui.kit.safe_text import one_line
from nämndtui.tui.meeting.attendance.return_dialog import ReturnDialog
from nämndtui.tui.meeting.decisions import fact_dialogs
from nämndtui.tui.meeting.decisions.procedure_dialog import procedure
from nämndtui.tui.meeting.decisions.secret_vote import secret_vote
from nämndtui.tui.meeting.decisions.vote_dialog import VoteDialog
from nämndtui.tui.meeting.decisions.vote_questions import question_words, vote_questions

if TYPE_CHECKING:
    from nämndtui.model.agenda.agenda_item import AgendaItem
    from nämndtui.model.attendance.serving import ParagraphServing
    from nämndtui.model.people.persons import Person
    from nämndtui.store.database import Store
    from nämndtui.tui.meeting.shared.meeting_screen import MeetingScreen
    from nämndtui.tui.meeting.shared.meeting_view import MeetingView
    from nämndtui.workflow.core.actor import Actor


def _here(host: MeetingScreen) -> tuple[MeetingView, AgendaItem] | None:
    return (host.view, host.item) if host.view is not None and host.item is not None else None


def move(host: MeetingScreen) -> None:
    """Who moves what."""
    if found := _here(host):
        view, item = found
        dialog = fact_dialogs.yrkande(view.record, view.serving_at(item.id), item)
        host.app.push_screen(dialog)


def put_question(host: MeetingScreen) -> None:
    """Which proposals stand, and which one wins."""
    if found := _here(host):
        host.app.push_screen(procedure(found[0].record, found[1]))


def disqualify(host: MeetingScreen) -> None:
    """Who is out."""
    if found := _here(host):
        view, item = found
        host.app.push_screen(fact_dialogs.disqualification(view.serving_at(item.id), item))


def state(host: MeetingScreen, kind: StatementKind) -> None:
    """A reservation or a note; substitutes may note where the committee's rules say so."""
    if found := _here(host):
        view, item = found
        at = view.serving_at(item.id)
        people: list[Person] = []
        if kind == "note" and view.dossier.committee.settings.substitutes_may_note:
            people = [one.person for one in at.inside]
        host.app.push_screen(fact_dialogs.statement(at, item, kind, people))


def postpone(host: MeetingScreen) -> None:
    """Table or refer back."""
    if found := _here(host):
        host.app.push_screen(fact_dialogs.postpone(found[1], "tabled"))


def hold_vote(host: MeetingScreen) -> None:
    """Straight to the votes when only one thing can be voted on, else ask what."""
    if not (found := _here(host)):
        return
    view, item = found
    if item.election:
        held = [one for one in view.record.votes_in(item.id) if one.secret]
        host.app.push_screen(secret_vote(item, held[-1] if held else None, view.may_sit))
        return
    questions = vote_questions(view.record, item)

    def ask(question: Vote | None) -> None:
        if question is not None:
            at = view.serving_at(item.id)
            host.app.push_screen(VoteDialog(view.record, at, item, question))

    if len(questions) == 1:
        ask(questions[0])
    elif questions:
        host.app.push_screen(_which(questions), ask)
    else:
        host.app.push_screen(_own_question(item, view, view.serving_at(item.id)))


def _which(questions: Sequence[Vote]) -> PickerDialog[Vote]:
    def matching(_: sqlite3.Connection, text: str) -> Sequence[Choice[Vote]]:
        wanted = text.casefold()
        shown = [(one, question_words(one)) for one in questions]
        return [
            Choice(one, f"{kind}: ja {yes}", below=f"nej {no}")
            for one, (kind, yes, no) in shown
            if wanted in f"{kind} {yes} {no}".casefold()
        ]

    return PickerDialog("Vad röstar nämnden om?", matching)


def _own_question(item: AgendaItem, view: MeetingView, at: ParagraphServing) -> FormDialog:
    """What yes and no mean, when the proposals do not say it."""

    def vote(answers: Answers) -> VoteDialog:
        asked = Vote(0, item.id, 0, "main", yes_means=answers["yes"], no_means=answers["no"])
        return VoteDialog(view.record, at, item, asked)

    fields = (
        FormField("yes", "Ja betyder", default="bifall till förslaget", required=True),
        FormField("no", "Nej betyder", default="avslag på förslaget", required=True),
    )
    title = f"Vad röstar nämnden om? {one_line(item.title, 40)}"
    return _Question(title, fields, vote, item.id)


class _Question(FormDialog):
    """A form that leads on to a vote, and keeps its own draft until that is held or left."""

    def __init__(
        self,
        title: str,
        fields: Sequence[FormField],
        vote: Callable[[Answers], VoteDialog],
        item_id: int,
    ) -> None:
        super().__init__(title, fields, "Rösta", about=(ITEM_FORM, item_id))
        self._vote = vote

    @property
    def writes(self) -> bool:
        """What yes and no mean is kept like any text."""
        return True

    def submit(self) -> None:
        """Hold the vote; back here when it is left."""
        answers = self.form.answers()
        if answers is not None:
            self.app.push_screen(self._vote(answers), self._voted)

    def _voted(self, held: object) -> None:
        self.leave(True if held else None)


def toggle_immediate(host: MeetingScreen) -> None:
    """Adjust the § immediately in a part of its own, or with the others after all (F 24)."""
    from nämndtui.workflow.minutes.immediate import declare_immediate, take_back_immediate

    if not (found := _here(host)):
        return
    view, item = found
    paragraph = view.paragraph(item.id)
    if paragraph is None:
        return
    number, meeting_id = paragraph.number, host.meeting_id
    if paragraph.immediate:
        host.namnd.write(lambda s, a: take_back_immediate(s, a, meeting_id, number))
    else:
        host.namnd.write(
            lambda s, a: declare_immediate(s, a, meeting_id, [number]),
            notice=f"§ {number} justeras omedelbart. Sist i dagordningen står protokollsdelarna.",
        )


def adjourn(host: MeetingScreen) -> None:
    """Ask when the break began, or when the meeting went on again (F 8–10)."""
    if host.view is None:
        return
    meeting, item_id = host.view.dossier.meeting, host.item.id if host.item else None
    undecided = item_id is not None and host.view.paragraph(item_id) is None
    resumes = meeting.state == "adjourned"

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.attendance import sittings

        if resumes:
            during = item_id if undecided else None
            sittings.resume(store, actor, meeting.id, answers["at"], answers["day"], during)
        else:
            sittings.adjourn(store, actor, meeting.id, answers["at"])

    now = f"{host.session.clock():%H.%M}"
    fields = [FormField("at", "Klockan", default=now, required=True, parse=parse_time)]
    if resumes:
        help_text = "Bara om det blev en annan dag."
        fields.append(
            FormField("day", "Dag", help=help_text, parse=optional_day_reader(meeting.date))
        )
    word = "Återuppta" if resumes else "Ajournera"
    dialog = FormDialog(f"{word} sammanträdet {host.day}", fields, word, save)
    host.app.push_screen(dialog, lambda done: check_roll(host) if done and resumes else None)


def check_roll(host: MeetingScreen) -> None:
    """Ask whether everybody is back; to the roll unless they all are (F 8)."""
    if host.view is None:
        return
    at = host.view.serving_at(host.item.id if host.item else 0)
    people = [one.person for one in at.inside]

    def answered(all_back: bool | None) -> None:
        if not all_back:
            host.query_one("#roll").focus()

    host.app.push_screen(ReturnDialog(people), answered)
