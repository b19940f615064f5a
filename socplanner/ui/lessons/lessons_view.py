"""The view of the review: counts by verdict, the prompts, and the current one in a panel."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from socplanner.domain.lesson_edits import CommentPrompt
from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.lessons.evidence import Evidence
from socplanner.domain.lessons.prompts import CHAPTERS, Chapter
from socplanner.domain.lessons.reviewing import PromptReview
from socplanner.domain.names import LONGEST_TEXT
from socplanner.services import catalogues
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.lessons.lessons_model import LessonsModel
from socplanner.ui.lessons.lessons_strip import EVERY, LessonsStrip
from socplanner.ui.lessons.lessons_table import LessonsTable
from socplanner.ui.lessons.prompt_panel import PromptPanel
from socplanner.ui.lessons.verdict_cards import VerdictCards
from socplanner.wording.evidence_words import evidence_sentence

ANSWER, WAIVE, UNWAIVE = "answer-prompt", "waive-prompt", "unwaive-prompt"
"""What can be edited from this view, each of the prompt whose id is the subject."""

_VIEW_OF = {
    "cell": "matrix",
    "hours": "staffing",
    "score": "maturity",
    "people": "staffing",
    "cost": "cost",
    "move": "roadmap",
    "flow": "flows",
}
_NUMBER_OF = {"people": "people", "cost": "cost"}
_CHAPTER, _VERDICT, _COMMENT = "chapter:", "verdict:", "comment:"
_TABLE, _PANEL = 700, 320


class LessonsView(PlanView):
    """Shows the prompts of a chapter; comments are edits here, the others are requested."""

    def __init__(self, context: PlanContext, parent: QWidget | None = None) -> None:
        """Show the phase in view, once the view is shown."""
        super().__init__(parent)
        self._context = context
        self._shown = ""
        self.model = LessonsModel(context, self)
        self.strip = LessonsStrip(context.translator, self)
        self.strip.hide()  # the strip above the view shows it
        self.cards = VerdictCards(self)
        self.table = LessonsTable(self.model, self)
        self.panel = PromptPanel(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()

    @property
    def current(self) -> PromptReview | None:
        """The current prompt, or None."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._context.translator.words
        self.table.setAccessibleName(words.tr("Prompts of the review"))
        self.table.setAccessibleDescription(
            words.tr(
                "Up and Down change the prompt; Enter goes to its first evidence, F2 to the "
                "comment."
            )
        )
        self._show_reviews()

    @override
    def choices(self) -> QWidget:
        return self.strip

    @override
    def set_filter(self, text: str) -> int:
        matches = self.model.find(text)
        self.matches_changed.emit(matches if text.strip() else -1, len(self.model.reviews))
        return matches

    @override
    def remembered(self) -> tuple[str, ...]:
        chapter = () if self.model.chapter is None else (f"{_CHAPTER}{self.model.chapter}",)
        verdicts = (f"{_VERDICT}{each.value}" for each in self.model.verdicts)
        return (*chapter, *sorted(verdicts))

    @override
    def restore(self, remembered: Sequence[str]) -> None:
        by_value = {each.value: each for each in LessonVerdict}
        words = [each.partition(":")[2] for each in remembered if each.startswith(_VERDICT)]
        chapters = [each.partition(":")[2] for each in remembered if each.startswith(_CHAPTER)]
        self.show_verdicts(frozenset(by_value[each] for each in words if each in by_value))
        self.show_chapter(next((each for each in chapters if each in CHAPTERS), EVERY))

    def show_chapter(self, chapter: str) -> None:
        """Show the prompts of `chapter`, or of all chapters for `EVERY`."""
        self._context.document.commit_pending()
        self.strip.show_chapter(chapter)
        self.model.show_chapter(None if chapter == EVERY else cast("Chapter", chapter))

    def show_verdicts(self, verdicts: frozenset[LessonVerdict]) -> None:
        """Show the prompts with one of `verdicts`; all of them for none."""
        self._context.document.commit_pending()
        self.cards.choose(verdicts)
        self.model.show_verdicts(verdicts)

    def go_to_evidence(self, evidence: Evidence) -> None:
        """Go to the place of `evidence` in the plan, in its phase."""
        if evidence.phase is not None:
            self._context.viewpoint.look_at_phase(evidence.phase)
        if evidence.place == "terms":
            self.edit_requested.emit("terms", evidence.phase or "")
        elif evidence.place != "none":
            party = evidence.parties[0] if evidence.parties else ""
            view = _VIEW_OF[evidence.place]
            number = str(dict(evidence.values).get("flow", ""))
            if not evidence.role:
                number = number or _NUMBER_OF.get(evidence.place, "")
            self.place_requested.emit(view, evidence.role or "", party, number)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.set_shown(is_shown=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.set_shown(is_shown=False)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "panel"):
            self.table.fit_font()
            self.panel.fit_font()
            self._show_reviews()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.panel)
        self.splitter.setSizes([_TABLE, _PANEL])
        self.splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.cards)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.strip.chapter_chosen.connect(self.show_chapter)
        self.cards.verdicts_chosen.connect(self.show_verdicts)
        self.model.reviewed.connect(self._show_reviews)
        self.table.prompt_chosen.connect(self._show_prompt)
        self.table.evidence_requested.connect(self._go_to_first)
        self.table.comment_requested.connect(self._edit_comment)
        self.table.escaped.connect(self.search_left)
        self.table.context_requested.connect(self._open_menu)
        self.panel.evidence.chosen.connect(self.go_to_evidence)
        self.panel.answer_requested.connect(self._request_answer)
        self.panel.waive_requested.connect(self._request_waiver)
        self.panel.unwaive_requested.connect(self._request_no_waiver)
        self.panel.comment.typed.connect(self._on_comment_typed)
        self.panel.comment.finished.connect(self._on_comment_finished)
        self.panel.comment.overfilled.connect(self._on_overfilled)
        self._context.translator.language_changed.connect(self.retranslate)

    def _show_reviews(self) -> None:
        words = self._context.translator.words
        self.cards.show_reviews(self.model.of_chapter, words)
        self._show_prompt()

    def _show_prompt(self, _: int = 0) -> None:
        """Show the current prompt; what was typed about another one is stored first."""
        current, document = self.current, self._context.document
        prompt = "" if current is None else current.prompt.id
        if prompt != self._shown:
            document.commit_pending()
        self._shown = prompt
        words = self._context.translator.words
        self.panel.show_review(
            self.current, catalogues.prompts(), document.plan, self.model.today, words
        )
        pending = document.pending(f"{_COMMENT}{prompt}")
        if isinstance(pending, CommentPrompt):
            self.panel.show_comment(pending.comment, words)

    def _on_comment_typed(self, comment: str) -> None:
        if self.current is not None:
            prompt = self.current.prompt.id
            edit = CommentPrompt(prompt, comment)
            self._context.document.set_pending(f"{_COMMENT}{prompt}", edit)

    def _on_comment_finished(self) -> None:
        self._context.document.commit_pending()

    def _on_overfilled(self) -> None:
        words = self._context.translator.words
        self.status_message.emit(
            words.tr(
                "A comment takes at most {most} characters: nothing was pasted or typed beyond "
                "them.",
                most=LONGEST_TEXT,
            )
        )

    def _edit_comment(self) -> None:
        self.panel.ensureWidgetVisible(self.panel.comment)
        self.panel.comment.setFocus()

    def _go_to_first(self) -> None:
        """Go to the first evidence that has a place; without one, ask for an answer."""
        review = self.current
        if review is None:
            return
        place = next((each for each in review.answer.evidence if each.place != "none"), None)
        if place is None:
            self._request_answer()
        else:
            self.go_to_evidence(place)

    def _request(self, edit: str) -> None:
        if self.current is not None:
            self.edit_requested.emit(edit, self.current.prompt.id)

    def _request_answer(self) -> None:
        self._request(ANSWER)

    def _request_waiver(self) -> None:
        self._request(WAIVE)

    def _request_no_waiver(self) -> None:
        self._request(UNWAIVE)

    def _open_menu(self, place: QPoint) -> None:
        review = self.current
        if review is None:
            return
        words, plan = self._context.translator.words, self._context.document.plan
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in review.answer.evidence:
            if each.place != "none":
                text = evidence_sentence(each, plan, words).replace("&", "&&")
                menu.addAction(text).setData(each)
        menu.addSeparator()
        menu.addAction(words.tr("Answer…")).setData(ANSWER)
        menu.addAction(words.tr("Comment")).setData("")
        menu.addAction(words.tr("Waive…")).setData(WAIVE)
        if review.entry.waived:
            menu.addAction(words.tr("Remove the waiver")).setData(UNWAIVE)
        menu.triggered.connect(self._on_triggered)
        menu.popup(place)

    def _on_triggered(self, action: QAction) -> None:
        chosen = action.data()
        if isinstance(chosen, Evidence):
            self.go_to_evidence(chosen)
        elif chosen:
            self._request(chosen)
        else:
            self._edit_comment()
