"""The head of the matrix sheet: title, legend, the hidden keys, bands of kinds, column heads."""

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
    KEY_ROW,
    LEGEND_ROW,
    NAME,
    SOURCING,
    TITLE_ROW,
)
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines, shortened, width
from socplanner.wording.terms import letter_label, party_kind_name, party_name, phase_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MOST_LYING = 12
"""With more parties than this their names stand upright."""

LYING_WIDTH, UPRIGHT_WIDTH = 14.0, 5.5
COUNT_WIDTH = 5.0
_BUTTON_ROOM = 16
_TALLEST = 170
_LONGEST_UPRIGHT = 32
_STACKED, _TURNED = 13.0, 5.6
"""Points that a character takes in a head that is stacked, or turned by a quarter."""


def stands_upright(draft: Draft) -> bool:
    """Tell whether the names of the parties are written from top to bottom."""
    return len(draft.layout.parties) > MOST_LYING


def column_widths(draft: Draft) -> dict[int, float]:
    """Return how wide each column is; the hidden one is not among them."""
    layout, words = draft.layout, draft.words
    party = UPRIGHT_WIDTH if stands_upright(draft) else LYING_WIDTH
    names = [width(words.local(row.role.name)) for row in draft.matrix.rows]
    codes = [width(row.role.code) for row in draft.matrix.rows]
    functions = [width(function_label(draft, row.role.function)) for row in draft.matrix.rows]
    widths = {
        FUNCTION: _within(14, max(functions, default=0) + 3, 24),
        CODE: _within(7, max(codes, default=0) + 2, 14),
        NAME: _within(26, max(names, default=0) + 3, 46),
        SOURCING: 14.0,
        AREA: 10.5,
    }
    widths.update({FIRST_PARTY + place: party for place in range(len(layout.parties))})
    widths.update({layout.counts + place: COUNT_WIDTH for place in range(len(layout.letters))})
    return widths | {
        layout.status: 23.0,
        layout.rules: 15.0,
        layout.coverage: 13.0,
        layout.note: 32.0,
    }


def function_label(draft: Draft, code: str) -> str:
    """Return a function's code with its short name."""
    function = draft.plan.catalogue.function_by_code.get(code)
    return code if function is None else f"{code} {draft.words.local(function.short)}"


def write_head(sheet: Worksheet, draft: Draft) -> float:
    """Write everything above the first role; return how many points high it is."""
    _write_title(sheet, draft)
    _write_legend(sheet, draft)
    for column, key in enumerate(draft.layout.keys()):
        draft.put(sheet, (KEY_ROW, column), key, styles.QUIET, styles.SMALL)
    sheet.set_row(KEY_ROW, None, None, {"hidden": True})
    _write_bands(sheet, draft)
    return 28 + 20 + 18 + _write_headers(sheet, draft)


def _write_title(sheet: Worksheet, draft: Draft) -> None:
    words, plan = draft.words, draft.plan
    title = words.tr(
        "{organisation}: responsibility matrix, {phase}",
        organisation=plan.organisation,
        phase=phase_name(draft.matrix.phase, words),
    )
    sheet.set_row(TITLE_ROW, 28)
    draft.put(sheet, (TITLE_ROW, FUNCTION), title, styles.TITLE)


def _write_legend(sheet: Worksheet, draft: Draft) -> None:
    """Write how to fill in, and a chip for each letter where there are columns enough."""
    words, layout = draft.words, draft.layout
    sheet.set_row(LEGEND_ROW, 20)
    hint = words.tr("Choose letters from the list of a cell, or type them.")
    draft.put(sheet, (LEGEND_ROW, FUNCTION), hint, styles.QUIET)
    if stands_upright(draft) or len(layout.parties) < len(layout.letters):
        return
    for place, letter in enumerate(layout.letters):
        fill = styles.filled(letter.colour, colours.ink_on(letter.colour))
        draft.put(
            sheet,
            (LEGEND_ROW, FIRST_PARTY + place),
            letter_label(letter, words),
            styles.BOX,
            styles.MIDDLE,
            styles.SMALL,
            styles.BOLD,
            fill,
        )


def _write_bands(sheet: Worksheet, draft: Draft) -> None:
    """Write the row that says of which kind the columns below are."""
    words, layout = draft.words, draft.layout
    sheet.set_row(BAND_ROW, 18)
    plain = styles.head(colours.PLAIN_HEAD, is_band=True)
    bands = [
        (range(FUNCTION, SOURCING), words.tr("Role"), plain),
        (range(SOURCING, FIRST_PARTY), words.tr("Placement"), plain),
    ]
    for kind in PARTY_KINDS:
        look = styles.head(colours.KINDS[kind], is_band=True)
        bands.append((layout.columns_of(kind), party_kind_name(kind, words), look))
    counted = range(layout.counts, layout.status)
    bands.append((counted, words.tr("Count"), plain))
    bands.append((range(layout.status, layout.note + 1), words.tr("Remarks and check"), plain))
    for columns, text, look in bands:
        if columns:
            draft.merge(sheet, (BAND_ROW, columns[0], BAND_ROW, columns[-1]), look)
            draft.put(sheet, (BAND_ROW, columns[0]), text, look)


def _write_headers(sheet: Worksheet, draft: Draft) -> float:
    """Write the row with the filter buttons; return its height."""
    words, layout = draft.words, draft.layout
    look = styles.head(colours.PLAIN_HEAD)
    texts = {
        ID: words.tr("Id"),
        FUNCTION: words.tr("Function"),
        CODE: words.tr("Code"),
        NAME: words.tr("Role"),
        SOURCING: words.tr("Sourcing"),
        AREA: words.tr("Area"),
        layout.status: words.tr("Check"),
        layout.rules: words.tr("Rules"),
        layout.coverage: words.tr("Coverage"),
        layout.note: words.tr("Note"),
    }
    for column, text in texts.items():
        draft.put(sheet, (HEADER_ROW, column), text, look, styles.WRAP)
    for place, letter in enumerate(layout.letters):
        fill = styles.filled(letter.colour, colours.ink_on(letter.colour))
        draft.put(sheet, (HEADER_ROW, layout.counts + place), letter.symbol, look, fill)
    turn = _turned(draft)
    for place, party in enumerate(layout.parties):
        parts = (styles.head(colours.KINDS[party.kind]), styles.SMALL, turn)
        draft.put(sheet, (HEADER_ROW, FIRST_PARTY + place), _head_name(draft, party), *parts)
    height = _header_height(draft)
    sheet.set_row(HEADER_ROW, height)
    return height


def _turned(draft: Draft) -> styles.Part:
    """Return how upright names are written: stacked in Japanese, turned in English."""
    if not stands_upright(draft):
        return styles.WRAP
    rotation = 270 if draft.words.language == "ja" else 90
    return {"rotation": rotation, "valign": "top" if rotation == 270 else "vcenter"}


def _head_name(draft: Draft, party: Party) -> str:
    """Return the name of `party`, cut where it would run out of an upright head."""
    name = party_name(party, draft.words)
    return shortened(name, _LONGEST_UPRIGHT) if stands_upright(draft) else name


def _header_height(draft: Draft) -> float:
    names = [_head_name(draft, party) for party in draft.layout.parties]
    if stands_upright(draft):
        stacked = draft.words.language == "ja"
        longest = max(len(name) * _STACKED if stacked else width(name) * _TURNED for name in names)
        return longest + _BUTTON_ROOM
    most = max((lines(name, LYING_WIDTH - 0.5) for name in names), default=1)
    return min(_TALLEST, most * LINE_HEIGHT + 2 * _BUTTON_ROOM)


def _within(least: float, wanted: float, most: float) -> float:
    return max(least, min(wanted, most))
