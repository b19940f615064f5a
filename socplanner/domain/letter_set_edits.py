"""Edits of the letters that a plan uses: every cell of every phase is rewritten in one step.

A mapping has for each old symbol the new one, or an empty text where the letter is removed. `?` is
undecided in any set and stays.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from socplanner.domain.ids import PartyId
from socplanner.domain.letter_set_validation import validated_sets
from socplanner.domain.letter_sets import LETTER_SETS, all_sets
from socplanner.domain.letters import (
    LETTER_FLAGS,
    UNDECIDED_LETTER,
    Cell,
    Letter,
    LetterSet,
    symbols_in,
)
from socplanner.domain.plan import NO_CHANGE, NO_LETTERS, Change, Phase, Plan, frozen
from socplanner.domain.problem import EditRejected

Mapped = Mapping[str, str]
"""Old symbols to new ones; an empty text removes a letter."""


@dataclass(frozen=True, slots=True)
class SwitchLetterSet:
    """Use `letter_set` from now on, every letter replaced by `mapping`.

    `custom_sets` replace the custom sets of the plan; None keeps them. `letter_set` is added unless
    it is built in.
    """

    letter_set: LetterSet
    mapping: Mapped
    custom_sets: tuple[LetterSet, ...] | None = None

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the other set.

        Raise EditRejected if a letter in use is not mapped, is mapped to an unknown one, or if a
        custom set is not valid.
        """
        new = self.letter_set
        custom_sets = plan.custom_sets if self.custom_sets is None else self.custom_sets
        if new != LETTER_SETS.get(new.id):
            custom_sets = with_custom_set(custom_sets, new)
        if custom_sets is not plan.custom_sets:
            custom_sets = validated_sets(custom_sets)
            new = all_sets(custom_sets)[new.id]
        for old in used_letters(plan):
            if old not in self.mapping:
                raise EditRejected("letter-unmapped", letter=old)
        for symbol in self.mapping.values():
            if symbol and new.letter(symbol) is None:
                symbols = ", ".join(letter.symbol for letter in new.letters)
                raise EditRejected("unknown-letter", letter=symbol, choices=symbols)
        return _switched(plan, new, self.mapping, custom_sets)


@dataclass(frozen=True, slots=True)
class ChangeCustomSets:
    """Replace the custom sets of the plan; the set in use keeps every letter that is in use."""

    custom_sets: tuple[LetterSet, ...]

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with these custom sets; raise EditRejected if the one in use is missing."""
        same = {symbol: symbol for symbol in used_letters(plan)}
        in_use = all_sets(self.custom_sets).get(plan.letter_set.id)
        if in_use is None:
            raise EditRejected("letter-set-in-use", id=plan.letter_set.id)
        return SwitchLetterSet(in_use, same, self.custom_sets).apply(plan)


def with_custom_set(
    custom_sets: tuple[LetterSet, ...], changed: LetterSet
) -> tuple[LetterSet, ...]:
    """Return `custom_sets` with `changed` instead of the one with its id, or as the last."""
    if all(each.id != changed.id for each in custom_sets):
        return (*custom_sets, changed)
    if changed in custom_sets:
        return custom_sets
    return tuple(changed if each.id == changed.id else each for each in custom_sets)


@dataclass(frozen=True, slots=True)
class Losses:
    """What a mapping removes, counted in cells of all phases.

    `lost` counts the cells with each letter that is removed, `emptied` those that have no letter
    afterwards, `merged` those in which two letters become one.
    """

    lost: Mapping[str, int]
    emptied: int
    merged: int

    @property
    def are_none(self) -> bool:
        """Whether no letter is removed, and none becomes the same as another of its cell."""
        return not self.lost and not self.merged


def used_letters(plan: Plan) -> Counter[str]:
    """Return how many cells of all phases have each letter, `?` left out."""
    return Counter(symbol for cell in _cells(plan) for symbol in _mappable(cell))


def losses(plan: Plan, mapping: Mapped) -> Losses:
    """Return what `mapping` would remove from the cells of `plan`."""
    lost: Counter[str] = Counter()
    emptied = merged = 0
    for cell, times in Counter(_cells(plan)).items():
        kept = [mapping[symbol] for symbol in _mappable(cell) if mapping.get(symbol)]
        removed = [symbol for symbol in _mappable(cell) if not mapping.get(symbol)]
        lost.update(dict.fromkeys(removed, times))
        emptied += times if removed and not kept else 0
        merged += times if len(set(kept)) < len(kept) else 0
    return Losses(dict(lost), emptied, merged)


def proposed_mapping(old: LetterSet, new: LetterSet) -> dict[str, str]:
    """Return for each letter of `old` the one of `new` that means the same, or an empty text.

    The same symbol with the same flags comes first, then the same flags, then a shared flag, the
    same symbol before others. A letter that no other is mapped to is preferred.
    """
    mapping: dict[str, str] = {}
    for likeness in (_is_equal, _is_synonym, _is_namesake, _is_like):
        for letter in old.letters:
            if letter.symbol in mapping:
                continue
            alike = [each.symbol for each in new.letters if likeness(letter, each)]
            free = [symbol for symbol in alike if symbol not in mapping.values()]
            if alike:
                mapping[letter.symbol] = (free or alike)[0]
    return {letter.symbol: mapping.get(letter.symbol, "") for letter in old.letters}


def _switched(
    plan: Plan, new: LetterSet, mapping: Mapped, custom_sets: tuple[LetterSet, ...]
) -> Plan:
    if (new, custom_sets) == (plan.letter_set, plan.custom_sets) and all(
        mapping[symbol] == symbol for symbol in used_letters(plan)
    ):
        return plan
    rewritten: dict[Cell, Cell] = {}

    def rewrite(cell: Cell) -> Cell:
        if cell not in rewritten:
            undecided = [UNDECIDED_LETTER] if UNDECIDED_LETTER in symbols_in(cell) else []
            symbols = (mapping[symbol] for symbol in _mappable(cell))
            rewritten[cell] = new.cell([*undecided, *(symbol for symbol in symbols if symbol)])
        return rewritten[cell]

    phases = tuple(
        _rewritten(phase, rewrite, is_first=index == 0) for index, phase in enumerate(plan.phases)
    )
    return replace(plan, letter_set=new, custom_sets=custom_sets, phases=phases)


def _rewritten(phase: Phase, rewrite: Callable[[Cell], Cell], *, is_first: bool) -> Phase:
    """Return `phase` in other letters.

    A cell that becomes empty in the first phase is no longer stated: no earlier phase has letters
    for it to remove.
    """
    changes = {}
    for role, change in phase.changes.items():
        old_letters = change.letters
        letters = {party: rewrite(cell) for party, cell in old_letters.items()}
        if is_first:
            letters = {
                party: cell for party, cell in letters.items() if cell or not old_letters[party]
            }
        if letters != old_letters:
            change = _lettered(change, letters)  # noqa: PLW2901 - the old one is done with
        if change != NO_CHANGE:
            changes[role] = change
    is_same = len(changes) == len(phase.changes) and all(
        change is phase.changes[role] for role, change in changes.items()
    )
    return phase if is_same else replace(phase, changes=frozen(changes))


def _lettered(change: Change, letters: Mapping[PartyId, Cell]) -> Change:
    return replace(change, letters=frozen(letters) if letters else NO_LETTERS)


def _cells(plan: Plan) -> Iterator[Cell]:
    for phase in plan.phases:
        for change in phase.changes.values():
            yield from change.letters.values()


def _mappable(cell: Cell) -> tuple[str, ...]:
    return tuple(symbol for symbol in symbols_in(cell) if symbol != UNDECIDED_LETTER)


def _is_equal(old: Letter, new: Letter) -> bool:
    return old.symbol == new.symbol and old.flags == new.flags


def _is_synonym(old: Letter, new: Letter) -> bool:
    return old.flags == new.flags and old.flags != ()


def _is_namesake(old: Letter, new: Letter) -> bool:
    return old.symbol == new.symbol and (_shares(old, new) or not old.flags)


def _is_like(old: Letter, new: Letter) -> bool:
    return _shares(old, new)


def _shares(old: Letter, new: Letter) -> bool:
    return any(getattr(old, flag) and getattr(new, flag) for flag in LETTER_FLAGS)
