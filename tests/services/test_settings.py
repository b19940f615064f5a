"""Settings survive a restart, and whatever stands in their file the program begins."""

import json
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.problem import Problem
from socplanner.services import files, settings
from socplanner.services.file_problem import FileProblem
from socplanner.services.settings import Settings, WindowState
from socplanner.services.settings_store import Memory
from tests.support.fresh_process import said_by

FULL = Settings(
    language="ja",
    theme="dark",
    last_plan="/計画/髙.socplan",
    last_folder="/計画",
    recent=("/計画/髙.socplan", "/b\udcff.yaml"),
    told_of_fonts=True,
    window=WindowState(b"\x00\xff", b"1", b"", "matrix", ("checks",)),
)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
NAMES = [field.name for kind in (Settings, WindowState) for field in fields(kind)]


def test_settings_come_back_in_another_process(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "settings.json"
    settings.store(FULL, place)
    code = (
        "import sys, pathlib; from socplanner.services import settings;"
        "sys.stdout.write(repr(settings.load(pathlib.Path(sys.argv[1]))))"
    )
    assert said_by(code, str(place)) == repr(FULL)


def test_no_file_is_the_usual_settings(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.json") == Settings()
    assert settings.load(tmp_path) == Settings()


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000])
def test_a_broken_file_is_set_aside(tmp_path: Path, broken: bytes) -> None:
    place = tmp_path / "kept" / "settings.json"
    place.parent.mkdir()
    place.write_bytes(broken)
    assert settings.load(place) == Settings()
    assert [each.name for each in place.parent.iterdir()] == ["settings.broken.json"]


@given(said=st.dictionaries(st.sampled_from([*NAMES, "unknown"]), ANY_JSON) | ANY_JSON)
def test_a_part_of_the_wrong_form_is_as_usual(
    tmp_path_factory: pytest.TempPathFactory, said: object
) -> None:
    place = tmp_path_factory.mktemp("settings") / "settings.json"
    place.write_text(json.dumps(said), encoding="utf-8")
    loaded = settings.load(place)
    settings.store(loaded, place)
    assert settings.load(place) == loaded
    assert loaded.theme in {None, *settings.THEMES}
    assert isinstance(loaded.window.geometry, bytes)


def test_one_wrong_part_leaves_the_others(tmp_path: Path) -> None:
    place = tmp_path / "settings.json"
    place.write_text('{"language": "fr", "theme": "dark", "window": 3}', encoding="utf-8")
    assert settings.load(place) == Settings(theme="dark")


def test_the_plan_opened_last_stands_first_and_ten_are_kept() -> None:
    held = Settings()
    for number in (*range(12), 5):
        held = held.with_recent(Path(f"/plans/{number}"))
    assert [Path(each).name for each in held.recent] == [*"5", "11", "10", *"9876432"]
    assert held.last_plan == "/plans/5"
    assert held.last_folder == "/plans"
    assert "/plans/5" not in held.without_recent(Path("/plans/5")).recent
    assert held.without_recent(Path("/plans/5")).last_plan == ""


def test_what_cannot_be_kept_on_disk_is_kept_in_mind_and_logged(tmp_path: Path) -> None:
    told: list[str] = []
    memory = Memory(tmp_path / "file" / "settings.json", told.append)
    (tmp_path / "file").touch()
    memory.change(lambda _: FULL)
    assert memory.settings == FULL
    assert told == ["settings not kept: folder-missing"]


def test_what_is_kept_is_read_at_the_next_start(tmp_path: Path) -> None:
    told: list[str] = []
    Memory(tmp_path / "settings.json", told.append).change(lambda _: FULL)
    assert Memory(tmp_path / "settings.json", told.append).settings == FULL
    assert not told


def test_two_windows_keep_what_the_other_changed(tmp_path: Path) -> None:
    place = tmp_path / "settings.json"
    one, other = Memory(place, print), Memory(place, print)
    one.change(lambda settings: replace(settings, language="ja"))
    other.change(lambda settings: replace(settings, theme="dark"))
    one.change(lambda settings: settings.with_recent(tmp_path / "one.socplan"))
    other.change(lambda settings: settings.with_recent(tmp_path / "other.socplan"))
    stored = settings.load(place)
    assert (stored.language, stored.theme) == ("ja", "dark")
    assert [Path(each).name for each in stored.recent] == ["other.socplan", "one.socplan"]


CHANGER = """
import sys
from pathlib import Path
from socplanner.services.settings_store import Memory
memory = Memory(Path(sys.argv[1]), print)
for number in range(3):
    memory.change(lambda settings: settings.with_recent(Path(f"/{sys.argv[2]}{number}")))
"""


def test_processes_that_change_settings_at_once_lose_nothing(tmp_path: Path) -> None:
    place = tmp_path / "kept" / "settings.json"
    changers = [
        subprocess.Popen([sys.executable, "-c", CHANGER, str(place), name]) for name in "abc"
    ]
    for changer in changers:
        with changer:
            assert changer.wait(60) == 0
    recent = settings.load(place).recent
    assert sorted(Path(each).name for each in recent) == sorted(
        f"{name}{number}" for name in "abc" for number in range(3)
    )
    assert [each.name for each in place.parent.iterdir()] == ["settings.json"]


def test_settings_that_cannot_be_read_for_a_moment_are_not_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "settings.json"
    memory = Memory(place, print)
    memory.change(lambda _: FULL)

    def unreadable(*_: object) -> bytes:
        raise FileProblem(place, Problem("file-unreadable"))

    monkeypatch.setattr(files, "read", unreadable)
    memory.change(lambda settings: replace(settings, theme="light"))
    monkeypatch.undo()
    assert settings.load(place) == replace(FULL, theme="light")
