"""What can be done with the quarters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nämndtui.model.calendar.quarter import parse_quarter, quarter_of
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.legal_catalogue import LAWS
from nämndtui.tui.kit.commands.command import Command
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import day_reader
from nämndtui.tui.registers.quarters.quarter_dialog import CompileDialog, ReportDialog
from nämndtui.tui.registers.quarters.quarter_view import QuarterRow
from nämndtui.tui.registers.shared.coming_meetings import with_chosen_meeting, with_next_meeting

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.tui.registers.quarters.quarter_pane import QuarterPane
    from nämndtui.workflow.core.actor import Actor

_UNDO = "Ctrl+Z ångrar."
_LAWS = tuple((law, swedish("law", law)) for law in LAWS)
_TO = (("ivo", "IVO"), ("auditors", "revisorerna"), ("council", "kommunfullmäktige"))


def read_whole(pane: QuarterPane) -> None:
    """Show the whole report of the line."""
    if pane.view is not None:
        pane.app.push_screen(ReportDialog(pane.view))


def compile_quarter(pane: QuarterPane) -> None:
    """Ask which law and quarter, then show what would be frozen."""
    today, chosen = pane.session.today, pane.chosen
    quarter = chosen.quarter if chosen else quarter_of(today).previous
    fields = (
        FormField("law", "Lag", "choice", chosen.law if chosen else LAWS[0], choices=_LAWS),
        FormField("quarter", "Kvartal", default=str(quarter), required=True, parse=parse_quarter),
        FormField(
            "on",
            "Sammanställd",
            default=today.isoformat(),
            required=True,
            help="Till och med den dagen räknas det som har verkställts och tiden som har gått.",
            parse=day_reader(today),
        ),
    )

    def answered(answers: Answers | None) -> None:
        if answers is not None:
            row = QuarterRow(answers["law"], answers["quarter"])
            dialog = CompileDialog(pane.session.committee_id, row, answers["on"])
            pane.app.push_screen(dialog, lambda key: pane.select(key) if key else None)

    pane.app.push_screen(FormDialog("Sammanställ ett kvartal", fields, "Visa"), answered)


def sent(pane: QuarterPane) -> None:
    """Ask to whom and when the report was sent."""
    if pane.view is None:
        return
    report, today = pane.view.report, pane.session.today
    days = (report.sent_ivo_on, report.sent_auditors_on, report.sent_council_on)
    waiting = [to for (to, _), day in zip(_TO, days, strict=True) if day is None]

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.unenforced.quarter_reports import mark_report_sent

        mark_report_sent(store, actor, report.id, answers["to"], answers["day"])

    fields = (
        FormField("to", "Till", "choice", waiting[0] if waiting else "ivo", choices=_TO),
        FormField(
            "day", "Skickad", default=today.isoformat(), required=True, parse=day_reader(today)
        ),
    )
    title = f"{swedish('law', report.law)} {report.quarter.heading} är skickad"
    pane.app.push_screen(FormDialog(title, fields, "Anteckna", save, f"Antecknat. {_UNDO}"))


def to_next(pane: QuarterPane) -> None:
    """Among the reported matters of the next meeting."""
    with_next_meeting(pane, partial(_put, pane, False))


def to_chosen(pane: QuarterPane) -> None:
    """Among the reported matters of a meeting picked."""
    with_chosen_meeting(pane, partial(_put, pane, False))


def as_own_item(pane: QuarterPane) -> None:
    """An item of its own at the next meeting."""
    with_next_meeting(pane, partial(_put, pane, True))


def _put(pane: QuarterPane, own_item: bool, meeting_id: int, day: str) -> None:
    from nämndtui.workflow.unenforced.on_agenda import put_quarter_on_agenda

    if pane.view is None:
        return
    how = "har fått en egen punkt" if own_item else "står bland anmälningsärendena"
    pane.namnd.write(
        partial(
            put_quarter_on_agenda,
            report_id=pane.view.report.id,
            meeting_id=meeting_id,
            own_item=own_item,
        ),
        notice=f"Rapporten {how} {day}. {_UNDO}",
    )


_GROUP = "kvartalsrapport"


class _CompiledCommand(Command["QuarterPane"]):
    """Kräver en sammanställd rapport."""

    group = _GROUP
    writes = True

    @classmethod
    def available(cls, host: QuarterPane) -> bool:
        """Only with a frozen report."""
        return host.view is not None and host.view.compiled is not None


class _UnlistedCommand(_CompiledCommand):
    """Kräver en rapport som inte står på någon dagordning."""

    @classmethod
    def available(cls, host: QuarterPane) -> bool:
        """Only one on no agenda."""
        return super().available(host) and host.view is not None and not host.view.report.item_id


class Compile(Command["QuarterPane"]):
    """Sammanställ ett kvartal. Du ser meningarna, tabellen och vad som skiljer från förra
    kvartalet innan något fastställs."""

    key = "f2,n"
    label = "Sammanställ"
    group = _GROUP
    footer = True
    writes = True
    act = staticmethod(compile_quarter)


class ReadReport(Command["QuarterPane"]):
    """Läs hela rapporten: meningar, tabell och jämförelse."""

    key = "enter"
    label = "Läs"
    group = _GROUP
    footer = True
    act = staticmethod(read_whole)

    @classmethod
    def available(cls, host: QuarterPane) -> bool:
        """Only where there is one."""
        return host.view is not None


class Sent(_CompiledCommand):
    """Anteckna att rapporten är skickad till IVO, revisorerna eller kommunfullmäktige."""

    key = "s"
    label = "Skickad"
    footer = True
    act = staticmethod(sent)


class ToAgenda(_UnlistedCommand):
    """Lägg rapporten som anmälningsärende på nästa sammanträde."""

    key = "f9"
    label = "Anmäl"
    footer = True
    act = staticmethod(to_next)


class ToOtherAgenda(_UnlistedCommand):
    """Lägg rapporten som anmälningsärende på ett annat sammanträde än det närmaste."""

    key = "m"
    label = "Anmäl vid annat sammanträde"
    act = staticmethod(to_chosen)


class AsOwnItem(_UnlistedCommand):
    """Gör rapporten till en egen punkt på nästa sammanträde, med förslag och skrivelse."""

    key = "p"
    label = "Egen punkt"
    act = staticmethod(as_own_item)


class WriteReport(Command["QuarterPane"]):
    """Skriv redovisningen, statistikrapporten eller den offentliga versionen som Word."""

    key = "w"
    label = "Skriv Word"
    group = _GROUP
    footer = True

    @classmethod
    def available(cls, host: QuarterPane) -> bool:
        """Only where there is a report."""
        return host.view is not None

    @classmethod
    def run(cls, host: QuarterPane) -> None:
        """Ask which."""
        from nämndtui.tui.registers.quarters.quarter_files import quarter_file

        quarter_file(host)


class OpenReportItem(Command["QuarterPane"]):
    """Öppna sammanträdet vid den punkt där rapporten redovisas."""

    key = "o"
    label = "Öppna punkten"
    group = _GROUP

    @classmethod
    def available(cls, host: QuarterPane) -> bool:
        """Only one on an agenda."""
        return host.view is not None and host.view.report.item_id is not None

    @classmethod
    def run(cls, host: QuarterPane) -> None:
        """Open it."""
        if host.view and host.view.report.item_id:
            host.namnd.open_item(host.view.report.item_id)


QUARTER_COMMANDS = (
    Compile,
    ReadReport,
    Sent,
    ToAgenda,
    ToOtherAgenda,
    AsOwnItem,
    WriteReport,
    OpenReportItem,
)
