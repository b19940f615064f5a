"""The matrix under the hands: keys, mouse, selection; one undo step a gesture."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.duty_edits import SetCells
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.kit.appearance import palette_of
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.grid_colours import cross_tint
from socplanner.ui.matrix.letters_popup import LettersPopup
from socplanner.ui.matrix.load_model import LoadModel
from socplanner.ui.matrix.matrix_view import MatrixView
from tests.support.contexts import context_of
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
    at,
    go,
    letters,
    press,
    select,
    steps,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_a_letter_replaces_shift_adds_or_removes_delete_clears(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    go(view, B1, CSIRT)
    seen = [letters(document, viewpoint, B1, CSIRT)]
    for key, current in ((Qt.Key.Key_R, None), (Qt.Key.Key_A, SHIFT), (Qt.Key.Key_R, SHIFT)):
        press(view, key, current)
        seen.append(letters(document, viewpoint, B1, CSIRT))
    press(view, Qt.Key.Key_Delete)
    seen.append(letters(document, viewpoint, B1, CSIRT))
    assert seen == ["I", "R", "A/R", "A", ""]
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
    assert letters(document, viewpoint, B1, CSIRT) == "I"
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


def test_the_selection_is_shared_in_both_directions(view: MatrixView, viewpoint: Viewpoint) -> None:
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


def test_a_right_click_requests_the_menu_of_the_role(qtbot: QtBot, view: MatrixView) -> None:
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


def test_the_load_is_under_its_columns(view: MatrixView) -> None:
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


def test_arrows_and_pages_work_without_a_cursor_and_across_bands(
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


def test_the_header_of_a_row_selects_the_role_and_not_its_cells(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    header = view.table.verticalHeader()

    def click(role: RoleId, current: Qt.KeyboardModifier) -> None:
        row = view.model.row_of(role)
        place = QPoint(30, header.sectionViewportPosition(row) + 8)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, current, place)

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


def test_a_search_applies_to_the_next_plan_too(
    view: MatrixView, document: Document, plan: Plan
) -> None:
    view.set_filter("b-1")
    document.open(History.of(plan))
    assert view.model.row_of(A6) == -1
    assert view.model.row_of(B1) >= 0


def test_ctrl_tab_leaves_the_table_in_both_directions(
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
    view = MatrixView(context_of(document, translator, viewpoint, checking), window)
    for widget in (before, view, after):
        row.addWidget(widget)
    QWidget.setTabOrder(before, view.table)
    QWidget.setTabOrder(view.table, after)
    window.show()
    for back, expected in ((False, after), (True, before)):
        view.table.setFocus()
        current = CONTROL | SHIFT if back else CONTROL
        press(view, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, current)
        assert window.focusWidget() is expected


def test_headers_and_cells_have_accessible_texts(view: MatrixView) -> None:
    table = QAccessible.queryAccessibleInterface(view.table)
    shown = [table.child(place).text(QAccessible.Text.Name) for place in range(40)]
    assert "A-1 Overall policy management – CISO: Accountable" in shown
    assert any(text.startswith("CISO (Internal)\n") for text in shown)
    assert "A. Operation of the security response organisation" in shown


def test_light_and_dark_reach_every_part(view: MatrixView) -> None:
    headings = (view.table.verticalHeader(), view.load.verticalHeader())
    parts = (view.table.viewport(), view.load, *(heading.viewport() for heading in headings))
    for is_light in (True, False, True):
        view.setPalette(palette_of(is_dark=not is_light))
        for part in parts:
            shown = part.grab().toImage()
            ground = shown.pixelColor(shown.width() - 3, shown.height() // 2)
            assert (ground.lightness() > 150) is is_light, part


def test_a_larger_font_widens_the_headers_together(view: MatrixView) -> None:
    small = view.table.verticalHeader().width()
    view.resize(1900, 640)
    large = QFont(view.font())
    large.setPointSizeF(large.pointSizeF() * 2)
    view.setFont(large)
    assert view.table.verticalHeader().width() > small * 1.5
    assert view.load.verticalHeader().width() == view.table.verticalHeader().width()


def test_the_corner_reads_the_cell_of_the_cursor_out(
    qtbot: QtBot, view: MatrixView, translator: Translator
) -> None:
    go(view, B1, SOC)
    assert view.table.corner.current == "B-1 – SOC: Accountable"
    press(view, Qt.Key.Key_R, SHIFT)
    qtbot.waitUntil(lambda: view.table.corner.current.endswith("SOC: Accountable, Responsible"))
    translator.use(words_for("ja"))
    assert "説明責任" in view.table.corner.current


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


def test_headers_are_low_and_names_stand_only_where_all_fit(view: MatrixView) -> None:
    header = view.table.horizontalHeader()
    view.resize(1600, 700)
    with_names = header.height()
    view.resize(760, 700)
    without = header.height()
    assert without < with_names <= 96
    assert without <= 56


def test_cells_in_line_with_the_cursor_are_tinted(qtbot: QtBot, view: MatrixView) -> None:
    table, row = view.table, view.model.row_of(B1)
    with qtbot.waitActive(view):
        view.activateWindow()
    table.setFocus()
    table.go(row, 2)
    far = view.model.row_of(RoleId("v2:B-2"))
    empty = [each for each in range(view.model.columnCount()) if not view.model.look(far, each)[0]]
    other = next(each for each in empty if each != 2)
    image = table.viewport().grab().toImage()

    def ground(at_row: int, column: int) -> str:
        left, top = table.columnViewportPosition(column), table.rowViewportPosition(at_row)
        return image.pixelColor(left + 2, top + 2).name()

    in_line, elsewhere = ground(far, 2), ground(far, other)
    assert in_line == cross_tint(view.palette()).name() != elsewhere
    table.clearFocus()
    image = table.viewport().grab().toImage()
    assert ground(far, 2) == elsewhere


def test_bars_are_beside_the_greatest_count_of_their_letter(view: MatrixView) -> None:
    load = view.load.model()
    assert isinstance(load, LoadModel)
    shares = [load.share(0, column) for column in range(load.columnCount())]
    counts = [view.model.load(column)["R"] for column in range(load.columnCount())]
    assert max(shares) == 10
    assert shares.index(10) == counts.index(max(counts))
    assert all((share > 0) == (count > 0) for share, count in zip(shares, counts, strict=True))


def test_a_new_greatest_count_draws_every_bar_of_its_letter_again(
    qtbot: QtBot, view: MatrixView, document: Document
) -> None:
    load = view.load.model()
    roles = [line.role.id for line in view.model.lines if line.role is not None]
    party = view.model.parties[-1].id
    with qtbot.waitSignal(
        load.dataChanged, check_params_cb=lambda first, last, _: last.column() > first.column()
    ):
        document.perform(SetCells(NOW, tuple((role, party, Cell("I")) for role in roles[:30])))


def test_filters_are_one_button_where_they_do_not_fit(view: MatrixView) -> None:
    bar, strip = view.choices(), QWidget(view)
    bar.setParent(strip)
    strip.show()
    bar.resize(1000, 30)
    bar.show()
    chips = view.strip.filters
    assert chips.chips["functions"].isVisible()
    assert not chips.menu_button.isVisible()
    bar.resize(300, 30)
    assert not chips.chips["functions"].isVisible()
    assert chips.menu_button.isVisible()
    titles = [action.text() for action in chips.menu_button.menu().actions()]
    assert titles[:7] == ["Function", "Area", "Sourcing", "Party", "Letter", "Checks", "Sort"]


def test_headers_of_rows_leave_more_than_half_of_a_narrow_view(view: MatrixView) -> None:
    whole = view._rows.width()
    view.resize(round(whole * 1.2), 640)
    QApplication.processEvents()
    assert view._rows.width() <= view.width() / 2
    view.resize(1400, 640)
    QApplication.processEvents()
    assert view._rows.width() == whole
    view.table.corner.width_dragged.emit(whole + 40)
    view.resize(round(whole * 1.2), 640)
    QApplication.processEvents()
    assert view._rows.width() == whole + 40, "the planner's own width stays"
