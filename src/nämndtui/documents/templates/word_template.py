"""docxtpl's template, made strict: nothing vanishes, nothing is done twice, headers per section."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docxtpl import DocxTemplate
from jinja2 import Environment, Template, TemplateError, meta
from lxml import etree

from nämndtui.documents.templates.error import TemplateFaultError, explain_fault
from nämndtui.documents.templates.filters import Rendering, template_environment
from nämndtui.documents.word.chart_xml import CHART_RELATION, CHART_TYPE, chart_part, relation_id
from nämndtui.documents.word.numbering import ListNumbers
from nämndtui.documents.word.numbering_part import numbering_root
from nämndtui.documents.word.sections import apply_section_headers, settle_section_breaks
from nämndtui.documents.word.styles import find_styles
from nämndtui.documents.word.table_grid import fit_table_grids
from nämndtui.documents.word.xml import W

_SECTION_NAME = "sidhuvud"
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_PLACES = {"header": "sidhuvudet", "footer": "sidfoten"}
# What Jinja or a filter raises when a template uses a field as something it is not.
_FAULTS = (TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError)
_ODD_CHARACTERS = frozenset("\t\a\n\f")


class WordTemplate(DocxTemplate):  # type: ignore[misc]
    """One rendering of one template. ``name`` is what errors call the template."""

    def __init__(self, package: bytes, name: str) -> None:
        super().__init__(BytesIO(package))
        self.name = name
        self._source = ""
        self._body: Any = None
        self._later: dict[str, tuple[Any, Template, str]] = {}
        self._made: dict[tuple[str, str], str] = {}
        self._context: dict[str, Any] = {}
        self._environment: Environment | None = None
        self._rendering: Rendering | None = None

    def render_strict(self, context: dict[str, Any]) -> None:
        """Render ``context`` (plain dicts, lists and strings). Raises TemplateFaultError."""
        self.init_docx()
        styles_root = self.docx.part._styles_part.element
        numbers = ListNumbers(numbering_root(self.docx.part), styles_root)
        self._rendering = Rendering(find_styles(styles_root), numbers)
        self._environment = template_environment(self._rendering)
        self._context = context
        self.render(context, self._environment, autoescape=True)
        self._add_charts(self._rendering)

    def _add_charts(self, rendering: Rendering) -> None:
        document = self.docx.part
        for number, chart in enumerate(rendering.charts, 1):
            name = PackURI(f"/word/charts/chart{number}.xml")
            part = Part(name, CHART_TYPE, chart_part(chart), document.package)
            document.rels.add_relationship(CHART_RELATION, part, relation_id(number))

    def render_xml_part(
        self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Any = None
    ) -> str:
        """docxtpl's own, with every fault explained in Swedish."""
        self._source = _paragraph_a_line(src_xml)
        try:
            return str(super().render_xml_part(src_xml, part, context, jinja_env))
        except _FAULTS as error:
            raise self._explained(error, _place(part)) from error

    def resolve_listing(self, xml: str) -> str:
        """Line breaks in values; skipped, as it is slow, when no value has any."""
        return xml if _ODD_CHARACTERS.isdisjoint(xml) else str(super().resolve_listing(xml))

    def fix_tables(self, xml: str) -> Any:
        """The body as a tree. Broken XML is an error here, not silently mended text.

        It is parsed inside its document: moving a finished tree into another costs time that
        grows with the square of its size.
        """
        whole = self.xml_to_string(self.docx._element)
        start, end = whole.index("<w:body"), whole.rindex("</w:body>") + len("</w:body>")
        try:
            root = etree.fromstring(
                whole[:start] + xml + whole[end:], etree.XMLParser(huge_tree=True)
            )
        except etree.XMLSyntaxError as error:
            raise TemplateFaultError(
                f"Mallen {self.name} ger ett trasigt dokument. Kontrollera att {{%p … %}} och "
                f"{{{{p … }}}} står ensamma i sina stycken."
            ) from error
        self._body = root.find(f"{W}body")
        fit_table_grids(self._body)
        return self._body

    def map_tree(self, tree: Any) -> None:
        """Let the document part be the tree that ``fix_tables`` made."""
        self.docx.part._element = tree.getparent()

    def build_headers_footers_xml(
        self, context: dict[str, Any], uri: str, jinja_env: Any = None
    ) -> Any:
        """Render headers that are the same everywhere; keep those that differ by section."""
        for relation, part in self.get_headers_footers(uri):
            source = self.patch_xml(self.get_part_xml(part))
            if _SECTION_NAME in source and self._keep_for_sections(relation, part, source):
                continue
            xml = self.render_xml_part(source, part, context, jinja_env)
            yield relation, _with_fitted_tables(xml)

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Nothing: properties are plain text, set by the caller, and must not be escaped."""

    def render_footnotes(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Section headers first, then docxtpl's footnotes once (not once for each section)."""
        apply_section_headers(self._body, self._header_for)
        settle_section_breaks(self._body)
        for relation in self._later:
            self.docx.part.rels.pop(relation)
        for relation in list(self.docx.part.rels.values()):
            if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
                part = relation.target_part
                xml = self.patch_xml(part.blob.decode("utf-8"))
                part._blob = self.render_xml_part(xml, part, context, jinja_env).encode("utf-8")

    def _header_for(self, relation: str, value_number: int) -> str | None:
        if relation not in self._later:
            return None
        part, compiled, source = self._later[relation]
        if value_number < 0:
            raise TemplateFaultError(
                f"Mallen {self.name}, {_place(part)}: fältet ”sidhuvud” används, men avsnittet "
                "säger inte vad det står för. Skriv {{r punkt|sidhuvud }} på någon av dess rader."
            )
        assert self._rendering is not None
        context = {**self._context, _SECTION_NAME: self._rendering.header_values[value_number]}
        try:
            xml = _as_docxtpl_leaves_it(compiled.render(context))
        except _FAULTS as error:
            self._source = source
            raise self._explained(error, _place(part)) from error
        key = (relation, xml)
        if key not in self._made:
            self._made[key] = self._add_part(relation, part, xml)
        return self._made[key]

    def _add_part(self, relation: str, original: Any, xml: str) -> str:
        number = len(self._made) + 1
        new_relation = f"rIdSidhuvud{number}"
        name = PackURI(f"/word/avsnitt{number}.xml")
        part = Part(name, original.content_type, _with_fitted_tables(xml), original.package)
        for rel in original.rels.values():
            part.rels.add_relationship(rel.reltype, rel._target, rel.rId, rel.is_external)
        kind = self.docx.part.rels[relation].reltype
        self.docx.part.rels.add_relationship(kind, part, new_relation)
        return new_relation

    def _keep_for_sections(self, relation: str, part: Any, source: str) -> bool:
        """True, and compiled once, when the header speaks of a section's own value."""
        assert self._environment is not None
        self._source = lines = _paragraph_a_line(source)
        try:
            names = meta.find_undeclared_variables(self._environment.parse(lines))
            if _SECTION_NAME not in names:
                return False
            compiled = self._environment.from_string(lines)
        except TemplateError as error:
            raise self._explained(error, _place(part)) from error
        self._later[relation] = (part, compiled, lines)
        return True

    def _explained(self, error: Exception, place: str) -> TemplateFaultError:
        return explain_fault(error, self.name, place, self._source, self._context)


def _paragraph_a_line(xml: str) -> str:
    """Each paragraph on its own line, so that a line number in an error names a paragraph."""
    return xml.replace("<w:p ", "\n<w:p ").replace("<w:p>", "\n<w:p>")


def _as_docxtpl_leaves_it(xml: str) -> str:
    """What docxtpl does after Jinja, for a part rendered without it."""
    xml = xml.replace("\n<w:p ", "<w:p ").replace("\n<w:p>", "<w:p>")
    for typed, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        xml = xml.replace(typed, meant)
    return xml


def _with_fitted_tables(xml: str) -> bytes:
    if "<w:tbl" not in xml:
        return (_DECLARATION + xml).encode("utf-8")
    root = etree.fromstring(xml.encode("utf-8"))
    fit_table_grids(root)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def _place(part: Any) -> str:
    name = str(getattr(part, "partname", ""))
    return next((swedish for word, swedish in _PLACES.items() if word in name), "brödtexten")
