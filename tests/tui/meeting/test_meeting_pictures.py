"""What a meeting looks like, at the two sizes we draw for."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from nämndtui.model.agenda.agenda_item import MemoSignature, Presenter, Recipient
from nämndtui.store.database import Store
from nämndtui.workflow.agenda.attachments import NewAttachment, add_attachment
from nämndtui.workflow.agenda.item_content import edit_item, edit_memo, set_proposal
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.adjustment import edit_main_part, set_adjusters
from nämndtui.workflow.minutes.minutes import call_roll, decide_item, edit_paragraph

SIZES = [(80, 24), (120, 40)]
ANNA = Actor("anna", datetime(2026, 11, 20, 9, 0))

TABLE = (
    "Prognosen för helåret är ett underskott.\n\n"
    "| Verksamhet (tkr) | Budget | Prognos |\n| --- | ---: | ---: |\n"
    "| Hemtjänst | 168 200 | 173 900 |\n| **Summa** | **765 000** | **767 800** |"
)


@pytest.fixture
def written(database: Path, saved: Any) -> Any:
    """The December meeting with one item as a good secretary writes it."""
    items = saved().items
    with Store(str(database)) as store:
        set_proposal(
            store,
            ANNA,
            items[3].id,
            "staff",
            [
                "Omsorgsnämnden godkänner delårsrapport 2 per den 31 augusti 2026.",
                "Omsorgsnämnden överlämnar rapporten till kommunstyrelsen.",
            ],
        )
        set_proposal(
            store, ANNA, items[2].id, "staff", ["Omsorgsnämnden föreslår att motionen avslås."]
        )
        set_proposal(
            store, ANNA, items[2].id, "chair", ["Omsorgsnämnden föreslår att motionen bifalls."]
        )
        edit_item(
            store,
            ANNA,
            items[3].id,
            items[3].version,
            summary=TABLE,
            presenters=(Presenter("Björn Tallvik", "ekonom", "utfallet"),),
            recipients=(Recipient("Kommunstyrelsen", "KS/2026:148"),),
        )
        edit_memo(
            store,
            ANNA,
            items[3].id,
            date=date(2026, 11, 12),
            references=("Björn Tallvik",),
            body="## Ärendet\n\nFörvaltningen har **följt upp** målen.",
            signatures=(MemoSignature("Katarina Ljungsäter", "förvaltningschef"),),
        )
        add_attachment(
            store,
            ANNA,
            items[3].id,
            NewAttachment("Delårsrapport", file_name="rapport.pdf", content=b"x" * 2300),
        )
        add_attachment(store, ANNA, items[3].id, NewAttachment("Volymer", number="1:1"))
    return saved


@pytest.mark.parametrize("size", SIZES)
async def test_the_workspace(open_program: Any, written: Any, size: tuple[int, int]) -> None:
    async with open_program(size=size) as desk:
        desk.app.open_meeting(written().meeting.id, written().items[3].id)
        await desk.calm()
        desk.looks_like("sammanträde-förslag")
        for name in ("sammanfattning", "skrivelse", "bilagor", "mer"):
            await desk.press("right")
            desk.looks_like(f"sammanträde-{name}")
        await desk.press("right", "up")
        desk.looks_like("sammanträde-ordföranden-avviker")
        for name, key in (("ny-punkt", "f2"), ("uppgifter", "m"), ("egenskaper", "e")):
            await desk.press(key)
            desk.looks_like(f"sammanträde-{name}")
            await desk.press("escape")


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_agenda(open_program: Any, size: tuple[int, int]) -> None:
    async with open_program(size=size) as desk:
        desk.app.open_meeting(3)
        await desk.calm()
        desk.looks_like("sammanträde-tomt")


@pytest.mark.parametrize("size", SIZES)
async def test_the_minutes(
    open_program: Any, summoned: Path, saved: Any, size: tuple[int, int]
) -> None:
    found = saved()
    async with open_program(size=size) as desk:
        desk.app.open_meeting(found.meeting.id)
        await desk.calm()
        await desk.press("f5")
        desk.looks_like("protokoll-före-upprop")
        with Store(str(summoned)) as store:
            call_roll(store, ANNA, found.meeting.id)
            decide_item(store, ANNA, found.items[1].id, "as_proposed")
            decide_item(store, ANNA, found.items[2].id, "as_proposed")
            paragraph = saved().paragraphs[1]
            edit_paragraph(
                store, ANNA, paragraph.id, paragraph.version, motions="Karin Ek (C): avslag.",
                procedure="", reservations="Karin Ek (C) reserverar sig.",
            )  # fmt: skip
            set_adjusters(store, ANNA, found.meeting.id, ["Karin Ek"])
            edit_main_part(store, ANNA, found.meeting.id, adjust_place="Kommunhuset")
        desk.app.data_changed()
        await desk.calm()
        desk.looks_like("protokoll-nästa-punkt")
        await desk.press("down")
        desk.looks_like("protokoll-paragraf")
        await desk.press("end")
        desk.looks_like("protokoll-justering")
        for name, key in (("justerare", "f7"), ("avsluta", "f8")):
            await desk.press(key)
            desk.looks_like(f"protokoll-{name}")
            await desk.press("escape")
        await desk.press("f6", "home", "enter")
        desk.looks_like("protokoll-närvaro")


async def test_reading_only_offers_nothing_that_writes(open_program: Any, written: Any) -> None:
    async with open_program(read_only=True) as desk:
        desk.app.open_meeting(written().meeting.id, written().items[3].id)
        await desk.calm()
        desk.looks_like("sammanträde-skrivskyddat")
        await desk.press("space", "delete", "u", "f8")
        assert [item.state for item in written().items] == ["draft"] * 4
