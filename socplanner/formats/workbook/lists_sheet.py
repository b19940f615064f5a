"""The hidden sheet with the lists of choices, and the provenance of the workbook."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from socplanner.domain.checks.row_conditions import AREA_ORDER, SOURCING_ORDER
from socplanner.domain.letters import BLANK, UNDECIDED_LETTER, Cell, Letter, LetterSet
from socplanner.formats.record.cell_references import fixed_span, on_sheet
from socplanner.formats.record.keys import LISTS_KEY
from socplanner.formats.workbook import styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.row_state import check_labels, problem_labels
from socplanner.wording.terms import area_short, sourcing_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

WORKBOOK_FORMAT = "1"
"""The version of the arrangement of the workbook, for re-import."""

_KEYS = 6


def choices_of_pairs(letters: LetterSet) -> list[tuple[Letter, Letter]]:
    """Return the usual cells of two letters: pairs with an accountable or performing one."""
    strong = [each.accountable or each.performs for each in letters.letters]
    pairs = combinations(zip(letters.letters, strong, strict=True), 2)
    cells = (letters.cell((a.symbol, b.symbol)) for (a, x), (b, y) in pairs if x or y)
    return [(first, second) for first, second in map(letters.letters_in, cells)]


def choices_of_cells(draft: Draft) -> list[Cell]:
    """Return the choices of a cell: empty, each letter, usual pairs, ?, and other cells in use.

    Other pairs may be typed. The empty entry comes first, since Excel opens a list of an empty cell
    at the first empty entry.
    """
    letters = draft.plan.letter_set
    singles = [letter.symbol for letter in letters.letters]
    suggested = [
        BLANK,
        *(letters.cell([each]) for each in singles),
        *(letters.cell((a.symbol, b.symbol)) for a, b in choices_of_pairs(letters)),
        Cell(UNDECIDED_LETTER),
    ]
    used = {cell for row in draft.matrix.rows for cell in row.cells}
    return [*suggested, *sorted(used.difference(suggested))]


def write_lists(sheet: Worksheet, draft: Draft) -> None:
    """Write the lists, name them, and hide the sheet."""
    words = draft.words
    columns = (
        ("Letters", [str(cell) for cell in choices_of_cells(draft)]),
        ("Sourcings", [sourcing_name(each, words) for each in SOURCING_ORDER]),
        ("Areas", [area_short(each, words) for each in AREA_ORDER]),
        ("Checks", check_labels(draft.plan, words)),
        ("Problems", problem_labels(draft.plan, words)),
    )
    for column, (name, entries) in enumerate(columns):
        draft.put(sheet, (0, column), name, styles.BOLD)
        for row, entry in enumerate(entries, start=1):
            if entry:
                draft.put(sheet, (row, column), entry)
        span = fixed_span(1, column, len(entries), column)
        draft.book.define_name(name, f"={on_sheet(draft.names.lists, span)}")
    for row, (key, value) in enumerate(_provenance(draft)):
        draft.put(sheet, (row, _KEYS), key, styles.QUIET)
        draft.put(sheet, (row, _KEYS + 1), value)
    sheet.set_column(0, _KEYS + 1, 24)
    sheet.hide()


def _provenance(draft: Draft) -> tuple[tuple[str, str], ...]:
    """Return the keys and values that identify the plan, the phase and the export."""
    return (
        (LISTS_KEY, WORKBOOK_FORMAT),
        ("plan", draft.plan.id),
        ("phase", draft.matrix.phase.id),
        ("catalogue", draft.plan.catalogue.edition),
        ("letter-set", draft.plan.letter_set.id),
        ("language", draft.words.language),
        ("date", draft.facts.date.isoformat()),
        ("program", draft.facts.version),
    )
