"""The pure parts: rows, previews, the roll, days and tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from nämndtui.model.agenda.agenda_item import AgendaItem, Attachment
from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.agenda.case import CaseReference
from nämndtui.model.agenda.meeting import Attendance, Meeting, MeetingState, MinutesPart, Paragraph
from nämndtui.model.agenda.timed_items import with_start_times
from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.store.agenda.part_versions import PartVersions
from nämndtui.tui.kit.files.file_path import complete
from nämndtui.tui.kit.text.markdown_lines import markdown_lines
from nämndtui.tui.meeting.item.item_preview import item_preview
from nämndtui.tui.meeting.item.item_specs import as_typed
from nämndtui.tui.meeting.minutes.closing_dialogs import following_days
from nämndtui.tui.meeting.minutes.closing_pane import lateness
from nämndtui.tui.meeting.minutes.next_step import next_step
from nämndtui.tui.meeting.shared.agenda_lines import agenda_lines, line_content, minutes_lines
from nämndtui.tui.meeting.shared.meeting_line import minutes_words
from nämndtui.tui.meeting.shared.meeting_view import MeetingView

COMMITTEE = Committee(1, "ON", "Omsorgsnämnden", "Norrvik", CommitteeSettings(seats=3))
MEETING = Meeting(1, 1, date(2026, 12, 8), time(18, 30), "Lilla salen")


def item(**changes: object) -> AgendaItem:
    return replace(AgendaItem(7, 1, 1, 1, 4, "decision", "Delårsrapport 2"), **changes)  # type: ignore[arg-type]


def member(number: int, office: str = "member", party: str = "S") -> Mandate:
    return Mandate(
        number, 1, Person(number, f"Person {number}"), office, party, date(2023, 1, 1), rank=number
    )


def dossier(**changes: object) -> MeetingDossier:
    mandates = (member(1, "chair"), member(2, party="C"), member(3), member(4, "substitute", "C"))
    return replace(MeetingDossier(COMMITTEE, MEETING, mandates=mandates), **changes)  # type: ignore[arg-type]


def view(found: MeetingDossier, latest: int = 0) -> MeetingView:
    record = MinutesRecord(found, latest + 1)
    return MeetingView(record, (), PartVersions({}, {}, {}))


@pytest.mark.parametrize("width", [12, 30, 80])
def test_a_row_fills_its_width_and_keeps_what_stands_at_the_right(width: int) -> None:
    attachments = (Attachment(1, AttachmentNumber(1), "A"), Attachment(2, AttachmentNumber(2), "B"))
    found = item(title="Riktlinjer för avgifter inom äldreomsorgen " * 2, attachments=attachments)
    (line,) = agenda_lines(dossier(items=(found,)))
    shown = line_content(line, width).plain
    assert shown.endswith("2 bil.")
    assert len(shown) == max(width, 5 + 4 + 7)


@pytest.mark.parametrize(
    ("state", "symbol"),
    [("draft", "○"), ("ready", "●"), ("listed", "●"), ("withdrawn", "–"), ("decided", "✓")],
)
def test_the_state_is_one_sign(state: str, symbol: str) -> None:
    (line,) = agenda_lines(dossier(items=(item(state=state),)))
    assert line.symbol == symbol


@pytest.mark.parametrize(
    ("values", "mark", "right"),
    [
        ({"late": "supplement"}, "nytt tillägg", "nytt tillägg"),
        ({"late": "supplement"}, "", "tillägg"),
        ({}, "ändrad", "ändrad"),
        ({"state": "withdrawn"}, "ändrad", "utgår"),
    ],
)
def test_what_is_new_since_the_kallelse_is_a_word_at_the_right(
    values: dict[str, str], mark: str, right: str
) -> None:
    (line,) = agenda_lines(dossier(items=(item(**values),)), marks={7: mark})
    assert line.right == right


def test_the_agenda_says_when_each_item_begins_once_some_item_has_a_duration() -> None:
    opening = item(id=1, number=None, kind="opening")
    items = (opening, item(id=2, number=1, duration=30), item(id=3, number=2, attachments=()))
    plain_lines = agenda_lines(dossier(items=items[::2]))
    assert [line.starts for line in plain_lines] == ["", ""]
    timed = agenda_lines(dossier(items=with_start_times(time(18, 30), items)))
    assert [line.starts for line in timed] == ["18.30", "18.30", "19.00"]
    shown = line_content(timed[2], 40).plain
    assert shown.startswith(f"{timed[2].symbol}  2 19.00 Delårsrapport 2")


def test_the_preview_follows_a_typed_duration() -> None:
    (timed,) = with_start_times(time(18, 30), (item(duration=30),))
    shown = item_preview(as_typed(timed, {"title": "Budget", "duration": "45"}), COMMITTEE, 60)
    assert "Beräknad tid kl.\u00a018.30–19.15" in shown.plain


def test_the_preview_says_how_long_where_no_time_can_be_computed() -> None:
    assert "\nTidsåtgång 30 minuter\n" in item_preview(item(duration=30), COMMITTEE, 60).plain


def test_a_withdrawn_item_shows_no_time_in_preview_or_agenda() -> None:
    withdrawn = item(id=2, duration=45, state="withdrawn")
    items = with_start_times(time(18, 30), (item(id=1, duration=30), withdrawn))
    assert [line.starts.strip() for line in agenda_lines(dossier(items=items))] == ["18.30", ""]
    shown = item_preview(items[1], COMMITTEE, 60).plain
    assert "45" not in shown and "tid" not in shown.casefold()


def test_the_preview_shows_what_the_summons_will() -> None:
    found = item(
        cases=(CaseReference(1, "on/2026:106"),),
        staff_proposal=("Nämnden godkänner rapporten.", "Nämnden överlämnar den."),
        chair_proposal=("Nämnden återremitterar ärendet.",),
        summary="Prognosen är **osäker**.",
    )
    shown = item_preview(found, COMMITTEE, 60).plain
    assert shown.startswith("4  Delårsrapport 2 (on/2026:106)")
    assert "Förslag till beslut\nOrdförandens förslag skiljer sig" in shown
    assert "Förvaltningens förslag till beslut\n1. Nämnden godkänner rapporten." in shown
    assert "Prognosen är osäker." in shown


def test_the_preview_follows_what_is_typed() -> None:
    typed = {"staff_proposal": "Ny punkt.\nEn till.", "title": "Ny rubrik", "memo_body": "Text"}
    found = as_typed(item(staff_proposal=("Gammal.",)), typed)
    assert found.staff_proposal == ("Ny punkt.", "En till.")
    assert (found.title, found.chair_proposal) == ("Ny rubrik", None)
    assert found.memo is not None and found.memo.body == "Text"


@pytest.mark.parametrize("width", [20, 34, 70])
def test_markdown_never_runs_out_of_the_pane(width: int) -> None:
    text = (
        "# Rubrik\n\nEn lång mening om verksamheten och budgeten.\n\n- en punkt som är lång nog\n"
        "  1. inuti\n\n"
        "| Verksamhet | Budget | Utfall |\n|---|---:|---:|\n| Hemtjänst | 168 200 | 1 |"
    )
    lines = markdown_lines(text, width)
    assert max(line.cell_length for line in lines) <= width
    whole = "\n".join(line.plain for line in lines)
    assert "– en punkt" in whole
    assert width < 34 or "168 200" in whole


def test_quorum_is_counted_for_the_next_paragraph() -> None:
    here = tuple(
        Attendance(n, Person(n, f"Person {n}"), "member", to_paragraph=90 if n == 2 else None)
        for n in (1, 2)
    )
    meeting = replace(MEETING, state="in_session")
    found = dossier(attendances=here, meeting=meeting)

    def words(latest: int) -> str:
        at = meeting_serving(MinutesRecord(found, latest + 1), 0).at(latest + 1)
        return minutes_words(meeting, at, True, latest)[1]

    assert words(89).startswith("2 beslutande av 3 · beslutsför")
    assert words(90).startswith("1 beslutande av 3 · ▲ inte beslutsför")
    assert words(90).endswith("§ 91 →")


def test_the_days_after_the_notice_are_counted() -> None:
    shown = following_days("2016-12-16", date(2016, 12, 16)).replace("\u00a0", " ")
    assert shown == "Överklagas senast mån 9 jan 2017. Anslaget tas ned tis 10 jan 2017."
    assert following_days("2016-12", date(2016, 12, 16)) == ""


@pytest.mark.parametrize(
    ("state", "part", "step"),
    [
        ("preparing", None, "F5"),
        ("summoned", None, "P gör"),
        ("in_session", None, "F8 avslutar"),
        ("closed", None, "F7"),
        (
            "closed",
            MinutesPart(1, adjusters=(Person(1, "A"),), paragraph_numbers=(1,)),
            "F9 skriver",
        ),
        (
            "adjusted",
            MinutesPart(
                1,
                adjusters=(Person(1, "A"),),
                adjusted_on=date(2026, 12, 15),
                paragraph_numbers=(1,),
            ),
            "F8 när justeringen",
        ),
    ],
)
def test_the_next_step_is_told(state: MeetingState, part: MinutesPart | None, step: str) -> None:
    found = dossier(meeting=replace(MEETING, state=state), minutes_parts=(part,) if part else ())
    assert step in next_step(view(found), date(2026, 12, 16)).words


def test_a_late_adjustment_is_told() -> None:
    found = view(dossier(meeting=replace(MEETING, state="closed")))
    assert lateness(found, date(2026, 12, 17)) == []
    assert "påminn" in lateness(found, date(2026, 12, 18))[0]
    assert "sista dagen är i dag" in lateness(found, date(2026, 12, 22))[0]
    (late,) = lateness(found, date(2026, 12, 23))
    assert "KL 5:69" in late and "för sent" in late


def test_a_path_is_completed_from_the_disk(tmp_path: Path) -> None:
    folder = tmp_path
    (folder / "Rapport.pdf").write_text("x")
    (folder / "bilagor").mkdir()
    assert complete(f"{folder}/rap") == f"{folder}/Rapport.pdf"
    assert complete(f"{folder}/bil") == f"{folder}/bilagor/"
    assert complete(f"{folder}/finns/inte") is None
    assert complete("") is None


def test_the_minutes_show_which_paragraph_an_item_got() -> None:
    paragraph = Paragraph(1, 7, 2026, 92, "as_proposed")
    lines = minutes_lines(dossier(items=(item(), item(id=8)), paragraphs=(paragraph,)))
    assert [(line.symbol, line.right) for line in lines] == [("✓", "§ 92"), (" ", "")]
