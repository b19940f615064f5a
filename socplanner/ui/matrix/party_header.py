"""The head of the matrix: parties grouped by kind, each with its badge and its wrapped name."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget

from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import PartyId
from socplanner.services.translator import Translator
from socplanner.ui.matrix.column_widths import shared_widths, widest_word
from socplanner.ui.matrix.grid_colours import (
    band_fill,
    draw_fold,
    draw_sort,
    grid_line,
    group_line,
    selection_tint,
)
from socplanner.ui.matrix.line_order import CANONICAL, LineOrder
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.party_groups import PartyGroup, folded_columns, groups_of
from socplanner.ui.overriding import override
from socplanner.ui.theme import kind_colour, party_colour, severity_colour
from socplanner.wording.terms import party_initials, party_kind_name

_LINES = 3
_STEP = 8
_WIDEST = 400
_STRIP = 3
_SMALLEST = 6.5
_PAD = 4
_ROTATED_LINES = 2
_TALLEST = 9
_BESIDE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_UPRIGHT = int(
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap
)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class PartyHeader(QHeaderView):
    """Heads the columns. A name whose words do not fit into its column stands upright.

    A width set by hand stays as it was set until a double click on the edge takes it back.
    """

    sort_clicked = Signal(int)
    """The column whose head was clicked."""

    folded_changed = Signal()
    """Other columns are shown now."""

    def __init__(self, model: MatrixModel, translator: Translator, parent: QWidget) -> None:
        """Stand above the table `parent`."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._matrix = model
        self._translator = translator
        self._needed: list[int] = []
        self._by_hand: dict[PartyId, int] = {}
        self._is_fitting = False
        self._pressed = QPoint()
        self._room = 0
        self._height = 0
        self._names = 0
        self._line = 0
        self._order = CANONICAL
        self._pictures: dict[tuple[int, int, bool, Severity | None], QPixmap] = {}
        self.folded: frozenset[str] = frozenset()
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.sectionResized.connect(self._on_section_resized)
        model.party_findings_changed.connect(self.update_columns)
        self.sectionHandleDoubleClicked.connect(self._on_handle_double_clicked)
        self.measure()

    def measure(self) -> None:
        """Find out anew how wide each column has to be for the words of its name."""
        self._line = QFontMetrics(self._small()).height()
        metrics, words = QFontMetrics(self._small()), self._translator.words
        self.setMinimumSectionSize(2 * (self.fontMetrics().height() + 1) + _PAD)
        least = self.minimumSectionSize()
        self._needed = [
            max(least, widest_word(words.local(party.name), metrics, _LINES) + _PAD)
            for party in self._matrix.parties
        ]
        self._hide_folded()
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Share `room` among the columns: what each needs, or less where that is too much."""
        self._room = room
        shown = [column for column in range(self.count()) if not self.isSectionHidden(column)]
        by_hand = {
            column: self._by_hand[party.id]
            for column, party in enumerate(self._matrix.parties)
            if party.id in self._by_hand
        }
        free = [column for column in shown if column not in by_hand]
        left = room - sum(by_hand[column] for column in shown if column in by_hand)
        needed = [self._needed[column] for column in free]
        widths = shared_widths(needed, left, self.minimumSectionSize())
        self._is_fitting = True
        for column, width in (*by_hand.items(), *zip(free, widths, strict=True)):
            if column in shown:
                self.resizeSection(column, width)
        self._is_fitting = False
        self._fit_height()

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
        self._draw_anew()

    def update_columns(self, columns: frozenset[int]) -> None:
        """Show just the heads of `columns` as they are now, below the names of groups."""
        top = self._badges_at() - 2
        for column in columns:
            left = self.sectionViewportPosition(column)
            width = self.sectionSize(column)
            self.viewport().update(left, top, width, self.viewport().height() - top)

    def _draw_anew(self) -> None:
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
        if e.rect().top() >= self._badges_at() - 2:
            return
        painter = QPainter(self.viewport())
        painter.setFont(self._small())
        for group in groups_of(self._matrix.parties):
            place = self._place_of(group)
            if place.intersects(e.rect()):
                self._paint_kind(painter, place, group)
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
        if self._pressed.y() < self._badges_at() - 2:
            self.fold(self._matrix.parties[column].kind)
        else:
            self.sort_clicked.emit(column)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw a head once for each of its looks, and then its picture."""
        worst = self._matrix.worst_of_party(logicalIndex)
        look = (logicalIndex, rect.width(), self._is_selected(logicalIndex), worst)
        picture = self._pictures.get(look)
        if picture is None:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            drawing = QPainter(picture)
            drawing.setFont(self.font())
            self._paint_head(drawing, QRect(0, 0, rect.width(), rect.height()), logicalIndex)
            drawing.end()
            self._pictures[look] = picture
        painter.drawPixmap(rect.topLeft(), picture)

    def _paint_head(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        party = self._matrix.parties[logicalIndex]
        palette, words = self.palette(), self._translator.words
        painter.fillRect(rect, band_fill(palette))
        if self._is_selected(logicalIndex):
            painter.fillRect(rect.adjusted(0, self._badges_at() - 2, 0, 0), selection_tint(palette))
        self._paint_badge(painter, rect, logicalIndex)
        worst = self._matrix.worst_of_party(logicalIndex)
        if worst is not None:
            self._paint_mark(painter, rect, worst)
        if self._order.party == party.id:
            side = self._badge() // 2
            arrow = QRect(rect.center().x() - side // 2, rect.bottom() - side - 2, side, side)
            ink = palette.color(QPalette.ColorRole.WindowText)
            draw_sort(painter, arrow, ink, is_backwards=self._order.is_backwards)
        painter.setFont(self._small())
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        top = rect.top() + self._badges_at() + self._badge() + 2
        name = QRect(rect.left() + 1, top, rect.width() - 2, self._names - 4)
        self._paint_name(painter, name, words.local(party.name), self._is_upright(logicalIndex))
        is_last = self._kind(logicalIndex) != self._kind(logicalIndex + 1)
        colour = group_line(palette) if is_last else grid_line(palette)
        below = rect.top() + self._badges_at()
        painter.fillRect(QRect(rect.right(), below, 1, rect.bottom() - below), colour)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), group_line(palette))

    def _place_of(self, group: PartyGroup) -> QRect:
        """Return where the name of `group` stands: over the part of it that is in sight."""
        left = self.sectionViewportPosition(group.first)
        width = sum(self.sectionSize(each) for each in range(group.first, group.last + 1))
        place = QRect(left, 0, width, self._badges_at() - 2)
        return place.intersected(self.viewport().rect())

    def _paint_kind(self, painter: QPainter, place: QRect, group: PartyGroup) -> None:
        colour = kind_colour(group.kind, self.palette())
        painter.fillRect(place, band_fill(self.palette()))
        painter.fillRect(
            QRect(place.left(), place.bottom() - _STRIP, place.width() - 1, _STRIP), colour
        )
        is_folded = group.kind in self.folded and group.size > 1
        text = place.adjusted(2, 0, -2, -_STRIP)
        if group.size > 1:
            side = text.height() - 4
            draw_fold(
                painter, QRect(text.left(), text.top() + 2, side, side), colour, is_folded=is_folded
            )
            text.setLeft(text.left() + side + 1)
        painter.setPen(colour)
        name = party_kind_name(group.kind, self._translator.words)
        metrics = QFontMetrics(self._small())
        if is_folded:
            more = f"+{group.size - 1}"
            named = f"{more} {name}"
            name = named if metrics.horizontalAdvance(named) <= text.width() else more
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, _CENTRE, shown)

    def _paint_name(self, painter: QPainter, place: QRect, name: str, is_upright: bool) -> None:
        if not is_upright:
            painter.drawText(place, _BESIDE, _wrapped(name))
            return
        painter.save()
        painter.translate(place.left(), place.bottom())
        painter.rotate(-90)
        painter.drawText(QRect(0, 0, place.height(), place.width()), _UPRIGHT, name)
        painter.restore()

    def _paint_badge(self, painter: QPainter, rect: QRect, column: int) -> None:
        party = self._matrix.parties[column]
        initials = party_initials(party, self._translator.words)
        font = self._small()
        font.setBold(True)
        while QFontMetrics(font).horizontalAdvance(initials) > rect.width() - 8 > 8:
            if font.pointSizeF() <= _SMALLEST:
                break
            font.setPointSizeF(font.pointSizeF() - 0.5)
        side = self._badge()
        width = max(side, QFontMetrics(font).horizontalAdvance(initials) + 8)
        place = QRect(0, rect.top() + self._badges_at(), min(width, rect.width() - 2), side)
        place.moveLeft(rect.center().x() - place.width() // 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(party_colour(column))
        painter.drawRoundedRect(place, side / 2, side / 2)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(place, _CENTRE, initials)

    def _paint_mark(self, painter: QPainter, rect: QRect, worst: Severity) -> None:
        """Mark a party of which something is found by a corner, as cells are."""
        right, top, side = rect.right(), rect.top() + self._badges_at() - 2, self._badge() // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(severity_colour(worst, self.palette()))
        painter.drawPolygon(
            [QPoint(right - side, top), QPoint(right, top), QPoint(right, top + side)]
        )

    def _hide_folded(self) -> None:
        hidden = folded_columns(groups_of(self._matrix.parties), self.folded)
        for column in range(self.count()):
            self.setSectionHidden(column, column in hidden)

    def _fit_height(self) -> None:
        self._names = self._names_height()
        height = self._badges_at() + self._badge() + self._names
        if height != self._height:
            self._height = height
            self.geometriesChanged.emit()
        self._draw_anew()

    def _on_section_resized(self, column: int, before: int, width: int) -> None:
        if not self._is_fitting and width and before and column < len(self._matrix.parties):
            self._by_hand[self._matrix.parties[column].id] = width
            self._fit_height()

    def _on_handle_double_clicked(self, column: int) -> None:
        self._by_hand.pop(self._matrix.parties[column].id, None)
        self.fit(self._room)

    def _is_upright(self, column: int) -> bool:
        return self.sectionSize(column) < self._needed[column]

    def _kind(self, column: int) -> str:
        parties = self._matrix.parties
        return parties[column].kind if column < len(parties) else ""

    def _is_selected(self, column: int) -> bool:
        selection = self.selectionModel()
        return bool(selection) and selection.columnIntersectsSelection(column, self.rootIndex())

    def _badges_at(self) -> int:
        return self._line + _STRIP + 5

    def _badge(self) -> int:
        return self._line + 6

    def _names_height(self) -> int:
        metrics, words = QFontMetrics(self._small()), self._translator.words
        height = metrics.height() * _LINES
        for column, party in enumerate(self._matrix.parties):
            if not self.isSectionHidden(column) and self._is_upright(column):
                name = words.local(party.name)
                longest = max(
                    metrics.horizontalAdvance(name) // _ROTATED_LINES + metrics.height(),
                    widest_word(name, metrics, _LINES),
                )
                height = max(height, min(longest, metrics.height() * _TALLEST))
        return height + 8

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(_SMALLEST, font.pointSizeF() * 0.88))
        return font


def _wrapped(name: str) -> str:
    """Return `name` with places to break it after the marks that join words."""
    for mark in "・/-":
        name = name.replace(mark, f"{mark}\u200b")
    return name
