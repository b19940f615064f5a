"""Whatever becomes of a file, it is closed, keeps its owner and takes nobody else's place."""

import errno
import os
import stat
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from socplanner.formats.plan import yaml_reading
from socplanner.services import file_lock, files
from socplanner.services.files import Fingerprint
from tests.support.file_faults import make_fail, names_in, problem_of

OPEN_FILES = Path("/proc/self/fd")


@pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="nothing tells which files are open")
def test_no_file_stays_open_whatever_became_of_it(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_files() -> int:
        return len(list(OPEN_FILES.iterdir()))

    before = open_files()
    files.read(place)
    files.write_atomically(place, b"after")
    files.write_over(place, b"again", Fingerprint(b"after"))
    files.write_new(place.with_name("new"), b"")
    problem_of(lambda: files.read(place, 1))
    problem_of(lambda: files.read(place.parent))
    problem_of(lambda: files.write_over(place, b"mine", Fingerprint(b"theirs")))
    make_fail(monkeypatch, "write", errno.ENOSPC, 0)
    problem_of(lambda: files.write_atomically(place, b"after"))
    monkeypatch.undo()
    assert open_files() == before


@pytest.mark.parametrize(
    ("error", "reason"),
    [(OSError(errno.EIO, "Input/output error"), "Input/output error"), (OSError(), "OSError")],
)
def test_any_other_failure_is_reported_in_the_words_of_the_system(
    place: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os, "read", failing)
    problem = problem_of(lambda: files.read(place))
    assert (problem.code, problem.problem.values["reason"]) == ("file-failed", reason)
    monkeypatch.undo()
    monkeypatch.setattr(os, "fsync", failing)
    problem = problem_of(lambda: files.write_atomically(place, b""))
    assert (problem.code, problem.problem.values["reason"]) == ("file-failed", reason)


def test_the_bound_of_a_file_is_reported_in_mebibytes(place: Path) -> None:
    place.write_bytes(b"x" * (2 * 1024 * 1024 + 1))
    problem = problem_of(lambda: files.read(place, 2 * 1024 * 1024))
    assert (problem.code, problem.problem.values["most"]) == ("file-too-big", 2)
    assert problem.path == place


def test_a_file_that_grows_while_it_is_read_is_read_no_further(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = []

    def endless(opened: int, most: int) -> bytes:
        reads.append(most)
        return b"x" * 6

    monkeypatch.setattr(os, "read", endless)
    assert problem_of(lambda: files.read(place, 20)).code == "file-too-big"
    assert len(reads) == 4


def test_windows_gives_a_new_file_its_name_without_a_link(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unlinkable(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(files, "locked", nullcontext)
    monkeypatch.setattr(file_lock, "try_lock", lambda _: True)
    monkeypatch.setattr(os, "link", unlinkable)
    files.write_new(folder / "new.socplan", b"mine")
    files.write_atomically(folder / "new.socplan", b"again")
    monkeypatch.undo()
    assert (folder / "new.socplan").read_bytes() == b"again"
    assert names_in(folder) == ["new.socplan"]


@pytest.mark.skipif(not hasattr(os, "fchown"), reason="files have no such owner here")
@pytest.mark.parametrize("place_in_facts", [stat.ST_UID, stat.ST_GID])
def test_the_owner_and_the_group_are_kept(
    place: Path, monkeypatch: pytest.MonkeyPatch, place_in_facts: int
) -> None:
    of_user: list[tuple[int, int]] = []
    real = os.fstat

    def made_by_another(opened: int) -> os.stat_result:
        facts = list(real(opened))
        facts[place_in_facts] += 1
        return os.stat_result(facts)

    def give(_: int, owner: int, group: int) -> None:
        of_user.append((owner, group))
        raise PermissionError

    monkeypatch.setattr(os, "fchown", give)
    files.write_atomically(place, b"after")
    assert of_user == []
    monkeypatch.setattr(os, "fstat", made_by_another)
    files.write_atomically(place, b"again")
    monkeypatch.undo()
    facts = place.stat()
    assert of_user == [(facts.st_uid, facts.st_gid)]
    assert place.read_bytes() == b"again"


def test_a_new_file_never_replaces_another_where_links_can_be_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replacing(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Path, "replace", replacing)
    files.write_new(folder / "new.socplan", b"mine")
    assert (folder / "new.socplan").read_bytes() == b"mine"
    assert names_in(folder) == ["new.socplan"]


def test_whatever_file_is_read_may_be_a_plan() -> None:
    assert files.MOST_BYTES == yaml_reading.MOST_BYTES == 64 * 1024 * 1024
