"""What follows the minutes, at rest: corrections, dispatch ledger, assignments, what returns."""

from __future__ import annotations

import sqlite3
from datetime import date

from nämndtui.model.agenda.earlier_treatment import EarlierTreatment
from nämndtui.model.record.correction import Correction
from nämndtui.model.record.follow_up import Assignment, Dispatch
from nämndtui.store.core.columns import day

_OF_MEETING = (
    "paragraph_id IN (SELECT g.id FROM paragraphs g JOIN agenda_items i ON i.id = g.item_id"
    " WHERE i.meeting_id = ?)"
)


def corrections_of_meeting(
    connection: sqlite3.Connection, meeting_id: int
) -> tuple[Correction, ...]:
    """The corrections of the meeting's §§, oldest first."""
    rows = connection.execute(
        f"SELECT * FROM corrections WHERE {_OF_MEETING} ORDER BY id", [meeting_id]
    ).fetchall()
    return tuple(
        Correction(
            id=row["id"],
            paragraph_id=row["paragraph_id"],
            made_on=date.fromisoformat(row["made_on"]),
            made_by=row["made_by"],
            basis=row["basis"],
            field=row["field"],
            before=row["before"],
            after=row["after"],
            reason=row["reason"],
        )
        for row in rows
    )


def dispatches_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[Dispatch, ...]:
    """The meeting's dispatch ledger, in § order."""
    rows = connection.execute(
        "SELECT d.* FROM dispatches d JOIN paragraphs g ON g.id = d.paragraph_id"
        " JOIN agenda_items i ON i.id = g.item_id WHERE i.meeting_id = ? ORDER BY g.number, d.id",
        [meeting_id],
    ).fetchall()
    return tuple(
        Dispatch(
            id=row["id"],
            paragraph_id=row["paragraph_id"],
            recipient=row["recipient"],
            foreign_dnr=row["foreign_dnr"],
            what=row["what"],
            sent_on=day(row["sent_on"]),
            way=row["way"],
            sent_by=row["sent_by"],
            version=row["version"],
        )
        for row in rows
    )


def paragraph_days(
    connection: sqlite3.Connection, paragraph_id: int
) -> tuple[int, date, date | None]:
    """The § number, the day of its meeting, and the day it was adjusted, if it is."""
    row = connection.execute(
        "SELECT g.number, m.date, d.adjusted_on FROM paragraphs g"
        " JOIN agenda_items i ON i.id = g.item_id JOIN meetings m ON m.id = i.meeting_id"
        " LEFT JOIN minutes_parts d ON d.id = g.part_id WHERE g.id = ?",
        [paragraph_id],
    ).fetchone()
    return row["number"], date.fromisoformat(row["date"]), day(row["adjusted_on"])


def assignments_of_meeting(
    connection: sqlite3.Connection, meeting_id: int
) -> tuple[Assignment, ...]:
    """The assignments given by the meeting's decisions."""
    rows = connection.execute(
        f"SELECT * FROM assignments WHERE {_OF_MEETING} ORDER BY id", [meeting_id]
    ).fetchall()
    return tuple(_assignment(row) for row in rows)


def open_assignments(connection: sqlite3.Connection, committee_id: int) -> list[sqlite3.Row]:
    """Open assignments, nearest due first: id, assignee, task, due, number, year, title,
    meeting_id, item_id; those without a due date last."""
    return connection.execute(
        "SELECT a.id, a.assignee, a.task, a.due, g.number, g.year, i.title, i.meeting_id,"
        " i.id AS item_id FROM assignments a JOIN paragraphs g ON g.id = a.paragraph_id"
        " JOIN agenda_items i ON i.id = g.item_id"
        " WHERE a.committee_id = ? AND a.state = 'open' ORDER BY a.due IS NULL, a.due, a.id",
        [committee_id],
    ).fetchall()


def unsent_dispatches(connection: sqlite3.Connection, committee_id: int) -> list[sqlite3.Row]:
    """What is to be sent, oldest adjusted first: id, recipient, foreign_dnr, what, number, year,
    title, meeting_id, date, item_id, adjusted_on."""
    return connection.execute(
        "SELECT d.id, d.recipient, d.foreign_dnr, d.what, g.number, g.year, i.title, i.meeting_id,"
        " m.date, i.id AS item_id, x.adjusted_on FROM dispatches d"
        " JOIN paragraphs g ON g.id = d.paragraph_id JOIN agenda_items i ON i.id = g.item_id"
        " JOIN meetings m ON m.id = i.meeting_id LEFT JOIN minutes_parts x ON x.id = g.part_id"
        " WHERE i.committee_id = ? AND d.sent_on IS NULL ORDER BY x.adjusted_on, g.number, d.id",
        [committee_id],
    ).fetchall()


def has_unsent(connection: sqlite3.Connection, paragraph_id: int) -> bool:
    """True while a § has a recipient it has not been sent to."""
    row = connection.execute(
        "SELECT 1 FROM dispatches WHERE paragraph_id = ? AND sent_on IS NULL LIMIT 1",
        [paragraph_id],
    ).fetchone()
    return row is not None


def decided_cases(connection: sqlite3.Connection, paragraph_id: int) -> list[int]:
    """The ids of the §'s cases that stand as decided."""
    rows = connection.execute(
        "SELECT k.id FROM cases k JOIN item_cases ic ON ic.case_id = k.id"
        " JOIN paragraphs g ON g.item_id = ic.item_id WHERE g.id = ? AND k.state = 'decided'",
        [paragraph_id],
    )
    return [int(row["id"]) for row in rows]


def returning_items(connection: sqlite3.Connection, committee_id: int) -> list[sqlite3.Row]:
    """Drafts of what was tabled or referred back and has not been handled again.

    Columns: id, title, meeting_id and date (of the meeting it returns to, None while waiting),
    state (tabled or referred_back), number, year and reason of the earlier §, earlier_item_id,
    earlier_meeting_id, earlier_date.
    """
    return connection.execute(
        "SELECT n.id, n.title, n.meeting_id, nm.date, i.state, g.number, g.year,"
        " ifnull(h.reason, '') AS reason, i.id AS earlier_item_id,"
        " i.meeting_id AS earlier_meeting_id, m.date AS earlier_date"
        " FROM agenda_items n JOIN agenda_items i ON i.id = n.continues_item_id"
        " JOIN meetings m ON m.id = i.meeting_id LEFT JOIN meetings nm ON nm.id = n.meeting_id"
        " LEFT JOIN paragraphs g ON g.item_id = i.id LEFT JOIN handlings h ON h.item_id = i.id"
        " WHERE n.committee_id = ? AND i.state IN ('tabled', 'referred_back')"
        " AND n.state IN ('draft', 'ready', 'listed') ORDER BY m.date, g.number, n.id",
        [committee_id],
    ).fetchall()


def years_with_meetings(connection: sqlite3.Connection, committee_id: int) -> set[int]:
    """The years the committee has meetings in, cancelled ones aside."""
    rows = connection.execute(
        "SELECT DISTINCT CAST(substr(date, 1, 4) AS INTEGER) FROM meetings"
        " WHERE committee_id = ? AND state <> 'cancelled'",
        [committee_id],
    )
    return {int(row[0]) for row in rows}


def citizen_proposals_told(
    connection: sqlite3.Connection, committee_id: int, year: int, last: int
) -> bool:
    """True when a § of the years tells the council which medborgarförslag are not decided.

    Such an item is known by its title: an account (redovisning) of medborgarförslag (KL 6:34).
    """
    row = connection.execute(
        "SELECT 1 FROM paragraphs g JOIN agenda_items i ON i.id = g.item_id"
        " WHERE i.committee_id = ? AND g.year BETWEEN ? AND ?"
        " AND i.title LIKE '%redovisning%medborgarförslag%' LIMIT 1",
        [committee_id, year, last],
    ).fetchone()
    return row is not None


def earlier_treatments(
    connection: sqlite3.Connection, meeting_id: int
) -> dict[int, tuple[EarlierTreatment, ...]]:
    """Item id → how it was treated before, latest first, for what returns to a meeting."""
    rows = connection.execute(
        "WITH RECURSIVE chain(root, id, step) AS ("
        " SELECT id, continues_item_id, 1 FROM agenda_items"
        " WHERE meeting_id = ? AND continues_item_id IS NOT NULL"
        " UNION SELECT chain.root, i.continues_item_id, chain.step + 1 FROM agenda_items i"
        " JOIN chain ON chain.id = i.id WHERE i.continues_item_id IS NOT NULL)"
        " SELECT chain.root, i.state, m.date, g.number, ifnull(h.reason, '') AS reason"
        " FROM chain JOIN agenda_items i ON i.id = chain.id"
        " JOIN meetings m ON m.id = i.meeting_id LEFT JOIN paragraphs g ON g.item_id = i.id"
        " LEFT JOIN handlings h ON h.item_id = i.id ORDER BY chain.root, chain.step",
        [meeting_id],
    ).fetchall()
    found: dict[int, tuple[EarlierTreatment, ...]] = {}
    for row in rows:
        held = date.fromisoformat(row["date"])
        one = EarlierTreatment(held, row["state"], row["number"], row["reason"])
        found[row["root"]] = (*found.get(row["root"], ()), one)
    return found


def return_days(connection: sqlite3.Connection, meeting_id: int) -> dict[int, date | None]:
    """Item id → the day of the meeting its continuation is on, None while that waits for one."""
    rows = connection.execute(
        "SELECT n.continues_item_id AS item_id, m.date FROM agenda_items n"
        " LEFT JOIN meetings m ON m.id = n.meeting_id WHERE n.continues_item_id IN"
        " (SELECT id FROM agenda_items WHERE meeting_id = ?) ORDER BY n.id",
        [meeting_id],
    ).fetchall()
    return {row["item_id"]: day(row["date"]) for row in rows}


def _assignment(row: sqlite3.Row) -> Assignment:
    return Assignment(
        id=row["id"],
        committee_id=row["committee_id"],
        paragraph_id=row["paragraph_id"],
        assignee=row["assignee"],
        task=row["task"],
        due=day(row["due"]),
        state=row["state"],
        answered_item_id=row["answered_item_id"],
        note=row["note"],
        version=row["version"],
    )
