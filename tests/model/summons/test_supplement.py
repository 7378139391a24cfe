"""What is new since the kallelse: versions, order, and that nothing is told twice (F 2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.agenda.agenda_item import AgendaItem, Attachment, StaffMemo, StoredFile
from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.agenda.meeting import Meeting, MeetingState
from nämndtui.model.agenda.sending import Sending, SentPage
from nämndtui.model.people.committee import Committee
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.supplement import (
    changes_since,
    coming_supplement,
    summons_documents,
    unsent_changes,
)
from nämndtui.model.summons.supplement_document import supplement_document
from nämndtui.model.summons.supplement_wording import UNKNOWN_SUMMONS, change_words
from nämndtui.model.text.errors import RefusedError

SENT = date(2026, 11, 28)
MEETING = Meeting(1, 1, date(2026, 12, 8), time(18, 30), "Lilla salen", state="summoned")
COMMITTEE = Committee(1, "ON", "Omsorgsnämnden", "Norrviks kommun")
MEMO = StaffMemo(date(2026, 11, 20), ("Eva Berg",), body="## Ärendet\n\nText.")


def attachment(number: str, title: str = "Karta", sha: str = "a") -> Attachment:
    main, _, sub = number.partition(":")
    file = StoredFile(sha * 64, "karta.pdf", "application/pdf", 1) if sha else None
    given = AttachmentNumber(int(main), int(sub) if sub else None)
    return Attachment(0, given, title, file=file)


def item(item_id: int = 1, **values: Any) -> AgendaItem:
    base = AgendaItem(item_id, 1, 1, item_id, item_id, "decision", f"Ärende {item_id}")
    start = {"staff_proposal": ("Nämnden antar.",), "memo": MEMO, "state": "listed"}
    return replace(base, **{**start, **values})


def dossier(*items: AgendaItem, sent: Sequence[Sending] = ()) -> MeetingDossier:
    return MeetingDossier(COMMITTEE, MEETING, items, sendings=tuple(sent))


def summons(*items: AgendaItem, day: date = SENT, sent: Sequence[Sending] = ()) -> Sending:
    return Sending(0, "summons", day, summons_documents(dossier(*items), sent))


def told(before: AgendaItem, after: AgendaItem) -> list[str]:
    changes = changes_since(dossier(after), (summons(before),))
    return [change_words(change).replace("\u00a0", " ") for change in changes]


# -- the table -------------------------------------------------------------------------------------


def test_the_kallelse_is_version_one_of_everything() -> None:
    sent = summons(item(attachments=(attachment("1"), attachment("2", sha=""))), item(2, memo=None))
    assert [(one.item_id, one.kind, one.key, one.version) for one in sent.documents] == [
        (1, "item_page", "", 1),
        (1, "memo", "", 1),
        (1, "attachment", "1", 1),
        (2, "item_page", "", 1),
    ]


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (item(), []),
        (item(state="withdrawn"), ["Utgår"]),
        (
            item(memo=replace(MEMO, body="Ny text.")),
            [
                "Ändrad handling: Tjänsteskrivelsen, version 2, ersätter den som skickades den "
                "28 november 2026"
            ],
        ),
        (item(memo=None), ["Utgått handling: Tjänsteskrivelsen"]),
        (item(attachments=(attachment("2:1"),)), ["Ny handling: Bilaga 2:1 Karta"]),
        (item(attachments=(attachment("1", sha=""),)), []),
        (
            item(chair_proposal=("Nämnden avslår.",)),
            [
                "Ändrad handling: Ordförandeförslaget, version 2, ersätter den som skickades den "
                "28 november 2026"
            ],
        ),
    ],
    ids=["inget", "utgår", "skrivelse", "utan", "bilaga", "utan-fil", "ordförande"],
)
def test_what_is_new_in_an_item(after: AgendaItem, words: list[str]) -> None:
    assert told(item(), after) == words


def test_an_attachment_is_new_when_its_file_comes_changed_with_another_and_gone_without() -> None:
    listed, first = attachment("1", sha=""), attachment("1")
    other = attachment("1", sha="b")
    assert told(item(attachments=(listed,)), item(attachments=(first,))) == [
        "Ny handling: Bilaga 1: Karta"
    ]
    (changed,) = told(item(attachments=(first,)), item(attachments=(other,)))
    assert changed.startswith("Ändrad handling: Bilaga 1: Karta, version 2")
    assert told(item(attachments=(first,)), item()) == ["Utgått handling: Bilaga 1: Karta"]


def test_a_proposal_of_the_staff_is_printed_on_the_page_and_in_the_memo() -> None:
    kinds = [
        change.document.kind
        for change in changes_since(dossier(item(staff_proposal=("Annat.",))), (summons(item()),))
    ]
    assert kinds == ["item_page", "memo"]


def test_a_new_item_comes_with_its_documents() -> None:
    late = item(2, late="supplement", attachments=(attachment("1"),))
    changes = changes_since(dossier(item(), late), (summons(item()),))
    assert [change_words(change) for change in changes] == [
        "Ny punkt",
        "Ny handling: Tjänsteskrivelsen",
        "Ny handling: Bilaga 1: Karta",
    ]


def test_an_item_that_was_withdrawn_and_is_taken_up_again() -> None:
    first = summons(item())
    gone = coming_supplement(dossier(item(state="withdrawn"), sent=[first]), SENT)
    changes = changes_since(dossier(item()), (first, gone))
    assert [change_words(change) for change in changes] == ["Utgår inte längre"]


def test_what_was_raised_at_the_meeting_and_headings_are_no_supplement() -> None:
    raised = item(2, late="at_meeting")
    heading = item(3, kind="heading", number=None, late="supplement")
    assert changes_since(dossier(item(), raised, heading), (summons(item()),)) == ()


def test_an_opening_item_is_compared_by_its_row_on_the_front() -> None:
    opening = item(kind="opening", number=None, memo=None, staff_proposal=(), remark="Tisdag.")
    (words,) = told(opening, replace(opening, remark="Onsdag."))
    assert words.startswith("Ändrad handling: Raden på föredragningslistan, version 2")


def test_a_remark_on_the_front_makes_no_other_page_but_comes_with_a_new_item() -> None:
    assert told(item(remark="Kl. 18.30."), item(remark="Kl. 19.00.")) == []
    late = item(2, late="supplement", remark="Kl. 19.00.")
    document = supplement_document(dossier(item(), late, sent=[summons(item())]), SENT)
    assert [one.item.remark for one in document.items] == ["Kl. 19.00."]


def test_a_number_keeps_its_version_when_a_recalled_kallelse_goes_out_again() -> None:
    first = summons(item(), item(2))
    changed = item(2, memo=replace(MEMO, body="Ny text."))
    again = summons(item(), changed, day=date(2026, 12, 1), sent=(first,))
    assert [one.version for one in again.documents] == [1, 1, 1, 2]
    (change,) = changes_since(dossier(item(memo=None), changed), (first, again))
    assert change.kind == "removed_document"
    (change,) = changes_since(
        dossier(item(summary="Mer.", chair_summary="Mer.", memo=replace(MEMO, body="X")), changed),
        (first, again),
    )[1:]
    assert change.replaces == date(2026, 12, 1)


def test_masked_text_is_compared_as_the_committees_own_paper_prints_it() -> None:
    plain = item(summary="Kim Kimsson bor där.")
    marked = replace(plain, summary="[[Kim Kimsson]] bor där.", publish="masked")
    assert told(plain, marked) == []
    page = summons(marked).documents[0].content
    assert isinstance(page, SentPage) and page.summary == "Kim Kimsson bor där."


def test_without_a_recorded_kallelse_only_items_added_since_are_new() -> None:
    early, late = item(memo=replace(MEMO, body="X")), item(2, late="supplement")
    found = dossier(early, late)
    assert [change.item_id for change in unsent_changes(found)] == [2, 2]
    sent = (coming_supplement(found, SENT),)
    assert unsent_changes(replace(found, sendings=sent)) == ()
    with pytest.raises(RefusedError, match=UNKNOWN_SUMMONS[:40]):
        supplement_document(dossier(early), SENT)


@pytest.mark.parametrize("state", ["planned", "preparing", "in_session", "adjusted", "cancelled"])
def test_a_supplement_is_needed_only_between_the_kallelse_and_the_meeting(
    state: MeetingState,
) -> None:
    meeting = replace(MEETING, state=state)
    found = replace(dossier(item(summary="Mer."), sent=(summons(item()),)), meeting=meeting)
    assert unsent_changes(found) == ()
    with pytest.raises(RefusedError, match="inte skickad" if "p" in state[:1] else "Inget är nytt"):
        supplement_document(found, SENT)


# -- properties ------------------------------------------------------------------------------------

_words = st.sampled_from(["", "Ett", "Två", "Tre"])
_files = st.sampled_from(["", "a", "b"])
_attachments = st.dictionaries(st.sampled_from(["1", "2", "2:1"]), _files, max_size=3).map(
    lambda found: tuple(attachment(number, sha=sha) for number, sha in found.items())
)


@st.composite
def agendas(draw: Callable[[st.SearchStrategy[Any]], Any], size: int) -> tuple[AgendaItem, ...]:
    """The first ``size`` items in any state: texts from few words, so that they often agree."""
    return tuple(
        item(
            number,
            title=draw(st.sampled_from(["Budget", "Avgifter"])),
            state=draw(st.sampled_from(["listed", "listed", "withdrawn"])),
            summary=draw(_words),
            chair_summary=draw(st.none() | _words),
            staff_proposal=tuple(draw(st.lists(_words.filter(bool), max_size=2))),
            chair_proposal=draw(st.none() | st.just(("Nämnden avslår.",))),
            memo=draw(st.none() | st.builds(StaffMemo, body=_words)),
            attachments=draw(_attachments),
            late="no" if number <= 2 else "supplement",
        )
        for number in range(1, size + 1)
    )


@st.composite
def histories(draw: Callable[[st.SearchStrategy[Any]], Any]) -> MeetingDossier:
    """A kallelse and some supplements, each of the agenda as it stood, and the agenda as it is."""
    sent: tuple[Sending, ...] = (summons(*draw(agendas(2))),)
    sizes = sorted(draw(st.lists(st.integers(2, 4), min_size=1, max_size=4)))
    for day, size in enumerate(sizes[:-1], 1):
        stood = dossier(*draw(agendas(size)), sent=sent)
        supplement = coming_supplement(stood, SENT + timedelta(days=day))
        if supplement.documents:
            sent = (*sent, supplement)
    return dossier(*draw(agendas(sizes[-1])), sent=sent)


@given(agendas(3))
def test_nothing_changed_is_nothing_new(items: tuple[AgendaItem, ...]) -> None:
    assert changes_since(dossier(*items), (summons(*items),)) == ()


@given(histories())
def test_what_has_been_sent_is_not_new_any_more(found: MeetingDossier) -> None:
    supplement = coming_supplement(found, date(2026, 12, 7))
    assert bool(supplement.documents) == bool(unsent_changes(found))
    after = replace(found, sendings=(*found.sendings, supplement))
    assert unsent_changes(after) == ()


@given(histories())
def test_versions_grow_by_one_and_each_tells_what_it_replaces(found: MeetingDossier) -> None:
    sent = (*found.sendings, coming_supplement(found, date(2026, 12, 7)))
    seen: dict[object, list[int]] = defaultdict(list)
    for sending in sent:
        for document in sending.documents:
            seen[document.identity].append(document.version)
    for versions in seen.values():
        assert versions[0] == 1
        assert all(0 <= b - a <= 1 for a, b in pairwise(versions))
    for change in unsent_changes(found):
        replaced = change.kind == "changed_document"
        assert (change.replaces is not None) == replaced
        assert not replaced or change.document.version > 1


@given(histories())
def test_changes_stand_in_agenda_order(found: MeetingDossier) -> None:
    order = [one.id for one in found.items]
    places = [order.index(change.item_id) for change in unsent_changes(found)]
    assert places == sorted(places)
    for item_id in set(places):
        kinds = [c.document.kind for c in unsent_changes(found) if c.item_id == order[item_id]]
        assert kinds == sorted(kinds, key=["item_page", "memo", "attachment"].index)


@given(histories())
def test_the_paper_is_the_same_before_and_after_it_is_marked_as_sent(
    found: MeetingDossier,
) -> None:
    if not unsent_changes(found):
        return
    day = date(2026, 12, 7)
    before = supplement_document(found, day)
    sent = (*found.sendings, coming_supplement(found, day))
    assert supplement_document(replace(found, sendings=sent), date(2027, 1, 1)) == before
    later = tuple(replace(one, summary="Skrivet efteråt.") for one in found.items)
    held = replace(found, items=later, meeting=replace(MEETING, state="closed"), sendings=sent)
    assert supplement_document(held, date(2027, 1, 1)) == before


# -- expected times --------------------------------------------------------------------------------


def supplement_starts(*now: AgendaItem, sent: Sequence[Sending]) -> list[time | None]:
    document = supplement_document(dossier(*now, sent=sent), SENT)
    return [one.item.starts for one in document.items]


def test_a_supplement_has_its_items_begin_after_what_the_kallelse_had_before_them() -> None:
    first, second = item(duration=30), item(2, duration=15)
    new = item(3, late="supplement", duration=20)
    sent = (summons(first, second),)
    assert supplement_starts(first, second, new, sent=sent) == [time(19, 15)]


def test_a_sent_supplement_keeps_its_times_whatever_is_changed_since() -> None:
    first, second = item(duration=30), item(2, duration=15)
    changed = replace(second, summary="Ny text.")
    sent = (summons(first, second),)
    coming = coming_supplement(dossier(first, changed, sent=sent), SENT)
    shorter = replace(first, duration=5)
    assert supplement_starts(shorter, changed, sent=(*sent, coming)) == [time(19, 0)]


def test_without_a_recorded_kallelse_a_supplement_gives_no_times() -> None:
    new = item(2, late="supplement", duration=20)
    assert supplement_starts(item(duration=30), new, sent=()) == [None]
