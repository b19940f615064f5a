"""What one key typed into the palette costs, against a bare field that filters a list.

`ours` goes the whole way: key, search in roles, parties, findings, notes, views and commands in
both languages, rows, painted list; the typing errors in `TEXT` make the matcher work. `baseline` is
a QLineEdit above a QListView whose strings, one a role, Qt filters. Both wait for the repaint that
Qt itself finds due. The figure is that of the slowest key of `TEXT`.
"""

import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListView,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.history import History
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.kit.actions import Actions
from socplanner.ui.palette.command_palette import CommandPalette
from socplanner.ui.shell.views import ACTIONS
from tests.benchmarks.matrix_letter import made_application, shown
from tests.benchmarks.paint_notice import PaintNotice
from tests.support.contexts import context_of

TEXT = "netwrok forensics analisys"
BOUND = 50.0
_PATIENCE = 0.5


def ours(plan: Plan, rounds: int) -> float:
    """Return the milliseconds of the slowest key typed into the palette over `plan`."""
    made_application()
    window = QMainWindow()
    document = Document(History.of(plan))
    context = context_of(document, Translator(words_for("en")))
    actions = Actions(ACTIONS, int, window)
    actions.retranslate(context.translator.words)
    palette = CommandPalette(context, actions, window)
    shown(window)
    palette.open()
    palette.search.complete()
    try:
        return _slowest(palette.panel.field, rounds)
    finally:
        palette.cancel()
        window.close()


def baseline(plan: Plan, rounds: int) -> float:
    """Return the milliseconds of the slowest key of a bare list as long as `plan`."""
    made_application()
    bare = _BareSearch([f"{role.code} {role.name.en}" for role in plan.roles()])
    shown(bare)
    try:
        return _slowest(bare.field, rounds)
    finally:
        bare.close()


class _BareSearch(QWidget):
    """A field above a list of the strings that contain its text."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        filtered = QSortFilterProxyModel(self)
        filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        filtered.setSourceModel(QStringListModel(texts, self))
        self.field.textChanged.connect(filtered.setFilterFixedString)
        view = QListView(self)
        view.setModel(filtered)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(view)


def _slowest(field: QLineEdit, rounds: int) -> float:
    """Type `TEXT` so many times; return the highest of the median times of its keys."""
    painted = PaintNotice(field)
    times: dict[int, list[float]] = defaultdict(list)
    for _ in range(rounds + 1):
        field.clear()
        QApplication.processEvents()
        for place, letter in enumerate(TEXT):
            times[place].append(_timed(painted, partial(QTest.keyClicks, field, letter)))
    return max(median(each[1:]) for each in times.values())


def _timed(painted: PaintNotice, work: Callable[[], object]) -> float:
    painted.is_done = False
    begun = time.perf_counter()
    work()
    while not painted.is_done and time.perf_counter() - begun < _PATIENCE:
        QApplication.processEvents()
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    from tests.support.plans import big_plan, unplaced_plan

    for made in (unplaced_plan(), big_plan()):
        mine, bare = ours(made, 5), baseline(made, 5)
        sys.stdout.write(
            f"{sum(1 for _ in made.roles())} roles: {mine:.1f} ms, bare {bare:.1f} ms\n"
        )
