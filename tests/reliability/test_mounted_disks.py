"""A disk that is really full, and one that is really read-only: mounted for the test by root."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from socplanner.domain.history import History
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.services import settings
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import open_plan, save_plan
from socplanner.services.recovery.journal_writer import JournalWriter, Snapshot
from socplanner.services.settings import Settings
from socplanner.services.use_mark import UseMark, mark_use, use_of
from socplanner.services.versions.version_store import VersionStore
from tests.support.file_faults import names_in, problem_of
from tests.support.plans import hybrid_plan

EDIT = RenameOrganisation("Later")

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="only root mounts disks"
)


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """Mount what `options` describe at `folder`, or skip the test."""
    folder.mkdir(exist_ok=True)
    command = ["mount", *options, str(folder)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Return a disk of 64 kB with a plan on it."""
    with mounted(tmp_path / "small", "-t", "tmpfs", "-o", "size=64k", "tmpfs") as folder:
        save_plan(hybrid_plan(), folder / "a.socplan")
        yield folder


def fill(folder: Path) -> Path:
    """Fill the disk, and return the file that does."""
    rest = folder / "rest"
    rest.write_bytes(b"x" * shutil.disk_usage(folder).free)
    assert shutil.disk_usage(folder).free == 0
    return rest


def test_a_full_disk_keeps_the_plan_and_has_room_again(small: Path) -> None:
    place = small / "a.socplan"
    before, opened, rest = place.read_bytes(), open_plan(place), fill(small)
    later = EDIT.apply(opened.plan)
    assert problem_of(lambda: save_plan(later, place, opened)).code == "disk-full"
    assert place.read_bytes() == before
    assert names_in(small) == ["a.socplan", "rest"]
    mark = mark_use(place, "us")
    assert not isinstance(mark, FileProblem)
    if isinstance(mark, UseMark):
        mark.release()
    rest.unlink()
    save_plan(later, place, opened)
    assert open_plan(place).plan == later
    assert use_of(place) is None
    assert names_in(small) == ["a.socplan"]


def test_a_full_disk_keeps_versions_settings_and_the_journal(small: Path) -> None:
    store, stored = VersionStore(small / "versions"), small / "settings.json"
    store.keep("works", b"1", "a")
    settings.store(Settings(author="before"), stored)
    reports: list[FileProblem | None] = []
    writer = JournalWriter(small / "recovery", reports.append, lambda _seconds: None)
    history = History.of(hybrid_plan()).perform(EDIT)
    rest = fill(small)
    content = os.urandom(5000)
    assert problem_of(lambda: store.keep("works", content, "a")).code == "disk-full"
    changed = problem_of(lambda: settings.store(Settings(author="x" * 5000), stored))
    assert changed.code == "disk-full"
    assert settings.load(stored).author == "before"
    writer.submit(Snapshot(history))
    assert writer.wait(10)
    assert [each.code for each in reports if each] == ["disk-full"]
    assert [each.content() for each in store.versions("works").versions] == [b"1"]
    rest.unlink()
    writer.submit(Snapshot(history))
    assert writer.wait(10)
    assert reports[-1] is None
    store.keep("works", content, "a")
    assert len(store.versions("works").versions) == 2
    writer.end()


def test_a_disk_that_is_read_only_keeps_everything(tmp_path: Path) -> None:
    written = tmp_path / "written"
    written.mkdir()
    save_plan(hybrid_plan(), written / "a.socplan")
    store = VersionStore(written / "versions")
    store.keep("works", b"1", "a")
    with mounted(tmp_path / "read", "--bind", "-o", "ro", str(written)) as folder:
        place = folder / "a.socplan"
        opened = open_plan(place)
        before = place.read_bytes()
        problem = problem_of(lambda: save_plan(EDIT.apply(opened.plan), place, opened))
        assert problem.code in {"folder-read-only", "file-read-only"}
        assert place.read_bytes() == before
        read = VersionStore(folder / "versions")
        kept = problem_of(lambda: read.keep("works", b"2", "a"))
        assert kept.code == "folder-read-only"
        assert [each.content() for each in read.versions("works").versions] == [b"1"]
        assert mark_use(place, "us") is None
        reports: list[FileProblem | None] = []
        writer = JournalWriter(folder / "recovery", reports.append, lambda _seconds: None)
        writer.submit(Snapshot(History.of(opened.plan).perform(EDIT)))
        assert writer.wait(10)
        assert [each.code for each in reports if each] == ["folder-read-only"]
        writer.end()
