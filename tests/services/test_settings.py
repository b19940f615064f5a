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
from socplanner.services.settings import BoardChoices, Settings, WindowState
from socplanner.services.settings_store import SettingsStore
from tests.support.fresh_process import output_of

FULL = Settings(
    language="ja",
    theme="dark",
    last_plan="/計画/髙.socplan",
    last_folder="/計画",
    recent=("/計画/髙.socplan", "/b\udcff.yaml"),
    fonts_reported=True,
    text_size=150,
    letter_set="rasci",
    motion="reduced",
    author="青葉 一郎",
    plans_folder="/計画",
    exports_folder="/out",
    tour_ended=True,
    board=BoardChoices(True, "large", "sourcing", ("area:II", "sourcing:both")),
    window=WindowState(
        b"\x00\xff",
        b"1",
        b"",
        "matrix",
        {"board": ("checks",), "matrix": ()},
        {"matrix": ("folded:A",)},
    ),
)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
NAMES = [field.name for kind in (Settings, BoardChoices, WindowState) for field in fields(kind)]


def test_settings_come_back_in_another_process(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "settings.json"
    settings.store(FULL, place)
    code = (
        "import sys, pathlib; from socplanner.services import settings;"
        "sys.stdout.write(repr(settings.load(pathlib.Path(sys.argv[1]))))"
    )
    assert output_of(code, str(place)) == repr(FULL)


def test_without_a_file_settings_are_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.json") == Settings()
    assert settings.load(tmp_path) == Settings()


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000])
def test_a_broken_file_is_renamed(tmp_path: Path, broken: bytes) -> None:
    place = tmp_path / "kept" / "settings.json"
    place.parent.mkdir()
    place.write_bytes(broken)
    assert settings.load(place) == Settings()
    assert [each.name for each in place.parent.iterdir()] == ["settings.broken.json"]


@given(text=st.dictionaries(st.sampled_from([*NAMES, "unknown"]), ANY_JSON) | ANY_JSON)
def test_a_setting_of_the_wrong_form_has_its_default(
    tmp_path_factory: pytest.TempPathFactory, text: object
) -> None:
    place = tmp_path_factory.mktemp("settings") / "settings.json"
    place.write_text(json.dumps(text), encoding="utf-8")
    loaded = settings.load(place)
    settings.store(loaded, place)
    assert settings.load(place) == loaded
    assert loaded.theme in {None, *settings.THEMES}
    assert isinstance(loaded.window.geometry, bytes)


def test_one_wrong_part_leaves_the_others(tmp_path: Path) -> None:
    place = tmp_path / "settings.json"
    place.write_text('{"language": "fr", "theme": "dark", "window": 3}', encoding="utf-8")
    assert settings.load(place) == Settings(theme="dark")


def test_the_plan_opened_last_is_first_and_ten_are_kept() -> None:
    current = Settings()
    for number in (*range(12), 5):
        current = current.with_recent(Path(f"/plans/{number}"))
    assert [Path(each).name for each in current.recent] == [*"5", "11", "10", *"9876432"]
    assert current.last_plan == "/plans/5"
    assert current.last_folder == "/plans"
    assert "/plans/5" not in current.without_recent(Path("/plans/5")).recent
    assert current.without_recent(Path("/plans/5")).last_plan == ""


def test_settings_that_cannot_be_written_are_kept_in_memory_and_logged(tmp_path: Path) -> None:
    messages: list[str] = []
    store = SettingsStore(tmp_path / "file" / "settings.json", messages.append)
    (tmp_path / "file").touch()
    store.change(lambda _: FULL)
    assert store.settings == FULL
    assert messages == ["settings not kept: folder-blocked"]


def test_stored_settings_are_read_at_the_next_start(tmp_path: Path) -> None:
    messages: list[str] = []
    SettingsStore(tmp_path / "settings.json", messages.append).change(lambda _: FULL)
    assert SettingsStore(tmp_path / "settings.json", messages.append).settings == FULL
    assert not messages


def test_two_windows_keep_what_the_other_changed(tmp_path: Path) -> None:
    place = tmp_path / "settings.json"
    one, other = SettingsStore(place, print), SettingsStore(place, print)
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
from socplanner.services.settings_store import SettingsStore
store = SettingsStore(Path(sys.argv[1]), print)
for number in range(3):
    store.change(lambda settings: settings.with_recent(Path(f"/{sys.argv[2]}{number}")))
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
    store = SettingsStore(place, print)
    store.change(lambda _: FULL)

    def unreadable(*_: object) -> bytes:
        raise FileProblem(place, Problem("file-unreadable"))

    monkeypatch.setattr(files, "read", unreadable)
    store.change(lambda settings: replace(settings, theme="light"))
    monkeypatch.undo()
    assert settings.load(place) == replace(FULL, theme="light")


def test_a_chosen_folder_precedes_the_one_used_last(tmp_path: Path) -> None:
    plans, last = tmp_path / "plans", tmp_path / "last"
    plans.mkdir()
    last.mkdir()
    store = SettingsStore(tmp_path / "settings.json", print)
    store.change(lambda settings: replace(settings, last_folder=str(last)))
    assert store.plans_folder() == store.exports_folder() == last
    store.change(lambda settings: settings.with_texts({"plans_folder": str(plans)}))
    assert (store.plans_folder(), store.exports_folder(), store.folder()) == (plans, last, last)
    plans.rmdir()
    assert store.plans_folder() == last


@pytest.mark.parametrize(
    ("stored", "read"), [(" Aoba\n\u202e", "Aoba"), ("x" * 300, "x" * 200), (3, "")]
)
def test_an_author_is_read_as_a_clean_line(tmp_path: Path, stored: object, read: str) -> None:
    place = tmp_path / "settings.json"
    place.write_text(json.dumps({"author": stored}), encoding="utf-8")
    assert settings.load(place).author == read
