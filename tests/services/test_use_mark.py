"""A plan that is open elsewhere is recognised, and no mark is ever an obstacle."""

import json
import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from socplanner.services import file_lock
from socplanner.services.file_problem import FileProblem
from socplanner.services.use_mark import (
    LONGEST_SILENCE,
    PlanUse,
    UseMark,
    mark_place,
    mark_use,
    refuse_used,
    use_of,
)

OTHER = """
import sys
from pathlib import Path
from socplanner.services.use_mark import mark_use
mark = mark_use(Path(sys.argv[1]), sys.argv[2])
print(type(mark).__name__, flush=True)
sys.stdin.readline()
mark.release()
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the path of a plan."""
    path = tmp_path / "会社 a.socplan"
    path.write_bytes(b"")
    return path


@pytest.fixture
def other(place: Path) -> Iterator["subprocess.Popen[str]"]:
    """Return a process that has the plan open."""
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(place), "Sato 佐藤"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "UseMark"
    yield process
    process.kill()
    process.communicate()


def marked(path: Path) -> UseMark:
    """Return our mark of `path`."""
    mark = mark_use(path, "us")
    assert isinstance(mark, UseMark)
    return mark


def test_a_plan_that_another_process_has_open_is_recognised(
    place: Path, other: "subprocess.Popen[str]"
) -> None:
    use = use_of(place)
    assert use is not None
    assert use.owner == "Sato 佐藤"
    assert use.machine == platform.node()
    assert abs(use.since - time.time()) < 60
    with pytest.raises(FileProblem) as raised:
        refuse_used(place)
    assert raised.value.code == "plan-in-use"
    other.communicate("\n")
    assert use_of(place) is None
    assert not mark_place(place).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_the_mark_of_a_killed_process_counts_no_more(
    place: Path, other: "subprocess.Popen[str]"
) -> None:
    other.send_signal(signal.SIGKILL)
    other.wait()
    assert mark_place(place).exists()
    mark = marked(place)
    mark.release()
    assert not mark_place(place).exists()


def test_a_link_leads_to_the_same_mark(place: Path) -> None:
    link = place.with_name("link.socplan")
    link.symlink_to(place)
    mark = marked(place)
    assert isinstance(mark_use(link, "us"), PlanUse)
    mark.release()
    mark.release()
    assert use_of(link) is None


def line(**values: object) -> bytes:
    """Return a mark of another machine with `values`."""
    usual = {"socplanner-use": 1, "owner": "Ito", "machine": "far", "since": 1.7e9}
    return json.dumps({**usual, **values}).encode() + b"\n"


def test_the_mark_of_another_machine_counts_while_it_is_renewed(place: Path) -> None:
    mark_place(place).write_bytes(line())
    assert use_of(place) == PlanUse("Ito", "far", 1.7e9)
    assert mark_place(place).read_bytes() == line()
    silent = time.time() - LONGEST_SILENCE - 5
    os.utime(mark_place(place), (silent, silent))
    assert use_of(place) is None


def test_opening_anyway_replaces_the_mark_of_another_machine(place: Path) -> None:
    mark_place(place).write_bytes(line())
    mark = mark_use(place, "us", is_anyway=True)
    assert isinstance(mark, UseMark)
    assert b'"us"' in mark_place(place).read_bytes()
    mark.release()


@pytest.mark.parametrize(
    "values",
    [
        {"socplanner-use": 9, "new": []},
        {"owner": 7},
        {"since": "x"},
        {"since": 1e300},
        {"since": True},
    ],
)
def test_a_mark_of_a_newer_program_counts(place: Path, values: dict[str, object]) -> None:
    mark_place(place).write_bytes(line(**values))
    use = use_of(place)
    assert use is not None
    assert use.machine == "far"
    assert use.since_text


@pytest.mark.parametrize("data", [b"", b'{"socpl', b'{"socplanner-use": 1, "owner": "I'])
def test_a_half_written_mark_is_replaced(place: Path, data: bytes) -> None:
    mark_place(place).write_bytes(data)
    marked(place).release()
    assert not mark_place(place).exists()


@pytest.mark.parametrize("data", [b"notes of mine", b"\xff\0", b"[" * 3000, b"{}", b"[1]"])
def test_a_file_of_another_program_stays(place: Path, data: bytes) -> None:
    mark_place(place).write_bytes(data)
    assert mark_use(place, "us") is None
    assert mark_place(place).read_bytes() == data


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_folder_or_a_pipe_in_place_of_the_mark_is_no_obstacle(place: Path) -> None:
    mark_place(place).mkdir()
    assert mark_use(place, "us") is None
    mark_place(place).rmdir()
    os.mkfifo(mark_place(place))
    assert mark_use(place, "us") is None


@pytest.mark.parametrize("path", ["missing/a.socplan", "x" * 254, "a\0b"])
def test_where_no_mark_can_be_made_the_plan_opens(tmp_path: Path, path: str) -> None:
    assert mark_use(tmp_path / path, "us") is None


def test_without_locks_no_mark_stays(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(_opened: int) -> bool:
        raise OSError

    monkeypatch.setattr(file_lock, "try_lock", no_locks)
    assert mark_use(place, "us") is None
    assert not mark_place(place).exists()


def test_a_mark_that_cannot_be_written_is_still_read(
    place: Path, other: "subprocess.Popen[str]", monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def read_only(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_RDWR:
            raise PermissionError
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", read_only)
    use = use_of(place)
    assert use is not None
    assert use.owner == "Sato 佐藤"


def test_long_texts_become_one_short_line(place: Path) -> None:
    mark_place(place).write_bytes(line(owner="a\nb\t" + "x" * 500))
    use = use_of(place)
    assert use is not None
    assert use.owner.startswith("a b x")
    assert len(use.owner) == 100
