"""Inställningar: the committee's own habits, each with its explanation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.store.people.committees import all_committees
from nämndtui.tui.kit.commands.command import Command
from nämndtui.tui.kit.forms.form_field import Answers
from nämndtui.tui.kit.frame.section_screen import SectionScreen
from nämndtui.tui.kit.safe_text import cell, plain
from nämndtui.tui.kit.widgets.row_table import Column, RowTable, TableRow
from nämndtui.tui.sections.setting_fields import (
    GROUPS,
    setting_field,
    setting_help,
    setting_label,
    setting_text,
    setting_value,
)

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor


class EditSetting(Command["SettingsScreen"]):
    """Ändra inställningarna i samma grupp som den markerade raden."""

    key = "enter,f4,e"
    label = "Ändra"
    group = "inställning"
    footer = True
    writes = True
    act = "edit_setting"


class SettingsScreen(SectionScreen):
    """All settings of the committee."""

    SECTION = "settings"
    TITLE = "Inställningar"
    HELP = (
        "Det som är nämndens egna vanor, inte lag: diarienummer, platser, dagar och texter. Varje "
        "inställning förklaras under listan. Enter ändrar."
    )
    OFFERED = (EditSetting,)

    def body(self) -> ComposeResult:
        """The list, the explanation under it."""
        with Vertical(classes="pane titled", id="settings-pane"):
            yield RowTable((Column("Inställning", 30), Column("Värde")), id="settings-list")
        yield Static(id="setting-help", markup=False)

    def on_mount(self) -> None:
        self.query_one("#settings-list", RowTable).show_header = False
        self.query_one("#settings-list").focus()

    def load(self) -> None:
        """The committee is read anew."""
        self.read("inställningar", all_committees, self._show)

    def _show(self, committees: tuple[Committee, ...]) -> None:
        self.session.choose(committees)
        committee = self.session.committee
        if committee is None:
            return
        self.query_one("#settings-pane").border_title = plain(committee.name, limit=60)
        rows = []
        for number, (title, names) in enumerate(GROUPS):
            rows.append(TableRow(f"group:{number}", (cell(title, "bold"), "")))
            rows += [_row(committee, name) for name in names]
        table = self.query_one("#settings-list", RowTable)
        table.show_rows(rows, select="" if table.row_count else "name")

    def on_row_table_moved(self, event: RowTable.Moved) -> None:
        """Explain the row."""
        name = event.key if event.key and not event.key.startswith("group:") else ""
        self.query_one("#setting-help", Static).update(plain(setting_help(name) if name else ""))

    def on_row_table_opened(self) -> None:
        """A second click edits."""
        if not self.session.read_only:
            self.edit_setting()

    def edit_setting(self) -> None:
        """Edit the group of the row, starting at the row."""
        key = self.query_one("#settings-list", RowTable).current_key
        if self.session.committee is not None and key:
            self._open_form(self.session.committee, key)

    def _open_form(self, committee: Committee, key: str) -> None:
        from nämndtui.tui.kit.dialogs.form_dialog import EditDialog

        title, names = _group_of(key)

        def save(store: Store, actor: Actor, answers: Answers, version: int) -> None:
            from nämndtui.workflow.people.committees import change_settings

            change_settings(store, actor, committee.id, version, **answers.changed)

        form = EditDialog(
            title,
            [setting_field(committee, name, self.session.today) for name in names],
            committee.version,
            save,
            notice="Sparat – Ctrl+Z ångrar.",
            unfold=stored_settings,
            start=key,
        )
        self.app.push_screen(form)


def stored_settings(row: Mapping[str, object]) -> dict[str, object]:
    """A committees row with each setting as a column of its own."""
    settings = {**asdict(CommitteeSettings()), **json.loads(str(row["settings"]))}
    return {**row, **settings}


def _row(committee: Committee, name: str) -> TableRow:
    value = setting_text(name, setting_value(committee, name))
    return TableRow(name, (Text(f"  {setting_label(name)}"), value or "–"))


def _group_of(key: str) -> tuple[str, tuple[str, ...]]:
    if key.startswith("group:"):
        return GROUPS[int(key.removeprefix("group:"))]
    return next(group for group in GROUPS if key in group[1])
