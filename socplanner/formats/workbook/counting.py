"""Counting letters: the formulas that count in Excel, and what they come to now.

A letter that stands in a cell with others (`A/R`) counts for each of them. A cell counts only where
letters are all it holds: a word that has an A in it is no letter. What is typed small, full-width
or with a comma counts too, as the planner's program reads it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socplanner.domain.letters import Letter
from socplanner.formats.record.cell_references import column_name

_JOINING = (",", ";", "\uff64", "\uff65", "+", "&", "|", "\\")
"""Signs other than the slash that people join letters with, as they are once half-width."""
_BETWEEN = ("/", *_JOINING, " ")


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
        return f'SUMPRODUCT({self.holds(symbol, span)}*({self._rest(span)}=""))'

    def unreadable(self, spans: Sequence[str]) -> str:
        """Return how many cells of `spans` hold something else than letters."""
        return "+".join(f'SUMPRODUCT(--({self._rest(span)}<>""))' for span in spans) or "0"

    def is_unreadable(self, cell: str) -> str:
        """Return whether `cell` holds something else than letters."""
        return f'{self._rest(cell)}<>""'

    def cells_with_flag(self, flag: str, spans: Sequence[str]) -> str:
        """Return how many cells of `spans` hold a letter with `flag`, each counted once."""
        return self.cells_with([each.symbol for each in self.letters if getattr(each, flag)], spans)

    def cells_with(self, symbols: Sequence[str], spans: Sequence[str]) -> str:
        """Return how many cells of `spans` hold one of `symbols`, each counted once."""
        if len(symbols) < 2:
            return self.of(symbols, spans)
        counted = []
        for span in spans:
            found = "+".join(self.holds(symbol, span) for symbol in symbols)
            counted.append(f'SUMPRODUCT((({found})>0)*({self._rest(span)}=""))')
        return "+".join(counted) or "0"

    def with_flag(self, flag: str, spans: Sequence[str]) -> str:
        """Return how often a letter with `flag` stands in `spans`; 0 where nothing can be found."""
        return self.of([each.symbol for each in self.letters if getattr(each, flag)], spans)

    def of(self, symbols: Iterable[str], spans: Sequence[str]) -> str:
        """Return how often one of `symbols` stands in `spans`; 0 where nothing can be found."""
        found = [self.cells(symbol, span) for symbol in symbols for span in spans]
        return "+".join(found) or "0"

    def begins_with(self, symbol: str, cell: str) -> str:
        """Return whether the first letter in `cell` is `symbol`."""
        written = _literal(symbol.upper())
        length = len(symbol) if symbol.isascii() else f"LEN({written})"
        if self.is_plain:
            return f"LEFT(TRIM({_half(cell)}),{length})={written}"
        return f'LEFT({_slashed(cell)},{length}+2)="/"&{written}&"/"'

    def holds(self, symbol: str, span: str) -> str:
        """Return for each cell of `span` whether the letter `symbol` is in it."""
        if self.is_plain:
            return f"ISNUMBER(SEARCH({_literal(_pattern(symbol))},{_half(span)}))"
        return f'ISNUMBER(SEARCH("/"&{_literal(_pattern(symbol))}&"/",{_slashed(span)}))'

    def _rest(self, span: str) -> str:
        """Return what is left of each cell of `span` once letters and signs are taken away."""
        taken = sorted((each.symbol.upper() for each in self.letters), key=len, reverse=True)
        if self.is_plain:
            return _without((*_BETWEEN, *taken), _half(span))
        # from "/VS/S/" each letter goes with the slash after it, the longest first: VS is no S
        rest = _slashed(span)
        for symbol in taken:
            rest = f'SUBSTITUTE({rest},"/"&{_literal(symbol)},"")'
        return f'SUBSTITUTE({rest},"/","")'


def _half(span: str) -> str:
    """Return the texts of `span` half-width and capital."""
    return f"UPPER(ASC({span}))"


def _slashed(span: str) -> str:
    """Return the texts of `span` with a slash around each letter."""
    joined = _half(span)
    for sign in _JOINING:
        joined = f'SUBSTITUTE({joined},"{sign}","/")'
    return f'"/"&SUBSTITUTE({joined}," ","")&"/"'


def _without(taken: Iterable[str], text: str) -> str:
    """Return `text` without every one of `taken`."""
    for each in taken:
        text = f'SUBSTITUTE({text},{_literal(each)},"")'
    return text


def _literal(text: str) -> str:
    """Return `text` as a formula writes it, half-width as what it is compared with."""
    quoted = text.replace('"', '""')
    return f'"{quoted}"' if text.isascii() or text in _BETWEEN else f'ASC("{quoted}")'


def _pattern(symbol: str) -> str:
    """Return what finds `symbol` and nothing else where wildcards count."""
    return re.sub(r"[~*?]", r"~\g<0>", symbol)


def span_in_row(columns: range, row: int | str) -> list[str]:
    """Return `columns` in `row` (counted from 1) as at most one range."""
    if not columns:
        return []
    first, last = column_name(columns[0]), column_name(columns[-1])
    return [f"${first}{row}:${last}{row}"]
