"""Undo and redo as a value: every step has the plan it led to and the edit that made it.

Rules:

- The plan at `index` is the current one. A new edit drops the steps after it.
- `saved` is the index of the step on disk, or None once that step is dropped or was never there.
- Undo and redo only move `index`: nothing that can fail runs inside them.
- Steps share what they do not change, so their size is estimated by what each one changed. Beyond
  `MOST_BYTES` the oldest are dropped, but never below `LEAST_STEPS`; `dropped` counts them, so that
  positions of two histories of one plan can be compared.
"""

from dataclasses import dataclass, replace
from typing import Protocol

from socplanner.domain.overlay import changed_keys, unshared_entries
from socplanner.domain.plan import Phase, Plan

MOST_BYTES = 8_000_000
"""The most bytes of all steps, by estimate."""

LEAST_STEPS = 20
"""The number of steps that are kept whatever their size."""


class Edit(Protocol):
    """A change of the plan as a frozen value."""

    def apply(self, plan: Plan) -> Plan:
        """Return the plan after the edit, or `plan` itself if nothing differs.

        Raise EditRejected if the edit cannot be made.
        """
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """A plan and the edit that made it, None for the first; `size` is its estimate in bytes.

    `made_at` is when, in seconds since 1970, or 0 where that is not known.
    """

    plan: Plan
    edit: Edit | None = None
    size: int = 0
    made_at: float = 0.0


@dataclass(frozen=True, slots=True)
class History:
    """The steps so far, the index of the current one, and of the one on disk (None: none is).

    `dropped` counts the oldest steps that were removed to save memory: they cannot be undone.
    """

    steps: tuple[Step, ...]
    index: int = 0
    saved: int | None = 0
    dropped: int = 0
    size: int = 0
    """The estimate for all steps together, in bytes."""

    @classmethod
    def of(cls, plan: Plan, *, is_saved: bool = True) -> "History":
        """Return the history of `plan` without any edit; `is_saved` if it is on disk as it is."""
        return cls((Step(plan),), 0, 0 if is_saved else None)

    @property
    def plan(self) -> Plan:
        """The current plan."""
        return self.steps[self.index].plan

    @property
    def is_saved(self) -> bool:
        """Whether the current plan is the one on disk."""
        return self.saved == self.index

    @property
    def undo_edit(self) -> Edit | None:
        """The edit that `undone` would undo, or None."""
        return self.steps[self.index].edit if self.index else None

    @property
    def redo_edit(self) -> Edit | None:
        """The edit that `redone` would make again, or None."""
        is_last = self.index + 1 >= len(self.steps)
        return None if is_last else self.steps[self.index + 1].edit

    def perform(self, edit: Edit, made_at: float = 0.0) -> "History":
        """Return the history after `edit`, or itself if nothing differs; raise EditRejected."""
        after = edit.apply(self.plan)
        if after is self.plan:
            return self
        kept = self.steps[: self.index + 1]
        saved = self.saved if self.saved is not None and self.saved <= self.index else None
        step = Step(after, edit, _size_of(self.plan, after), made_at)
        size = self.size + step.size - sum(each.size for each in self.steps[self.index + 1 :])
        return _bounded(History((*kept, step), self.index + 1, saved, self.dropped, size))

    def undone(self) -> "History":
        """Return the history one step back, or itself at the first step."""
        return self if self.index == 0 else replace(self, index=self.index - 1)

    def redone(self) -> "History":
        """Return the history one step on, or itself at the last step."""
        is_last = self.index + 1 >= len(self.steps)
        return self if is_last else replace(self, index=self.index + 1)

    def at(self, index: int) -> "History":
        """Return the history with the step at `index` as the current one; raise IndexError."""
        if not 0 <= index < len(self.steps):
            raise IndexError(index)
        return replace(self, index=index)

    def crossed(self, other: "History") -> tuple[Edit, ...]:
        """Return the edits that were made, undone or redone from this history to `other`.

        `other` is a later value of this history, and may have dropped steps meanwhile.
        """
        here, there = self.index + self.dropped, other.index + other.dropped
        if there > here:
            crossed = other.steps[max(here - other.dropped, 0) + 1 : other.index + 1]
        else:
            crossed = self.steps[there - self.dropped + 1 : self.index + 1]
        return tuple(step.edit for step in crossed if step.edit is not None)

    def mark_saved(self) -> "History":
        """Return the history with the current plan marked as the one on disk."""
        return replace(self, saved=self.index)

    def mark_unsaved(self) -> "History":
        """Return the history with no step marked as the one on disk."""
        return replace(self, saved=None)


def _bounded(history: History) -> History:
    """Return `history` without its oldest steps where all of them exceed `MOST_BYTES`.

    A quarter more is dropped than necessary, so that this is rare.
    """
    size = history.size
    if size <= MOST_BYTES or len(history.steps) <= LEAST_STEPS:
        return history
    dropped = 0
    while size > MOST_BYTES * 3 // 4 and len(history.steps) - dropped > LEAST_STEPS:
        size -= history.steps[dropped].size
        dropped += 1
    saved = history.saved
    return History(
        history.steps[dropped:],
        history.index - dropped,
        None if saved is None or saved < dropped else saved - dropped,
        history.dropped + dropped,
        size,
    )


def _size_of(before: Plan, after: Plan) -> int:
    """Return about how many bytes `after` has in memory beside what it shares with `before`."""
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
"""Bytes of a plan, a change and an entry of a mapping, as measured, rounded up."""
