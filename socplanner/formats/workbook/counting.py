"""Excel formulas that count letters.

In a cell with several letters (`A/R`) each one counts. Only cells that consist of letters count: a
word with an A in it is no letter. Lower case, full-width characters and commas are accepted, as
socplanner itself reads them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socplanner.domain.letters import Letter
from socplanner.formats.record.cell_references import column_name

_JOINING = (",", ";", "\uff64", "\uff65", "+", "&", "|", "\\")
"""Signs other than the slash that join letters, in their half-width form."""
_BETWEEN = ("/", *_JOINING, " ")


@dataclass(frozen=True, slots=True)
class Counting:
    """Builds formulas, without the equals sign, that find the letters of one set."""

    letters: tuple[Letter, ...]

    @property
    def is_plain(self) -> bool:
        """Whether every letter of the set is a single character."""
        return all(len(letter.symbol) == 1 for letter in self.letters)

    def cells(self, symbol: str, span: str) -> str:
        """Return the number of cells of `span` with the letter `symbol`, as a formula."""
        return f'SUMPRODUCT({self.contains(symbol, span)}*({self._rest(span)}=""))'

    def unreadable(self, spans: Sequence[str]) -> str:
        """Return the number of cells of `spans` with anything but letters, as a formula."""
        return "+".join(f'SUMPRODUCT(--({self._rest(span)}<>""))' for span in spans) or "0"

    def is_unreadable(self, cell: str) -> str:
        """Return whether `cell` has anything but letters, as a formula."""
        return f'{self._rest(cell)}<>""'

    def cells_with_flag(self, flag: str, spans: Sequence[str]) -> str:
        """Return the number of cells of `spans` with a letter that has `flag`, as a formula."""
        return self.cells_with([each.symbol for each in self.letters if getattr(each, flag)], spans)

    def cells_with(self, symbols: Sequence[str], spans: Sequence[str]) -> str:
        """Return the number of cells of `spans` with any of `symbols`, as a formula."""
        if len(symbols) < 2:
            return self.of(symbols, spans)
        counted = []
        for span in spans:
            terms = "+".join(self.contains(symbol, span) for symbol in symbols)
            counted.append(f'SUMPRODUCT((({terms})>0)*({self._rest(span)}=""))')
        return "+".join(counted) or "0"

    def with_flag(self, flag: str, spans: Sequence[str]) -> str:
        """Return how often letters with `flag` occur in `spans`, as a formula; 0 without any."""
        return self.of([each.symbol for each in self.letters if getattr(each, flag)], spans)

    def of(self, symbols: Iterable[str], spans: Sequence[str]) -> str:
        """Return how often `symbols` occur in `spans`, as a formula; 0 without symbols or spans."""
        terms = [self.cells(symbol, span) for symbol in symbols for span in spans]
        return "+".join(terms) or "0"

    def begins_with(self, symbol: str, cell: str) -> str:
        """Return whether the first letter in `cell` is `symbol`, as a formula."""
        written = _literal(symbol.upper())
        length = len(symbol) if symbol.isascii() else f"LEN({written})"
        if self.is_plain:
            return f"LEFT(TRIM({_half(cell)}),{length})={written}"
        return f'LEFT({_slashed(cell)},{length}+2)="/"&{written}&"/"'

    def contains(self, symbol: str, span: str) -> str:
        """Return for each cell of `span` whether it has the letter `symbol`, as a formula."""
        if self.is_plain:
            return f"ISNUMBER(SEARCH({_literal(_pattern(symbol))},{_half(span)}))"
        return f'ISNUMBER(SEARCH("/"&{_literal(_pattern(symbol))}&"/",{_slashed(span)}))'

    def _rest(self, span: str) -> str:
        """Return the text of each cell of `span` without letters and signs, as a formula."""
        symbols = sorted((each.symbol.upper() for each in self.letters), key=len, reverse=True)
        if self.is_plain:
            return _without((*_BETWEEN, *symbols), _half(span))
        # from "/VS/S/" each letter goes with the slash after it, the longest first: VS is no S
        rest = _slashed(span)
        for symbol in symbols:
            rest = f'SUBSTITUTE({rest},"/"&{_literal(symbol)},"")'
        return f'SUBSTITUTE({rest},"/","")'


def _half(span: str) -> str:
    """Return the texts of `span` in half-width capitals, as a formula."""
    return f"UPPER(ASC({span}))"


def _slashed(span: str) -> str:
    """Return the texts of `span` with a slash around each letter, as a formula."""
    joined = _half(span)
    for sign in _JOINING:
        joined = f'SUBSTITUTE({joined},"{sign}","/")'
    return f'"/"&SUBSTITUTE({joined}," ","")&"/"'


def _without(symbols: Iterable[str], text: str) -> str:
    """Return the formula `text` with each of `symbols` removed from its result."""
    for each in symbols:
        text = f'SUBSTITUTE({text},{_literal(each)},"")'
    return text


def _literal(text: str) -> str:
    """Return `text` as a text in a formula, half-width like the texts it is compared with."""
    quoted = text.replace('"', '""')
    return f'"{quoted}"' if text.isascii() or text in _BETWEEN else f'ASC("{quoted}")'


def _pattern(symbol: str) -> str:
    """Return `symbol` with wildcards escaped, so that SEARCH finds nothing else."""
    return re.sub(r"[~*?]", r"~\g<0>", symbol)


def span_in_row(columns: range, row: int | str) -> list[str]:
    """Return the range of `columns` in `row` (from 1), in a list; an empty list for no columns."""
    if not columns:
        return []
    first, last = column_name(columns[0]), column_name(columns[-1])
    return [f"${first}{row}:${last}{row}"]
