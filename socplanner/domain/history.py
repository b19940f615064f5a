"""Undo and redo as a value: every step keeps the plan it led to and the edit that led there."""

from dataclasses import dataclass
from typing import Protocol

from socplanner.domain.plan import Plan


class Edit(Protocol):
    """A change of the plan as a frozen value."""

    def apply(self, plan: Plan) -> Plan:
        """Return the plan after the edit, `plan` itself if nothing differs; raise EditRejected."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """A plan and the edit that made it; the first has none."""

    plan: Plan
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The steps so far, which of them holds, and which is on disk (None: none of them)."""

    steps: tuple[Step, ...]
    index: int = 0
    saved: int | None = 0

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
        return self.steps[self.index].edit

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
        return History((*kept, Step(after, edit)), self.index + 1, saved)

    def undone(self) -> "History":
        """Return the history one step back; at the beginning, itself."""
        return self if self.index == 0 else History(self.steps, self.index - 1, self.saved)

    def redone(self) -> "History":
        """Return the history one step on; at the end, itself."""
        is_last = self.index + 1 >= len(self.steps)
        return self if is_last else History(self.steps, self.index + 1, self.saved)

    def mark_saved(self) -> "History":
        """Return the history with what holds now taken as what is on disk."""
        return History(self.steps, self.index, self.index)

    def mark_unsaved(self) -> "History":
        """Return the history with nothing of it on disk."""
        return History(self.steps, self.index, None)
