"""What unfolds in the panel of checks: the findings, and what to do about the chosen one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.checks.findings_model import Column, FindingsModel
from socplanner.ui.overriding import override
from socplanner.wording.findings import explain, remedy, say

_ROWS_SHOWN = 4
_AIR = 4
_HEAD = 14
_WIDTHS = {Column.SEVERITY: 5, Column.RULE: 7, Column.ROLE: 26}


class FindingsList(QTreeView):
    """The findings, one a row; Enter and double-click ask to go there."""

    chosen = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


class RoomyDelegate(QStyledItemDelegate):
    """Leaves a little air between the rows."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, _AIR)


class FindingsBody(QWidget):
    """Shows the findings of a model; made when the panel is first unfolded."""

    jump_requested = Signal(int)
    """Somebody wants to go to the finding in this row."""

    def __init__(
        self, model: FindingsModel, document: Document, translator: Translator, parent: QWidget
    ) -> None:
        """Show what `model` holds."""
        super().__init__(parent)
        self._model = model
        self._document = document
        self._translator = translator
        self.list = FindingsList(self)
        self._advice = QLabel(self)
        self._set_up_list()
        self._advice.setWordWrap(True)
        self._advice.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._advice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._advice.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 4)
        row.setSpacing(12)
        row.addWidget(self.list, 7)
        row.addWidget(self._advice, 4)
        self.list.chosen.connect(self._jump)
        self.list.doubleClicked.connect(self._jump)
        self.list.selectionModel().currentChanged.connect(self.show_advice)
        self.fit_font()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.list.setAccessibleName(self._translator.words.tr("Findings"))
        self.show_advice()

    def fit_font(self) -> None:
        """Give columns and rows the room they need in the font there is."""
        metrics = self.list.fontMetrics()
        wide = metrics.averageCharWidth()
        for column, characters in _WIDTHS.items():
            self.list.header().resizeSection(column, wide * characters)
        row = max(metrics.height() + _AIR, self.list.sizeHintForRow(0))
        self.setMinimumHeight(row * _ROWS_SHOWN + _HEAD)

    def begin(self) -> None:
        """Choose the first finding where none is chosen."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0, 0))

    def show_advice(self) -> None:
        """Say what the chosen finding means and what to do about it."""
        finding = self._model.finding(self.list.currentIndex().row())
        plan, words = self._document.plan, self._translator.words
        if finding is None:
            self._advice.setText(words.tr("Choose a finding to read what to do about it."))
            return
        self._advice.setText(
            f"{say(finding, plan, words)}\n→ {remedy(finding, plan, words)}\n"
            f"{explain(finding, plan, words)}"
        )

    def _set_up_list(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(RoomyDelegate(self.list))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setHeaderHidden(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.list.header()
        header.setMinimumSectionSize(24)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _jump(self) -> None:
        self.jump_requested.emit(self.list.currentIndex().row())
