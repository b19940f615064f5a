"""The printed page of a sheet: landscape, one page wide, headings on every page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.text_room import shortened
from socplanner.wording.marking import tlp_label
from socplanner.wording.terms import phase_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

A3, A4 = 8, 9
_PRINTABLE = {A3: (1190 - 2 * 34, 842 - 2 * 54), A4: (842 - 2 * 34, 595 - 2 * 54)}
"""By paper, the points of width and height between the margins of a landscape page."""

_SMALLEST = 0.55
_SAVED = 0.25
"""The share of a page that the last page must exceed not to be saved by a smaller print."""
_MOST_OF_NAME, _MOST_OF_TITLE, _MOST_OF_MARKING = 42, 60, 30
"""Characters of each part of a header; Excel allows 255 for all three, commands included."""


def set_page(sheet: Worksheet, draft: Draft, title: str, paper: int = A3) -> None:
    """Print `sheet` on landscape `paper`, one page wide, with header and footer.

    The label of the Traffic Light Protocol is on the right of both, in the 12 points it requires.
    """
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.set_margins(left=0.47, right=0.47, top=0.75, bottom=0.67)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    font = f'&"{draft.styles.font},Regular"&9 '
    organisation = _quoted(draft.plan.organisation, _MOST_OF_NAME)
    phase = phase_name(draft.matrix.phase, draft.words)
    about = _quoted(draft.words.tr("{title}, {phase}", title=title, phase=phase), _MOST_OF_TITLE)
    marking = _marking(draft)
    day, program = draft.facts.date.isoformat(), f"socplanner {draft.facts.version}"
    sheet.set_header(f"&L{font}{organisation}&C{font}{about}&R{font}{marking}", {"margin": 0.35})
    sheet.set_footer(
        f"&L{font}{day}  {program}  &F&C{font}&P / &N&R{font}{marking}", {"margin": 0.3}
    )


def print_over_pages(
    sheet: Worksheet,
    widths: Sequence[float],
    height: float,
    repeated: float,
    paper: int = A3,
) -> None:
    """Print `sheet` one page wide, on a single page if its letters stay legible there.

    `widths` are those of the columns; `repeated` is the height in points of the headings on each
    page, `height` that of the rest. The number of pages is fixed: otherwise the last one might have
    two rows, and a nearly empty page is saved by printing the others a little smaller.
    """
    page_width, page_height = _PRINTABLE[paper]
    by_width = min(1.0, page_width / max(1.0, sum(map(points, widths))))
    by_height = min(1.0, page_height / (height + repeated))
    if by_height >= min(_SMALLEST, by_width):
        sheet.fit_to_pages(1, 1)
        return
    pages = height / max(1.0, page_height / by_width - repeated)
    sheet.fit_to_pages(1, max(1, math.ceil(pages - _SAVED)))


def points(width: float) -> float:
    """Return the points of a column of `width`, in Excel's units."""
    return width * 5.25 + 3.75


def _marking(draft: Draft) -> str:
    """Return classification and TLP label for a header, the label in large text."""
    marking = draft.plan.marking
    classification = _quoted(marking.classification, _MOST_OF_MARKING)
    if marking.tlp is None:
        return classification
    gap = "  " if classification else ""
    return f'{classification}{gap}&"{draft.styles.font},Bold"&12 {tlp_label(marking.tlp)}'


def _quoted(text: str, most: int) -> str:
    """Return `text` for a header, in which `&` begins a command, cut to `most` characters."""
    short = shortened(text, most)
    quoted = short.replace("&", "&&")
    return quoted if len(quoted) <= most + 2 else short.replace("&", "＆")
