"""The column headers of the matrix: parties by kind, each a chip, with its name if all fit."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget

from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import PartyId
from socplanner.services.translator import Translator
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.party_chip import draw_party_chip, initials_width
from socplanner.ui.kit.theme import severity_colour
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.matrix.column_widths import shared_widths, width_for_lines
from socplanner.ui.matrix.grid_colours import (
    band_fill,
    draw_sort,
    grid_line,
    group_line,
    selection_tint,
)
from socplanner.ui.matrix.line_order import CANONICAL, LineOrder
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.party_groups import PartyGroup, folded_columns, groups_of
from socplanner.ui.matrix.party_heading import draw_corner, draw_group, draw_name
from socplanner.wording.terms import party_initials, party_kind_name

_LINES = 2
_STEP = 8
_WIDEST = 400
_PAD = 4
_UNDERLINE = 2


class PartyHeader(QHeaderView):
    """The headers of the columns: chips, and under them names where all of them fit in two lines.

    A width set by hand stays until a double click on the edge resets it.
    """

    sort_clicked = Signal(int)
    """The column whose header was clicked."""

    folded_changed = Signal()
    """Other columns are shown now."""

    def __init__(self, model: MatrixModel, translator: Translator, parent: QWidget) -> None:
        """Show the columns of the table `parent`."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._matrix = model
        self._translator = translator
        self._chips: list[int] = []
        self._named: list[int] = []
        self._has_names = False
        self._current = -1
        self._by_hand: dict[PartyId, int] = {}
        self._is_fitting = False
        self._pressed = QPoint()
        self._width = 0
        self._height = 0
        self._names = 0
        self._line = 0
        self._order = CANONICAL
        self._pictures: dict[tuple[int, int, bool, bool, Severity | None], QPixmap] = {}
        self.folded: frozenset[str] = frozenset()
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.sectionResized.connect(self._on_section_resized)
        model.party_findings_changed.connect(self.update_columns)
        self.sectionHandleDoubleClicked.connect(self._on_handle_double_clicked)
        self.measure()

    def measure(self) -> None:
        """Compute again how wide each column must be for its chip, and for its name."""
        metrics, words = QFontMetrics(self._small()), self._translator.words
        self._line = metrics.height()
        self.setMinimumSectionSize(2 * (self.fontMetrics().height() + 1) + _PAD)
        least, parties = self.minimumSectionSize(), self._matrix.parties
        self._chips = [
            max(least, initials_width(party_initials(party, words), self.font()) + 2 * _PAD)
            for party in parties
        ]
        self._named = [
            max(chip, width_for_lines(words.local(party.name), metrics, _LINES) + _PAD)
            for chip, party in zip(self._chips, parties, strict=True)
        ]
        self._hide_folded()
        self.fit(self._width)

    def fit(self, available: int) -> None:
        """Share `available` pixels among the columns: what each needs, or less if too narrow."""
        self._width = available
        shown = [column for column in range(self.count()) if not self.isSectionHidden(column)]
        by_hand = {
            column: self._by_hand[party.id]
            for column, party in enumerate(self._matrix.parties)
            if party.id in self._by_hand
        }
        free = [column for column in shown if column not in by_hand]
        left = available - sum(by_hand[column] for column in shown if column in by_hand)
        self._has_names = sum(self._named[column] for column in free) <= left
        needed = [(self._named if self._has_names else self._chips)[column] for column in free]
        widths = shared_widths(needed, left, self.minimumSectionSize())
        self._is_fitting = True
        for column, width in (*by_hand.items(), *zip(free, widths, strict=True)):
            if column in shown:
                self.resizeSection(column, width)
        self._is_fitting = False
        self._fit_height()

    def show_current(self, column: int) -> None:
        """Underline the header of `column`, which the cursor is in; -1 for none."""
        if column != self._current:
            changed = frozenset({column, self._current} - {-1})
            self._current = column
            self.update_columns(changed)

    def widen(self, column: int, steps: int) -> None:
        """Make `column` wider by `steps`, or narrower, as a drag of its edge would."""
        width = self.sectionSize(column) + steps * _STEP
        self.resizeSection(column, min(_WIDEST, max(self.minimumSectionSize(), width)))

    def fold(self, kind: str) -> None:
        """Show of the parties of `kind` only the first in each group, or all of them again."""
        is_folded = kind in self.folded
        self.folded = self.folded - {kind} if is_folded else self.folded | {kind}
        self.measure()
        self.folded_changed.emit()

    def unfold_to(self, column: int) -> None:
        """Show `column` if it is folded away."""
        if self.isSectionHidden(column):
            self.fold(self._matrix.parties[column].kind)

    def show_order(self, order: LineOrder) -> None:
        """Mark the party by whose letters lines are sorted."""
        self._order = order
        self._clear_pictures()

    def update_columns(self, columns: frozenset[int]) -> None:
        """Draw again the headers of `columns` only, below the names of groups."""
        top = self._chips_at() - 2
        for column in columns:
            left = self.sectionViewportPosition(column)
            width = self.sectionSize(column)
            self.viewport().update(left, top, width, self.viewport().height() - top)

    def _clear_pictures(self) -> None:
        self._pictures.clear()
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.measure()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if e.rect().top() >= self._chips_at() - 2:
            return
        painter = QPainter(self.viewport())
        painter.setFont(self._small())
        for group in groups_of(self._matrix.parties):
            place = self._place_of(group)
            if place.intersects(e.rect()):
                name = party_kind_name(group.kind, self._translator.words)
                is_folded = group.kind in self.folded
                draw_group(painter, place, group, name, self.palette(), is_folded=is_folded)
        painter.end()

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        super().mousePressEvent(e)
        is_edge = self.cursor().shape() is Qt.CursorShape.SplitHCursor
        self._pressed = QPoint(-1, -1) if is_edge else e.position().toPoint()

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        at, column = e.position().toPoint(), self.logicalIndexAt(self._pressed)
        is_click = self._pressed.x() >= 0 and self.logicalIndexAt(at) == column
        if not is_click or column < 0 or e.button() is not Qt.MouseButton.LeftButton:
            return
        if self._pressed.y() < self._chips_at() - 2:
            self.fold(self._matrix.parties[column].kind)
        else:
            self.sort_clicked.emit(column)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw a header once for each of its looks, then its picture."""
        worst = self._matrix.worst_of_party(logicalIndex)
        is_current = logicalIndex == self._current
        look = (logicalIndex, rect.width(), self._is_selected(logicalIndex), is_current, worst)
        picture = self._pictures.get(look)
        if picture is None:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            drawing = QPainter(picture)
            drawing.setFont(self.font())
            self._paint_heading(drawing, QRect(0, 0, rect.width(), rect.height()), logicalIndex)
            drawing.end()
            self._pictures[look] = picture
        painter.drawPixmap(rect.topLeft(), picture)

    def _paint_heading(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        party, palette = self._matrix.parties[logicalIndex], self.palette()
        words, top = self._translator.words, self._chips_at()
        painter.fillRect(rect, band_fill(palette))
        if self._is_selected(logicalIndex):
            painter.fillRect(rect.adjusted(0, top - 2, 0, 0), selection_tint(palette))
        self._paint_lines(painter, rect, logicalIndex)
        worst = self._matrix.worst_of_party(logicalIndex)
        if worst is not None:
            corner = QPoint(rect.right(), rect.top() + top - 2)
            draw_corner(painter, corner, self._line // 2, severity_colour(worst, palette))
        if self._order.party == party.id:
            side = self._line
            arrow = QRect(rect.left(), rect.bottom() - side - 2, side, side)
            ink = palette.color(QPalette.ColorRole.WindowText)
            draw_sort(painter, arrow, ink, is_backwards=self._order.is_backwards)
        initials = party_initials(party, words)
        wide = min(rect.width() - 4, max(self._chips[logicalIndex] - 2 * _PAD, self._line * 2))
        chip = QRect(rect.center().x() - wide // 2, rect.top() + top, wide, self._chip_height())
        draw_party_chip(painter, QRectF(chip), initials, party.kind, palette)
        if self._has_names:
            painter.setFont(self._small())
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            below = QRect(rect.left() + 1, chip.bottom() + 3, rect.width() - 2, self._names)
            draw_name(painter, below, words.local(party.name))

    def _paint_lines(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw the line at the right, and that below: in the accent under the current column."""
        palette = self.palette()
        is_last = self._kind(logicalIndex) != self._kind(logicalIndex + 1)
        colour = group_line(palette) if is_last else grid_line(palette)
        top = rect.top() + self._chips_at()
        painter.fillRect(QRect(rect.right(), top, 1, rect.bottom() - top), colour)
        is_current = logicalIndex == self._current
        high = _UNDERLINE if is_current else 1
        line = token("accent-ink", palette) if is_current else group_line(palette)
        painter.fillRect(QRect(rect.left(), rect.bottom() + 1 - high, rect.width(), high), line)

    def _place_of(self, group: PartyGroup) -> QRect:
        """Return the rectangle of the name of `group`: over its visible part."""
        left = self.sectionViewportPosition(group.first)
        width = sum(self.sectionSize(each) for each in range(group.first, group.last + 1))
        place = QRect(left, 0, width, self._chips_at() - 2)
        return place.intersected(self.viewport().rect())

    def _hide_folded(self) -> None:
        hidden = folded_columns(groups_of(self._matrix.parties), self.folded)
        for column in range(self.count()):
            self.setSectionHidden(column, column in hidden)

    def _fit_height(self) -> None:
        self._names = self._line * _LINES if self._has_names else 0
        below = self._names + 4 if self._has_names else 0
        height = self._chips_at() + self._chip_height() + below + 6
        if height != self._height:
            self._height = height
            self.geometriesChanged.emit()
        self._clear_pictures()

    def _on_section_resized(self, column: int, before: int, width: int) -> None:
        if not self._is_fitting and width and before and column < len(self._matrix.parties):
            self._by_hand[self._matrix.parties[column].id] = width
            self._fit_height()

    def _on_handle_double_clicked(self, column: int) -> None:
        self._by_hand.pop(self._matrix.parties[column].id, None)
        self.fit(self._width)

    def _kind(self, column: int) -> str:
        parties = self._matrix.parties
        return parties[column].kind if column < len(parties) else ""

    def _is_selected(self, column: int) -> bool:
        selection = self.selectionModel()
        return bool(selection) and selection.columnIntersectsSelection(column, self.rootIndex())

    def _chips_at(self) -> int:
        return self._line + 12

    def _chip_height(self) -> int:
        return self._line + 6

    def _small(self) -> QFont:
        return scaled(self.font(), "caption")
