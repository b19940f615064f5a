"""The maturity on pages: radar and functions with every gap, then the scores of all roles."""

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter, QPalette

from socplanner.domain.assessment import newest_assessment
from socplanner.domain.summary import summary_of
from socplanner.ui.maturity.radar import RadarPainter, function_means
from socplanner.ui.pictures.heat_pages import HeatPages
from socplanner.ui.pictures.page_text import Look, draw_line
from socplanner.ui.pictures.picture_facts import PictureFacts
from socplanner.ui.pictures.print_fonts import print_font
from socplanner.ui.pictures.shown_summary import ShownSummary
from socplanner.ui.pictures.summary_lists import draw_functions, draw_gaps, rows_in
from socplanner.wording.maturity_words import assessment_name

_WIDTH, _GAP, _TITLE = 1000.0, 20.0, 22.0
_RADAR, _FUNCTIONS = 300.0, 330.0
_CODE = 11


class MaturityPage:
    """The content of the pages, in units of which a page is `_WIDTH` wide."""

    def __init__(self, facts: PictureFacts, size: QSizeF, palette: QPalette) -> None:
        """Compute what is shown on pages with a space of `size` in points."""
        self._scale = size.width() / _WIDTH
        self._size = QSizeF(_WIDTH, size.height() / self._scale)
        summary = summary_of(facts.plan, facts.options.phase, facts.day.isoformat())
        self._shown = ShownSummary(facts.plan, summary, facts.words, palette)
        first = rows_in(self._gaps_place(0))
        self._rows = max(rows_in(self._gaps_place(1)), 1)
        self._first = first
        self._gap_pages = 1 + max(-(-(len(summary.gaps) - first) // self._rows), 0)
        heat = QSizeF(_WIDTH, self._size.height() - _TITLE)
        self._heat = HeatPages(self._shown, heat)
        self.count = self._gap_pages + self._heat.count
        """How many pages there are."""

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw the content of `page`, from 0."""
        painter.save()
        painter.scale(self._scale, self._scale)
        if page < self._gap_pages:
            self._draw_gaps(painter, page)
        else:
            self._draw_scores(painter, page - self._gap_pages)
        painter.restore()

    def _draw_scores(self, painter: QPainter, page: int) -> None:
        """Draw a page of the scores of all roles."""
        below = QRectF(0, _TITLE, _WIDTH, self._size.height() - _TITLE)
        self._draw_title(painter, below, self._shown.words.tr("Scores of the roles"))
        painter.translate(0, _TITLE)
        self._heat.draw(painter, page)

    def _draw_gaps(self, painter: QPainter, page: int) -> None:
        """Draw a page of the gaps; the first one has radar and functions beside them."""
        if page == 0:
            self._draw_left(painter)
        start = 0 if page == 0 else self._first + (page - 1) * self._rows
        place = self._gaps_place(page)
        title = self._shown.words.tr("Largest gaps")
        self._draw_title(painter, place, title)
        draw_gaps(painter, place, self._shown, self._shown.summary.gaps[start:])

    def _gaps_place(self, page: int) -> QRectF:
        left = _RADAR + _GAP if page == 0 else 0
        return QRectF(left, _TITLE, _WIDTH - left, self._size.height() - _TITLE)

    def _draw_title(self, painter: QPainter, below: QRectF, title: str) -> None:
        place = QRectF(below.left(), below.top() - _TITLE, below.width(), _TITLE)
        draw_line(painter, place, title, Look(13, self._shown.ink("text"), is_bold=True))

    def _draw_left(self, painter: QPainter) -> None:
        """Draw the radar, and the means of the functions below it."""
        shown, words = self._shown, self._shown.words
        high = min(_RADAR, self._size.height() * 0.48)
        radar = QRectF(0, _TITLE, _RADAR, high)
        newest = newest_assessment(shown.plan.assessments)
        title = words.tr("Not assessed")
        if newest is not None:
            title = words.tr("Assessed {day}", day=assessment_name(newest, words))
        place = QRectF(0, 0, _RADAR, _TITLE)
        draw_line(painter, place, title, Look(10, shown.ink("text-2")))
        painter.setFont(print_font(_CODE, is_bold=True))
        means = function_means(shown.summary.functions, shown.plan, words)
        RadarPainter(radar, means, shown.palette).draw(painter)
        below = QRectF(0, radar.bottom() + 8, _RADAR, self._size.height() - radar.bottom() - 8)
        draw_functions(painter, below, shown)
