"""What is around the content of each page: title, label, date, legend, source, page number.

Everything is in points, on a painter whose origin is the upper left corner of the page. On larger
papers frame and legend are larger, but less than the paper is.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette

from socplanner import __version__
from socplanner.domain.picture_options import PictureSubject
from socplanner.domain.summary import phases_to
from socplanner.services import catalogues
from socplanner.ui.kit.tokens import token
from socplanner.ui.pictures.legend import Legend, LegendItem
from socplanner.ui.pictures.picture_facts import PictureFacts
from socplanner.ui.pictures.print_fonts import print_font
from socplanner.ui.pictures.tlp_box import draw_tlp, tlp_height
from socplanner.wording.terms import party_label, phase_label, phase_name

_SIDE, _TOP, _BOTTOM = 28, 22, 20
_TITLE, _ABOUT, _SMALL = 17, 10, 7
_HEADER = 40
_GAP = 8
_A4_WIDTH = 842
_AUTHOR = 0.3
"""The part of the width that the name of an author takes at most."""

_GROWTH = 0.4
"""The frame of a paper twice as wide is so much larger."""

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class PageNumber(NamedTuple):
    """The number of a page, from 1, and how many there are."""

    page: int
    pages: int


class PageFrame:
    """The frame of pages of one size."""

    def __init__(
        self, facts: PictureFacts, size: QSizeF, legend: list[list[LegendItem]], palette: QPalette
    ) -> None:
        """Measure the frame for a page of `size` in points, with groups of a legend."""
        self._facts = facts
        self._palette = palette
        self.scale = 1 + max(size.width() / _A4_WIDTH - 1, 0) * _GROWTH
        self._width, self._height = size.width() / self.scale, size.height() / self.scale
        self._legend = Legend(legend, self._width - 2 * _SIDE)
        self._source = self._source_lines()
        self._bottom = self._height - _BOTTOM - self._foot_height()
        top, below = _TOP + _HEADER + _GAP, self._bottom - self._legend.height - _GAP
        self.content = QRectF(
            _SIDE * self.scale,
            top * self.scale,
            (self._width - 2 * _SIDE) * self.scale,
            (below - top) * self.scale,
        )
        """The rectangle that is left for the content, in points."""

    @property
    def legend_rows(self) -> int:
        """How many rows the legend has."""
        return self._legend.rows()

    def draw(self, painter: QPainter, number: PageNumber) -> None:
        """Draw the frame of one page."""
        painter.save()
        painter.scale(self.scale, self.scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_header(painter)
        corner = QPointF(_SIDE, self._bottom - self._legend.height)
        self._legend.draw(painter, corner, range(self._legend.rows()), self._palette)
        self._draw_footer(painter, number)
        painter.restore()

    def _draw_header(self, painter: QPainter) -> None:
        facts, right = self._facts, self._width - _SIDE
        side = self._draw_corner(painter, right)
        room = QRectF(_SIDE, _TOP, side - _SIDE - _GAP, _TITLE * 1.3)
        title = _fitting_size(facts.plan.organisation, _TITLE, room.width())
        painter.setFont(print_font(title, is_bold=True))
        painter.setPen(token("text", self._palette))
        painter.drawText(room, _LEFT, facts.plan.organisation)
        about = QRectF(_SIDE, room.bottom(), room.width(), _ABOUT * 1.4)
        painter.setFont(print_font(_fitting_size(self._about(), _ABOUT, about.width())))
        painter.setPen(token("text-2", self._palette))
        painter.drawText(about, _LEFT, self._about())
        line = QRectF(_SIDE, _TOP + _HEADER - 1.2, self._width - 2 * _SIDE, 1.2)
        painter.fillRect(line, token("text", self._palette))

    def _draw_corner(self, painter: QPainter, right: float) -> float:
        """Draw label, classification, author and date; return the x at which they begin."""
        facts, left = self._facts, right
        if facts.options.tlp is not None:
            left = draw_tlp(painter, facts.options.tlp, right, _TOP).left()
        classification = facts.plan.marking.classification
        painter.setFont(print_font(_ABOUT))
        author = QFontMetricsF(painter.font()).elidedText(
            facts.options.author, Qt.TextElideMode.ElideRight, self._width * _AUTHOR
        )
        below = "  ".join(part for part in (classification, author, facts.day.isoformat()) if part)
        painter.setPen(token("text-2", self._palette))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(below)
        place = QRectF(right - wide - 1, _TOP + _TITLE * 1.3, wide + 1, _ABOUT * 1.4)
        painter.drawText(place, _RIGHT, below)
        return min(left, place.left())

    def _draw_footer(self, painter: QPainter, number: PageNumber) -> None:
        facts, right = self._facts, self._width - _SIDE
        top = self._bottom + 4
        painter.fillRect(
            QRectF(_SIDE, top - 3, self._width - 2 * _SIDE, 0.6), token("line-2", self._palette)
        )
        painter.setFont(print_font(_SMALL))
        painter.setPen(token("text-3", self._palette))
        if facts.options.tlp is not None:
            right = draw_tlp(painter, facts.options.tlp, right, top).left() - _GAP
            painter.setFont(print_font(_SMALL))
            painter.setPen(token("text-3", self._palette))
        high = QFontMetricsF(painter.font()).height()
        ending = f"socplanner {__version__}   {number.page} / {number.pages}"
        painter.drawText(QRectF(right - 200, top, 200, high), _RIGHT, ending)
        place = QRectF(_SIDE, top, self._source_width(), self._foot_height())
        painter.drawText(place, _WRAP, self._source)

    def _about(self) -> str:
        """Return what is shown: board, matrix or road map, the phase, and how many roles."""
        facts = self._facts
        words = facts.words
        phase = phase_label(facts.plan, facts.options.phase, words)
        what = {
            PictureSubject.BOARD: words.tr("Board of roles"),
            PictureSubject.MATRIX: words.tr("Responsibility matrix"),
            PictureSubject.ROAD_MAP: words.tr("Road map"),
            PictureSubject.MATURITY: words.tr("Maturity"),
            PictureSubject.FLOW: words.tr("Business flows"),
            PictureSubject.REVIEW: words.tr("Review by ten keys and known failures"),
            PictureSubject.SUMMARY: words.tr("Security response: summary for the directors"),
            PictureSubject.TENDER: words.tr("Tender"),
        }[facts.options.subject]
        if facts.options.subject in (PictureSubject.SUMMARY, PictureSubject.MATURITY):
            shown = phases_to(facts.plan, facts.options.phase)
            names = dict.fromkeys(phase_name(each, words) for each in (shown[0], shown[-1]))
            return f"{what}   {' → '.join(names)}"
        if facts.options.subject is PictureSubject.REVIEW:
            return f"{what}   {phase}"
        if facts.options.subject is PictureSubject.TENDER and facts.options.party is not None:
            party = party_label(facts.plan, facts.options.party, words)
            return "   ".join((what, party, phase))
        if facts.options.subject is PictureSubject.ROAD_MAP:
            ends = (facts.plan.phases[0], facts.plan.phases[-1])
            phase = " → ".join(dict.fromkeys(phase_name(each, words) for each in ends))
        if facts.options.subject is PictureSubject.FLOW:
            return f"{what}   {phase}"
        parts = [what, phase]
        if facts.options.has_conditions:
            count = words.tr("{n} of {total}", n=len(facts.roles), total=facts.total)
            text = facts.options.search.strip()
            parts.append(f"“{text}”: {count}" if text else f"{words.tr('Filter')}: {count}")
        else:
            parts.append(words.count("{n} role", "{n} roles", len(facts.roles)))
        return "   ".join(parts)

    def _source_lines(self) -> str:
        words, catalogue = self._facts.words, self._facts.plan.catalogue
        prompts = ""
        if self._facts.options.subject is PictureSubject.REVIEW:
            prompts = f"{words.local(catalogues.prompts().source)} "
        return prompts + words.tr(
            "Source: {source}. The authors of the textbook have neither made nor approved this "
            "picture.",
            source=words.local(catalogue.source),
        )

    def _source_width(self) -> float:
        return self._width - 2 * _SIDE - 240

    def _foot_height(self) -> float:
        metrics = QFontMetricsF(print_font(_SMALL))
        room = QRectF(0, 0, self._source_width(), self._height)
        text = metrics.boundingRect(room, _WRAP, self._source).height() + 6
        return max(text, tlp_height() + 5 if self._facts.options.tlp is not None else 0)


def _fitting_size(text: str, size: int, width: float) -> int:
    """Return `size`, or the less at which `text` fits `width`; never less than `_SMALL`."""
    while size > _SMALL and QFontMetricsF(print_font(size)).horizontalAdvance(text) > width / 1.1:
        size -= 1
    return size
