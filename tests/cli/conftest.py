"""Running the command line as a person would, within this process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from socplanner.cli.main import main


@dataclass(frozen=True)
class Outcome:
    """What a command line led to."""

    code: int
    text: str
    refused: str


Run = Callable[..., Outcome]


def no_window(arguments: list[str]) -> int:
    """Fail where a window would be opened."""
    raise AssertionError(arguments)


def no_picture(*arguments: object) -> bytes:
    """Fail where a picture would be drawn."""
    raise AssertionError(arguments)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command line in an empty folder."""
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)

    def ran(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = main(arguments, no_window, no_picture)
        messages = capsys.readouterr()
        return Outcome(code, messages.out, messages.err)

    return ran
