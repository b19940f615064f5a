"""The door of the window program: refused in one line where no window can be, else tried out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from socplanner import app
from socplanner.services import paths
from socplanner.services.first_plan import FirstPlan
from socplanner.services.plan_files import save_plan
from socplanner.services.settings_store import SettingsStore
from tests.support.plans import unplaced_plan


def run_program(*arguments: str, **changed: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own; an empty variable is taken out."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **changed}
    environment = {name: value for name, value in environment.items() if value}
    command = [sys.executable, "-m", "socplanner", *arguments]
    return subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


def test_the_self_test_passes() -> None:
    run = run_program("--self-test", QT_QPA_PLATFORM="")
    assert run.stdout.endswith("self-test: ok\n")
    assert run.returncode == 0


def test_a_measured_start_ends_when_the_board_is_painted(tmp_path: Path) -> None:
    place = tmp_path / "plan.socplan"
    save_plan(unplaced_plan(), place)
    run = run_program(str(place), HOME=str(tmp_path), SOCPLANNER_QUIT_WHEN_PAINTED="1")
    assert (run.returncode, run.stdout) == (0, ""), run.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are found by Qt")
@pytest.mark.parametrize(
    ("locale", "message"), [("C.UTF-8", "no display"), ("ja_JP.UTF-8", "画面")]
)
def test_without_a_display_one_line_is_printed(locale: str, message: str) -> None:
    run = run_program(LC_ALL=locale, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert run.returncode == app.REFUSED
    assert message in run.stderr
    assert run.stderr.count("\n") == 1


def test_a_window_that_cannot_be_loaded_is_reported_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "socplanner.ui.shell.program", None)
    assert app.run([]) == app.REFUSED
    assert capsys.readouterr().err.startswith("socplanner: the window cannot be loaded: ")
    assert "window not loaded" in paths.log_file().read_text(encoding="utf-8")


class Opening:
    """Stands for the window, and keeps what it was opened with."""

    def __init__(self) -> None:
        """Begin unopened."""
        self.first = FirstPlan()
        self.language = ""

    @property
    def missing(self) -> Path | None:
        """The plan that was to be opened and is not there, or None."""
        return None if self.first.problem is None else self.first.problem.path

    def __call__(self, first: FirstPlan, words: object, store: object, log: object) -> int:
        """Keep what is to be opened."""
        self.first = first
        self.language = getattr(words, "language", "")
        return 0


@pytest.fixture
def opening(monkeypatch: pytest.MonkeyPatch) -> Opening:
    """Put something in the place of the window."""
    opening = Opening()
    monkeypatch.setattr("socplanner.ui.shell.program.open_window", opening)
    return opening


def test_without_a_file_the_last_plan_is_opened(opening: Opening, tmp_path: Path) -> None:
    store = SettingsStore(paths.settings_file(), print)
    store.change(lambda settings: settings.with_recent(tmp_path / "last.socplan"))
    assert app.run([]) == 0
    assert opening.missing == tmp_path / "last.socplan"


def test_the_plan_is_read_before_the_window_is_loaded(opening: Opening, tmp_path: Path) -> None:
    opened = save_plan(unplaced_plan(), tmp_path / "plan.socplan")
    app.run([str(opened.path)])
    assert opening.first.opened is not None
    assert opening.first.opened.plan == opened.plan


def test_the_file_named_goes_before_the_last_plan(opening: Opening, tmp_path: Path) -> None:
    store = SettingsStore(paths.settings_file(), print)
    store.change(lambda settings: settings.with_recent(tmp_path / "last.socplan"))
    app.run(["other.yaml"])
    assert opening.missing == Path("other.yaml").absolute()


def test_at_the_first_start_no_plan_is_opened(opening: Opening) -> None:
    assert app.run([]) == 0
    assert opening.first == FirstPlan()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_requested_language_is_used(opening: Opening, language: str) -> None:
    app.run([f"--language={language}", "a.socplan"])
    assert (opening.language, opening.missing) == (language, Path("a.socplan").absolute())
