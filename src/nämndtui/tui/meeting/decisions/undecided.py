"""What stands in place of a § that has not come yet: what decides the item, or why none can."""

from __future__ import annotations

from textual.content import Content

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.tui.kit.safe_text import joined, plain
from nämndtui.tui.meeting.shared.meeting_view import MeetingView

_UNDECIDED = (
    "Inte behandlad än.\n\n"
    "B  beslut enligt förslaget\n"
    "E  eget beslut        A  avslag\n"
    "L  bordläggning       T  återremiss\n"
    "O  noterat            U  utgår\n\n"
    "Y  yrkande            P  proposition\n"
    "V  votering           J  jäv"
)
_WITHDRAWN = "Punkten utgår. U tar tillbaka den."
_OPENING = "Inledande punkt; den behöver ingen paragraf. O noterar den om ni vill ha en."
_POSTPONED = (
    "Uppskjuten till nästa sammanträde utan beslut: nämnden var inte beslutsför (KL 6:27).\n"
    "Ctrl+Z ångrar; blir nämnden beslutsför igen går det att besluta i punkten."
)
_POSTPONE = "D  skjuter upp punkten till nästa sammanträde, utan paragraf"
_INFORM = "O  ger en paragraf som säger att informationen lämnas utan beslut"


def undecided_words(view: MeetingView, item: AgendaItem) -> Content:
    """What can be done with the item now."""
    if item.withdrawn:
        return plain(_WITHDRAWN)
    if item.kind in ("opening", "heading"):
        return plain(_OPENING)
    if item.state == "tabled":
        return plain(_POSTPONED)
    at = view.serving_at(item.id)
    if not view.called or at.quorate:
        return plain(_UNDECIDED)
    told = f"▲ Nämnden är inte beslutsför: {len(at.serving)} tjänstgör, det behövs {at.quorum}"
    ways = [_POSTPONE] if item.kind == "decision" else [_INFORM, _POSTPONE]
    lines = "\n".join(("", "", *ways))
    return joined(plain(f"{told} (KL 6:27).", "$text-warning"), plain(lines))
