"""The board of a plan of 54 roles, as large as it is in a small window."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.board.board_list import BoardList
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support import drag
from tests.support.contexts import context_of

LEAST = (860, 560)


@pytest.fixture
def board(
    qtbot: QtBot,
    document: Document,
    viewpoint: Viewpoint,
    checking: Checking,
    translator: Translator,
) -> Iterator[BoardView]:
    """Yield the board, shown and with the focus.

    A drag that is still above it is taken away: Qt remembers the widget, gone or not, and sends it
    the next one.
    """
    view = BoardView(context_of(document, translator, viewpoint, checking))
    qtbot.addWidget(view)
    view.resize(*LEAST)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.list.hasFocus)
    yield view
    drag.leave(view.list)


@pytest.fixture
def cards(board: BoardView) -> BoardList:
    """Return the list of the board."""
    return board.list
