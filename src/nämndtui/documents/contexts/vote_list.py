"""Everything the voteringslista says: how each one voted, seat by seat (A13, KL 5:67)."""

from __future__ import annotations

from collections.abc import Iterator

from nämndtui.documents.contexts.committee import (
    Context,
    committee_context,
    document_context,
    meeting_context,
)
from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.decisions.vote import CHOICES, Ballot, Choice, Vote
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.model.wording.vote import ballot_name, outcome_sentence, result_sentence

VOTE_LIST = "Voteringslista"
_COLUMNS = dict(zip(CHOICES, ("ja", "nej", "avstår", "frånvarande"), strict=True))


def vote_list_context(record: MinutesRecord, number: int = 0) -> Context:
    """The context of ``voteringslista.docx``: the votes of § ``number``, of all §§ without one.

    Raises RefusedError when there has been no vote.
    """
    dossier = record.dossier
    chosen = [one for one in dossier.paragraphs if number in (0, one.number)]
    votes = [found for one in chosen for found in _votes(record, one)]
    if not votes:
        where = f"§ {number}" if number else f"Sammanträdet {iso(dossier.meeting.date)}"
        raise RefusedError(f"{where} har ingen omröstning; det finns ingen lista att skriva.")
    marks = format_paragraphs(one.number for one in chosen if record.votes_in(one.item_id))
    title = f"{VOTE_LIST} {dossier.committee.name} {iso(dossier.meeting.date)} {marks}"
    return {
        "nämnd": committee_context(dossier.committee),
        "dokument": document_context(VOTE_LIST, title, dossier.meeting.date),
        "sammanträde": meeting_context(dossier.committee, dossier.meeting),
        "paragrafer_text": marks,
        "omröstningar": votes,
    }


def _votes(record: MinutesRecord, paragraph: Paragraph) -> Iterator[Context]:
    item = record.dossier.item(paragraph.item_id)
    votes = record.votes_in(item.id)
    for vote in votes:
        rows = [] if vote.secret else [_row(*one) for one in _seats(record, paragraph, vote)]
        yield {
            "beteckning": format_paragraphs([paragraph.number]),
            "rubrik": clean_line(item.title_with_dnr),
            "omröstning": f"Omröstning {vote.seq}" if len(votes) > 1 else "",
            "sluten": vote.secret,
            "ja": "" if vote.secret else clean_line(vote.yes_means),
            "nej": "" if vote.secret else clean_line(vote.no_means),
            "röster": rows,
            "summa": {
                name: str(sum(row[name] != "" for row in rows)) for name in _COLUMNS.values()
            },
            "alternativ": _tallies(vote),
            "resultat": clean_line(" ".join((result_sentence(vote), outcome_sentence(vote)))),
        }


def _seats(record: MinutesRecord, paragraph: Paragraph, vote: Vote) -> Iterator[tuple[str, Choice]]:
    """(name, choice) in the order of the seats; a member nobody serves for is absent."""
    ballots = {one.person.id: one for one in vote.ballots}
    serving = meeting_serving(record)
    here = serving.at(paragraph.number)
    order = {seat.key: place for place, seat in enumerate(serving.room.seats)}
    for one in sorted(here.seats_served, key=lambda one: order.get(one.seat.key, len(order))):
        ballot = ballots.pop(one.person.id, None) if one.person else None
        if ballot is not None:
            yield _voter(ballot), ballot.choice
        elif one.seat.holder is not None:
            out = one.seat.holder.person.id in here.disqualified
            yield f"{one.seat.name}, jäv" if out else one.seat.name, "absent"
    yield from ((_voter(one), one.choice) for one in ballots.values())


def _voter(ballot: Ballot) -> str:
    return ballot_name(ballot).replace("\\|", "|")


def _row(name: str, choice: Choice) -> Context:
    marks = {column: "X" if choice == code else "" for code, column in _COLUMNS.items()}
    return {"namn": clean_line(name), **marks}


def _tallies(vote: Vote) -> list[Context]:
    found = [(one.label, one.count) for one in vote.tallies]
    if vote.secret and vote.blank:
        found.append(("Blanka röster", vote.blank))
    return [{"namn": clean_line(label), "antal": str(count)} for label, count in found]
