"""Copied cards are on the clipboard as text, as a table and as a picture at once."""

from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.kit.cell_clipboard import from_html, from_text
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support.plans import big_plan

A1, B3 = RoleId("v2:A-1"), RoleId("v2:B-3")
ROWS = [
    ["Code", "Name", "Area", "Sourcing", "Accountable", "Responsible"],
    ["A-1", "Overall policy management", "Area I", "In-house", "CISO", "Security management"],
    ["B-3", "Triage information gathering", "Area II", "Both", "SOC", "SOC, Monitoring provider"],
]


def copy(board: BoardView) -> None:
    """Copy as the Edit menu does."""
    board.edit_commands()["copy"]()


def test_cards_are_copied_as_text_table_and_picture(
    board: BoardView, viewpoint: Viewpoint, qtbot: QtBot
) -> None:
    viewpoint.select([A1, B3])
    with qtbot.waitSignal(board.status_message) as shown:
        copy(board)
    assert shown.args == ["2 cards copied"]
    mime = QGuiApplication.clipboard().mimeData()
    assert from_text(mime.text()) == ROWS
    assert from_html(mime.html()) == ROWS
    image = QImage(mime.imageData())
    style = board.list.placement.arrangement.style
    assert image.height() >= 2 * style.height
    assert image.width() >= 4 * style.least_width


def test_without_a_selection_the_clipboard_stays(board: BoardView) -> None:
    QGuiApplication.clipboard().setText("kept")
    board.list.clearSelection()
    copy(board)
    assert QGuiApplication.clipboard().text() == "kept"


def test_the_table_is_in_the_language_of_the_window(
    board: BoardView, viewpoint: Viewpoint, translator: Translator
) -> None:
    viewpoint.select([A1])
    translator.set_language("ja")
    copy(board)
    rows = from_text(QGuiApplication.clipboard().mimeData().text())
    assert rows[1][:3] == ["A-1", "全体方針管理", "領域I"]


def test_many_cards_are_copied_without_a_picture(board: BoardView, document: Document) -> None:
    document.open(History.of(big_plan(400, 4)))
    board.list.selectAll()
    copy(board)
    mime = QGuiApplication.clipboard().mimeData()
    assert len(from_text(mime.text())) == 401
    assert not mime.hasImage()


def test_cards_of_a_folded_lane_are_copied_too(board: BoardView, viewpoint: Viewpoint) -> None:
    viewpoint.select([A1])
    board.model.options.fold_lane(board.model.lane(board.model.row_of(A1)))
    copy(board)
    assert QGuiApplication.clipboard().mimeData().hasImage()
