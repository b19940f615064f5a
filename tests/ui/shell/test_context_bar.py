"""The bar of plan and phases: it names the plan, chooses the phase, and has the usual commands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenuBar
from pytestqt.qtbot import QtBot

from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.shell.context_bar import ContextBar
from socplanner.ui.shell.views import ACTIONS
from tests.support.contexts import context_of


def nothing() -> None:
    """Do nothing."""


@pytest.fixture
def menus(qtbot: QtBot) -> QMenuBar:
    """Return the menus of a window."""
    menus = QMenuBar()
    qtbot.addWidget(menus)
    return menus


@pytest.fixture
def actions(translator: Translator, menus: QMenuBar) -> Actions:
    """Return the actions of a window, in its menus."""
    actions = Actions(ACTIONS, nothing, menus)
    actions.fill(menus)
    actions.retranslate(translator.words)
    return actions


@pytest.fixture
def bar(
    qtbot: QtBot,
    document: Document,
    viewpoint: Viewpoint,
    translator: Translator,
    actions: Actions,
) -> ContextBar:
    """Return the bar, shown."""
    bar = ContextBar(context_of(document, translator, viewpoint), actions)
    qtbot.addWidget(bar)
    bar.resize(1280, 40)
    bar.show()
    return bar


def test_it_names_the_plan_and_its_phases(bar: ContextBar, document: Document) -> None:
    assert bar.plan.text() == "Sample Works"
    assert [each.text() for each in bar.phases.buttons.values()] == ["Now", "Target"]
    document.perform(RenameOrganisation("R&D of a works with a name that is rather long"))
    assert bar.plan.text().startswith("R&&D")
    assert bar.plan.text().endswith("…")
    assert bar.plan.accessibleName().endswith("rather long")


def test_a_click_looks_at_a_phase(bar: ContextBar, viewpoint: Viewpoint) -> None:
    QTest.mouseClick(list(bar.phases.buttons.values())[1], Qt.MouseButton.LeftButton)
    assert viewpoint.phase == "target"


def test_a_phase_looked_at_elsewhere_is_checked(bar: ContextBar, viewpoint: Viewpoint) -> None:
    viewpoint.look_at_phase(list(bar.phases.buttons)[1])  # type: ignore[arg-type]
    assert [each.isChecked() for each in bar.phases.buttons.values()] == [False, True]


def test_the_buttons_trigger_the_actions(qtbot: QtBot, bar: ContextBar, actions: Actions) -> None:
    buttons = {each.text(): each for each in bar.findChildren(FlatButton) if each.icon_name}
    for action_id in ("undo", "redo", "show-inspector"):
        button = buttons[actions[action_id].iconText()]
        with qtbot.waitSignal(actions[action_id].triggered):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_button_looks_as_its_action_does(bar: ContextBar, actions: Actions) -> None:
    buttons = {each.text(): each for each in bar.findChildren(FlatButton) if each.icon_name}
    undo, inspector = buttons["Undo"], buttons["Show inspector"]
    actions["undo"].setEnabled(False)
    actions["show-inspector"].setChecked(True)
    assert not undo.isEnabled()
    assert inspector.isChecked()
    actions["undo"].setToolTip("Move to IV")
    assert undo.toolTip() == "Move to IV"


def test_the_menu_of_the_export_has_every_kind_and_printing(
    bar: ContextBar, actions: Actions
) -> None:
    listed = [each for each in bar.exports.menu().actions() if not each.isSeparator()]
    assert listed == [actions[each] for each in ("export", "export-picture", "print")]
    assert bar.exports.text() == "Export"


def test_the_menu_of_the_plan_has_commands_for_plans(bar: ContextBar, actions: Actions) -> None:
    listed = bar.plan.menu().actions()
    assert {actions["new"], actions["open"], actions["organisation"]} <= set(listed)
    assert actions.submenu_of("recent").menuAction() in listed


def test_it_follows_the_language(bar: ContextBar, translator: Translator) -> None:
    translator.use(words_for("ja"))
    assert [each.text() for each in bar.phases.buttons.values()] == ["現状", "目標"]


def test_the_search_opens_the_palette_and_becomes_narrow(
    qtbot: QtBot, bar: ContextBar, actions: Actions
) -> None:
    with qtbot.waitSignal(actions["palette"].triggered):
        QTest.mouseClick(bar.search, Qt.MouseButton.LeftButton)
    assert "Ctrl+K" in bar.search.toolTip()
    wide, picture = bar.search.width(), bar.search.grab().toImage()
    bar.resize(620, 40)
    assert bar.search.width() < wide
    assert bar.search.grab().toImage() != picture
    assert bar.minimumSizeHint().width() < 620
