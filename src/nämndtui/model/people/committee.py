"""The committee (nämnd) and its settings: everything that is local practice, not law."""

from __future__ import annotations

from dataclasses import dataclass, field

from nämndtui.model.text.errors import InvalidInputError


@dataclass(frozen=True)
class CommitteeSettings:
    """Local practice of one committee; every value has a default that a new committee starts with.

    The Swedish name, help text and allowed values of each setting stand in ``vocabulary.py``.
    """

    dnr_prefix: str = ""
    dnr_pattern: str = "{prefix}/{year}:{serial}"
    seats: int = 13
    adjusters: int = 1
    summons_lead: int = 7
    summons_lead_kind: str = "calendar"
    memo_stop_days: int = 14
    opening_items: str = "unnumbered"
    elapsed_rule: str = "completed"
    time_format: str = "kl. 18.30"
    start_time: str = "18:30"
    place: str = ""
    paragraph_for_empty_items: bool = False
    paragraph_for_withdrawn: bool = False
    storage_place: str = ""
    appeal_court: str = ""
    absence_contact: str = ""
    administration: str = ""
    secretary: str = ""
    secretary_title: str = "Nämndsekreterare"
    memo_signer: str = ""
    memo_signer_title: str = "Förvaltningschef"
    party_order: tuple[str, ...] = ()
    memo_section_order: tuple[str, ...] = ("attachments", "signatures", "recipients")
    template_folder: str = ""
    leavers_may_return: bool = False
    substitutes_may_note: bool = False
    stock_phrases: str = ""
    dispatch_days: int = 5
    ivo_windows: str = "1/4–30/4, 1/7–31/8, 1/10–31/10, 1/1–31/1"
    public_cell_limit: int = 5
    support_key_patterns: str = ""


@dataclass(frozen=True)
class Committee:
    """A specialist committee. ``code`` is short and unique in the database, e.g. ``ON``."""

    id: int
    code: str
    name: str
    municipality: str
    settings: CommitteeSettings = field(default_factory=CommitteeSettings)
    version: int = 1


def checked_code(code: str) -> str:
    """A committee's short code without blanks around it; it begins the diary numbers.

    Raises InvalidInputError (field ``code``) when it holds anything but letters and digits.
    """
    code = code.strip()
    if not code.isalnum():
        raise InvalidInputError(
            f"”{code}” går inte som förkortning. "
            "Skriv bara bokstäver och siffror, till exempel ON.",
            "code",
        )
    return code
