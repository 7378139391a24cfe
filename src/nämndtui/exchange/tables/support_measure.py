"""The kind of support as lists write it, often with its provision: ``Särskilt boende, 11 kap 1 §``.

The provision itself is never taken from the list: it follows from the law and the date (B8).
"""

from __future__ import annotations

import re

_LAW = r"(?:sol|lss|socialtjänstlagen|lagen om stöd och service[^,;]*)"
_PLACE = (
    r"(?:[0-9]+\s*kap\.?\s*)?[0-9]+\s*[a-z]?\s*§+"
    r"(?:\s*(?:första\s+stycket\s*)?(?:p(?:unkt|\.)?\s*)?[0-9]{1,2}\b\.?)?"
)
_LEADING = re.compile(
    rf"^\s*{_PLACE}\s*(?:{_LAW}\b)?(?:\s*\([0-9]{{4}}:[0-9]+\))?[\s,.:;–-]*", re.IGNORECASE
)
_PROVISION = re.compile(r"[,;]?\s*(?:enligt\s+)?\(?[0-9]+\s*(?:kap\b\.?|§).*$", re.IGNORECASE)
_TRAILING_LAW = re.compile(rf"[,;]?\s*(?:\benligt\s+)?\(?\b{_LAW}\)?\s*$", re.IGNORECASE)


def measure_alone(written: str) -> str:
    """The support without provision and law; the whole text when there is nothing beside them."""
    bare = _LEADING.sub("", written)
    bare = _TRAILING_LAW.sub("", _PROVISION.sub("", bare)).strip(" ,;.–-")
    return bare or written.strip(" ,;")


def law_in(written: str) -> str:
    """``lss`` or ``sol`` when the text names the law; else empty."""
    folded = written.casefold()
    if re.search(r"\blss\b|stöd och service", folded):
        return "lss"
    return "sol" if re.search(r"\bsol\b|socialtjänstlagen", folded) else ""
