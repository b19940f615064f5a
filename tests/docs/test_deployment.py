"""The page for IT departments says what is so: settings, places, commands, options of the setup."""

import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.windows import Windows

from socplanner import __version__
from socplanner.services import paths
from socplanner.services.machine_reading import FORMS, LOCKED, read_machine_settings
from socplanner.services.machine_settings import LOCKABLE
from tests.cli.conftest import Run, run

__all__ = ["run"]

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    language: (ROOT / "docs" / "guide" / f"deployment.{language}.md").read_text("utf-8")
    for language in ("en", "ja")
}
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
SETUP = ROOT / "resources" / "installer" / "windows"
VERSION = re.compile(r"socplanner[-_](\d[\w.]*?)(?=[-_.](?:amd64|linux|1\.x86|setup|cdx|py3))")


def blocks(kind: str) -> list[str]:
    """Return the blocks of code of one `kind`; they are the same in both languages."""
    return [text for result, text in BLOCK.findall(PAGES["en"]) if result == kind]


def example() -> str:
    """Return the settings that the page shows."""
    (text,) = blocks("json")
    return text


def command(word: str) -> str:
    """Return the one block of shell commands in which `word` stands."""
    (text,) = [text for text in blocks("sh") if word in text]
    return text


def table(language: str, first: str) -> list[list[str]]:
    """Return the rows, cell by cell, of the table in which `first` stands in the first column."""
    rows = [line for line in PAGES[language].splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return [row for row in cells if row[0] == first]


def test_both_languages_show_the_same_commands_and_as_many_rows() -> None:
    assert BLOCK.findall(PAGES["en"]) == BLOCK.findall(PAGES["ja"])
    assert PAGES["en"].count("\n|") == PAGES["ja"].count("\n|")
    assert PAGES["en"].count("\n#") == PAGES["ja"].count("\n#")


def test_the_settings_of_the_page_are_valid_and_complete(tmp_path: Path) -> None:
    place = tmp_path / "settings.json"
    place.write_text(example(), encoding="utf-8")
    machine = read_machine_settings(str(place))
    assert machine.faults == ()
    assert machine.locked == {"language", "folder"}
    assert machine.marking.classification == "社外秘"
    for name in (*FORMS, LOCKED):
        assert f'"{name}"' in example()


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("name", list(FORMS))
def test_every_setting_is_explained_with_its_values(language: str, name: str) -> None:
    (row,) = table(language, f"`{name}`")
    for value in re.findall(r"`([^`]+)`", row[1]) if name != "folder" else ["~"]:
        assert FORMS[name](value) is not None, value
    assert row[-1] in ({"yes", "できる"} if name in LOCKABLE else {"no", "できない"})


def test_a_file_is_tried_out_by_the_command_of_the_page(run: Run) -> None:
    Path("settings.json").write_text(example(), encoding="utf-8")
    line = command("socplanner settings").split()
    messages = run(*line[1:])
    assert messages.code == 0
    assert "language: ja" in messages.text
    Path("settings.json").write_text(example().replace("theme", "thema"), encoding="utf-8")
    assert run(*line[1:]).code == 1


def test_the_command_of_the_page_notices_a_file_that_was_changed(tmp_path: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("no sha256sum here")
    name = f"socplanner_{__version__}_amd64.deb"
    (tmp_path / name).write_bytes(b"one")
    sums = f"{sha256(b'one').hexdigest()}  {name}\n{'0' * 64}  another.rpm\n"
    (tmp_path / "SHA256SUMS").write_text(sums, encoding="utf-8")

    def check() -> int:
        line = command("sha256sum").split()
        return subprocess.run(line, cwd=tmp_path, capture_output=True, check=False).returncode

    assert check() == 0
    (tmp_path / name).write_bytes(b"two")
    assert check() == 1


def test_the_program_tests_itself_without_a_network() -> None:
    alone, test = command("unshare").split("socplanner")
    here = [*alone.split(), sys.executable, "-m", "socplanner", *test.split()]
    if not sys.platform.startswith("linux") or shutil.which("unshare") is None:
        pytest.skip("spaces without a network are of Linux")
    if subprocess.run([*alone.split(), "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody make a space of its own")
    messages = subprocess.run(here, capture_output=True, encoding="utf-8", check=False, timeout=100)
    assert messages.stdout.endswith("self-test: ok\n"), messages.stderr


def test_the_search_for_network_libraries_finds_one(tmp_path: Path) -> None:
    if shutil.which("find") is None or sys.platform == "win32":
        pytest.skip("no such find here")
    line = command("/opt/socplanner -iname").replace("/opt/socplanner", str(tmp_path))

    def result() -> list[str]:
        messages = subprocess.run(
            ["sh", "-c", line], capture_output=True, encoding="utf-8", check=True
        )
        return sorted(Path(each).name for each in messages.stdout.splitlines())

    assert result() == []
    for name in ("QtNetwork.abi3.so", "libQt6Network.so.6", "libQt6Core.so.6"):
        (tmp_path / name).touch()
    assert result() == ["QtNetwork.abi3.so", "libQt6Network.so.6"]


def test_libraries_of_ones_own_go_where_such_are_and_nowhere_else(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("the commands are those of a shell")
    inside, custom = tmp_path / "opt" / "_internal", tmp_path / "own/lib/python3.11/site-packages"
    for folder, text in ((inside, "theirs"), (custom, "mine")):
        (folder / "PySide6" / "Qt" / "lib").mkdir(parents=True)
        (folder / "shiboken6").mkdir()
        (folder / "PySide6" / "Qt" / "lib" / "libQt6Core.so.6").write_text(text, encoding="utf-8")
    (custom / "PySide6" / "Qt" / "lib" / "libQt6Network.so.6").touch()
    lines = command("own/bin/pip").splitlines()[2:]
    script = "\n".join(lines).replace("/opt/socplanner", str(tmp_path / "opt"))
    subprocess.run(["sh", "-euc", script], cwd=tmp_path, check=True)
    assert {path.name for path in inside.rglob("*.so.6")} == {"libQt6Core.so.6"}
    assert next(inside.rglob("*.so.6")).read_text("utf-8") == "mine"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_places_are_those_of_the_program(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CONFIG_DIRS"):
        monkeypatch.delenv(name)
    home, local = Path.home().as_posix(), "%LOCALAPPDATA%"
    (user,) = table(language, {"en": "User's settings", "ja": "利用者の設定"}[language])
    (log,) = table(language, {"en": "Log", "ja": "ログ"}[language])
    if sys.platform.startswith("linux"):
        assert user[1] == f"`{paths.settings_file()}`".replace(home, "~")
        assert log[1] == f"`{paths.log_file()}`".replace(home, "~")
    monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda _name: local)
    windows, mac = Windows("socplanner", appauthor=False), MacOS("socplanner", appauthor=False)
    slashes = (windows.user_config_dir, windows.user_log_dir)
    folders = [each.replace("/", "\\") for each in slashes]
    assert user[2] == f"`{folders[0]}\\settings.json`"
    assert log[2] == f"`{folders[1]}\\socplanner.log`"
    assert user[3] == f"`{mac.user_config_dir}/settings.json`".replace(home, "~")
    assert log[3] == f"`{mac.user_log_dir}/socplanner.log`".replace(home, "~")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_file_of_the_machine_is_where_the_page_has_it(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CONFIG_DIRS")
    monkeypatch.setenv("PROGRAMDATA", "%ProgramData%")
    for system in ("linux", "darwin", "win32"):
        monkeypatch.setattr(sys, "platform", system)
        place = paths.machine_settings_files()[0]
        written = place.replace("/", "\\") if system == "win32" else place
        assert f"| `{written}`" in PAGES[language]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_artefacts_are_named_with_the_version_of_the_day(language: str) -> None:
    result = VERSION.findall(PAGES[language])
    assert len(result) >= 7
    assert set(result) == {__version__}


def test_the_setup_program_accepts_the_options_of_the_page() -> None:
    if not SETUP.is_dir():
        pytest.skip("there are no sources of the setup program yet")
    sources = "".join(path.read_text("utf-8") for path in SETUP.rglob("*.ns?"))
    for option in ("/ALLUSERS", "/LANG="):
        assert f'"{option}"' in sources
        assert all(option in page for page in PAGES.values())
    for code in ("32", "740", "1150"):
        assert re.search(rf"!define \w+ {code}\b", sources)
        assert all(code in page for page in PAGES.values())
