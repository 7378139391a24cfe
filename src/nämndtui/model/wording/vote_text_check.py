"""Whether a § that tells of votes in words and a table says what the registered votes say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nämndtui.model.decisions.vote import CHOICES, Vote
from nämndtui.model.wording.vote import ballot_name, result_sentence

_COUNTS = re.compile(r"([0-9]+)\s+(ja|nej)-röst")
_HEADS = {"ja": "yes", "nej": "no", "avstår": "abstain", "frånvarande": "absent"}
_WORDS: dict[str, str] = dict(zip(CHOICES, ("Ja", "Nej", "Avstår", "Frånvarande"), strict=True))


def vote_text_faults(text: str, votes: Sequence[Vote]) -> Iterator[str]:
    """Swedish sentences on what ``text`` (Markdown) says otherwise than ``votes``.

    Without registered votes the text is all there is, and nothing is held against it.
    """
    if not votes:
        return
    wanted = [found for vote in votes for found in _counts(result_sentence(vote))]
    if _counts(text) != wanted:
        yield "Omröstningen anger andra rösttal än de registrerade rösterna."
    yield from _rows(text, votes)


def _counts(text: str) -> list[tuple[str, str]]:
    return [(found[1], found[2]) for found in _COUNTS.finditer(text)]


def _rows(text: str, votes: Sequence[Vote]) -> Iterator[str]:
    """Where a table of the text gives somebody another vote than the registered one."""
    open_votes = [vote for vote in votes if not vote.secret and vote.ballots]
    for vote, table in zip(open_votes, _tables(text), strict=False):
        for ballot in vote.ballots:
            written = table.get(_plain(ballot_name(ballot)))
            if written is not None and written != ballot.choice:
                told, kept = _WORDS.get(written, "inget"), _WORDS[ballot.choice]
                yield (f"Röstlistan anger {told} för {ballot.person.name}; registrerat är {kept}.")


def _tables(text: str) -> Iterator[dict[str, str]]:
    """Name → choice for each Markdown table that has a column *Ja*; "" where no X stands."""
    heads: list[str] = []
    rows: dict[str, str] = {}
    for line in [*text.split("\n"), ""]:
        cells = _cells(line)
        if not cells:
            if rows:
                yield rows
            heads, rows = [], {}
        elif not heads:
            heads = [_HEADS.get(cell.casefold(), "") for cell in cells]
        elif "yes" in heads and not set("".join(cells)) <= set("-: "):
            marked = [head for head, cell in zip(heads, cells, strict=False) if head and cell]
            rows[_plain(cells[0])] = marked[0] if len(marked) == 1 else ""


def _cells(line: str) -> list[str]:
    if not line.lstrip().startswith("|"):
        return []
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", inner)]


def _plain(name: str) -> str:
    return " ".join(name.replace("\\", "").split())
