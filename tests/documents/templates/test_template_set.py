from __future__ import annotations

import runpy
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from nämndtui.documents.samples.template_check import check_templates
from nämndtui.documents.templates.template_set import (
    TEMPLATE_NAMES,
    copy_templates,
    find_template,
    list_templates,
)
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.errors import NotFoundError, RefusedError
from tests.documents.making import summons


def test_the_committees_own_template_is_used_before_the_shipped_one(
    tmp_path: Path, dossier: MeetingDossier, read: Callable[[bytes], Any]
) -> None:
    own = docx.Document()
    own.add_paragraph("Vår egen kallelse till {{ nämnd.namn }}")
    own.save(str(tmp_path / "kallelse.docx"))
    settings = replace(dossier.committee.settings, template_folder=str(tmp_path))
    changed = replace(dossier, committee=replace(dossier.committee, settings=settings))
    lines = read(summons(changed, date(2017, 9, 19)).content).lines
    assert lines == ["Vår egen kallelse till Omsorgsnämnden"]
    assert [t.own for t in list_templates(str(tmp_path))] == [True] + [False] * (
        len(TEMPLATE_NAMES) - 1
    )


def test_a_folder_that_is_gone_is_an_error_and_not_another_letterhead(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="mallmapp"):
        find_template("kallelse", str(tmp_path / "borta"))


def test_copied_templates_work_and_nothing_is_written_over(tmp_path: Path) -> None:
    copied = copy_templates(tmp_path / "nya")
    assert [path.name for path in copied] == [f"{n}.docx" for n in TEMPLATE_NAMES] + ["LÄSMIG.md"]
    assert check_templates(tmp_path / "nya") == []
    with pytest.raises(RefusedError, match=r"kallelse\.docx"):
        copy_templates(tmp_path / "nya")


def test_a_check_names_every_faulty_template(tmp_path: Path) -> None:
    for name, text in (
        ("kallelse", "{{ sammanträde.dagg }}"),
        ("protokoll", "{{ nämnd.namn }}"),
        ("egenkallelse", ""),
    ):
        template = docx.Document()
        template.add_paragraph(text)
        template.save(str(tmp_path / f"{name}.docx"))
    faults = check_templates(tmp_path)
    assert [f for f in faults if "kallelse.docx" in f and "Menade du ”dag”?" in f]
    assert [f for f in faults if f.startswith("egenkallelse.docx används inte")]
    assert [f for f in faults if "protokoll.docx" in f and "0 rubriker på nivå 1" in f]


def test_a_folder_to_check_must_exist(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        check_templates(tmp_path / "borta")


def test_the_shipped_templates_are_a_fresh_build_byte_for_byte(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = tmp_path / "bygg"
    shutil.copytree(templates / "bygg", scripts, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.syspath_prepend(str(scripts))
    runpy.run_path(str(scripts / "bygg_mallar.py"), run_name="__main__")
    for script in scripts.glob("*.py"):
        sys.modules.pop(script.stem, None)
    built = sorted(tmp_path.glob("*.docx"))
    assert [path.name for path in built] == sorted(f"{name}.docx" for name in TEMPLATE_NAMES)
    for path in built:
        assert path.read_bytes() == (templates / path.name).read_bytes(), path.name
