"""The strip above the board chooses lanes and sizes of cards; what does not fit is in a menu."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.board_choices import LANE_KINDS, LaneKind
from socplanner.domain.local_text import Language
from socplanner.services.settings import BoardChoices
from socplanner.services.translator import Translator
from socplanner.ui.board.board_strip import BoardStrip
from socplanner.ui.board.board_view import BoardView


@pytest.fixture
def strip(board: BoardView, qtbot: QtBot) -> BoardStrip:
    """Return the strip of the board, wide."""
    widget = board.choices()
    assert isinstance(widget, BoardStrip)
    assert widget.isHidden()
    widget.fill()
    widget.resize(1400, 36)
    widget.show()
    return widget


def test_a_click_shows_other_lanes(board: BoardView, strip: BoardStrip) -> None:
    assert board.choices() is strip
    strip.lanes.buttons["sourcing"].click()
    assert board.model.options.choices.lanes == "sourcing"
    assert "insource" in board.list.counts()


def test_a_click_chooses_the_size_of_cards(board: BoardView, strip: BoardStrip) -> None:
    strip.sizes.buttons["large"].click()
    assert board.model.options.choices.card_size == "large"
    assert strip.sizes.buttons["large"].accessibleName() == "Large cards"


@pytest.mark.parametrize("width", [1400, 640, 420, 200])
def test_lanes_that_do_not_fit_are_in_the_menu(strip: BoardStrip, width: int) -> None:
    strip.resize(width, 36)
    shown = [kind for kind, each in strip.lanes.buttons.items() if each.isVisibleTo(strip)]
    assert shown == list(LANE_KINDS[: len(shown)])
    assert strip.menu_button.isVisibleTo(strip) == (len(shown) < len(LANE_KINDS))
    assert strip.minimumSizeHint().width() <= max(width, 200)


@pytest.mark.parametrize("kind", LANE_KINDS)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_is_clipped_at_any_width(
    board: BoardView,
    strip: BoardStrip,
    translator: Translator,
    kind: LaneKind,
    language: Language,
) -> None:
    translator.set_language(language)
    board.model.options.choose(BoardChoices(lanes=kind))
    QApplication.processEvents()  # the widths of the other language reach the strip
    for width in range(1000, 100, -7):
        strip.resize(width, 36)
        QApplication.sendPostedEvents(strip, QEvent.Type.LayoutRequest)
        shown = (strip.lanes, strip.menu_button, strip.sizes)
        needed = [each for each in shown if each.isVisibleTo(strip)]
        if width >= strip.minimumSizeHint().width():
            assert [each.width() >= each.sizeHint().width() for each in needed] == [
                True for _ in needed
            ], width


def test_the_menu_has_every_kind_and_names_the_chosen_one(
    board: BoardView, strip: BoardStrip, translator: Translator
) -> None:
    strip.resize(200, 36)
    menu = strip.menu_button.menu()
    menu.aboutToShow.emit()
    actions = menu.actions()
    assert [action.data() for action in actions] == list(LANE_KINDS)
    menu.triggered.emit(actions[-1])
    assert board.model.options.choices.lanes == "change"
    assert strip.menu_button.text() == "Lanes: Changes"
    translator.set_language("ja")
    assert strip.menu_button.text() == "レーン: 変更点"
