"""Pasted and imported text becomes ordinary text."""

from __future__ import annotations

from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.text.clean_text import clean_line, clean_text, visible_controls

ANY_TEXT = st.text(st.characters())
"""Every code point, lone surrogates and controls included."""


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("A\u030angstro\u0308m", "Ångström"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x0bb\x0cc\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("\x1b[31mröd\x1b[0m", "[31mröd[0m"),
        ("a\x00\x07\x7f\x9bb", "ab"),
        ("kolumn\tkolumn", "kolumn\tkolumn"),
        ("äldre\u00adomsorg\u200b", "äldreomsorg"),
        ("\ufeffnämnd", "nämnd"),
        ("a\u202eb\u2066c\u200e", "abc"),
        ("a\ud800b", "ab"),
        ("a\uffff", "a"),
        ("§\u00a088", "§\u00a088"),
        ("{{ 7*7 }} [bold] <w:p>&", "{{ 7*7 }} [bold] <w:p>&"),
        ("a\u200b\u030a", "å"),
    ],
)
def test_pasted_text_is_cleaned(pasted: str, clean: str) -> None:
    assert clean_text(pasted) == clean


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert is_normalized("NFC", once)


@given(ANY_TEXT)
def test_clean_text_can_be_encoded_and_holds_no_controls(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    assert visible_controls(cleaned) == cleaned


@given(ANY_TEXT)
def test_a_clean_line_is_one_line_and_stays_the_same(text: str) -> None:
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert "  " not in line
    assert clean_line(line) == line


def test_a_line_keeps_no_break_spaces_inside() -> None:
    assert clean_line("  §\u00a088 \n\t om\u2003 taxa ") == "§\u00a088 om taxa"


def test_escape_sequences_are_shown_not_obeyed() -> None:
    assert visible_controls("a\x1b[2J\n\tb\x9b1m\r") == "a␛[2J\n\tb␛[1m␍"
    assert visible_controls("\u202egpj") == "⟨U+202E⟩gpj"


@given(ANY_TEXT)
def test_shown_text_never_holds_a_control(text: str) -> None:
    shown = visible_controls(text)
    shown.encode("utf-8")
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in shown if c not in "\n\t")


def test_a_very_long_text_is_kept() -> None:
    assert len(clean_text("å\r\n" * 50_000)) == 100_000
