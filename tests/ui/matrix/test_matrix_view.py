"""The matrix under the hands: keys, mouse, clipboard, selection; one undo step a gesture."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.duty_edits import SetCells
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.matrix.cell_clipboard import from_html, from_text
from socplanner.ui.matrix.letters_popup import LettersPopup
from socplanner.ui.matrix.line_order import SortedBy
from socplanner.ui.matrix.matrix_view import MatrixView
from socplanner.ui.matrix.role_filter import RoleFilter
from socplanner.ui.viewpoint import Viewpoint

A6, B1, B2, B3 = (RoleId(f"v2:{code}") for code in ("A-6", "B-1", "B-2", "B-3"))
CISO, CSIRT, SOC = PartyId("ciso"), PartyId("csirt"), PartyId("soc")
SHIFT = Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CONTROL = Qt.KeyboardModifier.ControlModifier
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave the clipboard empty."""
    yield
    QGuiApplication.clipboard().clear()


def go(view: MatrixView, role: RoleId, party: PartyId) -> None:
    """Put the cursor on a cell."""
    at = view.model.index(view.model.row_of(role), view.model.column_of(party))
    view.table.setCurrentIndex(at)


def select(view: MatrixView, first: tuple[RoleId, PartyId], last: tuple[RoleId, PartyId]) -> None:
    """Select the rectangle between two cells."""
    model = view.model
    corners = [
        model.index(model.row_of(role), model.column_of(party)) for role, party in (first, last)
    ]
    view.table.setCurrentIndex(corners[0])
    view.table.selectionModel().select(QItemSelection(*corners), _SELECT)


def at(view: MatrixView) -> tuple[str, PartyId]:
    """Return role and party under the cursor."""
    index = view.table.currentIndex()
    role = view.model.lines[index.row()].role
    assert role is not None
    return role.code, view.model.parties[index.column()].id


def letters(document: Document, viewpoint: Viewpoint, role: RoleId, party: PartyId) -> str:
    """Return the letters of a cell."""
    return duty(document.plan, viewpoint.phase, role).letters.get(party, "")


def steps(document: Document) -> int:
    """Return how many steps can be undone."""
    return document.history.index


def press(view: MatrixView, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """Press a key over the table."""
    QTest.keyClick(view.table, key, held or Qt.KeyboardModifier.NoModifier)


def test_a_letter_replaces_shift_adds_and_takes_delete_clears(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    go(view, B1, CSIRT)
    seen = [letters(document, viewpoint, B1, CSIRT)]
    for key, held in ((Qt.Key.Key_R, None), (Qt.Key.Key_A, SHIFT), (Qt.Key.Key_R, SHIFT)):
        press(view, key, held)
        seen.append(letters(document, viewpoint, B1, CSIRT))
    press(view, Qt.Key.Key_Delete)
    seen.append(letters(document, viewpoint, B1, CSIRT))
    assert seen == ["C", "R", "A/R", "A", ""]
    assert steps(document) == 4
    document.undo()
    assert letters(document, viewpoint, B1, CSIRT) == "A"


def test_a_question_mark_is_undecided_and_full_width_letters_count(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    go(view, B1, CSIRT)
    QTest.keyClicks(view.table, "?")
    assert letters(document, viewpoint, B1, CSIRT) == "?"
    press(view, Qt.Key.Key_Backspace)
    assert letters(document, viewpoint, B1, CSIRT) == ""


def test_other_letters_and_commands_leave_the_cell_alone(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    go(view, B1, CSIRT)
    QTest.keyClicks(view.table, "xz9")
    press(view, Qt.Key.Key_I, CONTROL)
    press(view, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert letters(document, viewpoint, B1, CSIRT) == "C"
    assert steps(document) == 0


def test_enter_goes_down_over_the_band_and_tab_right_into_the_next_line(view: MatrixView) -> None:
    go(view, A6, SOC)
    press(view, Qt.Key.Key_Return)
    assert at(view) == ("B-1", SOC)
    press(view, Qt.Key.Key_Return, SHIFT)
    assert at(view) == ("A-6", SOC)
    last = view.model.parties[-1].id
    go(view, A6, last)
    press(view, Qt.Key.Key_Tab)
    assert at(view) == ("B-1", view.model.parties[0].id)
    press(view, Qt.Key.Key_Backtab)
    assert at(view) == ("A-6", last)
    press(view, Qt.Key.Key_Down)
    assert at(view) == ("B-1", last)


def test_a_letter_is_written_into_every_selected_cell_as_one_step(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    select(view, (A6, CSIRT), (B2, SOC))
    press(view, Qt.Key.Key_I)
    for role in (A6, B1, B2):
        for party in (CSIRT, SOC):
            assert letters(document, viewpoint, role, party) == "I"
    assert steps(document) == 1
    document.undo()
    assert letters(document, viewpoint, B1, SOC) == "A"


def test_f2_opens_boxes_and_closing_them_writes_once(
    qtbot: QtBot, view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    go(view, B1, SOC)
    press(view, Qt.Key.Key_F2)
    popup = view.findChild(LettersPopup)
    assert popup is not None
    assert popup.boxes["A"].isChecked()
    assert popup.boxes["R"].accessibleName() or popup.boxes["R"].text() == "R Responsible"
    QTest.keyClick(popup, Qt.Key.Key_R)
    QTest.keyClick(popup, Qt.Key.Key_I)
    assert steps(document) == 0
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert letters(document, viewpoint, B1, SOC) == "A/R/I"
    assert steps(document) == 1


def test_escape_calls_the_boxes_off(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    go(view, B1, SOC)
    press(view, Qt.Key.Key_Space)
    popup = view.findChild(LettersPopup)
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_R)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert letters(document, viewpoint, B1, SOC) == "A"


def test_a_double_click_opens_the_boxes(view: MatrixView) -> None:
    index = view.model.index(view.model.row_of(B1), view.model.column_of(SOC))
    view.table.scrollTo(index)
    place = view.table.visualRect(index).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    popup = view.findChild(LettersPopup)
    assert popup is not None
    popup.close()


@pytest.mark.usefixtures("clipboard")
def test_cells_copied_are_pasted_elsewhere_as_one_step(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    select(view, (B1, CSIRT), (B2, SOC))
    press(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "C\tA\nC\tA\n"
    go(view, A6, CISO)
    press(view, Qt.Key.Key_V, CONTROL)
    security = view.model.parties[1].id
    assert letters(document, viewpoint, A6, CISO) == "C"
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
    told: list[str] = []
    view.told.connect(told.append)
    QGuiApplication.clipboard().setText("R\thello\nX\tI\n")
    go(view, B1, CSIRT)
    press(view, Qt.Key.Key_V, CONTROL)
    assert letters(document, viewpoint, B1, CSIRT) == "C"
    assert steps(document) == 0
    assert told == [
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


def test_the_selection_is_shared_both_ways(view: MatrixView, viewpoint: Viewpoint) -> None:
    select(view, (B1, CSIRT), (B2, SOC))
    assert list(viewpoint.roles) == [B1, B2]
    viewpoint.select([B3])
    assert at(view)[0] == "B-3"
    assert list(viewpoint.roles) == [B3]
    viewpoint.select([])
    assert not view.table.selectionModel().hasSelection()


def test_a_selection_made_elsewhere_is_there_when_the_view_is_made(
    view: MatrixView, viewpoint: Viewpoint
) -> None:
    viewpoint.select([B1, B3])
    rows = {index.row() for index in view.table.selectionModel().selectedIndexes()}
    assert rows == {view.model.row_of(B1), view.model.row_of(B3)}


def test_a_jump_shows_the_cell_even_if_a_search_hides_it(view: MatrixView) -> None:
    view.set_filter("forensics")
    view.jump_to(B1, SOC)
    assert at(view) == ("B-1", SOC)
    assert view.model.row_of(B1) >= 0


def test_a_search_finds_code_name_function_and_party(
    view: MatrixView, translator: Translator
) -> None:
    assert view.set_filter("b-1") == 1
    assert view.set_filter("FORENSIC") == 2
    assert view.set_filter("deep analysis") >= 5
    assert 0 < view.set_filter("consultant") < 54
    assert view.set_filter("nothing of the kind") == 0
    assert view.set_filter("") == 54
    assert view.model.rowCount() == 9 + 54


def test_a_right_click_asks_for_the_menu_of_the_role(qtbot: QtBot, view: MatrixView) -> None:
    with qtbot.waitSignal(view.context_requested):
        view.table.customContextMenuRequested.emit(view.table.rect().center())


def test_twelve_parties_fit_without_scrolling(
    qtbot: QtBot, view: MatrixView, document: Document, translator: Translator
) -> None:
    from socplanner.domain.local_text import LocalText
    from socplanner.domain.party_edits import AddParty
    from socplanner.domain.plan import Party

    for number in (1, 2):
        party = Party(PartyId(f"more-{number}"), "authority", LocalText("警察", "Police"))
        document.perform(AddParty(party))
    for language in ("en", "ja"):
        translator.use(words_for(language))
        header = view.table.horizontalHeader()
        assert header.length() <= view.table.viewport().width()


def test_the_load_stands_under_its_columns(view: MatrixView) -> None:
    table, load = view.table, view.load
    for column in range(view.model.columnCount()):
        assert load.columnWidth(column) == table.columnWidth(column)
    assert load.verticalHeader().width() == table.verticalHeader().width()
    table.setColumnWidth(2, 90)
    assert load.columnWidth(2) == 90


def test_everything_has_a_name(view: MatrixView) -> None:
    assert view.table.accessibleName()
    assert view.table.accessibleDescription()
    assert view.load.accessibleName()


def test_arrows_and_pages_find_their_way_from_nowhere_and_over_bands(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    assert at(view) == ("A-1", CISO)
    press(view, Qt.Key.Key_R)
    assert letters(document, viewpoint, RoleId("v2:A-1"), CISO) == "R"
    visited = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown):
        press(view, key)
        visited.append(view.table.currentIndex().row())
    assert visited == sorted(set(visited))
    assert at(view)[0] == "I-6"
    for _ in visited:
        press(view, Qt.Key.Key_PageUp)
    assert at(view)[0] == "A-1"


def test_the_head_of_a_line_chooses_the_role_and_not_its_cells(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    header = view.table.verticalHeader()

    def click(role: RoleId, held: Qt.KeyboardModifier) -> None:
        row = view.model.row_of(role)
        place = QPoint(30, header.sectionViewportPosition(row) + 8)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, held, place)

    click(B1, Qt.KeyboardModifier.NoModifier)
    assert list(viewpoint.roles) == [B1]
    click(B3, SHIFT)
    assert list(viewpoint.roles) == [B1, B2, B3]
    click(A6, CONTROL)
    assert list(viewpoint.roles) == [A6, B1, B2, B3]
    click(B2, Qt.KeyboardModifier.NoModifier)
    press(view, Qt.Key.Key_I)
    cells = document.history.undo_edit
    assert isinstance(cells, SetCells)
    assert len(cells.cells) == 1


def test_a_search_holds_for_the_next_plan_too(
    view: MatrixView, document: Document, plan: Plan
) -> None:
    view.set_filter("b-1")
    document.open(History.of(plan))
    assert view.model.row_of(A6) == -1
    assert view.model.row_of(B1) >= 0


def test_ctrl_tab_leaves_the_table_either_way(
    qtbot: QtBot,
    document: Document,
    viewpoint: Viewpoint,
    checking: Checking,
    translator: Translator,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    before, after = QLineEdit(window), QLineEdit(window)
    view = MatrixView(document, viewpoint, checking, translator, window)
    for widget in (before, view, after):
        row.addWidget(widget)
    QWidget.setTabOrder(before, view.table)
    QWidget.setTabOrder(view.table, after)
    window.show()
    for back, expected in ((False, after), (True, before)):
        view.table.setFocus()
        held = CONTROL | SHIFT if back else CONTROL
        press(view, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, held)
        assert window.focusWidget() is expected


def test_a_screen_reader_finds_heads_and_cells_in_words(view: MatrixView) -> None:
    table = QAccessible.queryAccessibleInterface(view.table)
    said = [table.child(place).text(QAccessible.Text.Name) for place in range(40)]
    assert "A-1 Overall policy management – CISO: Accountable" in said
    assert any(text.startswith("CISO (Internal)\n") for text in said)
    assert "A. Operation of the security response organisation" in said


def coloured(view: MatrixView, ground: str, text: str) -> QPalette:
    """Return the palette of `view` with other colours of ground and text."""
    palette = QPalette(view.palette())
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        palette.setColor(role, QColor(ground))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(role, QColor(text))
    return palette


def test_light_and_dark_reach_every_part(view: MatrixView) -> None:
    heads = (view.table.verticalHeader(), view.load.verticalHeader())
    parts = (view.table.viewport(), view.load, *(head.viewport() for head in heads))
    for palette, is_light in (
        (coloured(view, "#FFFFFF", "#1B1D20"), True),
        (coloured(view, "#1E2124", "#E6E8EA"), False),
        (coloured(view, "#FFFFFF", "#1B1D20"), True),
    ):
        view.setPalette(palette)
        for part in parts:
            shown = part.grab().toImage()
            ground = shown.pixelColor(shown.width() - 3, shown.height() // 2)
            assert (ground.lightness() > 150) is is_light, part


def test_a_larger_font_widens_the_heads_together(view: MatrixView) -> None:
    small = view.table.verticalHeader().width()
    large = QFont(view.font())
    large.setPointSizeF(large.pointSizeF() * 2)
    view.setFont(large)
    assert view.table.verticalHeader().width() > small * 1.5
    assert view.load.verticalHeader().width() == view.table.verticalHeader().width()


def test_the_corner_reads_the_cell_of_the_cursor_out(
    qtbot: QtBot, view: MatrixView, translator: Translator
) -> None:
    go(view, B1, SOC)
    assert view.table.corner.current == "B-1 Basic real-time analysis – SOC: Accountable"
    press(view, Qt.Key.Key_R, SHIFT)
    qtbot.waitUntil(lambda: view.table.corner.current.endswith("SOC: Accountable, Responsible"))
    translator.use(words_for("ja"))
    assert "説明責任" in view.table.corner.current


@pytest.mark.usefixtures("clipboard")
def test_what_is_cut_is_cleared_as_one_step_and_can_be_pasted(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    select(view, (B1, CSIRT), (B2, SOC))
    press(view, Qt.Key.Key_X, CONTROL)
    assert steps(document) == 1
    assert letters(document, viewpoint, B2, SOC) == ""
    mime = QGuiApplication.clipboard().mimeData()
    assert from_html(mime.html()) == from_text(mime.text()) == [["C", "A"], ["C", "A"]]
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
    assert text == "\tCSIRT\t'=cmd()\nB-1 Basic real-time analysis\tC\tA\n"


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
def test_a_paste_goes_to_the_rows_shown_and_says_so(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    told: list[str] = []
    view.told.connect(told.append)
    b4 = RoleId("v2:B-4")
    before = letters(document, viewpoint, B2, CISO)
    document.perform(SetCells(viewpoint.phase, ((B2, SOC, Cell("")), (B3, SOC, Cell("")))))
    view.arrangement.filter(RoleFilter(party=SOC))
    go(view, B1, CISO)
    QGuiApplication.clipboard().setText("I\nI\n")
    press(view, Qt.Key.Key_V, CONTROL)
    assert letters(document, viewpoint, b4, CISO) == "I"
    assert letters(document, viewpoint, B2, CISO) == before
    assert told == ["Pasted into the 2 rows shown; hidden roles stay as they were."]


@pytest.mark.usefixtures("clipboard")
def test_a_paste_without_room_writes_nothing(view: MatrixView, document: Document) -> None:
    told: list[str] = []
    view.told.connect(told.append)
    view.table.go(view.model.rowCount() - 1, view.model.columnCount() - 1)
    QGuiApplication.clipboard().setText("I\tI\nI\tI\n")
    press(view, Qt.Key.Key_V, CONTROL)
    assert told == ["Nothing was pasted: 2 × 2 cells do not fit from here on."]
    assert steps(document) == 0


def test_right_and_all_are_filled_as_one_step_each(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    select(view, (B1, CSIRT), (B2, SOC))
    press(view, Qt.Key.Key_R, CONTROL)
    assert letters(document, viewpoint, B2, SOC) == "C"
    select(view, (A6, SOC), (B2, SOC))
    press(view, Qt.Key.Key_Return, CONTROL)
    assert letters(document, viewpoint, B1, SOC) == letters(document, viewpoint, A6, SOC)
    assert steps(document) == 2


def test_a_single_row_takes_over_the_row_above_and_a_single_column_the_one_before(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    go(view, B1, SOC)
    above = letters(document, viewpoint, A6, SOC)
    press(view, Qt.Key.Key_D, CONTROL)
    assert letters(document, viewpoint, B1, SOC) == above
    press(view, Qt.Key.Key_R, CONTROL)
    assert letters(document, viewpoint, B1, SOC) == letters(document, viewpoint, B1, CSIRT)


def test_enter_and_tab_go_round_in_a_range_and_a_letter_is_then_for_one_cell(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    select(view, (A6, CSIRT), (B1, SOC))
    visited = []
    for _ in range(4):
        press(view, Qt.Key.Key_Return)
        visited.append(at(view))
    assert visited == [("B-1", CSIRT), ("A-6", SOC), ("B-1", SOC), ("A-6", CSIRT)]
    press(view, Qt.Key.Key_Tab)
    assert at(view) == ("A-6", SOC)
    press(view, Qt.Key.Key_Backtab)
    press(view, Qt.Key.Key_Backtab)
    assert at(view) == ("B-1", SOC)
    assert len(view.table.selectionModel().selectedIndexes()) >= 4
    press(view, Qt.Key.Key_I)
    edit = document.history.undo_edit
    assert isinstance(edit, SetCells)
    assert edit.cells == ((B1, SOC, "I"),)


def test_a_function_folds_and_unfolds_by_keys_and_by_its_head(view: MatrixView) -> None:
    go(view, B2, SOC)
    press(view, Qt.Key.Key_Minus)
    row = view.table.currentIndex().row()
    assert view.model.is_folded(row)
    assert view.model.lines[row].function == "B"
    press(view, Qt.Key.Key_R)
    press(view, Qt.Key.Key_Up)
    assert at(view) == ("A-6", SOC)
    press(view, Qt.Key.Key_Down)
    assert view.table.currentIndex().row() == row
    press(view, Qt.Key.Key_Return)
    assert at(view) == ("B-1", SOC)
    header = view.table.verticalHeader()
    place = QPoint(8, header.sectionViewportPosition(0) + 8)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.model.is_folded(0)
    press(view, Qt.Key.Key_Minus, CONTROL)
    assert view.model.rowCount() == 9
    press(view, Qt.Key.Key_Plus, CONTROL)
    assert view.model.rowCount() == 63


def test_a_group_of_parties_folds_to_its_first_and_keys_skip_the_rest(
    view: MatrixView, document: Document
) -> None:
    internal = [party for party in document.plan.parties if party.kind == "internal"]
    go(view, B1, internal[-1].id)
    press(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.AltModifier)
    assert at(view) == ("B-1", internal[0].id)
    assert view.load.isColumnHidden(1)
    press(view, Qt.Key.Key_Tab)
    assert at(view) == ("B-1", document.plan.parties[len(internal)].id)
    view.jump_to(B1, internal[-1].id)
    assert not view.table.isColumnHidden(len(internal) - 1)
    assert not view.load.isColumnHidden(1)


def test_a_click_on_a_party_sorts_by_it_and_on_its_group_folds(view: MatrixView) -> None:
    header = view.table.horizontalHeader()
    column = view.model.column_of(SOC)
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    below = QPoint(middle, header.height() - 10)
    for is_sorted in (True, True, False):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=below)
        assert (view.arrangement.order.party == SOC) is is_sorted
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 4))
    assert view.table.isColumnHidden(column)


def test_a_click_on_the_heads_in_the_corner_sorts(view: MatrixView) -> None:
    corner = view.table.corner
    for by in (SortedBy.CODE, SortedBy.NAME, SortedBy.SOURCING, SortedBy.FINDINGS):
        zone = next(each for each in view.table.verticalHeader().zones() if each.by is by)
        place = QPoint(zone.left + 4, corner.height() - 8)
        QTest.mouseClick(corner, Qt.MouseButton.LeftButton, pos=place)
        assert view.arrangement.order.by is by
    go(view, B1, SOC)
    press(view, Qt.Key.Key_Escape)
    assert view.arrangement.order.is_canonical
    assert at(view) == ("B-1", SOC)


def test_a_width_set_by_hand_stays_until_it_is_taken_back(view: MatrixView) -> None:
    header = view.table.horizontalHeader()
    column = view.model.column_of(SOC)
    go(view, B1, SOC)
    natural = header.sectionSize(column)
    press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert header.sectionSize(column) == natural + 16
    view.resize(view.width() + 200, view.height())
    assert header.sectionSize(column) == natural + 16
    assert view.load.columnWidth(column) == natural + 16
    header.sectionHandleDoubleClicked.emit(column)
    assert header.sectionSize(column) != natural + 16


def test_the_heads_of_rows_are_made_wider_by_dragging_the_edge_of_the_corner(
    view: MatrixView,
) -> None:
    corner, before = view.table.corner, view.table.verticalHeader().width()
    edge = QPoint(corner.width() - 2, 20)
    QTest.mousePress(corner, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(corner, QPoint(before + 40, 20))
    QTest.mouseRelease(corner, Qt.MouseButton.LeftButton, pos=QPoint(before + 40, 20))
    assert view.table.verticalHeader().width() == before + 40
    assert view.load.verticalHeader().width() == before + 40


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


def test_find_goes_from_match_to_match_and_round(view: MatrixView) -> None:
    view.set_filter("forensics")
    view.set_filter("")
    view.table.go(view.model.row_of(B1), 2)
    seen = []
    for step in (1, 1, 1, -1):
        view.find_next(step)
        seen.append(at(view)[0])
    assert seen == ["C-1", "C-2", "C-1", "C-2"]
    view.set_filter("soc")
    view.set_filter("")
    view.find_next(1)
    assert at(view)[1] == SOC


def test_the_menu_of_cells_does_what_the_keys_do(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    menu = QMenu(view)
    view.extend_menu(menu)
    go(view, B1, CSIRT)
    clear = next(each for each in menu.actions() if each.text().startswith("Clear"))
    clear.trigger()
    assert letters(document, viewpoint, B1, CSIRT) == ""


def test_roles_stay_selected_while_a_filter_hides_them(
    view: MatrixView, viewpoint: Viewpoint
) -> None:
    viewpoint.select([B1, B2])
    view.set_filter("b-2")
    assert list(viewpoint.roles) == [B1, B2]
    view.set_filter("")
    assert view.table.selected_rows() == [view.model.row_of(B1), view.model.row_of(B2)]


def test_rows_and_columns_are_selected_by_keys(view: MatrixView, viewpoint: Viewpoint) -> None:
    go(view, B1, SOC)
    press(view, Qt.Key.Key_Space, SHIFT)
    assert view.table.selected_columns() == list(range(view.model.columnCount()))
    press(view, Qt.Key.Key_Space, CONTROL)
    assert len(viewpoint.roles) == 54
    assert view.table.selected_columns() == [view.model.column_of(SOC)]
