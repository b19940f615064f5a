"""The workload sheet: the letters of each party and their share, as a table and a bar chart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from socplanner.domain.formula import Input, evaluated, share
from socplanner.domain.plan import Party
from socplanner.formats.record.cell_references import cell, column_name, fixed, on_sheet
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.excel_formula import excel_text
from socplanner.formats.workbook.layout import FIRST_PARTY
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines, shortened
from socplanner.wording.terms import letter_label, party_kind_name, party_name

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.worksheet import Worksheet

_TITLE_ROW, _HINT_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 3, 4
_PARTY, _KIND, _FIRST_LETTER = 0, 1, 2
_PARTY_WIDTH, _CHART_WIDTH = 38.0, 92.0
_ROW_HEIGHT = 20.0
_LONGEST_LABEL = 32


@dataclass(frozen=True, slots=True)
class _Grid:
    """The positions of the columns to the right of the letters."""

    letters: int
    parties: int

    @property
    def involved(self) -> int:
        return _FIRST_LETTER + self.letters

    @property
    def share_of_roles(self) -> int:
        return self.involved + 1

    @property
    def share_of_work(self) -> int:
        return self.involved + 2

    @property
    def labels(self) -> int:
        """The hidden column of names short enough for the chart."""
        return self.share_of_work + 1

    @property
    def last_row(self) -> int:
        return _FIRST_ROW + max(self.parties, 1) - 1

    @property
    def sum_row(self) -> int:
        return self.last_row + 1


def write_workload(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet."""
    words, grid = draft.words, _Grid(len(draft.layout.letters), len(draft.layout.parties))
    sheet.set_column(_PARTY, _PARTY, _PARTY_WIDTH)
    sheet.set_column(_KIND, _KIND, 13)
    sheet.set_column(_FIRST_LETTER, grid.involved - 1, 11)
    sheet.set_column(grid.involved, grid.share_of_work, 13)
    sheet.set_column(grid.labels, grid.labels, 8, None, {"hidden": True})
    title = words.tr("Workload per party")
    sheet.set_row(_TITLE_ROW, 28)
    draft.put(sheet, (_TITLE_ROW, _PARTY), title, styles.TITLE)
    hint = words.tr("Counted live from the sheet “{sheet}”.", sheet=draft.names.matrix)
    draft.put(sheet, (_HINT_ROW, _PARTY), hint, styles.QUIET)
    _write_headers(sheet, draft, grid)
    height = 0.0
    for place, party in enumerate(draft.layout.parties):
        height += _write_party(sheet, draft, grid, place, party)
    _write_sums(sheet, draft, grid)
    _add_shades(sheet, grid)
    if draft.layout.parties:
        _add_chart(sheet, draft, grid)
    sheet.freeze_panes(_FIRST_ROW, _KIND)
    set_page(sheet, draft, title)
    sheet.repeat_rows(_HEADER_ROW)
    widths = (_PARTY_WIDTH, 13, *(grid.letters * (11,)), 13, 13, 13, _CHART_WIDTH)
    print_over_pages(sheet, widths, max(height, _chart_height(grid) * 0.75) + 84, 36)


def _write_headers(sheet: Worksheet, draft: Draft, grid: _Grid) -> None:
    words = draft.words
    look = styles.header(colours.PLAIN_HEADING)
    performs = draft.symbol("performs")
    texts = {
        _PARTY: words.tr("Party"),
        _KIND: words.tr("Kind"),
        grid.involved: words.tr("Roles with a letter"),
        grid.share_of_roles: words.tr("Share of all roles"),
        grid.share_of_work: words.tr("Share of all {r}", r=performs),
    }
    for column, text in texts.items():
        draft.put(sheet, (_HEADER_ROW, column), text, look, styles.WRAP)
    for column, letter in enumerate(draft.layout.letters, start=_FIRST_LETTER):
        fill = styles.filled(letter.colour, colours.ink_on(letter.colour))
        text = letter_label(letter, words).replace(" ", "\n", 1)
        draft.put(sheet, (_HEADER_ROW, column), text, look, styles.WRAP, fill)
    sheet.set_row(_HEADER_ROW, 36)


def _write_party(sheet: Worksheet, draft: Draft, grid: _Grid, place: int, party: Party) -> float:
    row, layout = _FIRST_ROW + place, draft.layout
    name = party_name(party, draft.words)
    fill = styles.filled(colours.KINDS[party.kind][1])
    draft.put(sheet, (row, _PARTY), name, styles.BOX, styles.LEFT, styles.BOLD, styles.WRAP, fill)
    draft.put(sheet, (row, grid.labels), shortened(name, _LONGEST_LABEL), styles.QUIET)
    kind = party_kind_name(party.kind, draft.words)
    draft.put(sheet, (row, _KIND), kind, styles.BOX, styles.MIDDLE, fill)
    span = on_sheet(draft.names.matrix, layout.body_of(FIRST_PARTY + place))
    number = draft.styles.of(styles.BOX, styles.MIDDLE)
    counts = draft.counts.parties[place]
    for column, letter in enumerate(layout.letters, start=_FIRST_LETTER):
        formula = draft.counting.of((letter.symbol,), (span,))
        sheet.write_formula(row, column, formula, number, counts.get(letter.symbol, 0))
    involved = draft.counts.involved[place]
    sheet.write_formula(row, grid.involved, f'COUNTIF({span},"?*")', number, involved)
    _write_shares(sheet, draft, grid, row, involved, counts)
    needed = lines(name, _PARTY_WIDTH - 3)
    height = max(_ROW_HEIGHT, needed * LINE_HEIGHT + 4)
    sheet.set_row(row, height)
    return height


def _write_shares(
    sheet: Worksheet,
    draft: Draft,
    grid: _Grid,
    row: int,
    involved: int,
    counts: Mapping[str, int],
) -> None:
    """Write in how many of the roles a party is involved, and how much of the work it does."""
    ids = on_sheet(draft.names.matrix, draft.layout.body_of(0))
    performs = draft.symbol("performs")
    column = _column_of(draft, performs)
    shares = (
        (
            grid.share_of_roles,
            (involved, cell(row, grid.involved)),
            (draft.layout.roles, f'COUNTIF({ids},"?*")'),
        ),
        (
            grid.share_of_work,
            (counts.get(performs, 0), cell(row, column)),
            (draft.counts.total(performs), fixed(grid.sum_row, column)),
        ),
    )
    look = draft.styles.of(styles.BOX, styles.MIDDLE, styles.SHARE)
    formula = share(Input("part"), Input("whole"))
    for place, part, whole in shares:
        value = evaluated(formula, {"part": part[0], "whole": whole[0]})
        text = excel_text(formula, {"part": part[1], "whole": whole[1]})
        sheet.write_formula(row, place, text, look, value)


def _write_sums(sheet: Worksheet, draft: Draft, grid: _Grid) -> None:
    """Write how often each letter occurs in the whole matrix."""
    parts = (styles.BOX, styles.MIDDLE, styles.BOLD, styles.SHADED)
    row, look = grid.sum_row, draft.styles.of(*parts)
    draft.put(sheet, (row, _PARTY), draft.words.tr("Total"), *parts, styles.LEFT)
    for column in range(_KIND, grid.share_of_work + 1):
        sheet.write_blank(row, column, None, look)
    for column, letter in enumerate(draft.layout.letters, start=_FIRST_LETTER):
        name = column_name(column)
        formula = f"SUM({name}{_FIRST_ROW + 1}:{name}{grid.last_row + 1})"
        sheet.write_formula(row, column, formula, look, draft.counts.total(letter.symbol))
    sheet.set_row(row, _ROW_HEIGHT)


def _add_shades(sheet: Worksheet, grid: _Grid) -> None:
    """Shade each share, the deeper the larger; bars would need an extension not all can read."""
    for column in (grid.share_of_roles, grid.share_of_work):
        shades = {
            "type": "2_color_scale",
            "min_type": "num",
            "min_value": 0,
            "min_color": colours.PAPER,
            "max_type": "num",
            "max_value": 1,
            "max_color": colours.BAR,
        }
        sheet.conditional_format(_FIRST_ROW, column, grid.last_row, column, shades)


def _add_chart(sheet: Worksheet, draft: Draft, grid: _Grid) -> None:
    """Draw the letters of each party as one bar, beside the table."""
    chart = cast("Chart", draft.book.add_chart({"type": "bar", "subtype": "stacked"}))
    name = draft.names.workload
    letters = draft.layout.letters[:-1]
    for column, letter in enumerate(letters, start=_FIRST_LETTER):
        chart.add_series(
            {
                "name": letter_label(letter, draft.words),
                "categories": [name, _FIRST_ROW, grid.labels, grid.last_row, grid.labels],
                "values": [name, _FIRST_ROW, column, grid.last_row, column],
                "fill": {"color": colours.strong(letter.colour)},
                "border": {"color": colours.PAPER, "width": 0.75},
                "gap": 45,
                "data_labels": {
                    "value": True,
                    "num_format": "0;;;",
                    "font": {"name": draft.styles.font, "size": 9, "color": colours.INK},
                },
            }
        )
    font = {"name": draft.styles.font, "size": 9, "color": colours.INK}
    chart.set_title({"none": True})
    chart.set_legend({"position": "top", "font": {**font, "size": 10}})
    # without the unit Excel leaves out names where it thinks there are too many
    names = {"reverse": True, "num_font": font, "interval_unit": 1}
    chart.set_y_axis({**names, "line": {"color": colours.LINE}})
    chart.set_x_axis(
        {
            "num_font": font,
            "num_format": "0",
            "major_gridlines": {"visible": True, "line": {"color": colours.LINE, "width": 0.5}},
            "line": {"none": True},
        }
    )
    chart.set_chartarea({"border": {"color": colours.LINE}})
    chart.set_size({"width": 640, "height": _chart_height(grid)})
    chart.show_hidden_data()
    options = {"description": draft.words.tr("Letters of each party as bars"), "x_offset": 24}
    sheet.insert_chart(_HEADER_ROW, grid.labels + 1, chart, options)


def _column_of(draft: Draft, symbol: str) -> int:
    symbols = [letter.symbol for letter in draft.layout.letters]
    return _FIRST_LETTER + symbols.index(symbol)


def _chart_height(grid: _Grid) -> int:
    """Return how many pixels high the chart is."""
    return max(300, 110 + 34 * grid.parties)
