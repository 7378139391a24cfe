from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from nämndtui.documents.samples.sendings import with_sample_sendings
from nämndtui.documents.word.accessibility import accessibility_faults
from nämndtui.documents.word.package import write_package
from nämndtui.model.record.dossier import MeetingDossier
from tests.documents.making import (
    extract,
    minutes,
    staff_memo,
    summons,
    supplement,
)

SENT = date(2017, 9, 19)
MAKERS: dict[str, Callable[[MeetingDossier], bytes]] = {
    "kallelse": lambda d: summons(d, SENT).content,
    "tilläggskallelse": lambda d: supplement(with_sample_sendings(d, SENT), SENT).content,
    "protokoll": lambda d: minutes(d).content,
    "utdrag": lambda d: extract(d, 85).content,
    "tjänsteskrivelse": lambda d: staff_memo(d, d.items[3]).content,
}
HEADING = '<w:p><w:pPr><w:pStyle w:val="Rubrik{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
LINE = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" name="Logotyp"/></wp:inline></w:drawing></w:r></w:p>'
)


@pytest.mark.parametrize("kind", MAKERS)
def test_every_document_is_accessible(kind: str, dossier: MeetingDossier) -> None:
    assert accessibility_faults(MAKERS[kind](dossier)) == []


def changed(content: bytes, part: str, pattern: str, replacement: str) -> bytes:
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    before = parts[part].decode("utf-8")
    after = re.sub(pattern, lambda _: replacement, before, count=1, flags=re.DOTALL)
    assert after != before
    return write_package({**parts, part: after.encode("utf-8")})


@pytest.mark.parametrize(
    ("part", "pattern", "replacement", "said"),
    [
        ("docProps/core.xml", r"<dc:title>.*?</dc:title>", "", "ingen titel"),
        ("word/styles.xml", 'w:lang w:val="sv-SE"', 'w:lang w:val="en-US"', "inte svenska"),
        ("word/document.xml", "<w:tblHeader/>", "", "ingen markerad rubrikrad"),
        ("word/document.xml", "</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>', "sammanslagna"),
        ("word/document.xml", "<w:body[^>]*>", "<w:body><w:p/>" + LINE.format("x"), "tom rad"),
        ("word/document.xml", "<w:body[^>]*>", "<w:body>" + HEADING.format(1, "Två"), "2 rubriker"),
        ("word/document.xml", 'pStyle w:val="Rubrik1"', 'pStyle w:val="Rad"', "0 rubriker"),
        ("word/document.xml", "<w:sectPr>", HEADING.format(5, "Djup") + "<w:sectPr>", "hoppar"),
        ("word/document.xml", "<w:sectPr>", HEADING.format(2, " ") + "<w:sectPr>", "är tom"),
        ("word/document.xml", "<w:sectPr>",
         LINE.format("- ett") + LINE.format("- två") + "<w:sectPr>", "skriven för hand"),
        ("word/document.xml", "<w:sectPr>", PICTURE + "<w:sectPr>", "alternativtext"),
        ("word/document.xml", 'pStyle w:val="Rubrik1"', 'pStyle w:val="Okand"', "Okand"),
        ("word/document.xml", r"<w:sectPr>",
         "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc></w:tc></w:tr></w:tbl><w:sectPr>",
         "inte slutar med ett stycke"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(
    part: str, pattern: str, replacement: str, said: str, dossier: MeetingDossier
) -> None:
    memo = MAKERS["tjänsteskrivelse"](dossier)
    faults = accessibility_faults(changed(memo, part, pattern, replacement))
    assert [fault for fault in faults if said in fault], faults
