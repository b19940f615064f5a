"""What the first opening of the palette costs, in a process that has not loaded it yet.

From the action to the painted palette over the window on 54 roles, in milliseconds.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.support.fresh_process import output_of

BOUND = 100.0
_CODE = "from tests.benchmarks.palette_open import opened_once; print(opened_once())"


def first_opening(rounds: int = 5) -> float:
    """Return the milliseconds of the first opening, the median of `rounds` processes."""
    return median(float(output_of(_CODE).splitlines()[-1]) for _ in range(rounds))


def opened_once() -> float:
    """Open the palette in this process, which must not have done so before."""
    from PySide6.QtWidgets import QApplication

    from socplanner.services.first_plan import FirstPlan
    from socplanner.services.i18n import words_for
    from socplanner.services.settings_store import SettingsStore
    from socplanner.ui.shell.program import Program
    from tests.support.plans import unplaced_plan

    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        store = SettingsStore(Path(folder) / "settings.json", print)
        program = Program(application, words_for("en"), store, FirstPlan())
        program.session.begin(unplaced_plan(), is_saved=True)
        program.window.restore(store.settings.window)
        program.window.show()
        for _ in range(3):
            application.processEvents()
        begun = time.perf_counter()
        program.window.actions_["palette"].trigger()
        application.processEvents()
        return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    sys.stdout.write(f"first opening: {first_opening():.1f} ms (bound {BOUND:g})\n")
