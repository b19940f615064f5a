"""Journals of plans for tests: their lines, and the files that a program leaves that is killed."""

import os
from collections.abc import Sequence
from pathlib import Path

from socplanner.domain.history import History
from socplanner.domain.plan import Plan
from socplanner.formats.journal.journal_text import JournalLines, JournalOrigin, JournalState
from socplanner.formats.journal.plan_steps import parts_between
from socplanner.services.plan_files import OpenedPlan
from socplanner.services.recovery.journal_writer import JournalWriter, Snapshot


def journal_bytes(plans: Sequence[Plan], origin: JournalOrigin | None = None) -> bytes:
    """Return a journal in which each of `plans` was written as a state."""
    lines = JournalLines()
    written = [lines.beginning(origin or JournalOrigin("1"))]
    before: Plan | None = None
    for number, plan in enumerate(plans):
        written += [lines.part(part) for part in parts_between(before, plan)]
        names = {"en": (f"edit {number}",), "ja": (f"編集 {number}",)}
        written.append(lines.end(JournalState(plan.organisation, 5.0 + number, number, names)))
        before = plan
    return b"".join(written)


def left_journal(folder: Path, history: History, opened: OpenedPlan | None = None) -> Path:
    """Leave a journal in `folder` as a killed program does, and return its path."""
    writer = JournalWriter(folder, print, lambda _seconds: None)
    writer.submit(Snapshot(history, (), opened))
    assert writer.wait(10)
    place = writer.place
    assert place is not None
    content = place.read_bytes()
    writer.end()
    assert place.read_bytes() == content
    return place


def left_mark(folder: Path, text: str = "") -> Path:
    """Leave the mark of a run that did not end by itself, and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{os.getpid()}-1700000000000.session"
    place.write_text(text, encoding="utf-8")
    return place
