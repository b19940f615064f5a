"""The workbook while it is written: the values that every sheet is written from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from socplanner.domain.checks.finding import Finding
from socplanner.domain.matrix import Matrix
from socplanner.domain.plan import Party, Plan
from socplanner.formats.workbook.counting import Counting
from socplanner.formats.workbook.facts import WorkbookFacts
from socplanner.formats.workbook.layout import FIRST_PARTY, Layout
from socplanner.formats.workbook.letter_counts import LetterCounts
from socplanner.formats.workbook.sheet_names import SheetNames
from socplanner.formats.workbook.styles import Part, Styles
from socplanner.wording.language import Words

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Draft:
    """A matrix with layout, styles, words, letter counts and findings of its phase."""

    book: Workbook
    matrix: Matrix
    words: Words
    facts: WorkbookFacts
    layout: Layout
    names: SheetNames
    styles: Styles
    counts: LetterCounts
    findings: tuple[Finding, ...]

    @property
    def plan(self) -> Plan:
        """The plan of the matrix."""
        return self.matrix.plan

    @property
    def counting(self) -> Counting:
        """The formulas that count the letters of this plan."""
        return Counting(self.layout.letters)

    @property
    def marked_party(self) -> Party | None:
        """The party this copy is for, None for all parties."""
        chosen = self.facts.workbook_copy.party
        return None if chosen is None else self.plan.party(chosen)

    @property
    def marked_column(self) -> int | None:
        """The column of the party this copy is for, None for all parties."""
        party = self.marked_party
        return None if party is None else FIRST_PARTY + self.layout.parties.index(party)

    @property
    def day(self) -> datetime:
        """The day of the export, as the midnight that cells and properties store."""
        return self.facts.day

    def symbol(self, flag: str) -> str:
        """Return the letter of the plan with `flag`."""
        return self.plan.letter_set.symbol_for(flag)

    def put(self, sheet: Worksheet, place: tuple[int, int], text: str, *parts: Part) -> None:
        """Write `text` as text, never as a number or formula; `parts` are those of its style."""
        row, column = place
        look = self.styles.of(*parts)
        if text:
            sheet.write_string(row, column, text, self.styles.guarded(text, look))
        else:
            sheet.write_blank(row, column, None, look)

    def merge(self, sheet: Worksheet, area: tuple[int, int, int, int], *parts: Part) -> None:
        """Format `area` (first row and column, last row and column) and merge it into one cell."""
        first_row, first_column, last_row, last_column = area
        style = self.styles.of(*parts)
        for row in range(first_row, last_row + 1):
            for column in range(first_column, last_column + 1):
                sheet.write_blank(row, column, None, style)
        if (first_row, first_column) != (last_row, last_column):
            sheet.merge_range(*area, "", style)
