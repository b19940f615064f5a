"""What the document has to be after each gesture, by a history of its own.

It keeps every plan that was announced, with its text as a digest for some, and follows undo and
redo in them. The edit of a step is what tells a step that was reached again from a new one.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from socplanner.domain.history import Edit
from socplanner.domain.plan import Plan
from socplanner.domain.plan_diff import PlanDiff
from socplanner.formats.plan.plan_yaml import dumps
from socplanner.services.plan_files import open_plan
from tests.reliability.soaking.running import SoakedProgram, Troubles

_DIGESTED = 5
"""One of so many plans is digested: it costs more than a gesture does."""


class SeenStep(NamedTuple):
    """A plan that was announced, the edit that led to it, and its digest or nothing."""

    plan: Plan
    edit: Edit | None
    digest: bytes = b""


class HistoryOracle:
    """Follows a document by its signals, and compares it with what it followed."""

    def __init__(self, soaked: SoakedProgram, troubles: Troubles) -> None:
        """Begin with the plan that is open."""
        self._document = soaked.document
        self._session = soaked.program.session
        self._note = troubles.note
        self._steps: list[SeenStep] = []
        self._first = self._index = 0
        self._written: list[tuple[Plan, Path | None]] = []
        self._begin()
        self._document.plan_changed.connect(self._on_plan_changed)
        self._document.opened.connect(self._on_opened)
        self._session.saved.connect(self._on_saved)
        self.announced = 0

    @property
    def index(self) -> int:
        """The number of the current step, counted from the first ever."""
        return self._index

    @property
    def length(self) -> int:
        """How many steps are kept."""
        return len(self._steps)

    def compare(self) -> None:
        """Compare the document as it is now."""
        history, document = self._document.history, self._document
        if history.plan is not document.plan or history.index + history.dropped != self._index:
            self._note(f"index {history.index}+{history.dropped}, followed {self._index}")
        if document.plan is not self._current.plan:
            self._note("the plan is not the one announced last")
        if len(history.steps) != len(self._steps):
            self._note(f"{len(history.steps)} steps, followed {len(self._steps)}")
        if not document.pending_edits and document.undo_edit is not self._current.edit:
            self._note("undo is offered for another edit")
        if self._written:
            self._compare_file()

    def check_movement(self, before: int, kind: str, *, was_possible: bool) -> None:
        """Check that undo or redo has moved by one from `before`, if it `was_possible`."""
        step = (-1 if kind == "undo" else 1) if was_possible else 0
        if self._index != before + step:
            self._note(f"{kind} from {before} led to {self._index}")

    @property
    def _current(self) -> SeenStep:
        return self._steps[self._index - self._first]

    def _begin(self) -> None:
        history = self._document.history
        self._first, self._index = history.dropped, history.dropped + history.index
        self._steps = [SeenStep(step.plan, step.edit) for step in history.steps]

    def _on_opened(self) -> None:
        history = self._document.history
        if len(history.steps) == 1 and not history.dropped:
            self._begin()
        else:
            self._follow()

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        if diff.before is not self._current.plan:
            self._note("a difference begins with another plan")
        if diff.after is not self._document.plan:
            self._note("a difference ends with another plan")
        self._follow()

    def _follow(self) -> None:
        self.announced += 1
        history, plan = self._document.history, self._document.plan
        edit = history.undo_edit
        index = history.index + history.dropped
        place = index - self._first
        if 0 <= place < len(self._steps) and self._steps[place].edit is edit:
            seen = self._steps[place]
            if seen.plan is not plan and seen.plan != plan:
                self._note(f"step {index} has another plan than before")
            if seen.digest and seen.digest != _digest(plan):
                self._note(f"the plan of step {index} has changed since")
        else:
            if index != self._index + 1:
                self._note(f"a new step {index} after step {self._index}")
            digest = _digest(plan) if self.announced % _DIGESTED == 0 else b""
            self._steps[place:] = [SeenStep(plan, edit, digest)]
        self._index = index
        if history.dropped > self._first:
            del self._steps[: history.dropped - self._first]
            self._first = history.dropped

    def _on_saved(self) -> None:
        self._written.append((self._document.plan, self._session.path))

    def _compare_file(self) -> None:
        """Compare the file with the plan that was saved last."""
        saved, path = self._written[-1]
        self._written.clear()
        if path is None:
            self._note("saved without a file")
        elif open_plan(path).plan != saved:
            self._note("the file has another plan than was saved")


def _digest(plan: Plan) -> bytes:
    return sha256(dumps(plan)).digest()
