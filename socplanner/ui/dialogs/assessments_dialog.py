"""The dialog that lists the assessments, changes their day and assessor, and removes them.

Each change is a step that can be undone; the newest assessment is the one that is scored.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from socplanner.domain.assessment import Assessment, newest_assessment
from socplanner.domain.assessment_edits import AddAssessment, ChangeAssessment, RemoveAssessment
from socplanner.domain.history import Edit
from socplanner.domain.ids import AssessmentId
from socplanner.domain.problem import EditRejected
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.day_field import DayField
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.ui.kit.notice_bar import NoticeBar
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording import errors
from socplanner.wording.maturity_words import assessment_name

_SIZE = (460, 380)


class AssessmentsDialog(QuestionDialog):
    """Lists the assessments, the newest first."""

    edit = None
    """What is changed is performed at once; closing changes nothing more."""

    def __init__(
        self,
        document: Document,
        translator: Translator,
        today: str,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the newest assessment; a new one has the day `today` at first."""
        words = translator.words
        super().__init__(words.tr("Assessments"), words.tr("Close"), words, parent)
        self._document = document
        self._today = today
        self.list = QListWidget(self)
        self.day = DayField(today, words, self)
        self.by = QLineEdit(self)
        self.add_button = QPushButton(words.tr("&Add with this day"), self)
        self.change_button = QPushButton(words.tr("C&hange"), self)
        self.remove_button = QPushButton(words.tr("Re&move"), self)
        self.notices = NoticeBar(self)
        self._lay_out()
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.add_button.clicked.connect(self._add)
        self.change_button.clicked.connect(self._change)
        self.remove_button.clicked.connect(self._remove)
        for field in (self.day, self.by):
            field.textChanged.connect(self._enable)
        self._show_assessments()

    @override
    def accept(self) -> None:
        """Apply what was typed, and close unless that is not possible."""
        if not self._is_changed or self._apply():
            super().accept()

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        about = PlainLabel(
            self,
            words.tr(
                "Scores are those of the newest assessment; earlier ones stay for comparison."
            ),
        )
        about.setWordWrap(True)
        self.list.setAccessibleName(words.tr("Assessments"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_clean(self.by, words)
        self.column.addWidget(about)
        self.column.addWidget(self.list, 1)
        self.errors.add_row(form, words.tr("&Day"), self.day)
        self.errors.add_row(form, words.tr("A&ssessor"), self.by)
        self.column.addLayout(form)
        row = QHBoxLayout()
        for button in (self.add_button, self.change_button, self.remove_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.column.addLayout(row)
        self.column.addWidget(self.notices)
        self.finish_layout()
        self.cancel_button.hide()
        resize_for_texts(self, *_SIZE)

    def _show_assessments(self, place: int = 0) -> None:
        """List the assessments, with the one at `place` of the list as the current one."""
        words, assessments = self.words, self._document.plan.assessments
        newest = newest_assessment(assessments)
        self.list.clear()
        for each in self._listed():
            roles = words.count("{n} role", "{n} roles", len(each.scores))
            text = words.tr("{name}: {roles}", name=each.day or each.id, roles=roles)
            if each is newest:
                text = words.tr("{name} (newest)", name=text)
            item = QListWidgetItem(f"{text}  {each.by}".rstrip(), self.list)
            item.setData(Qt.ItemDataRole.UserRole, each.id)
        self.list.setCurrentRow(min(place, self.list.count() - 1))
        self._on_current_changed()

    def _listed(self) -> list[Assessment]:
        """Return the assessments, that of the latest day first, the last one of several."""
        return sorted(self._document.plan.assessments, key=_day)[::-1]

    def _current(self) -> Assessment | None:
        listed, row = self._listed(), self.list.currentRow()
        return listed[row] if 0 <= row < len(listed) else None

    def _on_current_changed(self) -> None:
        current = self._current()
        self.day.setText(self._today if current is None else current.day)
        self.by.setText("" if current is None else current.by)
        self._enable()

    @property
    def _is_changed(self) -> bool:
        """Whether day or assessor were typed and not applied yet."""
        current = self._current()
        before = (self._today, "") if current is None else (current.day, current.by)
        return (self.day.day, self.by.text().strip()) != before

    def _enable(self) -> None:
        current, is_changed = self._current(), self._is_changed
        has_day = bool(self.day.day)
        may_change = current is not None and is_changed and (has_day or not current.day)
        self.change_button.setEnabled(may_change)
        self.add_button.setEnabled(has_day and (current is None or is_changed))
        self.remove_button.setEnabled(current is not None)
        # With something typed Enter applies it, rather than closes.
        applying = self.add_button if current is None else self.change_button
        (applying if is_changed else self.accept_button).setDefault(True)

    def _apply(self) -> bool:
        """Change the current assessment, or add the first one; return whether that was done."""
        return self._add() if self._current() is None else self._change()

    def _add(self) -> bool:
        is_added = self._perform(AddAssessment(self.day.day, self.by.text().strip()))
        if is_added:
            self._show_assessments(self._place_of(self._document.plan.assessments[-1].id))
        return is_added

    def _change(self) -> bool:
        current = self._current()
        if current is None:
            return False
        edit = ChangeAssessment(current.id, self.day.day, self.by.text().strip())
        is_changed = self._perform(edit)
        if is_changed:
            self._show_assessments(self._place_of(current.id))
        return is_changed

    def _remove(self) -> None:
        current, row = self._current(), self.list.currentRow()
        if current is None or not self._perform(RemoveAssessment(current.id)):
            return
        self._show_assessments(row)
        name = assessment_name(current, self.words)
        text = self.words.tr("The assessment {name} was removed with its scores.", name=name)
        undo = Remedy(self.words.tr("Undo"), partial(self._undo, current.id))
        self.notices.show_notice(Notice(NoticeKind.DONE, text, undo), self.words)

    def _undo(self, removed: AssessmentId) -> None:
        self._document.undo()
        self._show_assessments(self._place_of(removed))

    def _place_of(self, wanted: AssessmentId) -> int:
        """Return the place of an assessment in the list, the first one if it is gone."""
        places = (place for place, each in enumerate(self._listed()) if each.id == wanted)
        return next(places, 0)

    def _perform(self, edit: Edit) -> bool:
        """Perform `edit` and return True, or show why it was rejected."""
        self.notices.dismiss()
        try:
            self._document.perform(edit)
        except EditRejected as rejection:
            field = self.day if rejection.problem.code == "bad-day" else self.by
            self.errors.report(field, errors.message(rejection.problem, self.words))
            field.setFocus()
            return False
        return True


def _day(assessment: Assessment) -> str:
    return assessment.day
