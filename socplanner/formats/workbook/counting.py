"""Counting letters: the formulas that count in Excel, and what they come to now.

A letter that stands in a cell with others (`A/R`) counts for each of them. Where no letter of the
set is part of another, a plain `COUNTIF` with wildcards does, which people can read and which also
counts what was typed as `a, r`; else the letter has to stand between slashes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socplanner.domain.letters import UNDECIDED_LETTER, Letter
from socplanner.formats.workbook.refs import column_name


@dataclass(frozen=True, slots=True)
class Counting:
    """Writes the formulas that find the letters of one set."""

    letters: tuple[Letter, ...]

    @property
    def is_plain(self) -> bool:
        """Whether every letter is told by a single character."""
        return all(len(letter.symbol) == 1 for letter in self.letters)

    def cells(self, symbol: str, span: str) -> str:
        """Return how many cells of `span` hold the letter `symbol`."""
        if symbol == UNDECIDED_LETTER:
            return f'COUNTIF({span},"*~?*")'
        if self.is_plain:
            return f'COUNTIF({span},"*{_pattern(symbol)}*")'
        return f"SUMPRODUCT(--{self._found(symbol, span)})"

    def cells_with_flag(self, flag: str, spans: Sequence[str]) -> str:
        """Return how many cells of `spans` hold a letter with `flag`, each counted once."""
        symbols = [each.symbol for each in self.letters if getattr(each, flag)]
        if len(symbols) < 2:
            return self.of(symbols, spans)
        found = ("+".join(self._found(symbol, span) for symbol in symbols) for span in spans)
        return "+".join(f"SUMPRODUCT(--(({each})>0))" for each in found) or "0"

    def with_flag(self, flag: str, spans: Sequence[str]) -> str:
        """Return how often a letter with `flag` stands in `spans`; 0 where nothing can be found."""
        return self.of([each.symbol for each in self.letters if getattr(each, flag)], spans)

    def of(self, symbols: Iterable[str], spans: Sequence[str]) -> str:
        """Return how often one of `symbols` stands in `spans`; 0 where nothing can be found."""
        found = [self.cells(symbol, span) for symbol in symbols for span in spans]
        return "+".join(found) or "0"

    def begins_with(self, symbol: str, cell: str) -> str:
        """Return whether the first letter in `cell` is `symbol`."""
        written = _quoted(symbol)
        if self.is_plain:
            return f'LEFT({cell},1)="{written}"'
        return f'OR({cell}="{written}",LEFT({cell},{len(symbol) + 1})="{written}/")'

    def _found(self, symbol: str, span: str) -> str:
        """Return for each cell of `span` whether it holds the letter `symbol`."""
        if self.is_plain:
            return f'ISNUMBER(SEARCH("{_pattern(symbol)}",{span}))'
        return f'ISNUMBER(SEARCH("/{_pattern(symbol)}/","/"&{span}&"/"))'


def _quoted(symbol: str) -> str:
    """Return `symbol` as it stands between the quotes of a formula."""
    return symbol.replace('"', '""')


def _pattern(symbol: str) -> str:
    """Return what finds `symbol` and nothing else where wildcards count."""
    return re.sub(r"[~*?]", r"~\g<0>", _quoted(symbol))


def span_in_row(columns: range, row: int | str) -> list[str]:
    """Return `columns` in `row` (counted from 1) as at most one range."""
    if not columns:
        return []
    first, last = column_name(columns[0]), column_name(columns[-1])
    return [f"${first}{row}:${last}{row}"]
