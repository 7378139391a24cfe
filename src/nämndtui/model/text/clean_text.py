"""Text from anywhere made safe to store, print and show.

The fast look-up path loads this module, so it imports ``unicodedata`` and nothing else.
"""

from __future__ import annotations

from unicodedata import normalize

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_LINE_BREAKS = (0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)
_INVISIBLE = (0xAD, 0x200B, 0xFEFF)
_NOT_IN_XML = (0xFFFE, 0xFFFF)
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_SURROGATES = range(0xD800, 0xE000)

_BLANKS_FROM = (0x09, 0x0A, 0x1680, *range(0x2000, 0x2007), *range(0x2008, 0x200B), 0x205F, 0x3000)
# No-break spaces (U+00A0, U+2007, U+202F) are not here: they are typography, not layout.
_BLANKS = dict.fromkeys(_BLANKS_FROM, " ")

# Two thousand half characters each: filled when a text first needs them, for most never do.
_CLEAN: dict[int, str | None] = {}
_VISIBLE: dict[int, str] = {}


def _clean_table() -> dict[int, str | None]:
    if not _CLEAN:
        gone = (*_CONTROLS, *_SURROGATES, *_BIDI, *_INVISIBLE, *_NOT_IN_XML)
        table: dict[int, str | None] = dict.fromkeys(gone)
        table.update(dict.fromkeys(_LINE_BREAKS, "\n"))
        del table[0x09], table[0x0A]
        _CLEAN.update(table)
    return _CLEAN


def _visible_table() -> dict[int, str]:
    if not _VISIBLE:
        table = {code: chr(0x2400 + code) for code in range(0x20)}
        table[0x7F] = "␡"
        # A control from U+0080 up is by definition ESC followed by the character 0x40 below it.
        table.update({code: "␛" + chr(code - 0x40) for code in range(0x80, 0xA0)})
        table.update({code: f"⟨U+{code:04X}⟩" for code in _BIDI})
        table.update(dict.fromkeys(_SURROGATES, "\ufffd"))
        table.update({0x2028: "␤", 0x2029: "␤"})
        del table[0x09], table[0x0A]
        _VISIBLE.update(table)
    return _VISIBLE


def clean_text(text: str) -> str:
    r"""``text`` in NFC, with ``\n`` as its only line break and no invisible controls.

    Every other kind of line break (CR, vertical tab, form feed, U+0085, U+2028, U+2029) becomes
    ``\n``. Removed: all other control characters but tab, lone surrogates, bidirectional marks,
    soft hyphen, zero-width space, byte order mark and what XML cannot hold. Cleaning twice gives
    the same as cleaning once. Never fails.
    """
    if text.isprintable():  # nothing that is removed can be printed
        return text if text.isascii() else normalize("NFC", text)
    return normalize("NFC", text.replace("\r\n", "\n").translate(_clean_table()))


def clean_line(text: str) -> str:
    """``clean_text`` on one line: each run of white space becomes one space, the ends are cut.

    No-break spaces inside the line are kept.
    """
    words = clean_text(text).translate(_BLANKS).strip().split(" ")
    return " ".join(word for word in words if word)


def has_lone_surrogate(text: str) -> bool:
    """True when ``text`` holds half a character, as a broken emoji does; no file can keep it."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def count_unkept(text: str) -> int:
    r"""How many characters ``clean_text`` removes from ``text`` or makes a line break of.

    Ordinary line breaks (``\n``, CR, CR LF) and a byte order mark first are not counted.
    """
    if text.isprintable():
        return 0
    unkept = _clean_table().keys() - {0x0D}
    return sum(ord(character) in unkept for character in text.removeprefix("\ufeff"))


def visible_controls(text: str) -> str:
    r"""``text`` with every control a terminal might obey shown as a symbol, ESC as ``␛``.

    ``\n`` and ``\t`` are kept. Nothing is removed except lone surrogates, shown as U+FFFD because
    no output can encode them.
    """
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return text.translate(_visible_table())
