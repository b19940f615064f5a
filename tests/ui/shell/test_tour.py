"""The tour: five hints beside what they are about, until it is skipped or seen to its end."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.history import History
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.kit.appearance import use_theme
from socplanner.ui.shell.main_window import MainWindow
from socplanner.ui.shell.tour import Tour
from socplanner.ui.tour.hints import HINTS
from tests.support.plans import hybrid_plan


@pytest.fixture(params=["en", "ja"])
def window(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    """Return the window with a plan, shown."""
    translator = Translator(words_for(request.param))
    window = MainWindow(Document(History.of(hybrid_plan())), translator)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show_view("board")
    with qtbot.waitActive(window):
        window.show()
    yield window
    window._may_close = True


@pytest.fixture
def tour(window: MainWindow) -> Tour:
    """Return the tour with its first hint."""
    tour = Tour(window)
    tour.start(with_focus=False)
    return tour


def wait_for_layout(tour: Tour) -> None:
    """Wait until the window is laid out and the card has its place."""
    QTest.qWait(100)
    while tour._timer.isActive():
        QTest.qWait(100)


def card_rect(tour: Tour, window: MainWindow) -> QRect:
    """Return where the card is in the window."""
    return QRect(tour.card.mapTo(window, tour.card.rect().topLeft()), tour.card.size())


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (1000, 640)])
@pytest.mark.parametrize("ratio", [1, 2])
def test_no_hint_covers_what_it_is_about(
    qtbot: QtBot,
    tour: Tour,
    window: MainWindow,
    qapp: QApplication,
    size: tuple[int, int],
    ratio: int,
) -> None:
    def stands_beside() -> bool:
        card, ring = card_rect(tour, window), tour.ring.geometry()
        is_beside = not card.intersects(ring.adjusted(4, 4, -4, -4))
        text = tour.card.text
        is_whole = text.height() >= text.heightForWidth(text.width())
        return tour.card.isVisible() and window.rect().contains(card) and is_beside and is_whole

    usual, larger = qapp.font(), qapp.font()
    larger.setPointSizeF(usual.pointSizeF() * ratio)
    qapp.setFont(larger)
    try:
        window.resize(*size)
        wait_for_layout(tour)
        for _ in HINTS:
            qtbot.waitUntil(stands_beside)
            tour.go_on()
            wait_for_layout(tour)
    finally:
        qapp.setFont(usual)


def test_the_tour_ends_after_its_last_hint(qtbot: QtBot, tour: Tour) -> None:
    for _ in HINTS[1:]:
        assert not tour.card.skip.isHidden()
        tour.card.next.click()
    assert tour.card.skip.isHidden()
    with qtbot.waitSignal(tour.ended):
        tour.card.next.click()
    assert not tour.is_shown
    assert not tour.ring.isVisible()


@pytest.mark.parametrize("how", ["skip", "escape"])
def test_the_tour_is_skipped(qtbot: QtBot, tour: Tour, window: MainWindow, how: str) -> None:
    with qtbot.waitSignal(tour.ended):
        if how == "skip":
            tour.card.skip.click()
        else:
            QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not tour.is_shown


def test_a_field_of_text_keeps_its_escape(tour: Tour, window: MainWindow) -> None:
    window.strip.search.setFocus()
    QTest.keyClicks(window.strip.search, "SOC")
    QTest.keyClick(window.strip.search, Qt.Key.Key_Escape)
    assert tour.is_shown
    assert window.strip.search.text() == ""


def test_a_tour_that_was_requested_has_the_keyboard_and_gives_it_back(
    qtbot: QtBot, tour: Tour, window: MainWindow
) -> None:
    tour.end()
    view = window.area.current_view()
    assert view is not None
    view.setFocus()
    before = QApplication.focusWidget()
    tour.start(with_focus=True)
    assert QApplication.focusWidget() is tour.card.next
    QTest.keyClick(tour.card.next, Qt.Key.Key_Space)
    QTest.keyClick(tour.card.next, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is tour.card.skip
    QTest.keyClick(tour.card.skip, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is before


def test_the_window_works_meanwhile(tour: Tour, window: MainWindow) -> None:
    window.show_view("matrix")
    if window.inspector.isVisible():
        window.actions_["show-inspector"].trigger()
    wait_for_layout(tour)
    assert tour.card.isVisible()
    tour.go_on()
    tour.go_on()
    wait_for_layout(tour)
    button = window.bar.tools["show-inspector"]
    place = QRect(button.mapTo(window, button.rect().topLeft()), button.size())
    assert tour.ring.geometry().contains(place)


def test_the_card_leaves_and_returns_with_the_plan(tour: Tour, window: MainWindow) -> None:
    page = type(tour.card)(window)
    window.show_page(page)
    wait_for_layout(tour)
    assert not tour.card.isVisible()
    assert not tour.ring.isVisible()
    window.show_page(None)
    wait_for_layout(tour)
    assert tour.card.isVisible()
    assert tour.ring.isVisible()


def test_a_screen_reader_reads_number_title_and_text(tour: Tour) -> None:
    interface = QAccessible.queryAccessibleInterface(tour.card)
    name = interface.text(QAccessible.Text.Name)
    assert name.endswith(tour.card.title.text())
    assert tour.card.announcement() == f"{name}. {tour.card.text.text()}"
    assert tour.card.text.text() in tour.card.next.accessibleDescription()


def test_language_and_theme_change_with_the_window(
    tour: Tour, window: MainWindow, qapp: QApplication
) -> None:
    before = tour.card.title.text()
    translator = window.context.translator
    translator.set_language("ja" if translator.words.language == "en" else "en")
    assert tour.card.title.text() != before
    ink = tour.card.title.palette().windowText().color()
    use_theme(qapp, "dark")
    QTest.qWait(60)
    try:
        assert tour.card.title.palette().windowText().color() != ink
    finally:
        use_theme(qapp, "system")


def test_a_tour_that_ended_begins_again(tour: Tour) -> None:
    tour.go_on()
    tour.end()
    tour.end()
    tour.start(with_focus=False)
    assert tour.card.title.text() in (HINTS[0].title, "役割を並べる")
