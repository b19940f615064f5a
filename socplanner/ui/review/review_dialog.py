"""The review of re-imported workbooks: every change is shown before any is imported."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.accept_edit import AcceptReimport
from socplanner.domain.reimport.review import Difference, Review, Verdict, review
from socplanner.domain.reimport.sheet_values import Reimport
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.lines.line_panel import LinePanel
from socplanner.ui.lines.line_source import Side
from socplanner.ui.review.choices import Choices
from socplanner.ui.review.comments_page import CommentsPage
from socplanner.ui.review.effect_page import EffectPage
from socplanner.ui.review.questions_page import QuestionsPage
from socplanner.ui.review.returned_lines import Grouping, ReturnedSource
from socplanner.ui.review.review_texts import ReviewTexts
from socplanner.ui.review.unread_box import UnreadBox
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_name

_SIZE = (1120, 680)


class ReviewDialog(QDialog):
    """Shows how `reimports` differ from a phase; `edit` imports what the planner has chosen."""

    def __init__(
        self,
        plan: Plan,
        phase: PhaseId,
        reimports: Sequence[Reimport],
        texts: ReviewTexts,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with every sure change chosen, and no doubtful one."""
        super().__init__(parent)
        self._plan = plan
        self._phase = phase
        self._reimports = tuple(reimports)
        self._texts = texts
        self._words = words
        self._answers: dict[str, str] = {}
        self._choices = Choices()
        self.review: Review = review(plan, phase, self._reimports)
        self.setWindowTitle(words.tr("Import matrix"))
        self._build()
        self._connect()
        self.resize(*_SIZE)
        self._show_review()
        self._effect.look()

    @property
    def edit(self) -> AcceptReimport:
        """The edit that imports the chosen values and comments."""
        accepted = self._choices.accepted(self.review)
        return AcceptReimport(self._phase, accepted, self._comments.kept)

    def ask(self) -> bool:
        """Show the dialog until it is closed; return whether there is something to import."""
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
        self._unread.show_remarks(self._reimports, self._texts)
        self._comments = CommentsPage(words, self)
        self._comments.show_comments(self._reimports, self._plan)
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
        self._grouping.setAccessibleName(words.tr("Group by"))
        self._accept_all = QPushButton(words.tr("Accept all changes &without conflicts"), page)
        self._leave_all = QPushButton(words.tr("&Leave all"), page)
        bar = QHBoxLayout()
        bar.addWidget(self._grouping)
        bar.addStretch(1)
        bar.addWidget(self._accept_all)
        bar.addWidget(self._leave_all)
        self.panel = LinePanel(words.tr("Changes"), words, page, rows=8)
        column = QVBoxLayout(page)
        column.addLayout(bar)
        column.addWidget(self.panel, 1)
        return page

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._grouping.activated.connect(self._show_tree)
        self._accept_all.clicked.connect(self._on_accept_all)
        self._leave_all.clicked.connect(self._on_leave_all)
        self.panel.tree.side_wanted.connect(self._on_side_wanted)
        self.panel.option_chosen.connect(self._on_option_chosen)
        self._questions.answered.connect(self._on_answered)
        self._comments.chosen.connect(self._show_counts)
        self._effect.shown.connect(self._show_effect)

    def _show_review(self) -> None:
        """Compare again by the answers, and update everything shown."""
        self.review = review(self._plan, self._phase, self._reimports, self._answers)
        questions = self.review.questions
        origins = {
            question.key: reimport.origin
            for reimport in self._reimports
            for question in reimport.questions
        }
        self._questions.show_questions(questions, self._answers, origins, self._texts)
        self._show_tree()

    def _show_tree(self) -> None:
        grouping = Grouping(self._grouping.currentData())
        self.panel.show_source(ReturnedSource(self.review, self._choices, grouping, self._words))
        self._show_counts()

    def _show_counts(self) -> None:
        words, review = self._words, self.review
        shown = [each for each in review.differences if each.verdict is not Verdict.SAME]
        accepted = len(self._choices.accepted(review)) + len(self._comments.kept)
        self.accept_button.setText(words.count("Import {n} change", "Import {n} changes", accepted))
        self.accept_button.setEnabled(accepted > 0)
        counts = {
            0: words.tr("&Changes ({n})", n=len(shown)),
            1: words.tr("&Questions ({n})", n=len(review.open_questions)),
            3: words.tr("C&omments ({n})", n=self._comments.list.count()),
        }
        for place, text in counts.items():
            self._tabs.setTabText(place, text)
        self._effect.show_effect_of(self.edit)
        self._summary.setText(self._summary_text(shown))

    def _show_effect(self) -> None:
        """Show beside the buttons and on the tab how many findings are added and resolved."""
        self._tabs.setTabText(self._tabs.indexOf(self._effect), self._effect.title)
        self._brief.setText(self._effect.brief)

    def _summary_text(self, shown: Sequence[Difference]) -> str:
        words, phase = self._words, self._plan.phase(self._phase)
        files = ", ".join(each.origin for each in self._reimports)
        name = "" if phase is None else phase_name(phase, words)
        parts = [words.tr("{files} → phase “{phase}”", files=files, phase=name)]
        if not shown:
            parts.append(words.tr("Nothing changes: everything is the same in the plan."))
        conflicts = sum(each.verdict is Verdict.CONFLICT for each in shown)
        disagreements = sum(each.verdict is Verdict.DISAGREEMENT for each in shown)
        unsure = sum(each.verdict in {Verdict.UNKNOWN, Verdict.DOUBT} for each in shown)
        if unsure:
            parts.append(words.count("{n} to decide", "{n} to decide", unsure))
        if conflicts:
            parts.append(words.count("{n} conflict", "{n} conflicts", conflicts))
        if disagreements:
            parts.append(words.count("{n} disagreement", "{n} disagreements", disagreements))
        return "   ·   ".join(parts)

    def _on_accept_all(self) -> None:
        self._choices.choose_all(self.review.sure, is_accepted=True)
        self._show_tree()

    def _on_leave_all(self) -> None:
        self._choices.choose_all(self.review.differences, is_accepted=False)
        self._show_tree()

    def _on_side_wanted(self, differences: Sequence[Difference], side: Side) -> None:
        """Import `differences`, or keep the plan's values; many at once leave doubtful ones out."""
        is_accepted, is_one = side is Side.THEIRS, len(differences) == 1
        chosen = [
            each
            for each in differences
            if is_one or not is_accepted or each.verdict is not Verdict.DOUBT
        ]
        self._choices.choose_all(chosen, is_accepted=is_accepted)
        self._show_choices(differences)

    def _on_option_chosen(self, difference: Difference, number: int) -> None:
        self._choices.choose(difference, difference.proposals[number - 1] if number else None)
        self._show_choices((difference,))

    def _show_choices(self, differences: Sequence[Difference]) -> None:
        self.panel.tree.lines.refresh(differences)
        self._show_counts()

    def _on_answered(self, key: str, answer: str) -> None:
        if answer:
            self._answers[key] = answer
        else:
            self._answers.pop(key, None)
        self._show_review()
