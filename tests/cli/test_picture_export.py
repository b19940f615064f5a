"""`export` draws pictures without a display, and refuses what is not one in the usual words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from socplanner.cli.main import main
from socplanner.domain.marking import Tlp
from socplanner.domain.picture_choices import PICTURE_SUFFIXES
from socplanner.domain.picture_options import Paper, PictureOptions, PictureSubject
from socplanner.domain.problem import EditRejected
from tests.cli.conftest import Run, no_window

ROOT = Path(__file__).resolve().parents[2]
BEGINNINGS = {".pdf": b"%PDF-", ".svg": b"<?xml", ".png": b"\x89PNG"}


@pytest.fixture(autouse=True)
def _plan(run: Run) -> None:
    run("new", "plan.socplan", "--target", "full-insource", "--organisation", "Works")


def drawn_with(*arguments: str) -> PictureOptions:
    """Return the options with which a picture is drawn into `out.pdf`."""
    options = []

    def draw(_: object, chosen: PictureOptions, *__: object) -> bytes:
        options.append(chosen)
        return b"drawn"

    assert main(["export", "plan.socplan", "out.pdf", "--force", *arguments], no_window, draw) == 0
    assert Path("out.pdf").read_bytes() == b"drawn"
    return options[0]


@pytest.mark.parametrize("suffix", PICTURE_SUFFIXES)
def test_a_picture_is_drawn_in_a_process_without_a_display(suffix: str) -> None:
    away = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in away}
    done = subprocess.run(
        [sys.executable, "-m", "socplanner", "export", "plan.socplan", f"out{suffix}"],
        env={**environment, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"The board of phase “Now” is in out{suffix}.\n"
    content = Path(f"out{suffix}").read_bytes()
    assert content.startswith(BEGINNINGS[suffix])
    assert len(content) > 20_000


def test_the_board_of_the_first_phase_on_a4_is_usual() -> None:
    assert drawn_with() == PictureOptions(PictureSubject.BOARD, "now")  # type: ignore[arg-type]


def test_every_option_reaches_the_picture() -> None:
    options = drawn_with(
        *("--what", "matrix", "--phase", "target", "--paper", "a2", "--tlp", "amber+strict"),
        *("--find", "SOC", "--cards", "large", "--lanes", "sourcing"),
        *("--order", "owner"),
    )
    assert options == PictureOptions(
        PictureSubject.MATRIX,
        "target",  # type: ignore[arg-type]
        Paper.A2,
        Tlp.AMBER_STRICT,
        "sourcing",
        "SOC",
        "large",
        order="owner",
    )


def test_the_label_is_that_of_the_plan_unless_another_or_none_is_chosen() -> None:
    plan = Path("plan.socplan")
    text = plan.read_text("utf-8").replace("organisation:", "tlp: green\norganisation:", 1)
    lines = text.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("organisation:"))
    lines[at - 1], lines[at] = lines[at], lines[at - 1]
    plan.write_text("\n".join(lines) + "\n", "utf-8")
    assert drawn_with().tlp is Tlp.GREEN
    assert drawn_with("--tlp", "clear").tlp is Tlp.CLEAR
    assert drawn_with("--tlp", "none").tlp is None


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("out.pdf", "--paper", "a5"), "“--paper” cannot be “a5”: choose one of a4, a3, a2."),
        (("out.pdf", "--tlp", "white"), "choose one of none, clear, green, amber"),
        (("out.pdf", "--phase", "later"), "choose one of now, target"),
        (("out.csv", "--paper", "a3"), "--paper is for pictures: choose a name that ends in .pdf"),
        (("out.pdf", "--dpi", "300"), "--dpi is for pictures: choose a name that ends in .png"),
        (("out.pdf", "--party", "mss"), "--party writes a workbook"),
        (("out.svg", "--for", "mss"), "--for writes a workbook"),
    ],
)
def test_what_is_no_picture_is_refused(run: Run, arguments: tuple[str, ...], reason: str) -> None:
    result = run("export", "plan.socplan", *arguments)
    assert result.code == 2
    assert reason in result.refused
    assert not Path(arguments[0]).exists()


def test_a_picture_that_exists_is_kept_without_force() -> None:
    Path("out.png").write_bytes(b"mine")
    arguments = ["export", "plan.socplan", "out.png", "--language", "en"]
    assert main(arguments, no_window, lambda *_: b"drawn") == 2
    assert Path("out.png").read_bytes() == b"mine"


def test_a_folder_that_is_missing_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["export", "plan.socplan", "nowhere/out.svg", "--language", "ja"]
    assert main(arguments, no_window, lambda *_: b"drawn") == 2
    assert "フォルダー" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("problem", "reason"),
    [
        (EditRejected("no-drawing", reason="libEGL.so.1"), "libEGL.so.1"),
        (EditRejected("no-japanese-font"), "Noto Sans CJK"),
        (EditRejected("picture-too-large", pages=9, width=9, height=9), "write a PDF"),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_refused_with_the_remedy(
    capsys: pytest.CaptureFixture[str], problem: EditRejected, reason: str
) -> None:
    def draw(*_: object) -> bytes:
        raise problem

    arguments = ["export", "plan.socplan", "out.png", "--language", "en"]
    assert main(arguments, no_window, draw) == 2
    assert reason in capsys.readouterr().err
    assert not Path("out.png").exists()
