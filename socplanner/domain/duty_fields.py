"""The fields of a duty: how changes of each fold over phases, and the inverse.

A field is one entry of `DUTY_FIELDS`, named as the attribute of `Duty` and of `Change`. Folding,
its inverse, addresses, re-import and comparison read the table, so a further field is an attribute
of both classes, an entry here, its key in the file, its words and its widget.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from socplanner.domain.ids import PartyId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.plan import (
    NO_LETTERS,
    NO_MATURITY,
    SCORE_FIELDS,
    Maturity,
    Score,
)


class DutyField(NamedTuple):
    """A field of `Duty` and `Change`.

    `folded(before, stated)` is the value after a change states `stated` over the value `before`.
    `stated(stated, before, current, after)` is what a change must state so that `before` becomes
    `after`: as `stated` has it where that is right, for `stated` leads to `current` now.
    """

    name: str
    folded: Callable[[Any, Any], Any]
    stated: Callable[[Any, Any, Any, Any], Any]


def fold_value(before: object, stated: object) -> object:
    """Return `stated`, or `before` where nothing is stated."""
    return before if stated is None else stated


def state_value(stated: object, before: object, current: object, after: object) -> object:
    """Return `stated` where it is right, else `after`, or None where `before` is that already."""
    if current == after:
        return stated
    return None if before == after else after


def fold_letters(
    before: Mapping[PartyId, Cell], stated: Mapping[PartyId, Cell]
) -> Mapping[PartyId, Cell]:
    """Return the letters after those of some parties are stated; a blank removes an earlier one."""
    if not stated:
        return before
    if not before and BLANK not in stated.values():
        return stated
    merged = {**before, **stated}
    return MappingProxyType({party: cell for party, cell in merged.items() if cell})


def state_letters(
    stated: Mapping[PartyId, Cell],
    before: Mapping[PartyId, Cell],
    current: Mapping[PartyId, Cell],
    after: Mapping[PartyId, Cell],
) -> Mapping[PartyId, Cell]:
    """Return the letters to state, party by party."""
    changed = changed_cells(current, after)
    if not changed:
        return stated
    letters = dict(stated)
    for party, _, cell in changed:
        if before.get(party, BLANK) == cell:
            letters.pop(party, None)
        else:
            letters[party] = cell
    return MappingProxyType(letters) if letters else NO_LETTERS


def changed_cells(
    old: Mapping[PartyId, Cell], new: Mapping[PartyId, Cell]
) -> list[tuple[PartyId, Cell, Cell]]:
    """Return each party whose letters differ, with its cell before and after."""
    if old is new:
        return []
    changed = [
        (party, old.get(party, BLANK), cell)
        for party, cell in new.items()
        if old.get(party, BLANK) != cell
    ]
    changed += [(party, cell, BLANK) for party, cell in old.items() if party not in new]
    return changed


def fold_maturity(before: Maturity, stated: Maturity) -> Maturity:
    """Return the four scores after some are stated; `unknown` removes an earlier one."""
    if stated is NO_MATURITY:
        return before
    return Maturity(
        **{each: _score(getattr(before, each), getattr(stated, each)) for each in SCORE_FIELDS}
    )


def state_maturity(
    stated: Maturity, before: Maturity, current: Maturity, after: Maturity
) -> Maturity:
    """Return the scores to state, one by one."""
    if current == after:
        return stated
    scores: dict[str, Score | None] = {}
    for name in SCORE_FIELDS:
        is_right = getattr(current, name) == _removed_is_none(getattr(after, name))
        scores[name] = (
            getattr(stated, name)
            if is_right
            else _score_change(getattr(before, name), getattr(after, name))
        )
    change = Maturity(**scores)
    return NO_MATURITY if change == NO_MATURITY else change


def _score(before: Score | None, stated: Score | None) -> Score | None:
    if stated is None:
        return before
    return None if stated == "unknown" else stated


def _removed_is_none(score: Score | None) -> Score | None:
    return None if score == "unknown" else score


def _score_change(before: Score | None, after: Score | None) -> Score | None:
    target = _removed_is_none(after)
    return None if target == before else target or "unknown"


DUTY_FIELDS = (
    DutyField("area", fold_value, state_value),
    DutyField("sourcing", fold_value, state_value),
    DutyField("letters", fold_letters, state_letters),
    DutyField("maturity", fold_maturity, state_maturity),
    DutyField("coverage", fold_value, state_value),
    DutyField("note", fold_value, state_value),
)
