"""The line of checks: counts, the most severe finding, and the button that opens the list."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.duty_edits import ChangeSourcing, SetCells
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import ChangeParty
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.checks.checks_line import ChecksLine
from socplanner.ui.checks.findings_model import FindingsModel
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support.contexts import context_of

B1, E1 = RoleId("v2:B-1"), RoleId("v2:E-1")
SOC = PartyId("soc")


@pytest.fixture
def line(
    qtbot: QtBot, document: Document, checking: Checking, translator: Translator
) -> ChecksLine:
    """Return the line, shown."""
    context = context_of(document, translator, checking=checking)
    line = ChecksLine(FindingsModel(context, document), context)
    qtbot.addWidget(line)
    line.resize(800, 26)
    line.show()
    return line


@pytest.fixture
def error(line: ChecksLine, document: Document, viewpoint: Viewpoint) -> None:
    """Make one error, and a warning on a later role."""
    document.perform(SetCells(viewpoint.phase, ((B1, SOC, Cell("A/R")),)))
    document.perform(ChangeSourcing(viewpoint.phase, frozenset({E1}), Sourcing.NOT_CARRIED_OUT))


def shown(line: ChecksLine) -> list[str]:
    """Return every label that can be seen."""
    return [each.text() for each in line.findChildren(QLabel) if each.isVisible()]


def test_a_plan_without_findings_is_reported_so(line: ChecksLine) -> None:
    assert shown(line) == ["No findings"]
    assert not line.first.isVisible()


@pytest.mark.usefixtures("error")
def test_findings_are_counted_by_severity(line: ChecksLine) -> None:
    assert shown(line) == ["1", "1", "1"]
    assert line.counts[Severity.ERROR].accessibleName() == "1 error"
    assert line.counts[Severity.WARNING].toolTip() == "1 warning"
    assert line.counts[Severity.INFO].accessibleName() == "1 hint"


@pytest.mark.usefixtures("error")
def test_the_most_severe_finding_is_one_click_away(qtbot: QtBot, line: ChecksLine) -> None:
    assert line.first.text().startswith("D02  B-1")
    with qtbot.waitSignal(line.finding_chosen) as chosen:
        QTest.mouseClick(line.first, Qt.MouseButton.LeftButton)
    assert chosen.args is not None
    assert chosen.args[0].role == B1


@pytest.mark.usefixtures("error")
def test_the_open_list_makes_the_finding_needless(line: ChecksLine) -> None:
    closed = line.fold.accessibleName()
    line.show_open(True)
    assert not line.first.isVisible()
    assert line.fold.accessibleName() != closed
    line.show_open(False)
    assert line.first.isVisible()
    assert line.fold.accessibleName() == closed


@pytest.mark.usefixtures("error")
def test_the_line_follows_the_language(line: ChecksLine, translator: Translator) -> None:
    translator.use(words_for("ja"))
    assert line.fold.text() == "点検"
    assert line.counts[Severity.ERROR].accessibleName() == "エラー1件"
    assert "accountable" not in line.first.text()


@pytest.mark.usefixtures("error")
def test_a_party_renamed_is_renamed_in_the_finding_too(
    line: ChecksLine, document: Document
) -> None:
    soc = document.plan.party(SOC)
    assert soc is not None
    document.perform(ChangeParty(replace(soc, name=LocalText.same("Watch"))))
    assert "Watch" in line.first.text()


@pytest.mark.usefixtures("error")
def test_a_finding_too_long_keeps_its_beginning(line: ChecksLine) -> None:
    wanted = line.first.sizeHint()
    line.first.resize(wanted)
    assert line.first.shown_text() == line.first.text()
    line.first.resize(160, line.first.height())
    assert line.first.shown_text().startswith("D02  B-1  ")
    assert line.first.shown_text().endswith("…")
    assert line.first.sizeHint() == wanted
    painted = line.first.grab().toImage()
    line.first.setText(f"{line.first.text()} and more")
    assert line.first.grab().toImage() == painted
