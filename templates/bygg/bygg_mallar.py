"""Builds the shipped Word templates: ``python templates/bygg/bygg_mallar.py``.

The files can be opened and changed in Word; this script is how the shipped ones came to be, and
a test holds them against a fresh build.
"""

from __future__ import annotations

from pathlib import Path

from announcement_template import announcement_template
from attendance_template import attendance_template
from decision_list_template import decision_list_template
from delegation_template import delegation_template
from memo_template import memo_template
from minutes_template import extract_template, minutes_template
from public_template import public_template
from secrecy_template import secrecy_template
from statistics_template import statistics_template
from summons_template import summons_template
from supplement_template import supplement_template
from unenforced_template import unenforced_template
from vote_template import vote_template

TEMPLATES = {
    "kallelse.docx": summons_template,
    "tilläggskallelse.docx": supplement_template,
    "protokoll.docx": minutes_template,
    "utdrag.docx": extract_template,
    "tjänsteskrivelse.docx": memo_template,
    "beslutslista.docx": decision_list_template,
    "anslag.docx": announcement_template,
    "närvarolista.docx": attendance_template,
    "voteringslista.docx": vote_template,
    "sekretessbilaga.docx": secrecy_template,
    "delegationslista.docx": delegation_template,
    "ej-verkställda.docx": unenforced_template,
    "ej-verkställda-offentlig.docx": public_template,
    "statistikrapport.docx": statistics_template,
}


def build(folder: Path) -> None:
    """Write every template to ``folder``."""
    for name, make in TEMPLATES.items():
        (folder / name).write_bytes(make())


if __name__ == "__main__":
    build(Path(__file__).resolve().parents[1])
