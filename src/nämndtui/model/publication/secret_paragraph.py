"""A secret item as the minutes show it: § number and neutral title (F 27, D2.24)."""

from __future__ import annotations

from dataclasses import replace

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.decisions.vote import Vote
from nämndtui.model.record.correction import Correction

SECRET_TITLE = "Ärende som omfattas av sekretess"
SECRET_DECISION = "Beslutet omfattas av sekretess och redovisas i en särskild sekretessbilaga."
SECRET_CORRECTION = "Rättelsen omfattas av sekretess och redovisas i sekretessbilagan."


def is_secret(item: AgendaItem) -> bool:
    """True for an item of which nothing but number and neutral title may be shown."""
    return item.publish == "no"


def neutral_item(item: AgendaItem) -> AgendaItem:
    """The item's place on the agenda and nothing of what it is about."""
    return AgendaItem(
        item.id,
        item.committee_id,
        item.meeting_id,
        item.position,
        item.number,
        item.kind,
        SECRET_TITLE,
        item.state,
        late=item.late,
        publish=item.publish,
        exercise_of_authority=item.exercise_of_authority,
        election=item.election,
        version=item.version,
    )


def neutral_paragraph(paragraph: Paragraph) -> Paragraph:
    """The § by number, with a reference to the annex that holds it."""
    return replace(
        paragraph,
        points=(SECRET_DECISION,),
        motions="",
        procedure="",
        vote="",
        disqualification="",
        reservations="",
        notes="",
    )


def neutral_correction(correction: Correction) -> Correction:
    """That a correction was made, when and by whom; its wordings stand in the annex."""
    return replace(correction, before="", after="", reason=SECRET_CORRECTION)


def neutral_vote(vote: Vote) -> Vote:
    """Who voted and how, without what yes and no meant."""
    labels = {one.label: f"Alternativ {i}" for i, one in enumerate(vote.tallies, 1)}
    return replace(
        vote,
        yes_means="ja",
        no_means="nej",
        tallies=tuple(replace(one, label=labels[one.label]) for one in vote.tallies),
        lot=labels.get(vote.lot, vote.lot),
    )
