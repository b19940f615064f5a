"""What is wrong with the fields of a dialog, written under each of them.

Rules:

- Under a field that was not edited yet nothing is written, until the planner has tried to accept.
- The text under a field is also its description, which a screen reader reads with its name.
- The dialog grows where the text would be cut off.
- A wrong field never disables the button that accepts: pressing it leads to the first wrong field.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QDate, QObject
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from socplanner.domain.history import Edit
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected, Problem
from socplanner.ui.kit.announcing import announce
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.flat_style import WRONG
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.plain_text import tool_tip


def rejection_of(edit: Edit, plan: Plan) -> Problem | None:
    """Return why `edit` cannot be made to `plan`, or None."""
    try:
        edit.apply(plan)
    except EditRejected as rejection:
        return rejection.problem
    return None


class ErrorLine(InkLabel):
    """The line under a field: nothing, or what is wrong with it."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing."""
        super().__init__(parent, "error", "dense")
        self.hide()


class FieldErrors(QObject):
    """Shows the problems of the fields of one dialog."""

    def __init__(self, dialog: QWidget, accept: QPushButton) -> None:
        """Begin without fields; `accept` is the button that accepts `dialog`."""
        super().__init__(dialog)
        self._dialog = dialog
        self._accept = accept
        self._find: Callable[[], Mapping[QWidget, str]] = dict
        self._lines: dict[QWidget, ErrorLine] = {}
        self._usual: dict[QWidget, str] = {}
        self._edited: set[QWidget] = set()
        self._reported: dict[QWidget, str] = {}

    def find_by(self, find: Callable[[], Mapping[QWidget, str]]) -> None:
        """Look for problems by `find`, which returns a text for each wrong field, in their order.

        Call this once all fields are filled.
        """
        self._find = find
        self.check()

    def add_row(self, form: QFormLayout, title: str, field: QWidget) -> ErrorLine:
        """Add a row with `field` to `form`, and its line under it."""
        form.addRow(title, field)
        line = self.add(field)
        form.addRow("", line)
        return line

    def add(self, field: QWidget, *, when_left: bool = False) -> ErrorLine:
        """Make and return the line of `field`, for the caller to lay out.

        With `when_left` a line of text is looked at when it is left, not with each key.
        """
        line = ErrorLine(self._dialog)
        self._lines[field] = line
        self._usual[field] = field.accessibleDescription()
        self._watch(field, when_left=when_left)
        return line

    def text(self, field: QWidget) -> str:
        """Return what is written under `field`."""
        return self._lines[field].text()

    def report(self, field: QWidget, text: str) -> None:
        """Show under `field` what was found elsewhere to be wrong with it, until it is edited."""
        self._reported[field] = text
        self._edited.add(field)
        self.check()

    def mark_edited(self, field: QWidget) -> None:
        """Show problems of `field` from now on, and look for them."""
        self._edited.add(field)
        self._reported.pop(field, None)
        self.check()

    def check(self) -> None:
        """Show the problems of fields that were edited."""
        self._show({**self._reported, **self._find()})

    def stop(self) -> bool:
        """Show all problems and set the focus to the first wrong field; return if there is one."""
        problems = self._find()
        self._edited.update(problems)
        self._show(problems)
        for field, text in problems.items():
            field.setFocus()
            announce(field, text)
            return True
        return False

    def _show(self, problems: Mapping[QWidget, str]) -> None:
        shown = {field: text for field, text in problems.items() if field in self._edited}
        for field, line in self._lines.items():
            text = shown.get(field, "")
            if text != line.text():
                line.setText(text)
                line.setVisible(bool(text))
                field.setAccessibleDescription(text or self._usual[field])
                field.setProperty(WRONG, bool(text))
                field.update()
        if shown and self._dialog.isVisible() and self._dialog.isWindow():
            resize_for_texts(self._dialog, self._dialog.width(), self._dialog.height())
        reasons = "\n".join(shown.values())
        self._accept.setToolTip(tool_tip(reasons))
        self._accept.setAccessibleDescription(reasons)

    def _watch(self, field: QWidget, *, when_left: bool) -> None:
        """Look for problems whenever `field` changes, or when it is left."""
        if isinstance(field, QLineEdit):
            signal = field.editingFinished if when_left else field.textChanged
            signal.connect(self._on_edited)
        elif isinstance(field, QComboBox):
            field.currentIndexChanged.connect(self._on_edited)
        elif isinstance(field, QSpinBox | QDoubleSpinBox):
            field.valueChanged.connect(self._on_edited)
        elif isinstance(field, QPlainTextEdit):
            field.textChanged.connect(self._on_edited)
        elif isinstance(field, QDateEdit):
            field.dateChanged.connect(self._on_edited)

    def _on_edited(self, _: str | float | QDate = "") -> None:
        field = self.sender()
        if isinstance(field, QWidget):
            self.mark_edited(field)
