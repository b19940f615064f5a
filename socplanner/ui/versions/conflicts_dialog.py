"""The conflicts of a merge: our value and theirs side by side, chosen one by one or all at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.problem import EditRejected
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.services.version_adoption import choice_of
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.lines.line_panel import LinePanel
from socplanner.ui.lines.line_source import Side
from socplanner.ui.versions.conflict_lines import ConflictSource
from socplanner.wording import errors

_SIZE = (860, 520)


class ConflictsDialog(QDialog):
    """Shows the conflicts of the plan; each choice is a step that can be undone."""

    def __init__(
        self, document: Document, translator: Translator, parent: QWidget | None = None
    ) -> None:
        """Begin with the first conflict."""
        super().__init__(parent)
        self._document, self._words = document, translator.words
        words = self._words
        self.setWindowTitle(words.tr("Conflicts"))
        self.about = PlainLabel(self)
        self.about.setWordWrap(True)
        self.panel = LinePanel(words.tr("Conflicts"), words, self, rows=7)
        self.problem = InkLabel(self, "error", "body")
        self.ours_button = QPushButton(words.tr("Keep &ours"), self)
        self.theirs_button = QPushButton(words.tr("Choose &theirs"), self)
        self._lay_out()
        self.panel.tree.selectionModel().selectionChanged.connect(self._on_selected)
        self.panel.tree.side_wanted.connect(self._choose)
        self.ours_button.clicked.connect(self._choose_ours)
        self.theirs_button.clicked.connect(self._choose_theirs)
        document.plan_changed.connect(self.refresh)
        document.opened.connect(self.refresh)
        self.resize(*_SIZE)
        self.refresh()

    def refresh(self) -> None:
        """Show the conflicts that are left."""
        plan, words = self._document.plan, self._words
        self.panel.show_source(ConflictSource(plan, words))
        count = len(plan.conflicts)
        self.problem.hide()
        self.about.setText(
            words.count(
                "{n} conflict waits. The plan has our value until you choose.",
                "{n} conflicts wait. The plan has our values until you choose.",
                count,
            )
            if count
            else words.tr("No conflict is left.")
        )
        self._on_selected()

    def _lay_out(self) -> None:
        words, below = self._words, QHBoxLayout()
        for button in (self.ours_button, self.theirs_button):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addStretch(1)
        buttons = QDialogButtonBox(self)
        buttons.addButton(words.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        below.addWidget(buttons)
        keys = InkLabel(self, "text-2", "dense", words.tr("Left arrow: ours. Right arrow: theirs."))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (self.about, self.panel, keys, self.problem):
            column.addWidget(widget, 1 if widget is self.panel else 0)
        column.addLayout(below)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel.tree.setFocus()

    def _on_selected(self) -> None:
        has_any = bool(self.panel.tree.chosen())
        self.ours_button.setEnabled(has_any)
        self.theirs_button.setEnabled(has_any)

    def _choose_ours(self) -> None:
        self._choose(self.panel.tree.chosen(), Side.OURS)

    def _choose_theirs(self) -> None:
        self._choose(self.panel.tree.chosen(), Side.THEIRS)

    def _choose(self, conflicts: Sequence[MergeConflict], side: Side) -> None:
        """Choose a side of `conflicts` in one step, or show why that is not possible."""
        if not conflicts or not self._document.commit_pending():
            return
        is_ours = side is Side.OURS
        try:
            self._document.perform(choice_of(self._document.plan, conflicts, is_ours=is_ours))
        except EditRejected as rejection:
            self._show_problem(errors.message(rejection.problem, self._words))

    def _show_problem(self, text: str) -> None:
        """Show why a choice is refused: other lines may have what it refers to."""
        if len(self._document.plan.conflicts) > 1:
            hint = self._words.tr(
                "Lines that belong together are chosen together: select them all."
            )
            text = f"{text} {hint}"
        self.problem.setText(text)
        self.problem.show()
