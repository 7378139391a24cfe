from __future__ import annotations

from datetime import date

import pytest

from nämndtui.documents.kinds.file_names import document_name
from nämndtui.model.people.committee import Committee

DAY = date(2017, 9, 26)


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("kallelse", "2017-09-26 VON kallelse.docx"),
        ("protokoll §§ 84-97", "2017-09-26 VON protokoll §§ 84-97.docx"),
        ("tjänsteskrivelse von/2017:106", "2017-09-26 VON tjänsteskrivelse von-2017-106.docx"),
        ("../../etc/passwd", "2017-09-26 VON etc-passwd.docx"),
        ("a\x00b\x1b\nc?*", "2017-09-26 VON ab c.docx"),
        ("va\u030ard", "2017-09-26 VON vård.docx"),
    ],
)
def test_names_are_safe_everywhere(what: str, name: str) -> None:
    assert document_name(DAY, Committee(1, "VON", "", ""), what) == name


def test_a_long_name_is_cut_and_keeps_its_ending() -> None:
    name = document_name(DAY, Committee(1, "X" * 300, "", ""), "kallelse " + "å" * 300)
    assert len(name.encode("utf-8")) < 256
    assert name.startswith("2017-09-26 XXXXXXXXXXXXXXXXXXXX kallelse å") and name.endswith(".docx")
