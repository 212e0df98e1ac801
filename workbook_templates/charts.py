"""The charts: intervals as bars whose seam is the figure, plain columns, and a target line.

An interval is drawn from three stacked columns, the lowest one invisible, so that a month without
a figure shows nothing at all: a line would fall to zero there, and error bars would need #N/A.
"""

from collections.abc import Callable, Mapping, Sequence

from openpyxl.chart import BarChart, LineChart, Reference, Series
from openpyxl.chart._chart import ChartBase
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.legend import LegendEntry
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.text import Text as Words
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)

from workbook_templates import formats, theme

Places = Mapping[str, str]
Draw = Callable[[Places], ChartBase]


def interval_chart(
    title: str,
    *,
    labels: str,
    parts: Sequence[tuple[str, str]],
    number_format: str,
    target: tuple[str, str] | None = None,
    horizontal: bool = False,
    months: bool = False,
    from_zero: bool = False,
) -> Draw:
    """Return a chart of intervals: `parts` are the low limit and the two steps above it."""

    def draw(places: Places) -> ChartBase:
        chart = BarChart()
        chart.type = "bar" if horizontal else "col"
        chart.grouping, chart.overlap, chart.gapWidth = "stacked", 100, 60
        for (name, word), colour in zip(parts, ("", theme.BLUE, theme.SKY), strict=True):
            chart.series.append(_series(places[name], word, colour))
        _dress(chart, title, places[labels], number_format, months=months)
        _begin(chart, from_zero=from_zero)
        chart.legend.legendEntry = [LegendEntry(idx=0, delete=True)]
        if horizontal:
            _read_downwards(chart)
            chart.legend = None
        if target:
            chart += _line(places, labels, *target)
        return chart

    return draw


def column_chart(
    title: str,
    *,
    labels: str,
    parts: Sequence[tuple[str, str, str]],
    number_format: str,
    target: tuple[str, str] | None = None,
    months: bool = False,
    horizontal: bool = False,
    signed: bool = False,
    from_zero: bool = False,
) -> Draw:
    """Return a chart of stacked columns, or of bars side by side where it is horizontal.

    `parts` are the range, the words and the colour of each. With `signed`, where bars may go both
    ways, the labels stand at the edge and not on them.
    """

    def draw(places: Places) -> ChartBase:
        chart = BarChart()
        chart.type = "bar" if horizontal else "col"
        chart.grouping = "clustered" if horizontal else "stacked"
        chart.overlap, chart.gapWidth = (0 if horizontal else 100), 60
        for name, word, colour in parts:
            chart.series.append(_series(places[name], word, colour))
        _dress(chart, title, places[labels], number_format, months=months)
        _begin(chart, from_zero=from_zero)
        if horizontal:
            _read_downwards(chart)
        if signed:
            chart.x_axis.tickLblPos = "low"
        if target:
            chart += _line(places, labels, *target)
        return chart

    return draw


def _line(places: Places, labels: str, name: str, word: str) -> LineChart:
    """Return the dashed line that a chart of columns is compared with.

    `word` is what it is called, or the name of the cell that says it.
    """
    line = LineChart()
    series = _series(places[name], word, "")
    if word in places:
        series.tx = SeriesLabel(strRef=StrRef(places[word]))
    series.graphicalProperties = GraphicalProperties(
        ln=LineProperties(solidFill=theme.ORANGE, w=22225, prstDash="dash")
    )
    series.marker.symbol = "none"
    series.smooth = False
    line.series.append(series)
    line.set_categories(_reference(places[labels]))
    return line


def _begin(chart: BarChart, *, from_zero: bool) -> None:
    """Begin the scale at 0: LibreOffice begins it near the smallest column, which misleads."""
    if from_zero:
        chart.y_axis.scaling.min = 0


def _read_downwards(chart: BarChart) -> None:
    """Put the first bar on top and the scale below."""
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"


def _series(place: str, word: str, colour: str) -> Series:
    series = Series(_reference(place), title=word)
    fill = GraphicalProperties(solidFill=colour) if colour else GraphicalProperties(noFill=True)
    fill.line = LineProperties(noFill=True)
    series.graphicalProperties = fill
    return series


def _reference(place: str) -> Reference:
    return Reference(range_string=place)


def _dress(chart: BarChart, title: str, labels: str, number_format: str, *, months: bool) -> None:
    """Give a chart its title, quiet axes and a legend below."""
    chart.set_categories(_reference(labels))
    chart.title = _title(title)
    chart.legend.position = "b"
    chart.legend.txPr = _letters(900)
    chart.plot_visible_only = False
    chart.roundedCorners = False
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(solidFill=theme.LINE))
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.txPr = _letters(900)
        axis.majorTickMark = "none"
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=theme.LINE))
    chart.x_axis.majorGridlines = None
    chart.x_axis.noMultiLvlLbl = True
    chart.y_axis.number_format = number_format
    if months:
        chart.x_axis.number_format = formats.MONTH_SHORT
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(
        ln=LineProperties(solidFill="E4E7EB", w=6350)
    )


def _letters(size: int, *, bold: bool = False, ink: str = theme.MUTED) -> RichText:
    look = _character(size, bold=bold, ink=ink)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])


def _character(size: int, *, bold: bool, ink: str) -> CharacterProperties:
    return CharacterProperties(sz=size, b=bold, solidFill=ink, latin=Font(typeface=theme.FONT))


def _title(text: str) -> Title:
    look = _character(1100, bold=True, ink=theme.NAVY)
    run = RegularTextRun(rPr=look, t=text)
    words = RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), r=[run])])
    return Title(tx=Words(rich=words), overlay=False)
