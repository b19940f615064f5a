"""The panel of the current prompt: verdict, evidence, remedy, comment, own verdict and waiver."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socplanner.domain.lessons.prompts import Prompts
from socplanner.domain.lessons.reviewing import PromptReview
from socplanner.domain.plan import Plan
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.note_editor import NoteEditor
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.text_icon import TextIcon
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.lessons.evidence_links import EvidenceLinks
from socplanner.ui.lessons.verdict_sign import VERDICT_SIGNS
from socplanner.wording.language import Words
from socplanner.wording.lesson_words import (
    key_title,
    own_verdict_text,
    prompt_waiver_text,
    verdict_words,
)

_LEAST = 30
"""The least width in letters."""


class PromptPanel(QScrollArea):
    """Shows one prompt; its buttons request what the view and the window do."""

    answer_requested = Signal()
    waive_requested = Signal()
    unwaive_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = content = QWidget(self)
        self.key = InkLabel(content, "text-2", "dense")
        self.question = InkLabel(content, "text", "title")
        self.verdict = TextIcon("unknown", content)
        self._evidence_title = PlainLabel(content)
        self.evidence = EvidenceLinks(content)
        self._remedy_title = PlainLabel(content)
        self.remedy = InkLabel(content, "text", "body")
        self._comment_title = PlainLabel(content)
        self.comment = NoteEditor(content)
        self.own = InkLabel(content, "text-2", "body")
        self.waiver = InkLabel(content, "text-2", "body")
        self.answer = FlatButton(content, is_edged=True)
        self.waive = FlatButton(content, is_edged=True)
        self.unwaive = FlatButton(content, is_edged=True)
        for button in (self.answer, self.waive, self.unwaive):
            button.let_shrink()
        self.source = InkLabel(content, "text-3", "caption")
        self._titles = (self._evidence_title, self._remedy_title, self._comment_title)
        self._labels = (self.key, self.question, self.remedy, self.own, self.waiver, self.source)
        self._lay_out(content)
        self.setWidget(content)
        self.answer.clicked.connect(self.answer_requested)
        self.waive.clicked.connect(self.waive_requested)
        self.unwaive.clicked.connect(self.unwaive_requested)
        self.fit_font()

    def fit_font(self) -> None:
        """Set what depends on the size of text."""
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST)
        for title in self._titles:
            title.setFont(scaled(self.font(), "heading"))
        self.verdict.setFont(scaled(self.font(), "heading"))
        for label in self._labels:
            label.apply_style()
        self.evidence.fit_font()
        self.comment.fit()

    def show_review(
        self, review: PromptReview | None, prompts: Prompts, plan: Plan, today: str, words: Words
    ) -> None:
        """Show `review` of `plan`; nothing for None."""
        self.setAccessibleName(words.tr("Prompt"))
        self._content.setVisible(review is not None)
        if review is None:
            return
        self._show_titles(words)
        prompt, entry = review.prompt, review.entry
        self.key.setText(f"{prompt.id}  {key_title(prompts, prompt, words)}")
        self.question.setText(words.local(prompt.question))
        self._show_verdict(review, words)
        self.evidence.show_evidence(review.answer.evidence, review.answer.more, plan, words)
        self.remedy.setText(words.local(prompt.remedy))
        self.show_comment(entry.comment, words)
        self.own.setText(own_verdict_text(entry, words))
        self.own.setVisible(bool(entry.verdict))
        self.waiver.setText(prompt_waiver_text(entry, today, words))
        self.waiver.setVisible(bool(entry.waived))
        self.unwaive.setVisible(bool(entry.waived))
        self.source.setText(words.local(prompts.source))

    def show_comment(self, comment: str, words: Words) -> None:
        """Show `comment` in its field."""
        self.comment.show_note(comment, words.tr("Your comment on this prompt"))

    def _show_verdict(self, review: PromptReview, words: Words) -> None:
        sign = VERDICT_SIGNS[review.verdict]
        self.verdict.show_icon(sign.icon)
        self.verdict.show_colour(token("text-2" if review.is_waived else sign.ink, self.palette()))
        self.verdict.show_text(verdict_words(review, words))

    def _show_titles(self, words: Words) -> None:
        self._evidence_title.setText(words.tr("Evidence"))
        self._remedy_title.setText(words.tr("Remedy"))
        self._comment_title.setText(words.tr("Comment"))
        self.comment.setAccessibleName(words.tr("Comment"))
        self.answer.setText(words.tr("Answer…"))
        self.waive.setText(words.tr("Waive…"))
        self.unwaive.setText(words.tr("Remove the waiver"))

    def _lay_out(self, content: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.answer, self.waive, self.unwaive):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        for widget in (self.key, self.question, self.verdict):
            column.addWidget(widget)
        column.addSpacing(4)
        parts: tuple[QWidget, ...] = (self.evidence, self.remedy, self.comment)
        for title, part in zip(self._titles, parts, strict=True):
            column.addWidget(title)
            column.addWidget(part)
        column.addWidget(self.own)
        column.addWidget(self.waiver)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(self.source)
        column.addStretch(1)
