"""Swedish typography in running text: what must not be parted at the end of a line."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
JOINER = "\u2060"
"""Has no width, and keeps the line from being broken where it stands."""

_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_UNITS = r"%|§§?|kap\.|procent\b|kr\b|tkr\b|mkr\b|mnkr\b|miljoner\b|månader\b|år\b"
_JOINED = re.compile(
    rf"(?<=§)[ ](?=\d)|(?<=\bkl\.)[ ](?=\d)|(?<=\bkl)[ ](?=\d)"
    rf"|(?<=\d)[ ](?={_UNITS}|(?:{_MONTHS})\b)"
    rf"|(?<=\d)[ ](?=[a-z] §)|(?<=\d[ {NO_BREAK}][a-z])[ ](?=§)"
    r"|(?<=[\d§])[ ](?=(?:LSS|SoL)\b)"
)
_RANGES = re.compile(r"§§[ \u00a0]\d[\d,– \u00a0]*")
_THOUSANDS = re.compile(r"(?<![\d.,/:-])\d{1,3}(?:[ ]\d{3})+(?![\d/:-])")


def typeset(text: str) -> str:
    """``text`` with no-break spaces where Swedish keeps things together.

    ``§ 88``, ``6 kap. 39 §``, ``28 f § LSS``, ``kl. 18.30``, ``26 september``, ``16 %``,
    ``8 mnkr``, ``1 067 317``; and joiners in ``§§ 84–97``, else parted after the dash. Nothing
    else is changed, so words and numbers stay as they were written.
    """
    if "§§" in text:
        text = _RANGES.sub(lambda found: found[0].replace("–", f"{JOINER}–{JOINER}"), text)
    if " " not in text:
        return text
    text = _JOINED.sub(NO_BREAK, text)
    return _THOUSANDS.sub(lambda match: match[0].replace(" ", NO_BREAK), text)
