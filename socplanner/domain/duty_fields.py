"""The fields of a duty: how changes of each fold over phases, and the inverse.

A field is one entry of `DUTY_FIELDS`, named as the attribute of `Duty` and of `Change`. Folding,
its inverse, addresses, re-import and comparison read the table, so a further field is an attribute
of both classes, an entry here, its key in the file, its words and its widget.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from socplanner.domain.assessment import Score
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.plan import (
    NO_AIM,
    NO_LETTERS,
    Aim,
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


def fold_aim(before: Aim, stated: Aim) -> Aim:
    """Return the aim after some of its values are stated; `unknown` or an empty day removes one."""
    if stated is NO_AIM:
        return before
    return Aim(
        _score(before.inhouse, stated.inhouse),
        _score(before.outsourced, stated.outsourced),
        before.until if stated.until is None else stated.until or None,
    )


def state_aim(stated: Aim, before: Aim, current: Aim, after: Aim) -> Aim:
    """Return the aim to state, value by value."""
    if current == after:
        return stated
    day = stated.until
    if (current.until or "") != (after.until or ""):
        day = None if (before.until or "") == (after.until or "") else after.until or ""
    change = Aim(
        _stated_score(stated.inhouse, before.inhouse, current.inhouse, after.inhouse),
        _stated_score(stated.outsourced, before.outsourced, current.outsourced, after.outsourced),
        day,
    )
    return NO_AIM if change == NO_AIM else change


def _score(before: Score | None, stated: Score | None) -> Score | None:
    if stated is None:
        return before
    return None if stated == "unknown" else stated


def _stated_score(
    stated: Score | None, before: Score | None, current: Score | None, after: Score | None
) -> Score | None:
    wanted = None if after == "unknown" else after
    if current == wanted:
        return stated
    return None if wanted == before else wanted or "unknown"


DUTY_FIELDS = (
    DutyField("area", fold_value, state_value),
    DutyField("sourcing", fold_value, state_value),
    DutyField("letters", fold_letters, state_letters),
    DutyField("aim", fold_aim, state_aim),
    DutyField("coverage", fold_value, state_value),
    DutyField("note", fold_value, state_value),
)
