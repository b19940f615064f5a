"""The dialog that adds, renames and removes phases, each change as an undo step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from socplanner.domain.history import Edit
from socplanner.domain.ids import PhaseId, slug_for
from socplanner.domain.local_text import LocalText
from socplanner.domain.phase_edits import AddPhase, RemovePhase, RenamePhase
from socplanner.domain.plan import Phase
from socplanner.domain.problem import EditRejected
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.ui.kit.notice_bar import NoticeBar
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.wording import errors
from socplanner.wording.terms import phase_name


class PhasesDialog(QuestionDialog):
    """Lists the phases in order; a new one is added at the end."""

    def __init__(
        self,
        document: Document,
        viewpoint: Viewpoint,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the phase in view."""
        words = translator.words
        super().__init__(words.tr("Phases"), words.tr("Close"), words, parent)
        self._document = document
        self._viewpoint = viewpoint
        self.list = QListWidget(self)
        self.name = QLineEdit(self)
        self.add_button = QPushButton(words.tr("&Add after the last"), self)
        self.rename_button = QPushButton(words.tr("&Rename"), self)
        self.remove_button = QPushButton(words.tr("Re&move"), self)
        self.notices = NoticeBar(self)
        self._lay_out()
        self._connect()
        self._show_phases(viewpoint.phase)

    def _lay_out(self) -> None:
        words = self.words
        about = PlainLabel(
            self,
            words.tr(
                "The first phase is now. Each later one records only what changes from the one "
                "before it."
            ),
        )
        about.setWordWrap(True)
        self.list.setAccessibleName(words.tr("Phases"))
        self.name.setAccessibleName(words.tr("Name of the phase"))
        self.name.setPlaceholderText(words.tr("Name of the phase"))
        keep_clean(self.name, words)
        row = QHBoxLayout()
        for button in (self.add_button, self.rename_button, self.remove_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        for widget in (about, self.list, self.name, self.errors.add(self.name)):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.column.addWidget(self.notices)
        self.finish_layout()
        self.cancel_button.hide()
        resize_for_texts(self, 420, 380)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.add_button.clicked.connect(self._add)
        self.rename_button.clicked.connect(self._rename)
        self.remove_button.clicked.connect(self._remove)
        self.name.textChanged.connect(self._enable)

    def _show_phases(self, current: PhaseId) -> None:
        self.list.clear()
        for phase in self._document.plan.phases:
            item = QListWidgetItem(phase_name(phase, self.words), self.list)
            item.setData(Qt.ItemDataRole.UserRole, phase.id)
            if phase.id == current:
                self.list.setCurrentItem(item)
        self._enable()

    def _current(self) -> Phase:
        phases = self._document.plan.phases
        return phases[max(0, min(self.list.currentRow(), len(phases) - 1))]

    def _on_current_changed(self) -> None:
        if self.list.currentRow() >= 0:
            self.name.setText(phase_name(self._current(), self.words))
        self._enable()

    def _enable(self) -> None:
        has_name = bool(self.name.text().strip())
        self.add_button.setEnabled(has_name)
        is_other = self.name.text().strip() != phase_name(self._current(), self.words)
        self.rename_button.setEnabled(has_name and is_other)
        # With a new name Enter adds a phase, which overwrites nothing, rather than closes.
        (self.add_button if has_name and is_other else self.accept_button).setDefault(True)
        self.remove_button.setEnabled(len(self._document.plan.phases) > 1)

    def _add(self) -> None:
        name = self.name.text().strip()
        used = frozenset(phase.id for phase in self._document.plan.phases)
        added = PhaseId(slug_for(name, used, "phase"))
        if self._perform(AddPhase(added, LocalText.same(name))):
            self._viewpoint.look_at_phase(added)
            self._show_phases(added)

    def _rename(self) -> None:
        phase = self._current()
        name = phase.name.replaced(self.words.language, self.name.text().strip())
        if self._perform(RenamePhase(phase.id, name)):
            self._show_phases(phase.id)

    def _remove(self) -> None:
        phase = self._current()
        name, roles = phase_name(phase, self.words), len(phase.changes)
        if not self._perform(RemovePhase(phase.id)):
            return
        self._show_phases(self._viewpoint.phase)
        if roles:
            text = self.words.count(
                "“{phase}” and its values for {n} role were removed. Later phases stay as they "
                "are.",
                "“{phase}” and its values for {n} roles were removed. Later phases stay as they "
                "are.",
                roles,
                phase=name,
            )
            undo = Remedy(self.words.tr("Undo"), self._undo)
            self.notices.show_notice(Notice(NoticeKind.DONE, text, undo), self.words)

    def _undo(self) -> None:
        self._document.undo()
        self._show_phases(self._viewpoint.phase)

    def _perform(self, edit: Edit) -> bool:
        """Perform `edit` and return True, or show why it was rejected."""
        self.notices.dismiss()
        try:
            self._document.perform(edit)
        except EditRejected as rejection:
            self.errors.report(self.name, errors.message(rejection.problem, self.words))
            self.name.setFocus()
            return False
        return True
