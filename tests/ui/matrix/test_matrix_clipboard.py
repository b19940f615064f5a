"""Ranges cut, copied, pasted and filled: one undo step each, or nothing at all."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from socplanner.domain.duty_edits import SetCells
from socplanner.domain.ids import RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.role_filter import RoleFilter
from socplanner.services.document import Document
from socplanner.ui.kit.cell_clipboard import LONGEST_TEXT, from_html, from_text
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.matrix_view import MatrixView
from tests.support.fresh_process import output_of
from tests.support.matrix_hands import (
    A6,
    B1,
    B2,
    B3,
    CISO,
    CONTROL,
    CSIRT,
    SHIFT,
    SOC,
    go,
    letters,
    press,
    select,
    steps,
)

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.mark.usefixtures("clipboard")
def test_cells_copied_are_pasted_elsewhere_as_one_step(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    select(view, (B1, CSIRT), (B2, SOC))
    press(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "I\tA\nI\tA\n"
    go(view, A6, CISO)
    press(view, Qt.Key.Key_V, CONTROL)
    security = view.model.parties[1].id
    assert letters(document, viewpoint, A6, CISO) == "I"
    assert letters(document, viewpoint, A6, security) == "A"
    assert letters(document, viewpoint, B1, security) == "A"
    assert steps(document) == 1


@pytest.mark.usefixtures("clipboard")
def test_one_copied_cell_fills_the_selection_in_whatever_spelling(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    QGuiApplication.clipboard().setText("Ａ，ｒ\r\n")
    select(view, (B1, CSIRT), (B3, CSIRT))
    press(view, Qt.Key.Key_V, CONTROL)
    assert [letters(document, viewpoint, role, CSIRT) for role in (B1, B2, B3)] == ["A/R"] * 3
    assert steps(document) == 1


@pytest.mark.usefixtures("clipboard")
def test_a_paste_with_something_unreadable_writes_nothing_and_names_the_cells(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    messages: list[str] = []
    view.status_message.connect(messages.append)
    QGuiApplication.clipboard().setText("R\thello\nX\tI\n")
    go(view, B1, CSIRT)
    press(view, Qt.Key.Key_V, CONTROL)
    assert letters(document, viewpoint, B1, CSIRT) == "I"
    assert steps(document) == 0
    assert messages == [
        "Nothing was pasted: 2 cells cannot be read (B-1 – SOC: “hello”, B-2 – CSIRT: “X”)."
    ]


def test_fill_down_repeats_the_topmost_cell(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    select(view, (A6, SOC), (B2, SOC))
    press(view, Qt.Key.Key_D, CONTROL)
    top = letters(document, viewpoint, A6, SOC)
    assert [letters(document, viewpoint, role, SOC) for role in (B1, B2)] == [top, top]
    assert steps(document) == 1


@pytest.mark.usefixtures("clipboard")
def test_what_is_cut_is_cleared_as_one_step_and_can_be_pasted(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    select(view, (B1, CSIRT), (B2, SOC))
    press(view, Qt.Key.Key_X, CONTROL)
    assert steps(document) == 1
    assert letters(document, viewpoint, B2, SOC) == ""
    mime = QGuiApplication.clipboard().mimeData()
    assert from_html(mime.html()) == from_text(mime.text()) == [["I", "A"], ["I", "A"]]
    go(view, A6, CSIRT)
    press(view, Qt.Key.Key_V, CONTROL)
    assert letters(document, viewpoint, B1, SOC) == "A"
    assert steps(document) == 2


@pytest.mark.usefixtures("clipboard")
def test_cells_are_copied_with_names_that_are_no_formulas(
    view: MatrixView, document: Document
) -> None:
    from dataclasses import replace

    from socplanner.domain.local_text import LocalText
    from socplanner.domain.party_edits import ChangeParty

    soc = next(party for party in document.plan.parties if party.id == SOC)
    document.perform(ChangeParty(replace(soc, name=LocalText.same("=cmd()"))))
    select(view, (B1, CSIRT), (B1, SOC))
    press(view, Qt.Key.Key_C, CONTROL | SHIFT)
    text = QGuiApplication.clipboard().text()
    assert text == "\tCSIRT\t'=cmd()\nB-1 Basic real-time analysis\tI\tA\n"


@pytest.mark.usefixtures("clipboard")
def test_a_table_without_text_is_pasted_and_a_block_repeats(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    mime = QMimeData()
    mime.setHtml("<table><tr><td>R</td><td>I</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(mime)
    select(view, (B1, CSIRT), (B3, SOC))
    press(view, Qt.Key.Key_V, CONTROL)
    assert [letters(document, viewpoint, role, SOC) for role in (B1, B2, B3)] == ["I"] * 3
    assert [letters(document, viewpoint, role, CSIRT) for role in (B1, B2, B3)] == ["R"] * 3
    assert steps(document) == 1


@pytest.mark.usefixtures("clipboard")
def test_a_paste_goes_to_the_rows_shown_and_is_reported(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    messages: list[str] = []
    view.status_message.connect(messages.append)
    b4 = RoleId("v2:B-4")
    before = letters(document, viewpoint, B2, CISO)
    document.perform(SetCells(viewpoint.phase, ((B2, SOC, Cell("")), (B3, SOC, Cell("")))))
    view.arrangement.filtering.filter(RoleFilter(party=SOC))
    go(view, B1, CISO)
    QGuiApplication.clipboard().setText("I\nI\n")
    press(view, Qt.Key.Key_V, CONTROL)
    assert letters(document, viewpoint, b4, CISO) == "I"
    assert letters(document, viewpoint, B2, CISO) == before
    assert messages == ["Pasted into the 2 rows shown; hidden roles stay as they were."]


@pytest.mark.usefixtures("clipboard")
def test_a_paste_that_does_not_fit_writes_nothing(view: MatrixView, document: Document) -> None:
    messages: list[str] = []
    view.status_message.connect(messages.append)
    view.table.go(view.model.rowCount() - 1, view.model.columnCount() - 1)
    QGuiApplication.clipboard().setText("I\tI\nI\tI\n")
    press(view, Qt.Key.Key_V, CONTROL)
    assert messages == ["Nothing was pasted: 2 × 2 cells do not fit from here on."]
    assert steps(document) == 0


def test_right_and_all_are_filled_as_one_step_each(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    select(view, (B1, CSIRT), (B2, SOC))
    press(view, Qt.Key.Key_R, CONTROL)
    assert letters(document, viewpoint, B2, SOC) == "I"
    select(view, (A6, SOC), (B2, SOC))
    press(view, Qt.Key.Key_Return, CONTROL)
    assert letters(document, viewpoint, B1, SOC) == letters(document, viewpoint, A6, SOC)
    assert steps(document) == 2


def test_a_single_row_is_filled_from_the_row_above_and_a_single_column_from_the_one_before(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    go(view, B1, SOC)
    above = letters(document, viewpoint, A6, SOC)
    press(view, Qt.Key.Key_D, CONTROL)
    assert letters(document, viewpoint, B1, SOC) == above
    press(view, Qt.Key.Key_R, CONTROL)
    assert letters(document, viewpoint, B1, SOC) == letters(document, viewpoint, B1, CSIRT)


def test_dragging_the_handle_fills_and_is_one_step(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    go(view, B1, CSIRT)
    handle = view.handle
    assert handle.isVisible()
    target = view.table.visualRect(
        view.model.index(view.model.row_of(B3), view.model.column_of(CSIRT))
    ).center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, handle.mapFromParent(target))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.mapFromParent(target))
    first = letters(document, viewpoint, B1, CSIRT)
    assert [letters(document, viewpoint, role, CSIRT) for role in (B2, B3)] == [first, first]
    assert steps(document) <= 1
    assert list(viewpoint.roles) == [B1, B2, B3]


def test_a_program_that_ends_with_cells_on_the_clipboard_ends_well() -> None:
    code = (
        "import sys\n"
        "from PySide6.QtCore import Qt, QTimer\n"
        "from PySide6.QtTest import QTest\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from socplanner.domain.history import History\n"
        "from socplanner.services.document import Document\n"
        "from socplanner.services.i18n import words_for\n"
        "from socplanner.services.translator import Translator\n"
        "from socplanner.ui.matrix.matrix_view import MatrixView\n"
        "from socplanner.ui.kit.plan_context import plan_context\n"
        "from tests.support.plans import hybrid_plan\n"
        "app = QApplication(sys.argv[:1])\n"
        "document = Document(History.of(hybrid_plan()))\n"
        "words = Translator(words_for('en'))\n"
        "view = MatrixView(plan_context(document, words, document))\n"
        "view.show()\n"
        "view.table.selectAll()\n"
        "QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)\n"
        "assert app.clipboard().mimeData().hasHtml()\n"
        "QTimer.singleShot(0, app.quit)\n"
        "app.exec()\n"
    )
    output_of(code)


@pytest.mark.usefixtures("clipboard")
def test_a_clipboard_larger_than_any_matrix_is_not_read(
    view: MatrixView, document: Document
) -> None:
    messages: list[str] = []
    view.status_message.connect(messages.append)
    go(view, B1, SOC)
    QGuiApplication.clipboard().setText("\t" * (LONGEST_TEXT + 1))
    press(view, Qt.Key.Key_V, CONTROL)
    assert messages == ["Nothing was pasted: there is too much on the clipboard."]
    assert steps(document) == 0
