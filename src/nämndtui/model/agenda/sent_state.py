"""What the committee has been sent so far, read out of the sendings in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from nämndtui.model.agenda.sending import DocumentKey, Sending, SentDocument


@dataclass(frozen=True)
class Sent:
    """The latest version of a document, and the day it first went out.

    ``current`` is False for what only a recalled kallelse held.
    """

    document: SentDocument
    day: dt.date
    current: bool = True

    @property
    def held(self) -> bool:
        """True when the committee has the document: sent, and not taken back since."""
        return self.current and not self.document.removed

    def has(self, document: SentDocument) -> bool:
        """True when this very version has gone out and still holds."""
        return self.held and self.document.version == document.version


SentState = Mapping[DocumentKey, Sent]


def sent_state(sendings: Iterable[Sending]) -> SentState:
    """The latest version of each document ever sent; a new kallelse starts over."""
    state: dict[DocumentKey, Sent] = {}
    for sending in sendings:
        if sending.kind == "summons":
            state = {key: replace(sent, current=False) for key, sent in state.items()}
        for document in sending.documents:
            before = state.get(document.identity)
            again = before is not None and before.has(document)
            day = before.day if before is not None and again else sending.sent_on
            state[document.identity] = Sent(document, day)
    return state


def summons_known(sendings: Sequence[Sending]) -> bool:
    """True when what the kallelse said is recorded.

    It is not for a meeting summoned before the program recorded it, or taken in without it.
    """
    return any(sending.kind == "summons" for sending in sendings)


def numbered(document: SentDocument, state: SentState) -> SentDocument:
    """The document with its version: as before when it says the same, else one more."""
    before = state.get(document.identity)
    if before is None:
        return replace(document, version=1)
    step = 0 if document.says_the_same(before.document) else 1
    return replace(document, version=before.document.version + step)
