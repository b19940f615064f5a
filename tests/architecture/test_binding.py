"""Canaries for the binding: PySide6 6.12.0 on Python 3.11 loses a reference at each call."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

CALLS = 2_000


class Sender(QObject):
    """Sends a truth."""

    told = Signal(bool)
    bare = Signal()


def test_emitting_keeps_the_references_of_true(qapp: QApplication) -> None:
    sender = Sender()
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        sender.told.emit(True)
    assert abs(sys.getrefcount(True) - before) < CALLS // 10


def test_calls_that_return_nothing_keep_the_references_of_none(qapp: QApplication) -> None:
    widget, sender = QWidget(), Sender()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.update()
        sender.bare.emit()
    assert abs(sys.getrefcount(None) - before) < CALLS // 10
