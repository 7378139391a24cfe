"""The state machine of a minutes part (D3): each step guarded, each refusal explained."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from nämndtui.model.agenda.meeting import MeetingState, MinutesPart
from nämndtui.model.agenda.meeting_states import HELD
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.people.persons import Person
from nämndtui.model.record.part_log import PartLog, PartState, legal_force_on
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.number_words import number_word
from nämndtui.model.text.vocabulary import swedish

NEXT_PART_STATES: dict[PartState, tuple[PartState, ...]] = {
    "draft": ("sent_for_signing", "adjusted"),
    "sent_for_signing": ("returned", "adjusted"),
    "returned": ("sent_for_signing", "adjusted"),
    "adjusted": ("posted",),
    "posted": ("posted", "appeal_expired"),
    "appeal_expired": ("archived",),
    "archived": (),
}
"""Posted again (*posted* → *posted*) when a notice came down too early (F 30)."""


def check_part_step(current: PartState, wanted: PartState) -> None:
    """Raise RefusedError unless a part in ``current`` may go to ``wanted``."""
    if wanted in NEXT_PART_STATES[current]:
        return
    possible = ", ".join(swedish("part_state", state) for state in NEXT_PART_STATES[current])
    raise RefusedError(
        f"Protokollsdelens status är ”{swedish('part_state', current)}” och kan inte bli "
        f"”{swedish('part_state', wanted)}”. Möjligt nu: {possible or 'inget'}."
    )


def check_adjustable(
    part: MinutesPart,
    meeting_state: MeetingState,
    missing: Sequence[str],
    adjusters: tuple[int, int],
    unhandled: Sequence[str] = (),
) -> None:
    """Raise RefusedError unless a part may be adjusted (KL 5:69).

    ``adjusters`` is how many are elected beside who presides, and how many the committee's
    setting wants, as the council has decided. ``missing`` is what the law demands and has not
    got, in Swedish; ``unhandled`` the items that are neither decided nor withdrawn (D2.4). An
    immediate part may be adjusted while the meeting sits; the main part only when it is closed
    and every item is handled.
    """
    if not part.paragraph_numbers:
        raise RefusedError("Protokollsdelen har inga paragrafer att justera.")
    if not part.immediate and meeting_state not in HELD:
        raise RefusedError("Avsluta sammanträdet innan protokollet justeras.")
    if unhandled and not part.immediate:
        raise RefusedError(
            f"Protokollet kan inte justeras: {'; '.join(unhandled[:5])} är varken behandlad eller "
            "utgår. Låt punkten utgå i dagordningen (F5, U), och ta upp ärendet på nytt."
        )
    chosen, wanted = adjusters
    if chosen < wanted:
        raise RefusedError(
            "Välj justerare först: protokollet justeras som fullmäktige bestämt, av ordföranden "
            f"och {number_word(wanted, 'common')} till (inställningen antal justerare). "
            f"Valda: {chosen}."
        )
    if missing:
        raise RefusedError(
            f"Protokollet kan inte justeras. Detta saknas enligt lag: {'; '.join(missing[:5])}"
            f"{' …' if len(missing) > 5 else ''}"
        )


def check_signer(person: Person, part: MinutesPart, presiding: Collection[Person]) -> None:
    """Raise RefusedError unless ``person`` is to sign: who led the §§, or an elected adjuster."""
    if person.kind != "elected":
        raise RefusedError(
            f"{person.name} är {swedish('person_kind', person.kind)} och kan inte justera. "
            "Byt justerare (B) till en ledamot eller ersättare."
        )
    if person.id not in {one.id for one in (*part.adjusters, *presiding)}:
        raise RefusedError(
            f"{person.name} ska inte justera den här delen. Justerare byts bara genom beslut "
            "i nämnden eller enligt reglementet."
        )


def check_final(part: MinutesPart, log: PartLog, today: dt.date) -> None:
    """Raise RefusedError unless the part's appeal period is over on ``today`` (KL 13:5)."""
    legal = legal_force_on(part, log)
    if part.posted_on is None:
        raise RefusedError("Protokollet är inte anslaget ännu; överklagandetiden har inte börjat.")
    if legal is None:
        raise RefusedError(
            "Anslaget togs ned för tidigt. Överklagandetiden har inte löpt; anslå på nytt."
        )
    if today < legal:
        raise RefusedError(
            f"Besluten kan överklagas till och med {iso(legal - dt.timedelta(days=1))}. "
            f"De vinner laga kraft {iso(legal)}."
        )
