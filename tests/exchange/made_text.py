"""Texts, days and small parts that a package may hold, hostile ones among them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from hypothesis import strategies as st

from nämndtui.model.agenda import agenda_item as ai
from nämndtui.model.text.clean_text import clean_line, clean_text
from nämndtui.model.text.personal_number import find_personal_number

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[Any]], Any]

HOSTILE = (
    "[bold]röd[/bold] och [/",
    "{{ 7*7 }} {% raw %}",
    "<w:p>&amp;</w:p>",
    "\x1b[31mröd\x1b[0m",
    "före\x0befter",
    "a\u030angstro\u0308m",
    "Namn (KS/2017:175)",
    "Namn, titel, mer",
    '{"$fil": "x.md"}',
    "rad ett\nrad två\r\n\trad tre",
    "”citat” 'apostrof' \"rakt\" \\n",
    "§\u00a088",
)
_any = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12))


def _allowed(value: str) -> bool:
    return find_personal_number(value) is None


texts = _any.map(clean_text).filter(_allowed)
lines = _any.map(clean_line).filter(_allowed)
names = lines.filter(bool)
days = st.dates(date(2000, 1, 1), date(2040, 12, 31))
clocks = st.times().map(lambda t: t.replace(second=0, microsecond=0))
flags = st.booleans()


def tuples(of: st.SearchStrategy[T], **limits: Any) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(of, **{"max_size": 3, **limits}).map(tuple)


def maybe(of: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | of


memos = st.builds(
    ai.StaffMemo,
    date=maybe(days),
    references=tuples(names),
    addressee=lines,
    body=texts,
    signatures=tuples(st.builds(ai.MemoSignature, names, lines)),
)
