"""What must be so before a meeting takes its next step (D3), in Swedish."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from nämndtui.model.agenda.meeting import MeetingState
from nämndtui.model.agenda.meeting_states import check_step
from nämndtui.model.minutes.completeness import missing_by_law, unhandled_titles
from nämndtui.model.minutes.part_states import check_final
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.errors import RefusedError


def check_meeting_step(record: MinutesRecord, wanted: MeetingState, today: dt.date) -> None:
    """Raise RefusedError unless the meeting may go to ``wanted`` now; the message says why not."""
    check_step(record.dossier.meeting.state, wanted)
    found = list(_obstacles(record, wanted))
    if found:
        raise RefusedError(" ".join(found))
    if wanted == "final":
        for part in record.dossier.minutes_parts:
            if part.paragraph_numbers:
                check_final(part, record.log(part.id), today)


def _obstacles(record: MinutesRecord, wanted: MeetingState) -> Iterator[str]:
    if wanted == "summoned" and record.dossier.meeting.state == "in_session" and record.numbers:
        yield "Sammanträdet har paragrafer och kan inte gå tillbaka till kallat. Ta tillbaka dem."
    if wanted == "closed":
        yield from _closing(record)
    if wanted in ("adjusted", "posted"):
        left = [
            part
            for part in record.dossier.minutes_parts
            if part.paragraph_numbers
            and (part.adjusted_on if wanted == "adjusted" else part.posted_on) is None
        ]
        if left:
            word = "justerade" if wanted == "adjusted" else "anslagna"
            yield f"Alla delar av protokollet är inte {word}."


def _closing(record: MinutesRecord) -> Iterator[str]:
    left = unhandled_titles(record)
    if left:
        yield (
            "Sammanträdet kan inte avslutas förrän alla punkter är behandlade eller utgår. "
            f"Kvar: {'; '.join(left[:5])}{' …' if len(left) > 5 else ''}"
        )
    missing = missing_by_law(record)
    if missing:
        yield (
            "Sammanträdet kan inte avslutas. Detta saknas enligt lag: "
            f"{'; '.join(missing[:5])}{' …' if len(missing) > 5 else ''}"
        )
