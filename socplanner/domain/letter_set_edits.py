"""Changing the letter set of a plan: every cell of every phase is written anew in one step."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from socplanner.domain.ids import PartyId, is_slug
from socplanner.domain.letters import (
    LETTER_FLAGS,
    UNDECIDED_LETTER,
    Cell,
    Letter,
    LetterSet,
    symbols_in,
)
from socplanner.domain.names import proved_name
from socplanner.domain.plan import Change, Plan, frozen
from socplanner.domain.problem import EditRejected

MOST_LETTERS = 12
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")

Mapped = Mapping[str, str]
"""For each letter of the old set one of the new; the empty text for one that is given up."""


class Loss(NamedTuple):
    """How many cells lose a letter, and in how many two letters become one."""

    emptied: int
    merged: int


@dataclass(frozen=True, slots=True)
class SwitchLetterSet:
    """Write every letter as `mapping` says, and go on with `letter_set`."""

    letter_set: LetterSet
    mapping: Mapped

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the set; raise EditRejected for a set or mapping that will not do."""
        prove_set(self.letter_set)
        for letter in used_letters(plan):
            if letter not in self.mapping:
                raise EditRejected("letter-not-mapped", letter=letter)
        for symbol in self.mapping.values():
            if symbol and self.letter_set.letter(symbol) is None:
                known = ", ".join(each.symbol for each in self.letter_set.letters)
                raise EditRejected("unknown-letter", letter=symbol, known=known)
        if self.letter_set == plan.letter_set and all(a == b for a, b in self.mapping.items()):
            return plan
        cells: dict[Cell, Cell] = {}
        phases = tuple(
            replace(
                phase,
                changes=frozen(
                    {role: self._changed(each, cells) for role, each in phase.changes.items()}
                ),
            )
            for phase in plan.phases
        )
        return replace(plan, letter_set=self.letter_set, phases=phases)

    def _changed(self, change: Change, cells: dict[Cell, Cell]) -> Change:
        if not change.letters:
            return change
        letters: dict[PartyId, Cell] = {}
        for party, cell in change.letters.items():
            if cell not in cells:
                cells[cell] = mapped_cell(cell, self.letter_set, self.mapping)
            letters[party] = cells[cell]
        return replace(change, letters=frozen(letters))


def mapped_cell(cell: Cell, letter_set: LetterSet, mapping: Mapped) -> Cell:
    """Return `cell` in the letters of `letter_set`."""
    symbols = (_mapped(symbol, mapping) for symbol in symbols_in(cell))
    return letter_set.cell(symbol for symbol in symbols if symbol)


def _mapped(symbol: str, mapping: Mapped) -> str:
    return symbol if symbol == UNDECIDED_LETTER else mapping.get(symbol, "")


def used_letters(plan: Plan) -> Counter[str]:
    """Return how many cells of any phase hold each letter, the undecided one left out."""
    found: Counter[str] = Counter()
    for phase in plan.phases:
        for change in phase.changes.values():
            for cell in change.letters.values():
                found.update(each for each in symbols_in(cell) if each != UNDECIDED_LETTER)
    return found


def proposed_mapping(old: LetterSet, new: LetterSet) -> dict[str, str]:
    """Return for each letter of `old` that of `new` which means the same, else shares a flag."""
    return {letter.symbol: _like(letter, new) for letter in old.letters}


def _like(letter: Letter, letter_set: LetterSet) -> str:
    flags = flags_of(letter)
    same = letter_set.letter(letter.symbol)
    if same is not None and flags_of(same) == flags:
        return same.symbol
    equal = [each.symbol for each in letter_set.letters if flags_of(each) == flags]
    shared = [symbol for flag in flags if (symbol := letter_set.symbol_for(flag))]
    return next(iter([*equal, *shared]), "")


def flags_of(letter: Letter) -> tuple[str, ...]:
    """Return the flags that `letter` carries."""
    return tuple(flag for flag in LETTER_FLAGS if getattr(letter, flag))


def losses(plan: Plan, mapping: Mapped) -> Loss:
    """Return what switching by `mapping` would lose."""
    emptied = merged = 0
    for phase in plan.phases:
        for change in phase.changes.values():
            for cell in change.letters.values():
                symbols = [each for each in symbols_in(cell) if each != UNDECIDED_LETTER]
                kept = [each for each in symbols if mapping.get(each, "")]
                emptied += len(kept) < len(symbols)
                merged += len({mapping[each] for each in kept}) < len(kept)
    return Loss(emptied, merged)


def prove_set(letter_set: LetterSet) -> None:
    """Raise EditRejected if `letter_set` may not be the letters of a plan."""
    if not is_slug(letter_set.id):
        raise EditRejected("bad-id", id=letter_set.id)
    proved_name(letter_set.name)
    if not 1 <= len(letter_set.letters) <= MOST_LETTERS:
        raise EditRejected("bad-letter-count", most=MOST_LETTERS)
    seen: set[str] = set()
    for letter in letter_set.letters:
        proved_name(letter.name)
        if not is_symbol(letter.symbol):
            raise EditRejected("bad-symbol", letter=letter.symbol)
        if not _COLOUR.fullmatch(letter.colour):
            raise EditRejected("bad-colour", letter=letter.symbol, colour=letter.colour)
        plain = _plain(letter.symbol)
        if plain in seen:
            raise EditRejected("doubled-letter", letter=letter.symbol)
        seen.add(plain)
    for flag in ("accountable", "performs"):
        if not letter_set.symbol_for(flag):
            raise EditRejected("letter-set-without", flag=flag)


def is_symbol(text: str) -> bool:
    """Tell whether `text` can be a letter: one or two letters of an alphabet or script."""
    return 1 <= len(text) <= 2 and all(unicodedata.category(char)[0] == "L" for char in text)


def _plain(symbol: str) -> str:
    return unicodedata.normalize("NFKC", symbol).upper()
