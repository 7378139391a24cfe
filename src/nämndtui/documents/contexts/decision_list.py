"""Everything the beslutslista says: what a meeting decided, a row for each § (A13, G4)."""

from __future__ import annotations

import re
from dataclasses import replace

from nämndtui.documents.contexts.committee import (
    Context,
    committee_context,
    document_context,
    meeting_context,
)
from nämndtui.documents.contexts.paragraph import decision_points
from nämndtui.documents.contexts.printed_part import part_with
from nämndtui.documents.word.markdown_parse import parse_markdown
from nämndtui.model.agenda.agenda_item import AgendaItem, Recipient
from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.people.committee import Committee
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.masking import without_marks
from nämndtui.model.text.number_words import plural
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.wording.recipients import decision_recipients

DECISION_LIST = "Beslutslista"
_LONGEST_DECISION = 160
_WITHDRAWN = "Utgår"
_WORDING = re.compile(r"(?<=\]\])\(\(.*?\)\)", re.DOTALL)
_POSTPONED = {"tabled": "Bordläggs", "referred_back": "Återremitteras"}


def decision_list_context(dossier: MeetingDossier) -> Context:
    """The context of ``beslutslista.docx``: every § in the order handled.

    What was withdrawn without a § stands after the § of the item before it on the agenda. The
    list is marked as a draft until every § is adjusted, at once or with the meeting's minutes.
    """
    committee, day = dossier.committee, dossier.meeting.date
    numbers = format_paragraphs(one.number for one in dossier.paragraphs)
    title = f"{DECISION_LIST} {committee.name} {iso(day)} {numbers}".strip()
    return {
        "nämnd": committee_context(committee),
        "dokument": document_context(DECISION_LIST, title, day, _marking(dossier)),
        "sammanträde": meeting_context(committee, dossier.meeting, dossier.sittings),
        "paragrafer_text": numbers,
        "rader": _rows(dossier),
    }


def listed_only(dossier: MeetingDossier) -> MeetingDossier:
    """The dossier with nothing but what the list prints of it, marks for masking and all.

    What is masked here is what the list's public form leaves out.
    """
    items: dict[int, AgendaItem] = {}
    paragraphs = []
    for one in dossier.paragraphs:
        item = dossier.item(one.item_id)
        sent_to = _sent_to(dossier, one, item)
        items[item.id] = replace(_title_only(item), recipients=sent_to)
        points = decision_points(one, item, dossier.committee)
        settled = item.withdrawn or one.outcome in _POSTPONED
        listed = () if settled or not points else (_listed_of(points[0]),)
        paragraphs.append(Paragraph(one.id, one.item_id, one.year, one.number, one.outcome, listed))
    withdrawn = {one.id: _title_only(one) for one in dossier.items if one.withdrawn}
    shown = withdrawn | items
    return replace(
        dossier,
        meeting=replace(
            dossier.meeting,
            place="",
            remark="",
            group_meetings=(),
            absence_contact="",
            cancelled_reason="",
        ),
        items=tuple(shown[one.id] for one in dossier.items if one.id in shown),
        paragraphs=tuple(paragraphs),
        attendances=(),
        minutes_parts=(),
        mandates=(),
        corrections=(),
    )


def decision_line(paragraph: Paragraph, item: AgendaItem, committee: Committee) -> str:
    """What was decided, on one line without Markdown; how it went when that is all there is.

    Of several points the first stands there, with how many more there are.
    """
    if item.withdrawn:
        return _WITHDRAWN
    if paragraph.outcome in _POSTPONED:
        return _POSTPONED[paragraph.outcome]
    points = decision_points(paragraph, item, committee)
    if not points:
        return swedish("outcome", paragraph.outcome).capitalize()
    told = _shortened(_first_text(points[0]))
    more = len(points) - 1
    if not more:
        return told
    kept_together = f"(+ {plural(more, 'punkt', 'punkter')} till)".replace(" ", "\u00a0")
    return f"{told} {kept_together}"


def _rows(dossier: MeetingDossier) -> list[Context]:
    after: dict[int, list[AgendaItem]] = {}
    numbers = {one.item_id: one.number for one in dossier.paragraphs}
    before = 0
    for item in dossier.items:
        if item.id in numbers:
            before = numbers[item.id]
        elif item.withdrawn:
            after.setdefault(before, []).append(item)
    rows = [_row("", item, _WITHDRAWN) for item in after.get(0, ())]
    for one in dossier.paragraphs:
        rows.append(_decided(dossier, one))
        rows += [_row("", item, _WITHDRAWN) for item in after.get(one.number, ())]
    return rows


def _decided(dossier: MeetingDossier, paragraph: Paragraph) -> Context:
    item, committee = dossier.item(paragraph.item_id), dossier.committee
    return _row(
        format_paragraphs([paragraph.number]),
        item,
        decision_line(paragraph, item, committee),
        [clean_line(one.text) for one in _sent_to(dossier, paragraph, item)],
    )


def _sent_to(
    dossier: MeetingDossier, paragraph: Paragraph, item: AgendaItem
) -> tuple[Recipient, ...]:
    administration = dossier.committee.settings.administration
    return decision_recipients(paragraph.outcome, item.recipients, administration)


def _title_only(item: AgendaItem) -> AgendaItem:
    return AgendaItem(
        item.id,
        item.committee_id,
        item.meeting_id,
        item.position,
        item.number,
        item.kind,
        item.title,
        item.state,
        cases=item.cases,
        publish=item.publish,
    )


def _listed_of(point: str) -> str:
    """What the list has room for of a point, with its marks; all of it when that is not clear."""
    # With its public wording, a mark is a link to Markdown.
    marked, own = _first_text(_WORDING.sub("", point)), _first_text(without_marks(point))
    if without_marks(marked) != own:
        return point
    room = len(_shortened(own).removesuffix(" …"))
    ends = range(len(marked), -1, -1)
    return next(marked[:end] for end in ends if len(without_marks(marked[:end])) <= room)


def _row(mark: str, item: AgendaItem, decision: str, sent_to: list[str] | None = None) -> Context:
    return {
        "beteckning": mark,
        "rubrik": clean_line(item.title_with_dnr),
        "beslut": decision,
        "expedieras_till": sent_to or [],
    }


def _marking(dossier: MeetingDossier) -> str:
    """What one of the parts must say: a draft's marking says more than an adjusted part's."""
    parts = [part_with(dossier, one.number) for one in dossier.paragraphs]
    return max((one.marking for one in parts), key=len, default="")


def _first_text(point: str) -> str:
    """The words of the first paragraph, heading or cell of a Markdown text."""
    for token in parse_markdown(point):
        if token.type == "inline":
            breaks = ("softbreak", "hardbreak")
            words = (" " if one.type in breaks else one.content for one in token.children or ())
            return clean_line("".join(words))
    return ""


def _shortened(text: str) -> str:
    """``text``, cut after a whole word when it is long."""
    if len(text) <= _LONGEST_DECISION:
        return text
    kept, blank, _ = text[: _LONGEST_DECISION + 1].rpartition(" ")
    return f"{kept.rstrip(' ,;:–-')} …" if blank else f"{text[:_LONGEST_DECISION]} …"
