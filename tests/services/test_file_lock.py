"""Two processes that save the same file: each save is whole, and none is written over unseen."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from socplanner.services import file_lock, files
from socplanner.services.file_lock import Busy, locked
from socplanner.services.file_problem import FileProblem
from socplanner.services.files import Fingerprint
from socplanner.services.temporary_files import remove_left_over_files

ROUNDS = 150
SAVER = """
import sys
from pathlib import Path
from socplanner.services import files
from socplanner.services.file_problem import FileProblem
from socplanner.services.files import Fingerprint

place, name, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(rounds):
    while True:
        seen = files.read(place)
        try:
            files.write_over(place, seen + f"{name}{number}\\n".encode(), Fingerprint(seen))
        except FileProblem as problem:
            assert problem.code == "file-changed", problem.code
        else:
            break
"""
HOLDER = """
import os, signal, sys
from pathlib import Path
from socplanner.services import files

def stop(opened):
    print("writing", flush=True)
    signal.pause()

os.fsync = stop
files.write_atomically(Path(sys.argv[1]), b"never")
"""


def started(code: str, *arguments: object) -> "subprocess.Popen[str]":
    """Return a process that runs `code`."""
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def names_in(folder: Path) -> list[str]:
    """Return what stands in `folder`."""
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return an empty file, alone in its folder."""
    folder = tmp_path / "plans"
    folder.mkdir()
    place = folder / "a.socplan"
    place.write_bytes(b"")
    return place


def test_of_two_processes_that_save_at_once_neither_loses_a_save(place: Path) -> None:
    savers = [started(SAVER, place, name, ROUNDS) for name in "ab"]
    for saver in savers:
        with saver:
            assert saver.wait(60) == 0
    lines = place.read_text(encoding="utf-8").split()
    assert sorted(lines) == sorted(f"{name}{n}" for name in "ab" for n in range(ROUNDS))
    assert names_in(place.parent) == [place.name]


def test_a_lock_is_one_processes_and_its_file_goes_with_it(place: Path) -> None:
    with locked(place):
        assert names_in(place.parent) == [f".{place.name}.lock", place.name]
        with pytest.raises(Busy), locked(place, 0.02):
            pass
    assert names_in(place.parent) == [place.name]
    with locked(place, 0):
        pass


def test_a_file_that_another_process_saves_for_long_is_busy(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "locked", lambda target: locked(target, 0.02))
    with locked(place), pytest.raises(FileProblem) as caught:
        files.write_over(place, b"mine", Fingerprint(b""))
    assert caught.value.code == "file-busy"
    assert place.read_bytes() == b""
    assert names_in(place.parent) == [place.name]


def test_where_no_lock_can_be_made_the_file_is_saved_none_the_less(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(opened: int) -> bool:
        raise OSError("no locks here")

    monkeypatch.setattr(file_lock, "try_lock", none)
    files.write_over(place, b"mine", Fingerprint(b""))
    assert place.read_bytes() == b"mine"
    assert names_in(place.parent)[-1] == place.name


@pytest.mark.skipif(not hasattr(signal, "pause"), reason="no such signals here")
def test_files_left_by_a_killed_save_are_removed_by_the_next_and_those_in_use_kept(
    place: Path,
) -> None:
    other = place.with_name(".socplanner-1-x.tmp")
    other.write_bytes(b"not ours")
    with started(HOLDER, place) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "writing\n"
        files.write_atomically(place, b"mine")
        in_use = [name for name in names_in(place.parent) if name.endswith(".tmp")]
        assert len(in_use) == 2
        holder.kill()
    remove_left_over_files(place.parent)
    assert names_in(place.parent) == [other.name, place.name]
    assert place.read_bytes() == b"mine"


def test_a_left_over_file_is_removed_though_it_is_new(place: Path) -> None:
    left = place.with_name(f".socplanner-{os.getpid()}-7.tmp")
    left.write_bytes(b"half")
    if sys.platform == "win32":
        os.utime(left, (time.time() - 3600,) * 2)
    files.write_atomically(place, b"mine")
    assert names_in(place.parent) == [place.name]


def test_a_link_that_looks_left_over_is_not_followed(place: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"kept")
    link = place.with_name(".socplanner-5-5.tmp")
    link.symlink_to(victim)
    files.write_atomically(place, b"mine")
    assert victim.read_bytes() == b"kept"


def test_a_folder_that_is_not_there_has_nothing_left_over(tmp_path: Path) -> None:
    remove_left_over_files(tmp_path / "none")


def test_another_file_with_the_name_of_a_lock_is_kept(place: Path) -> None:
    theirs = place.with_name(f".{place.name}.lock")
    theirs.write_bytes(b"theirs")
    files.write_over(place, b"mine", Fingerprint(b""))
    assert place.read_bytes() == b"mine"
    assert theirs.read_bytes() == b"theirs"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_with_the_name_of_a_lock_stays(place: Path) -> None:
    pipe = place.with_name(f".{place.name}.lock")
    os.mkfifo(pipe)
    files.write_over(place, b"mine", Fingerprint(b""))
    assert place.read_bytes() == b"mine"
    assert pipe.is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="there locks are refused so when they are kept")
def test_where_a_policy_forbids_locks_the_file_is_saved_none_the_less(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(opened: int, kind: int) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("fcntl.flock", forbidden)
    files.write_over(place, b"mine", Fingerprint(b""))
    assert place.read_bytes() == b"mine"
    assert names_in(place.parent) == [place.name]


@pytest.mark.skipif(sys.platform == "win32", reason="locks there are of another kind")
def test_a_lock_of_another_user_is_honoured(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_file = os.open

    def open_as_another(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_RDWR and Path(path).name.endswith(".lock"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return open_file(path, flags, mode)

    with locked(place):
        monkeypatch.setattr(os, "open", open_as_another)
        with pytest.raises(Busy), locked(place, 0.02):
            pass


def test_on_windows_a_lock_file_is_closed_before_it_is_removed(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = place.with_name(".plan.socplan.lock")
    opened = os.open(lock, os.O_CREAT | os.O_RDWR)
    unlink = Path.unlink

    def unlink_if_closed(path: Path) -> None:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(opened)
        unlink(path)

    monkeypatch.setattr(Path, "unlink", unlink_if_closed)
    monkeypatch.setattr(sys, "platform", "win32")
    file_lock._release(lock, opened)
    monkeypatch.undo()
    assert not lock.exists()
