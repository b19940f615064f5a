"""How a sheet is printed: landscape A3, one page wide, with heads on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.text_room import shortened
from socplanner.wording.terms import phase_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

A3 = 8
PAGE_WIDTH = 1190 - 2 * 34
PAGE_HEIGHT = 842 - 2 * 54
"""Points of a landscape A3 page that are left between its margins."""

POINTS_PER_UNIT = 5.4
"""Points of one unit of column width."""

_SMALLEST = 0.55
_LONGEST_IN_HEADER, _MOST_IN_HEADER = 60, 70


def set_page(sheet: Worksheet, draft: Draft, title: str) -> None:
    """Print `sheet` on landscape A3, one page wide, with head and foot."""
    sheet.set_landscape()
    sheet.set_paper(A3)
    sheet.set_margins(left=0.47, right=0.47, top=0.75, bottom=0.67)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    font = f'&"{draft.styles.font},Regular"&9 '
    organisation = _quoted(draft.plan.organisation)
    phase = _quoted(phase_name(draft.matrix.phase, draft.words))
    day, program = draft.facts.date.isoformat(), f"socplanner {draft.facts.version}"
    sheet.set_header(
        f"&L{font}{organisation}&C{font}{_quoted(title)}&R{font}{phase}", {"margin": 0.35}
    )
    sheet.set_footer(f"&L{font}{day}&C{font}&P / &N&R{font}{program}", {"margin": 0.3})


def fit_height(sheet: Worksheet, width: float, height: float) -> None:
    """Print `sheet` on a single page if its letters stay legible there.

    `width` is in units of column width, `height` in points.
    """
    by_width = min(1.0, PAGE_WIDTH / (width * POINTS_PER_UNIT))
    by_height = min(1.0, PAGE_HEIGHT / height)
    if by_height >= min(_SMALLEST, by_width):
        sheet.fit_to_pages(1, 1)


def _quoted(text: str) -> str:
    """Return `text` for a header, in which `&` begins a command, and 255 characters are all."""
    short = shortened(text, _LONGEST_IN_HEADER)
    quoted = short.replace("&", "&&")
    return quoted if len(quoted) <= _MOST_IN_HEADER else short.replace("&", "＆")
