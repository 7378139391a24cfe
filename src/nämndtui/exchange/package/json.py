"""Text and JSON from a file somebody else wrote, read strictly and explained in Swedish."""

from __future__ import annotations

import codecs
import json
from typing import Any, NoReturn
from unicodedata import normalize

from nämndtui.exchange.package.error import PackageError
from nämndtui.model.text.clean_text import clean_line

_WRONG = {
    "Expecting value": "här saknas ett värde",
    "Expecting ',' delimiter": "här saknas ett komma eller en avslutande parentes",
    "Expecting ':' delimiter": "här saknas ett kolon efter nyckeln",
    "Expecting property name enclosed in double quotes": (
        'här väntas en nyckel inom raka citattecken ("); kanske står ett komma för mycket före'
    ),
    "Illegal trailing comma before end of": "här står ett komma för mycket",
    "Unterminated string starting at": "texten som börjar här saknar sitt avslutande citattecken",
    "Invalid control character at": "radbrytning eller tabb mitt i en text; skriv \\n eller \\t",
    "Invalid \\": "ett omvänt snedstreck är fel använt; skriv \\\\ om det ska stå i texten",
    "Extra data": "det står något efter paketets slut",
}


_SQLITE = b"SQLite format 3\0"
_LOOKED_AT = 8000
"""Bytes. A text has no NUL; other files have one early."""


def decode_text(data: bytes, name: str) -> str:
    """``data`` as UTF-8 text, with or without byte order mark; ``name`` is the file's.

    Raises PackageError for any other encoding.
    """
    if data.startswith(_SQLITE):
        raise PackageError(
            [
                f"{name} är en databas, inget paket. Titta i den med --db, eller gör ett paket av "
                "den: namndtui exportera -o paket.json --db FIL"
            ]
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise PackageError([f"{name} är sparad som UTF-16. Spara om filen som UTF-8."])
    if b"\0" in data[:_LOOKED_AT]:
        raise PackageError(
            [f"{name} är ingen textfil. Ett paket är en JSON-fil, en mapp eller en zipfil."]
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PackageError(
            [f"{name}, rad {line}: tecknen är inte UTF-8. Spara om filen som UTF-8."]
        ) from None


def parse_json(data: bytes, name: str) -> Any:
    """The JSON value in ``data``; keys in NFC. ``name`` is the file's, for messages.

    Raises PackageError: not UTF-8, not JSON (with line and column), a key given twice, a number
    that JSON does not have, nesting without end.
    """

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            key = normalize("NFC", key)
            if key in found:
                shown = clean_line(key)[:40]
                raise PackageError([f"{name}: nyckeln ”{shown}” står två gånger i samma objekt."])
            found[key] = value
        return found

    def refuse_constant(word: str) -> NoReturn:
        raise PackageError(
            [f"{name}: {word} är inget tal i JSON. Skriv ett tal eller ta bort det."]
        )

    text = decode_text(data, name)
    try:
        return json.loads(text, object_pairs_hook=members, parse_constant=refuse_constant)
    except json.JSONDecodeError as error:
        what = next((said for start, said in _WRONG.items() if error.msg.startswith(start)), "")
        raise PackageError(
            [
                f"{name}, rad {error.lineno}, kolumn {error.colno}: filen är inte riktig JSON – "
                f"{what or 'den går inte att tolka här'}."
            ]
        ) from None
    except RecursionError:
        raise PackageError([f"{name} är nästlad för djupt för att vara ett paket."]) from None
    except ValueError:
        raise PackageError([f"{name}: ett tal har för många siffror."]) from None
