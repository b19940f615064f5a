"""The dialog of earlier versions: what each of them changed, what differs from now, and choices.

A version is read when it is shown; what it changed is added to the table one row at a time, so that
the dialog opens at once.
"""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from socplanner.domain.plan import Plan
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_differences import plan_differences
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.ui.lines.difference_lines import DifferenceSource
from socplanner.ui.lines.line_panel import LinePanel
from socplanner.wording import errors
from socplanner.wording.differences.lines import DifferenceGroup
from socplanner.wording.language import Words

_SIZE = (760, 640)
_ROWS_HEIGHT = 160
_TIME, _CHANGE, _FILE = range(3)


class ShownVersion(NamedTuple):
    """A version as a row: when and where it was saved, and how its plan is read.

    `read` raises FileProblem where that is not possible.
    """

    time: str
    file: str
    folder: str
    read: Callable[[], Plan]


class VersionChoice(Enum):
    """What to do with the chosen version."""

    RESTORE = auto()
    COPY = auto()
    COMPARE = auto()


class VersionsDialog(QuestionDialog):
    """Lists versions, the newest first."""

    edit = None
    """The choice is carried out by the one who asks."""

    def __init__(
        self,
        plan: Plan,
        versions: Sequence[ShownVersion],
        unread: int,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Compare `versions` with the open `plan`; `unread` files could not be read."""
        super().__init__(words.tr("Earlier versions"), words.tr("&Restore"), words, parent)
        self.choice = VersionChoice.RESTORE
        self._plan = plan
        self._versions = versions
        self._plans: dict[int, Plan | str] = {}
        self._next = 0
        self.table = QTableWidget(0, 3, self)
        self.differences = LinePanel(words.tr("Changes since this version"), words, self)
        self.copy_button = self.buttons.addButton(
            words.tr("Open a &copy"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.compare_button = self.buttons.addButton(
            words.tr("Compare &beside the window"), QDialogButtonBox.ButtonRole.ActionRole
        )
        for button, choose in (
            (self.copy_button, self._choose_copy),
            (self.compare_button, self._choose_comparison),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(choose)
        self._lay_out(unread)
        self._fill()
        self.table.itemSelectionChanged.connect(self._show_current)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._describe_next)
        if versions:
            self.table.selectRow(0)
            self._timer.start()
        else:
            self._show_current()
        self.table.setFocus()

    @property
    def row(self) -> int:
        """The row of the chosen version, -1 for none."""
        return self.table.currentRow()

    @property
    def chosen(self) -> Plan | None:
        """The plan of the chosen version, or None where it cannot be read."""
        plan = self._plan_at(self.row) if 0 <= self.row < len(self._versions) else None
        return plan if isinstance(plan, Plan) else None

    def _lay_out(self, unread: int) -> None:
        words, table = self.words, self.table
        table.setAccessibleName(words.tr("Earlier versions"))
        table.setHorizontalHeaderLabels(
            [words.tr("Saved at"), words.tr("What changed"), words.tr("File")]
        )
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_CHANGE, QHeaderView.ResizeMode.Stretch)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setMinimumHeight(_ROWS_HEIGHT)
        self.column.addWidget(table, 1)
        heading = PlainLabel(self, words.tr("Changes since &this version:"))
        heading.setBuddy(self.differences)
        self.column.addWidget(heading)
        self.column.addWidget(self.differences, 2)
        if unread:
            text = words.count(
                "{n} file could not be read: it is damaged, or of a newer version of socplanner.",
                "{n} files could not be read: they are damaged, or of a newer version of "
                "socplanner.",
                unread,
            )
            label = PlainLabel(self, text)
            label.setWordWrap(True)
            self.column.addWidget(label)
        self.finish_layout()
        resize_for_texts(self, *_SIZE)

    def _fill(self) -> None:
        self.table.setRowCount(len(self._versions))
        for row, version in enumerate(self._versions):
            texts = {_TIME: version.time, _CHANGE: "…", _FILE: version.file}
            for column, text in texts.items():
                item = QTableWidgetItem(text)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                if column == _FILE:
                    item.setToolTip(tool_tip(version.folder))
                self.table.setItem(row, column, item)

    def _show_current(self) -> None:
        """Show what differs between the current version and the open plan."""
        plan = self._plan_at(self.row) if 0 <= self.row < len(self._versions) else None
        self.accept_button.setEnabled(isinstance(plan, Plan) and plan != self._plan)
        self.copy_button.setEnabled(isinstance(plan, Plan))
        self.compare_button.setEnabled(isinstance(plan, Plan) and plan != self._plan)
        if plan is None:
            self.differences.show_text(
                self.words.tr("There is no earlier version yet: each save of the plan keeps one.")
            )
        elif isinstance(plan, str):
            self.differences.show_text(plan)
        else:
            groups = plan_differences(plan, self._plan).groups(self.words)
            self.differences.show_source(DifferenceSource(groups))
            if not groups:
                self.differences.show_text(self.words.tr("Nothing differs."))

    def _describe_next(self) -> None:
        """Show what the next version changed."""
        row = self._next
        self._next += 1
        if self._next >= len(self._versions):
            self._timer.stop()
        item = self.table.item(row, _CHANGE)
        if item is not None:
            item.setText(self._change_text(row))

    def _change_text(self, row: int) -> str:
        """Return in one line what the version at `row` changed."""
        words, plan = self.words, self._plan_at(row)
        if isinstance(plan, str):
            return plan
        if row + 1 == len(self._versions):
            return words.tr("The first version that is kept")
        before = self._plan_at(row + 1)
        if isinstance(before, str):
            return words.tr("The version before it cannot be read")
        return change_summary(plan_differences(before, plan).groups(words), words)

    def _plan_at(self, row: int) -> Plan | str:
        """Return the plan of the version at `row`, or why it cannot be read."""
        if row not in self._plans:
            try:
                self._plans[row] = self._versions[row].read()
            except FileProblem as problem:
                self._plans[row] = errors.message(problem.problem, self.words)
        return self._plans[row]

    def _choose_copy(self) -> None:
        self.choice = VersionChoice.COPY
        self.accept()

    def _choose_comparison(self) -> None:
        self.choice = VersionChoice.COMPARE
        self.accept()


def change_summary(groups: Sequence[DifferenceGroup], words: Words) -> str:
    """Return the first of `groups` of differences in one line, and how many more there are."""
    count = sum(len(group.lines) for group in groups)
    if not count:
        return words.tr("Nothing but the text of the file")
    group = next(group for group in groups if group.lines)
    first = words.tr("{subject}: {change}", subject=group.title, change=group.lines[0].text)
    if count == 1:
        return first
    return words.count("{first} (and {n} more)", "{first} (and {n} more)", count - 1, first=first)
