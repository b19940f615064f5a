"""Letters of responsibility: sets are data, and rules read the flags of a letter, never the letter.

A `Cell` holds the letters of one role and party as they are written: in the set's order, the
accountable letter first, joined by `/` (`A/R`). The empty cell is a deliberate blank, `?` alone is
undecided.
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
"""Signs of which one may stand between two letters."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_BETWEEN = re.compile(rf"\s*[{SEPARATORS}]\s*|\s+")
_LONGEST_RUN = 24
"""Of letters without a sign between them; more is no cell, and would take long to take apart."""

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

    @property
    def flags(self) -> tuple[str, ...]:
        """The names of what the letter means to the rules."""
        return tuple(flag for flag in LETTER_FLAGS if getattr(self, flag))


UNDECIDED = Letter(UNDECIDED_LETTER, LocalText("未定", "Undecided"), "#FFFFFF")


class CellMeaning(NamedTuple):
    """What the letters of a cell mean to the rules together."""

    accountable: bool
    performs: bool
    two_way: bool
    one_way: bool
    is_involved: bool
    """One of the letters is more than being told, and decided."""
    is_open: bool
    """It is still undecided who the party is to the role."""


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
    """The letters a plan may use, in the order they are offered."""

    id: str
    name: LocalText
    letters: tuple[Letter, ...]
    _by_symbol: Mapping[str, Letter] = field(init=False, repr=False, compare=False)
    """The letters in the order in which cells write them: accountable ones first, `?` last."""

    _meanings: Mapping[str, CellMeaning] = field(init=False, repr=False, compare=False)
    """The meanings of all cells of one or two letters, which nearly all cells are."""

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
        """Return the cell that holds just `symbols`; raise KeyError for an unknown one."""
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
        """Return what `cell` means to the rules."""
        return self._meanings.get(cell) or _meaning(self.letters_in(cell))

    def read(self, text: str) -> Cell | None:
        """Return the cell a person meant by `text` (`r`, `Ａ／Ｒ`, `A, R`, `RA`), or None.

        Everything that enters a plan is read here. Letters stand side by side, or with blanks or
        one sign between two of them; anything else beside a letter (`A?`, `A/`, `A!`, `A,,R`) is
        not read. Undecided stands alone.
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
        """Return `cell` with `symbol` added, or taken away where it stood already."""
        symbols = set(symbols_in(cell))
        return self.cell(symbols ^ {symbol})

    def symbol_for(self, flag: str) -> str:
        """Return the letter that stands for `flag` (`performs`, `accountable`, `two_way` …).

        Of several it is the one that means least else, then the first: a letter that both performs
        and is accountable must not be given to whoever is to perform and no more.
        """
        matches = [each for each in self.letters if getattr(each, flag)]
        return min(matches, key=_flag_count).symbol if matches else ""


def parts_of(plain: str) -> list[str]:
    """Return what stands between the separators of `plain`; an empty part for one too many."""
    return _BETWEEN.split(plain)


def plain_letters(text: str) -> str:
    """Return `text` as letters are read: capital, half-width, nothing invisible or around it."""
    return normal_symbol(text.translate(_INVISIBLE))


def normal_symbol(text: str) -> str:
    """Return `text` as symbols are compared: capital, half-width, without blanks around it."""
    return unicodedata.normalize("NFKC", text).strip().upper()


def symbols_by_key(symbols: Iterable[str]) -> dict[str, str]:
    """Return which of `symbols` each text typed means, the text as `normal_symbol` has it.

    A symbol of two characters is also meant by its first one, where no other begins so.
    """
    by_symbol = {normal_symbol(symbol): symbol for symbol in symbols}
    times = Counter(plain[0] for plain in by_symbol)
    alone = {plain[0]: symbol for plain, symbol in by_symbol.items() if times[plain[0]] == 1}
    return {**alone, **by_symbol}


def _flag_count(letter: Letter) -> int:
    return len(letter.flags)


def _run_together(text: str, symbols_: Collection[str]) -> tuple[str, ...] | None:
    """Return the symbols that `text` joins without a sign between, if there is one way only."""
    if len(text) > _LONGEST_RUN:
        return None
    before: tuple[int, tuple[str, ...]] = (0, ())
    here: tuple[int, tuple[str, ...]] = (1, ())
    for end in range(1, len(text) + 1):
        readings = 0
        symbols: tuple[str, ...] = ()
        for (count, parts), start in ((before, end - 2), (here, end - 1)):
            if count and start >= 0 and text[start:end] in symbols_:
                readings, symbols = readings + count, (*parts, text[start:end])
        before, here = here, (min(readings, 2), symbols)
    return here[1] if here[0] == 1 else None


def symbols_in(cell: Cell) -> tuple[str, ...]:
    """Return the symbols written in `cell`."""
    return tuple(cell.split("/")) if cell else ()
