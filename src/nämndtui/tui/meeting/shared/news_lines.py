"""What is new since the kallelse, as lines to show above a document to be written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from nämndtui.model.agenda.meeting_states import SUPPLEMENT
from nämndtui.model.agenda.sent_state import summons_known
from nämndtui.model.summons.supplement import DocumentChange
from nämndtui.model.summons.supplement_wording import UNKNOWN_SUMMONS, brief_words
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.meeting.shared.meeting_view import MeetingView


def news_lines(unsent: Sequence[DocumentChange]) -> Iterator[Content]:
    """What is new under each item's number and title."""
    shown: set[int] = set()
    for change in unsent:
        document = change.document
        if change.item_id not in shown:
            number = f"{document.item_number} " if document.item_number else ""
            yield plain(one_line(f"{number}{document.item_title}"), "bold")
        shown.add(change.item_id)
        yield plain(f"  {one_line(brief_words(change))}")


def unknown_summons(view: MeetingView) -> Iterator[Content]:
    """A word of warning where it is not known what the kallelse said."""
    if view.state in SUPPLEMENT and not summons_known(view.dossier.sendings):
        yield plain(f"? {UNKNOWN_SUMMONS}")
