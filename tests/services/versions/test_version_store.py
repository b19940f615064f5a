"""Versions: the last twenty of each plan, identical ones once, and nothing of others is touched."""

import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.services.file_problem import FileProblem
from socplanner.services.versions import version_store
from socplanner.services.versions.version_store import MOST_VERSIONS, VersionStore


def contents(store: VersionStore, plan: str = "works") -> list[bytes]:
    """Return the contents of the versions of `plan`, the newest first."""
    return [each.content() for each in store.versions(plan).versions]


@given(
    saves=st.lists(
        st.tuples(st.sampled_from(["a", "b"]), st.integers(0, 30), st.booleans()), max_size=80
    )
)
def test_the_versions_are_those_of_a_list(
    tmp_path_factory: pytest.TempPathFactory, saves: list[tuple[str, int, bool]]
) -> None:
    store = VersionStore(tmp_path_factory.mktemp("versions"))
    expected: dict[str, list[bytes]] = {"a": [], "b": []}
    for plan, number, is_saved in saves:
        content = b"%d" % number
        store.keep(plan, content, "p.socplan", is_saved=is_saved)
        kept = expected[plan]
        if content in kept and is_saved:
            kept.remove(content)
        if content not in kept:
            kept.insert(0, content)
        del kept[MOST_VERSIONS:]
    for plan, kept in expected.items():
        assert contents(store, plan) == kept


def test_the_size_is_bounded_and_the_newest_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(version_store, "MOST_SIZE", 3000)
    store = VersionStore(tmp_path)
    for number in range(10):
        store.keep("works", bytes([number]) + os.urandom(1000), "p")
    assert [each[0] for each in contents(store)] == [9, 8]
    store.keep("works", os.urandom(9000), "p")
    assert len(contents(store)) == 1


def test_a_clock_that_goes_back_keeps_the_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = VersionStore(tmp_path)
    for number, now in enumerate((9_000, 5_000, 5_000, 7_000)):
        monkeypatch.setattr(time, "time_ns", lambda now=now: now)
        store.keep("works", b"%d" % number, "p")
    assert contents(store) == [b"3", b"2", b"1", b"0"]


def test_what_cannot_be_read_is_counted_and_stays(tmp_path: Path) -> None:
    store = VersionStore(tmp_path)
    store.keep("works", b"1", "p")
    store.keep("works", b"2", "p")
    newest = store.versions("works").versions[0].place
    folder = newest.parent
    newest.write_bytes(newest.read_bytes()[:-1])
    (folder / f"{8:020d}-{'0' * 16}.version").write_bytes(b'{"socplanner-version": 2}\n')
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / f"{9:020d}-{'1' * 16}.version").mkdir()
    kept = store.versions("works")
    assert [each.content() for each in kept.versions] == [b"1"]
    assert kept.unread == 3
    store.keep("works", b"2", "p")
    assert contents(store) == [b"2", b"1"]
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_damage_behind_the_line_is_a_problem_of_that_version(tmp_path: Path) -> None:
    store = VersionStore(tmp_path)
    store.keep("works", b"1", "p")
    (version,) = store.versions("works").versions
    data = version.place.read_bytes()
    version.place.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(FileProblem) as raised:
        version.content()
    assert raised.value.code == "version-damaged"


@pytest.mark.parametrize("plan", ["../../etc", "a/b", "\0", "会社", "", "x" * 500, "\ud800"])
def test_no_id_of_a_plan_is_a_path(tmp_path: Path, plan: str) -> None:
    folder = tmp_path / "in" / "versions"
    store = VersionStore(folder)
    store.keep(plan, b"1", "p")
    assert contents(store, plan) == [b"1"]
    assert [each.name for each in folder.parent.iterdir()] == ["versions"]
    (only,) = folder.iterdir()
    assert only.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_only_the_user_can_read_versions(tmp_path: Path) -> None:
    store = VersionStore(tmp_path / "versions")
    store.keep("works", b"1", "p")
    folder = store.versions("works").versions[0].place.parent
    assert folder.stat().st_mode & 0o077 == 0


def test_a_file_in_place_of_the_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "versions").write_bytes(b"")
    store = VersionStore(tmp_path / "versions")
    assert store.versions("works") == ((), 0)
    with pytest.raises(FileProblem):
        store.keep("works", b"1", "p")
