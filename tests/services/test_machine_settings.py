"""What is set for a machine holds, and whatever stands in its file the program begins."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.marking import Marking, Tlp
from socplanner.services import paths
from socplanner.services.machine_places import machine_settings
from socplanner.services.machine_reading import FORMS, LOCKED, MOST_BYTES
from socplanner.services.machine_settings import (
    LOCKABLE,
    NO_MACHINE_SETTINGS,
    MachineFault,
    MachineSettings,
)
from socplanner.services.settings import Settings
from socplanner.services.settings_store import SettingsStore
from tests.support.fresh_process import output_of
from tests.support.machine import set_for_machine

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.sampled_from(LOCKABLE),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
SOME_KEYS = st.sampled_from([*FORMS, LOCKED, "x-note", "unknown"])


def read() -> MachineSettings:
    """Return what is set for the machine of this test."""
    return machine_settings(paths.machine_settings_files())


def store(user: Settings, tmp_path: Path) -> SettingsStore:
    """Return what holds for `user` on this machine."""
    place = tmp_path / "user" / "settings.json"
    SettingsStore(place, print).change(lambda _: user)
    return SettingsStore(place, print, read())


def test_where_there_is_no_file_nothing_is_set_and_nothing_loaded() -> None:
    assert read() is NO_MACHINE_SETTINGS
    code = (
        "import sys; from socplanner.services import machine_places as m, paths;"
        "m.machine_settings(paths.machine_settings_files());"
        "print(*sorted({'json', 'socplanner.services.machine_reading'} & set(sys.modules)))"
    )
    assert output_of(code).split() == []


def test_everything_that_can_be_set_is_read(tmp_path: Path) -> None:
    set_for_machine(
        {
            "x-note": "CHG-1204",
            "language": "ja",
            "theme": "light",
            "folder": str(tmp_path),
            "letter-set": "rasci",
            "tlp": "amber+strict",
            "classification": "社外秘",
            "locked": ["language", "theme", "folder"],
        }
    )
    assert read() == MachineSettings(
        "ja",
        "light",
        str(tmp_path),
        "rasci",
        Marking(Tlp.AMBER_STRICT, "社外秘"),
        frozenset(LOCKABLE),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_file_may_be_written_with_any_editor_of_windows(encoding: str) -> None:
    set_for_machine('{"classification": "社外秘"}'.encode(encoding))
    assert read().marking.classification == "社外秘"


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b"[]", b"\x00"])
def test_a_broken_file_is_left_as_it_is_and_the_program_begins(broken: bytes) -> None:
    place = set_for_machine(broken)
    assert read() == MachineSettings(faults=(MachineFault("not-json"),))
    assert place.read_bytes() == broken
    assert [each.name for each in place.parent.iterdir()] == ["settings.json"]


def test_a_file_that_is_far_too_big_is_not_read() -> None:
    set_for_machine(b'{"language": "ja", "x-": "' + b"x" * MOST_BYTES + b'"}')
    assert read() == MachineSettings(faults=(MachineFault("file-too-big"),))


def test_what_is_no_file_is_not_waited_for() -> None:
    place = set_for_machine({})
    place.unlink()
    place.mkdir()
    assert read().faults == (MachineFault("file-is-folder"),)
    if hasattr(os, "mkfifo"):
        place.rmdir()
        os.mkfifo(place)
        assert read().faults == (MachineFault("file-not-regular"),)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ({"langauge": "ja"}, MachineFault("unknown-setting", "langauge")),
        ({"a\x1b[2Jb" + "c" * 99: 1}, MachineFault("unknown-setting", "a?[2Jb" + "c" * 54)),
        ({"language": "fr"}, MachineFault("bad-value", "language")),
        ({"theme": None}, MachineFault("bad-value", "theme")),
        ({"folder": "plans"}, MachineFault("bad-value", "folder")),
        ({"folder": "/a\0b"}, MachineFault("bad-value", "folder")),
        ({"letter-set": "ours"}, MachineFault("bad-value", "letter-set")),
        ({"tlp": "TLP:RED"}, MachineFault("bad-value", "tlp")),
        ({"classification": "a\nb"}, MachineFault("bad-value", "classification")),
        ({"classification": ""}, MachineFault("bad-value", "classification")),
        ({"locked": "language"}, MachineFault("bad-value", "locked")),
        ({"locked": ["folder"]}, MachineFault("locked-without-value", "folder")),
        ({"locked": ["tlp"], "tlp": "red"}, MachineFault("not-lockable", "tlp")),
        ({"locked": [["theme"]]}, MachineFault("not-lockable", "['theme']")),
    ],
)
def test_faults_are_reported_and_the_other_settings_used(
    text: dict[str, object], fault: MachineFault
) -> None:
    set_for_machine({"theme": "dark", "language": "en", **text})
    machine = read()
    assert machine.faults == (fault,)
    assert machine.locked == frozenset()
    assert machine.theme == (None if "theme" in text else "dark")
    assert machine.language == (None if "language" in text else "en")


def test_a_lock_without_a_value_locks_nothing() -> None:
    set_for_machine({"locked": ["theme", "language"], "language": "fr"})
    machine = read()
    assert machine.locked == frozenset()
    assert [each.code for each in machine.faults] == [
        "bad-value",
        "locked-without-value",
        "locked-without-value",
    ]


def test_a_folder_may_be_named_by_the_users_own_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANS", str(Path.home() / "計画"))
    for text in ("~/計画", "$PLANS"):
        set_for_machine({"folder": text})
        assert read().folder == str(Path.home() / "計画")
    set_for_machine({"folder": "$NOWHERE/plans"})
    assert read().faults == (MachineFault("bad-value", "folder"),)


@given(text=st.dictionaries(SOME_KEYS, ANY_JSON) | ANY_JSON)
def test_any_content_is_read_without_an_error(text: object) -> None:
    place = set_for_machine(text)
    before = place.read_bytes()
    machine = read()
    assert machine.locked <= set(LOCKABLE)
    assert machine.theme in {None, "system", "light", "dark"}
    assert place.read_bytes() == before


def test_the_first_place_that_has_a_file_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"{tmp_path}/first:{tmp_path}/second")
    for place, language in zip(paths.machine_settings_files()[::-1], ("ja", "en"), strict=True):
        Path(place).parent.mkdir(parents=True)
        Path(place).write_text(json.dumps({"language": language}), encoding="utf-8")
        assert read().language == language


def test_the_user_goes_before_a_default_and_a_lock_before_the_user(tmp_path: Path) -> None:
    chosen = Settings(language="en", theme="dark")
    default = {"language": "ja", "theme": "light"}
    for text, user, fires in (
        ({}, Settings(), (None, "system")),
        (default, Settings(), ("ja", "light")),
        (default, chosen, ("en", "dark")),
        ({**default, "locked": ["language", "theme"]}, chosen, ("ja", "light")),
        ({**default, "locked": ["theme"]}, chosen, ("en", "light")),
    ):
        set_for_machine(text)
        current = store(user, tmp_path)
        assert (current.language, current.theme) == fires
        assert current.settings == user, "what the user chose comes back when the lock goes"


def test_a_user_who_chose_the_system_s_theme_keeps_it(tmp_path: Path) -> None:
    set_for_machine({"theme": "dark"})
    assert store(Settings(theme="system"), tmp_path).theme == "system"


def test_a_default_is_still_used_after_the_settings_were_written(tmp_path: Path) -> None:
    """The program writes its settings at the first start; that is no choice of the user's."""
    set_for_machine({"theme": "dark", "language": "ja"})
    current = store(Settings().with_recent(tmp_path / "plan.socplan"), tmp_path)
    assert (current.language, current.theme) == ("ja", "dark")


def test_the_folder_of_the_machine_is_the_first_one_and_the_only_one_if_locked(
    tmp_path: Path,
) -> None:
    team, custom = tmp_path / "team", tmp_path / "own"
    team.mkdir()
    custom.mkdir()
    user = Settings(last_folder=str(custom))
    set_for_machine({"folder": str(team)})
    assert store(Settings(), tmp_path).folder() == team
    assert store(user, tmp_path).folder() == custom
    set_for_machine({"folder": str(team), "locked": ["folder"]})
    assert store(user, tmp_path).folder() == team
    team.rmdir()
    assert store(user, tmp_path).folder() == custom
    assert store(Settings(), tmp_path).folder() == paths.documents_folder()


def test_a_locked_folder_precedes_the_chosen_ones(tmp_path: Path) -> None:
    team, custom = tmp_path / "team", tmp_path / "own"
    team.mkdir()
    custom.mkdir()
    user = Settings(plans_folder=str(custom), exports_folder=str(custom))
    set_for_machine({"folder": str(team)})
    assert store(user, tmp_path).plans_folder() == custom
    set_for_machine({"folder": str(team), "locked": ["folder"]})
    assert store(user, tmp_path).plans_folder() == team
    assert store(user, tmp_path).exports_folder() == team
