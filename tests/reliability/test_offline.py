"""The whole program works with sockets forbidden: it opens, edits, saves and closes a plan."""

import os
import subprocess
import sys
from pathlib import Path

from socplanner.services.plan_files import open_plan, save_plan
from tests.support.plans import hybrid_plan

ROOT = Path(__file__).resolve().parents[2]
_GUARDED = """
import runpy, sys

def forbid(event, arguments):
    if event.startswith("socket."):
        raise PermissionError(f"the program used {event} {arguments}")

sys.addaudithook(forbid)
sys.argv[0] = "socplanner"
try:
    runpy.run_module("socplanner", run_name="__main__")
finally:
    if "PySide6.QtNetwork" in sys.modules:
        sys.exit("the network module of Qt was loaded")
"""


def _run(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "HOME": str(place),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "SOCPLANNER_QUIT_WHEN_PAINTED": "1",
    }
    return subprocess.run(
        [sys.executable, "-c", _GUARDED, *arguments],
        cwd=place,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )


def test_a_forbidden_socket_would_be_noticed(tmp_path: Path) -> None:
    script = _GUARDED.replace(
        'runpy.run_module("socplanner", run_name="__main__")', "import socket; socket.socket()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert "the program used socket.__new__" in done.stderr


def test_window_and_terminal_need_no_socket(tmp_path: Path) -> None:
    plan = tmp_path / "plan.socplan"
    save_plan(hybrid_plan(), plan)
    for arguments in (
        (str(plan),),
        ("check", str(plan)),
        ("export", str(plan), str(tmp_path / "matrix.xlsx")),
        ("diff", str(plan), str(plan)),
        ("merge", str(plan), str(plan), str(plan), "-o", str(tmp_path / "merged.socplan")),
        ("flow", str(plan), "--at", "sun 03:00"),
    ):
        done = _run(tmp_path, *arguments)
        assert done.returncode in (0, 1), done.stderr
        assert "the program used" not in done.stderr
        assert "network module" not in done.stderr
    assert open_plan(tmp_path / "merged.socplan").plan == hybrid_plan()
