"""A quarter's report to read, and the same before it is frozen."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from nämndtui.model.text.errors import NamndError
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.quarter_report import QuarterReport
from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.kit.dialogs.dialog import Dialog, button
from nämndtui.tui.kit.safe_text import plain
from nämndtui.tui.registers.quarters.quarter_text import quarter_title, whole_report
from nämndtui.tui.registers.quarters.quarter_view import QuarterRow, QuarterView, read_preview


class ReportDialog(Dialog[str]):
    """A report as it stands."""

    def __init__(self, view: QuarterView) -> None:
        super().__init__(f"Rapporten {quarter_title(view.report)}")
        self.add_class("quarter")
        self._view = view

    def content(self) -> ComposeResult:
        with VerticalScroll(classes="dialog-text"):
            yield Static(whole_report(self._view), markup=False)

    def buttons(self) -> ComposeResult:
        """One way out."""
        yield button("Stäng", "cancel")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close."""
        event.stop()
        self.dismiss(None)


class Freeze(Command["CompileDialog"]):
    """Fastställ rapporten som den visas. Den ändras inte mer, men kan göras om."""

    key = "ctrl+s"
    label = "Fastställ"
    footer = True
    act = "freeze"

    @classmethod
    def available(cls, host: CompileDialog) -> bool:
        """Only when there is something to freeze."""
        return host.ready


class CompileDialog(Dialog[str]):
    """Shows what would be frozen; returns the line's key when it has been, else None."""

    OFFERED: ClassVar[Commands] = (Freeze,)
    ready = False

    def __init__(self, committee_id: int, row: QuarterRow, on: date) -> None:
        title = f"{swedish('law', row.law)} {row.quarter.heading}, sammanställd {on.isoformat()}"
        super().__init__(title)
        self.add_class("quarter")
        self._committee_id = committee_id
        self._row = row
        self._on = on
        self._text = Static(markup=False)

    def content(self) -> ComposeResult:
        with VerticalScroll(classes="dialog-text"):
            yield self._text

    def buttons(self) -> ComposeResult:
        """Safe first."""
        yield button("Avbryt", "cancel")
        yield button("Fastställ", "freeze", main=True)

    def on_mount(self) -> None:
        self.query_one("#freeze", Button).display = False
        committee_id, row, on = self._committee_id, self._row, self._on
        self.read("rapport", lambda c: read_preview(c, committee_id, row, on), self._show)

    def _show(self, found: QuarterView | NamndError) -> None:
        if isinstance(found, NamndError):
            self._text.update(plain(f"▲ {found}"))
            self._set_ready(False)
            return
        before = found.compiled
        note = plain("Ingenting är fastställt än.\n\n", "$quiet")
        if before is not None:
            day = before.compiled_on.isoformat()
            note = plain(
                f"▲ Kvartalet är redan sammanställt {day}. Den rapporten sparas, men den nya "
                "gäller.\n\n",
                "$late",
            )
        self._text.update(note + whole_report(found))
        self._set_ready(True)

    def _set_ready(self, ready: bool) -> None:
        self.ready = ready
        self.query_one("#freeze", Button).display = ready
        # The arrows scroll: it is to be read before it is fixed.
        self.query_one(VerticalScroll if ready else "#cancel").focus()
        self.refresh_bindings()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        if event.button.id == "freeze":
            self.freeze()
        else:
            self.dismiss(None)

    def freeze(self) -> None:
        """Compile and freeze."""
        from nämndtui.workflow.unenforced.quarter_reports import compile_quarter

        row, committee_id, on = self._row, self._committee_id, self._on
        self.write_once(
            lambda store, actor: compile_quarter(
                store, actor, committee_id, row.law, row.quarter, on
            ),
            then=self._frozen,
            failed=self._refused,
        )

    def _frozen(self, report: QuarterReport) -> None:
        self.namnd.say(f"{quarter_title(report)} är fastställd. Ctrl+Z ångrar.")
        self.dismiss(self._row.key)

    def _refused(self, error: NamndError) -> bool:
        self._text.update(plain(f"▲ {error}"))
        self._set_ready(False)
        return True
