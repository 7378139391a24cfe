"""The packages shown in the handbook can be copied and taken in."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nämndtui.exchange.package.read import read_package
from nämndtui.exchange.package.schema import package_schema
from nämndtui.model.text.vocabulary import SETTINGS
from tests.conftest import REPOSITORY

PAGE = REPOSITORY / "docs" / "handbok" / "paket.md"


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def _files(value: Any) -> Iterator[str]:
    """The files a package names."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in ("$fil", "fil"):
                yield part
            yield from _files(part)
    elif isinstance(value, list):
        for part in value:
            yield from _files(part)


def test_every_setting_stands_in_the_handbook_with_what_it_is_at_first() -> None:
    page = PAGE.with_name("installningar.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| [^|]+ \| `(\S+)` \| (.*) \|$", page, re.MULTILINE))
    assert list(rows) == [name for name, _ in SETTINGS.values()]
    rules = package_schema()["$defs"]["inställningar"]["properties"]
    for name, shown in rows.items():
        default = rules[name]["default"]
        words = {True: "ja", False: "nej"}.get(default) if isinstance(default, bool) else None
        many = ", ".join(default) if isinstance(default, list) else str(default)
        assert shown == (words or many or "tom"), name


def test_the_examples_are_packages(tmp_path: Path) -> None:
    members = _blocks("csv")[0]
    read = []
    for block in _blocks("json"):
        for name in _files(json.loads(block)):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(members if name.endswith(".csv") else "Innehåll", encoding="utf-8")
        (tmp_path / "paket.json").write_text(block, encoding="utf-8")
        read.append(read_package(tmp_path))
    smallest, whole = read
    assert smallest.committees[0].meetings[0].items[0].number == 1
    meeting = whole.committees[0].meetings[0]
    assert [str(a.number) for a in meeting.items[1].attachments] == ["1", "2", "2:1"]
    assert meeting.paragraphs[0].points == meeting.items[1].staff_proposal
    assert meeting.items[2].chair_differs
    assert meeting.chair is not None
    assert meeting.chair.person.name == "Karin Ek"
    assert len(whole.files) == 1


def test_the_example_of_what_was_sent_fits_the_whole_meeting(tmp_path: Path) -> None:
    (part,) = re.findall(r"```\n(  \"utskick\".*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    block = json.loads(_blocks("json")[1])
    block["nämnder"][0]["sammanträden"][0] |= json.loads(f"{{{part}}}")
    for name in _files(block):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        text = _blocks("csv")[0] if name.endswith(".csv") else "Innehåll"
        path.write_text(text, encoding="utf-8")
    (tmp_path / "paket.json").write_text(json.dumps(block), encoding="utf-8")
    meeting = read_package(tmp_path).committees[0].meetings[0]
    memos = [one for sending in meeting.sendings for one in sending.documents if one.kind == "memo"]
    assert [one.version for one in memos] == [1, 2]
    assert {one.item_id for one in memos} == {meeting.items[1].id}
