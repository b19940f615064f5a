"""Letters of responsibility: sets are data, and rules read the flags of a letter, never the letter.

A `Cell` holds the letters of one role and party as they are written: in the set's order, the
accountable letter first, joined by `/` (`A/R`). The empty cell is a deliberate blank, `?` alone is
undecided.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NewType

from socplanner.domain.local_text import LocalText

Cell = NewType("Cell", str)
BLANK = Cell("")
UNDECIDED_LETTER = "?"
_LONGEST_RUN = 24
_ENOUGH = 2
"""Two ways to read what is run together are enough to know that it can be read in several."""


LETTER_FLAGS = ("accountable", "performs", "two_way", "one_way", "supports", "verifies")
"""What a letter can mean to the rules: the names of its flags."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter with its names, its colour as `#RRGGBB`, and what it means to the rules."""

    symbol: str
    name: LocalText
    colour: str
    performs: bool = False
    accountable: bool = False
    two_way: bool = False
    one_way: bool = False
    supports: bool = False
    verifies: bool = False


UNDECIDED = Letter(UNDECIDED_LETTER, LocalText("未定", "Undecided"), "#FFFFFF")


@dataclass(frozen=True, slots=True)
class LetterSet:
    """The letters a plan may use, in the order they are offered."""

    id: str
    name: LocalText
    letters: tuple[Letter, ...]
    _order: dict[str, int] = field(init=False, repr=False, compare=False)
    _cells: dict[str, tuple[Letter, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        """Fix the order in which letters are written: accountable ones first."""
        ordered = sorted(self.letters, key=lambda letter: not letter.accountable)
        order = {letter.symbol: place for place, letter in enumerate(ordered)}
        object.__setattr__(self, "_order", order)

    def letter(self, symbol: str) -> Letter | None:
        """Return the letter written `symbol`, or None if the set has none."""
        if symbol == UNDECIDED_LETTER:
            return UNDECIDED
        return next((each for each in self.letters if each.symbol == symbol), None)

    def cell(self, symbols: Iterable[str]) -> Cell:
        """Return the cell that holds just `symbols`; raise KeyError for an unknown one."""
        unique = set(symbols)
        if unique <= {UNDECIDED_LETTER}:
            return Cell("".join(unique))
        unique.discard(UNDECIDED_LETTER)
        return Cell("/".join(sorted(unique, key=self._order.__getitem__)))

    def letters_in(self, cell: Cell) -> tuple[Letter, ...]:
        """Return the letters of `cell` in the order they are written."""
        known = self._cells.get(cell)
        if known is None:
            found = (self.letter(symbol) for symbol in symbols_in(cell))
            known = self._cells[cell] = tuple(letter for letter in found if letter is not None)
        return known

    def read(self, text: str) -> Cell | None:
        """Return the cell a person meant by `text` (`r`, `Ａ／Ｒ`, `A, R`, `RA`), or None."""
        symbols = text.split("/")
        if all(symbol in self._order for symbol in symbols):
            return self.cell(symbols)
        plain = unicodedata.normalize("NFKC", text).strip().upper()
        if not plain:
            return BLANK
        parts = [part for part in re.split(r"[\s/,、・;+&]+", plain) if part]
        by_upper = {symbol.upper(): symbol for symbol in (*self._order, UNDECIDED_LETTER)}
        symbols = []
        for part in parts:
            found = _parted(part, by_upper)
            if found is None:
                return None
            symbols += found
        return self.cell(symbols)

    def with_symbol(self, cell: Cell, symbol: str) -> Cell:
        """Return `cell` with `symbol` added, or taken away where it stood already."""
        held = set(symbols_in(cell))
        return self.cell(held ^ {symbol})

    def symbol_for(self, flag: str) -> str:
        """Return the first letter that carries `flag` (`performs`, `accountable`, `two_way` …)."""
        return next((each.symbol for each in self.letters if getattr(each, flag)), "")


def _parted(part: str, by_upper: Mapping[str, str]) -> list[str] | None:
    """Return the symbols written together in `part`; None where they can be none, or others too."""
    if part in by_upper:
        return [by_upper[part]]
    if len(part) > _LONGEST_RUN:
        return None
    ways: list[list[list[str]]] = [[[]], *([] for _ in part)]
    for start in range(len(part)):
        for end in (start + 1, start + 2):
            symbol = by_upper.get(part[start:end])
            if symbol is not None and end <= len(part):
                ways[end] += [[*way, symbol] for way in ways[start]][:_ENOUGH]
    told = {frozenset(way) for way in ways[-1]}
    return ways[-1][0] if len(told) == 1 else None


def symbols_in(cell: Cell) -> tuple[str, ...]:
    """Return the symbols written in `cell`."""
    return tuple(cell.split("/")) if cell else ()
