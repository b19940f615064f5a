"""How a sheet is printed: landscape, one page wide, with heads on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.text_room import shortened
from socplanner.wording.marking import tlp_label
from socplanner.wording.terms import phase_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

A3, A4 = 8, 9
PAGE_WIDTH = 1190 - 2 * 34
PAGE_HEIGHT = 842 - 2 * 54
"""Points of a landscape A3 page that are left between its margins."""

POINTS_PER_UNIT = 5.4
"""Points of one unit of column width."""

_SMALLEST = 0.55
_MOST_OF_NAME, _MOST_OF_TITLE, _MOST_OF_MARKING = 42, 60, 30
"""Characters of each part of a header; Excel takes 255 for all three, commands included."""


def set_page(sheet: Worksheet, draft: Draft, title: str, paper: int = A3) -> None:
    """Print `sheet` on landscape `paper`, one page wide, with head and foot.

    The label of the Traffic Light Protocol stands on the right of both, in 12 points as it asks.
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


def fit_height(sheet: Worksheet, width: float, height: float) -> None:
    """Print `sheet` on a single page if its letters stay legible there.

    `width` is in units of column width, `height` in points.
    """
    by_width = min(1.0, PAGE_WIDTH / (width * POINTS_PER_UNIT))
    by_height = min(1.0, PAGE_HEIGHT / height)
    if by_height >= min(_SMALLEST, by_width):
        sheet.fit_to_pages(1, 1)


def _marking(draft: Draft) -> str:
    """Return classification and label for a header, the label large."""
    marking = draft.plan.marking
    classification = _quoted(marking.classification, _MOST_OF_MARKING)
    if marking.tlp is None:
        return classification
    gap = "  " if classification else ""
    return f'{classification}{gap}&"{draft.styles.font},Bold"&12 {tlp_label(marking.tlp)}'


def _quoted(text: str, most: int) -> str:
    """Return `text` for a header, in which `&` begins a command, `most` characters at the most."""
    short = shortened(text, most)
    quoted = short.replace("&", "&&")
    return quoted if len(quoted) <= most + 2 else short.replace("&", "＆")
