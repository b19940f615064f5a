"""One page for the board of directors: numbers, boards, maturity, gaps, risks, the decision.

It is laid out in units of an A3 page and scaled to the paper, so that A4 shows the same.
"""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from socplanner.domain.summary import summary_of
from socplanner.ui.pictures.page_text import Look, draw_fitted, draw_line, draw_lines
from socplanner.ui.pictures.picture_facts import PictureFacts
from socplanner.ui.pictures.shown_summary import ShownSummary
from socplanner.ui.pictures.summary_boards import draw_boards
from socplanner.ui.pictures.summary_lists import draw_functions, draw_gaps, draw_risks
from socplanner.ui.pictures.summary_numbers import HEIGHT, draw_numbers
from socplanner.wording.summary_words import approval_text, period_and_budget, summary_numbers

_WIDTH = 1100.0
"""The width of the content in units."""

_GAP, _TITLE, _BELOW = 18.0, 22.0, 150.0
"""Between parts, the height of their titles, and of the parts at the bottom."""

_RIGHT = 0.29
"""The part of the width that the maturity of the functions takes."""

_BOX, _LINES, _GAPS = 12.0, 3, 6


class SummaryPage:
    """The content of the page, drawn in points from its corner."""

    count = 1

    def __init__(self, facts: PictureFacts, size: QSizeF, palette: QPalette) -> None:
        """Compute what is shown on a space of `size` in points."""
        self._decision = facts.options.decision
        self._scale = size.width() / _WIDTH
        self._size = QSizeF(_WIDTH, size.height() / self._scale)
        summary = summary_of(facts.plan, facts.options.phase, facts.day.isoformat())
        self._shown = ShownSummary(facts.plan, summary, facts.words, palette)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw the page."""
        shown, words = self._shown, self._shown.words
        painter.save()
        painter.scale(self._scale, self._scale)
        numbers = QRectF(0, 0, _WIDTH, HEIGHT)
        draw_numbers(
            painter, numbers, summary_numbers(shown.summary, shown.plan.cost, words), shown.palette
        )
        top = numbers.bottom() + _GAP * 0.7
        bottom = self._size.height() - _BELOW - _GAP
        left = _WIDTH * (1 - _RIGHT) - _GAP
        boards = self._part(painter, QRectF(0, top, left, bottom - top), words.tr("Who does it"))
        draw_boards(painter, boards, shown)
        beside = QRectF(left + _GAP * 1.4, top, _WIDTH - left - _GAP * 1.4, bottom - top)
        functions = self._part(painter, beside, words.tr("How good it is, and is to be"))
        draw_functions(painter, functions, shown)
        self._draw_below(painter, QRectF(0, bottom + _GAP * 0.6, _WIDTH, _BELOW + _GAP * 0.4))
        painter.restore()

    def _draw_below(self, painter: QPainter, place: QRectF) -> None:
        """Draw the three parts at the bottom: gaps, risks and the decision."""
        words, wide = self._shown.words, (place.width() - 2 * _GAP) / 3
        widths = (wide * 1.15, wide * 0.95, wide * 0.9)
        columns, x = [], place.left()
        for each in widths:
            columns.append(QRectF(x, place.top(), each, place.height()))
            x += each + _GAP
        gaps = self._part(painter, columns[0], words.tr("Largest gaps"))
        draw_gaps(painter, gaps, self._shown, self._shown.summary.gaps[:_GAPS])
        risks = self._part(painter, columns[1], words.tr("Risks that remain"))
        draw_risks(painter, risks, self._shown)
        self._draw_decision(painter, columns[2])

    def _draw_decision(self, painter: QPainter, place: QRectF) -> None:
        """Draw the decision that is asked for, and the line of approval, in a frame."""
        words, ink = self._shown.words, self._shown.ink
        text, quiet = ink("text"), ink("text-2")
        painter.setPen(QPen(ink("accent-ink"), 1.4))
        painter.setBrush(ink("surface"))
        painter.drawRoundedRect(place, 5, 5)
        inside = place.adjusted(12, 4, -12, -10)
        room = self._part(painter, inside, words.tr("Decision asked for"))
        approval = QRectF(room.left(), room.bottom() - 38, room.width(), 38)
        above = QRectF(room.left(), room.top(), room.width(), approval.top() - room.top() - 4)
        above = self._draw_terms(painter, above)
        if self._decision:
            draw_lines(painter, above, self._decision, Look(10, text))
        else:
            painter.setPen(QPen(ink("line-2"), 0.6))
            for at in range(1, _LINES + 1):
                y = above.top() + above.height() * at / _LINES
                painter.drawLine(QPointF(above.left(), y), QPointF(above.right(), y))
        x, approved = approval.left(), self._shown.summary.target.phase.terms.approval_day
        for each in (words.tr("Approved"), words.tr("Postponed"), words.tr("Rejected")):
            box = QRectF(x, approval.top() + 3, _BOX, _BOX)
            painter.setPen(QPen(quiet, 0.8))
            painter.drawRect(box)
            if approved and each == words.tr("Approved"):
                _draw_tick(painter, box, text)
            label = QRectF(x + _BOX + 5, approval.top(), approval.width() / 3 - _BOX - 8, 18)
            draw_line(painter, label, each, Look(9, text))
            x += approval.width() / 3
        signed = QRectF(approval.left(), approval.bottom() - 16, approval.width(), 14)
        draw_line(painter, signed, words.tr("Approved by, on"), Look(9, quiet))
        line = QRectF(signed.left() + 90, signed.top(), signed.width() - 90, signed.height())
        by = approval_text(self._shown.summary.target.phase)
        draw_fitted(painter, line.adjusted(2, 0, 0, 0), by, Look(9, text, is_bold=True))
        painter.fillRect(QRectF(line.left(), line.bottom(), line.width(), 0.6), quiet)

    def _draw_terms(self, painter: QPainter, place: QRectF) -> QRectF:
        """Draw period and budget of the target at the top of `place`; return the space below."""
        shown, top = self._shown, place.top()
        look = Look(9, shown.ink("text-2"))
        for text in period_and_budget(shown.summary.target.phase, shown.words):
            draw_fitted(painter, QRectF(place.left(), top, place.width(), 13), text, look)
            top += 13
        return place.adjusted(0, top - place.top(), 0, 0)

    def _part(self, painter: QPainter, place: QRectF, title: str) -> QRectF:
        """Draw the title of a part; return the space below it."""
        top_line = QRectF(place.left(), place.top(), place.width(), _TITLE)
        draw_line(painter, top_line, title, Look(13, self._shown.ink("text"), is_bold=True))
        return place.adjusted(0, _TITLE + 2, 0, 0)


def _draw_tick(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """Draw a tick in `box`."""
    painter.setPen(QPen(ink, 1.8))
    low = QPointF(box.left() + box.width() * 0.42, box.bottom() - 3)
    painter.drawPolyline(
        [QPointF(box.left() + 2.5, box.center().y()), low, QPointF(box.right() - 2, box.top() + 3)]
    )
