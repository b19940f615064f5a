"""The bar of notices: announced, closed by key, mouse or time, and never a problem by time."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from socplanner.services.i18n import words_for
from socplanner.ui.kit import notice_bar
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.ui.kit.notice_bar import NoticeBar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[NoticeBar]:
    """Return a bar at the foot of a window."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    bar = NoticeBar(window)
    column.addStretch(1)
    column.addWidget(bar)
    window.resize(640, 200)
    with qtbot.waitActive(window):
        window.show()
    yield bar  # the window must stay referenced
    window.close()


def show(bar: NoticeBar, kind: NoticeKind, remedy: Remedy | None = None) -> None:
    """Show a notice of `kind`."""
    bar.show_notice(Notice(kind, "Exported: a.xlsx", remedy), words_for("en"))


def test_without_a_notice_there_is_no_bar(bar: NoticeBar) -> None:
    assert not bar.isVisible()
    assert bar.text() == ""
    bar.dismiss()
    assert not bar.isVisible()


def test_the_remedy_is_done_once_and_closes_the_notice(bar: NoticeBar) -> None:
    done: list[bool] = []
    show(bar, NoticeKind.DONE, Remedy("Open the folder", lambda: done.append(True)))
    assert bar.isVisible()
    assert bar.remedy.isVisible()
    assert bar.remedy.text() == "Open the folder"
    QTest.mouseClick(bar.remedy, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert not bar.isVisible()
    show(bar, NoticeKind.DONE)
    assert not bar.remedy.isVisible()


@pytest.mark.parametrize("how", ["button", "escape"])
def test_a_notice_is_closed(qtbot: QtBot, bar: NoticeBar, how: str) -> None:
    show(bar, NoticeKind.PROBLEM)
    with qtbot.waitSignal(bar.closed):
        if how == "button":
            QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
        else:
            bar.close_button.setFocus()
            QTest.keyClick(bar.close_button, Qt.Key.Key_Escape)
    assert bar.text() == ""


@pytest.mark.parametrize("kind", [NoticeKind.DONE, NoticeKind.HINT])
def test_what_is_no_problem_disappears(
    qtbot: QtBot, bar: NoticeBar, monkeypatch: pytest.MonkeyPatch, kind: NoticeKind
) -> None:
    monkeypatch.setattr(notice_bar, "SHOWN_FOR", 20)
    with qtbot.waitSignal(bar.closed):
        show(bar, kind)


def test_a_problem_stays(bar: NoticeBar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notice_bar, "SHOWN_FOR", 20)
    show(bar, NoticeKind.DONE)
    show(bar, NoticeKind.PROBLEM)
    QTest.qWait(80)
    assert bar.isVisible()


def test_a_notice_stays_while_it_has_the_keyboard(
    qtbot: QtBot, bar: NoticeBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice_bar, "SHOWN_FOR", 20)
    show(bar, NoticeKind.DONE)
    bar.close_button.setFocus()
    QTest.qWait(80)
    assert bar.isVisible()
    bar.close_button.clearFocus()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_a_long_text_wraps_and_the_buttons_stay_in_the_bar(bar: NoticeBar) -> None:
    remedy = Remedy("Open another…", bar.isVisible)
    bar.show_notice(Notice(NoticeKind.PROBLEM, "word " * 80, remedy), words_for("en"))
    QTest.qWait(20)
    assert bar.height() > 3 * bar.fontMetrics().height()
    for button in (bar.remedy, bar.close_button):
        assert bar.rect().contains(button.geometry())


def test_a_screen_reader_finds_text_and_buttons(bar: NoticeBar) -> None:
    show(bar, NoticeKind.DONE, Remedy("Open the folder", bar.isVisible))
    names = [
        QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        for each in (bar, bar.remedy, bar.close_button)
    ]
    assert names == ["Exported: a.xlsx", "Open the folder", "Close the notice"]


def test_a_markup_text_is_shown_as_it_is(bar: NoticeBar) -> None:
    bar.show_notice(Notice(NoticeKind.HINT, "<b>a & b</b>"), words_for("en"))
    assert bar.text() == "<b>a & b</b>"


def test_a_notice_waits_while_another_program_is_in_front(
    qtbot: QtBot, bar: NoticeBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice_bar, "SHOWN_FOR", 20)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
    show(bar, NoticeKind.HINT)
    qtbot.wait(100)
    assert bar.isVisible()
    other.close()
    with qtbot.waitActive(bar.window()):
        bar.window().activateWindow()
    with qtbot.waitSignal(bar.closed):
        for button in (bar.remedy, bar.close_button):
            button.clearFocus()
