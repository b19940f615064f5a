"""What looking around in a large matrix costs: a page further, and other lines shown."""

import time
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socplanner.domain.history import History
from socplanner.domain.plan import Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.line_order import CANONICAL, LineOrder, SortedBy
from socplanner.ui.matrix.matrix_view import MatrixView
from tests.benchmarks.matrix_letter import made_application, shown
from tests.support.contexts import context_of

PAGE_BOUND = 16.0
ARRANGE_BOUND = 100.0


def page(plan: Plan, rounds: int) -> float:
    """Return the milliseconds from Page Down to the painted page."""
    view = _view(plan)
    try:
        times = []
        for _ in range(rounds):
            begun = time.perf_counter()
            QTest.keyClick(view.table, Qt.Key.Key_PageDown)
            QApplication.processEvents()
            times.append((time.perf_counter() - begun) * 1000)
        return median(times)
    finally:
        view.close()


def sorting(plan: Plan, rounds: int) -> float:
    """Return the milliseconds from a click that sorts by a party to the painted lines."""
    view = _view(plan)
    order = LineOrder(SortedBy.PARTY, plan.parties[1].id)
    try:
        times = []
        for turn in range(rounds):
            begun = time.perf_counter()
            view.arrangement.sort(CANONICAL if turn % 2 else order)
            QApplication.processEvents()
            times.append((time.perf_counter() - begun) * 1000)
        return median(times)
    finally:
        view.close()


def _view(plan: Plan) -> MatrixView:
    made_application()
    document = Document(History.of(plan))
    viewpoint, checking = Viewpoint(document), Checking(document)
    view = MatrixView(context_of(document, Translator(words_for("en")), viewpoint, checking))
    shown(view)
    view.table.go(1, 0)
    return view
