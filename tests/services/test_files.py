"""Files are read whole or refused, and written whole or left as they were, whatever fails."""

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.problem import Problem
from socplanner.services import files
from socplanner.services.file_problem import FileProblem
from socplanner.services.files import Fingerprint
from tests.support.file_faults import make_fail, names_in, problem_of


@given(before=st.none() | st.binary(max_size=200), after=st.binary(max_size=200_000))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, before: bytes | None, after: bytes
) -> None:
    place = tmp_path_factory.mktemp("plans") / "計画 𠮷.socplan"
    if before is not None:
        place.write_bytes(before)
    files.write_atomically(place, after)
    assert files.read(place) == after
    assert names_in(place.parent) == [place.name]


def test_a_full_disk_is_reported_and_leaves_the_file(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = iter((3,))

    def write_a_little(opened: int, data: memoryview) -> int:
        try:
            return len(data[: next(space)])
        except StopIteration:
            raise OSError(errno.ENOSPC, "full") from None

    monkeypatch.setattr(os, "write", write_a_little)
    assert problem_of(lambda: files.write_atomically(place, b"after")).code == "disk-full"
    monkeypatch.undo()
    assert place.read_bytes() == b"before"
    assert names_in(place.parent) == ["a.socplan"]


def test_short_writes_are_carried_on(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda opened, data: real(opened, data[:2]))
    files.write_atomically(place, b"a longer text")
    assert place.read_bytes() == b"a longer text"


def test_an_interrupted_write_leaves_no_temporary_file(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(opened: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", broken_off)
    with pytest.raises(KeyboardInterrupt):
        files.write_atomically(place, b"after")
    assert names_in(place.parent) == ["a.socplan"]


def test_a_file_open_in_another_program_is_reported(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", locked)
    assert problem_of(lambda: files.write_atomically(place, b"after")).code == "file-in-use"
    assert place.read_bytes() == b"before"
    assert names_in(place.parent) == ["a.socplan"]


@pytest.mark.parametrize(("tries", "is_saved"), [(1, True), (3, True), (4, False)])
def test_a_file_open_for_a_moment_is_waited_for(
    place: Path, monkeypatch: pytest.MonkeyPatch, tries: int, is_saved: bool
) -> None:
    current, replace = [True] * tries, Path.replace

    def scanned(beside: Path, target: Path) -> Path:
        if current:
            current.pop()
            raise PermissionError(errno.EACCES, "held")
        return replace(beside, target)

    monkeypatch.setattr(files, "_WAITS", (0, 0, 0))
    monkeypatch.setattr(Path, "replace", scanned)
    if is_saved:
        files.write_atomically(place, b"after")
    else:
        assert problem_of(lambda: files.write_atomically(place, b"after")).code == "file-in-use"
    assert place.read_bytes() == (b"after" if is_saved else b"before")
    assert names_in(place.parent) == [place.name]


def test_a_temporary_file_that_cannot_be_removed_hides_no_problem(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def current(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(files, "_WAITS", ())
    monkeypatch.setattr(Path, "replace", current)
    monkeypatch.setattr(Path, "unlink", current)
    assert problem_of(lambda: files.write_atomically(place, b"after")).code == "file-in-use"
    assert place.read_bytes() == b"before"


def test_the_mode_is_kept(place: Path) -> None:
    place.chmod(0o640)
    files.write_atomically(place, b"after")
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    place, usual = tmp_path / "new", tmp_path / "usual"
    files.write_atomically(place, b"")
    usual.touch()
    assert place.stat().st_mode == usual.stat().st_mode


def test_a_link_is_followed(place: Path) -> None:
    link = place.with_name("link.socplan")
    link.symlink_to(place.name)
    files.write_atomically(link, b"after")
    assert link.is_symlink()
    assert place.read_bytes() == b"after"


def test_a_link_that_leads_in_a_circle_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "a"
    link.symlink_to("a")
    assert problem_of(lambda: files.write_atomically(link, b"")).code == "file-failed"
    assert problem_of(lambda: files.read(link)).code == "file-failed"


def test_a_file_marked_read_only_is_kept(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert problem_of(lambda: files.write_atomically(place, b"after")).code == "file-read-only"
    assert place.read_bytes() == b"before"


def test_a_folder_is_neither_read_nor_replaced(tmp_path: Path) -> None:
    assert problem_of(lambda: files.read(tmp_path)).code == "file-is-folder"
    assert problem_of(lambda: files.write_atomically(tmp_path, b"")).code == "file-is-folder"


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert problem_of(lambda: files.read(pipe)).code == "file-not-regular"
    assert problem_of(lambda: files.write_atomically(pipe, b"")).code == "file-not-regular"


def test_a_missing_file_and_a_missing_folder_are_different_problems(tmp_path: Path) -> None:
    place = tmp_path / "none" / "a.socplan"
    assert problem_of(lambda: files.read(place)).code == "file-missing"
    assert problem_of(lambda: files.write_atomically(place, b"")).code == "folder-missing"


@pytest.mark.parametrize(
    ("fault", "code"), [(errno.EACCES, "file-unreadable"), (errno.EIO, "file-failed")]
)
def test_a_file_that_cannot_be_opened_is_reported(
    place: Path, monkeypatch: pytest.MonkeyPatch, fault: int, code: str
) -> None:
    make_fail(monkeypatch, "open", fault, 0)
    assert problem_of(lambda: files.read(place)).code == code


@pytest.mark.parametrize("fault", [errno.EACCES, errno.EROFS])
def test_a_folder_that_cannot_be_written_to_is_reported(
    place: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    make_fail(monkeypatch, "open", fault, 0)
    problem = problem_of(lambda: files.write_atomically(place, b"after"))
    assert problem.code == "folder-read-only"
    assert problem.problem.values["folder"] == str(place.parent)


def test_a_file_too_big_is_refused_whatever_size_the_system_reports(place: Path) -> None:
    assert problem_of(lambda: files.read(place, 5)).code == "file-too-big"
    assert files.read(place, 6) == place.read_bytes()
    if Path("/proc/version").exists():
        assert problem_of(lambda: files.read(Path("/proc/version"), 5)).code == "file-too-big"


def test_a_fingerprint_notices_every_change_of_content(place: Path) -> None:
    seen = Fingerprint(files.read(place))
    times = place.stat().st_atime_ns, place.stat().st_mtime_ns
    assert seen.is_unchanged(place)
    place.write_bytes(b"beforf")
    os.utime(place, ns=times)
    assert not seen.is_unchanged(place)
    place.write_bytes(b"before")
    assert seen.is_unchanged(place)


def test_a_missing_file_counts_as_unchanged(place: Path) -> None:
    seen = Fingerprint(b"before")
    place.unlink()
    assert seen.is_unchanged(place)
    place.mkdir()
    assert problem_of(lambda: seen.is_unchanged(place)).code == "file-is-folder"


def test_a_new_file_is_there_whole_or_not_at_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = folder / "new.socplan"

    def broken_off(opened: int) -> None:
        assert not place.exists()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken_off)
        with pytest.raises(KeyboardInterrupt):
            files.write_new(place, b"mine")
    assert names_in(folder) == []
    files.write_new(place, b"mine")
    assert names_in(folder) == ["new.socplan"]
    assert place.read_bytes() == b"mine"


def test_an_existing_file_is_kept_by_write_new(place: Path, tmp_path: Path) -> None:
    dangling = tmp_path / "link"
    dangling.symlink_to("nowhere")
    for accepted in (place, dangling):
        assert problem_of(lambda: files.write_new(accepted, b"")).code == "file-exists"  # noqa: B023
    assert place.read_bytes() == b"before"


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_created_in_the_last_moment_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    place, real = folder / "new.socplan", os.fsync

    def overtaken(opened: int) -> None:
        place.write_bytes(b"theirs")
        real(opened)

    def unlinkable(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no hard links")

    monkeypatch.setattr(os, "fsync", overtaken)
    if not has_links:
        monkeypatch.setattr(os, "link", unlinkable)
    assert problem_of(lambda: files.write_new(place, b"mine")).code == "file-exists"
    assert place.read_bytes() == b"theirs"
    assert names_in(folder) == ["new.socplan"]


def test_a_new_file_needs_no_hard_links(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unlinkable(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no hard links")

    monkeypatch.setattr(os, "link", unlinkable)
    files.write_new(folder / "new.socplan", b"mine")
    assert names_in(folder) == ["new.socplan"]


def test_a_new_file_in_no_folder_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "nowhere" / "new.socplan"
    assert problem_of(lambda: files.write_new(place, b"")).code == "folder-missing"


def test_a_change_in_the_last_moment_is_not_overwritten(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, real = Fingerprint(b"before"), os.fsync

    def overtaken(opened: int) -> None:
        place.write_bytes(b"theirs")
        real(opened)

    monkeypatch.setattr(os, "fsync", overtaken)
    assert problem_of(lambda: files.write_over(place, b"mine", seen)).code == "file-changed"
    assert place.read_bytes() == b"theirs"
    assert names_in(place.parent) == [place.name]


def test_a_file_that_cannot_be_looked_at_is_not_called_changed(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object, **__: object) -> bytes:
        raise FileProblem(place, Problem("file-unreadable"))

    monkeypatch.setattr(files, "read", unreadable)
    seen = Fingerprint(b"before")
    assert problem_of(lambda: files.write_over(place, b"mine", seen)).code == "file-unreadable"
    monkeypatch.undo()
    assert place.read_bytes() == b"before"


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes here")
def test_extended_attributes_are_kept(place: Path) -> None:
    try:
        os.setxattr(place, "user.tag", b"red")
    except OSError:
        pytest.skip("the file system has no extended attributes")
    files.write_atomically(place, b"after")
    assert os.getxattr(place, "user.tag") == b"red"


def test_a_file_in_a_closed_folder_is_unreadable(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody may even ask what is in there."""

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "closed")

    monkeypatch.setattr(os, "open", closed)
    monkeypatch.setattr(os, "stat", closed)
    assert problem_of(lambda: files.read(place)).code == "file-unreadable"
    assert problem_of(lambda: files.write_atomically(place, b"")).code == "folder-read-only"


def test_a_name_with_a_null_character_is_refused() -> None:
    place = Path("a\0b")
    assert problem_of(lambda: files.read(place)).code == "file-missing"
    assert problem_of(lambda: files.write_atomically(place, b"")).code == "file-failed"
