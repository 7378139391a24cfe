"""The terminal program: sections as modes, one way to read, one way to write, one undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.screen import Screen

from nämndtui.model.text.errors import NamndError, NotFoundError
from nämndtui.model.text.system_reason import system_reason
from nämndtui.store.people.committees import all_committees
from nämndtui.tui import doors
from nämndtui.tui.kit.commands.command import CommandHost
from nämndtui.tui.kit.frame.everywhere import EVERYWHERE, SECTIONS
from nämndtui.tui.kit.keeping.hangup import heed_signals
from nämndtui.tui.kit.panes import next_pane
from nämndtui.tui.kit.safe_text import plain
from nämndtui.tui.kit.session import Session
from nämndtui.tui.kit.styles import style_sheets
from nämndtui.tui.kit.styles.swift_stylesheet import SwiftStylesheet
from nämndtui.tui.kit.textual_private import every_screen
from nämndtui.tui.kit.themes import DARK, LIGHT, remember_theme, remembered_theme
from nämndtui.tui.kit.work.changes import LiveScreen
from nämndtui.tui.kit.work.fault_log import FaultLog
from nämndtui.tui.kit.work.faults import UnexpectedError
from nämndtui.tui.kit.work.going_on import GoingOn
from nämndtui.tui.kit.work.key_turns import KeysInTurn
from nämndtui.tui.kit.work.reading import Reads, read_now
from nämndtui.tui.kit.work.writing import Verb, WriteDone, WriteFailed, WriteJob, Writer

if TYPE_CHECKING:
    from nämndtui.tui.kit.work.edit import Edit

SUSPEND_SECONDS = 2.0
NOTICE_SECONDS = 4.0
ERROR_SECONDS = 10.0


class NamndApp(GoingOn, KeysInTurn, CommandHost, Reads, App[None]):
    """The program over one database file.

    ``clock`` gives local time; ``committee_code`` chooses among several committees; with
    ``read_only`` nothing can be written. ``look_file`` remembers light or dark between starts;
    ``fault_file`` takes what goes wrong in the program itself.
    Without a database the first-start screen is shown.
    """

    OFFERED = (*EVERYWHERE, *SECTIONS)
    MODES: ClassVar[dict[str, Any]] = {
        name: partial(doors.screen_of, name) for name in ("start", *(s.section for s in SECTIONS))
    }
    # The first screen's own sheet too: a sheet read later makes Textual read all of them again.
    CSS_PATH = style_sheets("program", "overview")
    ENABLE_COMMAND_PALETTE = False
    TITLE = "NämndTUI"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as App declares it
        (0, "-narrow"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]  # noqa: RUF012 - as App declares it

    def __init__(
        self,
        path: str,
        user: str,
        clock: Callable[[], datetime],
        committee_code: str | None = None,
        read_only: bool = False,
        look_file: str = "",
        fault_file: str = "",
    ) -> None:
        self.session = Session(path, user, clock, read_only)
        self.startup_error = ""
        self._take_in_committees(committee_code)
        # App reads it while it is created; an empty file needs its questions first.
        self.DEFAULT_MODE = "overview" if self.session.committee else "start"  # type: ignore[misc]
        super().__init__()
        self.stylesheet = SwiftStylesheet(variables=self.get_css_variables())
        self.writer = Writer(path, self.post_message)
        self.register_theme(LIGHT)
        self.register_theme(DARK)
        self._look_file = look_file
        self.fault_log = FaultLog(fault_file)
        self.theme = remembered_theme(look_file)

    # -- reading and writing ------------------------------------------------------------------

    @property
    def read_only(self) -> bool:
        """True when nothing may be written."""
        return self.session.read_only

    def write(
        self,
        verb: Verb,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[NamndError], bool] | None = None,
        notice: str = "",
        edit: Edit | None = None,
        quiet: bool = False,
        dropped: Callable[[], None] | None = None,
    ) -> None:
        """Run ``verb(store, actor)`` in the writing thread.

        ``then`` gets its result and ``failed`` its error, on the event loop; a ``failed`` that
        returns True has shown the error itself. ``notice`` is shown on success. ``edit`` lets a
        conflict be settled; ``dropped`` is called when the user lets the other's text stand.
        ``quiet`` writes (drafts) refresh nothing.
        """
        job = WriteJob(verb, self.session.actor(), then, failed, notice, edit, quiet, dropped)
        self.writer.submit(job)

    def on_write_done(self, message: WriteDone) -> None:
        """Tell whoever asked, then let every screen follow."""
        job = message.job
        try:
            if job.then is not None:
                job.then(message.result)
        finally:  # it is saved, whatever becomes of whoever asked
            if job.notice:
                self.say(job.notice)
            if not job.quiet:
                self.data_changed()

    def on_write_failed(self, message: WriteFailed) -> None:
        """Settle a conflict with the user, or say what was wrong."""
        from nämndtui.tui.kit.keeping.settling import settle

        if isinstance(message.error, UnexpectedError):
            self.note_fault(message.error)
        settle(self, message.job, message.error)

    def data_changed(self) -> None:
        """Read the committee again and let every screen load what it shows."""
        self.read("nämnder", all_committees, self._show_committees)
        for screen in self.open_screens():
            if isinstance(screen, LiveScreen):
                screen.data_changed()

    def undo_last(self) -> None:
        """Undo the last saved change."""
        from nämndtui.workflow.core.undo import undo_last

        self.write(undo_last, then=lambda summary: self.say(f"Ångrade: {summary}"))

    # -- committee and sections ---------------------------------------------------------------

    def _take_in_committees(self, code: str | None) -> None:
        try:
            self.session.choose(read_now(self.session.path, all_committees), code)
        except NamndError as error:
            self.startup_error = str(error)
            return
        chosen = self.session.committee
        if chosen and code and chosen.code.casefold() != code.casefold():
            self.startup_error = f"Nämnden {code} finns inte här. Du ser {chosen.name}."

    def _show_committees(self, committees: tuple[Any, ...]) -> None:
        self.session.choose(committees)
        doors.refresh_top_bars(self)

    def change_file(self, path: str) -> None:
        """Write to another file from now on; it is opened, or created, by the next write."""
        self.writer.close()
        self.session.path = path
        self.writer = Writer(path, self.post_message)

    def open_file(self) -> None:
        """Read the committees of the file anew and show Översikt."""

        def show(committees: tuple[Any, ...]) -> None:
            self.session.choose(committees)
            self.go_to("overview")

        self.read("nämnder i öppnad fil", all_committees, show)

    def use_committee(self, code: str) -> None:
        """Work in another committee from now on."""
        self.session.choose(self.session.committees, code)
        doors.refresh_top_bars(self)
        self.data_changed()

    def choose_committee(self) -> None:
        """Ask which committee."""
        doors.ask_committee(self)

    def open_screens(self) -> list[Screen[Any]]:
        """Every screen there is, those of other sections and those underneath too."""
        return every_screen(self)

    def go_to(self, section: str) -> None:
        """Switch to a section."""
        if self.current_mode != section:
            self.switch_mode(section)

    def open_meeting(self, meeting_id: int, item_id: int | None = None, field: str = "") -> None:
        """Open a meeting's workspace, at an item when given.

        ``field`` is one of ``Finding.field``: the cursor goes where it is mended.
        """
        doors.open_meeting(self, meeting_id, item_id, field)

    def show_agenda(self, meeting_id: int, item_id: int | None) -> None:
        """The agenda of a meeting instead of the screen on top, also of one that is over."""
        doors.show_agenda(self, meeting_id, item_id)

    def show_minutes(self, meeting_id: int, item_id: int | None) -> None:
        """The minutes of a meeting instead of the screen on top."""
        doors.show_minutes(self, meeting_id, item_id)

    def open_item(self, item_id: int, field: str = "") -> None:
        """Open the meeting an item is on, at that item, and at a field when given."""
        doors.open_item(self, item_id, field)

    def open_case(self, case_id: int) -> None:
        """Go to Ärenden and show a case."""
        doors.open_case(self, case_id)

    def open_register(self, target: str, target_id: int) -> None:
        """Go to a row of a register, or with 0 to what waits in it.

        ``target`` is ``delegated_decision``, ``unenforced_decision`` or ``quarter_report``.
        """
        if target == "delegated_decision":
            doors.open_delegation(self, target_id)
        else:
            doors.open_unenforced(self, target, target_id)

    def show_search(self) -> None:
        """Search everything."""
        doors.search(self)

    def show_palette(self) -> None:
        """Every command possible now."""
        from nämndtui.tui.kit.commands.offered import offers
        from nämndtui.tui.kit.dialogs.palette import PaletteDialog

        offered = [offer for offer in offers(self, self.screen) if offer.state]

        def run(index: int | None) -> None:
            if index is not None:
                offer = offered[index]
                self.call_later(offer.host.run_command, offer.command)

        self.push_screen(PaletteDialog(offered), run)

    def show_help(self) -> None:
        """What the screen is for and which keys work."""
        from nämndtui.tui.kit.commands.offered import offers
        from nämndtui.tui.kit.dialogs.help_dialog import HelpDialog

        screen = self.screen
        title = getattr(screen, "dialog_title", "") or screen.title or "NämndTUI"
        self.push_screen(HelpDialog(title, screen.HELP or "", list(offers(self, screen))))

    # -- showing ------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """A short notice that something is done."""
        self.notify(str(plain(text, limit=300)), timeout=NOTICE_SECONDS, markup=False)

    def show_error(self, error: NamndError) -> None:
        """What went wrong and what to do."""
        if isinstance(error, UnexpectedError):
            self.note_fault(error)
        text = str(plain(str(error), limit=2000))
        self.notify(text, severity="error", timeout=ERROR_SECONDS, markup=False)

    def toggle_theme(self) -> None:
        """Light or dark."""
        self.theme = DARK.name if self.theme == LIGHT.name else LIGHT.name
        try:
            if self._look_file:
                remember_theme(self._look_file, self.theme)
        except OSError as error:
            self.say(
                f"Valet gäller tills du avslutar; det kan inte sparas: {system_reason(error)}."
            )

    def focus_next_pane(self, step: int) -> None:
        """Move focus among the panes."""
        next_pane(self.screen, step)

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit; say what does."""
        self.say("Avsluta med Ctrl+Q.")

    # -- leaving ------------------------------------------------------------------------------

    async def action_quit(self) -> None:
        """Save what is being typed, then leave."""
        from nämndtui.tui.kit.keeping.flushing import draft_all_dialogs, save_all_fields

        try:
            save_all_fields(self)
            draft_all_dialogs(self)
        finally:  # whoever wants to leave must be able to
            self.exit()

    def on_mount(self) -> None:
        """Keep drafts when the program is suspended or ended; tell what could not be shown."""
        self.app_suspend_signal.subscribe(self, lambda _: self._flush_writes(), immediate=True)
        if not self.is_headless:
            heed_signals(self)
        if self.startup_error and self.session.committee:
            self.show_error(NotFoundError(self.startup_error))

    def on_app_focus(self, event: events.AppFocus) -> None:
        """Another window may have saved something meanwhile."""
        self.data_changed()

    def on_unmount(self) -> None:
        """Wait for the last writes."""
        self.writer.close()

    def _flush_writes(self) -> None:
        from nämndtui.tui.kit.keeping.flushing import draft_all_fields

        draft_all_fields(self)
        self.writer.flush(SUSPEND_SECONDS)
