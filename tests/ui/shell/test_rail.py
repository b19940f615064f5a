"""The rail of views: what is chosen, by mouse and keys, and how it grows."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.kit.view_spec import ViewSpec
from socplanner.ui.shell.rail import Rail
from socplanner.ui.shell.views import VIEWS


def no_view(context: PlanContext, parent: QWidget) -> PlanView:
    """Return a view that shows nothing."""
    return PlanView(parent)


@pytest.fixture
def rail(qtbot: QtBot, translator: Translator) -> Rail:
    """Return the rail of the window, shown."""
    rail = Rail(VIEWS, translator)
    qtbot.addWidget(rail)
    with qtbot.waitActive(rail):
        rail.show()
    rail.choose("board")
    return rail


def test_a_click_chooses_a_view(qtbot: QtBot, rail: Rail) -> None:
    with qtbot.waitSignal(rail.view_chosen) as chosen:
        QTest.mouseClick(rail.buttons["matrix"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["matrix"]
    assert not rail.buttons["board"].isChecked()


def test_arrow_keys_move_between_views_and_choose_them(qtbot: QtBot, rail: Rail) -> None:
    rail.buttons["board"].setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(rail.view_chosen) as chosen:
        QTest.keyClick(rail.buttons["board"], Qt.Key.Key_Down)
    assert chosen.args == ["matrix"]
    assert rail.buttons["matrix"].hasFocus()


def test_to_a_screen_reader_views_are_an_exclusive_choice(rail: Rail) -> None:
    for button in rail.buttons.values():
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.role() is QAccessible.Role.RadioButton
        assert interface.text(QAccessible.Text.Name) == button.text()
    assert QAccessible.queryAccessibleInterface(rail.buttons["board"]).state().checked


def test_the_rail_follows_the_language(rail: Rail, translator: Translator) -> None:
    translator.use(words_for("ja"))
    assert [button.text() for button in rail.buttons.values()] == [
        "ボード",
        "責任分担表",
        "移行計画",
        "成熟度",
        "要員",
        "費用",
        "フロー",
        "情報共有",
        "振り返り",
    ]
    assert rail.buttons["matrix"].toolTip() == "責任分担表 (Ctrl+2)"


def test_nine_views_in_five_groups_fit_a_low_window(qtbot: QtBot, translator: Translator) -> None:
    groups = (1, 1, 2, 2, 3, 3, 4, 4, 4)
    views = [
        ViewSpec(f"view{n}", "&Board", "board", f"Ctrl+{n}", group, (), no_view)
        for n, group in enumerate(groups, start=1)
    ]
    rail = Rail(views, translator)
    qtbot.addWidget(rail)
    assert rail.minimumSizeHint().height() <= 674
    assert rail.minimumSizeHint().width() <= 72
    rail.show()
    tops = [rail.buttons[view.id].y() for view in views]
    gaps = [below - above for above, below in pairwise(tops)]
    is_new = [group != before for before, group in pairwise(groups)]
    assert {gap for gap, new in zip(gaps, is_new, strict=True) if new} == {max(gaps)}
    assert {gap for gap, new in zip(gaps, is_new, strict=True) if not new} == {min(gaps)}
