"""The prompts of the review as rows: those of a chapter and of some verdicts."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Qt, Signal

from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.lessons.prompts import Chapter
from socplanner.domain.lessons.reviewing import PromptReview, reviewed_prompts
from socplanner.domain.plan_diff import PlanDiff
from socplanner.services import catalogues
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.shown_model import NO_PARENT, READ_ROLES, Index, ShownModel
from socplanner.wording.evidence_words import evidence_sentence
from socplanner.wording.folding import fold
from socplanner.wording.language import N_
from socplanner.wording.lesson_words import (
    own_verdict_text,
    prompt_waiver_text,
    verdict_words,
)

_NO_MATTER = frozenset({"marking", "calendar", "weights"})
"""The fields of a plan that no prompt reads."""


class LessonColumn(IntEnum):
    """The columns of the table."""

    PROMPT = 0
    QUESTION = 1
    VERDICT = 2
    EVIDENCE = 3
    COMMENT = 4


_TITLES: Mapping[int, str] = {
    LessonColumn.PROMPT: N_("Prompt"),
    LessonColumn.QUESTION: N_("Question"),
    LessonColumn.VERDICT: N_("Verdict"),
    LessonColumn.EVIDENCE: N_("Evidence"),
    LessonColumn.COMMENT: N_("Comment"),
}


class LessonsModel(ShownModel):
    """Follows document, phase and language; it is empty until it is first shown."""

    reviewed = Signal()
    """The review was made again; the rows may be the same."""

    def __init__(self, context: PlanContext, parent: QObject | None = None) -> None:
        """Begin empty, with all chapters and verdicts."""
        super().__init__(context, _TITLES, parent)
        self._is_shown, self._is_stale = False, True
        self.chapter: Chapter | None = None
        self.verdicts: frozenset[LessonVerdict] = frozenset()
        self.search = ""
        self.reviews: Sequence[PromptReview] = ()
        self.rows: Sequence[PromptReview] = ()
        context.translator.language_changed.connect(self.request_refresh)

    @property
    def today(self) -> str:
        """The day that decides which waivers have ended."""
        return self._context.checking.today

    def show_chapter(self, chapter: Chapter | None) -> None:
        """Show the prompts of `chapter`; None for all of them."""
        self.chapter = chapter
        self._choose_rows()

    def show_verdicts(self, verdicts: frozenset[LessonVerdict]) -> None:
        """Show the prompts with one of `verdicts`; all of them where none is given."""
        self.verdicts = verdicts
        self._choose_rows()

    def find(self, text: str) -> int:
        """Show the prompts with `text` in a column or the remedy; return how many there are."""
        self.search = fold(text)
        self._choose_rows()
        return len(self.rows)

    @property
    def of_chapter(self) -> Sequence[PromptReview]:
        """The prompts of the chapter, whatever their verdicts."""
        chapter = self.chapter
        return [each for each in self.reviews if chapter in (None, each.prompt.chapter)]

    def place_of(self, prompt: str) -> int:
        """Return the row of `prompt`, -1 where it is not shown."""
        ids = [review.prompt.id for review in self.rows]
        return ids.index(prompt) if prompt in ids else -1

    @override
    def refresh(self) -> None:
        prompts, flows = catalogues.prompts(), catalogues.default_flows()
        self.reviews = reviewed_prompts(self.plan, self.phase, prompts, self.today, flows)
        self._choose_rows()

    @override
    def concerns(self, diff: PlanDiff) -> bool:
        return not diff.fields <= _NO_MATTER

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        review = self.rows[index.row()]
        if role in (*READ_ROLES, Qt.ItemDataRole.ToolTipRole):
            return item_text(self._text(review, index.column()), role)
        return None

    def _text(self, review: PromptReview, column: int) -> str:
        words = self.words
        match column:
            case LessonColumn.PROMPT:
                return review.prompt.id
            case LessonColumn.QUESTION:
                return words.local(review.prompt.question)
            case LessonColumn.VERDICT:
                return verdict_words(review, words)
            case LessonColumn.EVIDENCE:
                evidence = review.answer.evidence
                return evidence_sentence(evidence[0], self.plan, words) if evidence else ""
        return self._comment(review)

    def _comment(self, review: PromptReview) -> str:
        """Return comment, waiver and own verdict on one line."""
        entry, words = review.entry, self.words
        parts = (
            " ".join(entry.comment.split()),
            prompt_waiver_text(entry, self.today, words),
            "" if review.is_own else own_verdict_text(entry, words),
        )
        return "  ".join(filter(None, parts))

    def _choose_rows(self) -> None:
        self.beginResetModel()
        self.rows = [
            each
            for each in self.of_chapter
            if (not self.verdicts or each.verdict in self.verdicts) and self._is_match(each)
        ]
        self.endResetModel()
        self.reviewed.emit()

    def _is_match(self, review: PromptReview) -> bool:
        texts = [self._text(review, column) for column in LessonColumn] if self.search else []
        texts += [self.words.local(review.prompt.remedy)] if self.search else []
        return not self.search or any(self.search in fold(text) for text in texts)
