"""A file name from anywhere becomes one that can be written in a folder."""

from __future__ import annotations

import pytest

from nämndtui.model.text.file_name import plain_file_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("budget.xlsx", "budget.xlsx"),
        ("..", "bilaga"),
        ("", "bilaga"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Nämnd\\årsplan.docx", "årsplan.docx"),
        ("a\0b\x1b.pdf", "ab.pdf"),
        ('Vad? "Nu": svar|ja*.pdf', "Vad Nu svarja.pdf"),
        (".gömd", "gömd"),
    ],
)
def test_only_a_safe_last_part_is_kept(given: str, kept: str) -> None:
    assert plain_file_name(given) == kept
    assert plain_file_name(kept) == kept


def test_a_long_name_keeps_its_ending() -> None:
    name = plain_file_name("x" * 900 + ".pdf")
    assert len(name) == 150
    assert name.endswith("x.pdf")
