"""What a Word file says it is: the title among its properties."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_title(content: bytes) -> str:
    """The title property of a .docx, such as ``Sammanträdesprotokoll Omsorgsnämnden 2017-09-26``.

    Empty when it has none or is no Word file.
    """
    try:
        with ZipFile(BytesIO(content)) as package:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            title = etree.fromstring(package.read("docProps/core.xml"), parser).find(_TITLE)
    except (BadZipFile, KeyError, ValueError, etree.XMLSyntaxError, RuntimeError):
        return ""
    return "" if title is None else str(title.text or "")
