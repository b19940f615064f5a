"""A radar of Excel over the functions, with a line for each column of means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from socplanner.formats.workbook import colours
from socplanner.formats.workbook.draft import Draft

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart

_HIGHEST = 5


class RadarLine(NamedTuple):
    """A line of the radar: its name, the column with its values, its colour and its dashes."""

    name: str
    column: int
    colour: str
    dash: str


def add_radar(
    draft: Draft, sheet: str, rows: tuple[int, int], codes: int, lines: Sequence[RadarLine]
) -> Chart:
    """Return a chart of the first to the last of `rows` on `sheet`; `codes` is their column."""
    chart = cast("Chart", draft.book.add_chart({"type": "radar", "subtype": "with_markers"}))
    first, last = rows
    font = {"name": draft.styles.font, "size": 9, "color": colours.INK}
    for line in lines:
        paint = {"color": line.colour}
        chart.add_series(
            {
                "name": line.name,
                "categories": [sheet, first, codes, last, codes],
                "values": [sheet, first, line.column, last, line.column],
                "line": {**paint, "width": 2, "dash_type": line.dash},
                "marker": {"type": "circle", "size": 5, "fill": paint, "border": paint},
            }
        )
    chart.set_title({"none": True})
    chart.set_legend({"position": "top", "font": {**font, "size": 10}})
    grid = {"visible": True, "line": {"color": colours.LINE, "width": 0.5}}
    scale = {"min": 0, "max": _HIGHEST, "major_unit": 1, "num_font": font, "num_format": "0"}
    chart.set_y_axis({**scale, "major_gridlines": grid})
    chart.set_x_axis({"num_font": {**font, "bold": True}})
    chart.set_chartarea({"border": {"color": colours.LINE}})
    chart.show_hidden_data()
    return chart
