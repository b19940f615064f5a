"""What nobody caught is logged and told once, in the main thread, and the program goes on."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, qWarning
from pytestqt.qtbot import QtBot

from socplanner.services.crash import CrashGuard
from socplanner.services.logs import Log

pytestmark = pytest.mark.qt_no_exception_capture


class Sender(QObject):
    """Something with a signal."""

    happened = Signal()


@pytest.fixture
def log(tmp_path: Path) -> Log:
    """Return a log with nothing in it."""
    return Log(tmp_path / "a.log")


@pytest.fixture
def guard(qapp: object, log: Log, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashGuard]:
    """Return a guard that stands."""
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    guard = CrashGuard(log)
    guard.install()
    yield guard
    guard.remove()


def fail() -> None:
    """Fail."""
    raise ValueError("the name of a customer")


def fail_elsewhere() -> None:
    """Fail at another line."""
    raise ValueError


def test_an_exception_in_a_slot_is_reported_in_full_and_logged_without_its_message(
    qtbot: QtBot, guard: CrashGuard, log: Log
) -> None:
    sender = Sender()
    sender.happened.connect(fail)
    with qtbot.waitSignal(guard.crashed) as messages:
        sender.happened.emit()
    assert "the name of a customer" in messages.args[0]
    written = log.place.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "customer" not in written


def test_each_place_is_reported_once(qtbot: QtBot, guard: CrashGuard, log: Log) -> None:
    messages: list[str] = []
    guard.crashed.connect(messages.append)
    for slot in (fail, fail, fail_elsewhere, fail):
        QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: len(messages) == 2)
    assert len(log.place.read_text(encoding="utf-8").splitlines()) == 4


def test_no_error_is_reported_while_another_one_is(
    qtbot: QtBot, guard: CrashGuard, qapp: QCoreApplication
) -> None:
    messages: list[str] = []

    def stand_open(details: str) -> None:
        messages.append(details)
        sender.happened.emit()
        qapp.processEvents()

    sender = Sender()
    sender.happened.connect(fail_elsewhere)
    guard.crashed.connect(stand_open)
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: bool(messages))
    qapp.processEvents()
    assert len(messages) == 1


def test_an_exception_in_a_thread_is_reported_in_the_main_one(
    qtbot: QtBot, guard: CrashGuard
) -> None:
    received: list[threading.Thread] = []
    guard.crashed.connect(lambda _: received.append(threading.current_thread()))
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(received))
    assert received == [threading.main_thread()]


def test_ctrl_c_is_an_interruption_and_no_crash(qtbot: QtBot, guard: CrashGuard, log: Log) -> None:
    with qtbot.waitSignal(guard.interrupted), qtbot.assertNotEmitted(guard.crashed):
        guard.catch(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not log.place.exists()


def test_a_warning_of_qt_is_logged(guard: CrashGuard, log: Log) -> None:
    qWarning("a warning")
    assert "Qt warning" in log.place.read_text(encoding="utf-8")


def test_without_a_terminal_errors_are_still_reported(
    qtbot: QtBot, guard: CrashGuard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with qtbot.waitSignal(guard.crashed):
        QTimer.singleShot(0, fail)


def test_a_guard_that_is_removed_leaves_everything_as_it_was(qapp: object, log: Log) -> None:
    before = sys.excepthook, threading.excepthook
    guard = CrashGuard(log)
    guard.install()
    assert sys.excepthook != before[0]
    guard.remove()
    assert (sys.excepthook, threading.excepthook) == before
