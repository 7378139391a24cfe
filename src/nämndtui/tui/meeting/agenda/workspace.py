"""The meeting workspace: agenda and readiness at the left, the item at the right."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from nämndtui.model.agenda.meeting_states import HELD, SITTING
from nämndtui.model.summons.readiness import Finding
from nämndtui.tui.kit.safe_text import plain
from nämndtui.tui.meeting.agenda import meeting_dialogs, supplement_dialogs
from nämndtui.tui.meeting.agenda.agenda_commands import AGENDA_COMMANDS
from nämndtui.tui.meeting.agenda.meeting_commands import MEETING_COMMANDS
from nämndtui.tui.meeting.item.item_pane import ItemPane
from nämndtui.tui.meeting.shared.agenda_lines import agenda_lines, finding_content, readiness_title
from nämndtui.tui.meeting.shared.meeting_line import state_words, where_words
from nämndtui.tui.meeting.shared.meeting_screen import MeetingScreen
from nämndtui.tui.meeting.shared.meeting_view import MeetingView
from nämndtui.tui.meeting.shared.row_list import AgendaList, RowList
from nämndtui.tui.meeting.shared.sent_marks import item_marks

_EMPTY = "Dagordningen är tom.\n\nF2  ny punkt\nF3  hämta ett ärende\nS   återkommande punkter"


class MeetingWorkspace(MeetingScreen):
    """Building the agenda. Opens the minutes instead when the meeting is going on or over."""

    TITLE = "Dagordning"
    HELP = (
        "Till vänster dagordningen: ▲ något saknas, ● klar, ○ utkast, ✓ beslutad, – utgår. "
        "Under den det som är kvar att göra, ▲ saknas eller ? tveksamt; Enter på en rad leder till "
        "fältet. Efter kallelsen står det vid punkten om något är nytt; F9 skriver då ett tillägg. "
        "Till höger punkten: ← och → byter flik, Enter eller F4 börjar skriva. Allt sparas av "
        "sig självt när du lämnar fältet."
    )
    OFFERED = (*AGENDA_COMMANDS, *MEETING_COMMANDS)

    def __init__(
        self,
        meeting_id: int,
        item_id: int | None = None,
        stay: bool = False,
        field: str = "",
    ) -> None:
        """``stay`` opens the agenda also of a meeting that is going on or over.

        ``field`` is a ``Finding.field`` to go to when the meeting has been read.
        """
        super().__init__(meeting_id, item_id)
        self._opened = stay
        self._mend_first = (item_id, field) if field else None

    def body(self) -> ComposeResult:
        """Left and right."""
        with Vertical(id="agenda-side"):
            with Vertical(classes="titled pane", id="meeting-agenda") as pane:
                pane.border_title = "Dagordning"
                yield AgendaList(id="agenda")
                yield Static(plain(_EMPTY), id="agenda-empty", classes="empty", markup=False)
            with Vertical(classes="titled pane", id="readiness-pane"):
                yield RowList[int](id="readiness")
        yield ItemPane()

    @property
    def pane(self) -> ItemPane:
        """The item at the right."""
        return self.query_one(ItemPane)

    def show_view(self, view: MeetingView, select: int | None) -> None:
        """Fill every pane."""
        if not self._opened and view.state in (*SITTING, *HELD):
            self._stale = True  # under a box: again when it is gone
            self._wanted = select
            self.to_minutes(select)
            return
        self._opened = True
        dossier = view.dossier
        self.show_line(where_words(dossier.meeting), state_words(dossier.meeting, dossier.sendings))
        marks = item_marks(dossier, view.unsent)
        lines = agenda_lines(dossier, view.findings, view.drafted, marks)
        self.agenda.show_lines(lines, select)
        self.query_one("#agenda-empty").display = not dossier.items
        self.agenda.display = bool(dossier.items)
        self._show_readiness(view.findings)
        self.show_item()
        if self._mend_first is not None:
            target, self._mend_first = self._mend_first, None
            self._mend(*target)

    def _show_readiness(self, findings: tuple[Finding, ...]) -> None:
        pane = self.query_one("#readiness-pane")
        pane.border_title = readiness_title(findings)
        rows = list(enumerate(map(finding_content, findings)))
        self.query_one("#readiness", RowList).show_rows(rows)
        pane.set_class(not findings, "-nothing")

    def show_item(self) -> None:
        """The item at the right."""
        if self.view is not None:
            self.pane.show(self.view, self.item)

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter: write in the item, or mend what a readiness row speaks of."""
        event.stop()
        if event.rows is self.agenda:
            self.pane.focus_first()
        elif self.view is not None and event.key in range(len(self.view.findings)):
            finding = self.view.findings[event.key]
            self._mend(finding.item_id, finding.field)

    def _mend(self, item_id: int | None, field: str) -> None:
        if item_id is None:
            meeting_dialogs.mend_meeting(self, field)
            return
        self.agenda.select(item_id)
        self.show_item()
        if field == "supplement":
            supplement_dialogs.supplement(self)
            return
        self.pane.focus_field(field)

    def on_agenda_list_section_step(self, event: AgendaList.SectionStep) -> None:
        """← and → in the agenda change tab at the right."""
        event.stop()
        self.pane.tabs.step(event.steps)
