"""Draws what was sent before a meeting, for packages that are written and read again."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import strategies as st

from nämndtui.model.agenda import agenda_item as ai
from nämndtui.model.agenda.sending import (
    SENDING_KINDS,
    SENT_KINDS,
    ListedAttachment,
    Sending,
    SentContent,
    SentDocument,
    SentFile,
    SentKind,
    SentMemo,
    SentPage,
)
from tests.exchange.made_text import Draw, days, flags, lines, maybe, memos, names, texts, tuples


class SendingMaker:
    """Collects the bytes of sent files in ``files``, by SHA-256."""

    def __init__(self, draw: Draw, files: dict[str, bytes]) -> None:
        self.draw = draw
        self.files = files

    def sending(self, sending_id: int, items: tuple[ai.AgendaItem, ...]) -> Sending:
        """Any documents of ``items``, in any order."""
        identities = st.tuples(st.sampled_from(items), st.sampled_from(SENT_KINDS))
        return Sending(
            sending_id,
            self.draw(st.sampled_from(SENDING_KINDS)),
            self.draw(days),
            tuple(
                self.document(item, kind)
                for item, kind in self.draw(
                    st.lists(identities, max_size=3, unique_by=lambda one: (one[0].id, one[1]))
                )
            ),
        )

    def document(self, item: ai.AgendaItem, kind: SentKind) -> SentDocument:
        contents = {"item_page": self.page, "memo": self.sent_memo, "attachment": self.sent_file}
        return SentDocument(
            item.id,
            kind,
            self.draw(st.sampled_from(["1", "2:1"])) if kind == "attachment" else "",
            self.draw(st.just(item.title) | names),
            contents[kind](),
            self.draw(maybe(st.integers(1, 99))),
            self.draw(st.just(item.title) | names),
            self.draw(st.integers(1, 4)),
            self.draw(flags),
            self.draw(flags),
        )

    def page(self) -> SentContent:
        listed = st.builds(
            ListedAttachment, st.sampled_from(["1", "2:1"]), names, maybe(days), lines
        )
        return SentPage(
            self.draw(tuples(names)),
            self.draw(tuples(texts)),
            self.draw(tuples(texts)),
            self.draw(texts),
            self.draw(tuples(st.builds(ai.Presenter, names, lines, lines))),
            self.draw(tuples(st.builds(ai.Recipient, names, lines))),
            self.draw(texts),
            self.draw(st.sampled_from(ai.ITEM_KINDS)),
            self.draw(st.sampled_from(ai.LATE_KINDS)),
            self.draw(tuples(listed)),
        )

    def sent_memo(self) -> SentContent:
        memo = self.draw(memos)
        return SentMemo(
            self.draw(tuples(names)),
            memo.date,
            memo.references,
            memo.addressee,
            self.draw(tuples(texts)),
            self.draw(texts),
            memo.body,
            memo.signatures,
            self.draw(tuples(st.builds(ai.Recipient, names, lines))),
        )

    def sent_file(self) -> SentContent:
        content = self.draw(st.binary(max_size=8))
        digest = sha256(content).hexdigest()
        self.files[digest] = content
        return SentFile(digest, self.draw(lines), self.draw(maybe(days)), self.draw(lines))
