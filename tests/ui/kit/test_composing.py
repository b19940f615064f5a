"""What an input method composes is entered once, unless the planner cancels it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socplanner.ui.kit.composing import Composing
from tests.support.input_method import InputMethod, Manner, use


class Form(QWidget):
    """Two fields of a kind."""

    def __init__(self, kind: type[QWidget]) -> None:
        """Begin with empty fields."""
        super().__init__()
        column = QVBoxLayout(self)
        self.fields = kind(self), kind(self)
        for field in self.fields:
            if isinstance(field, QComboBox):
                field.setEditable(True)
            column.addWidget(field)

    def text(self) -> str:
        """Return the text of the first field."""
        field = self.fields[0]
        if isinstance(field, QComboBox):
            return field.currentText()
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        assert isinstance(field, QLineEdit)
        return field.text()


@pytest.fixture(params=[QLineEdit, QPlainTextEdit, QComboBox])
def form(request: pytest.FixtureRequest, qtbot: QtBot) -> Form:
    """Return a form that is shown, the focus in its first field."""
    form = Form(request.param)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    form.fields[0].setFocus()
    qtbot.waitUntil(form.fields[0].hasFocus)
    return form


@pytest.fixture
def composing(form: Form, qapp: QApplication) -> Composing:
    """Return what watches the form."""
    return Composing(qapp, form)


@pytest.mark.parametrize("manner", Manner)
def test_a_commit_enters_it_once(
    form: Form, composing: Composing, manner: Manner, monkeypatch: pytest.MonkeyPatch
) -> None:
    method = InputMethod(manner)
    use(method, monkeypatch)
    method.compose("けい")
    method.compose("けいかく")
    composing.commit()
    composing.commit()
    assert form.text() == "けいかく"


def test_what_is_dropped_as_the_focus_moves_is_entered(form: Form, composing: Composing) -> None:
    method = InputMethod(Manner.DROPS)
    method.compose("けいかく")
    method.commit()  # by Qt, directly before the focus moves
    form.fields[1].setFocus()
    assert form.text() == "けいかく"


def test_what_the_planner_cancels_stays_cancelled(form: Form, composing: Composing) -> None:
    method = InputMethod(Manner.DROPS)
    method.compose("けいかく")
    method.commit()
    QApplication.processEvents()
    form.fields[1].setFocus()
    assert form.text() == ""


def test_what_was_committed_is_not_entered_again(form: Form, composing: Composing) -> None:
    method = InputMethod(Manner.COMMITS)
    method.compose("けいかく")
    method.commit()
    form.fields[1].setFocus()
    assert form.text() == "けいかく"


def test_a_field_that_goes_is_forgotten(form: Form, composing: Composing, qtbot: QtBot) -> None:
    QApplication.sendEvent(form.fields[0], QInputMethodEvent("けい", []))
    form.fields[0].deleteLater()
    qtbot.waitUntil(lambda: not form.fields[1].isHidden())
    QApplication.processEvents()
    composing.commit()


@pytest.mark.parametrize(
    "reason", [Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason]
)
@pytest.mark.parametrize("manner", Manner)
def test_menus_and_other_windows_end_composing(
    form: Form,
    composing: Composing,
    manner: Manner,
    reason: Qt.FocusReason,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    method = InputMethod(manner)
    use(method, monkeypatch)
    method.compose("けいかく")
    leave = QFocusEvent(QEvent.Type.FocusOut, reason)
    QApplication.sendEvent(form.fields[0], leave)
    assert form.text() == "けいかく"
