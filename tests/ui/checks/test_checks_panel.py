"""The panel of checks: the way to a finding, and what to do about it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetCells
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.checks.checks_panel import ChecksPanel
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support.contexts import context_of

B1, E1 = RoleId("v2:B-1"), RoleId("v2:E-1")
SOC = PartyId("soc")


@pytest.fixture
def panel(
    qtbot: QtBot, document: Document, checking: Checking, translator: Translator
) -> ChecksPanel:
    """Return the panel, shown."""
    panel = ChecksPanel(context_of(document, translator, checking=checking))
    qtbot.addWidget(panel)
    panel.resize(800, 160)
    panel.show()
    return panel


@pytest.fixture
def error(panel: ChecksPanel, document: Document, viewpoint: Viewpoint) -> None:
    """Make one error, and a warning on a later role."""
    document.perform(SetCells(viewpoint.phase, ((B1, SOC, Cell("A/R")),)))
    document.perform(ChangeSourcing(viewpoint.phase, frozenset({E1}), Sourcing.NOT_CARRIED_OUT))


def text(panel: ChecksPanel) -> str:
    """Return every text that can be seen."""
    from PySide6.QtWidgets import QLabel, QToolButton

    labels = [each.text() for each in panel.findChildren(QLabel) if each.isVisible()]
    return "\n".join((*labels, *(b.text() for b in panel.findChildren(QToolButton))))


@pytest.mark.usefixtures("error")
def test_enter_goes_to_the_role(qtbot: QtBot, panel: ChecksPanel) -> None:
    panel.list.setCurrentIndex(panel.list.model().index(1, 0))
    with qtbot.waitSignal(panel.jump_requested) as jump:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert jump.args == [E1, None]


@pytest.mark.usefixtures("error")
def test_a_double_click_goes_to_the_cell(qtbot: QtBot, panel: ChecksPanel) -> None:
    place = panel.list.visualRect(panel.list.model().index(0, 3)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(panel.jump_requested) as jump:
        QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert jump.args == [B1, SOC]


@pytest.mark.usefixtures("error")
def test_the_remedy_of_the_current_row_is_shown_in_the_language_of_the_window(
    panel: ChecksPanel, translator: Translator
) -> None:
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    assert "Remove R from the internal party" in text(panel)
    translator.use(words_for("ja"))
    assert "Remove R from the internal party" not in text(panel)


def test_the_panel_shows_several_rows(panel: ChecksPanel) -> None:
    assert panel.minimumSizeHint().height() > 4 * panel.fontMetrics().height()


@pytest.mark.usefixtures("error")
def test_the_first_step_goes_to_the_first_finding_of_a_list_never_shown(panel: ChecksPanel) -> None:
    panel.hide()
    gone: list[object] = []
    panel.jump_requested.connect(lambda role, _: gone.append(role))
    panel.step(1)
    panel.step(1)
    assert gone == [B1, E1]
