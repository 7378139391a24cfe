"""What the decisions leave to do, as rows: extracts to send, assignments, items that return."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.record.follow_up import Assignment, Dispatch
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.masking import without_marks
from nämndtui.model.text.vocabulary import swedish
from nämndtui.tui.kit.safe_text import one_line, plain


@dataclass(frozen=True)
class TodoRow:
    """One thing to do. ``dispatch`` or ``assignment`` says what it stands for; both None: told."""

    key: str
    number: int
    text: str
    done: bool
    dispatch: Dispatch | None = None
    assignment: Assignment | None = None


def todo_rows(record: MinutesRecord) -> list[TodoRow]:
    """By §: extracts, assignments, then what returns."""
    numbers = {one.id: one.number for one in record.dossier.paragraphs}
    rows = [
        *(_dispatch(one, numbers.get(one.paragraph_id, 0)) for one in record.dispatches),
        *(_assignment(one, numbers.get(one.paragraph_id, 0)) for one in record.assignments),
        *_returning(record),
    ]
    return sorted(rows, key=lambda row: (row.done, row.number))


def todo_content(row: TodoRow) -> Content:
    """``○ § 92 Protokollsutdrag till Kommunstyrelsen``; ``✓`` done."""
    sign = "✓" if row.done else "○"
    return Content("").join(
        (
            plain(f"{sign} § {row.number} "),
            plain(one_line(without_marks(row.text)), "dim" if row.done else ""),
        )
    )


def todo_title(rows: list[TodoRow]) -> str:
    """``Efter sammanträdet · 3 kvar``."""
    left = sum(not row.done for row in rows)
    return f"Efter sammanträdet · {left} kvar" if rows else "Efter sammanträdet"


def _dispatch(one: Dispatch, number: int) -> TodoRow:
    dnr = f" ({one.foreign_dnr})" if one.foreign_dnr else ""
    text = f"{one.what.capitalize()} till {one.recipient}{dnr}"
    if one.sent_on is not None:
        text += f" · skickat {short_date(one.sent_on)}, {swedish('dispatch_way', one.way)}"
    return TodoRow(f"utskick {one.id}", number, text, one.sent_on is not None, dispatch=one)


def _assignment(one: Assignment, number: int) -> TodoRow:
    who = f"{one.assignee}: " if one.assignee else ""
    due = f" · senast {short_date(one.due, year=True)}" if one.due else ""
    state = "" if one.state == "open" else f" · {swedish('assignment_state', one.state)}"
    text = f"Uppdrag, {who}{one.task}{due}{state}"
    return TodoRow(f"uppdrag {one.id}", number, text, one.state != "open", assignment=one)


def _returning(record: MinutesRecord) -> Iterator[TodoRow]:
    for paragraph in record.dossier.paragraphs:
        if paragraph.outcome in ("tabled", "referred_back"):
            item = record.dossier.item(paragraph.item_id)
            what = swedish("outcome", paragraph.outcome)
            text = f"Återkommer{_when(record, item.id)}: {item.title} ({what})"
            yield TodoRow(f"punkt {item.id}", paragraph.number, text, True)


def _when(record: MinutesRecord, item_id: int) -> str:
    """`` tis 9 feb 2027``, where the draft lies now; empty when there is none."""
    if item_id not in record.returns:
        return ""
    day = record.returns[item_id]
    return f" {short_date(day, year=True)}" if day else ", väntar på ett sammanträde"
