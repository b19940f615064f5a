"""Where the program finds what is shipped with it, and where it writes for its user."""

import sys
from pathlib import Path

import pytest

from socplanner.services import paths


def test_what_is_shipped_is_found() -> None:
    assert (paths.resources() / "catalogue").is_dir()
    assert (paths.resources() / "icons" / "socplanner.svg").is_file()


@pytest.mark.parametrize(
    ("platform", "end"), [("win32", "PySide6/plugins"), ("linux", "Qt/plugins")]
)
def test_a_frozen_program_has_the_plugins_of_qt_beside_it(
    platform: str, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.frozen_qt_plugins() is None
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    place = paths.frozen_qt_plugins()
    assert place is not None
    assert place.as_posix().endswith(end)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems, other rules")
@pytest.mark.parametrize("variable", ["XDG_CONFIG_HOME", "XDG_STATE_HOME"])
def test_the_folders_of_the_user_are_honoured(
    variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = paths.settings_file if variable == "XDG_CONFIG_HOME" else paths.log_file
    monkeypatch.setenv(variable, str(tmp_path / "mine"))
    assert find().parent == tmp_path / "mine" / "socplanner"
    monkeypatch.setenv(variable, "relative")
    assert find().is_relative_to(Path.home())
    monkeypatch.delenv(variable)
    assert find().is_relative_to(Path.home())


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_on_other_systems_the_library_knows_the_place(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert paths.settings_file().name == "settings.json"
    assert paths.log_file().name == "socplanner.log"


@pytest.mark.parametrize(
    ("platform", "variable", "value", "result"),
    [
        ("linux", "XDG_CONFIG_DIRS", "", ["/etc/xdg/socplanner/settings.json"]),
        ("linux", "XDG_CONFIG_DIRS", "relative:", ["/etc/xdg/socplanner/settings.json"]),
        (
            "linux",
            "XDG_CONFIG_DIRS",
            "/a:/b",
            ["/a/socplanner/settings.json", "/b/socplanner/settings.json"],
        ),
        ("win32", "PROGRAMDATA", r"D:\Shared", [r"D:\Shared\socplanner\settings.json"]),
        ("win32", "PROGRAMDATA", "", [r"C:\ProgramData\socplanner\settings.json"]),
        ("darwin", "HOME", "", ["/Library/Application Support/socplanner/settings.json"]),
    ],
)
def test_settings_of_the_machine_are_where_the_system_has_such(
    monkeypatch: pytest.MonkeyPatch, platform: str, variable: str, value: str, result: list[str]
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, value)
    places = [each.replace("/", "\\") for each in paths.machine_settings_files()]
    assert places == [each.replace("/", "\\") for each in result]


def test_documents_are_kept_in_a_folder_that_is_there() -> None:
    assert paths.documents_folder().is_dir()


def test_the_licences_are_a_text() -> None:
    assert isinstance(paths.notices(), str)
