"""The list of what differs from another version of the plan; each entry can be adopted."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.services.document import Document
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_differences import PlanDifferences, plan_differences
from socplanner.services.translator import Translator
from socplanner.services.version_adoption import adoption_of
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.lines.difference_lines import DifferenceSource
from socplanner.ui.lines.line_panel import LinePanel
from socplanner.ui.lines.line_source import Side
from socplanner.wording import errors
from socplanner.wording.differences.lines import DifferenceLine
from socplanner.wording.differences.subjects import phase_id_at

_SIZE = (620, 640)
_MANY, _LATER = 500, 300
"""The most topics that are compared again with each edit; with more, after so many milliseconds."""

_NEVER_ADOPTED = (("id",), ("catalogue",))


class OtherVersion(NamedTuple):
    """A version to compare with, by its title; `made_of` returns it for the plan as it is now.

    `made_of` raises FileProblem where the version cannot be read.
    """

    title: str
    made_of: Callable[[Plan], Plan]


class DifferencesDialog(QDialog):
    """Compares the plan with one of some versions, and follows every edit."""

    jump_requested = Signal(object, str)
    """The planner goes to a `PlaceSubject`, in the phase with that id if it is in one."""

    def __init__(
        self,
        document: Document,
        translator: Translator,
        versions: Sequence[OtherVersion],
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the first of `versions`."""
        super().__init__(parent)
        self._document, self._words, self._versions = document, translator.words, versions
        self._plan_id = document.plan.id
        self._differences: PlanDifferences | None = None
        words = self._words
        self.setWindowTitle(words.tr("Compare versions"))
        self.choice = QComboBox(self)
        self.choice.addItems([each.title for each in versions])
        self.choice.setAccessibleName(words.tr("Compare with"))
        self.about = PlainLabel(self)
        self.about.setWordWrap(True)
        self.panel = LinePanel(words.tr("Differences"), words, self, rows=6)
        self._source = DifferenceSource(())
        self.problem = InkLabel(self, "error", "body")
        self.jump_button = QPushButton(words.tr("&Go there"), self)
        self.adopt_button = QPushButton(words.tr("&Adopt"), self)
        self.all_button = QPushButton(words.tr("Adopt a&ll"), self)
        self._lay_out()
        self.choice.currentIndexChanged.connect(self.refresh)
        tree = self.panel.tree
        tree.selectionModel().selectionChanged.connect(self._on_selected)
        tree.activated_line.connect(self._jump)
        tree.side_wanted.connect(self._on_side_wanted)
        self.jump_button.clicked.connect(self._jump)
        self.adopt_button.clicked.connect(self._adopt)
        self.all_button.clicked.connect(self._adopt_all)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self.refresh)
        document.plan_changed.connect(self._on_plan_changed)
        document.opened.connect(self._on_opened)
        self.resize(*_SIZE)
        self.refresh()

    def refresh(self) -> None:
        """Show what differs now."""
        plan, words = self._document.plan, self._words
        try:
            other = self._versions[self.choice.currentIndex()].made_of(plan)
        except FileProblem as problem:
            self._show_unread(problem)
            return
        self._differences = plan_differences(plan, other)
        groups = self._differences.groups(words)
        count = sum(len(group.lines) for group in groups)
        self.about.setText(
            words.count(
                "{n} difference. Each line shows what changes in the plan when it is adopted.",
                "{n} differences. Each line shows what changes in the plan when it is adopted.",
                count,
            )
            if count
            else words.tr("Nothing differs.")
        )
        self.problem.hide()
        self._source = DifferenceSource(groups, can_adopt=True)
        self.panel.show_source(self._source)
        self.all_button.setEnabled(bool(count))
        self._on_selected()

    def _show_unread(self, problem: FileProblem) -> None:
        """Show why the chosen version cannot be compared."""
        self._differences, self._source = None, DifferenceSource(())
        self.about.setText("")
        self.panel.show_text(errors.message(problem.problem, self._words))
        self.problem.hide()
        self.all_button.setEnabled(False)
        self._on_selected()

    def _lay_out(self) -> None:
        words = self._words
        above = QHBoxLayout()
        label = PlainLabel(self, words.tr("Compare &with"))
        label.setBuddy(self.choice)
        above.addWidget(label)
        above.addWidget(self.choice, 1)
        below = QHBoxLayout()
        for button in (self.jump_button, self.adopt_button, self.all_button):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addStretch(1)
        buttons = QDialogButtonBox(self)
        buttons.addButton(words.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        below.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(above)
        column.addWidget(self.about)
        column.addWidget(self.panel, 1)
        column.addWidget(self.problem)
        column.addLayout(below)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel.tree.setFocus()

    def _on_selected(self) -> None:
        has_lines = bool(self.panel.tree.chosen())
        self.jump_button.setEnabled(has_lines)
        self.adopt_button.setEnabled(has_lines)

    def _jump(self) -> None:
        for line in self.panel.tree.chosen()[:1]:
            subject = self._source.group_of(line).subject
            phase = phase_id_at(line.topics[0].place) if line.topics else ""
            self.jump_requested.emit(subject, phase)

    def _adopt(self) -> None:
        self._adopt_lines(self.panel.tree.chosen())

    def _on_side_wanted(self, lines: Sequence[DifferenceLine], _side: Side) -> None:
        self._adopt_lines(lines)

    def _adopt_all(self) -> None:
        if self._differences is not None:
            groups = self._differences.groups(self._words)
            self._adopt_lines([line for group in groups for line in group.lines])

    def _adopt_lines(self, lines: Sequence[DifferenceLine]) -> None:
        """Adopt the differences of `lines` in one step, or show why that is not possible."""
        if self._differences is None or not self._document.commit_pending():
            return
        topics = [
            topic for line in lines for topic in line.topics if topic.place not in _NEVER_ADOPTED
        ]
        other = self._differences.versions.after
        if not topics:
            return
        try:
            edit = adoption_of(self._document.plan, other, topics)
            self._document.perform(edit)
        except EditRejected as rejection:
            self.problem.setText(errors.message(rejection.problem, self._words))
            self.problem.show()

    def _on_plan_changed(self) -> None:
        """Show what differs now; a long list waits until the planner pauses."""
        if self._differences is not None and len(self._differences.topics) > _MANY:
            self._later.start()
        else:
            self.refresh()

    def _on_opened(self) -> None:
        """Close where another plan was opened."""
        if self._document.plan.id == self._plan_id:
            self.refresh()
        else:
            self.close()
