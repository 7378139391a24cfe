"""The columns of delegated decisions and of reported matters (see ``RegisterColumn``)."""

from __future__ import annotations

from nämndtui.model.text.register_column import (
    Columns,
    Entered,
    Imported,
    Listed,
    RegisterColumn,
)

_COMMITTEE = RegisterColumn(
    "committee_code", "nämndkod", "computed", stored=False, package=False, reader="committee"
)
_MEETING = RegisterColumn("meeting_date", "sammanträde", "place", stored=False, reader="meeting")
_PLACE = RegisterColumn("place", "dagordningsplats", "place", stored=False, rows=False)
_ITEM = RegisterColumn("item_id", "", "reference", default=None, rows=False, package=False)
_WHERE = RegisterColumn(
    "reported",
    "anmält",
    "computed",
    stored=False,
    package=False,
    reader="reported_at",
    listed=Listed(60, "Anmält", "reported_or_meeting"),
)

DECISION_COLUMNS: Columns = (
    RegisterColumn(
        "decided_on",
        "beslutsdatum",
        "day",
        missing="Beslutsdatum saknas.",
        listed=Listed(10, "Datum"),
        imported=Imported(
            "datum", "beslutsdag", "beslut datum", "beslutat", "beslutad", "fattat den"
        ),
        entered=Entered("Beslutsdag"),
    ),
    RegisterColumn(
        "point",
        "punkt",
        "point",
        missing="Punkt i delegationsordningen saknas.",
        listed=Listed(20, "Punkt"),
        imported=Imported(
            *("delegationspunkt", "delegation", "kod", "nr i delegationsordningen"),
            "delegationskod",
        ),
        entered=Entered("Punkt", "I delegationsordningen, till exempel B 36."),
        searched=True,
    ),
    RegisterColumn(
        "role",
        "roll",
        missing="Roll saknas.",
        listed=Listed(30, "Roll"),
        imported=Imported("delegat", "befattning", "titel", "beslutsfattarens roll"),
        entered=Entered("Roll"),
        searched=True,
    ),
    RegisterColumn(
        "decider",
        "beslutsfattare",
        missing="Beslutsfattare saknas.",
        imported=Imported(
            "namn", "beslutsfattarens namn", "fattat av", "beslutat av", "handläggare"
        ),
        entered=Entered("Beslutsfattare"),
        searched=True,
    ),
    RegisterColumn(
        "dnr",
        "diarienummer",
        missing="Diarienummer saknas.",
        listed=Listed(40, "Diarienummer"),
        imported=Imported("dnr", "diarienr", "ärendenummer", "ärendenr", "beteckning"),
        entered=Entered("Diarienummer"),
        searched=True,
    ),
    RegisterColumn(
        "description",
        "beskrivning",
        missing="Beskrivning saknas.",
        listed=Listed(90, "Beskrivning"),
        imported=Imported(
            *("beslut", "rubrik", "ärende", "ärendemening", "ärenderubrik", "innehåll"),
            "beslutstext",
        ),
        entered=Entered("Beslutet gäller", "Inga namn på enskilda och inga personnummer."),
        searched=True,
    ),
    RegisterColumn(
        "operation",
        "verksamhet",
        listed=Listed(35, "Verksamhet"),
        imported=Imported("enhet", "verksamhetsområde", "område"),
        entered=Entered("Verksamhet", "Till exempel Hemtjänst."),
        searched=True,
        detail="Verksamhet",
    ),
    RegisterColumn(
        "urgent",
        "brådskande",
        "flag",
        default=False,
        imported=Imported("kl 6:39", "6:39", "ordförandebeslut"),
        entered=Entered("Brådskande ordförandebeslut (KL 6:39)"),
    ),
    RegisterColumn(
        "urgent_reason",
        "skäl_för_brådska",
        imported=Imported("varför brådskande", "skäl"),
        entered=Entered(
            "Varför brådskande", "Bara för brådskande beslut: varför det inte kunde vänta."
        ),
    ),
    RegisterColumn(
        "state",
        "status",
        "state",
        domain="delegated_state",
        default="registered",
        reader="decision_state",
        listed=Listed(50, "Status", "hurry_or_state"),
    ),
    _WHERE,
    _MEETING,
    _PLACE,
    _ITEM,
    RegisterColumn(
        "reported_at",
        "anmält",
        rows=False,
        imported=Imported(
            "anmäld", "redovisad", "redovisat", "anmält §", "anmäld §", "anmäld paragraf"
        ),
    ),
    RegisterColumn("posted_on", "anslaget", "day", default=None),
    RegisterColumn(
        "doubts",
        "tveksamheter",
        "words",
        domain="decision_doubt",
        default=(),
        listed=Listed(70, "Se över", "open_doubts"),
    ),
    RegisterColumn("accepted", "godkänt", "flag", default=False),
    RegisterColumn("import_key", "importnyckel", "reference", stored=False, rows=False),
    _COMMITTEE,
)

DECISION_TEXTS = tuple(
    [column.name for column in DECISION_COLUMNS if column.kind == "line" and column.entered]
)
"""What is typed on one line: spaces do not count in it, and it may hold no personal number."""

MATTER_COLUMNS: Columns = (
    RegisterColumn(
        "origin",
        "avsändare",
        missing="Ange vem ärendet kommer från.",
        listed=Listed(80, "Avsändare"),
        entered=Entered("Från", "Den som ärendet kommer från; ärendena ordnas efter det."),
        searched=True,
    ),
    RegisterColumn(
        "title",
        "rubrik",
        missing="Anmälningsärendet behöver en rubrik.",
        listed=Listed(90, "Rubrik"),
        entered=Entered("Rubrik", place=5),
        searched=True,
    ),
    RegisterColumn(
        "dnr",
        "diarienummer",
        listed=Listed(70, "Diarienummer"),
        entered=Entered("Diarienummer"),
        searched=True,
        detail="Diarienummer",
    ),
    RegisterColumn(
        "received_on",
        "inkom",
        "day",
        default=None,
        listed=Listed(10, "Inkom"),
        entered=Entered("Inkom"),
        detail="Inkom",
    ),
    RegisterColumn(
        "state",
        "status",
        "state",
        domain="matter_state",
        default="collected",
        listed=Listed(50, "Status"),
    ),
    _MEETING,
    _PLACE,
    _ITEM,
    _WHERE,
    RegisterColumn(
        "quarter_report_id", "kvartalsrapport", "reference", default=None, reader="quarter_report"
    ),
    RegisterColumn("file", "fil", "file", stored=False, rows=False),
    RegisterColumn("file_name", "filnamn", "file", stored=False, reader="file_name"),
    RegisterColumn("media_type", "mediatyp", "file", stored=False, rows=False),
    RegisterColumn("content", "innehåll", "file", stored=False, rows=False),
    _COMMITTEE,
)
