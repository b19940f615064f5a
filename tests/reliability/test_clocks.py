"""A clock that is set back, jumps years ahead or stands still: nothing is lost or mixed up."""

import os
import platform
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socplanner.domain.history import History
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.services.document import Document
from socplanner.services.file_problem import FileProblem
from socplanner.services.file_watch import FileWatch
from socplanner.services.local_time import local_time, local_time_text
from socplanner.services.plan_files import open_plan, save_plan
from socplanner.services.plan_glance import glance_at
from socplanner.services.plan_session import PlanSession
from socplanner.services.recovery.journal_file import JournalFile
from socplanner.services.recovery.journal_writer import JournalWriter, Snapshot
from socplanner.services.recovery.leftovers import keep_damaged, leftovers_in, release
from socplanner.services.recovery.recovering import recovered_plan
from socplanner.services.recovery.session_mark import SessionMark, bad_ends
from socplanner.services.use_mark import LONGEST_SILENCE, UseMark, mark_place, mark_use, use_of
from socplanner.services.versions.version_store import MOST_VERSIONS, VersionStore
from tests.support.file_faults import names_in
from tests.support.journals import left_mark
from tests.support.plans import hybrid_plan

YEAR = 365 * 86_400.0
JUMPS = [-10 * YEAR, -3600.0, 10 * YEAR]

SetClock = Callable[[float], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    place = tmp_path / "folder"
    place.mkdir()
    return place


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Return what sets the clock so many seconds beside the real one."""
    real = time.time

    def set_beside(seconds: float) -> None:
        monkeypatch.setattr(time, "time", lambda: real() + seconds)
        monkeypatch.setattr(time, "time_ns", lambda: int((real() + seconds) * 1e9))

    return set_beside


@pytest.mark.parametrize("jump", JUMPS)
def test_the_journal_has_the_last_state_whatever_the_clock_shows(
    folder: Path, set_clock: SetClock, jump: float
) -> None:
    reports: list[FileProblem | None] = []
    writer = JournalWriter(folder, reports.append, lambda _seconds: None)
    history = History.of(hybrid_plan())
    for number, seconds in enumerate((0.0, jump, 0.0, jump)):
        set_clock(seconds)
        history = history.perform(RenameOrganisation(f"Works {number}"))
        writer.submit(Snapshot(history))
        assert writer.wait(10)
    writer.end()
    assert set(reports) == {None}
    (work,) = leftovers_in(folder).works
    assert recovered_plan(work).plan == history.plan
    release(work)


def test_a_clock_that_stands_still_gives_each_journal_its_own_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 5_000_000)
    journals = [JournalFile(folder, "works") for _ in range(3)]
    assert len({each.place for each in journals}) == len(names_in(folder)) == 3
    for each in journals:
        each.remove()


@pytest.mark.parametrize("jump", JUMPS)
def test_a_damaged_journal_survives_a_jump_of_the_clock(
    folder: Path, set_clock: SetClock, jump: float
) -> None:
    (folder / "a-1-1-0.journal").write_bytes(b"damaged")
    kept = keep_damaged(folder / "a-1-1-0.journal")
    set_clock(jump)
    leftovers_in(folder)
    assert kept.exists()


@pytest.mark.parametrize("jump", JUMPS)
def test_the_last_versions_are_kept_in_the_order_of_saving(
    folder: Path, set_clock: SetClock, jump: float
) -> None:
    store = VersionStore(folder)
    clocks = cycle((0.0, jump, jump / 2))
    for number in range(MOST_VERSIONS + 5):
        set_clock(next(clocks))
        store.keep("works", b"%d" % number, "a")
    kept = store.versions("works")
    expected = [b"%d" % number for number in range(MOST_VERSIONS + 4, 4, -1)]
    assert [each.content() for each in kept.versions] == expected
    assert kept.unread == 0


@pytest.mark.parametrize("jump", [0.0, *JUMPS])
def test_a_plan_that_another_machine_has_open_counts_by_the_clock_of_the_share(
    folder: Path, set_clock: SetClock, jump: float
) -> None:
    place = folder / "a.socplan"
    mark_place(place).write_bytes(b'{"socplanner-use": 1, "owner": "Ito", "machine": "far"}\n')
    set_clock(jump)
    use = use_of(place)
    assert use is not None
    assert use.owner == "Ito"
    assert names_in(folder) == [mark_place(place).name]
    silent = mark_place(place).stat().st_mtime - LONGEST_SILENCE - 60
    if not jump:
        os.utime(mark_place(place), (silent, silent))
        assert use_of(place) is None


@pytest.mark.parametrize("jump", JUMPS)
def test_a_crash_here_is_recognised_whatever_the_clock_shows(
    folder: Path, set_clock: SetClock, jump: float
) -> None:
    place = folder / "a.socplan"
    line = f'{{"socplanner-use": 1, "owner": "us", "machine": "{platform.node()}"'
    machine = Path("/etc/machine-id")
    key = machine.read_text("ascii").strip() if machine.exists() else ""
    mark_place(place).write_text(f'{line}, "machine_id": "{key}"}}\n', encoding="utf-8")
    set_clock(jump)
    assert use_of(place) is None


@pytest.mark.parametrize("jump", JUMPS)
def test_a_run_that_ended_badly_is_reported_whatever_the_clock_shows(
    folder: Path, set_clock: SetClock, jump: float
) -> None:
    left_mark(folder)
    running = SessionMark(folder)
    set_clock(jump)
    (end,) = bad_ends(folder)
    assert end.place != running.place
    running.end()


@pytest.mark.parametrize("name", ["7-x", "7-²", "7-" + "9" * 40, "7"])
def test_a_mark_with_no_time_in_its_name_is_reported_none_the_less(folder: Path, name: str) -> None:
    (folder / f"{name}.session").write_bytes(b"")
    (end,) = bad_ends(folder)
    assert end.began_at == 0


@pytest.mark.parametrize("at", [0.0, 86_400.0, 4e9])
def test_content_decides_whether_a_file_changed_and_no_time(
    qtbot: QtBot, folder: Path, at: float
) -> None:
    place = folder / "a.socplan"
    save_plan(hybrid_plan(), place)
    opened = open_plan(place)
    session = PlanSession(Document(History.of(opened.plan)), opened)
    watch = FileWatch(session)
    os.utime(place, (at, at))
    with qtbot.assertNotEmitted(watch.changed, wait=300):
        watch.check()
    times = place.stat().st_atime_ns, place.stat().st_mtime_ns
    with qtbot.waitSignal(watch.changed):
        place.write_bytes(place.read_bytes().replace(b"#", b"# ", 1)[:-1] + b"\n")
        os.utime(place, ns=times)
        watch.check()
    watch.end()


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), 1e300, -1e300, 3e11])
def test_a_time_that_no_calendar_has_is_no_text(seconds: float) -> None:
    assert local_time(seconds) is None
    assert local_time_text(seconds) == ""


def test_a_plan_file_of_a_strange_time_is_shown(folder: Path) -> None:
    place = folder / "a.socplan"
    save_plan(hybrid_plan(), place)
    os.utime(place, (3e11, 3e11))
    glance = glance_at(place)
    assert glance.organisation == hybrid_plan().organisation
    assert glance.changed is None or glance.changed.year > 2100


def test_the_time_of_a_mark_without_content_may_be_any(folder: Path) -> None:
    mark = mark_use(folder / "a.socplan", "us")
    assert isinstance(mark, UseMark)
    mark.place.write_bytes(b"half a line")
    os.utime(mark.place, (3e11, 3e11))
    use = use_of(folder / "a.socplan")
    assert use is not None
    assert use.since_text == "" or use.since_text > "2100"
    mark.release()
