"""One key, one verb: what the commands of the matters for information do."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.suggester import SuggestFromList

from nämndtui.model.delegation.columns import MATTER_COLUMNS
from nämndtui.model.delegation.reported_matter import ReportedMatter
from nämndtui.store.delegation.reported_matters import all_matters
from nämndtui.tui.kit.dialogs.form_dialog import EditDialog, FormDialog
from nämndtui.tui.kit.files.file_path import PathSuggester, file_bytes, optional_file
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.safe_text import one_line
from nämndtui.tui.registers.shared.coming_meetings import with_chosen_meeting, with_next_meeting
from nämndtui.tui.registers.shared.register_fields import register_fields

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.tui.registers.matters.matter_pane import MatterPane
    from nämndtui.workflow.core.actor import Actor
    from nämndtui.workflow.delegation.reported_matters import MatterFile

_UNDO = "Ctrl+Z ångrar."
_SAVED = "Sparat – Ctrl+Z ångrar."


def new(pane: MatterPane) -> None:
    """Collect a matter."""
    committee_id, today = pane.session.committee_id, pane.session.today

    def save(store: Store, actor: Actor, answers: Answers) -> int:
        from nämndtui.workflow.delegation.reported_matters import collect_matter

        facts = dict(answers.values)
        file = _document(facts.pop("file"))
        return collect_matter(store, actor, ReportedMatter(0, committee_id, **facts), file)

    def show(origins: Sequence[str]) -> None:
        blank = ReportedMatter(0, committee_id, "", "", received_on=today)
        form = FormDialog("Nytt anmälningsärende", _fields(pane, blank, origins), "Lägg till", save)
        pane.app.push_screen(form, lambda found: pane.select(found) if found else None)

    _with_origins(pane, show)


def edit(pane: MatterPane) -> None:
    """Edit the matter with the cursor."""
    one = pane.one
    if one is None:
        return

    def save(store: Store, actor: Actor, answers: Answers, version: int) -> None:
        from nämndtui.workflow.delegation.reported_matters import edit_matter

        facts = dict(answers.changed)
        edit_matter(store, actor, one.id, version, _document(facts.pop("file", None)), **facts)

    def show(origins: Sequence[str]) -> None:
        fields = _fields(pane, one, origins)
        pane.app.push_screen(
            EditDialog("Anmälningsärende", fields, one.version, save, notice=_SAVED)
        )

    _with_origins(pane, show)


def report_on_next(pane: MatterPane) -> None:
    """All of them to the next meeting."""
    with_next_meeting(pane, partial(_report, pane))


def report_on_chosen(pane: MatterPane) -> None:
    """All of them to a meeting picked."""
    with_chosen_meeting(pane, partial(_report, pane))


def _report(pane: MatterPane, meeting_id: int, day: str) -> None:
    from nämndtui.workflow.delegation.reported_matters import put_matters_on_agenda

    pane.namnd.write(
        partial(put_matters_on_agenda, meeting_id=meeting_id),
        notice=f"Ärendena anmäls {day}. {_UNDO}",
    )


def take_off(pane: MatterPane) -> None:
    """Let a listed matter wait again."""
    from nämndtui.workflow.delegation.reported_matters import take_matter_off_agenda

    if pane.one is not None:
        pane.namnd.write(
            partial(take_matter_off_agenda, matter_id=pane.one.id),
            notice=f"Ärendet väntar på ett senare sammanträde. {_UNDO}",
        )


def remove(pane: MatterPane) -> None:
    """Delete a matter."""
    from nämndtui.workflow.delegation.reported_matters import remove_matter

    if pane.one is not None:
        pane.namnd.write(
            partial(remove_matter, matter_id=pane.one.id, version=pane.one.version),
            notice=f"Anmälningsärendet är borttaget. {_UNDO}",
        )


def _with_origins(pane: MatterPane, show: Callable[[Sequence[str]], None]) -> None:
    committee_id = pane.session.committee_id

    def query(connection: sqlite3.Connection) -> list[str]:
        return list(dict.fromkeys(one.origin for one in all_matters(connection, committee_id)))

    pane.read("avsändare", query, show)


def _document(path: Path | None) -> MatterFile | None:
    from nämndtui.workflow.delegation.reported_matters import MatterFile

    content = file_bytes(path)
    return MatterFile(content, path.name) if path and content else None


def _fields(pane: MatterPane, one: ReportedMatter, origins: Sequence[str]) -> tuple[FormField, ...]:
    more = {"origin": {"suggester": SuggestFromList(list(origins), case_sensitive=False)}}
    return (
        *register_fields(MATTER_COLUMNS, one, pane.session.today, more),
        FormField(
            "file",
            "Handling",
            help=(
                f"Nu: {one_line(one.document.name, 40)}. En ny fil ersätter den."
                if one.document
                else "Sökväg; → fyller i. Filen följer med punkten som bilaga."
            ),
            parse=optional_file,
            suggester=PathSuggester(),
        ),
    )
