"""A text in a §, held against the facts: contradictions by law, style as a remark (KL 5:67)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Meeting, Paragraph
from nämndtui.model.decisions.statement import Statement
from nämndtui.model.decisions.vote import Ballot, Vote
from nämndtui.model.decisions.yrkande import Handling, Yrkande
from nämndtui.model.people.committee import Committee
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.wording.generated_texts import GENERATED_FIELDS, generated_texts
from nämndtui.model.wording.text_agreement import Disagreement, disagreements
from tests.model.conftest import EVERYONE, MEMBERS, SUBSTITUTES, stay

ALI, KARIN, PER, SIV, TORE = (one.person for one in MEMBERS)
ITEM = AgendaItem(
    7, 1, 1, 1, 1, "decision", "Avgifter", staff_proposal=("Nämnden antar avgifterna.",)
)
OWN = Yrkande(3, 7, "own", (KARIN,), "Avgifterna sänks.")
YES = Yrkande(4, 7, "approve", (TORE,))
VOTE = Vote(
    1,
    7,
    1,
    yes_ref="staff",
    no_ref=OWN.ref,
    yes_means="förvaltningens förslag",
    no_means="Karin Eks (C) yrkande",
    ballots=tuple(
        Ballot(one.person, "no" if one.person == KARIN else "yes", one.party) for one in MEMBERS
    ),
)


def minutes(
    *,
    moved: tuple[Yrkande, ...] = (OWN, YES),
    votes: tuple[Vote, ...] = (VOTE,),
    handling: Handling | None = None,
    paragraph: Paragraph | None = None,
) -> MinutesRecord:
    """One § decided by the administration's proposal against Karin Ek's, after a vote."""
    meeting = Meeting(1, 1, date(2026, 12, 8), time(18, 30), "", state="in_session")
    committee = Committee(1, "N", "Nämnden", "Norrvik")
    one = paragraph or Paragraph(1, 7, 2026, 1, "as_proposed", ITEM.staff_proposal)
    dossier = MeetingDossier(committee, meeting, (ITEM,), (one,), mandates=(*MEMBERS, *SUBSTITUTES))
    return MinutesRecord(
        dossier,
        2,
        tuple(stay(person) for person in EVERYONE),
        handlings=(handling or Handling(7, winner="staff", finding="staff"),),
        moved=moved,
        votes=votes,
        statements=(Statement(1, 7, "reservation", (KARIN,)),),
    )


def written(**texts: str) -> Paragraph:
    """The § as the facts give it, but for ``texts``."""
    record = minutes()
    (paragraph,) = record.dossier.paragraphs
    return with_texts(paragraph, {**generated_texts(record, paragraph), **texts})


def with_texts(paragraph: Paragraph, texts: dict[str, str]) -> Paragraph:
    return replace(paragraph, **texts)  # type: ignore[arg-type]


def told(paragraph: Paragraph) -> tuple[Disagreement, ...]:
    return disagreements(minutes(paragraph=paragraph), paragraph)


def changed(field: str, old: str, new: str) -> Paragraph:
    """The § with ``old`` in a text put otherwise."""
    text = getattr(written(), field)
    assert old in text
    return written(**{field: text.replace(old, new)})


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("procedure", "enligt förvaltningens förslag", "enligt Karin Eks (C) yrkande"),
        ("vote", "beslutat enligt förvaltningens förslag", "beslutat enligt Karin Eks yrkande"),
        (
            "vote",
            "Ja-röst för förvaltningens förslag. Nej-röst för Karin Eks (C) yrkande.",
            "Ja-röst för Karin Eks (C) yrkande. Nej-röst för förvaltningens förslag.",
        ),
        ("vote", "4 ja-röster", "5 ja-röster"),
        ("motions", "yrkar bifall till", "yrkar avslag på"),
        ("motions", "Karin Ek", "Per Ahl"),
        ("reservations", "reserverar sig", "reserverar sig INTE"),
    ],
)
def test_a_contradiction_is_a_fault_by_law(field: str, old: str, new: str) -> None:
    found = told(changed(field, old, new))
    assert [one for one in found if one.by_law and one.field == field]


def test_the_sentence_that_the_facts_give_is_quoted() -> None:
    (one,) = told(changed("procedure", "enligt förvaltningens förslag", "enligt Karin Eks yrkande"))
    assert "”beslutar enligt karin eks yrkande”" in one.message
    assert "Uppgifterna ger: ”Ordföranden ställer förslagen mot varandra" in one.message


def test_points_of_the_proposal_that_lost_are_a_fault() -> None:
    found = told(replace(written(), points=("Avgifterna sänks.",)))
    assert found[0] == Disagreement(
        "points",
        "Beslutet har punkten ”Avgifterna sänks.”, som hör till Karin Eks (C) yrkande.",
        True,
    )
    own_words = told(replace(written(), points=("Nämnden antar de nya avgifterna.",)))
    assert own_words and not any(one.by_law for one in own_words)


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("procedure", "Ordföranden ställer", "Ordförande Ali Saadi ställer"),
        ("procedure", "beslutar enligt", "går på"),
        ("vote", "Nämnden har därmed beslutat", "Därmed har nämnden fattat beslut"),
        ("motions", "yrkar bifall till", "vill att nämnden bifaller"),
        ("reservations", "reserverar sig mot beslutet", "anmäler reservation"),
    ],
)
def test_other_words_are_a_remark_with_the_wanted_sentence(field: str, old: str, new: str) -> None:
    found = told(changed(field, old, new))
    assert found
    assert not any(one.by_law for one in found)
    assert all("saknar: ”" in one.message for one in found)


def test_the_generated_texts_never_disagree() -> None:
    assert told(written()) == ()


@settings(max_examples=60)
@given(
    st.sampled_from(GENERATED_FIELDS),
    st.sampled_from(["\n", "\n\n", "  ", "\u00a0"]),
    st.sampled_from(
        [
            "",
            "Ordföranden tackar för debatten.",
            "Per Ahl (M) yttrar sig i frågan.",
            "Frågan lämnas sedan till förvaltningen.",
        ]
    ),
    st.booleans(),
)
def test_harmless_edits_never_block(field: str, gap: str, extra: str, first: bool) -> None:
    text = getattr(written(), field)
    if not text:
        return
    body = text if "|" in text else text.replace(". ", f".{gap}")
    edited = f"{extra}\n\n{body}" if first else f"{body}\n\n{extra}"
    assert told(written(**{field: edited.strip()})) == ()


@given(st.sampled_from(["staff", OWN.ref]), st.sampled_from(["", "staff", OWN.ref]), st.booleans())
def test_whatever_was_found_and_decided_the_texts_agree(
    winner: str, finding: str, voted: bool
) -> None:
    won = replace(VOTE, ballots=tuple(replace(b, choice="no") for b in VOTE.ballots))
    vote = VOTE if winner == "staff" else won
    staff = winner == "staff"
    paragraph = Paragraph(
        1,
        7,
        2026,
        1,
        "as_proposed" if staff else "own_decision",
        ITEM.staff_proposal if staff else ("Avgifterna sänks.",),
    )
    record = minutes(
        votes=(vote,) if voted else (),
        handling=Handling(7, winner=winner, finding=finding),
        paragraph=paragraph,
    )
    full = with_texts(paragraph, generated_texts(record, paragraph))
    assert disagreements(record, full) == ()
