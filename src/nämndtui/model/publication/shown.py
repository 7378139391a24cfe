"""What a document of a kind shows of secret §§ and masked text: decided here, for all of them."""

from __future__ import annotations

from dataclasses import replace

from nämndtui.model.publication.document_kinds import DOCUMENT_KINDS, DocumentKind
from nämndtui.model.publication.public_version import (
    full_dossier,
    own_dossier,
    own_record,
    public_dossier,
)
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.number_words import join_swedish


def shown_dossier(
    kind: DocumentKind, dossier: MeetingDossier, public: bool = False
) -> MeetingDossier:
    """The dossier with what a document of ``kind`` may show (D2.24, F 27, B9–B10).

    What is always public is masked whether ``public`` is asked for or not, and not marked as a
    version, as it has no other. Raises InvalidInputError when there is no public form to ask for.
    """
    if kind.public == "always":
        return replace(public_dossier(dossier)[0], public=False)
    if public:
        check_public_form(kind)
        return public_dossier(dossier)[0]
    return full_dossier(dossier) if kind.in_full else own_dossier(dossier)


def shown_record(kind: DocumentKind, record: MinutesRecord, public: bool = False) -> MinutesRecord:
    """The record with what a list of who was there or how they voted may show.

    Raises InvalidInputError for what is to be public: no such list is.
    """
    if public or kind.public != "never":
        raise InvalidInputError(f"{kind.title} skrivs inte i en offentlig version.", "public")
    return own_record(record)


def check_public_form(kind: DocumentKind) -> None:
    """Raise InvalidInputError for a kind there is no public form of to ask for."""
    if kind.public != "form":
        having = [one.name for one in DOCUMENT_KINDS.values() if one.public == "form"]
        raise InvalidInputError(
            f"{kind.title} skrivs inte i en offentlig version. Det gör {join_swedish(having)}.",
            "public",
        )
