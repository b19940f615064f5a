"""What another view and another theme cost, with 54 roles, until they are painted.

In a window of the size of a small screen: between board and matrix, and between light and dark with
each of them in view. The figure is the highest of the medians, in milliseconds.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from socplanner.domain.history import History
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.settings import Theme
from socplanner.services.translator import Translator
from socplanner.ui.kit.appearance import use_theme
from socplanner.ui.kit.flat_style import FlatStyle
from socplanner.ui.shell.main_window import MainWindow
from tests.benchmarks.matrix_letter import made_application

BOUND = 100.0
SIZE = (1280, 800)
VIEWS = ("board", "matrix")
THEMES: tuple[Theme, ...] = ("dark", "light")
_TURNS = 3
"""Rounds of the event loop until layout and painting are done."""


def view_switch(plan: Plan, rounds: int = 7) -> float:
    """Return the milliseconds from one view to the other, each shown before."""
    window, _ = _window(plan)
    changes = [partial(window.show_view, view) for view in VIEWS]
    highest = _highest(changes, rounds)
    window.leave()  # a window that is shown must not be destroyed: the focus would still move
    return highest


def theme_switch(plan: Plan, rounds: int = 7) -> float:
    """Return the milliseconds from one theme to the other, with the view where it takes longer."""
    window, application = _window(plan)
    changes = [partial(use_theme, application, theme) for theme in THEMES]
    highest = []
    for view in VIEWS:
        window.show_view(view)
        highest.append(_highest(changes, rounds))
    window.leave()
    return max(highest)


def _window(plan: Plan) -> tuple[MainWindow, QApplication]:
    application = made_application()
    application.setStyle(FlatStyle())
    window = MainWindow(Document(History.of(plan)), Translator(words_for("en")))
    window.resize(*SIZE)
    window.show_view(VIEWS[0])
    window.show()
    QApplication.processEvents()
    return window, application


def _highest(changes: Sequence[Callable[[], object]], rounds: int) -> float:
    """Make the changes in turn; return the highest of their medians, the first round left out."""
    times: list[list[float]] = [[] for _ in changes]
    for _ in range(rounds + 1):
        for change, each in zip(changes, times, strict=True):
            begun = time.perf_counter()
            change()
            for _ in range(_TURNS):
                QApplication.processEvents()
            each.append((time.perf_counter() - begun) * 1000)
    return max(median(each[1:]) for each in times)


if __name__ == "__main__":
    from tests.support.plans import unplaced_plan

    made = unplaced_plan()
    sys.stdout.write(f"another view: {view_switch(made):.1f} ms (bound {BOUND:g})\n")
    sys.stdout.write(f"another theme: {theme_switch(made):.1f} ms (bound {BOUND:g})\n")
