"""Which documents there are: one row for each, read by everything that lists or writes them.

``skriv`` and its help, completion, the lists on screen, the templates, the rule of publication
and the tests of the handbook all read these rows. What a document is made of stands under the
same name in ``documents/kinds/makers.py``. The fast look-ups load this module, so it imports
nothing heavy.
"""

from __future__ import annotations

from collections import namedtuple

from nämndtui.model.text.errors import InvalidInputError

_OPTIONS = {
    "meeting": (),
    "part": ("--paragraf",),
    "vote": ("--paragraf",),
    "paragraph": ("--alla",),
    "secret_paragraph": (),
    "item": ("--punkt", "--sammanträde"),
    "quarter": ("--lag", "--kvartal", "--per", "--json"),
}
"""What a document can be of → the options of ``skriv`` that say which."""
_REFERENCES = {
    "meeting": "DATUM",
    "part": "DATUM",
    "vote": "DATUM eller §N/ÅR",
    "paragraph": "§N/ÅR",
    "secret_paragraph": "§N/ÅR",
    "item": "DNR",
    "quarter": "--lag LAG --kvartal KVARTAL",
}
_TAKES = {
    "meeting": "ett helt sammanträde: ange dess datum",
    "part": "ett sammanträde: ange dess datum, och med --paragraf en omedelbart justerad del",
    "vote": "ett sammanträde eller en paragraf: ange datum eller paragraf",
    "paragraph": "en paragraf: ange den, eller sammanträdets datum och --alla",
    "secret_paragraph": "en paragraf: ange den",
    "item": "en punkt: ange ärendets diarienummer, eller sammanträdets datum och --punkt",
    "quarter": "ett kvartal: ange lag och kvartal",
}
_EXAMPLES = {
    "DATUM": "2026-12-08",
    "DATUM eller §N/ÅR": "2026-12-08",
    "§N/ÅR": "§88/2026",
    "DNR": "on/2026:106",
    "--lag LAG --kvartal KVARTAL": "--lag LSS --kvartal 2026K3",
}


class DocumentKind(
    namedtuple(
        "DocumentKind",
        "name title about written of needs public in_full reads_back file_words",
        defaults=("never", False, False, ""),
    )
):
    """One kind of document.

    ``name`` is the word in ``skriv`` and the template's file name; ``title`` stands in lists on
    screen with ``about``, a line that says what the document holds; ``written`` is what is said
    when it has been written. ``file_words`` are what its file is called, when not ``name``.

    ``of`` is what it is made of: a *meeting*, a *part* of the minutes (a whole meeting's unless a §
    says another), the votes of a § or a meeting (*vote*), an open *paragraph*, a
    *secret_paragraph*, an *item* or a *quarter*. ``needs`` is what there must be first: an
    *agenda*, a kallelse that is *sent*, *paragraphs*, a *roll*, a *vote*, delegated *decisions*
    a *quarter*, or one with those before it (*quarters*).

    ``public`` says whether it is published: *never*, in a *form* of its own, or *always*, being
    made for that. ``in_full``: what the committee itself gets holds secret §§ in full; otherwise
    they are neutral there too. ``reads_back``: changes made in Word can be taken in.
    """

    __slots__ = ()
    name: str
    title: str
    about: str
    written: str
    of: str
    needs: str
    public: str
    in_full: bool
    reads_back: bool
    file_words: str

    @property
    def template(self) -> str:
        """The template's file."""
        return f"{self.name}.docx"

    @property
    def reference(self) -> str:
        """What is written after the name in ``skriv``, as its help shows it."""
        return _REFERENCES[self.of]

    @property
    def takes(self) -> str:
        """What it is of and how that is said, to whom has said something else."""
        return f"Dokumentet {self.name} gäller {_TAKES[self.of]}, till exempel {self.example}"

    @property
    def example(self) -> str:
        """A command that writes one."""
        return f"namndtui skriv {self.name} {_EXAMPLES[self.reference]}"

    @property
    def options(self) -> tuple[str, ...]:
        """The options of ``skriv`` that go with this kind only, or with some others."""
        public = ("--offentlig",) if self.public == "form" else ()
        return (*_OPTIONS[self.of], *public)

    @property
    def of_one_paragraph(self) -> bool:
        """True when it is always about one §."""
        return self.of in ("paragraph", "secret_paragraph")


DOCUMENT_KINDS: dict[str, DocumentKind] = {
    kind.name: kind
    for kind in (
        DocumentKind(
            "kallelse",
            "Kallelse",
            "föredragningslistan, en sida för varje ärende och tjänsteskrivelserna",
            "Kallelsen är skriven",
            of="meeting",
            needs="agenda",
        ),
        DocumentKind(
            "tilläggskallelse",
            "Tilläggskallelse",
            "det som är nytt sedan kallelsen: en lista, och sidorna för det",
            "Tilläggskallelsen är skriven",
            of="meeting",
            needs="sent",
            in_full=True,
        ),
        DocumentKind(
            "protokoll",
            "Protokoll",
            "sammanträdets protokoll, eller det för en omedelbart justerad del",
            "Protokollet är skrivet",
            of="part",
            needs="paragraphs",
            public="form",
            reads_back=True,
        ),
        DocumentKind(
            "beslutslista",
            "Beslutslista",
            "besluten i korthet, och vem som får dem",
            "Beslutslistan är skriven",
            of="meeting",
            needs="paragraphs",
            public="form",
        ),
        DocumentKind(
            "anslag",
            "Anslag",
            "tillkännagivandet på anslagstavlan, med hur man överklagar",
            "Anslaget är skrivet",
            of="part",
            needs="paragraphs",
            public="always",
        ),
        DocumentKind(
            "utdrag",
            "Protokollsutdrag",
            "en paragraf ur protokollet, med bestyrkande",
            "Utdraget är skrivet",
            of="paragraph",
            needs="paragraphs",
            public="form",
            reads_back=True,
        ),
        DocumentKind(
            "sekretessbilaga",
            "Sekretessbilaga",
            "en sekretessbelagd paragraf i sin helhet, skild från protokollet",
            "Sekretessbilagan är skriven",
            of="secret_paragraph",
            needs="paragraphs",
            in_full=True,
        ),
        DocumentKind(
            "närvarolista",
            "Närvarolista",
            "vem som tjänstgjorde och närvarade, § för §",
            "Närvarolistan är skriven",
            of="meeting",
            needs="roll",
        ),
        DocumentKind(
            "voteringslista",
            "Voteringslista",
            "hur var och en röstade",
            "Voteringslistan är skriven",
            of="vote",
            needs="vote",
        ),
        DocumentKind(
            "tjänsteskrivelse",
            "Tjänsteskrivelse",
            "förvaltningens skrivelse i ett ärende",
            "Skrivelsen är skriven",
            of="item",
            needs="agenda",
            in_full=True,
        ),
        DocumentKind(
            "delegationslista",
            "Delegationslista",
            "de delegationsbeslut som redovisas vid ett sammanträde, efter verksamhet och roll",
            "Delegationslistan är skriven",
            of="meeting",
            needs="decisions",
        ),
        DocumentKind(
            "ej-verkställda",
            "Redovisning till nämnden",
            "kvartalets skrivelse, med tabellen som bilaga",
            "Redovisningen är skriven",
            of="quarter",
            needs="quarters",
            file_words="ej verkställda",
        ),
        DocumentKind(
            "statistikrapport",
            "Statistikrapport",
            "kvartalets rapport till kommunfullmäktige",
            "Statistikrapporten är skriven",
            of="quarter",
            needs="quarter",
        ),
        DocumentKind(
            "ej-verkställda-offentlig",
            "Offentlig version",
            "det som får publiceras; små antal visas inte",
            "Den offentliga versionen är skriven",
            of="quarter",
            needs="quarter",
            public="always",
            file_words="ej verkställda",
        ),
    )
}
"""Name → kind, in the order of every list."""


def document_kind(name: str) -> DocumentKind:
    """The kind of that name. Raises InvalidInputError when there is no such document."""
    kind = DOCUMENT_KINDS.get(name)
    if kind is None:
        raise InvalidInputError(
            f"{name} är inget dokument som kan skrivas. Välj {', '.join(DOCUMENT_KINDS)}.", "kind"
        )
    return kind
