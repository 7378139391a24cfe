"""Real Word lists: every ordered list its own instance, so that each begins at its own number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import etree

from nämndtui.documents.word.xml import NAMESPACE, W

_LEVELS = 9
_INDENT = 397  # 0.7 cm a level, in twentieths of a point
_BULLETS = ("•", "–", "•", "–", "•", "–", "•", "–", "•")


@dataclass(frozen=True)
class ListSpec:
    """One list of a text: ordered or not, its nesting level from 0 and its first number."""

    ordered: bool
    level: int = 0
    start: int = 1


class ListNumbers:
    """Hands out list instances (``w:numId``) and writes them to the numbering part.

    Takes the ``w:numbering`` and ``w:styles`` roots. The look of the lists is the template's own
    where its list styles carry a definition with nine levels, else a plain one added here.
    """

    def __init__(self, numbering_root: Any, styles_root: Any) -> None:
        self._root = numbering_root
        self._next = 1 + max(
            (int(num.get(f"{W}numId")) for num in numbering_root.iter(f"{W}num")), default=0
        )
        self._last_num = self._place_for_instances()
        self._bullet_source = self._definition(styles_root, "list bullet", ordered=False)
        self._number_source = self._definition(styles_root, "list number", ordered=True)
        self._bullet_id = 0

    def instance(self, spec: ListSpec) -> int:
        """The ``numId`` for a list: one shared by all bullets, a new one for each ordered list."""
        if not spec.ordered:
            if not self._bullet_id:
                self._bullet_id = self._add(self._bullet_source, "")
            return self._bullet_id
        override = (
            f'<w:lvlOverride w:ilvl="{spec.level}">'
            f'<w:startOverride w:val="{spec.start}"/></w:lvlOverride>'
        )
        return self._add(self._number_source, override)

    def _add(self, source: int, override: str) -> int:
        number = self._next
        self._next += 1
        element = etree.fromstring(
            f'<w:num xmlns:w="{NAMESPACE}" w:numId="{number}">'
            f'<w:abstractNumId w:val="{source}"/>{override}</w:num>'
        )
        if self._last_num is None:
            self._root.append(element)
        else:
            self._last_num.addnext(element)
        self._last_num = element
        return number

    def _place_for_instances(self) -> Any:
        children = [child for child in self._root if child.tag in (f"{W}num", f"{W}abstractNum")]
        return children[-1] if children else None

    def _definition(self, styles_root: Any, style_name: str, ordered: bool) -> int:
        found = self._definition_of_style(styles_root, style_name)
        return self._add_definition(ordered) if found is None else found

    def _definition_of_style(self, styles_root: Any, style_name: str) -> int | None:
        for style in styles_root.iter(f"{W}style"):
            name = style.find(f"{W}name")
            if name is None or name.get(f"{W}val", "").casefold() != style_name:
                continue
            num_id = style.find(f"{W}pPr/{W}numPr/{W}numId")
            if num_id is None:
                return None
            return self._nine_levels(num_id.get(f"{W}val"))
        return None

    def _nine_levels(self, num_id: str) -> int | None:
        sources = {
            num.get(f"{W}numId"): num.find(f"{W}abstractNumId").get(f"{W}val")
            for num in self._root.iter(f"{W}num")
        }
        for definition in self._root.iter(f"{W}abstractNum"):
            if definition.get(f"{W}abstractNumId") == sources.get(num_id):
                enough = len(definition.findall(f"{W}lvl")) == _LEVELS
                return int(definition.get(f"{W}abstractNumId")) if enough else None
        return None

    def _add_definition(self, ordered: bool) -> int:
        used = [int(a.get(f"{W}abstractNumId")) for a in self._root.iter(f"{W}abstractNum")]
        number = 1 + max(used, default=0)
        element = etree.fromstring(list_definition(number, ordered))
        definitions = self._root.findall(f"{W}abstractNum")
        if definitions:
            definitions[-1].addnext(element)
        else:
            self._root.insert(0, element)
        if self._last_num is None or self._last_num.tag == f"{W}abstractNum":
            self._last_num = element
        return number


def list_definition(number: int, ordered: bool, style_id: str = "") -> str:
    """An ``w:abstractNum`` with nine levels; ``style_id`` ties its first level to a style."""
    levels = []
    for level in range(_LEVELS):
        left = _INDENT * (level + 1)
        shape = (
            f'<w:start w:val="1"/><w:numFmt w:val="{_number_format(level)}"/>'
            if ordered
            else '<w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        )
        style = f'<w:pStyle w:val="{style_id}"/>' if style_id and level == 0 else ""
        text = f"%{level + 1}." if ordered else _BULLETS[level]
        levels.append(
            f'<w:lvl w:ilvl="{level}">{shape}{style}<w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
            f'<w:ind w:left="{left}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
        )
    return (
        f'<w:abstractNum xmlns:w="{NAMESPACE}" w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
    )


def _number_format(level: int) -> str:
    return ("decimal", "lowerLetter", "lowerRoman")[level % 3]
