"""The summary of the plan: what it shows, how it follows edits, and where its buttons lead."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetCells
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK
from socplanner.domain.new_plan import NOW
from socplanner.domain.next_step import NextStep, Todo
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.inspector.finding_lines import FindingLine
from socplanner.ui.inspector.plan_summary import PlanSummary
from socplanner.ui.kit.plan_context import PlanContext
from tests.support.contexts import context_of

B1, E1 = RoleId("v2:B-1"), RoleId("v2:E-1")
SOC = PartyId("soc")


@pytest.fixture
def context(document: Document, translator: Translator) -> PlanContext:
    """Return what the summary works with."""
    return context_of(document, translator)


@pytest.fixture
def panel(qtbot: QtBot) -> QWidget:
    """Return the panel around the summary."""
    panel = QWidget()
    panel.resize(256, 700)
    qtbot.addWidget(panel)
    return panel


@pytest.fixture
def summary(panel: QWidget, context: PlanContext) -> PlanSummary:
    """Return the summary, shown."""
    summary = PlanSummary(context, panel)
    panel.show()
    return summary


def lines(summary: PlanSummary) -> list[FindingLine]:
    """Return the findings that can be seen."""
    return [each for each in summary.findChildren(FindingLine) if each.isVisible()]


def test_sourcings_are_counted_and_the_busiest_parties_named(summary: PlanSummary) -> None:
    assert summary.name.text() == "Sample Works"
    assert summary.phase.text() == "Now"
    assert summary.shares[Sourcing.INSOURCE].text() == "In-house 31"
    assert "Outsourced 20" in summary.bar.accessibleName()
    assert summary.load.text().splitlines()[0] == "CSIRT: 35 duties"
    assert len(summary.load.text().splitlines()) == 3
    assert lines(summary) == []


def test_an_edit_is_followed_soon(qtbot: QtBot, summary: PlanSummary, document: Document) -> None:
    document.perform(ChangeSourcing(NOW, frozenset({B1}), Sourcing.UNDECIDED))
    document.perform(RenameOrganisation("Other Works"))
    qtbot.waitUntil(lambda: summary.name.text() == "Other Works")
    assert summary.shares[Sourcing.OUTSOURCE].text() == "Outsourced 19"
    assert summary.advice.text() == "Decide who carries out 1 role."


def test_the_next_step_is_passed_on(qtbot: QtBot, summary: PlanSummary, document: Document) -> None:
    document.perform(ChangeSourcing(NOW, frozenset({B1}), Sourcing.UNDECIDED))
    summary.fill()
    with qtbot.waitSignal(summary.step_chosen) as chosen:
        QTest.mouseClick(summary.button, Qt.MouseButton.LeftButton)
    assert chosen.args == [NextStep(Todo.DECIDE_SOURCING, 1, (B1,))]


def test_a_finding_is_gone_to_and_fixed(
    qtbot: QtBot, summary: PlanSummary, document: Document
) -> None:
    document.perform(SetCells(NOW, ((B1, SOC, BLANK),)))
    summary.fill()
    line = lines(summary)[0]
    with qtbot.waitSignal(summary.finding_chosen) as chosen:
        QTest.mouseClick(line.go, Qt.MouseButton.LeftButton)
    assert chosen.args is not None
    assert chosen.args[0].rule == "R01"
    assert line.fix.isVisible()
    with qtbot.waitSignal(summary.fix_requested) as fix:
        line.menu().actions()[0].trigger()
    assert fix.args is not None
    before = len(lines(summary))
    document.perform(fix.args[0])
    summary.fill()
    assert len(lines(summary)) < before


def test_it_follows_the_language(
    qtbot: QtBot, summary: PlanSummary, translator: Translator
) -> None:
    translator.use(words_for("ja"))
    qtbot.waitUntil(lambda: summary.phase.text() == "現状")
    assert summary.shares[Sourcing.INSOURCE].text() == "自組織 31"


def test_a_hidden_summary_counts_nothing(
    qtbot: QtBot, summary: PlanSummary, document: Document
) -> None:
    summary.hide()
    document.perform(RenameOrganisation("Other Works"))
    qtbot.wait(100)
    assert summary.name.text() == "Sample Works"
