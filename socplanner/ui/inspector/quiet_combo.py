"""A combo box that the wheel does not change while the planner only scrolls past it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from socplanner.ui.kit.overriding import override

_EDGE = 4
SHORT_TEXT = Qt.ItemDataRole.UserRole + 1
"""What a closed list shows of its item, where that is less than in the open list."""


class QuietCombo(QComboBox):
    """Fits a narrow column; turning the wheel over it scrolls the area around it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(3)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def widen_list(self) -> None:
        """Make the open list as wide as its longest text."""
        view = self.view()
        view.setMinimumWidth(
            view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width()
        )

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        """Cut a text that is too long with an ellipsis, where Qt would cut through a letter."""
        if self.isEditable():
            super().paintEvent(e)
            return
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
        short = self.currentData(SHORT_TEXT)
        if isinstance(short, str):
            option.currentText = short
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width() - _EDGE
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()
