"""The road map on pages: the roles that change, and their moves over time with today."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.ids import RoleId
from socplanner.domain.road_map.moves import Move, all_moves
from socplanner.domain.road_map.orders import BY_BEGIN, BY_OWNER, owner_place, place_in_order
from socplanner.domain.road_map_inputs import MOVE_STATUSES, MovePlace, MoveStatus
from socplanner.ui.kit.sourcing_sign import draw_sign
from socplanner.ui.kit.theme import function_ink
from socplanner.ui.kit.tokens import token
from socplanner.ui.pictures.legend import Draw, LegendItem
from socplanner.ui.pictures.page_text import LEFT, RIGHT, Look, draw_line
from socplanner.ui.pictures.picture_facts import PictureFacts
from socplanner.ui.pictures.print_fonts import print_font
from socplanner.ui.roadmap.bars import bar_rect, draw_bar, draw_link
from socplanner.ui.roadmap.move_bars import TimeChart, draw_moves, placed_moves
from socplanner.ui.roadmap.time_scale import TimeScale, time_scale
from socplanner.wording.road_map_words import (
    days_text,
    owner_initials,
    short_change,
    status_name,
)
from socplanner.wording.terms import party_name, phase_name, role_name

_BODY, _CAPTION = 12, 10
_LINE, _HEADER = 20, 38
_PAD, _CODE, _SIGN = 6, 46, 12
_WIDEST_NAME = 300
_CHANGE, _OWNER, _EFFORT = 136, 66, 44
_SMALLEST, _LARGEST = 0.55, 0.9
_SAMPLE = 18


class _Owner(NamedTuple):
    """A line with the name of a party, above the moves that it leads."""

    name: str


class RoadMapPages:
    """The pages of a road map; a page is drawn in points from the corner of its content."""

    def __init__(self, facts: PictureFacts, size: QSizeF, palette: QPalette) -> None:
        """Lay out the moves of the roles of `facts` on pages with a space of `size` in points."""
        self._facts, self._palette = facts, palette
        shown = {role.id for role in facts.roles}
        self._rows: dict[RoleId, list[Move]] = {}
        moves = [move for move in all_moves(facts.plan) if not move.is_minor]
        for move in moves:
            if move.role.id in shown:
                self._rows.setdefault(move.role.id, []).append(move)
        self._order = self._arranged([role.id for role in facts.roles if role.id in self._rows])
        self._time: TimeScale | None = time_scale(facts.plan, moves)
        owners = len({self._owner_name(role) for role in self._order})
        owners = owners if facts.options.order == BY_OWNER else 0
        needed = size.height() / max(_HEADER + _LINE * (len(self._order) + owners), 1)
        self.scale = min(max(needed, _SMALLEST), _LARGEST)
        self._width = size.width() / self.scale
        self._a_page = max(int((size.height() / self.scale - _HEADER) // _LINE), 2)
        self._pages = self._in_pages(self._order)
        metrics = QFontMetricsF(print_font(_BODY))
        names = (
            metrics.horizontalAdvance(role_name(self._rows[role][0].role, facts.words))
            for role in self._order
        )
        self._name = min(max(names, default=0.0) + _PAD, _WIDEST_NAME)

    @property
    def count(self) -> int:
        """How many pages there are, at least one."""
        return max(len(self._pages), 1)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw the content of `page`, from 0."""
        painter.save()
        painter.scale(self.scale, self.scale)
        lines = self._pages[page] if self._pages else []
        if not lines:
            text = self._facts.words.tr("No role changes between the phases.")
            place = QRectF(0, 0, self._width, _LINE)
            draw_line(painter, place, text, Look(_BODY, token("text-2", self._palette)))
        else:
            self._draw_header(painter)
            for at, line in enumerate(lines):
                top = _HEADER + at * _LINE
                if isinstance(line, _Owner):
                    self._draw_owner(painter, top, line.name)
                else:
                    self._draw_row(painter, top, self._rows[line])
            self._draw_links(painter, lines)
        painter.restore()

    def _arranged(self, roles: list[RoleId]) -> list[RoleId]:
        """Return `roles` in the order of the options, by the first move of each."""
        plan, order = self._facts.plan, self._facts.options.order
        places = {role: place_in_order(plan, self._first_move(role), order) for role in roles}
        return sorted(roles, key=places.__getitem__)

    def _first_move(self, role: RoleId) -> Move:
        """Return the move of `role` that begins first."""
        plan = self._facts.plan
        return min(self._rows[role], key=lambda move: place_in_order(plan, move, BY_BEGIN))

    def _in_pages(self, roles: list[RoleId]) -> list[list[RoleId | _Owner]]:
        """Return the lines of each page; by owner, each has a line above its roles there."""
        has_owners = self._facts.options.order == BY_OWNER
        pages: list[list[RoleId | _Owner]] = []
        owner = ""
        for role in roles:
            name = self._owner_name(role) if has_owners else ""
            is_new = name != owner
            if not pages or len(pages[-1]) + 1 + is_new > self._a_page:
                pages.append([])
                is_new = has_owners
            if is_new:
                owner = name
                pages[-1].append(_Owner(name))
            pages[-1].append(role)
        return pages

    def _owner_name(self, role: RoleId) -> str:
        plan, words = self._facts.plan, self._facts.words
        place = owner_place(plan, self._first_move(role))
        is_party = place < len(plan.parties)
        return party_name(plan.parties[place], words) if is_party else words.tr("no owner")

    def _draw_owner(self, painter: QPainter, top: float, name: str) -> None:
        palette = self._palette
        painter.fillRect(QRectF(0, top, self._width, _LINE - 1), token("band", palette))
        place = QRectF(_PAD, top, self._width - 2 * _PAD, _LINE)
        draw_line(painter, place, name, Look(_BODY, token("text", palette), LEFT, is_bold=True))

    def _time_cell(self, top: float) -> QRectF:
        """Return where time is in the line at `top`."""
        left = _CODE + self._name + _CHANGE + _OWNER + _EFFORT + 2 * _PAD
        return QRectF(left, top, self._width - left - _PAD, _LINE)

    def _draw_header(self, painter: QPainter) -> None:
        words, palette = self._facts.words, self._palette
        painter.fillRect(QRectF(0, 0, self._width, _HEADER), token("band", palette))
        quiet = Look(_CAPTION, token("text-2", palette))
        low, x = _HEADER - _LINE, float(_PAD)
        titles = (
            (words.tr("Role"), _CODE + self._name - _PAD),
            (words.tr("Change"), _CHANGE),
            (words.tr("Owner"), _OWNER),
        )
        for title, wide in titles:
            draw_line(painter, QRectF(x, low, wide - _PAD, _LINE), title, quiet)
            x += wide
        effort = QRectF(x, low, _EFFORT, _LINE)
        draw_line(painter, effort, words.tr("Effort"), quiet._replace(flags=RIGHT))
        if self._time is not None:
            self._draw_phases(painter, self._time)
            self._draw_quarters(painter, self._time)
        painter.fillRect(QRectF(0, _HEADER - 1, self._width, 1), token("line-2", palette))

    def _draw_phases(self, painter: QPainter, time: TimeScale) -> None:
        palette, cell = self._palette, self._time_cell(0)
        for phase in self._facts.plan.phases:
            if phase.terms.begins:
                ends = phase.terms.ends or phase.terms.begins
                left, right = time.span(phase.terms.begins, ends, cell)
                band = QRectF(left, 2, max(right - left - 2, 4), _HEADER - _LINE - 3)
                painter.setPen(token("line-2", palette))
                painter.setBrush(token("surface", palette))
                painter.drawRoundedRect(band, 3, 3)
                name = phase_name(phase, self._facts.words)
                look = Look(_CAPTION, token("text", palette))
                draw_line(painter, band.adjusted(4, 0, -2, 0), name, look)

    def _draw_quarters(self, painter: QPainter, time: TimeScale) -> None:
        palette, cell, free = self._palette, self._time_cell(_HEADER - _LINE), 0.0
        metrics = QFontMetricsF(print_font(_CAPTION, is_bold=True))
        for tick in time.ticks():
            x = time.x(tick.day, cell)
            painter.fillRect(QRectF(round(x), cell.top(), 1, _LINE), token("line-2", palette))
            text = f"{tick.year}-{tick.month:02}" if tick.is_year else f"{tick.month:02}"
            wide = metrics.horizontalAdvance(text) + 2
            if x + 3 >= free and x + 3 + wide <= self._width:
                ink = token("text" if tick.is_year else "text-2", palette)
                look = Look(_CAPTION, ink, LEFT, tick.is_year)
                draw_line(painter, QRectF(x + 3, cell.top(), wide, _LINE), text, look)
                free = x + 3 + wide + 3

    def _draw_row(self, painter: QPainter, top: float, moves: list[Move]) -> None:
        facts, palette = self._facts, self._palette
        move, x = moves[-1], float(_PAD)
        ink = function_ink(move.role.function, palette)
        code = QRectF(x, top, _CODE - _PAD, _LINE)
        draw_line(painter, code, move.role.code, Look(_BODY, ink, LEFT, is_bold=True))
        x = float(_CODE)
        text, quiet = token("text", palette), token("text-2", palette)
        name = role_name(move.role, facts.words)
        draw_line(painter, QRectF(x, top, self._name - _PAD, _LINE), name, Look(_BODY, text))
        x += self._name
        middle = top + (_LINE - _SIGN) / 2
        draw_sign(painter, move.before.sourcing, QRectF(x, middle, _SIGN, _SIGN), palette)
        draw_line(painter, QRectF(x + _SIGN + 3, top, 14, _LINE), "→", Look(_CAPTION, quiet))
        after = QRectF(x + _SIGN + 19, middle, _SIGN, _SIGN)
        draw_sign(painter, move.after.sourcing, after, palette)
        left = after.right() + _PAD
        change = QRectF(left, top, x + _CHANGE - left - _PAD, _LINE)
        draw_line(painter, change, short_change(facts.plan, move, facts.words), Look(_BODY, quiet))
        x += _CHANGE
        owner = owner_initials(facts.plan, move.stated, facts.words)
        draw_line(painter, QRectF(x, top, _OWNER - _PAD, _LINE), owner, Look(_BODY, quiet))
        x += _OWNER
        effort = days_text(move.stated.effort)
        draw_line(painter, QRectF(x, top, _EFFORT, _LINE), effort, Look(_BODY, quiet, RIGHT))
        if self._time is not None:
            chart = TimeChart(facts.plan, self._time, facts.day.isoformat(), palette)
            draw_moves(painter, self._time_cell(top), moves, chart)
        painter.fillRect(QRectF(0, top + _LINE - 1, self._width, 1), token("line", palette))

    def _draw_links(self, painter: QPainter, lines: Sequence[RoleId | _Owner]) -> None:
        """Draw the lines between moves of the roles in `lines`, those of one page."""
        bars: dict[MovePlace, QRectF] = {}
        roles = [(at, line) for at, line in enumerate(lines) if not isinstance(line, _Owner)]
        for at, role in roles:
            cell = self._time_cell(_HEADER + at * _LINE)
            for move, bar, _ in placed_moves(self._rows[role], self._time, cell):
                bars[move.place] = bar
        for _, role in roles:
            for move in self._rows[role]:
                for each in move.stated.prerequisites:
                    start = None
                    if each.role is not None and not each.day:
                        start = bars.get((each.phase or move.phase.id, each.role))
                    end = bars.get(move.place)
                    if start is not None and end is not None:
                        begin = QPointF(start.right(), start.center().y())
                        draw_link(painter, begin, end, self._palette, is_late=False)


def status_items(facts: PictureFacts, palette: QPalette) -> list[LegendItem]:
    """Return the statuses of moves with the form of their bars."""
    return [
        LegendItem(_bar_of(status, palette), _SAMPLE, status_name(status, facts.words))
        for status in MOVE_STATUSES
    ]


def _bar_of(status: MoveStatus, palette: QPalette) -> Draw:
    def draw(painter: QPainter, place: QRectF) -> None:
        bar = bar_rect(place.left(), place.right() - 5, place)
        draw_bar(painter, bar, Sourcing.INSOURCE, status, bar.center().x(), palette)

    return draw
