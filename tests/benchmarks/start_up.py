"""What it costs to start, paint a plan and quit, against a bare window with one list.

`python -m tests.benchmarks.start_up` prints processor time and memory of both and their ratios.
Not on Windows, which does not tell what a child has cost.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from socplanner.services.plan_files import save_plan
from tests.support.plans import bench_plan

BOUND = 1.6
PEAK_BOUND = 1.4
ROOT = Path(__file__).resolve().parents[2]
_FIGURES = "--figures"
_QUIT_WHEN_PAINTED = """
from PySide6.QtCore import QEvent, QObject, QTimer
class QuitWhenPainted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, application.quit)
        return False
"""
_BARE = f"""
from PySide6.QtWidgets import QApplication, QListView, QMainWindow
from PySide6.QtCore import QStringListModel
{_QUIT_WHEN_PAINTED}
application = QApplication([])
window, view = QMainWindow(), QListView()
view.setModel(QStringListModel([f"role {{number}}" for number in range(54)]))
window.setCentralWidget(view)
window.resize(1280, 800)
quit_when_painted = QuitWhenPainted()
view.viewport().installEventFilter(quit_when_painted)
window.show()
application.exec()
"""
_OURS = f"""
import gc, sys
gc.disable()
from socplanner import __main__, app
app._load_qt()
from socplanner.ui import program
{_QUIT_WHEN_PAINTED}
begin = program.Program.begin
def begin_and_quit(self):
    global application, quit_when_painted
    begin(self)
    application, quit_when_painted = self._application, QuitWhenPainted(self)
    self.window.area.current_view().list.viewport().installEventFilter(quit_when_painted)
program.Program.begin = begin_and_quit
sys.argv = ["socplanner", "plan.socplan"]
sys.exit(__main__.main())
"""


class Cost(NamedTuple):
    """What a process has cost: processor seconds, and memory at its peak in MiB."""

    seconds: float
    peak: float


def costs_apart() -> tuple[Cost, Cost]:
    """Return the `costs`, measured by a small process.

    On Linux the peak of a child begins with the size of the process it was started from: from one
    that holds a plan of 5,000 roles, both would seem to need as much as that.
    """
    command = [sys.executable, "-m", "tests.benchmarks.start_up", _FIGURES]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    ours, bare = json.loads(done.stdout)
    return Cost(*ours), Cost(*bare)


def costs(rounds: int = 15) -> tuple[Cost, Cost]:
    """Return what our start costs and what the bare one does, the least of `rounds` each."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        save_plan(bench_plan(), folder / "plan.socplan")
        for code in (_OURS, _BARE):
            _cost(code, folder)
        pairs = [(_cost(_OURS, folder), _cost(_BARE, folder)) for _ in range(rounds)]
    ours, bare = zip(*pairs, strict=True)
    return _least(ours), _least(bare)


def _least(found: tuple[Cost, ...]) -> Cost:
    return Cost(min(each.seconds for each in found), min(each.peak for each in found))


def _cost(code: str, folder: Path) -> Cost:
    """Return what Python with `code` costs, its modules compiled beforehand."""
    environment = {
        **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, "start")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def main() -> None:
    """Print what both cost."""
    ours, bare = costs()
    if _FIGURES in sys.argv:
        sys.stdout.write(json.dumps((ours, bare)))
        return
    sys.stdout.write(
        f"start to painted board of 54 roles: {ours.seconds:.3f} s, bare window "
        f"{bare.seconds:.3f} s, ratio {ours.seconds / bare.seconds:.2f} (bound {BOUND}); "
        f"{ours.peak:.0f} MiB, {bare.peak:.0f} MiB, {ours.peak / bare.peak:.2f} "
        f"(bound {PEAK_BOUND})\n"
    )


if __name__ == "__main__":
    main()
