"""What it costs to start, paint a plan and quit, against a bare window with one list.

`python -m tests.benchmarks.start_up` prints the processor seconds of both and their ratio. Not on
Windows, which does not tell the processor time of a child.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from socplanner.services.plan_files import save_plan
from tests.support.plans import bench_plan

BOUND = 1.6
ROOT = Path(__file__).resolve().parents[2]
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
import sys
from socplanner import app
from socplanner.ui import program
{_QUIT_WHEN_PAINTED}
begin = program.Program.begin
def begin_and_quit(self):
    global application, quit_when_painted
    begin(self)
    application, quit_when_painted = self._application, QuitWhenPainted(self)
    self.window.area.current_view().list.viewport().installEventFilter(quit_when_painted)
program.Program.begin = begin_and_quit
sys.exit(app.run(["plan.socplan"]))
"""


def ratio(rounds: int = 15) -> tuple[float, float]:
    """Return the processor seconds of our start and of the bare one, the least of `rounds` each."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        save_plan(bench_plan(), folder / "plan.socplan")
        for code in (_OURS, _BARE):
            _seconds(code, folder)
        pairs = [(_seconds(_OURS, folder), _seconds(_BARE, folder)) for _ in range(rounds)]
    return min(ours for ours, _ in pairs), min(bare for _, bare in pairs)


def _seconds(code: str, folder: Path) -> float:
    """Return what Python with `code` costs, its modules compiled beforehand."""
    import resource

    environment = {
        **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print what both cost."""
    ours, bare = ratio()
    sys.stdout.write(
        f"start to painted board of 54 roles: {ours:.3f} s, bare window {bare:.3f} s, "
        f"ratio {ours / bare:.2f} (bound {BOUND})\n"
    )


if __name__ == "__main__":
    main()
