"""The list of lines: groups, sides chosen by keys and by the mouse, and the line in full."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from socplanner.services.i18n import words_for
from socplanner.ui.lines.line_panel import LinePanel
from socplanner.ui.lines.line_source import (
    ColumnKind,
    LineChoice,
    LineColumn,
    LineGroup,
    LineSource,
    Side,
)

Key, Modifier = Qt.Key, Qt.KeyboardModifier
COLUMNS = (
    LineColumn(ColumnKind.WHAT, "What"),
    LineColumn(ColumnKind.OURS, "Ours"),
    LineColumn(ColumnKind.SWITCH, ""),
    LineColumn(ColumnKind.THEIRS, "Theirs"),
)
GROUPS = [LineGroup("A", ["one", "two"]), LineGroup("B", ["three"])]
SWITCH = 2


class Sides(LineSource[str]):
    """Lines whose sides are in a dictionary; that of `several` has more than one other value."""

    def __init__(self, groups: Sequence[LineGroup[str]] = GROUPS, *, several: str = "") -> None:
        """Begin with our side of each."""
        super().__init__(COLUMNS, groups)
        self.sides = {line: Side.OURS for group in groups for line in group.lines}
        self.several = several

    def texts(self, line: str) -> Sequence[str]:
        return line, f"our {line}", "", f"their {line}"

    def choice(self, line: str) -> LineChoice:
        return LineChoice(line, ("in full",), ("keep", f"use {line}"))

    def side(self, line: str) -> Side:
        return self.sides[line]

    def can_choose(self, line: str, side: Side) -> bool:
        return line != self.several or side is Side.OURS


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[LinePanel]:
    """Return a shown panel of two groups, whose model keeps the rules of models."""
    panel = LinePanel("Lines", words_for("en"))
    qtbot.addWidget(panel)
    tester = QAbstractItemModelTester(
        panel.tree.lines, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    panel.resize(600, 400)
    panel.show_source(Sides())
    panel.show()
    yield panel
    tester.deleteLater()


def line_index(panel: LinePanel, line: str, column: int = 0) -> QModelIndex:
    """Return where `line` is."""
    lines = panel.tree.lines
    group = next(row for row, group in enumerate(lines.source.groups) if line in group.lines)
    row = lines.source.groups[group].lines.index(line)
    return lines.index(row, column, lines.index(group, 0))


def arrow(panel: LinePanel, index: QModelIndex, side: Side) -> QPoint:
    """Return where the arrow of `side` is in the row of `index`."""
    header = panel.tree.header()
    left = header.sectionViewportPosition(SWITCH)
    part = 0.3 if side is Side.OURS else 0.7
    x = left + round(header.sectionSize(SWITCH) * part)
    return QPoint(x, panel.tree.visualRect(index).center().y())


def click(panel: LinePanel, place: QPoint) -> None:
    """Click the left button there."""
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_first_line_is_chosen_at_first_and_shown_in_full(panel: LinePanel) -> None:
    assert panel.tree.chosen() == ["one"]
    assert (panel.box.heading.text(), panel.box.sentences.text()) == ("one", "in full")
    assert [each.text() for each in panel.box.options] == ["keep", "use one"]


@pytest.mark.parametrize("pressed", [Modifier.ControlModifier, Modifier.ShiftModifier])
def test_a_choice_replaces_the_one_before_while_keys_are_held(
    panel: LinePanel, pressed: Qt.KeyboardModifier
) -> None:
    QTest.keyPress(panel.tree, Key.Key_F5, pressed)
    panel.tree.choose(line_index(panel, "three"))
    assert panel.tree.chosen() == ["three"]
    panel.show_source(Sides())
    assert panel.tree.chosen() == ["three"], "the line at the same place"
    panel.show_source(Sides(GROUPS[:1]))
    assert panel.tree.chosen() == ["two"], "the last one that is left"
    panel.show_source(Sides([]))
    assert panel.tree.chosen() == []


def test_a_group_stands_for_its_lines(panel: LinePanel, qtbot: QtBot) -> None:
    panel.tree.choose(panel.tree.lines.index(0, 0))
    assert panel.tree.chosen() == ["one", "two"]
    assert panel.current() is None
    with qtbot.waitSignal(panel.tree.side_wanted) as wanted:
        QTest.keyClick(panel.tree, Key.Key_Right)
    assert wanted.args == [["one", "two"], Side.THEIRS]


def test_enter_and_a_double_click_go_to_what_a_line_is_about(
    panel: LinePanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.tree.activated_line):
        QTest.keyClick(panel.tree, Key.Key_Return)
    place = panel.tree.visualRect(line_index(panel, "two")).center()
    click(panel, place)
    with qtbot.waitSignal(panel.tree.activated_line):
        QTest.mouseDClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_arrow_keys_and_space_choose_a_side(panel: LinePanel, qtbot: QtBot) -> None:
    source = panel.tree.lines.source
    assert isinstance(source, Sides)
    for key, now, wanted in (
        (Key.Key_Left, Side.OURS, Side.OURS),
        (Key.Key_Space, Side.OURS, Side.THEIRS),
        (Key.Key_Space, Side.THEIRS, Side.OURS),
        (Key.Key_Space, Side.OPEN, Side.THEIRS),
    ):
        source.sides["one"] = now
        with qtbot.waitSignal(panel.tree.side_wanted) as signal:
            QTest.keyClick(panel.tree, key)
        assert signal.args == [["one"], wanted]


@pytest.mark.parametrize("side", [Side.OURS, Side.THEIRS])
def test_a_click_on_an_arrow_chooses_its_side(panel: LinePanel, qtbot: QtBot, side: Side) -> None:
    index = line_index(panel, "two")
    with qtbot.waitSignal(panel.tree.side_wanted) as signal:
        click(panel, arrow(panel, index, side))
    assert signal.args == [["two"], side]
    group = panel.tree.lines.index(0, 0)
    with qtbot.waitSignal(panel.tree.side_wanted) as signal:
        click(panel, arrow(panel, group, side))
    assert signal.args == [["one", "two"], side]
    with qtbot.assertNotEmitted(panel.tree.side_wanted):
        click(panel, panel.tree.visualRect(line_index(panel, "two", 1)).center())


def test_a_drag_that_ends_on_an_arrow_chooses_nothing(panel: LinePanel, qtbot: QtBot) -> None:
    begin = panel.tree.visualRect(line_index(panel, "one")).center()
    end = arrow(panel, line_index(panel, "two"), Side.THEIRS)
    with qtbot.assertNotEmitted(panel.tree.side_wanted):
        QTest.mousePress(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=begin)
        QTest.mouseRelease(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_several_values_of_the_other_side_are_chosen_below(panel: LinePanel, qtbot: QtBot) -> None:
    panel.show_source(Sides(several="one"))
    panel.activateWindow()
    panel.tree.setFocus()
    with qtbot.assertNotEmitted(panel.tree.side_wanted):
        QTest.keyClick(panel.tree, Key.Key_Right)
    assert panel.focusWidget() is panel.box.options[0]
    with qtbot.waitSignal(panel.option_chosen) as signal:
        panel.box.options[1].click()
    assert signal.args == ["one", 1]


def test_the_focus_returns_to_the_tree_with_the_options_it_was_on(panel: LinePanel) -> None:
    panel.activateWindow()
    panel.box.options[1].setFocus()
    panel.show_source(Sides([LineGroup("B", ["three"])]))
    assert panel.focusWidget() is panel.tree


def test_a_group_is_folded_by_its_sign_and_by_a_double_click(panel: LinePanel) -> None:
    group = panel.tree.lines.index(0, 0)
    place = panel.tree.visualRect(group)
    click(panel, QPoint(5, place.center().y()))
    assert not panel.tree.isExpanded(group)
    panel.show_source(Sides())
    group = panel.tree.lines.index(0, 0)
    assert not panel.tree.isExpanded(group), "it stays folded"
    click(panel, QPoint(5, place.center().y()))
    assert panel.tree.isExpanded(group)


def test_a_group_has_the_side_of_all_its_lines_or_none(panel: LinePanel) -> None:
    source, lines = panel.tree.lines.source, panel.tree.lines
    assert isinstance(source, Sides)
    group = lines.index(0, 0)
    assert lines.side_of(group) is Side.OURS
    source.sides["one"] = Side.THEIRS
    assert lines.side_of(group) is Side.OPEN
    source.sides["two"] = Side.THEIRS
    assert lines.side_of(group) is Side.THEIRS


def test_a_screen_reader_reads_values_and_the_chosen_side(panel: LinePanel) -> None:
    text = line_index(panel, "one").data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "A, What: one, Ours: our one, Theirs: their one, ours is chosen"


def test_columns_fill_the_width(panel: LinePanel) -> None:
    header = panel.tree.header()
    for wide in (600, 900):
        panel.resize(wide, 400)
        total = sum(header.sectionSize(column) for column in range(len(COLUMNS)))
        assert 0 <= panel.tree.viewport().width() - total < len(COLUMNS)


def test_a_text_may_be_shown_instead_of_lines(panel: LinePanel) -> None:
    panel.show_text("Nothing differs.")
    assert panel.box.heading.text() == "Nothing differs."
    assert panel.tree.lines.rowCount() == 0
    assert not panel.box.options
