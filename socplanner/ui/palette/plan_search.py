"""The entries that can be found in the open plan, brought up to date when the palette opens.

A part is made again only if what it depends on is another object by now. Thousands of findings are
written in turns of some milliseconds, so that no key waits for them; until then the other parts
answer.
"""

import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from socplanner.services.i18n import words_for
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.language import Words
from socplanner.wording.search.plan_entries import (
    BothWords,
    FindingEntries,
    note_entries,
    party_entries,
    role_entries,
)
from socplanner.wording.search.ranking import SearchResults, search
from socplanner.wording.search.search_part import (
    PartBuilder,
    ResultGroup,
    SearchEntry,
    SearchPart,
    part_of,
)

_TURN = 0.008
"""Seconds of work between two events of the window."""

_OF_PLAN = (ResultGroup.ROLES, ResultGroup.PARTIES, ResultGroup.FINDINGS, ResultGroup.NOTES)


class _Work(NamedTuple):
    """A part that is being made."""

    group: ResultGroup
    builder: PartBuilder
    entries: Iterator[SearchEntry]


class PlanSearch(QObject):
    """Finds what the plan has, and what the window adds to it."""

    grown = Signal()
    """More can be found than before."""

    def __init__(self, context: PlanContext, parent: QObject | None = None) -> None:
        """Search in the plan of `context`; nothing is made before `prepare`."""
        super().__init__(parent)
        self._context = context
        self._parts: dict[ResultGroup, SearchPart] = {}
        self._sources: dict[ResultGroup, tuple[object, ...]] = {}
        self._work: list[_Work] = []
        self._findings = object()
        self._sentences: FindingEntries | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._continue)
        context.checking.findings_changed.connect(self._on_findings_changed)
        context.checking.parties_changed.connect(self._on_findings_changed)

    def prepare(self, added: Iterable[SearchPart]) -> None:
        """Bring all parts up to date; `added` are those that are not of the plan."""
        for part in added:
            self._parts[part.group] = part
        self._work = []
        for group in _OF_PLAN:
            source = self._source(group)
            before = self._sources.get(group)
            if before is None or not _are_same(before, source):
                self._work.append(_Work(group, PartBuilder(group), self._entries(group)))
        if self._work and not self._turn():
            self._timer.start(0)

    def complete(self) -> None:
        """Finish all parts now."""
        while self._work:
            self._turn()
        self._timer.stop()

    def stop(self) -> None:
        """Stop preparing; the next `prepare` begins again what was not finished."""
        self._work = []
        self._timer.stop()

    def results(self, text: str, most: int) -> tuple[SearchResults, ...]:
        """Return up to `most` results of each group for `text`, the best groups first."""
        return search(self._parts.values(), text, most)

    def part(self, group: ResultGroup) -> SearchPart:
        """Return the part of `group` as it is now; an empty one if it was not made yet."""
        return self._parts.get(group) or part_of(group, ())

    def both_words(self) -> BothWords:
        """Return the messages in the language of the window, and in the other one."""
        words = self._context.translator.words
        return BothWords(words, _other(words))

    def _source(self, group: ResultGroup) -> tuple[object, ...]:
        """Return the objects that the entries of `group` are made from."""
        plan, words = self._context.document.plan, self._context.translator.words
        roles = (plan.catalogue, plan.custom_roles, words)
        if group is ResultGroup.ROLES:
            return roles
        if group is ResultGroup.PARTIES:
            return plan.parties, words
        if group is ResultGroup.FINDINGS:
            return *roles, plan.parties, plan.letter_set, plan.thresholds, self._findings
        return *roles, plan.phases, self._context.viewpoint.phase

    def _entries(self, group: ResultGroup) -> Iterator[SearchEntry]:
        plan, words = self._context.document.plan, self.both_words()
        if group is ResultGroup.ROLES:
            return role_entries(plan, words)
        if group is ResultGroup.PARTIES:
            return party_entries(plan, words)
        if group is ResultGroup.NOTES:
            return note_entries(plan, self._context.viewpoint.phase, words)
        if self._sentences is None or not self._sentences.fits(plan, words):
            self._sentences = FindingEntries(plan, words)
        return self._sentences.entries(plan, self._context.checking.all())

    def _turn(self) -> bool:
        """Work for a short while; return whether all is done."""
        end = time.perf_counter() + _TURN
        while self._work and time.perf_counter() < end:
            work = self._work[0]
            entry = next(work.entries, None)
            if entry is not None:
                work.builder.add(entry)
                continue
            self._work.pop(0)
            self._parts[work.group] = work.builder.part()
            self._sources[work.group] = self._source(work.group)
        return not self._work

    def _continue(self) -> None:
        if self._turn():
            self._timer.stop()
            self.grown.emit()

    def _on_findings_changed(self) -> None:
        self._findings = object()


def _other(words: Words) -> Words:
    return words_for("en" if words.language == "ja" else "ja")


def _are_same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Return whether both have the very same objects; ids are compared by value."""
    return len(one) == len(other) and all(
        a is b or (isinstance(a, str) and a == b) for a, b in zip(one, other, strict=True)
    )
