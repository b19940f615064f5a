"""The thread writes the newest state; a disk that fails costs a journal nothing it had."""

import errno
import os
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from socplanner.domain.duty_edits import SetNote
from socplanner.domain.history import History
from socplanner.domain.plan import Plan
from socplanner.formats.journal.journal_text import Journal, journal_of
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import OpenedPlan
from socplanner.services.recovery import journal_writer
from socplanner.services.recovery.journal_writer import JournalWriter, Snapshot
from socplanner.services.recovery.leftovers import leftovers_in, release
from tests.formats.journal.test_plan_steps import plan_in
from tests.services.recovery.conftest import A1, NOW, moved
from tests.support.file_faults import names_in


class Reports:
    """What the writer reported, in order."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.problems: list[FileProblem | None] = []

    def __call__(self, problem: FileProblem | None) -> None:
        """Keep `problem`."""
        self.problems.append(problem)

    @property
    def codes(self) -> list[str]:
        """The codes of the problems, empty for success."""
        return ["" if each is None else each.code for each in self.problems]


@pytest.fixture
def reports() -> Reports:
    """Return what is reported."""
    return Reports()


@pytest.fixture
def writer(folder: Path, reports: Reports) -> Iterator[JournalWriter]:
    """Return a writer without pauses."""
    writer = JournalWriter(folder, reports, lambda _seconds: None)
    yield writer
    writer.end()


def journal_in(writer: JournalWriter) -> Journal:
    """Return what is in the journal of `writer`."""
    assert writer.place is not None
    return journal_of(writer.place.read_bytes())


def write(writer: JournalWriter, history: History, opened: OpenedPlan | None = None) -> None:
    """Have the plan of `history` written, and wait for it."""
    writer.submit(Snapshot(history, (), opened))
    assert writer.wait(10)


def test_states_are_appended_and_the_last_one_counts(
    writer: JournalWriter, plan: Plan, opened: OpenedPlan
) -> None:
    history = History.of(plan)
    sizes = []
    for note in ("one", "two", "three"):
        history = history.perform(SetNote(NOW, frozenset({A1}), note))
        write(writer, history, opened)
        journal = journal_in(writer)
        assert plan_in(journal.parts) == history.plan
        assert writer.place is not None
        sizes.append(writer.place.stat().st_size)
    assert journal.state.edits == 3
    assert journal.state.names["en"] == ("Write the note of A-1",) * 3
    assert journal.state.names["ja"][0] != journal.state.names["en"][0]
    assert journal.origin.path == str(opened.path)
    assert journal.origin.content == opened.fingerprint.content
    assert sizes[2] - sizes[1] < 1000


def test_undo_below_the_saved_plan_is_a_state_with_names(writer: JournalWriter, plan: Plan) -> None:
    history = History.of(plan).perform(moved()).mark_saved().undone()
    write(writer, history)
    state = journal_in(writer).state
    assert (state.edits, state.names["en"]) == (1, ("Undone: Move A-1 to area IV",))


def test_what_is_typed_belongs_to_the_state_where_it_is_valid(
    writer: JournalWriter, plan: Plan
) -> None:
    note, wrong = SetNote(NOW, frozenset({A1}), "typed"), SetNote(NOW, frozenset({A1}), "\u202e")
    writer.submit(Snapshot(History.of(plan), (wrong, note)))
    assert writer.wait(10)
    journal = journal_in(writer)
    assert plan_in(journal.parts) == note.apply(plan)
    assert journal.state.names["en"][-1] == "Write the note of A-1"


def test_nothing_to_keep_removes_the_journal(
    writer: JournalWriter, plan: Plan, folder: Path
) -> None:
    write(writer, History.of(plan).perform(moved()))
    writer.submit(None)
    assert writer.wait(10)
    assert names_in(folder) == []
    assert writer.place is None


def test_another_file_begins_another_journal(
    writer: JournalWriter, plan: Plan, opened: OpenedPlan, folder: Path
) -> None:
    history = History.of(plan).perform(moved())
    write(writer, history)
    first = writer.place
    write(writer, history, opened)
    assert writer.place != first
    assert len(names_in(folder)) == 1
    assert journal_in(writer).origin.path == str(opened.path)


def test_a_journal_that_is_removed_from_outside_begins_again(
    writer: JournalWriter, plan: Plan, folder: Path
) -> None:
    history = History.of(plan).perform(moved())
    write(writer, history)
    assert writer.place is not None
    writer.place.unlink()
    history = history.perform(SetNote(NOW, frozenset({A1}), "two"))
    write(writer, history)
    assert plan_in(journal_in(writer).parts) == history.plan
    assert len(names_in(folder)) == 1


def test_a_large_journal_begins_again(
    writer: JournalWriter, plan: Plan, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_writer, "LARGEST", 40_000)
    history, places = History.of(plan), set()
    for number in range(60):
        history = history.perform(SetNote(NOW, frozenset({A1}), f"{number} " * 300))
        write(writer, history)
        assert plan_in(journal_in(writer).parts) == history.plan
        places.add(writer.place)
        assert len(names_in(folder)) == 1
    assert len(places) > 1


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of POSIX")
def test_only_the_user_reads_the_journal(writer: JournalWriter, plan: Plan, folder: Path) -> None:
    write(writer, History.of(plan).perform(moved()))
    assert writer.place is not None
    assert stat.S_IMODE(writer.place.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
@pytest.mark.parametrize("name", ["write", "fsync"])
def test_a_disk_that_fails_loses_no_state_that_was_written(
    writer: JournalWriter,
    reports: Reports,
    plan: Plan,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    fault: int,
) -> None:
    folder = writer.folder
    first = History.of(plan).perform(moved())
    write(writer, first)
    place = writer.place
    second = first.perform(SetNote(NOW, frozenset({A1}), "two"))
    with monkeypatch.context() as patch:
        patch.setattr(os, name, _half_failing(name, fault))
        write(writer, second)
        write(writer, second)
        assert place is not None
        assert names_in(folder) == [place.name]  # no file of each try
    left = journal_of(place.read_bytes())
    assert plan_in(left.parts) in (first.plan, second.plan)
    write(writer, second)
    assert plan_in(journal_in(writer).parts) == second.plan
    assert len(names_in(folder)) == 1
    expected = "file-failed" if fault == errno.EIO else "disk-full"
    assert reports.codes == ["", expected, expected, ""]


def _half_failing(name: str, fault: int) -> object:
    """Return a function that writes a part at most, then fails."""
    real = os.write

    def failing(opened: int, *data: bytes) -> int:
        if name == "write" and len(data[0]) > 100:
            return real(opened, data[0][:50])
        raise OSError(fault, os.strerror(fault))

    return failing


def test_a_folder_that_cannot_be_made_is_reported(
    folder: Path, reports: Reports, plan: Plan
) -> None:
    folder.parent.parent.mkdir(parents=True, exist_ok=True)
    folder.parent.write_text("a file", encoding="utf-8")
    writer = JournalWriter(folder, reports)
    write(writer, History.of(plan).perform(moved()))
    assert reports.codes == ["folder-blocked"]
    folder.parent.unlink()
    write(writer, History.of(plan).perform(moved()))
    assert reports.codes[-1] == ""
    writer.end()


def test_an_error_in_the_thread_costs_no_later_state(
    writer: JournalWriter, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: caught.append(args.exc_type))
    with monkeypatch.context() as patch:
        patch.setattr(journal_writer, "parts_between", None)
        write(writer, History.of(plan).perform(moved()))
    assert caught == [TypeError]
    write(writer, History.of(plan).perform(moved()))
    assert plan_in(journal_in(writer).parts) == moved().apply(plan)


def test_the_newest_state_replaces_one_that_waits(folder: Path, plan: Plan) -> None:
    may_go_on, states = threading.Event(), Reports()
    writer = JournalWriter(folder, states, lambda _seconds: _wait(may_go_on))
    history = History.of(plan)
    for number in range(50):
        history = history.perform(SetNote(NOW, frozenset({A1}), f"{number}"))
        writer.submit(Snapshot(history))
    may_go_on.set()
    assert writer.wait(10)
    assert len(states.problems) <= 2
    assert plan_in(journal_in(writer).parts) == history.plan
    writer.end()


def _wait(event: threading.Event) -> None:
    assert event.wait(10)


def test_a_journal_in_use_is_not_listed_and_one_that_was_left_is(
    writer: JournalWriter, plan: Plan, folder: Path
) -> None:
    history = History.of(plan).perform(moved())
    write(writer, history)
    assert leftovers_in(folder).works == ()
    writer.end()
    (work,) = leftovers_in(folder).works
    assert plan_in(work.journal.parts) == history.plan
    release(work)
