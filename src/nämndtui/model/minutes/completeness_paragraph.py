"""The requirements of one § (KL 5:67 via 6:35, 4:24–27, 6:27, 6:30)."""

from __future__ import annotations

from collections.abc import Iterator

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Outcome, Paragraph
from nämndtui.model.attendance.serving import ParagraphServing
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.decisions.statement import statement_faults
from nämndtui.model.decisions.vote import vote_faults
from nämndtui.model.decisions.yrkande import additions, contestants, procedural
from nämndtui.model.minutes.requirement import Requirement, law_and_message
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import MeetingServing
from nämndtui.model.wording.opening_points import missing_changes
from nämndtui.model.wording.text_agreement import disagreements

DECISIONS: tuple[Outcome, ...] = (
    "as_proposed",
    "own_decision",
    "rejected",
    "tabled",
    "referred_back",
)
"""Outcomes that always need a quorum; information may be given without (F 16)."""


def paragraph_requirements(
    record: MinutesRecord, paragraph: Paragraph, serving: MeetingServing
) -> Iterator[Requirement]:
    """Everything asked of one §, met or not."""
    number = paragraph.number
    item = record.dossier.item(paragraph.item_id)
    at = serving.at(number)
    decided = any(point.strip() for point in paragraph.points)
    yield Requirement(number, decided, "KL 5:67", "beslutet saknas.", "points")
    yield from _taking_part(record, paragraph, item, at)
    yield from _procedure(record, paragraph, item)
    yield from _votes(record, paragraph, item, at)
    yield from _statements(record, number, item, at)
    for one in disagreements(record, paragraph, serving):
        law = "KL 5:67" if one.by_law else ""
        yield Requirement(number, False, law, one.message, one.field)
    for message in missing_changes(paragraph, item, record.dossier.items):
        yield Requirement(number, False, "", message, "points")
    if paragraph.outcome in ("tabled", "referred_back"):
        reason = record.handling(item.id).reason or any(
            one.text.strip() for one in procedural(record.moved_in(item.id))
        )
        what = "bordläggs" if paragraph.outcome == "tabled" else "återremitteras"
        yield Requirement(number, bool(reason), "", f"Skriv varför ärendet {what}.", "reason")
    elif item.id in record.returns:
        day = record.returns[item.id]
        where = f"på dagordningen {short_date(day, year=True)}" if day else "bland det som väntar"
        kept = f"ett utkast som någon har skrivit i ligger kvar {where}. Behövs det?"
        yield Requirement(number, False, "", kept, "returns")
    if item.late == "at_meeting":
        yield Requirement(
            number, item.memo is not None, "", "Extra ärende utan tjänsteskrivelse.", "memo"
        )


def _taking_part(
    record: MinutesRecord, paragraph: Paragraph, item: AgendaItem, at: ParagraphServing
) -> Iterator[Requirement]:
    number = paragraph.number
    if not (record.presences or record.dossier.attendances):
        return
    if paragraph.outcome not in DECISIONS and item.kind != "decision":
        yield from _information(record, paragraph, at)
    elif not item.withdrawn:
        yield Requirement(
            number,
            at.quorate,
            "KL 6:27",
            f"nämnden är inte beslutsför. {len(at.serving)} tjänstgör, det behövs {at.quorum}.",
            "attendance",
        )
    for one in record.non_participations:
        if one.item_id == item.id:
            yield Requirement(
                number,
                not item.exercise_of_authority,
                "KL 4:26",
                f"{one.person.name} måste delta i beslutet: det är myndighetsutövning mot någon "
                "enskild.",
                "attendance",
            )


def _information(
    record: MinutesRecord, paragraph: Paragraph, at: ParagraphServing
) -> Iterator[Requirement]:
    """Without a quorum information may be given, but nothing decided, nor noted (F 16)."""
    if at.quorate:
        return
    name = record.dossier.committee.name
    decides = any(point.lstrip().startswith(name) for point in paragraph.points)
    message = "nämnden är inte beslutsför. Skriv att informationen lämnas, inte vad nämnden gör."
    yield Requirement(paragraph.number, not decides, "KL 6:27", message, "points")
    note = "Nämnden är inte beslutsför i paragrafen; informationen lämnas utan beslut."
    yield Requirement(paragraph.number, False, "", note, "attendance")


def _procedure(
    record: MinutesRecord, paragraph: Paragraph, item: AgendaItem
) -> Iterator[Requirement]:
    moved = record.moved_in(item.id)
    proposals = contestants(item, record.handling(item.id), moved)
    several = len(proposals) > 1 or procedural(moved)
    if several or record.votes_in(item.id):
        yield Requirement(
            paragraph.number,
            bool(paragraph.procedure.strip()),
            "KL 5:67",
            "ordningen för proposition saknas. Skriv beslutsgången.",
            "procedure",
        )
    if several and paragraph.outcome != "noted":
        yield Requirement(
            paragraph.number,
            bool(record.handling(item.id).winner) or paragraph.outcome == "as_proposed",
            "",
            "Ange vilket förslag nämnden beslutar enligt.",
            "winner",
        )
    for one in additions(moved):
        yield Requirement(
            paragraph.number,
            one.accepted is not None or paragraph.outcome in ("tabled", "referred_back"),
            "KL 5:67",
            "det saknas hur tilläggsyrkandet avgjordes.",
            "motions",
        )


def _votes(
    record: MinutesRecord, paragraph: Paragraph, item: AgendaItem, at: ParagraphServing
) -> Iterator[Requirement]:
    votes = record.votes_in(item.id)
    leads = at.presiding.person
    for vote in votes:
        faults = list(
            vote_faults(
                vote,
                at.serving_ids,
                leads.id if leads else None,
                item.election,
                item.exercise_of_authority,
            )
        )
        yield from _each(paragraph.number, faults, "KL 5:67", "omröstningen.", "vote")
    for vote in votes:
        if vote.elected:
            yield Requirement(
                paragraph.number,
                any(vote.elected in point for point in paragraph.points),
                "KL 5:67",
                f"beslutet följer inte omröstningens resultat: {vote.elected} är vald.",
                "points",
            )
    winner = record.handling(item.id).winner
    final = [vote for vote in votes if vote.kind == "main" and vote.winner]
    if final and winner:
        yield Requirement(
            paragraph.number,
            final[-1].winner == winner,
            "KL 5:67",
            "beslutet följer inte omröstningens resultat.",
            "winner",
        )


def _statements(
    record: MinutesRecord, number: int, item: AgendaItem, at: ParagraphServing
) -> Iterator[Requirement]:
    out = {one.person.id for one in record.non_participations if one.item_id == item.id}
    may_note = record.dossier.committee.settings.substitutes_may_note
    inside = {one.person.id for one in at.inside}
    for statement in record.statements_in(item.id):
        faults = list(statement_faults(statement, at.serving_ids, out, True, may_note, inside))
        yield from _each(number, faults, "KL 4:27", "reservation.", "reservations")


def _each(
    number: int, faults: list[str], usual: str, what: str, field: str
) -> Iterator[Requirement]:
    """One requirement for each fault, by the law it names; a single met one without faults."""
    if not faults:
        yield Requirement(number, True, usual, what, field)
    for fault in faults:
        yield Requirement(number, False, *law_and_message(fault, usual), field)
