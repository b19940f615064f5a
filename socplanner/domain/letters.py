"""Letters of responsibility: sets are data, and rules read the flags of a letter, never the letter.

A `Cell` is the text of the letters of one role and party: in the set's order, accountable letters
first, joined by `/` (`A/R`). The empty cell is a deliberate blank, `?` alone is undecided.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations_with_replacement
from types import MappingProxyType
from typing import NamedTuple, NewType

from socplanner.domain.local_text import LocalText

Cell = NewType("Cell", str)
BLANK = Cell("")
UNDECIDED_LETTER = "?"
SEPARATORS = r"/,、・;+&|\\"
"""Signs of which one may separate two letters."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_BETWEEN = rf"\s*[{SEPARATORS}]\s*|\s+"
_LONGEST_RUN = 24
"""The most letters without a sign between them; more is no cell, and would be slow to split."""

LETTER_FLAGS = ("accountable", "performs", "two_way", "one_way", "supports", "verifies")
"""What a letter can mean to the rules: the names of its flags."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: its symbol and name, its colour as `#RRGGBB`, and its meaning as flags.

    A party with it performs, is accountable, consulted (`two_way`) or informed (`one_way`),
    supports or verifies.
    """

    symbol: str
    name: LocalText
    colour: str
    performs: bool = False
    accountable: bool = False
    two_way: bool = False
    one_way: bool = False
    supports: bool = False
    verifies: bool = False

    @property
    def flags(self) -> tuple[str, ...]:
        """The names of the flags that are set, in the order of `LETTER_FLAGS`."""
        return tuple(flag for flag in LETTER_FLAGS if getattr(self, flag))


UNDECIDED = Letter(UNDECIDED_LETTER, LocalText("未定", "Undecided"), "#FFFFFF")


class CellMeaning(NamedTuple):
    """The meaning of a cell: the flags of its letters together."""

    accountable: bool
    performs: bool
    two_way: bool
    one_way: bool
    is_involved: bool
    """Whether one of the letters is decided, and is more than being informed."""
    is_open: bool
    """Whether the part of the party in the role is still undecided."""


def _meaning(letters: tuple[Letter, ...]) -> CellMeaning:
    return CellMeaning(
        any(each.accountable for each in letters),
        any(each.performs for each in letters),
        any(each.two_way for each in letters),
        any(each.one_way for each in letters),
        any(not each.one_way and each is not UNDECIDED for each in letters),
        UNDECIDED in letters,
    )


@dataclass(frozen=True, slots=True)
class LetterSet:
    """The letters that a plan may use, in the order in which menus list them."""

    id: str
    name: LocalText
    letters: tuple[Letter, ...]
    _by_symbol: Mapping[str, Letter] = field(init=False, repr=False, compare=False)
    """The letters in the order of cells: accountable ones first, `?` last."""

    _meanings: Mapping[str, CellMeaning] = field(init=False, repr=False, compare=False)
    """The meanings of all cells of one or two letters: nearly every cell is one of them."""

    def __post_init__(self) -> None:
        """Tabulate the letters and the meanings of short cells."""
        ordered = sorted(self.letters, key=lambda letter: not letter.accountable)
        by_symbol = {letter.symbol: letter for letter in (*ordered, UNDECIDED)}
        meanings = {BLANK: _meaning(())}
        for first, second in combinations_with_replacement(by_symbol.values(), 2):
            cell = Cell("/".join(dict.fromkeys((first.symbol, second.symbol))))
            meanings[cell] = _meaning((first, second))
        object.__setattr__(self, "_by_symbol", MappingProxyType(by_symbol))
        object.__setattr__(self, "_meanings", MappingProxyType(meanings))

    def letter(self, symbol: str) -> Letter | None:
        """Return the letter written `symbol`, or None if the set has none."""
        return self._by_symbol.get(symbol)

    def cell(self, symbols: Iterable[str]) -> Cell:
        """Return the cell of `symbols`; raise KeyError for an unknown one.

        Undecided (`?`) is left out beside any other symbol.
        """
        unique = set(symbols)
        if unique <= {UNDECIDED_LETTER}:
            return Cell("".join(unique))
        unique.discard(UNDECIDED_LETTER)
        if not unique <= self._by_symbol.keys():
            raise KeyError(*(unique - self._by_symbol.keys()))
        return Cell("/".join(symbol for symbol in self._by_symbol if symbol in unique))

    def letters_in(self, cell: Cell) -> tuple[Letter, ...]:
        """Return the letters of `cell` in the order they are written."""
        letters = map(self._by_symbol.get, symbols_in(cell))
        return tuple(letter for letter in letters if letter is not None)

    def meaning(self, cell: Cell) -> CellMeaning:
        """Return the meaning of `cell`; symbols that the set does not have mean nothing."""
        return self._meanings.get(cell) or _meaning(self.letters_in(cell))

    def read(self, text: str) -> Cell | None:
        """Return the cell that a person meant by `text` (`r`, `Ａ／Ｒ`, `A, R`, `RA`), or None.

        Every text that becomes letters of a plan is read here. Two letters may have nothing, blanks
        or one sign between them; a text with anything else (`A?`, `A/`, `A!`, `A,,R`) is not read.
        Undecided (`?`) must be alone; a text of blanks only is the empty cell.
        """
        symbols = text.split("/")
        if UNDECIDED_LETTER not in symbols and all(map(self._by_symbol.__contains__, symbols)):
            return self.cell(symbols)
        plain = plain_letters(text)
        if not plain:
            return BLANK
        by_upper = {normal_symbol(symbol): symbol for symbol in self._by_symbol}
        symbols = []
        for part in parts_of(plain):
            matches = (part,) if part in by_upper else _run_together(part, by_upper.keys())
            if not matches:
                return None
            symbols.extend(by_upper[symbol] for symbol in matches)
        if UNDECIDED_LETTER in symbols and len(set(symbols)) > 1:
            return None
        return self.cell(symbols)

    def with_symbol(self, cell: Cell, symbol: str) -> Cell:
        """Return `cell` with `symbol` added, or removed if the cell has it."""
        symbols = set(symbols_in(cell))
        return self.cell(symbols ^ {symbol})

    def symbol_for(self, flag: str) -> str:
        """Return the symbol of the letter for `flag` (`performs`, `accountable`, `two_way` …).

        Of several it is the one with the fewest other flags, then the first: a letter that performs
        and is accountable must not be given to a party that is only to perform. Empty if no letter
        has the flag.
        """
        matches = [each for each in self.letters if getattr(each, flag)]
        return min(matches, key=_flag_count).symbol if matches else ""


def parts_of(plain: str) -> list[str]:
    """Split `plain` at separators; two in a row, or one at an end, give an empty part."""
    return re.split(_BETWEEN, plain)


def plain_letters(text: str) -> str:
    """Return `text` as letters are read: upper case, half-width, stripped, nothing invisible."""
    return normal_symbol(text.translate(_INVISIBLE))


def normal_symbol(text: str) -> str:
    """Return `text` as symbols are compared: upper case, half-width, stripped."""
    return unicodedata.normalize("NFKC", text).strip().upper()


def symbols_by_key(symbols: Iterable[str]) -> dict[str, str]:
    """Return which of `symbols` each typed text means, by the text as `normal_symbol` returns it.

    A symbol of two characters can be typed by its first one, if no other begins with that.
    """
    by_symbol = {normal_symbol(symbol): symbol for symbol in symbols}
    times = Counter(plain[0] for plain in by_symbol)
    alone = {plain[0]: symbol for plain, symbol in by_symbol.items() if times[plain[0]] == 1}
    return {**alone, **by_symbol}


def _flag_count(letter: Letter) -> int:
    return len(letter.flags)


def _run_together(text: str, alphabet: Collection[str]) -> tuple[str, ...] | None:
    """Return the symbols that `text` joins without separators, or None.

    None also where there is more than one reading: `AB` may be `A` and `B`, or the one symbol `AB`.
    """
    if len(text) > _LONGEST_RUN:
        return None
    before: tuple[int, tuple[str, ...]] = (0, ())
    here: tuple[int, tuple[str, ...]] = (1, ())
    for end in range(1, len(text) + 1):
        readings = 0
        symbols: tuple[str, ...] = ()
        for (count, parts), start in ((before, end - 2), (here, end - 1)):
            if count and start >= 0 and text[start:end] in alphabet:
                readings, symbols = readings + count, (*parts, text[start:end])
        before, here = here, (min(readings, 2), symbols)
    return here[1] if here[0] == 1 else None


def symbols_in(cell: Cell) -> tuple[str, ...]:
    """Return the symbols of `cell`, in order; none for the empty cell."""
    return tuple(cell.split("/")) if cell else ()
