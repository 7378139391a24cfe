"""Invented agenda items: one of every kind a template has to manage."""

from __future__ import annotations

from datetime import date

from nämndtui.model.agenda.agenda_item import (
    AgendaItem,
    Attachment,
    MemoSignature,
    Presenter,
    Recipient,
    StaffMemo,
)
from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.agenda.case import CaseReference

_BODY = """\
## Ärendet

Förvaltningen har följt upp verksamheten till och med den 31 augusti 2017. Kostnaderna för \
hemtjänsten är 4 mnkr högre än budget, *främst* för att antalet timmar har ökat med 6 %.

| Verksamhet | Budget | Utfall | Prognos | Avvikelse |
|---|---|---|---|---|
| Hemtjänst | 84 200 | 58 310 | 88 200 | -4 000 |
| Särskilt boende | 126 400 | 83 950 | 125 900 | 500 |
| Daglig verksamhet | 31 750 | 20 890 | 31 750 | 0 |
| **Summa** | 242 350 | 163 150 | 245 850 | -3 500 |

Åtgärder som redan har beslutats:

1. Schemat läggs om från och med den 1 oktober.
2. Resorna samordnas
   - inom tätorten
   - mellan tätorten och byarna
3. Vikarier anställs på längre tid.

## Barnets bästa

Förslaget rör inte barn direkt. Se även [nämndens reglemente](https://www.exempel.se/reglemente), \
6 kap. 39 §.

## Ekonomiska konsekvenser

> Nämnden ska hålla sig inom den ram som fullmäktige har beslutat.

Åtgärderna beräknas ge 2 100 000 kr under hösten. Ärendet har beretts av förvaltningen.
"""


def sample_items() -> tuple[AgendaItem, ...]:
    """An opening item, a heading, and nine numbered items."""
    return (
        _plain(1, None, "opening", "Justering", remark="Tisdag 3 oktober kl. 16.00, kommunhuset."),
        _plain(2, None, "opening", "Fastställande av föredragningslista"),
        _information(),
        _report(),
        _chair_differs(),
        _motion(),
        _plain(7, 5, "decision", "Taxa för trygghetslarm 2018", cases=(_case("on/2017:88"),),
               state="withdrawn"),
        _two_numbers(),
        _plain(9, 7, "delegated_decisions", "Delegationsbeslut", cases=(_case("on/2017:2"),)),
        _plain(10, None, "heading", "Övrigt"),
        _plain(11, 8, "other", "Rapport från kontaktpolitiker"),
    )  # fmt: skip


def _case(dnr: str) -> CaseReference:
    return CaseReference(0, dnr)


def _plain(position: int, number: int | None, kind: str, title: str, **more: object) -> AgendaItem:
    values: dict[str, object] = {"state": "listed", **more}
    return AgendaItem(position, 1, 1, position, number, kind, title, **values)  # type: ignore[arg-type]


def _information() -> AgendaItem:
    return _plain(
        3, 1, "information", "Information från förvaltningen",
        cases=(_case("on/2017:3"),),
        staff_proposal=(
            "Omsorgsnämnden noterar till protokollet att nämnden tagit del av informationen.",
        ),
        summary="- Sommarens bemanning\n- Nytt larm på Björkgården\n- Tillsyn av LSS-boenden",
        presenters=(
            Presenter("Mona Sjölind", "förvaltningschef", "bemanning"),
            Presenter("Pär Kvist", "enhetschef", "larm och tillsyn"),
        ),
    )  # fmt: skip


def _report() -> AgendaItem:
    titles = ("Delårsrapport", "Måluppfyllelse", "Mått", "Uppdrag", "Internkontroll", "Protokoll")
    numbers = ((1, None), (2, None), (2, 1), (2, 2), (2, 3), (3, None))
    return _plain(
        4, 2, "decision", "Delårsrapport per den 31 augusti 2017",
        cases=(_case("on/2017:106"),),
        staff_proposal=(
            "Omsorgsnämnden godkänner delårsrapporten.",
            "Omsorgsnämnden uppdrar åt förvaltningen att redovisa åtgärderna i november.",
            "Omsorgsnämnden överlämnar rapporten till kommunstyrelsen.",
        ),
        summary="Nämnden beräknas överskrida sin budget med 3 500 000 kr, vilket är **1,4 %**.",
        memo=StaffMemo(
            date(2017, 9, 12), ("Ivar Lönn, controller", "Mona Sjölind"), "Omsorgsnämnden", _BODY,
            (MemoSignature("Mona Sjölind", "Förvaltningschef"),),
        ),
        attachments=tuple(
            Attachment(index, AttachmentNumber(*number), title)
            for index, (number, title) in enumerate(zip(numbers, titles, strict=True))
        ),
        recipients=(Recipient("Kommunstyrelsen", "KS/2017:175"), Recipient("Revisorerna")),
    )  # fmt: skip


def _chair_differs() -> AgendaItem:
    return _plain(
        5, 3, "decision", "Öppettider på träffpunkten Linden",
        cases=(_case("on/2017:91"),),
        staff_proposal=("Omsorgsnämnden beslutar att träffpunkten stängs på lördagar.",),
        chair_proposal=(
            "Omsorgsnämnden beslutar att träffpunkten är öppen kl. 10.00–14.00 på lördagar.",
            "Kostnaden, 180 000 kr, täcks inom nämndens ram.",
        ),
        summary="Träffpunkten har haft få besökare på lördagar.",
        chair_summary="Träffpunkten är viktig för dem som bor ensamma.",
        memo=StaffMemo(date(2017, 9, 5), ("Pär Kvist",), "", "## Ärende\n\nBesöken har räknats."),
        attachments=(Attachment(30, AttachmentNumber(1), "Besöksräkning", dnr="on/2017:91-2"),),
        recipients=(Recipient("Enheten för dagverksamhet"),),
    )  # fmt: skip


def _motion() -> AgendaItem:
    return _plain(
        6, 4, "decision", "Yttrande över motion om fler hemtjänsttimmar (M)",
        cases=(_case("on/2017:74"),),
        staff_proposal=("Omsorgsnämnden föreslår att kommunfullmäktige avslår motionen.",),
        summary="Motionärerna vill att den som är över 85 år ska få hemtjänst utan prövning.",
        memo=StaffMemo(
            date(2017, 9, 8), ("Stina Alm, utredare",), "Omsorgsnämnden",
            "## Ärende\n\nMotionen väcktes den 27 februari 2017.\n\n"
            "## Yttrande från förvaltningen\n\nRätten till insatser prövas enligt lag.",
        ),
        attachments=(Attachment(40, AttachmentNumber(1), "Motionen", date=date(2017, 2, 27)),),
        recipients=(Recipient("Kommunledningsförvaltningen", "KS/2017:61"),),
        late="supplement",
    )  # fmt: skip


def _two_numbers() -> AgendaItem:
    return _plain(
        8, 6, "reported_matters", "Anmälningsärenden",
        cases=(_case("on/2017:1"), _case("on/2016:224")),
        staff_proposal=(
            "Omsorgsnämnden noterar till protokollet att nämnden tagit del av ärendena.",
        ),
        summary="### Förvaltningen\n\n- Slutrapport, välfärdsteknik\n\n### Myndighet\n\n"
        "- Beslut från Inspektionen för vård och omsorg, on/2016:224",
    )  # fmt: skip
