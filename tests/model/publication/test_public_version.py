"""What may be published of a meeting, and what its own papers show (D2.24, F 27)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.documents.samples.dossier import sample_dossier
from nämndtui.model.agenda.agenda_item import AgendaItem, Attachment, Presenter, Publish, Recipient
from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.agenda.meeting import Meeting, Paragraph
from nämndtui.model.people.committee import Committee
from nämndtui.model.publication.public_version import (
    Masked,
    own_dossier,
    public_dossier,
    secret_numbers,
)
from nämndtui.model.publication.secret_paragraph import (
    SECRET_CORRECTION,
    SECRET_DECISION,
    SECRET_TITLE,
)
from nämndtui.model.record.correction import Correction
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.every_text import change_texts
from nämndtui.model.text.masking import MASK, hidden_with, masked_texts, without_marks

MEETING = Meeting(1, 1, date(2026, 12, 8), time(18, 30), "Lilla salen")
COMMITTEE = Committee(1, "ON", "Omsorgsnämnden", "Norrviks kommun")
SETTINGS = ("yes", "masked", "no")


def dossier(publish: Publish, text: str = "") -> MeetingDossier:
    attachment = Attachment(1, AttachmentNumber(1), "Intyg", publish="no")
    item = AgendaItem(
        7,
        1,
        1,
        1,
        1,
        "decision",
        "Ansökan från Lyktan",
        summary=text,
        publish=publish,
        attachments=(attachment,),
    )
    paragraph = Paragraph(3, 7, 2026, 84, "as_proposed", ("Nämnden avslår.",), notes=text)
    return MeetingDossier(COMMITTEE, MEETING, (item,), (paragraph,))


def correction(before: str, after: str, reason: str = "Skrivfel") -> Correction:
    return Correction(1, 3, date(2026, 12, 20), "anna", "clerical", "notes", before, after, reason)


@pytest.mark.parametrize("version", [public_dossier, own_dossier])
def test_a_secret_paragraph_keeps_its_number_and_nothing_else(version: Any) -> None:
    found = version(replace(dossier("no", "Hemligt"), corrections=(correction("Hemligt", "x"),)))
    shown = found[0] if isinstance(found, tuple) else found
    assert (shown.items[0].title, shown.items[0].attachments) == (SECRET_TITLE, ())
    assert (shown.paragraphs[0].number, shown.paragraphs[0].points) == (84, (SECRET_DECISION,))
    assert shown.corrections[0].reason == SECRET_CORRECTION
    assert "Hemligt" not in repr(shown)


def test_a_secret_paragraph_is_told_whole() -> None:
    assert public_dossier(dossier("no", "Hemligt"))[1] == (Masked("§\u00a084", "hela ärendet"),)
    assert secret_numbers(dossier("no")) == (84,)


def test_marked_text_is_replaced_and_listed() -> None:
    shown, left_out = public_dossier(dossier("masked", "Sökanden [[bor på Lyktan]] väntar."))
    assert shown.paragraphs[0].notes == f"Sökanden {MASK} väntar."
    assert [one.what for one in left_out] == ["bilaga 1", "bor på Lyktan", "bor på Lyktan"]
    assert without_marks("Sökanden [[bor på Lyktan]] väntar.") == "Sökanden bor på Lyktan väntar."


def test_what_stands_in_the_place_of_marked_text_may_be_given() -> None:
    text = f"Det är {hidden_with('sex [[eller]] sju', 'färre än 10')} beslut."
    shown, left_out = public_dossier(dossier("masked", text))
    assert shown.paragraphs[0].notes == "Det är färre än 10 beslut."
    assert left_out[-1].what == "sex [ [eller] ] sju"
    assert without_marks(text) == "Det är sex [ [eller] ] sju beslut."
    nothing = hidden_with("tabell]", "")
    assert public_dossier(dossier("masked", nothing))[0].paragraphs[0].notes == ""
    assert without_marks(nothing).strip() == "tabell]"


def test_a_long_hidden_text_is_told_by_its_beginning() -> None:
    rows = "rad\n\n" * 60
    left_out = public_dossier(dossier("masked", f"[[{rows}]]"))[1]
    assert left_out[-1].what.startswith("rad rad") and len(left_out[-1].what) <= 80


def test_brackets_mask_also_in_an_item_that_is_published_whole() -> None:
    shown, left_out = public_dossier(dossier("yes", "Öppet [[x]]"))
    assert shown.paragraphs[0].notes == f"Öppet {MASK}"
    assert left_out[:2] == (Masked("§\u00a084", "bilaga 1"), Masked("§\u00a084", "x"))


@pytest.mark.parametrize("publish", ["yes", "masked"])
def test_recipients_presenters_and_corrections_are_masked_too(publish: Publish) -> None:
    whole = dossier(publish)
    item = replace(
        whole.items[0],
        recipients=(Recipient("[[Kim Kimsson]]", "KS/[[1]]"),),
        presenters=(Presenter("[[Eva Ek]]", "läkare"),),
    )
    made = replace(whole, items=(item,), corrections=(correction("[[Kim]]", "a", "[[Ek]]"),))
    shown, left_out = public_dossier(made)
    assert "Kim" not in repr(shown) and "Ek]" not in repr(shown) and "Eva" not in repr(shown)
    assert {"Kim Kimsson", "Eva Ek", "Kim", "Ek", "1"} <= {one.what for one in left_out}
    own = own_dossier(made)
    assert own.items[0].recipients == (Recipient("Kim Kimsson", "KS/1"),)


def test_the_front_page_is_masked_and_told() -> None:
    whole = replace(dossier("yes"), meeting=replace(MEETING, place="Hos [[Kim]]"))
    shown, left_out = public_dossier(whole)
    assert shown.meeting.place == f"Hos {MASK}"
    assert Masked("framsidan", "Kim") in left_out
    assert own_dossier(whole).meeting.place == "Hos Kim"


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (("a [[b [[c]] d]] e",), (f"a {MASK} e",)),
        (("a [[b", "c", "d]] e"), (f"a {MASK}", MASK, f"{MASK} e")),
        (("a [[b",), (f"a {MASK}",)),
        (("a b]] c",), (f"{MASK} c",)),
        (("[[[a]]]",), (MASK,)),
        ((r"\[\[a\]\]",), (MASK,)),
        (("[länk](x) [a]",), ("[länk](x) [a]",)),
        (("[[]] a",), (" a",)),
    ],
)
def test_brackets_hide_too_much_rather_than_too_little(
    texts: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    assert masked_texts(texts)[0] == shown


def printed_fields(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in ``value`` that holds text a user has written."""
    coded = ("kind", "state", "outcome", "late", "publish", "basis", "field", "media_type")
    if isinstance(value, str):
        return [path] if value and path[-1] not in coded else []
    if isinstance(value, tuple):
        return [p for i, one in enumerate(value) for p in printed_fields(one, (*path, i))]
    if is_dataclass(value) and not isinstance(value, type):
        return [
            p
            for f in fields(value)
            for p in printed_fields(getattr(value, f.name), (*path, f.name))
        ]
    return []


def with_text(value: Any, path: Sequence[str | int], text: str) -> Any:
    """``value`` with ``text`` at ``path``."""
    if not path:
        return text
    first, *rest = path
    if isinstance(first, int):
        return (*value[:first], with_text(value[first], rest, text), *value[first + 1 :])
    return replace(value, **{first: with_text(getattr(value, first), rest, text)})


WHOLE = replace(sample_dossier(), mandates=())
PLACES = [
    path
    for name in ("items", "paragraphs", "corrections", "meeting")
    for path in printed_fields(getattr(WHOLE, name), (name,))
]
NAMES = st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=20).map(
    "Zq{}qZ".format
)


@given(path=st.sampled_from(PLACES), name=NAMES, publish=st.sampled_from(SETTINGS))
def test_no_field_lets_marked_text_out_or_prints_brackets(
    path: tuple[str | int, ...], name: str, publish: Publish
) -> None:
    items = tuple(replace(one, publish=publish) for one in WHOLE.items)
    made = with_text(replace(WHOLE, items=items), path, f"Före [[{name}]] efter")
    public, left_out = public_dossier(made)
    assert name not in repr(public) and "[[" not in repr(public) and "]]" not in repr(public)
    own = repr(own_dossier(made))
    assert "[[" not in own and "]]" not in own
    if publish == "no":
        return
    assert name in own
    told = {one.what for one in left_out}
    withheld = any(what.startswith("bilaga") for what in told) and "attachments" in path
    assert name in told or withheld


def test_nothing_is_made_anew_when_nothing_differs() -> None:
    assert change_texts(WHOLE, lambda texts: texts) is WHOLE
