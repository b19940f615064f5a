"""Weights of functions and roles, set in the real window: the gaps follow, as one step."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from socplanner.ui.dialogs.weights_dialog import WeightsDialog
from socplanner.ui.maturity.maturity_view import MaturityView
from socplanner.ui.maturity.scores_model import ScoreColumn
from socplanner.ui.shell.main_window import MainWindow
from tests.support.plans import sample
from tests.support.programs import when_dialog_opens
from tests.support.windows import window_on


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    """Yield the window on the sample of a manufacturer, with the largest gaps first."""
    plan = sample("manufacturer")
    with window_on(plan, "maturity", phase=plan.phases[-1].id) as window:
        yield window


def test_weights_order_the_gaps_and_are_one_step(window: MainWindow) -> None:
    view = window.area.current_view()
    assert isinstance(view, MaturityView)
    view.restore(("gap",))
    document, before = window.context.document, window.context.document.plan
    first = view.model.rows[0].role.code

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, WeightsDialog)
        dialog.functions["D"].setValue(4)
        dialog.choice.setCurrentIndex(dialog.choice.findData("v2:I-1"))
        dialog.weight.setValue(9)
        dialog.add.click()
        assert dialog.roles.item(0).text().endswith(": 9")
        QTest.keyClick(dialog.accept_button, Qt.Key.Key_Return)

    when_dialog_opens(WeightsDialog, answer)
    view.weights_button.click()
    assert dict(document.plan.weights) == {"D": 4, "v2:I-1": 9}
    assert view.model.rows[0].role.code == "I-1"
    gap = view.model.index(0, ScoreColumn.GAP)
    assert gap.data() == "+1 ×9"
    document.undo()
    assert document.plan is before
    assert view.model.rows[0].role.code == first


def test_the_weight_of_a_role_is_removed_and_a_cancelled_dialog_changes_nothing(
    window: MainWindow,
) -> None:
    document = window.context.document

    def add(dialog: QDialog) -> None:
        assert isinstance(dialog, WeightsDialog)
        dialog.add.click()
        dialog.accept()

    def remove(dialog: QDialog) -> None:
        assert isinstance(dialog, WeightsDialog)
        assert not dialog.remove.isEnabled()
        dialog.roles.setCurrentRow(0)
        dialog.remove.click()
        assert dialog.roles.count() == 0
        dialog.accept()

    def cancel(dialog: QDialog) -> None:
        assert isinstance(dialog, WeightsDialog)
        dialog.functions["A"].setValue(9)
        dialog.reject()

    for work, weights in ((add, {"v2:A-1": 1}), (remove, {}), (cancel, {})):
        when_dialog_opens(WeightsDialog, work)
        window.actions_["weights"].trigger()
        assert dict(document.plan.weights) == weights
