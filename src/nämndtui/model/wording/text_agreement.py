"""Whether what stands in a § still agrees with the facts (KL 5:67).

A text that contradicts the facts is a fault by law. One that only puts a sentence otherwise, or
leaves it out, is pointed out with the sentence the facts give: a remark, never a refusal.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.decisions.yrkande import contestants
from nämndtui.model.people.persons import Person
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import MeetingServing
from nämndtui.model.wording.decision_agreement import point_faults
from nämndtui.model.wording.generated_texts import FIELD_NAMES, GENERATED_FIELDS, generated_texts
from nämndtui.model.wording.text_claims import claims, contradictions, folded
from nämndtui.model.wording.vote_text_check import vote_text_faults

_DEMANDED = ("motions", "vote", "reservations", "procedure")
"""Fields that KL 5:67 says the minutes must show."""
_NAMES_PEOPLE = ("motions", "vote", "reservations")
_DOES = {"motions": "yrkar", "reservations": "reserverar"}
_KEY = re.compile(
    r"yrkar|förslag:|finner att|ställ|utser|begärs|-röst för|därmed|omröstningsresultat|faller på"
    r"|jäv|deltar inte|tjänstgör|reserverar sig|leder sammanträdet|ajourneras|lämnar",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])|\n+")


@dataclass(frozen=True)
class Disagreement:
    """One thing a § says otherwise than the facts; ``message`` is Swedish.

    ``by_law``: the minutes would be wrong in what KL 5:67 demands.
    """

    field: str
    message: str
    by_law: bool = False


def disagreements(
    record: MinutesRecord, paragraph: Paragraph, serving: MeetingServing | None = None
) -> tuple[Disagreement, ...]:
    """Everything in the § that does not agree with the facts, field by field."""
    wanted = generated_texts(record, paragraph, serving)
    found = [
        one for field in GENERATED_FIELDS for one in _field(record, paragraph, field, wanted[field])
    ]
    points = [Disagreement("points", *one) for one in point_faults(record, paragraph)]
    return (*points, *found)


def _field(
    record: MinutesRecord, paragraph: Paragraph, field: str, wanted: str
) -> Iterator[Disagreement]:
    text = str(getattr(paragraph, field)).strip()
    if text == wanted.strip():
        return
    name, law = FIELD_NAMES[field], field in _DEMANDED
    if not text:
        yield Disagreement(field, f"{name} är tom, men det finns uppgifter att skriva.", law)
        return
    before = record.generated.get((paragraph.id, field))
    if before is not None and before.strip() != wanted.strip():
        told = f"{name} är skriven för hand, och uppgifterna har ändrats sedan dess."
        yield Disagreement(field, told)
    if field == "vote":
        for fault in vote_text_faults(text, record.votes_in(paragraph.item_id)):
            yield Disagreement(field, fault, True)
    if wanted:
        for fault in _names(record, field, text, wanted):
            yield Disagreement(field, fault, field in _NAMES_PEOPLE)
        against = list(_against(record, paragraph, field, text, wanted))
        yield from against or _lacking(field, text, wanted)


def _against(
    record: MinutesRecord, paragraph: Paragraph, field: str, text: str, wanted: str
) -> Iterator[Disagreement]:
    labels = _labels(record, paragraph)
    people = [one.name for one in _people(record)]
    meant = claims(wanted, labels, people)
    for phrase, said in contradictions(claims(text, labels, people), meant):
        sentence = next((s for s in _sentences(wanted) if phrase in folded(s)), "")
        given = f" Uppgifterna ger: ”{sentence}”" if sentence else ""
        yield Disagreement(
            field, f"{FIELD_NAMES[field]} säger emot uppgifterna: ”{phrase} {said}”.{given}", True
        )


def _lacking(field: str, text: str, wanted: str) -> Iterator[Disagreement]:
    """Each key sentence of the facts that the text does not have as it stands."""
    here = folded(text)
    for sentence in _sentences(wanted):
        key = field == "motions" or _KEY.search(sentence)
        if key and folded(sentence).rstrip(".") not in here:
            yield Disagreement(field, f"{FIELD_NAMES[field]} saknar: ”{sentence}”")


def _sentences(text: str) -> list[str]:
    """The sentences and list points of a text, tables and reasons left out."""
    found = [re.sub(r"^\d+\.\s+", "", part.strip()) for part in _SENTENCES.split(text)]
    return [one for one in found if one and not one.startswith(("|", "Skäl:"))]


def _labels(record: MinutesRecord, paragraph: Paragraph) -> set[str]:
    """What the proposals and alternatives of the item are called."""
    item = record.dossier.item(paragraph.item_id)
    handling, moved = record.handling(item.id), record.moved_in(item.id)
    found = {one.label for one in contestants(item, handling, moved)}
    for vote in record.votes_in(item.id):
        found |= {vote.yes_means, vote.no_means, *(one.label for one in vote.tallies)}
    return found - {""}


def _names(record: MinutesRecord, field: str, text: str, wanted: str) -> Iterator[str]:
    """People in the facts but not in the text, or the other way round."""
    people = _people(record)
    meant = {person for person in people if person.name in wanted}
    written = {person for person in people if person.name in text}
    name = FIELD_NAMES[field]
    for person in sorted(meant - written, key=lambda one: one.name):
        yield f"{name} nämner inte {person.name_with_party}."
    if field in _DOES:
        # Anyone may be mentioned; only who moves or reserves must be among the facts.
        does = [s for s in _SENTENCES.split(text) if _DOES[field] in s]
        for person in sorted(written - meant, key=lambda one: one.name):
            if not any(person.name in sentence for sentence in does):
                continue
            yield f"{name} nämner {person.name_with_party}, som inte finns bland uppgifterna."


def _people(record: MinutesRecord) -> Collection[Person]:
    people = {one.person.id: one.person for one in record.dossier.mandates}
    people |= {one.person.id: one.person for one in record.presences}
    people |= {one.person.id: one.person for one in record.dossier.attendances}
    return list(people.values())
