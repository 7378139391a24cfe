"""Tables a screen reader can read: a marked header row, whole cells, nothing merged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nämndtui.documents.word.xml import W


def table_faults(root: Any) -> Iterator[str]:
    """What is wrong with the tables under ``root``; each is named by its first words."""
    for table in root.iter(f"{W}tbl"):
        name = f"Tabellen ”{_first_words(table)}”"
        first = table.find(f"{W}tr")
        if first is None:
            yield f"{name} har inga rader."
            continue
        if not _on(first.find(f"{W}trPr/{W}tblHeader")):
            yield f"{name} har ingen markerad rubrikrad."
        for cell in table.iter(f"{W}tc"):
            if len(cell) == 0 or cell[-1].tag != f"{W}p":
                yield f"{name} har en cell som inte slutar med ett stycke."
                break
        if any(True for _ in table.iter(f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge")):
            yield f"{name} har sammanslagna celler."


def _on(mark: Any) -> bool:
    return mark is not None and mark.get(f"{W}val", "1") not in ("0", "false", "off")


def _first_words(table: Any) -> str:
    words: list[str] = []
    for node in table.iter(f"{W}t"):
        words.append((node.text or "").strip())
        if sum(map(len, words)) > 30:
            break
    return " ".join(filter(None, words))[:40]
