"""What may be published of a meeting (D2.24, F 27)."""

from __future__ import annotations

from datetime import date, time

from nämndtui.model.agenda_item import AgendaItem, Attachment
from nämndtui.model.attachment_number import AttachmentNumber
from nämndtui.model.committee import Committee
from nämndtui.model.dossier import MeetingDossier
from nämndtui.model.meeting import Meeting, Paragraph
from nämndtui.model.public_version import (
    MASK,
    SECRET_DECISION,
    SECRET_TITLE,
    Masked,
    hidden_with,
    public_dossier,
    without_marks,
)

MEETING = Meeting(1, 1, date(2026, 12, 8), time(18, 30), "Lilla salen")
COMMITTEE = Committee(1, "ON", "Omsorgsnämnden", "Norrviks kommun")


def dossier(publish: str, text: str = "") -> MeetingDossier:
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


def test_a_secret_paragraph_keeps_its_number_and_nothing_else() -> None:
    shown, left_out = public_dossier(dossier("no", "Hemligt"))
    assert (shown.items[0].title, shown.items[0].attachments) == (SECRET_TITLE, ())
    assert (shown.paragraphs[0].number, shown.paragraphs[0].points) == (84, (SECRET_DECISION,))
    assert "Hemligt" not in repr(shown)
    assert left_out == (Masked("§\u00a084", "hela ärendet"),)


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


def test_an_open_item_is_left_alone_but_for_secret_attachments() -> None:
    shown, left_out = public_dossier(dossier("yes", "Öppet [[x]]"))
    assert shown.paragraphs[0].notes == "Öppet [[x]]"
    assert left_out == (Masked("§\u00a084", "bilaga 1"),)
