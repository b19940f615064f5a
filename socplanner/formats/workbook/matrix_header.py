"""The rows above the roles on the matrix sheet: title, legend, hidden keys, bands, headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.domain.catalogue import PARTY_KINDS
from socplanner.domain.plan import Party
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.layout import (
    AREA,
    BAND_ROW,
    CODE,
    FIRST_PARTY,
    FUNCTION,
    HEADER_ROW,
    ID,
    INITIALS_ROW,
    KEY_ROW,
    LEGEND_ROW,
    NAME,
    SOURCING,
    STATUS,
    TITLE_ROW,
)
from socplanner.formats.workbook.party_headings import INITIALS_HEIGHT, PartyHeadings
from socplanner.formats.workbook.row_state import check_labels
from socplanner.formats.workbook.text_room import width
from socplanner.wording.terms import (
    letter_label,
    party_initials,
    party_kind_name,
    party_name,
    phase_name,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

COUNT_WIDTH = 4.2
UNREADABLE_SIGN = "!"
"""The heading of the column that counts unreadable cells."""

_TITLE_HEIGHT, _LEGEND_HEIGHT, _BAND_HEIGHT = 28.0, 20.0, 18.0
_LARGE: styles.Part = {"font_size": 13}


def column_widths(draft: Draft, headings: PartyHeadings) -> dict[int, float]:
    """Return the width of each visible column, in Excel's units."""
    layout, words = draft.layout, draft.words
    names = [width(words.local(row.role.name)) for row in draft.matrix.rows]
    codes = [width(row.role.code) for row in draft.matrix.rows]
    functions = [width(function_label(draft, row.role.function)) for row in draft.matrix.rows]
    checks = [width(label) for label in check_labels(draft.plan, words)]
    widths = {
        FUNCTION: _within(12, max(functions, default=0) + 3, 22),
        CODE: _within(7, max(codes, default=0) + 2, 14),
        NAME: _within(24, max(names, default=0) + 3, 40),
        STATUS: _within(14, max(checks) + 3, 30),
        SOURCING: 14.0,
        AREA: 10.5,
    }
    widths.update({FIRST_PARTY + place: wide for place, wide in enumerate(headings.widths)})
    counted = range(layout.counts, layout.unreadable + 1)
    widths.update(dict.fromkeys(counted, COUNT_WIDTH))
    return widths | {layout.rules: 30.0, layout.coverage: 17.0, layout.note: 38.0}


def function_label(draft: Draft, code: str) -> str:
    """Return the code of a function with its short name, if the catalogue has it."""
    function = draft.plan.catalogue.function_by_code.get(code)
    return code if function is None else f"{code} {draft.words.local(function.short)}"


def first_in_sight(draft: Draft) -> int:
    """Return the first column shown right of those that stay in sight.

    A copy for one party opens at its column, unless that is in sight anyway.
    """
    marked = draft.marked_column
    return SOURCING if marked is None or marked < FIRST_PARTY + 4 else marked


def write_header(
    sheet: Worksheet, draft: Draft, headings: PartyHeadings, widths: dict[int, float]
) -> float:
    """Write everything above the first role; return its height in points."""
    _write_title(sheet, draft)
    _write_legend(sheet, draft, widths)
    for column, key in enumerate(draft.layout.keys()):
        draft.put(sheet, (KEY_ROW, column), key, styles.QUIET, styles.SMALL)
    sheet.set_row(KEY_ROW, None, None, {"hidden": True})
    _write_bands(sheet, draft)
    _write_plain_headings(sheet, draft)
    _write_party_headings(sheet, draft, headings)
    sheet.set_row(INITIALS_ROW, INITIALS_HEIGHT)
    sheet.set_row(HEADER_ROW, headings.height)
    return _TITLE_HEIGHT + _LEGEND_HEIGHT + _BAND_HEIGHT + INITIALS_HEIGHT + headings.height


def _write_title(sheet: Worksheet, draft: Draft) -> None:
    words, plan = draft.words, draft.plan
    title = words.tr(
        "{organisation}: responsibility matrix, {phase}",
        organisation=plan.organisation,
        phase=phase_name(draft.matrix.phase, words),
    )
    sheet.set_row(TITLE_ROW, _TITLE_HEIGHT)
    draft.put(sheet, (TITLE_ROW, FUNCTION), title, styles.TITLE)


def _write_legend(sheet: Worksheet, draft: Draft, widths: dict[int, float]) -> None:
    """Write the hint, and a coloured chip for each letter as far as there is space."""
    words, layout = draft.words, draft.layout
    sheet.set_row(LEGEND_ROW, _LEGEND_HEIGHT)
    draft.put(sheet, (LEGEND_ROW, FUNCTION), _hint(draft), styles.QUIET)
    column = first_in_sight(draft)
    for letter in layout.letters:
        text = letter_label(letter, words)
        first, available = column, 0.0
        while available < width(text) + 2 and column <= layout.note:
            available += widths[column]
            column += 1
        if available < width(text) + 2:
            return
        fill = styles.filled(letter.colour, colours.ink_on(letter.colour))
        look = (styles.BOX, styles.MIDDLE, styles.SMALL, styles.BOLD, fill)
        draft.merge(sheet, (LEGEND_ROW, first, LEGEND_ROW, column - 1), *look)
        draft.put(sheet, (LEGEND_ROW, first), text, *look)


def _hint(draft: Draft) -> str:
    """Return the request to the reader, in a copy for one party the one to that party."""
    words, party = draft.words, draft.marked_party
    if party is None:
        return words.tr("Choose letters from the list of a cell, or type them.")
    name = party_name(party, words)
    return words.tr("Please fill in the marked column “{party}”.", party=name)


def _write_bands(sheet: Worksheet, draft: Draft) -> None:
    """Write the row that names the kind of the columns below."""
    words, layout = draft.words, draft.layout
    sheet.set_row(BAND_ROW, _BAND_HEIGHT)
    plain = styles.header(colours.PLAIN_HEADING, is_band=True)
    bands = [
        (range(FUNCTION, SOURCING), words.tr("Role"), plain),
        (range(SOURCING, FIRST_PARTY), words.tr("Placement"), plain),
    ]
    for kind in PARTY_KINDS:
        look = styles.header(colours.KINDS[kind], is_band=True)
        bands.append((layout.columns_of(kind), party_kind_name(kind, words), look))
    counted = range(layout.counts, layout.rules)
    bands.append((counted, words.tr("Count"), plain))
    bands.append((range(layout.rules, layout.note + 1), words.tr("Checks and notes"), plain))
    for columns, text, look in bands:
        if columns:
            draft.merge(sheet, (BAND_ROW, columns[0], BAND_ROW, columns[-1]), look)
            draft.put(sheet, (BAND_ROW, columns[0]), text, look)


def _write_plain_headings(sheet: Worksheet, draft: Draft) -> None:
    """Write the headings of the columns of no party, with an empty cell above each."""
    words, layout = draft.words, draft.layout
    look = styles.header(colours.PLAIN_HEADING)
    texts = {
        ID: words.tr("Id"),
        FUNCTION: words.tr("Function"),
        CODE: words.tr("Code"),
        NAME: words.tr("Role"),
        STATUS: words.tr("Check"),
        SOURCING: words.tr("Sourcing"),
        AREA: words.tr("Area"),
        layout.unreadable: UNREADABLE_SIGN,
        layout.rules: words.tr("Rules"),
        layout.coverage: words.tr("Coverage"),
        layout.note: words.tr("Note"),
        layout.kinds: layout.keys()[layout.kinds],
    }
    fills: dict[int, styles.Part] = {}
    for place, letter in enumerate(layout.letters):
        fill = styles.filled(letter.colour, colours.ink_on(letter.colour))
        texts[layout.counts + place], fills[layout.counts + place] = letter.symbol, fill
    for column, text in texts.items():
        draft.put(sheet, (INITIALS_ROW, column), "", look)
        draft.put(sheet, (HEADER_ROW, column), text, look, styles.WRAP, fills.get(column, {}))


def _write_party_headings(sheet: Worksheet, draft: Draft, headings: PartyHeadings) -> None:
    """Write the initials of each party in large text, and its full name below."""
    # The button of the filter covers the lower end of the heading, so names are at the top.
    turn: styles.Part = {"rotation": 90} if headings.is_turned else {}
    for place, party in enumerate(draft.layout.parties):
        column = FIRST_PARTY + place
        look = styles.header(_shades(draft, party))
        if column == draft.marked_column:
            look = {**look, **styles.filled(colours.KINDS[party.kind][0], colours.PAPER)}
        initials = party_initials(party, draft.words)
        large: styles.Part = {**_LARGE, "shrink": True}
        draft.put(sheet, (INITIALS_ROW, column), initials, look, large)
        name = party_name(party, draft.words)
        small = (look, styles.SMALL, styles.WRAP, styles.TOP, turn)
        draft.put(sheet, (HEADER_ROW, column), name, *small)


def _shades(draft: Draft, party: Party) -> tuple[str, str]:
    """Return the shades of the heading of `party`; grey for other parties in a copy for one."""
    if draft.marked_party is None or draft.marked_party == party:
        return colours.KINDS[party.kind]
    return colours.PLAIN_HEADING


def _within(least: float, wanted: float, most: float) -> float:
    return max(least, min(wanted, most))
