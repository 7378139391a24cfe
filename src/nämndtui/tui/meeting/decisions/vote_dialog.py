"""Voting: one row for each who serves, one key for each vote; the result counts itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button, Static

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.attendance.serving import ParagraphServing
from nämndtui.model.decisions.vote import Ballot, Choice, Vote
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.errors import NamndError
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.store.drafts.draft_key import VOTE
from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.kit.dialogs.dialog import button, text_line
from nämndtui.tui.kit.dialogs.form_draft import FormDraft
from nämndtui.tui.kit.dialogs.keeping_dialog import KeepingDialog
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.meeting.decisions.replace_dialog import ReplaceDialog
from nämndtui.tui.meeting.shared.row_list import RowList
from nämndtui.workflow.decisions.decision_writing import EditedDecisionError

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_NEXT_REST: dict[Choice, Choice] = {
    "yes": "no",
    "no": "abstain",
    "abstain": "absent",
    "absent": "yes",
}


class _Cast(Command["VoteDialog"]):
    """Så röstar den markerade; markeringen går till nästa."""

    footer = True
    choice: ClassVar[Choice]

    @classmethod
    def run(cls, host: VoteDialog) -> None:
        """Note the vote and go on."""
        host.cast(cls.choice)


class CastYes(_Cast):
    """Den markerade röstar ja; markeringen går till nästa."""

    key = "j"
    label = "Ja"
    choice = "yes"


class CastNo(_Cast):
    """Den markerade röstar nej; markeringen går till nästa."""

    key = "n"
    label = "Nej"
    choice = "no"


class CastAbstain(_Cast):
    """Den markerade avstår; markeringen går till nästa."""

    key = "a"
    label = "Avstår"
    choice = "abstain"


class CastAbsent(_Cast):
    """Den markerade deltar inte eller är ute; markeringen går till nästa."""

    key = "d"
    label = "Deltar inte"
    footer = False
    choice = "absent"


class OtherRest(Command["VoteDialog"]):
    """Byt hur de övriga röstar: ja, nej, avstår eller deltar inte."""

    key = "r"
    label = "Övriga"
    footer = True
    act = "other_rest"


class DrawLot(Command["VoteDialog"]):
    """Vid lika röstetal i ett val: vad lotten faller på. Annars avgör ordförandens egen röst."""

    key = "u"
    label = "Lott"
    act = "swap_lot"

    @classmethod
    def available(cls, host: VoteDialog) -> bool:
        """In a tie that lots decide."""
        return bool(host.counted.tied) and host.elects


class SaveVote(Command["VoteDialog"]):
    """Spara omröstningen. Nämndens beslut följer resultatet."""

    key = "ctrl+s"
    label = "Spara"
    footer = True
    act = "submit"


class VoteDialog(KeepingDialog[Any]):
    """One open vote. Everyone not marked votes as ``rest``. Half entered, it is kept."""

    OFFERED: ClassVar[Commands] = (
        CastYes,
        CastNo,
        CastAbstain,
        OtherRest,
        SaveVote,
        CastAbsent,
        DrawLot,
    )

    def __init__(
        self, record: MinutesRecord, at: ParagraphServing, item: AgendaItem, question: Vote
    ) -> None:
        super().__init__(f"Votering: {one_line(item.title, 50)}")
        self.add_class("form")
        self._item, self._at, self._question = item, at, question
        out = {one.person.id for one in record.non_participations if one.item_id == item.id}
        self._choices: dict[int, Choice] = {
            ballot.person.id: ballot.choice for ballot in question.ballots
        }
        self._choices |= dict.fromkeys(out, "absent")
        self._rest: Choice = "yes"
        self._lot = question.lot
        self._people = [one.mandate for one in at.serving if one.mandate is not None]
        self._first = self._now
        self._list: RowList[int] = RowList(id="ballots")
        self._result = Static(markup=False, id="vote-result")
        self._error = Static(markup=False, classes="form-error")

    def content(self) -> ComposeResult:
        """What is voted on, one row each, the result."""
        yield text_line(f"Ja = {self._question.yes_means}")
        yield text_line(f"Nej = {self._question.no_means}")
        yield self._list
        yield self._result
        yield self._error

    def buttons(self) -> ComposeResult:
        """Leave or save."""
        yield button("Avbryt", "cancel")
        yield button("Spara", "submit", main=True)

    def on_mount(self) -> None:
        self._error.display = False
        self._show()
        self._list.focus()
        question = self._question
        title = (
            f"{VALUES['vote_kind'][question.kind]}: {question.yes_means} mot {question.no_means}"
        )
        self.keep_drafts(FormDraft(one_line(title), self._item.id, question.id, VOTE))

    @property
    def _now(self) -> dict[str, Any]:
        choices = {str(person_id): choice for person_id, choice in self._choices.items()}
        return {"choices": choices, "rest": self._rest, "lot": self._lot}

    @property
    def entered(self) -> dict[str, Any]:
        """The votes, when they are not what stood there at first."""
        return {} if self._now == self._first else self._now

    def take_up(self, entered: dict[str, Any]) -> None:
        """The votes as they were noted when the program was killed."""
        self._choices = {int(key): choice for key, choice in entered["choices"].items()}
        self._rest, self._lot = entered["rest"], entered["lot"]
        self._show()
        self._tell("Rösterna du förde in förra gången är återställda.")

    @property
    def counted(self) -> Vote:
        """The vote as it now stands, the casting vote filled in where it follows."""
        ballots = tuple(
            Ballot(one.person, self._choices.get(one.person.id, self._rest), one.party)
            for one in self._people
        )
        vote = replace(self._question, ballots=ballots, casting="", lot="")
        if not vote.tied:
            return vote
        if self._item.election:
            return replace(vote, kind="election", lot=self._lot)
        leads = self._at.presiding.person
        own = next((b.choice for b in ballots if leads and b.person.id == leads.id), "")
        return replace(vote, casting=own if own in ("yes", "no") else "")

    @property
    def elects(self) -> bool:
        """True when lots decide a tie instead of the chair."""
        return self._item.election

    def cast(self, choice: Choice) -> None:
        """Note the vote of the one with the cursor, and go on to the next."""
        if self._list.current is not None:
            self._choices[self._list.current] = choice
            place = (self._list.highlighted or 0) + 1
            self._show()
            self._list.highlighted = min(place, len(self._people) - 1)

    def other_rest(self) -> None:
        self._rest = _NEXT_REST[self._rest]
        self._show()

    def swap_lot(self) -> None:
        """The lot falls on the other side."""
        self._lot = "no" if self.counted.lot == "yes" else "yes"
        self._show()

    def _show(self) -> None:
        self.note_entry()
        self._list.show_rows([(one.person.id, self._row(one.person.id)) for one in self._people])
        self._result.update(plain(result_words(self.counted, self._rest)))
        self.refresh_bindings()

    def _row(self, person_id: int) -> Content:
        one = next(m for m in self._people if m.person.id == person_id)
        marked = person_id in self._choices
        choice = self._choices.get(person_id, self._rest)
        word = VALUES["choice"][choice]
        name = one_line(f"{one.person.name} ({one.party})", 40)
        leads = self._at.presiding.person
        chair = "  ordf." if leads and leads.id == person_id else ""
        return Content("").join(
            (
                plain(f"{word:<12}", "bold" if marked else "dim"),
                plain(name),
                plain(chair, "dim"),
            )
        )

    def submit(self) -> None:
        """Hold the vote; the decision follows a main vote."""
        vote, choices, rest = self.counted, dict(self._choices), self._rest
        choices = {key: choice for key, choice in choices.items() if key in self._at.serving_ids}

        def save(store: Store, actor: Actor) -> None:
            hold(store, actor, vote, choices, rest)

        self.write_once(save, then=self._held, failed=self._refused)

    def _held(self, _: object) -> None:
        self.forget_draft()
        self.dismiss(True)

    def _refused(self, error: NamndError) -> bool:
        if isinstance(error, EditedDecisionError):
            self._ask_which_text(error)
            return True
        self._tell(f"▲ {error}")
        return True

    def _ask_which_text(self, error: EditedDecisionError) -> None:
        """The vote is held; the decision follows it, with the new text or the one by hand."""
        item_id, winner = self._item.id, self.counted.winner

        def answered(replace: bool | None) -> None:
            from nämndtui.workflow.minutes.minutes import decide_item

            points = None if replace else error.before
            verb = partial(
                decide_item, item_id=item_id, winner=winner, points=points, replace_edited=True
            )
            self.write_once(verb, then=self._held, failed=self._refused)

        self.app.push_screen(ReplaceDialog(error), answered)

    def _tell(self, text: str) -> None:
        self._error.update(plain(text))
        self._error.display = True

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter goes on to the buttons."""
        event.stop()
        self.query_one("#submit", Button).focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Nothing else follows the cursor."""
        event.stop()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        if event.button.id == "submit":
            self.submit()
        else:
            self.close()


def hold(store: Store, actor: Actor, vote: Vote, choices: Mapping[int, str], rest: str) -> None:
    """Record the vote; a main vote also decides, unless more than the decision differs."""
    from nämndtui.workflow.decisions.votes import hold_vote
    from nämndtui.workflow.minutes.minutes import decide_item

    hold_vote(store, actor, replace(vote, ballots=()), choices, rest)
    winner = vote.winner
    if winner and (vote.kind == "main" or (vote.kind == "procedural" and vote.result == "no")):
        decide_item(store, actor, vote.item_id, winner=winner)


def result_words(vote: Vote, rest: str) -> str:
    """``7 ja, 4 nej, 0 avstår → förvaltningens förslag``."""
    counts = f"{vote.count('yes')} ja, {vote.count('no')} nej, {vote.count('abstain')} avstår"
    if vote.count("absent"):
        counts += f", {vote.count('absent')} deltar inte"
    others = f"Övriga: {VALUES['choice'][rest]} (R byter)."
    if vote.tied:
        lot = vote.kind == "election"
        fallen = vote.lot if lot else vote.casting
        side = VALUES["choice"].get(fallen, "▲ saknas")
        what = f"Lotten: {side} (U byter)" if lot else f"Ordförandens röst avgör: {side}"
        return f"{counts}. Lika röstetal. {what}.\n{others}"
    return f"{counts} → {vote.winner_means or '–'}\n{others}"
