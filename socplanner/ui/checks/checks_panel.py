"""The panel of checks: counts at a glance, the list of findings, and what to do about each."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.checks.findings_model import Column, FindingsModel
from socplanner.ui.overriding import override
from socplanner.ui.theme import severity_colour
from socplanner.wording.findings import explain, remedy, say
from socplanner.wording.terms import role_code, severity_mark

_ROWS_SHOWN = 4
_AIR = 4
_HEAD = 14
_WIDTHS = {Column.SEVERITY: 5, Column.RULE: 7, Column.ROLE: 26}
_UNBOUNDED = 16_777_215


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


class ChecksPanel(QFrame):
    """Shows what the rules have found; the list folds away, the gravest finding stays in sight."""

    jump_requested = Signal(object, object)

    def __init__(
        self,
        document: Document,
        checking: Checking,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        """Show the findings of `checking`, folded to one line."""
        super().__init__(parent)
        self._document = document
        self._translator = translator
        self.model = FindingsModel(document, checking, translator, self)
        self.list = FindingsList(self)
        self.fold = QToolButton(self)
        self._title = QLabel(self)
        self._counts = {severity: QLabel(self) for severity in Severity}
        self.first = QToolButton(self)
        self._all_clear = QLabel(self)
        self._advice = QLabel(self)
        self._set_up_list()
        self._set_up_head()
        self._lay_out()
        self._connect()
        self._colour_counts()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        words = self._translator.words
        self._title.setText(words.tr("Checks"))
        self.list.setAccessibleName(words.tr("Findings"))
        self._all_clear.setText(f"✓ {words.tr('No findings')}")
        self._name_fold()
        self._show_counts()
        self._show_advice()

    def show_list(self, is_shown: bool) -> None:
        """Unfold the list of findings, or fold it away."""
        self.fold.setChecked(is_shown)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "_body"):
            return
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_counts()
            self.model.tell_all()
        elif event.type() == QEvent.Type.FontChange:
            self._size_columns()
            self._on_folded(is_open=self.fold.isChecked())

    def _set_up_list(self) -> None:
        self.list.setModel(self.model)
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
        self._size_columns()

    def _size_columns(self) -> None:
        # Counted in characters: to measure a symbol would load its font before the first paint.
        wide = self.list.fontMetrics().averageCharWidth()
        for column, characters in _WIDTHS.items():
            self.list.header().resizeSection(column, wide * characters)

    def _set_up_head(self) -> None:
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        for button in (self.fold, self.first):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fold.setCheckable(True)
        self.fold.setArrowType(Qt.ArrowType.RightArrow)
        self.first.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.first.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.first.setMinimumWidth(1)
        self._advice.setWordWrap(True)
        self._advice.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._advice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._advice.setTextFormat(Qt.TextFormat.PlainText)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4, 2, 8, 2)
        head.setSpacing(6)
        head.addWidget(self.fold)
        head.addWidget(self._title)
        head.addSpacing(8)
        for label in self._counts.values():
            head.addWidget(label)
        head.addWidget(self._all_clear)
        head.addWidget(self.first)
        head.addStretch(1)
        self._body = QWidget(self)
        body = QHBoxLayout(self._body)
        body.setContentsMargins(8, 0, 8, 4)
        body.setSpacing(12)
        body.addWidget(self.list, 7)
        body.addWidget(self._advice, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._body, 1)
        self._on_folded(is_open=False)

    def _connect(self) -> None:
        self.fold.toggled.connect(self._on_folded)
        self.first.clicked.connect(self._jump_to_first)
        self.list.chosen.connect(self._jump)
        self.list.doubleClicked.connect(self._jump)
        self.list.selectionModel().currentChanged.connect(self._show_advice)
        self.model.counts_changed.connect(self._on_findings_changed)
        self.model.dataChanged.connect(self._on_findings_changed)
        self._translator.language_changed.connect(self.retranslate)

    def _on_folded(self, is_open: bool) -> None:
        self.fold.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self._body.setVisible(is_open)
        line = self.fontMetrics().height()
        row = max(line + _AIR, self.list.sizeHintForRow(0))
        self._body.setMinimumHeight(row * _ROWS_SHOWN + _HEAD if is_open else 0)
        folded = max(self.minimumSizeHint().height(), line + _HEAD)
        self.setMaximumHeight(_UNBOUNDED if is_open else folded)
        self._name_fold()
        self._show_counts()
        if is_open and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _name_fold(self) -> None:
        words = self._translator.words
        is_open = self.fold.isChecked()
        name = words.tr("Hide the findings") if is_open else words.tr("Show the findings")
        self.fold.setToolTip(name)
        self.fold.setAccessibleName(name)

    def _on_findings_changed(self) -> None:
        self._show_counts()
        self._show_advice()

    def _show_counts(self) -> None:
        words, counts = self._translator.words, {each: self.model.count(each) for each in Severity}
        said = {
            Severity.ERROR: words.count("{n} error", "{n} errors", counts[Severity.ERROR]),
            Severity.WARNING: words.count("{n} warning", "{n} warnings", counts[Severity.WARNING]),
            Severity.INFO: words.count("{n} hint", "{n} hints", counts[Severity.INFO]),
        }
        for severity, label in self._counts.items():
            label.setText(f"{severity_mark(severity)} {said[severity]}")
            label.setVisible(counts[severity] > 0)
        self._all_clear.setVisible(not any(counts.values()))
        self._show_first(self.model.gravest())

    def _colour_counts(self) -> None:
        for severity, label in self._counts.items():
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.WindowText, severity_colour(severity, palette))
            label.setPalette(palette)

    def _show_first(self, finding: Finding | None) -> None:
        """Show the gravest finding in the head while the list is folded."""
        self.first.setVisible(finding is not None and not self.fold.isChecked())
        if finding is None:
            return
        plan, words = self._document.plan, self._translator.words
        code = "" if finding.role is None else role_code(plan, finding.role)
        said = f"{finding.rule}  {code}  {say(finding, plan, words)}"
        self.first.setText(said.replace("&", "&&"))
        self.first.setToolTip(f"{said}\n{remedy(finding, plan, words)}")
        self.first.setAccessibleName(words.tr("Go to {finding}", finding=said))

    def _show_advice(self) -> None:
        finding = self.model.finding(self.list.currentIndex().row())
        plan, words = self._document.plan, self._translator.words
        if finding is None:
            self._advice.setText(words.tr("Choose a finding to read what to do about it."))
            return
        self._advice.setText(
            f"{say(finding, plan, words)}\n→ {remedy(finding, plan, words)}\n"
            f"{explain(finding, plan, words)}"
        )

    def _jump(self, index: QModelIndex | None = None) -> None:
        self._go_to(self.model.finding(self.list.currentIndex().row()))

    def _jump_to_first(self) -> None:
        self._go_to(self.model.gravest())

    def _go_to(self, finding: Finding | None) -> None:
        if finding is not None and finding.role is not None:
            party = finding.parties[0] if finding.parties else None
            self.jump_requested.emit(finding.role, party)
