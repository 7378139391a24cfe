"""What can be done with matters for information."""

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
from nämndtui.tui.kit.commands.command import Command
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


_GROUP = "anmälningsärende"


class _MatterCommand(Command["MatterPane"]):
    """Kräver att ett anmälningsärende är markerat."""

    group = _GROUP
    writes = True
    states: tuple[str, ...] = ("collected", "listed")

    @classmethod
    def available(cls, host: MatterPane) -> bool:
        """Only with one in the right state."""
        return host.one is not None and host.one.state in cls.states


class NewMatter(Command["MatterPane"]):
    """Lägg till något som har kommit in och som nämnden ska få veta."""

    key = "f2,n"
    label = "Nytt"
    group = _GROUP
    footer = True
    writes = True
    act = staticmethod(new)


class EditMatter(_MatterCommand):
    """Ändra avsändare, rubrik, diarienummer, datum och handling."""

    key = "f4,e,enter"
    label = "Redigera"
    footer = True
    act = staticmethod(edit)


class ReportMatters(Command["MatterPane"]):
    """Lägg alla insamlade anmälningsärenden på nästa sammanträde, ordnade efter avsändare."""

    key = "f9"
    label = "Anmäl"
    group = _GROUP
    footer = True
    writes = True
    act = staticmethod(report_on_next)


class ReportMattersElsewhere(Command["MatterPane"]):
    """Lägg anmälningsärendena på ett annat sammanträde än det närmaste."""

    key = "m"
    label = "Anmäl vid annat sammanträde"
    group = _GROUP
    writes = True
    act = staticmethod(report_on_chosen)


class TakeMatterOff(_MatterCommand):
    """Ta ärendet av dagordningen; det väntar på ett senare sammanträde."""

    key = "t"
    label = "Ta av dagordningen"
    states = ("listed",)
    act = staticmethod(take_off)


class OpenMatterItem(Command["MatterPane"]):
    """Öppna sammanträdet vid den punkt där ärendet redovisas."""

    key = "o"
    label = "Öppna punkten"
    group = _GROUP

    @classmethod
    def available(cls, host: MatterPane) -> bool:
        """Only one on an agenda."""
        return host.one is not None and host.one.item_id is not None

    @classmethod
    def run(cls, host: MatterPane) -> None:
        """Open it."""
        if host.one and host.one.item_id:
            host.namnd.open_item(host.one.item_id)


class RemoveMatter(_MatterCommand):
    """Ta bort anmälningsärendet. Ctrl+Z hämtar tillbaka det."""

    key = "delete"
    label = "Ta bort ärendet"
    states = ("collected",)
    act = staticmethod(remove)


MATTER_COMMANDS = (
    NewMatter,
    EditMatter,
    ReportMatters,
    ReportMattersElsewhere,
    TakeMatterOff,
    OpenMatterItem,
    RemoveMatter,
)
