"""The facts of the minutes as the package writes them: which columns, under which Swedish keys.

One description serves reading, writing and the schema, so that no column can be forgotten in one
of them. ``FACT_TABLES`` is in the order the tables are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class FactColumn:
    """A column, its key and how its value is written.

    ``kind``: text, flag, whole, day, clock, word (of ``domain``), person, persons (a table of
    their own, ``domain``), seat, item, paragraph, part, ref and refs (proposals), place (an item
    anywhere), tallies, ballots. ``default`` is the column's value when the key is left out.
    """

    name: str
    key: str
    kind: str = "text"
    domain: str = ""
    default: Any = ""
    required: bool = False


@dataclass(frozen=True)
class FactTable:
    """A table of facts; ``owner`` is what its rows hang on: meeting, item, paragraph or part."""

    name: str
    key: str
    owner: str
    columns: tuple[FactColumn, ...]


@dataclass(frozen=True)
class FactRow:
    """One row: column values as stored, ids local to the package, and what hangs on the row."""

    id: int
    values: Mapping[str, Any]
    children: tuple[FactRow, ...] = ()


Facts = Mapping[str, tuple[FactRow, ...]]
"""Table → its rows of one meeting, in order."""


def _item() -> FactColumn:
    return FactColumn("item_id", "dagordningsplats", "item", required=True)


def _paragraph() -> FactColumn:
    return FactColumn("paragraph_id", "paragraf", "paragraph", required=True)


def _part() -> FactColumn:
    return FactColumn("part_id", "del", "part", required=True)


def _person(required: bool = True) -> FactColumn:
    return FactColumn("person_id", "namn", "person", default=None, required=required)


_SPAN = (
    FactColumn("from_paragraph", "från_paragraf", "whole", default=None),
    FactColumn("to_paragraph", "till_paragraf", "whole", default=None),
)
BALLOT_COLUMNS = (
    _person(),
    FactColumn("choice", "röst", "word", "choice", required=True),
    FactColumn("party", "parti"),
    FactColumn("replaces", "ersätter"),
)

FACT_TABLES = (
    FactTable(
        "presences",
        "vistelser",
        "meeting",
        (
            _person(),
            FactColumn("capacity", "som", "word", "capacity", required=True),
            FactColumn("party", "parti"),
            FactColumn("title", "titel"),
            *_SPAN,
            FactColumn("remote", "distans", "flag", default=0),
        ),
    ),
    FactTable(
        "service_overrides",
        "tjänstgöringsval",
        "meeting",
        (
            FactColumn("kind", "slag", "word", "override_kind", required=True),
            FactColumn("seat", "plats", "seat"),
            _person(required=False),
            *_SPAN,
            FactColumn("reason", "skäl", required=True),
        ),
    ),
    FactTable(
        "sittings",
        "förhandlingar",
        "meeting",
        (
            FactColumn("day", "dag", "day", required=True),
            FactColumn("start", "start", "clock", required=True),
            FactColumn("end", "slut", "clock", default=None),
            FactColumn("first_paragraph", "första_paragraf", "whole", default=None),
            FactColumn("item_id", "dagordningsplats", "item", default=None),
        ),
    ),
    FactTable(
        "disqualifications",
        "jäv",
        "item",
        (
            _item(),
            _person(),
            FactColumn("ground", "grund"),
            FactColumn("self_declared", "egen_anmälan", "flag", default=1),
            FactColumn("decided", "prövat", "flag", default=0),
        ),
    ),
    FactTable("non_participations", "deltar_inte", "item", (_item(), _person())),
    FactTable(
        "handlings",
        "beslutsordning",
        "item",
        (
            _item(),
            FactColumn("maintained", "kvarstår", "refs", default="[]"),
            FactColumn("withdrawn", "återtagna", "refs", default="[]"),
            FactColumn("main", "huvudförslag", "ref"),
            FactColumn("winner", "vinnande", "ref"),
            FactColumn("finding", "ordföranden_fann", "ref"),
            FactColumn("reason", "skäl"),
        ),
    ),
    FactTable(
        "moved_proposals",
        "yrkanden",
        "item",
        (
            FactColumn("id", "nummer", "number", required=True),
            _item(),
            FactColumn("kind", "slag", "word", "moved_kind", required=True),
            FactColumn("movers", "av", "persons"),
            FactColumn("text", "text"),
            FactColumn("target", "gäller", "ref"),
            FactColumn("withdrawn", "återtaget", "flag", default=0),
            FactColumn("accepted", "bifallet", "flag", default=None),
        ),
    ),
    FactTable(
        "votes",
        "omröstningar",
        "item",
        (
            _item(),
            FactColumn("seq", "ordning", "whole", required=True),
            FactColumn("kind", "slag", "word", "vote_kind", required=True),
            FactColumn("yes_ref", "ja_förslag", "ref"),
            FactColumn("no_ref", "nej_förslag", "ref"),
            FactColumn("yes_means", "ja"),
            FactColumn("no_means", "nej"),
            FactColumn("secret", "sluten", "flag", default=0),
            FactColumn("tallies", "sedlar", "tallies", default="[]"),
            FactColumn("blank", "blanka", "whole", default=0),
            FactColumn("casting", "utslagsröst", "word", "choice"),
            FactColumn("lot", "lott"),
            FactColumn("ballots", "röster", "ballots"),
        ),
    ),
    FactTable(
        "statements",
        "reservationer_och_anteckningar",
        "item",
        (
            _item(),
            FactColumn("kind", "slag", "word", "statement_kind", required=True),
            FactColumn("statement_persons", "av", "persons"),
            FactColumn("text", "text"),
            FactColumn("announced_before_close", "anmäld_i_tid", "flag", default=1),
            FactColumn("received_on", "inkom", "day", default=None),
        ),
    ),
    FactTable(
        "certified_services",
        "tjänstgörande",
        "paragraph",
        (
            _paragraph(),
            FactColumn("seat", "plats", "seat", required=True),
            _person(),
            FactColumn("presiding", "ordförande", "flag", default=0),
            FactColumn("reason", "skäl"),
        ),
    ),
    FactTable(
        "generated_texts",
        "beräknade_texter",
        "paragraph",
        (
            _paragraph(),
            FactColumn("field", "fält", "word", "minutes_field", required=True),
            FactColumn("text", "text"),
        ),
    ),
    FactTable(
        "dispatches",
        "expedieringar",
        "paragraph",
        (
            _paragraph(),
            FactColumn("recipient", "mottagare", required=True),
            FactColumn("foreign_dnr", "diarienummer"),
            FactColumn("what", "handling", default="protokollsutdrag"),
            FactColumn("sent_on", "skickat", "day", default=None),
            FactColumn("way", "sätt", "word", "dispatch_way"),
            FactColumn("sent_by", "av"),
        ),
    ),
    FactTable(
        "assignments",
        "uppdrag",
        "paragraph",
        (
            _paragraph(),
            FactColumn("assignee", "mottagare"),
            FactColumn("task", "uppdrag", required=True),
            FactColumn("due", "senast", "day", default=None),
            FactColumn("state", "status", "word", "assignment_state", "open"),
            FactColumn("answered_item_id", "besvarat", "place", default=None),
            FactColumn("note", "anteckning"),
        ),
    ),
    FactTable(
        "part_steps",
        "justeringslogg",
        "part",
        (
            _part(),
            FactColumn("kind", "slag", "word", "step_kind", required=True),
            FactColumn("day", "dag", "day", required=True),
            _person(required=False),
            FactColumn("note", "anteckning"),
        ),
    ),
    FactTable(
        "signatures",
        "underskrifter",
        "part",
        (_part(), _person(), FactColumn("signed_on", "datum", "day", required=True)),
    ),
    FactTable(
        "notices",
        "anslagsliggare",
        "part",
        (
            _part(),
            FactColumn("posted_on", "anslaget", "day", required=True),
            FactColumn("taken_down_on", "nedtaget", "day", default=None),
        ),
    ),
    FactTable(
        "certified_names",
        "namn_vid_justeringen",
        "part",
        (_part(), _person(), FactColumn("name", "namn_då", required=True)),
    ),
    FactTable(
        "notice_corrections",
        "anslagsrättelser",
        "part",
        (
            _part(),
            FactColumn("wrong_day", "fel_dag", "day", required=True),
            FactColumn("right_day", "rätt_dag", "day", required=True),
            FactColumn("made_on", "datum", "day", required=True),
            FactColumn("made_by", "av", required=True),
            FactColumn("reason", "skäl", required=True),
        ),
    ),
    FactTable(
        "corrections",
        "rättelser",
        "paragraph",
        (
            _paragraph(),
            FactColumn("made_on", "datum", "day", required=True),
            FactColumn("made_by", "av", required=True),
            FactColumn("basis", "grund", "word", "correction_basis", required=True),
            FactColumn("field", "fält", "word", "minutes_field", required=True),
            FactColumn("before", "före"),
            FactColumn("after", "efter"),
            FactColumn("reason", "skäl", required=True),
        ),
    ),
)
AFTER_ADJUSTMENT = ("certified_names", "corrections")
"""Tables whose rows can only be there once the § is adjusted."""
