"""Conditional formats and drop-down lists of the matrix sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.row_conditions import SOURCING_ORDER
from socplanner.formats.record.cell_references import cell, column_name
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.layout import (
    AREA,
    FIRST_PARTY,
    FIRST_ROW,
    FUNCTION,
    ID,
    SOURCING,
    STATUS,
)
from socplanner.formats.workbook.lists_sheet import choices_of_pairs
from socplanner.formats.workbook.row_state import GOOD, OPEN

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Area = tuple[int, int, int, int]

_STRIPES = 8
"""The pattern of thick diagonal lines."""
_ALARM: styles.Part = {"font_color": colours.ALARM, "bg_color": colours.ALARM_SHADE}
_NO_LETTER: styles.Part = {**_ALARM, "italic": True, "underline": 1}


def add_colours(sheet: Worksheet, draft: Draft) -> None:
    """Add colours of letters, sourcings and states, and lines between the functions."""
    layout = draft.layout
    last = layout.last_row
    if layout.parties:
        _add_letter_colours(sheet, draft)
    for place, sourcing in enumerate(SOURCING_ORDER, start=1):
        condition = f"{cell(FIRST_ROW, SOURCING)}=INDEX(Sourcings,{place})"
        look: styles.Part = {"bg_color": colours.SOURCINGS[sourcing]}
        if sourcing is Sourcing.UNDECIDED:
            look = {"font_color": colours.MUTED, "italic": True}
        _when(sheet, draft, (FIRST_ROW, SOURCING, last, SOURCING), condition, look)
    unplaced = f"{cell(FIRST_ROW, AREA)}=INDEX(Areas,5)"
    quiet = {"font_color": colours.MUTED, "italic": True}
    _when(sheet, draft, (FIRST_ROW, AREA, last, AREA), unplaced, quiet)
    _add_state_colours(sheet, draft)
    _add_group_lines(sheet, draft)


def _add_letter_colours(sheet: Worksheet, draft: Draft) -> None:
    """Colour letters, stripe cells of two letters in both colours, and mark unreadable cells.

    In a copy for one party only its column has the colours of letters.
    """
    layout, counting = draft.layout, draft.counting
    whole = (FIRST_ROW, FIRST_PARTY, layout.last_row, layout.counts - 1)
    first = cell(FIRST_ROW, FIRST_PARTY)
    _when(sheet, draft, whole, counting.is_unreadable(first), _NO_LETTER)
    marked = draft.marked_column
    column = FIRST_PARTY if marked is None else marked
    body = whole if marked is None else (FIRST_ROW, marked, layout.last_row, marked)
    place = cell(FIRST_ROW, column)
    for one, other in choices_of_pairs(draft.plan.letter_set):
        begins = counting.begins_with(one.symbol, place)
        both = f"AND({begins},{counting.contains(other.symbol, place)})"
        stripes: styles.Part = {
            "pattern": _STRIPES,
            "bg_color": one.colour,
            "fg_color": other.colour,
        }
        _when(sheet, draft, body, both, {**stripes, "font_color": colours.INK})
    for letter in layout.letters:
        look = styles.filled(letter.colour, colours.ink_on(letter.colour))
        _when(sheet, draft, body, counting.begins_with(letter.symbol, place), look)


def add_lists(sheet: Worksheet, draft: Draft) -> None:
    """Add a drop-down list to every cell of letters, sourcing and area."""
    words, layout = draft.words, draft.layout
    last = layout.last_row
    unusual = {
        "error_type": "warning",
        "error_title": words.tr("Unusual letters"),
        "error_message": words.tr(
            "These are not letters of the list. Join several letters with a slash, as {a}/{r}.",
            a=draft.symbol("accountable"),
            r=draft.symbol("performs"),
        ),
    }
    if layout.parties:
        body = (FIRST_ROW, FIRST_PARTY, last, layout.counts - 1)
        _add_list(sheet, body, "Letters", unusual)
    unknown = {
        "error_type": "stop",
        "error_title": words.tr("Not in the list"),
        "error_message": words.tr("Choose one of the entries of the list."),
    }
    _add_list(sheet, (FIRST_ROW, SOURCING, last, SOURCING), "Sourcings", unknown)
    _add_list(sheet, (FIRST_ROW, AREA, last, AREA), "Areas", unknown)


def _add_state_colours(sheet: Worksheet, draft: Draft) -> None:
    """Mark states that are errors, and a wrong number of accountable parties."""
    layout = draft.layout
    last = layout.last_row
    state = f"${column_name(STATUS)}{FIRST_ROW + 1}"
    good, still_open = f"{state}=INDEX(Checks,{GOOD})", f"{state}=INDEX(Checks,{OPEN})"
    where = (FIRST_ROW, STATUS, last, STATUS)
    alarm: styles.Part = {
        "font_color": colours.ALARM,
        "bg_color": colours.ALARM_SHADE,
        "bold": True,
    }
    _when(sheet, draft, where, good, {"font_color": colours.MUTED})
    _when(sheet, draft, where, still_open, {"font_color": colours.MUTED, "italic": True})
    filled = f'${column_name(ID)}{FIRST_ROW + 1}<>""'
    _when(sheet, draft, where, f"AND({filled},NOT({good}),NOT({still_open}))", alarm)
    faint: styles.Part = {"font_color": colours.GROUP_LINE}
    rules = f"${column_name(layout.rules)}{FIRST_ROW + 1}"
    wrong = f'OR(ISNUMBER(SEARCH("R01",{rules})),ISNUMBER(SEARCH("R08",{rules})))'
    for place, letter in enumerate(layout.letters):
        column = layout.counts + place
        if letter.accountable:
            _when(sheet, draft, (FIRST_ROW, column, last, column), wrong, alarm)
        none = f"{cell(FIRST_ROW, column)}=0"
        _when(sheet, draft, (FIRST_ROW, column, last, column), none, faint)
    column = layout.unreadable
    count = cell(FIRST_ROW, column)
    _when(sheet, draft, (FIRST_ROW, column, last, column), f"{count}>0", alarm)
    _when(sheet, draft, (FIRST_ROW, column, last, column), f"{count}=0", faint)


def _add_group_lines(sheet: Worksheet, draft: Draft) -> None:
    """Draw a line above each function and emphasise its name once, however rows are sorted."""
    name = column_name(FUNCTION)
    first, above = f"${name}{FIRST_ROW + 1}", f"${name}{FIRST_ROW}"
    last, note = draft.layout.last_row, draft.layout.note
    begins, continues = f"{first}<>{above}", f"{first}={above}"
    # LibreOffice removes borders that the format does not repeat
    line = {**styles.BOX, "top_color": colours.GROUP_LINE}
    _when(sheet, draft, (FIRST_ROW, FUNCTION, last, FUNCTION), begins, {**line, **styles.BOLD})
    _when(sheet, draft, (FIRST_ROW, FUNCTION, last, FUNCTION), continues, styles.QUIET)
    _when(sheet, draft, (FIRST_ROW, FUNCTION + 1, last, note), begins, line)


def _when(sheet: Worksheet, draft: Draft, area: Area, condition: str, look: styles.Part) -> None:
    rule = {"type": "formula", "criteria": f"={condition}", "format": draft.styles.rule(look)}
    sheet.conditional_format(*area, rule)


def _add_list(sheet: Worksheet, area: Area, name: str, refusal: dict[str, str]) -> None:
    # a list with an empty entry accepts anything while blanks are ignored
    options = {"validate": "list", "source": f"={name}", "ignore_blank": False}
    sheet.data_validation(*area, options | refusal)
