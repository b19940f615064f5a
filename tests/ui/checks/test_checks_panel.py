"""The panel of checks: counts, the way to a finding, what to do about it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionToolButton
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetCells
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import ChangeParty
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


def test_a_plan_without_findings_is_reported_so(panel: ChecksPanel) -> None:
    assert "No findings" in text(panel)


@pytest.mark.usefixtures("error")
def test_the_heading_counts_and_shows_the_most_severe_finding(panel: ChecksPanel) -> None:
    assert "1 error" in text(panel)
    assert "1 warning" in text(panel)
    assert "No findings" not in text(panel)
    assert panel.first.text().startswith("D02  B-1")


@pytest.mark.usefixtures("error")
def test_the_most_severe_finding_is_one_click_away(qtbot: QtBot, panel: ChecksPanel) -> None:
    with qtbot.waitSignal(panel.jump_requested) as jump:
        QTest.mouseClick(panel.first, Qt.MouseButton.LeftButton)
    assert jump.args == [B1, SOC]


@pytest.mark.usefixtures("error")
def test_the_list_unfolds_and_enter_goes_to_the_role(qtbot: QtBot, panel: ChecksPanel) -> None:
    QTest.mouseClick(panel.fold, Qt.MouseButton.LeftButton)
    assert panel.list.isVisible()
    assert not panel.first.isVisible()
    panel.list.setCurrentIndex(panel.list.model().index(1, 0))
    with qtbot.waitSignal(panel.jump_requested) as jump:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert jump.args == [E1, None]


@pytest.mark.usefixtures("error")
def test_a_double_click_goes_to_the_cell(qtbot: QtBot, panel: ChecksPanel) -> None:
    panel.show_list(True)
    place = panel.list.visualRect(panel.list.model().index(0, 3)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(panel.jump_requested) as jump:
        QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert jump.args == [B1, SOC]


@pytest.mark.usefixtures("error")
def test_the_remedy_of_the_current_row_is_shown_in_the_language_of_the_window(
    panel: ChecksPanel, translator: Translator
) -> None:
    panel.show_list(True)
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    assert "Remove R from the internal party" in text(panel)
    translator.use(words_for("ja"))
    assert "Remove R from the internal party" not in text(panel)


def test_every_control_has_a_name(panel: ChecksPanel) -> None:
    panel.show_list(True)
    assert panel.list.accessibleName()
    assert panel.fold.accessibleName()


@pytest.mark.usefixtures("error")
def test_a_party_renamed_is_renamed_in_the_heading_too(
    panel: ChecksPanel, document: Document
) -> None:
    soc = document.plan.party(SOC)
    assert soc is not None
    document.perform(ChangeParty(replace(soc, name=LocalText.same("Watch"))))
    assert "Watch" in panel.first.text()


def test_folded_the_panel_is_one_line_and_open_it_shows_several_rows(panel: ChecksPanel) -> None:
    line = panel.fontMetrics().height()
    assert panel.maximumHeight() < 3 * line
    panel.show_list(True)
    assert panel.minimumSizeHint().height() > 4 * line


@pytest.mark.usefixtures("error")
def test_the_first_step_goes_to_the_first_finding_of_a_folded_list(panel: ChecksPanel) -> None:
    gone: list[object] = []
    panel.jump_requested.connect(lambda role, _: gone.append(role))
    panel.step(1)
    panel.step(1)
    assert gone == [B1, E1]
    assert panel.list.isVisible()


@pytest.mark.usefixtures("error")
def test_a_finding_too_long_for_the_heading_keeps_its_beginning(panel: ChecksPanel) -> None:
    assert panel.first.shown_text() == panel.first.text()
    panel.first.resize(160, panel.first.height())
    assert panel.first.shown_text().startswith("D02  B-1  ")
    assert panel.first.shown_text().endswith("…")


@pytest.mark.usefixtures("error")
def test_a_finding_is_painted_as_far_as_it_fits(panel: ChecksPanel) -> None:
    option, wanted = QStyleOptionToolButton(), panel.first.sizeHint()
    panel.first.resize(160, panel.first.height())
    panel.first.initStyleOption(option)
    assert option.text == panel.first.shown_text() != panel.first.text()
    assert panel.first.sizeHint() == wanted
    painted = panel.first.grab().toImage()
    panel.first.setText(f"{panel.first.text()} and more")
    assert panel.first.grab().toImage() == painted
