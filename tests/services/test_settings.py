"""Settings survive a restart, and whatever stands in their file the program begins."""

import json
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.services import settings
from socplanner.services.memory import Memory
from socplanner.services.settings import Settings, WindowState
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
    memory.keep(FULL)
    assert memory.settings == FULL
    assert told == ["settings not kept: folder-missing"]


def test_what_is_kept_is_read_at_the_next_start(tmp_path: Path) -> None:
    told: list[str] = []
    Memory(tmp_path / "settings.json", told.append).keep(FULL)
    assert Memory(tmp_path / "settings.json", told.append).settings == FULL
    assert not told
