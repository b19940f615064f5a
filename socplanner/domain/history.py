"""Undo and redo as a value: every step keeps the plan it led to and the edit that led there."""

from dataclasses import dataclass, replace
from typing import Protocol

from socplanner.domain.overlay import changed_keys, unshared_entries
from socplanner.domain.plan import Phase, Plan

MOST_BYTES = 8_000_000
"""What the steps may take by estimate; the oldest are dropped when it is more."""

LEAST_STEPS = 20
"""As many are kept however big they are."""


class Edit(Protocol):
    """A change of the plan as a frozen value."""

    def apply(self, plan: Plan) -> Plan:
        """Return the plan after the edit, `plan` itself if nothing differs; raise EditRejected."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """A plan and the edit that made it; the first has none. `size` is estimated, in bytes."""

    plan: Plan
    edit: Edit | None = None
    size: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """The steps so far, which of them holds, and which is on disk (None: none of them).

    `dropped` counts the oldest steps, which were given up for room and cannot be undone any more.
    """

    steps: tuple[Step, ...]
    index: int = 0
    saved: int | None = 0
    dropped: int = 0
    size: int = 0
    """Of all steps together."""

    @classmethod
    def of(cls, plan: Plan, *, is_saved: bool = True) -> "History":
        """Return the history of a plan nobody has edited yet."""
        return cls((Step(plan),), 0, 0 if is_saved else None)

    @property
    def plan(self) -> Plan:
        """The plan that holds."""
        return self.steps[self.index].plan

    @property
    def is_saved(self) -> bool:
        """Whether what holds is what is on disk."""
        return self.saved == self.index

    @property
    def undo_edit(self) -> Edit | None:
        """The edit that `undone` would take back."""
        return self.steps[self.index].edit if self.index else None

    @property
    def redo_edit(self) -> Edit | None:
        """The edit that `redone` would make again."""
        is_last = self.index + 1 >= len(self.steps)
        return None if is_last else self.steps[self.index + 1].edit

    def perform(self, edit: Edit) -> "History":
        """Return the history after `edit`; raise EditRejected and change nothing."""
        after = edit.apply(self.plan)
        if after is self.plan:
            return self
        kept = self.steps[: self.index + 1]
        saved = self.saved if self.saved is not None and self.saved <= self.index else None
        step = Step(after, edit, _size_of(self.plan, after))
        size = self.size + step.size - sum(each.size for each in self.steps[self.index + 1 :])
        return _bounded(History((*kept, step), self.index + 1, saved, self.dropped, size))

    def undone(self) -> "History":
        """Return the history one step back; at the beginning, itself."""
        return self if self.index == 0 else replace(self, index=self.index - 1)

    def redone(self) -> "History":
        """Return the history one step on; at the end, itself."""
        is_last = self.index + 1 >= len(self.steps)
        return self if is_last else replace(self, index=self.index + 1)

    def crossed(self, other: "History") -> Edit | None:
        """Return the edit that was made, undone or redone from this history to `other`."""
        is_onward = other.index + other.dropped > self.index + self.dropped
        return other.steps[other.index].edit if is_onward else self.undo_edit

    def mark_saved(self) -> "History":
        """Return the history with what holds now taken as what is on disk."""
        return replace(self, saved=self.index)

    def mark_unsaved(self) -> "History":
        """Return the history with nothing of it on disk."""
        return replace(self, saved=None)


def _bounded(history: History) -> History:
    """Return `history` without its oldest steps where all of them take too much room.

    A quarter more is dropped than need be, so that this is rare.
    """
    free = history.size
    if free <= MOST_BYTES or len(history.steps) <= LEAST_STEPS:
        return history
    number = 0
    while free > MOST_BYTES * 3 // 4 and len(history.steps) - number > LEAST_STEPS:
        free -= history.steps[number].size
        number += 1
    saved = history.saved
    return History(
        history.steps[number:],
        history.index - number,
        None if saved is None or saved < number else saved - number,
        history.dropped + number,
        free,
    )


def _size_of(before: Plan, after: Plan) -> int:
    """Return about how many bytes `after` takes beside what it shares with `before`."""
    size = _PLAN
    if before.custom_roles is not after.custom_roles:
        size += _ENTRY * len(after.custom_roles)
    if before.parties is not after.parties:
        size += _ENTRY * len(after.parties)
    earlier = {phase.id: phase for phase in before.phases}
    for phase in after.phases:
        if phase is not earlier.get(phase.id):
            size += _size_of_phase(earlier.get(phase.id), phase, len(after.parties))
    return size


def _size_of_phase(before: Phase | None, after: Phase, parties: int) -> int:
    if before is not None and before.changes is after.changes:
        return _ENTRY
    touched = len(after.changes if before is None else changed_keys(before.changes, after.changes))
    return _ENTRY * unshared_entries(after.changes) + touched * (_CHANGE + _ENTRY * parties)


_PLAN, _CHANGE, _ENTRY = 600, 250, 50
"""Bytes that a plan, a change and an entry of a mapping take, as measured, rounded up."""
