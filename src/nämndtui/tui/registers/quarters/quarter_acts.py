"""One key, one verb: what the commands of the quarters do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nämndtui.model.calendar.quarter import parse_quarter, quarter_of
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.legal_catalogue import LAWS
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
