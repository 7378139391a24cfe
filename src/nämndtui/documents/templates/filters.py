"""The filters a template may use, bound to one rendering."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from nämndtui.documents.templates.undefined import NamedUndefined
from nämndtui.documents.word.chart_xml import Chart, drawing_run
from nämndtui.documents.word.markdown_inline import inline_runs
from nämndtui.documents.word.markdown_parse import markdown_parser
from nämndtui.documents.word.markdown_word import markdown_to_word, points_to_word
from nämndtui.documents.word.numbering import ListNumbers, ListSpec
from nämndtui.documents.word.styles import StyleIds
from nämndtui.documents.word.typography import typeset
from nämndtui.documents.word.xml import cleaned_xml_text, field_runs, text_run
from nämndtui.model.text.clean_text import clean_line, clean_text

_BOOKMARK_FIRST_ID = 5000


class Rendering:
    """What the filters of one rendering share: styles, list numbers, bookmarks, page headers."""

    def __init__(self, styles: StyleIds, numbers: ListNumbers) -> None:
        self.styles = styles
        self.numbers = numbers
        self.header_values: list[Any] = []
        self.charts: list[Chart] = []
        self._bookmarks = 0

    def markdown(self, text: str, level: int = 3) -> Markup:
        """``{{p text|md(3) }}``: paragraphs, lists and tables; its highest heading is level 3."""
        return Markup(markdown_to_word(text, self.styles, level).xml(self.numbers))

    def points(self, texts: Sequence[str]) -> Markup:
        """``{{p förslag|punkter }}``: a numbered list, or plain paragraphs when there is one."""
        if len(texts) == 1:
            return self.markdown(texts[0], 6)
        return Markup(points_to_word(texts, self.styles, numbered=True).xml(self.numbers))

    def bullets(self, texts: Sequence[str]) -> Markup:
        """``{{p bilagor|punktlista }}``: a list with bullets, its texts taken as they are."""
        mark = (
            f'<w:p><w:pPr><w:pStyle w:val="{self.styles.bullet}"/><w:numPr><w:ilvl w:val="0"/>'
            f'<w:numId w:val="{self._bullet_instance()}"/></w:numPr></w:pPr>'
        )
        return Markup("".join(f"{mark}{text_run(_line(text))}</w:p>" for text in texts))

    def inline(self, text: str) -> Markup:
        """``{{r text|inrad }}``: Markdown inside a line of the template's own."""
        tokens = markdown_parser().parseInline(clean_line(text))
        return Markup(inline_runs(tokens[0].children or [], self.styles) if tokens else "")

    def bookmark(self, name: str) -> Markup:
        """``{{r punkt.bokmärke|bokmärke }}``: the place ``sidnummer`` and ``länk`` point at."""
        self._bookmarks += 1
        number = _BOOKMARK_FIRST_ID + self._bookmarks
        return Markup(
            f'<w:bookmarkStart w:id="{number}" w:name="{_bookmark_name(name)}"/>'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def page_number(self, name: str) -> Markup:
        """``{{r punkt.bokmärke|sidnummer }}``: the page where the bookmark stands, as a field."""
        runs = field_runs(f"PAGEREF {_bookmark_name(name)}", "")
        begin = '<w:fldChar w:fldCharType="begin"'
        return Markup(runs.replace(f"{begin}/>", f'{begin} w:dirty="true"/>'))

    def link(self, text: str, name: str) -> Markup:
        """``{{r punkt.rubrik|länk(punkt.bokmärke) }}``: text that leads to the bookmark."""
        return Markup(
            f'<w:hyperlink w:anchor="{_bookmark_name(name)}" w:history="1">'
            f"{text_run(_line(text))}</w:hyperlink>"
        )

    def page_header(self, value: Any) -> Markup:
        """``{{r punkt|sidhuvud }}``: header and footer of this section speak of ``value``."""
        self.header_values.append(value)
        return Markup(f"<?sidhuvud {len(self.header_values) - 1}?>")

    def chart(self, value: Mapping[str, Any], width: int = 78, height: int = 62) -> Markup:
        """``{{r kurva|diagram(78, 62) }}``: a chart, its width and height in millimetres."""
        series = tuple((str(one["namn"]), tuple(one["värden"])) for one in value["serier"])
        labels = tuple(str(label) for label in value["kvartal"])
        self.charts.append(
            Chart(str(value["rubrik"]), str(value["alternativtext"]), labels, series)
        )
        return Markup(drawing_run(self.charts[-1], len(self.charts), width, height))

    def _bullet_instance(self) -> int:
        return self.numbers.instance(ListSpec(False))


def template_environment(rendering: Rendering) -> ImmutableSandboxedEnvironment:
    """The Jinja environment of one rendering: sandboxed, strict, escaping; Swedish filters."""
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=NamedUndefined, finalize=_finalize
    )
    filters: dict[str, Callable[..., Any]] = {
        "md": rendering.markdown,
        "punkter": rendering.points,
        "punktlista": rendering.bullets,
        "inrad": rendering.inline,
        "bokmärke": rendering.bookmark,
        "sidnummer": rendering.page_number,
        "länk": rendering.link,
        "sidhuvud": rendering.page_header,
        "diagram": rendering.chart,
    }
    environment.filters.update(filters)
    return environment


FILTERS = (
    *("md", "punkter", "punktlista", "inrad"),
    *("bokmärke", "sidnummer", "länk", "sidhuvud", "diagram"),
)
"""The filters the program adds to Jinja's own."""


def _finalize(value: Any) -> Any:
    """Every printed value: XML from a filter as it is, all else as clean, typeset, escaped text."""
    if hasattr(value, "__html__") or isinstance(value, NamedUndefined):
        return value
    return Markup(cleaned_xml_text(typeset(str(value))))


def _line(text: str) -> str:
    return cleaned_xml_text(typeset(clean_text(text).replace("\n", " ")))


def _bookmark_name(name: str) -> str:
    return "_" + re.sub(r"[^A-Za-z0-9_]", "_", name)[:38]
