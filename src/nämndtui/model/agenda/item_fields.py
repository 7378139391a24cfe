"""The fields of an agenda item, described once; whoever stores, shows or sends an item reads this.

The fast look-ups load this module: plain classes and tuples only.
"""

from __future__ import annotations

from nämndtui.model.text.errors import InvalidInputError

PACKAGE, SUMMONS, PREVIEW, SEARCH = "package", "summons", "preview", "search"
MEETING, CASE, PARAGRAPH, TEXT = "meeting", "case", "paragraph", "text"
"""Places. The summons is the kallelse as printed, the preview the page as it is typed. ``visa``
shows a meeting, a case and a §, each as JSON, and with ``TEXT`` to people too."""

PROPOSAL_TAB, SUMMARY_TAB, OTHER_TAB = "Förslag", "Sammanfattning", "Mer"
FACTS_FORM = "Egenskaper"

AS_IS, WITH_OTHERS = "as it is", "with others"
"""How a field goes into what is kept of a sent page: under its own name, or made into something
together with others (the diary numbers, the proposal the page shows)."""


class ItemField:
    """One field: ``name`` is the attribute of ``AgendaItem`` and, where ``table`` is
    ``agenda_items``, the column; ``swedish`` the key in package, ``visa --json`` and templates.

    ``kind`` says what the value is, and with it how it is read and written everywhere:

    - ``number`` (a whole number or none), ``minutes`` (the same, within ``limits``)
    - ``line``, ``text`` (Markdown), ``own_text`` (None while another text is followed)
    - ``points`` (texts), ``own_points`` (None while other points are followed)
    - ``flag``, ``word`` (an English value of the vocabulary's ``domain``)
    - ``cases``, ``presenters``, ``recipients``, ``memo``, ``attachments``

    ``places`` is where it is shown, ``tab`` where it is written on screen (empty: not as a field
    of its own), ``hint`` what stands in the empty field, or after the label in a form. ``sent``
    is ``AS_IS``, ``WITH_OTHERS`` or empty. ``sealed`` is the form of the seal that counts the
    field among what adjusted minutes certify; 0 for what may go on changing.
    """

    __slots__ = (
        *("name", "swedish", "label", "kind", "places", "default", "domain", "limits"),
        *("table", "tab", "hint", "sealed", "sent"),
    )

    def __init__(
        self,
        name: str,
        swedish: str,
        label: str,
        kind: str,
        places: tuple[str, ...],
        *,
        default: object = "",
        domain: str = "",
        limits: tuple[int, int] = (0, 0),
        table: str = "agenda_items",
        tab: str = "",
        hint: str = "",
        sealed: int = 1,
        sent: str = "",
    ) -> None:
        self.name, self.swedish, self.label, self.kind = name, swedish, label, kind
        self.places, self.default = frozenset(places), default
        self.domain, self.limits, self.table = domain, limits, table
        self.tab, self.hint, self.sealed, self.sent = tab, hint, sealed, sent


_VISA = (MEETING, CASE, PARAGRAPH, TEXT)
_PRINTED = (SUMMONS, PREVIEW)

ITEM_FIELDS = (
    ItemField(
        "number", "nummer", "Nummer", "number", (PACKAGE, *_PRINTED, *_VISA), default=None
    ),
    ItemField(
        *("title", "rubrik", "Rubrik", "line"), (PACKAGE, *_PRINTED, *_VISA, SEARCH),
        tab=OTHER_TAB,
    ),
    ItemField(
        *("kind", "slag", "Slag", "word"), (PACKAGE, MEETING),
        default="decision", domain="item_kind", tab=FACTS_FORM, sent=AS_IS,
    ),
    ItemField(
        *("state", "status", "Status", "word"), (PACKAGE, MEETING, CASE, TEXT),
        default="draft", domain="item_state",
    ),
    ItemField(
        *("cases", "diarienummer", "Diarienummer", "cases"),
        (PACKAGE, *_PRINTED, MEETING, PARAGRAPH, TEXT),
        default=(), table="item_cases", tab=OTHER_TAB, hint="flera skiljs åt med komma",
        sent=WITH_OTHERS,
    ),
    ItemField(
        *("staff_proposal", "förslag", "Förvaltningens förslag", "points"),
        (PACKAGE, *_PRINTED, *_VISA, SEARCH),
        default=(), table="proposals", tab=PROPOSAL_TAB, hint="En punkt på varje rad …",
        sent=WITH_OTHERS,
    ),
    ItemField(
        *("chair_proposal", "ordförandens_förslag", "Ordförandens förslag", "own_points"),
        (PACKAGE, *_PRINTED, SEARCH),
        default=None, table="proposals", tab=PROPOSAL_TAB,
        hint="Skriv bara om det är ett annat …", sent=WITH_OTHERS,
    ),
    ItemField(
        *("summary", "sammanfattning", "Sammanfattning", "text"),
        (PACKAGE, *_PRINTED, MEETING, SEARCH),
        tab=SUMMARY_TAB, hint="**fet**, *kursiv*, - lista, | tabell …", sent=WITH_OTHERS,
    ),
    ItemField(
        "chair_summary", "ordförandens_sammanfattning", "Ordförandens sammanfattning", "own_text",
        (PACKAGE, *_PRINTED, SEARCH),
        default=None, tab=SUMMARY_TAB, hint="Skriv bara om den är en annan …", sent=WITH_OTHERS,
    ),
    ItemField(
        *("presenters", "föredragande", "Föredragande", "presenters"),
        (PACKAGE, *_PRINTED, MEETING, TEXT),
        default=(), tab=OTHER_TAB, hint="Namn, titel – ämne, en på varje rad …", sent=AS_IS,
    ),
    ItemField(
        *("memo", "tjänsteskrivelse", "Tjänsteskrivelse", "memo"),
        (PACKAGE, *_PRINTED, SEARCH), default=None, table="memos",
    ),
    ItemField(
        *("attachments", "bilagor", "Bilagor", "attachments"),
        (PACKAGE, *_PRINTED, MEETING, PARAGRAPH, TEXT, SEARCH),
        default=(), table="attachments", sent=WITH_OTHERS,
    ),
    ItemField(
        *("recipients", "expedieras_till", "Expedieras till", "recipients"),
        (PACKAGE, *_PRINTED, MEETING, PARAGRAPH, TEXT),
        default=(), tab=OTHER_TAB, hint="Namn (diarienummer), en på varje rad …", sent=AS_IS,
    ),
    ItemField(
        *("late", "sen", "Sen", "word"), (PACKAGE, SUMMONS, MEETING, TEXT),
        default="no", domain="late", sent=AS_IS,
    ),
    ItemField(
        *("remark", "anmärkning", "Anmärkning", "text"), (PACKAGE, SUMMONS, *_VISA, SEARCH),
        tab=OTHER_TAB, hint="Skrivs ut under punkten …", sent=AS_IS,
    ),
    ItemField(
        *("publish", "publicera", "Publiceras", "word"), (PACKAGE, *_VISA),
        default="yes", domain="publish", tab=FACTS_FORM, sealed=0,
    ),
    ItemField(
        *("exercise_of_authority", "myndighetsutövning", "Myndighetsutövning", "flag"),
        (PACKAGE, *_VISA), default=False, tab=FACTS_FORM, hint="mot någon enskild",
    ),
    ItemField(
        *("election", "val", "Val eller anställning", "flag"), (PACKAGE, *_VISA),
        default=False, tab=FACTS_FORM,
    ),
    ItemField(
        *("duration", "tidsåtgång", "Tidsåtgång", "minutes"), (PACKAGE, *_PRINTED, *_VISA, SEARCH),
        default=None, limits=(1, 600), tab=OTHER_TAB, hint="hela minuter, till exempel 15",
        sealed=2, sent=AS_IS,
    ),
)  # fmt: skip
"""Every field, in the order a package has them."""

OWN_COLUMNS = tuple(field for field in ITEM_FIELDS if field.table == "agenda_items")
"""The fields kept in the item's own row."""

SENT_AS_IS = tuple(field for field in ITEM_FIELDS if field.sent == AS_IS)


def fields_in(place: str) -> tuple[ItemField, ...]:
    """The fields shown in a place, in order."""
    return tuple(field for field in ITEM_FIELDS if place in field.places)


def fields_on(tab: str) -> tuple[ItemField, ...]:
    """The fields written on a tab or form of the screen, in order."""
    return tuple(field for field in ITEM_FIELDS if field.tab == tab)


def read_minutes(field: ItemField, text: str) -> int | None:
    """The minutes in what was typed; None when nothing is. Raises InvalidInputError."""
    written = text.strip().removesuffix("minuter").removesuffix("min").strip()
    if not written:
        return None
    if not (written.isascii() and written.isdigit()) or len(written) > 6:
        raise _no_minutes(field)
    return checked_minutes(field, int(written))


def checked_minutes(field: ItemField, value: int | None) -> int | None:
    """The value, or None: not set. Raises InvalidInputError outside the field's limits."""
    if value is None:
        return None
    lowest, highest = field.limits
    if not lowest <= value <= highest:
        raise _no_minutes(field)
    return value


def minutes_text(value: int | None) -> str:
    """``15 minuter``; nothing for what is not set."""
    if not value:
        return ""
    return "1 minut" if value == 1 else f"{value} minuter"


def _no_minutes(field: ItemField) -> InvalidInputError:
    lowest, highest = field.limits
    return InvalidInputError(
        f"{field.label} skrivs som hela minuter, {lowest}–{highest}, till exempel 15. Tomt när den"
        " inte är beräknad.",
        field.name,
    )


def presenter_text(name: str, title: str = "", topic: str = "") -> str:
    """``Namn, titel – ämne``; what is not known is left out."""
    who = ", ".join(part for part in (name.strip(), title.strip()) if part)
    return " – ".join(part for part in (who, topic.strip()) if part)
