"""What is new since the kallelse, in Swedish: on paper, in the readiness list, in refusals."""

from __future__ import annotations

from nämndtui.model.agenda.attachment_number import label, parse_attachment_number
from nämndtui.model.agenda.sending import Sending, SentDocument
from nämndtui.model.agenda.sent_state import summons_known
from nämndtui.model.calendar.swedish_dates import long_date
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.supplement import ChangeKind, DocumentChange

UNKNOWN_SUMMONS = (
    "Programmet vet inte vad kallelsen innehöll. Bara punkter som har lagts till efter den räknas "
    "som nya."
)
"""Said where the kallelse was marked as sent before the program recorded what it held."""

_ITEMS: dict[ChangeKind, str] = {
    "new_item": "Ny punkt",
    "restored_item": "Utgår inte längre",
    "withdrawn_item": "Utgår",
}
_DOCUMENTS: dict[ChangeKind, str] = {
    "new_document": "Ny",
    "changed_document": "Ändrad",
    "removed_document": "Utgått",
}


def document_words(document: SentDocument) -> str:
    """What a reader calls the document: ``Tjänsteskrivelsen``, ``Bilaga 2: Karta``."""
    if document.kind == "memo":
        return "Tjänsteskrivelsen"
    if document.kind == "item_page":
        numbered = document.item_number is not None
        return "Ordförandeförslaget" if numbered else "Raden på föredragningslistan"
    number = parse_attachment_number(document.key)
    colon = ":" if number.sub is None else ""
    return f"{label(number, single=False)}{colon} {document.title}"


def change_words(change: DocumentChange) -> str:
    """One thing that is new, as the supplement lists it under its item."""
    replaced = replaced_words(change)
    return f"{_named(change)}, {replaced}" if replaced else _named(change)


def brief_words(change: DocumentChange) -> str:
    """The same on screen: ``Ändrad handling: Tjänsteskrivelsen, version 2``."""
    version = f", version {change.document.version}" if change.replaces else ""
    return f"{_named(change)}{version}"


def _named(change: DocumentChange) -> str:
    if change.kind in _ITEMS:
        return _ITEMS[change.kind]
    return f"{_DOCUMENTS[change.kind]} handling: {document_words(change.document)}"


def replaced_words(change: DocumentChange) -> str:
    """``version 2, ersätter den som skickades den 28 november 2026``; empty for what is new."""
    if change.replaces is None:
        return ""
    day = long_date(change.replaces)
    return f"version {change.document.version}, ersätter den som skickades {day}"


def unsent_words(change: DocumentChange) -> str:
    """One thing not yet sent, as the readiness list tells it."""
    if change.kind in _ITEMS:
        return f"{_ITEMS[change.kind]} sedan kallelsen. Skicka tillägg."
    what = document_words(change.document)
    return f"{_DOCUMENTS[change.kind]} sedan kallelsen: {what}. Skicka tillägg."


def since_words(dossier: MeetingDossier, sent: tuple[Sending, ...]) -> str:
    """``kallelsen den 1 december 2026``: the last thing that went out before something is new."""
    day = sent[-1].sent_on if sent else dossier.meeting.summons_date
    supplement = bool(sent) and sent[-1].kind == "supplement"
    word = "tilläggskallelsen" if supplement else "kallelsen"
    return f"{word} {long_date(day)}" if day else word


def nothing_new(dossier: MeetingDossier) -> str:
    """Why there is no supplement to write or to send."""
    said = f"Inget är nytt sedan {since_words(dossier, dossier.sendings)}."
    return said if not needs_warning(dossier) else f"{said} {UNKNOWN_SUMMONS}"


def needs_warning(dossier: MeetingDossier) -> bool:
    """True when ``UNKNOWN_SUMMONS`` is to be said."""
    return not summons_known(dossier.sendings)
