"""The review of workbooks that came back: every change is seen before any is taken."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTabWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.accept_edit import AcceptReturned
from socplanner.domain.reimport.review import Difference, Review, Verdict, review
from socplanner.domain.reimport.sheet_values import Returned
from socplanner.ui.kit.box_delegate import BoxDelegate
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.review.choice_box import ChoiceBox
from socplanner.ui.review.choices import Choices
from socplanner.ui.review.comments_page import CommentsPage
from socplanner.ui.review.effect_page import EffectPage
from socplanner.ui.review.questions_page import QuestionsPage
from socplanner.ui.review.review_model import Grouping, ReviewColumn, ReviewModel
from socplanner.ui.review.review_texts import Speech
from socplanner.ui.review.unread_box import UnreadBox
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_name

_SIZE = (1120, 680)
_SHARES = [430, 150]
_WIDTHS = {
    ReviewColumn.WHAT: 350,
    ReviewColumn.NOW: 110,
    ReviewColumn.SENT: 110,
    ReviewColumn.RETURNED: 120,
    ReviewColumn.STANDING: 210,
}


class ReviewDialog(QDialog):
    """Shows what `returned` say of a phase; `edit` is what the planner takes of it."""

    def __init__(
        self,
        plan: Plan,
        phase: PhaseId,
        returned: Sequence[Returned],
        speech: Speech,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with every plain change taken, and nothing that is in doubt."""
        super().__init__(parent)
        self._plan = plan
        self._phase = phase
        self._returned = tuple(returned)
        self._speech = speech
        self._words = words
        self._answers: dict[str, str] = {}
        self._choices = Choices()
        self._model = ReviewModel(words, self)
        self.review: Review = review(plan, phase, self._returned)
        self.setWindowTitle(words.tr("Import matrix"))
        self._build()
        self._connect()
        self.resize(*_SIZE)
        self._show_review()
        self._effect.look()

    @property
    def edit(self) -> AcceptReturned:
        """What is to be done to the plan."""
        accepted = self._choices.accepted(self.review)
        return AcceptReturned(self._phase, accepted, self._comments.kept)

    def ask(self) -> bool:
        """Show the dialog until it is answered; return whether something is to be taken."""
        agreed = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return agreed and bool(self.edit.accepted or self.edit.comments)

    def _build(self) -> None:
        words = self._words
        self._summary = PlainLabel(self)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self._tabs = QTabWidget(self)
        self._questions = QuestionsPage(words, self)
        self._unread = UnreadBox(words, self)
        self._unread.show_remarks(self._returned, self._speech)
        self._comments = CommentsPage(words, self)
        self._comments.show_comments(self._returned, self._plan)
        self._tabs.addTab(self._changes_page(), "")
        self._tabs.addTab(self._questions, "")
        today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        self._effect = EffectPage(self._plan, today, words, self)
        self._tabs.addTab(self._effect, "")
        self._tabs.addTab(self._comments, "")
        self._tabs.setTabVisible(3, self._comments.list.count() > 0)
        self._brief = PlainLabel(self)
        self._buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.accept_button = self._buttons.addButton("", role.AcceptRole)
        self._buttons.addButton(words.tr("Cancel"), role.RejectRole)
        self.accept_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self._summary)
        column.addWidget(self._unread)
        column.addWidget(self._tabs, 1)
        row = QHBoxLayout()
        row.addWidget(self._brief, 1)
        row.addWidget(self._buttons)
        column.addLayout(row)

    def _changes_page(self) -> QWidget:
        words = self._words
        page = QWidget(self)
        self._grouping = QComboBox(page)
        self._grouping.addItem(words.tr("By party"), Grouping.PARTY.value)
        self._grouping.addItem(words.tr("By role"), Grouping.ROLE.value)
        self._grouping.setAccessibleName(words.tr("Put together"))
        self._take_all = QPushButton(words.tr("Take all &plain changes"), page)
        self._leave_all = QPushButton(words.tr("&Leave all"), page)
        bar = QHBoxLayout()
        bar.addWidget(self._grouping)
        bar.addStretch(1)
        bar.addWidget(self._take_all)
        bar.addWidget(self._leave_all)
        self.tree = QTreeView(page)
        self.tree.setItemDelegate(BoxDelegate(self.tree))
        self.tree.setAccessibleName(words.tr("Changes"))
        self.tree.setModel(self._model)
        self.tree.setUniformRowHeights(True)
        # Fusion draws an empty tick as a patch of the base: on the base itself it cannot be seen.
        ground = self.tree.palette()
        ground.setBrush(QPalette.ColorRole.Base, ground.brush(QPalette.ColorRole.Window))
        self.tree.viewport().setPalette(ground)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for section, width in _WIDTHS.items():
            self.tree.setColumnWidth(section, width)
        self._choice = ChoiceBox(words, page)
        across = QSplitter(Qt.Orientation.Vertical, page)
        across.setChildrenCollapsible(False)
        across.addWidget(self.tree)
        across.addWidget(self._choice)
        across.setSizes(_SHARES)
        column = QVBoxLayout(page)
        column.addLayout(bar)
        column.addWidget(across, 1)
        return page

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._grouping.activated.connect(self._show_tree)
        self._take_all.clicked.connect(self._on_take_all)
        self._leave_all.clicked.connect(self._on_leave_all)
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self._model.decided.connect(self._on_decided)
        self._choice.chosen.connect(self._on_chosen)
        self._questions.answered.connect(self._on_answered)
        self._comments.chosen.connect(self._show_counts)
        self._effect.shown.connect(self._show_effect)

    def _show_review(self) -> None:
        """Show everything anew, as after an answer."""
        self.review = review(self._plan, self._phase, self._returned, self._answers)
        asked = self.review.questions
        origins = {one.key: each.origin for each in self._returned for one in each.questions}
        self._questions.show_questions(asked, self._answers, origins, self._speech)
        self._show_tree()

    def _show_tree(self) -> None:
        self._model.show(self.review, self._choices, Grouping(self._grouping.currentData()))
        self.tree.expandAll()
        self._choice.show_nothing()
        self._show_counts()

    def _show_counts(self) -> None:
        words, found = self._words, self.review
        shown = [each for each in found.differences if each.verdict is not Verdict.SAME]
        taken = len(self._choices.accepted(found)) + len(self._comments.kept)
        self.accept_button.setText(words.count("Take {n} change", "Take {n} changes", taken))
        self.accept_button.setEnabled(taken > 0)
        counts = {
            0: words.tr("&Changes ({n})", n=len(shown)),
            1: words.tr("&Questions ({n})", n=len(found.open_questions)),
            3: words.tr("C&omments ({n})", n=self._comments.list.count()),
        }
        for place, text in counts.items():
            self._tabs.setTabText(place, text)
        self._effect.show_effect_of(self.edit)
        self._summary.setText(self._summary_said(shown))

    def _show_effect(self) -> None:
        """Say beside the buttons, and on the tab, how many findings come and go."""
        self._tabs.setTabText(self._tabs.indexOf(self._effect), self._effect.title)
        self._brief.setText(self._effect.brief)

    def _summary_said(self, shown: Sequence[Difference]) -> str:
        words, phase = self._words, self._plan.phase(self._phase)
        files = ", ".join(each.origin for each in self._returned)
        name = "" if phase is None else phase_name(phase, words)
        said = [words.tr("{files} → phase “{phase}”", files=files, phase=name)]
        if not shown:
            said.append(words.tr("Nothing is changed: the plan says all of it already."))
        conflicts = sum(each.verdict is Verdict.CONFLICT for each in shown)
        disagreements = sum(each.verdict is Verdict.DISAGREEMENT for each in shown)
        unsure = sum(each.verdict in {Verdict.UNKNOWN, Verdict.DOUBT} for each in shown)
        if unsure:
            said.append(words.count("{n} to decide", "{n} to decide", unsure))
        if conflicts:
            said.append(words.count("{n} conflict", "{n} conflicts", conflicts))
        if disagreements:
            said.append(words.count("{n} disagreement", "{n} disagreements", disagreements))
        return "   ·   ".join(said)

    def _on_take_all(self) -> None:
        self._choices.choose_all(self.review.sure, is_taken=True)
        self._show_tree()

    def _on_leave_all(self) -> None:
        self._choices.choose_all(self.review.differences, is_taken=False)
        self._show_tree()

    def _on_current_changed(self, current: QModelIndex) -> None:
        found = self._model.difference(current)
        if found is None:
            self._choice.show_nothing()
        else:
            self._choice.show_difference(found, self._choices.of(found), self._plan)
            self._choice.come_after(self.tree)

    def _on_decided(self) -> None:
        self._show_counts()
        self._on_current_changed(self.tree.currentIndex())

    def _on_chosen(self, difference: Difference, value: str | None) -> None:
        self._model.choose(difference, value)

    def _on_answered(self, key: str, answer: str) -> None:
        if answer:
            self._answers[key] = answer
        else:
            self._answers.pop(key, None)
        self._show_review()
