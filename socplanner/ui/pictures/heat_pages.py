"""The scores of all roles on pages: a column of digits for each side, now and as an aim.

Roles stand below their functions and flow through the columns of a page. A digit is always written
on its ground; `?` in a dashed frame is not answered, a dash is a side that does not count.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from socplanner.domain.assessment import SIDES, Score, Side, newest_assessment
from socplanner.domain.maturity.role_maturity import (
    RoleMaturity,
    is_answer,
    role_maturities,
    sides_of,
)
from socplanner.domain.phases import duties
from socplanner.ui.kit.theme import function_ink, ink_on
from socplanner.ui.maturity.scores_delegate import heat
from socplanner.ui.pictures.page_text import CENTRE, LEFT, Look, draw_fitted, draw_line
from socplanner.ui.pictures.shown_summary import ShownSummary
from socplanner.wording.maturity_words import NOTHING, short_score
from socplanner.wording.terms import function_name, role_name

_COLUMNS, _BETWEEN = 3, 22.0
_ROW, _HEADER = 17.0, 34.0
_CODE, _CELL = 36.0, 27.0
_CELLS = 2 * len(SIDES)


class _Line(NamedTuple):
    """A role, or the function above its roles."""

    function: str
    role: RoleMaturity | None = None


class HeatPages:
    """The pages of the scores, in units; drawn from the corner of their content."""

    def __init__(self, shown: ShownSummary, size: QSizeF) -> None:
        """Arrange the roles of the plan on pages of `size`."""
        self._shown = shown
        self._size = size
        plan, target = shown.plan, shown.summary.target.phase.id
        assessment = newest_assessment(plan.assessments)
        roles = role_maturities(plan, target, assessment) if assessment is not None else ()
        self._now = duties(plan, shown.summary.now.phase.id)
        places = {each.code: place for place, each in enumerate(plan.catalogue.functions)}
        ordered = sorted(roles, key=lambda each: places.get(each.role.function, len(places)))
        most = max(int((size.height() - _HEADER) // _ROW), 2)
        even = -(-(len(ordered) + len(places)) // _COLUMNS) + 1
        self._a_column = max(min(most, even), 2)
        self._columns = self._in_columns(ordered)

    @property
    def count(self) -> int:
        """How many pages there are; none without an assessment."""
        return -(-len(self._columns) // _COLUMNS)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw `page`, from 0."""
        width = (self._size.width() - (_COLUMNS - 1) * _BETWEEN) / _COLUMNS
        for at, lines in enumerate(self._columns[page * _COLUMNS : (page + 1) * _COLUMNS]):
            place = QRectF(at * (width + _BETWEEN), 0, width, self._size.height())
            self._draw_header(painter, place)
            for row, line in enumerate(lines):
                top = place.top() + _HEADER + row * _ROW
                self._draw_line(painter, QRectF(place.left(), top, width, _ROW), line)

    def _in_columns(self, roles: Sequence[RoleMaturity]) -> list[list[_Line]]:
        """Return the lines of each column; the name of a function is never the last of one."""
        columns: list[list[_Line]] = []
        function = None
        for each in roles:
            is_new = each.role.function != function
            needed = 2 if is_new else 1
            if not columns or len(columns[-1]) + needed > self._a_column:
                columns.append([])
                is_new = True
            if is_new:
                function = each.role.function
                columns[-1].append(_Line(function))
            columns[-1].append(_Line(each.role.function, each))
        return columns

    def _draw_header(self, painter: QPainter, place: QRectF) -> None:
        words, quiet = self._shown.words, Look(8, self._shown.ink("text-2"), CENTRE)
        sides = (words.tr("In-house"), words.tr("Outsourced"))
        for at, name in enumerate(sides):
            first = self._cell(place, 2 * at)
            wide = QRectF(first.left(), place.top(), 2 * _CELL, _HEADER / 2)
            draw_fitted(painter, wide, name, quiet)
            for step, title in enumerate((words.tr("now"), words.tr("aim"))):
                cell = self._cell(place, 2 * at + step)
                half = QRectF(cell.left(), place.top() + _HEADER / 2, _CELL, _HEADER / 2)
                draw_fitted(painter, half, title, quiet)

    def _draw_line(self, painter: QPainter, place: QRectF, line: _Line) -> None:
        shown, role = self._shown, line.role
        ink = function_ink(line.function, shown.palette)
        if role is None:
            function = function_name(line.function, shown.plan.catalogue, shown.words)
            title = f"{line.function}  {function}"
            draw_fitted(painter, place, title, Look(9, ink, LEFT, is_bold=True))
            return
        code = QRectF(place.left(), place.top(), _CODE, _ROW)
        draw_line(painter, code, role.role.code, Look(9, ink, LEFT, is_bold=True))
        right = self._cell(place, 0).left()
        name = QRectF(code.right(), place.top(), right - code.right() - 4, _ROW)
        text = Look(9, shown.ink("text"))
        draw_fitted(painter, name, role_name(role.role, shown.words), text)
        for at, side in enumerate(SIDES):
            self._draw_side(painter, place, 2 * at, role, side)

    def _draw_side(
        self, painter: QPainter, place: QRectF, column: int, role: RoleMaturity, side: Side
    ) -> None:
        """Draw the score of one side and its aim."""
        now = self._now[role.role.id].sourcing
        score = role.scores.of(side).score
        if side not in sides_of(now, role.scores):
            self._draw_points(painter, self._cell(place, column), None)
        elif is_answer(score):
            self._draw_points(painter, self._cell(place, column), score)
        else:
            self._draw_open(painter, self._cell(place, column))
        aim = role.duty.aim.of(side) if side in sides_of(role.duty.sourcing) else None
        self._draw_points(painter, self._cell(place, column + 1), aim)

    def _draw_points(self, painter: QPainter, cell: QRectF, score: Score | None) -> None:
        shown = self._shown
        text = short_score(score, shown.words)
        if not text.isdecimal():
            draw_fitted(painter, cell, text or NOTHING, Look(8, shown.ink("text-2"), CENTRE))
            return
        ground = heat(text, shown.palette)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRect(cell)
        draw_line(painter, cell, text, Look(9, ink_on(ground), CENTRE))

    def _draw_open(self, painter: QPainter, cell: QRectF) -> None:
        shown = self._shown
        painter.setPen(QPen(shown.ink("warning"), 0.8, Qt.PenStyle.DashLine))
        painter.setBrush(shown.ink("warning-tint"))
        painter.drawRect(cell.adjusted(1, 1, -1, -1))
        draw_line(painter, cell, "?", Look(9, shown.ink("warning"), CENTRE, is_bold=True))

    def _cell(self, place: QRectF, column: int) -> QRectF:
        """Return the cell in `column` of the line at `place`."""
        left = place.right() - (_CELLS - column) * _CELL
        return QRectF(left, place.top() + 1, _CELL - 1.5, _ROW - 2)
