"""What only shows in a process of its own: what is loaded, pipes that close, odd terminals."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOADED = """
import sys
from socplanner.__main__ import main
sys.argv = ["socplanner", *sys.argv[1:]]
code = main()
heavy = {"PySide6", "shiboken6", "xlsxwriter", "openpyxl", "argparse", "platformdirs"}
print(code, *sorted(heavy & {name.partition(".")[0] for name in sys.modules}))
"""


def _run(
    *command: str, folder: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **(env or {})}
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
        timeout=60,
    )


def _socplanner(*arguments: str, folder: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    return _run("-m", "socplanner", *arguments, folder=folder, env=env)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a plan."""
    assert _socplanner("new", "plan.socplan", folder=tmp_path).returncode == 0
    return tmp_path


@pytest.mark.parametrize(
    ("line", "loaded"),
    [
        ("new other.socplan", ""),
        ("check plan.socplan", ""),
        ("check plan.socplan --format json", ""),
        ("schema", ""),
        ("--help", ""),
        ("--version", ""),
        ("check nowhere", ""),
        ("export plan.socplan out.xlsx", " xlsxwriter"),
    ],
)
def test_nothing_is_loaded_that_is_not_needed(folder: Path, line: str, loaded: str) -> None:
    result = _run("-c", LOADED, *line.split(), folder=folder)
    code = "2" if "nowhere" in line else "0"
    assert result.stdout.decode().splitlines()[-1] == code + loaded


def test_a_reader_that_stops_reading_is_no_error(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        result = subprocess.run(
            [sys.executable, "-m", "socplanner", "schema"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    finally:
        os.close(writing)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_a_full_disk_is_reported_and_is_no_success(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "socplanner", "schema"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert result.returncode == 2
    assert result.stderr.startswith(b"socplanner: ")
    assert result.stderr.count(b"\n") == 1


@pytest.mark.parametrize("encoding", ["cp932", "ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize("line", ["--help", "check plan.socplan", "check nowhere", "schema"])
def test_every_terminal_gets_an_answer(folder: Path, encoding: str, line: str) -> None:
    result = _socplanner(
        *line.split(), "--language", "ja", folder=folder, PYTHONIOENCODING=f"{encoding}:strict"
    )
    assert b"Traceback" not in result.stderr
    assert result.returncode == (2 if "nowhere" in line else 0)
    text = (result.stdout + result.stderr).decode(encoding)
    assert text
    if encoding in {"cp932", "utf-8"}:
        assert "?" not in text.replace("unknown", "") or line == "schema"


def test_it_needs_no_home_and_no_display(folder: Path) -> None:
    result = _socplanner("check", "plan.socplan", folder=folder, HOME="/nonexistent", DISPLAY="")
    assert (result.returncode, result.stderr) == (0, b"")
