"""The line at the foot: legend with counts, state of the file, and what it drops when narrow."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing
from socplanner.domain.ids import RoleId
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.new_plan import NOW
from socplanner.domain.replace_plan import replacing
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.checks.checks_line import ChecksLine
from socplanner.ui.checks.findings_model import FindingsModel
from socplanner.ui.shell.status_line import StatusLine
from tests.support.contexts import context_of

B1 = RoleId("v2:B-1")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return a window of 1280 pixels."""
    window = QWidget()
    window.resize(1280, 100)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def line(window: QWidget, document: Document, translator: Translator) -> StatusLine:
    """Return the line in its window."""
    context = context_of(document, translator)
    line = StatusLine(context, ChecksLine(FindingsModel(context, document), context), window)
    line.resize(1280, 27)
    window.show()
    return line


def test_the_legend_has_names_and_counts(line: StatusLine) -> None:
    texts = [label.text() for label in line.legend.values()]
    assert texts == ["In-house 31", "Outsourced 20", "Both 3", "Not performed 0"]
    assert line.open_counts.isVisible()


def test_counts_follow_an_edit(line: StatusLine, document: Document) -> None:
    document.perform(ChangeSourcing(NOW, frozenset({B1}), Sourcing.INSOURCE))
    assert line.legend[Sourcing.INSOURCE].text() == "In-house 32"
    assert line.saved.text() == "Not saved"


def test_a_narrow_line_drops_names_and_open_counts(line: StatusLine) -> None:
    line.resize(480, 27)
    legend = line.legend[Sourcing.OUTSOURCE]
    assert legend.text() == "20"
    assert legend.accessibleName() == legend.toolTip() == "Outsourced 20"
    assert not line.open_counts.isVisible()
    line.resize(1280, 27)
    assert legend.text() == "Outsourced 20"
    assert line.open_counts.isVisible()


def test_a_message_stands_in_front_of_the_checks(line: StatusLine) -> None:
    line.showMessage("Copied 3 cells.")
    first = line.grab().toImage()
    line.showMessage("Copied 4 cells.")
    assert line.grab().toImage() != first


def test_a_plan_without_a_file_is_not_shown_as_saved(line: StatusLine) -> None:
    assert line.saved.text() == "Saved"
    line.set_has_file(False)
    assert line.saved.text() == "In no file yet"


def test_conflicts_that_wait_have_a_button_with_their_number(
    line: StatusLine, document: Document, qtbot: QtBot
) -> None:
    assert not line.conflicts.isVisible()
    plan = document.plan
    waiting = replace(plan, conflicts=(MergeConflict("/organisation", '"A"', '"B"'),))
    document.perform(replacing(plan, waiting, "merge"))
    assert line.conflicts.isVisible()
    assert line.conflicts.text() == "1 conflict"
    assert line.conflicts.accessibleDescription().endswith("waits for your choice.")
    with qtbot.waitSignal(line.conflicts_requested):
        line.conflicts.click()
    document.undo()
    assert not line.conflicts.isVisible()
    document.redo()
    line.resize(640, 27)
    assert line.conflicts.isVisible()
    assert line.conflicts.x() + line.conflicts.width() <= line.saved.x()
