"""The matrix on pages: the faces of the screen's cells, headers and loads, drawn as lines."""

from itertools import pairwise
from math import ceil

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette

from socplanner.domain.catalogue import Role
from socplanner.domain.letter_counts import letter_counts
from socplanner.domain.letters import BLANK
from socplanner.domain.plan import Party
from socplanner.ui.board.line_breaks import pieces_of
from socplanner.ui.board.text_fit import TextFit
from socplanner.ui.kit.party_chip import draw_party_chip, initials_width
from socplanner.ui.kit.theme import function_ink
from socplanner.ui.kit.tokens import token
from socplanner.ui.matrix.cell_face import CellFace, CellLook
from socplanner.ui.matrix.grid_colours import band_fill, grid_line, group_line
from socplanner.ui.matrix.line_face import draw_badges, draw_function
from socplanner.ui.matrix.load_face import TENTHS, LoadCount, draw_count, draw_load_heading
from socplanner.ui.matrix.matrix_facts import MatrixFacts
from socplanner.ui.matrix.matrix_lines import Line, lines_of, shown_lines
from socplanner.ui.pictures.matrix_layout import MatrixPage, Measures, matrix_layout
from socplanner.ui.pictures.picture_facts import PictureFacts
from socplanner.ui.pictures.print_fonts import print_font
from socplanner.wording.terms import (
    function_name,
    letter_name,
    party_initials,
    party_kind_name,
    party_name,
    role_name,
)

_BODY, _CAPTION, _LETTERS = 12, 10, 10
_LINE, _LOAD = 18, 16
_STRIPE, _PAD, _BADGE = 4, 6, 19
_KINDS, _CHIP, _NAME_LINES = 16, 18, 3
_WIDEST_ROLE, _SMALL = 420, 8
"""The most pixels for the name of a role, and the size of one that is longer."""

_LEAST_COLUMN, _WIDEST_NAME, _NAME_PAD = 34, 160, 6
_WIDER = 3
"""Columns are at most so many times as wide as they need where there is space."""

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_VCENTRE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class MatrixPages:
    """The pages of one matrix; a page is drawn in points from the corner of its content."""

    def __init__(self, facts: PictureFacts, size: QSizeF, palette: QPalette) -> None:
        """Lay out the roles of `facts` on pages with a space of `size` in points."""
        self._facts = facts
        self._palette = palette
        self._parties = facts.plan.parties
        kinds = [party.kind for party in self._parties]
        self._ends = [*(left != right for left, right in pairwise(kinds)), False]
        self._line, self._group = grid_line(palette), group_line(palette)
        self._plain, self._bold = print_font(_BODY), print_font(_BODY, is_bold=True)
        self._caption = print_font(_CAPTION)
        self._fit = TextFit(self._caption, self._party_names())
        self._face = CellFace(palette, print_font(_LETTERS))
        self._cells = MatrixFacts(facts.plan, facts.options.phase, facts.findings_of)
        shown = frozenset(role.id for role in facts.roles)
        self._lines = shown_lines(lines_of(facts.plan), shown, frozenset())
        self._counts = letter_counts(facts.duties[role.id] for role in facts.roles)
        measures = self._measured()
        layout = matrix_layout(measures, self._lines, (size.width(), size.height()))
        self._pages, self.scale = layout
        self._side, self._header = measures.side, measures.header
        self._widths = self._widened(measures, size.width() / self.scale)
        self._names = [
            self._fit.broken(name, _CAPTION, width - _NAME_PAD)
            for name, width in zip(self._party_names(), self._widths, strict=True)
        ]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw the content of `page`, from 0."""
        shown = self._pages[page]
        painter.save()
        painter.scale(self.scale, self.scale)
        self._draw_headers(painter, shown)
        top = self._header
        for line in shown.lines:
            self._draw_line(painter, top, line, shown)
            top += _LINE
        self._draw_grid(painter, shown)
        if shown.has_loads:
            self._draw_loads(painter, top, shown)
        painter.restore()

    def _measured(self) -> Measures:
        words, metrics = self._facts.words, QFontMetrics(self._plain)
        bold, caption = QFontMetrics(self._bold), QFontMetrics(self._caption)
        roles = self._facts.roles
        codes = max((bold.horizontalAdvance(role.code) for role in roles), default=0)
        widest = max(
            (metrics.horizontalAdvance(role_name(role, words)) for role in roles), default=0
        )
        names = self._names_width = min(widest, _WIDEST_ROLE)
        bands = (line.function for line in self._lines if line.is_band)
        titles = [function_name(code, self._facts.plan.catalogue, words) for code in bands]
        band = max((bold.horizontalAdvance(title) for title in titles), default=0)
        self._codes = codes + 2 * _PAD
        inner = max(self._codes + names + 2 * _PAD + 2 * _BADGE, band + 2 * _BADGE)
        letters = self._facts.plan.letter_set.letters
        heading = max(metrics.horizontalAdvance(letter_name(each, words)) for each in letters)
        side = max(_STRIPE + _PAD + inner, heading + 60)
        widths = tuple(self._needed(party) for party in self._parties)
        broken = (
            self._fit.broken(name, _CAPTION, width - _NAME_PAD)
            for name, width in zip(self._party_names(), widths, strict=True)
        )
        most = max([_NAME_LINES, *map(len, broken)])
        header = _KINDS + _CHIP + most * caption.height() + 10
        return Measures(header, _LINE, len(letters) * _LOAD + 1, side, widths)

    def _needed(self, party: Party) -> int:
        """Return how wide the column of `party` must be."""
        words, letters = self._facts.words, self._facts.plan.letter_set
        cells = {self._facts.duties[role.id].letters.get(party.id) for role in self._facts.roles}
        chips = (self._face.needed_width(letters.letters_in(cell)) for cell in cells if cell)
        name = self._name_width(words.local(party.name))
        initials = initials_width(party_initials(party, words), self._plain) + 6
        return max(_LEAST_COLUMN, name, initials, max(chips, default=0))

    def _name_width(self, name: str) -> int:
        """Return the least width at which `name` has at most `_NAME_LINES`, and no word is cut."""
        pieces = [self._fit.width(_CAPTION, piece.rstrip()) for piece in pieces_of(name)]
        width = max(ceil(max(pieces)), _LEAST_COLUMN)
        while width < _WIDEST_NAME and len(self._fit.broken(name, _CAPTION, width)) > _NAME_LINES:
            width += 2
        return min(width, _WIDEST_NAME) + _NAME_PAD

    def _party_names(self) -> list[str]:
        return [party_name(party, self._facts.words) for party in self._parties]

    def _widened(self, measures: Measures, width: float) -> tuple[int, ...]:
        """Return the widths of all columns: wider than needed where a page has space."""
        if len({page.columns for page in self._pages}) != 1 or not measures.columns:
            return measures.columns
        share = (width - measures.side) / sum(measures.columns)
        return tuple(int(wide * max(min(share, _WIDER), 1)) for wide in measures.columns)

    def _draw_headers(self, painter: QPainter, page: MatrixPage) -> None:
        palette, x = self._palette, self._side
        wide = sum(self._widths[column] for column in page.columns)
        painter.fillRect(QRect(0, 0, self._side + wide, self._header), band_fill(palette))
        painter.setPen(token("text-2", palette))
        painter.setFont(self._caption)
        words = self._facts.words
        low = QRect(_STRIPE + _PAD, self._header - _LINE, self._codes, _LINE)
        painter.drawText(low, _VCENTRE, words.tr("Code"))
        painter.drawText(low.translated(self._codes, 0), _VCENTRE, words.tr("Role"))
        for column in page.columns:
            self._draw_party(painter, QRect(x, 0, self._widths[column], self._header), column, page)
            x += self._widths[column]
        painter.fillRect(QRect(0, self._header - 1, self._side + wide, 1), token("line-2", palette))

    def _draw_party(self, painter: QPainter, place: QRect, column: int, page: MatrixPage) -> None:
        words, party, palette = self._facts.words, self._parties[column], self._palette
        if column == page.columns.start or self._parties[column - 1].kind != party.kind:
            painter.setFont(self._caption)
            painter.setPen(token("text-2", palette))
            kind = QRect(place.left() + 3, 0, 200, _KINDS)
            painter.drawText(kind, _VCENTRE, party_kind_name(party.kind, words))
        edge = self._group if self._ends[column] else self._line
        painter.fillRect(QRect(place.right(), _KINDS, 1, place.height() - _KINDS), edge)
        initials = party_initials(party, words)
        painter.setFont(self._plain)
        wide = max(initials_width(initials, self._plain), 26)
        chip = QRectF(place.center().x() - wide / 2, _KINDS, wide, _CHIP)
        draw_party_chip(painter, chip, initials, party.kind, palette)
        painter.setFont(self._caption)
        painter.setPen(token("text", palette))
        high = painter.fontMetrics().height()
        for at, name in enumerate(self._names[column]):
            top = _KINDS + _CHIP + 3 + at * high
            painter.drawText(QRect(place.left(), top, place.width(), high), _CENTRE, name)

    def _draw_line(self, painter: QPainter, top: int, line: Line, page: MatrixPage) -> None:
        if line.role is None:
            wide = self._side + sum(self._widths[column] for column in page.columns)
            self._draw_band(painter, QRect(0, top, wide, _LINE), line.function)
            return
        self._draw_role(painter, QRect(0, top, self._side, _LINE), line.role)
        letters, marks = self._facts.duties[line.role.id].letters, self._cells.marks[line.role.id]
        x = self._side
        for column in page.columns:
            party, wide = self._parties[column].id, self._widths[column]
            cell, mark = letters.get(party, BLANK), marks.get(party)
            if cell or mark is not None:
                painter.save()
                painter.translate(x, top)
                look = CellLook(cell, mark, 0, self._ends[column], wide, _LINE)
                self._face.draw(painter, look, self._facts.plan.letter_set)
                painter.restore()
            x += wide

    def _draw_grid(self, painter: QPainter, page: MatrixPage) -> None:
        """Draw the lines of the grid over the cells: beside a fill a thin line would be lost."""
        edges, x = [], self._side
        for column in page.columns:
            x += self._widths[column]
            edges.append((x - 1, self._group if self._ends[column] else self._line))
        top = self._header
        for line in page.lines:
            painter.fillRect(QRect(0, top + _LINE - 1, x, 1), self._line)
            if line.role is not None:
                painter.fillRect(QRect(self._side - 1, top, 1, _LINE), self._group)
                for edge, colour in edges:
                    painter.fillRect(QRect(edge, top, 1, _LINE), colour)
            top += _LINE

    def _draw_band(self, painter: QPainter, place: QRect, function: str) -> None:
        catalogue, words = self._facts.plan.catalogue, self._facts.words
        painter.fillRect(place, band_fill(self._palette))
        painter.setFont(self._bold)
        chip = QRect(_STRIPE, place.top() + 2, _BADGE - 1, _LINE - 5)
        draw_function(painter, chip, function, self._palette)
        painter.setPen(token("text", self._palette))
        name = place.adjusted(chip.right() + _PAD, 0, 0, 0)
        painter.drawText(name, _VCENTRE, function_name(function, catalogue, words))

    def _draw_role(self, painter: QPainter, place: QRect, role: Role) -> None:
        facts, palette = self._facts, self._palette
        painter.fillRect(place, palette.color(QPalette.ColorRole.Base))
        painter.fillRect(
            QRect(0, place.top(), _STRIPE, _LINE), function_ink(role.function, palette)
        )
        painter.setPen(token("text", palette))
        painter.setFont(self._bold)
        left = _STRIPE + _PAD
        painter.drawText(QRect(left, place.top(), self._codes, _LINE), _VCENTRE, role.code)
        name = QRect(left + self._codes, place.top(), self._names_width + 1, _LINE)
        self._draw_name(painter, name, role_name(role, facts.words))
        badge = QRect(place.right() - 2 * _BADGE - 2, place.top(), _BADGE, _LINE)
        marks = facts.duties[role.id].sourcing, self._cells.worst(role.id)
        draw_badges(painter, badge, marks, palette)

    def _draw_name(self, painter: QPainter, place: QRect, name: str) -> None:
        """Draw the name of a role; one that is too wide in two smaller lines, cut if need be."""
        painter.setFont(self._plain)
        if painter.fontMetrics().horizontalAdvance(name) <= place.width():
            painter.drawText(place, _VCENTRE, name)
            return
        painter.setFont(print_font(_SMALL))
        lines = self._fit.broken(name, _SMALL, place.width())
        shown = [*lines[:1], "".join(lines[1:])]
        cut = Qt.TextElideMode.ElideRight
        for at, line in enumerate(shown):
            text = painter.fontMetrics().elidedText(line, cut, place.width())
            half = QRect(place.left(), place.top() + at * _LINE // 2, place.width(), _LINE // 2)
            painter.drawText(half, _VCENTRE, text)

    def _draw_loads(self, painter: QPainter, top: int, page: MatrixPage) -> None:
        palette, words = self._palette, self._facts.words
        wide = sum(self._widths[column] for column in page.columns)
        painter.fillRect(QRect(0, top, self._side + wide, 1), token("line-2", palette))
        for row, letter in enumerate(self._facts.plan.letter_set.letters):
            y = top + 1 + row * _LOAD
            painter.setFont(self._plain)
            heading = QRect(0, y, self._side, _LOAD)
            draw_load_heading(painter, heading, letter, letter_name(letter, words), palette)
            counts = self._counts_of(letter.symbol)
            x, most = self._side, max(counts, default=0)
            for column in page.columns:
                share = -(-counts[column] * TENTHS // max(most, 1))
                text = str(counts[column]) if counts[column] else "·"
                painter.setFont(self._plain)
                place = QRect(x, y, self._widths[column], _LOAD)
                draw_count(painter, place, LoadCount(text, share, letter), palette)
                x += self._widths[column]

    def _counts_of(self, symbol: str) -> list[int]:
        return [
            self._counts[party.id][symbol] if party.id in self._counts else 0
            for party in self._parties
        ]
