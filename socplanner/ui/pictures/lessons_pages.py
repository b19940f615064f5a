"""The review on pages: every prompt with its verdict, evidence, remedy and comment.

Prompts stand below the names of their chapters; a row is as high as its texts need, and never
divided between pages. The headings are on each page, the counts on the first.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette

from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.lessons.prompts import CHAPTERS, Chapter
from socplanner.domain.lessons.reviewing import PromptReview, reviewed_prompts
from socplanner.services import catalogues
from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.tokens import token
from socplanner.ui.lessons.verdict_sign import VERDICT_SIGNS
from socplanner.ui.pictures.page_text import LEFT, Look, draw_fitted, draw_line, draw_lines
from socplanner.ui.pictures.picture_facts import PictureFacts
from socplanner.ui.pictures.print_fonts import print_font
from socplanner.wording.language import N_
from socplanner.wording.lesson_words import (
    chapter_name,
    counts_text,
    evidence_lines,
    own_verdict_text,
    prompt_waiver_text,
    verdict_words,
)

_WIDTH = 1000.0
_HEADER, _CHAPTER, _COUNTS, _LEAST = 18.0, 20.0, 20.0, 18.0
_SIZE, _AIR, _SIDE, _ICON = 9, 6.0, 4.0, 11.0
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_COLUMNS = (
    (N_("Prompt"), 44.0),
    (N_("Question"), 230.0),
    (N_("Verdict"), 96.0),
    (N_("Evidence"), 300.0),
    (N_("Remedy"), 170.0),
    (N_("Comment and waiver"), 160.0),
)
_VERDICT = 2


class _Row(NamedTuple):
    """A prompt, or the name of a chapter above its prompts, with the height that it needs."""

    height: float
    chapter: Chapter
    review: PromptReview | None = None
    texts: tuple[str, ...] = ()


class LessonsPages:
    """The pages of the review; drawn from the corner of their content."""

    def __init__(self, facts: PictureFacts, size: QSizeF, palette: QPalette) -> None:
        """Arrange the prompts on pages with a space of `size` in points."""
        self._facts, self._palette = facts, palette
        self._scale = size.width() / _WIDTH
        self._height = size.height() / self._scale
        today = facts.day.isoformat()
        self._reviews = reviewed_prompts(
            facts.plan,
            facts.options.phase,
            catalogues.prompts(),
            today,
            catalogues.default_flows(),
        )
        self._pages = self._on_pages(today)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw the content of `page`, from 0."""
        painter.save()
        painter.scale(self._scale, self._scale)
        top = 0.0
        if page == 0:
            place = QRectF(0, 0, _WIDTH, _COUNTS)
            text = counts_text(self._reviews, self._facts.words)
            draw_fitted(painter, place, text, Look(11, self._ink("text"), is_bold=True))
            top += _COUNTS
        self._draw_header(painter, top)
        top += _HEADER
        for row in self._pages[page]:
            place = QRectF(0, top, _WIDTH, row.height)
            if row.review is None:
                self._draw_chapter(painter, place, row.chapter)
            else:
                self._draw_prompt(painter, place, row.review, row.texts)
            top += row.height
        painter.restore()

    def _on_pages(self, today: str) -> list[list[_Row]]:
        """Return the rows of each page; the name of a chapter is never the last one of a page."""
        pages: list[list[_Row]] = [[]]
        left = self._height - _COUNTS - _HEADER
        for chapter in CHAPTERS:
            prompts = [each for each in self._reviews if each.prompt.chapter == chapter]
            rows = [self._row(each, today) for each in prompts]
            is_first = True
            for row in rows:
                needed = row.height + (_CHAPTER if is_first else 0)
                if needed > left and pages[-1]:
                    pages.append([])
                    left, is_first = self._height - _HEADER, True
                if is_first:
                    pages[-1].append(_Row(_CHAPTER, chapter))
                    left -= _CHAPTER
                pages[-1].append(row)
                left, is_first = left - row.height, False
        return pages

    def _row(self, review: PromptReview, today: str) -> _Row:
        words, prompt, entry = self._facts.words, review.prompt, review.entry
        stated = (
            entry.comment,
            own_verdict_text(entry, words),
            prompt_waiver_text(entry, today, words),
        )
        evidence = evidence_lines(review, self._facts.plan, words)
        is_met = review.verdict is LessonVerdict.MET
        texts = (
            prompt.id,
            words.local(prompt.question),
            verdict_words(review, words),
            "\n".join(evidence[:2] if is_met else evidence),
            "" if is_met else words.local(prompt.remedy),
            "\n".join(filter(None, stated)),
        )
        metrics = QFontMetricsF(print_font(_SIZE))
        high = 0.0
        for text, (_, width) in zip(texts, _COLUMNS, strict=True):
            space = QRectF(0, 0, width - 2 * _SIDE, 10_000)
            high = max(high, metrics.boundingRect(space, _WRAPPED, text).height())
        most = self._height - _HEADER - _CHAPTER - _COUNTS
        return _Row(min(max(high + _AIR, _LEAST), most), prompt.chapter, review, texts)

    def _draw_header(self, painter: QPainter, top: float) -> None:
        painter.fillRect(QRectF(0, top, _WIDTH, _HEADER), self._ink("band"))
        left = 0.0
        for title, width in _COLUMNS:
            place = QRectF(left + _SIDE, top, width - 2 * _SIDE, _HEADER)
            draw_fitted(
                painter, place, self._facts.words.tr(title), Look(_SIZE, self._ink("text-2"))
            )
            left += width
        self._draw_rule(painter, top + _HEADER, "line-2")

    def _draw_chapter(self, painter: QPainter, place: QRectF, chapter: Chapter) -> None:
        name = chapter_name(chapter, self._facts.words)
        look = Look(10, self._ink("text"), LEFT, is_bold=True)
        draw_line(painter, place.adjusted(_SIDE, 4, -_SIDE, 0), name, look)

    def _draw_prompt(
        self, painter: QPainter, place: QRectF, review: PromptReview, texts: Sequence[str]
    ) -> None:
        left, sign = 0.0, VERDICT_SIGNS[review.verdict]
        verdict_ink = self._ink("text-2" if review.is_waived else sign.ink)
        for column, (text, (_, width)) in enumerate(zip(texts, _COLUMNS, strict=True)):
            cell = QRectF(left + _SIDE, place.top() + _AIR / 2, width - 2 * _SIDE, place.height())
            cell.setHeight(place.height() - _AIR / 2)
            ink = verdict_ink if column == _VERDICT else self._ink("text")
            if column == _VERDICT:
                line = QRectF(cell.left(), cell.top(), _ICON, _ICON + 1)
                draw_icon(painter, sign.icon, line, verdict_ink)
                cell.setLeft(cell.left() + _ICON + 3)
            draw_lines(painter, cell, text, Look(_SIZE, ink, is_bold=column == 0))
            left += width
        self._draw_rule(painter, place.bottom(), "line")

    def _draw_rule(self, painter: QPainter, at: float, ink: str) -> None:
        painter.fillRect(QRectF(0, at - 0.5, _WIDTH, 0.5), self._ink(ink))

    def _ink(self, name: str) -> QColor:
        return token(name, self._palette)
