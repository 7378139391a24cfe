"""The Swedish the program writes in the minutes (C3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.attendance.presence import Disqualification, Sitting
from nämndtui.model.decisions.statement import Statement
from nämndtui.model.decisions.vote import Ballot, Choice, Tally, Vote
from nämndtui.model.decisions.yrkande import Handling, Yrkande, genitive
from nämndtui.model.people.persons import Person
from nämndtui.model.wording.breaks import adjournments_at, postponed_points
from nämndtui.model.wording.motions import motions_text
from nämndtui.model.wording.people import disqualification_text, notes_text, reservations_text
from nämndtui.model.wording.procedure import procedure_text
from nämndtui.model.wording.vote import ballot_table, votes_text

KARIN = Person(1, "Karin Ek", party="C")
BO = Person(2, "Bo Lind", party="C")
LARS = Person(3, "Lars Fors", party="S")
NBSP = "\u00a0"
ITEM = AgendaItem(
    7, 1, 1, 1, 1, "decision", "Avgifter", staff_proposal=("Nämnden antar avgifterna.",)
)


def moved(kind: str, *movers: Person, text: str = "", target: str = "", **rest: object) -> Yrkande:
    return Yrkande(len(text) + 1, 7, kind, movers, text, target, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("people", "text"),
    [
        ((KARIN,), "Karin Eks (C)"),
        ((LARS,), "Lars Fors (S)"),
        ((KARIN, BO), "Karin Eks (C) och Bo Linds (C)"),
        ((KARIN, BO, LARS), "Karin Eks (C) m.fl."),
    ],
)
def test_whose_proposal(people: tuple[Person, ...], text: str) -> None:
    assert genitive(people) == text


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (moved("approve", KARIN), "Karin Ek (C) yrkar bifall till förvaltningens förslag."),
        (
            moved("reject", KARIN, BO),
            "Karin Ek (C) och Bo Lind (C) yrkar avslag på förvaltningens förslag.",
        ),
        (
            moved("refer_back", KARIN, text="utred kostnaden"),
            "Karin Ek (C) yrkar att ärendet återremitteras. Skäl: utred kostnaden.",
        ),
        (
            moved("refer_back", KARIN, text="för att utreda kostnaden."),
            "Karin Ek (C) yrkar att ärendet återremitteras för att utreda kostnaden.",
        ),
        (moved("table", LARS), "Lars Fors (S) yrkar att ärendet bordläggs."),
        (
            moved("own", KARIN, text="Avgiften sänks."),
            "Karin Ek (C) yrkar följande: Avgiften sänks.",
        ),
        (
            moved("own", KARIN, text="Avgiften sänks.\nTaxan ses över."),
            "Karin Ek (C) yrkar följande:\n\n1. Avgiften sänks.\n2. Taxan ses över.",
        ),
        (moved("reject", KARIN, withdrawn=True), ""),
    ],
)
def test_yrkanden(one: Yrkande, text: str) -> None:
    assert motions_text(ITEM, (one,), Handling(7)) == text


def test_unanimous_two_proposals_and_postponement() -> None:
    own = moved("own", KARIN, text="Avgiften sänks.")
    back = moved("refer_back", BO, text="utreda")
    assert procedure_text(ITEM, Handling(7), (), (), "as_proposed") == (
        "Ordföranden ställer proposition på förslaget och finner att nämnden beslutar enligt det."
    )
    both = procedure_text(ITEM, Handling(7, winner=own.ref), (own, back), (), "own_decision")
    assert both == (
        "Ordföranden ställer först proposition på om ärendet ska avgöras i dag eller "
        "återremitteras och finner att nämnden beslutar att ärendet ska avgöras i dag.\n\n"
        "Ordföranden ställer förslagen mot varandra och finner att nämnden beslutar enligt "
        "Karin Eks (C) yrkande."
    )
    won = procedure_text(ITEM, Handling(7, winner=back.ref), (own, back), (), "referred_back")
    assert won.endswith("beslutar att ärendet ska återremitteras.")


def test_an_addition_is_put_on_its_own() -> None:
    extra = moved("addition", KARIN, text="Utvärdera 2027.", accepted=False)
    assert procedure_text(ITEM, Handling(7), (extra,), (), "as_proposed").endswith(
        "Ordföranden ställer proposition på Karin Eks (C) tilläggsyrkande och finner att nämnden "
        "avslår det."
    )


def test_that_a_vote_is_requested_is_said_once_and_before_what_depends_on_it() -> None:
    own = moved("own", KARIN, text="Avgiften sänks.")
    extra = moved("addition", LARS, text="Utvärdera 2027.", accepted=True)
    votes = (open_vote("no", "yes", "yes"),)
    text = procedure_text(ITEM, Handling(7, winner="staff"), (own, extra), votes, "as_proposed")
    assert (text + votes_text(votes)).count("Omröstning begärs.") == 1
    assert text.endswith(
        "Omröstning begärs.\n\nEfter omröstningen ställer ordföranden proposition på Lars Fors (S) "
        "tilläggsyrkande och finner att nämnden bifaller det."
    )


def open_vote(*choices: Choice, **values: object) -> Vote:
    people = (KARIN, BO, LARS)
    ballots = tuple(Ballot(person, one) for person, one in zip(people, choices, strict=True))
    base = Vote(1, 7, 1, yes_ref="staff", no_ref="yrkande 1", ballots=ballots)
    words = {"yes_means": "förvaltningens förslag", "no_means": "Karin Eks (C) yrkande"}
    return replace(base, **{**words, **values})  # type: ignore[arg-type]


def test_a_vote() -> None:
    vote = open_vote("no", "yes", "yes")
    text, table = votes_text((vote,)).split("\n\n| ")[0], ballot_table(vote)
    assert text == (
        "Ja-röst för förvaltningens förslag. Nej-röst för Karin Eks (C) "
        "yrkande.\n\nOmröstningsresultat: 2 ja-röster, 1 nej-röst, 0 som avstår. Nämnden har "
        "därmed beslutat enligt förvaltningens förslag."
    )
    assert table.split("\n") == [
        "| Beslutande | Ja | Nej | Avstår |",
        "|---|:-:|:-:|:-:|",
        "| Karin Ek (C) |   | X |   |",
        "| Bo Lind (C) | X |   |   |",
        "| Lars Fors (S) | X |   |   |",
    ]


def test_a_tie_a_lot_and_a_vote_on_postponing() -> None:
    tie = open_vote("no", "yes", "abstain", casting="no")
    assert "med ordförandens utslagsröst beslutat enligt Karin Eks (C) yrkande." in votes_text(
        (tie,)
    )
    lot = Vote(
        1,
        7,
        1,
        "election",
        secret=True,
        tallies=(Tally("Karin Ek", 1), Tally("Bo Lind", 1)),
        lot="Bo Lind",
    )
    assert votes_text((lot,)) == (
        "Omröstningsresultat: 1 röst för Karin Ek, 1 röst för Bo Lind. Rösterna är lika många. "
        "Lotten avgör och faller på Bo Lind. Nämnden har därmed valt Bo Lind."
    )
    words = {"yes_means": "att ärendet avgörs i dag", "no_means": "återremiss"}
    today = open_vote("yes", "yes", "no", kind="procedural", **words)
    assert "Nämnden har därmed beslutat att ärendet avgörs i dag." in votes_text((today,))
    later = open_vote("no", "yes", "no", kind="procedural", **words)
    assert "Nämnden har därmed beslutat att ärendet återremitteras." in votes_text((later,))


def test_reservations_and_notes() -> None:
    own = moved("own", KARIN, text="Avgiften sänks.")
    bare = Statement(1, 7, "reservation", (KARIN,))
    assert reservations_text([bare], (own,), "staff") == (
        "Karin Ek (C) reserverar sig mot beslutet till förmån för eget yrkande."
    )
    both = Statement(2, 7, "reservation", (KARIN, BO), "Vi ville sänka.")
    assert reservations_text([both], (own,), "staff") == (
        "Karin Ek (C) och Bo Lind (C) reserverar sig mot beslutet till förmån för Karin Eks (C) "
        "yrkande:\n\nVi ville sänka."
    )
    colleague = Statement(3, 7, "reservation", (BO,))
    assert reservations_text([colleague], (own,), "staff") == (
        "Bo Lind (C) reserverar sig mot beslutet till förmån för Karin Eks (C) yrkande."
    )
    other_party = Statement(4, 7, "reservation", (LARS,))
    assert reservations_text([other_party], (own,), "staff") == (
        "Lars Fors (S) reserverar sig mot beslutet."
    )
    opinion = Statement(3, 7, "separate_opinion", (LARS,), "Bra.")
    assert notes_text([opinion]) == "Lars Fors (S) lämnar ett särskilt yttrande:\n\nBra."


def test_jäv_in_three_ways() -> None:
    declared = Disqualification(1, 7, KARIN)
    assert disqualification_text([declared]) == (
        "Karin Ek (C) anmäler jäv och deltar inte i handläggningen av ärendet."
    )
    decided = Disqualification(1, 7, KARIN, self_declared=False, decided=True)
    assert "är enligt nämndens beslut jävig" in disqualification_text([decided])


def test_breaks() -> None:
    sittings = (
        Sitting(1, date(2026, 12, 8), time(18, 30), time(19, 10)),
        Sitting(2, date(2026, 12, 8), time(19, 25), time(22, 0)),
        Sitting(3, date(2026, 12, 10), time(18, 0)),
    )
    assert adjournments_at(1, sittings, {7: 1}) == (
        f"Sammanträdet ajourneras kl.{NBSP}19.10–19.25.",
        f"Sammanträdet ajourneras kl.{NBSP}22.00 och fortsätter torsdagen den 10{NBSP}december "
        f"2026 kl.{NBSP}18.00.",
    )


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("", "Nämnden återremitterar ärendet till förvaltningen."),
        ("att utreda", "Nämnden återremitterar ärendet till förvaltningen för att utreda."),
        (
            "att kostnaderna är oklara",
            "Nämnden återremitterar ärendet till förvaltningen med motiveringen att kostnaderna är "
            "oklara.",
        ),
        (
            "kostnaderna är oklara",
            "Nämnden återremitterar ärendet till förvaltningen. Skäl: kostnaderna är oklara.",
        ),
        ("Kostnad saknas", "Nämnden återremitterar ärendet till förvaltningen. Kostnad saknas."),
    ],
)
def test_a_reason_joins_its_sentence(reason: str, text: str) -> None:
    assert postponed_points("referred_back", "Nämnden", reason) == (text,)


@pytest.mark.parametrize("hostile", ["[bold]x[/bold]", "{{ 7*7 }}", "a | b", "<w:p>&"])
def test_hostile_names_are_text(hostile: str) -> None:
    vote = open_vote("yes", "yes", "yes")
    strange = Person(9, hostile, party="X")
    odd = replace(vote, ballots=(Ballot(strange, "yes"),))
    rows = ballot_table(odd).split("\n")
    assert len(rows) == 3
    assert hostile.replace("|", "\\|") in rows[2]
