"""A chart as Word draws it by itself (DrawingML): sharp in any size, readable in any printer.

The numbers are written into the chart; there is no workbook behind it and no picture file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nämndtui.documents.word.xml import cleaned_xml_text

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
CHART_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMU_A_MM = 36_000
_FIRST_ID = 8000
_AXES = (111_111_111, 222_222_222)
# Three greys apart, so that the series differ also in a black and white print.
_COLORS = ("0B4F8A", "7FB2DC", "B5B5B5")
_LINES_ON_AXIS = 4


@dataclass(frozen=True)
class Chart:
    """Columns side by side: ``series`` are (name, a value for each of ``labels``).

    ``description`` is the alternative text and says what the picture shows.
    """

    title: str
    description: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]


def drawing_run(chart: Chart, number: int, width_mm: int, height_mm: int) -> str:
    """The run that shows chart ``number`` (1, 2, …) in a paragraph."""
    name = cleaned_xml_text(chart.title)
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width_mm * _EMU_A_MM}" cy="{height_mm * _EMU_A_MM}"/>'
        f'<wp:docPr id="{_FIRST_ID + number}" name="Diagram {number}: {name}" '
        f'descr="{cleaned_xml_text(chart.description)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_C}">'
        f'<c:chart xmlns:c="{_C}" xmlns:r="{_R}" r:id="{relation_id(number)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def relation_id(number: int) -> str:
    """The relationship that leads from the document to chart ``number``."""
    return f"rIdDiagram{number}"


def chart_part(chart: Chart) -> bytes:
    """The chart's own part of the package."""
    series = "".join(
        _series(index, name, chart.labels, values)
        for index, (name, values) in enumerate(chart.series)
    )
    axes = "".join(f'<c:axId val="{axis}"/>' for axis in _AXES)
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}"><c:roundedCorners val="0"/><c:chart>'
        f"{_title(chart.title)}"
        '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="60"/>'
        f'<c:overlap val="0"/>{axes}</c:barChart>{_category_axis()}{_value_axis(chart)}'
        "</c:plotArea>"
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text('c:txPr', 900, False)}"
        "</c:chartSpace>"
    )
    return xml.encode("utf-8")


def _title(text: str) -> str:
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="1000" b="1"/></a:pPr><a:r><a:rPr lang="sv-SE" sz="1000" b="1"/>'
        f'<a:t>{cleaned_xml_text(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/>'
        "</c:title>"
    )


def _series(index: int, name: str, labels: Sequence[str], values: Sequence[int]) -> str:
    texts = "".join(
        f'<c:pt idx="{place}"><c:v>{cleaned_xml_text(label)}</c:v></c:pt>'
        for place, label in enumerate(labels)
    )
    numbers = "".join(
        f'<c:pt idx="{place}"><c:v>{value}</c:v></c:pt>' for place, value in enumerate(values)
    )
    shown = "".join(
        f'<c:{part} val="{int(part == "showVal")}"/>'
        for part in (
            *("showLegendKey", "showVal", "showCatName"),
            *("showSerName", "showPercent", "showBubbleSize"),
        )
    )
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
        f"<c:tx><c:v>{cleaned_xml_text(name)}</c:v></c:tx><c:spPr>{_fill(_COLORS[index % 3])}"
        f'</c:spPr><c:invertIfNegative val="0"/><c:dLbls>{_text("c:txPr", 800, False)}{shown}'
        f'</c:dLbls><c:cat><c:strLit><c:ptCount val="{len(labels)}"/>{texts}</c:strLit></c:cat>'
        f'<c:val><c:numLit><c:formatCode>0</c:formatCode><c:ptCount val="{len(values)}"/>{numbers}'
        "</c:numLit></c:val></c:ser>"
    )


def _category_axis() -> str:
    own, other = _AXES
    return (
        f'<c:catAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr>{_line("8C8C8C")}</c:spPr><c:crossAx val="{other}"/><c:crosses val="autoZero"/>'
        "</c:catAx>"
    )


def _value_axis(chart: Chart) -> str:
    """Whole numbers only: half a decision would be nonsense on an axis."""
    other, own = _AXES
    highest = max((value for _, values in chart.series for value in values), default=0)
    step = max(1, -(-highest // _LINES_ON_AXIS))
    top = step * max(1, -(-highest // step))
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{top}"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        f"<c:majorGridlines><c:spPr>{_line('D9D9D9')}</c:spPr></c:majorGridlines>"
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="{other}"/>'
        f'<c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="{step}"/>'
        "</c:valAx>"
    )


def _fill(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


def _line(color: str) -> str:
    return f'<a:ln w="6350">{_fill(color)}</a:ln>'


def _text(tag: str, size: int, bold: bool) -> str:
    """Text properties in hundredths of a point."""
    return (
        f"<{tag}><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{size}" b="{int(bold)}">{_fill("1F1F1F")}</a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="sv-SE"/></a:p></{tag}>'
    )
