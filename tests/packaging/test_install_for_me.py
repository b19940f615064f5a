"""The script of the portable folder: it adds to one account and removes all of it again."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[2] / "resources" / "installer" / "linux"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an unpacked folder whose name has a blank."""
    place = tmp_path / "my programs" / "socplanner-1.0"
    for source, target in (
        ("socplanner.desktop", "share/applications"),
        ("socplanner.xml", "share/mime/packages"),
        ("org.socplanner.socplanner.metainfo.xml", "share/metainfo"),
        ("application-x-socplan+yaml.svg", "share/icons/hicolor/scalable/mimetypes"),
        ("copyright", "share/man/man1"),
        ("copyright", "share/bash-completion/completions"),
        ("copyright", "share/fish/vendor_completions.d"),
        ("portable/install-for-me", "."),
    ):
        (place / target).mkdir(parents=True, exist_ok=True)
        shutil.copy(SOURCES / source, place / target)
    program = place / "socplanner" / "socplanner"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho "started with $1"\n', encoding="utf-8")
    program.chmod(0o755)
    return place


def run(folder: Path, home: Path, *arguments: str, language: str = "C.UTF-8") -> tuple[int, str]:
    """Run the script for the account `home`; return its exit code and its output."""
    home.mkdir(exist_ok=True)
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": language}
    done = subprocess.run(
        ["sh", str(folder / "install-for-me"), *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def ours(home: Path) -> set[str]:
    """Return the files in the account that name the program."""
    return {
        str(path.relative_to(home))
        for path in home.rglob("*")
        if "socplan" in path.name and not path.is_dir()
    }


def test_it_adds_a_menu_entry_the_type_and_the_command(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "account"
    code, output = run(folder, home)
    assert code == 0, output
    entry = (home / ".local/share/applications/socplanner.desktop").read_text("utf-8")
    assert f'Exec="{folder}/socplanner/socplanner" %f\n' in entry
    assert f"TryExec={folder}/socplanner/socplanner\n" in entry
    assert (home / ".local/share/mime/packages/socplanner.xml").is_file()
    command = home / ".local/bin/socplanner"
    started = subprocess.run([command, "x"], capture_output=True, encoding="utf-8", check=True)
    assert started.stdout == "started with x\n"


def test_it_removes_all_of_it(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "account"
    run(folder, home)
    assert len(ours(home)) > 4
    code, output = run(folder, home, "--remove")
    assert code == 0, output
    assert ours(home) == set()
    assert (folder / "socplanner" / "socplanner").is_file()


def test_it_can_be_run_again_after_the_folder_was_moved(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "account"
    run(folder, home)
    moved = folder.rename(tmp_path / "elsewhere")
    assert run(moved, home)[0] == 0
    assert (home / ".local/bin/socplanner").resolve() == moved / "socplanner" / "socplanner"


def test_it_leaves_a_command_alone_that_is_not_ours(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "account"
    command = home / ".local" / "bin" / "socplanner"
    command.parent.mkdir(parents=True)
    command.write_text("mine", encoding="utf-8")
    code, output = run(folder, home)
    assert code == 1
    assert "does not belong to socplanner" in output
    assert command.read_text("utf-8") == "mine"
    run(folder, home, "--remove")
    assert command.read_text("utf-8") == "mine"


def test_it_refuses_a_folder_that_no_menu_entry_can_name(folder: Path, tmp_path: Path) -> None:
    odd = folder.rename(tmp_path / "100% $HOME")
    code, output = run(odd, tmp_path / "account")
    assert code == 1
    assert "no menu entry" in output
    assert ours(tmp_path / "account") == set()


def test_the_installer_uses_the_language_of_the_account(folder: Path, tmp_path: Path) -> None:
    assert "完了しました" in run(folder, tmp_path / "account", language="ja_JP.UTF-8")[1]
    assert run(folder, tmp_path / "account", "--help")[0] == 2
