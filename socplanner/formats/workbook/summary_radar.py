"""The maturity of the functions on the sheet for the directors: a table, and a radar of Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.domain.maturity.roll_ups import Mean
from socplanner.domain.summary import Summary
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.maturity_radar import RadarLine, add_radar
from socplanner.wording.maturity_words import NOTHING

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_NAME, _MEAN, _AIM, _LAST = 1, 5, 6, 6
"""Columns of the table, counted from its first one, which has the codes."""

_CHART, _CHART_ROWS = (350, 270), 14
_TENTHS: styles.Part = {"num_format": "0.0"}


def write_functions(
    sheet: Worksheet, draft: Draft, summary: Summary, place: tuple[int, int]
) -> int:
    """Write the functions at `place`, row and column; return the next free row."""
    (row, left), words = place, draft.words
    header = (styles.BOX, styles.SHADED, styles.BOLD)
    draft.merge(sheet, (row, left, row, left + _LAST), styles.HEADING)
    draft.put(sheet, place, words.tr("Maturity"), styles.HEADING)
    row += 1
    draft.merge(sheet, (row, left, row, left + _MEAN - 1), *header)
    draft.put(sheet, (row, left), words.tr("Function"), *header, styles.LEFT)
    draft.put(sheet, (row, left + _MEAN), words.tr("Score"), *header, styles.MIDDLE)
    draft.put(sheet, (row, left + _AIM), words.tr("Aim"), *header, styles.MIDDLE)
    first = row + 1
    for row, (code, group) in enumerate(summary.functions.items(), start=first):
        draft.put(sheet, (row, left), code, styles.BOX, styles.MIDDLE, styles.BOLD)
        draft.merge(sheet, (row, left + _NAME, row, left + _MEAN - 1), styles.BOX)
        name = words.local(draft.plan.catalogue.function_by_code[code].short)
        draft.put(sheet, (row, left + _NAME), name, styles.BOX, styles.LEFT, styles.SMALL)
        for column, mean in ((_MEAN, group.mean), (_AIM, group.mean_aim)):
            _write_mean(sheet, draft, (row, left + column), mean)
    if not draft.plan.assessments:
        return row + 1
    rows = (first, row)
    lines = (
        RadarLine(words.tr("Score"), left + _MEAN, colours.HEADLINE, "solid"),
        RadarLine(words.tr("Aim"), left + _AIM, colours.ALARM, "dash"),
    )
    chart = add_radar(draft, draft.names.summary, rows, left, lines)
    chart.set_size({"width": _CHART[0], "height": _CHART[1]})
    options = {"description": words.tr("Score and aim of each function")}
    sheet.insert_chart(row + 1, left, chart, options)
    return row + 1 + _CHART_ROWS


def _write_mean(sheet: Worksheet, draft: Draft, place: tuple[int, int], mean: Mean | None) -> None:
    look = draft.styles.of(styles.BOX, styles.MIDDLE, _TENTHS)
    if mean is None:
        sheet.write_string(*place, NOTHING, look)
    else:
        sheet.write_number(*place, mean.tenths / 10, look)
