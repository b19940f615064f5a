"""The row headers of the matrix: code, name, sourcing and mark of each role, and the bands."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QHeaderView, QWidget

from socplanner.domain.catalogue import Role, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import RoleId
from socplanner.services.translator import Translator
from socplanner.ui.kit.icons import draw_icon, severity_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.theme import FADED, function_ink, severity_colour
from socplanner.ui.kit.tokens import token
from socplanner.ui.matrix.corner import Zone
from socplanner.ui.matrix.grid_colours import band_fill, draw_fold, grid_line, selection_tint
from socplanner.ui.matrix.line_face import draw_badges, draw_function
from socplanner.ui.matrix.line_order import SortedBy
from socplanner.ui.matrix.matrix_lines import Line
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.wording.terms import function_name

_STRIPE = 4
_PAD = 6
_MEASURED = 400
_LONGEST_CODE = 12
_LONGEST_NAME = 40
_WIDEST = 800
_SHARE = 0.45
"""The most of the view that headers use, unless the planner makes them wider."""

_VCENTRE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class _Ink:
    """Fonts and colours for one palette and font, computed once."""

    plain: QFont
    bold: QFont
    bold_metrics: QFontMetrics
    text: QColor
    quiet: QColor
    line: QColor
    band: QColor
    selected: QColor


class RoleHeader(QHeaderView):
    """The headers of the rows. Their width follows the longest name, up to a bound.

    A click selects the role, not all its cells: a letter typed next would fill the row.
    """

    line_pressed = Signal(int, object)
    """The line, and the modifier keys pressed."""

    def __init__(self, model: MatrixModel, translator: Translator, parent: QWidget) -> None:
        """Show the rows of the table `parent`."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._matrix = model
        self._translator = translator
        self._width = 0
        self._by_hand = self._needed = 0
        self._most = _WIDEST
        self._code_width = 0
        self._badge = 0
        self._is_badges_alone = False
        self._ink = self._match_ink()
        self._names: dict[RoleId, str] = {}
        self._pictures: dict[tuple[Sourcing, Severity | None, int], QPixmap] = {}
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        model.lines_changed.connect(self._update_badges)
        self.fit()

    def fit(self) -> None:
        """Set the width, height and colours that font, names and palette need."""
        metrics, words = self.fontMetrics(), self._translator.words
        self._ink = self._match_ink()
        self._names.clear()
        self._pictures.clear()
        self._badge = metrics.height() + 4
        self.setMinimumSectionSize(10)
        self.setDefaultSectionSize(metrics.height() + 6)
        roles = [line.role for line in self._matrix.lines[:_MEASURED] if line.role is not None]
        codes = [self._ink.bold_metrics.horizontalAdvance(role.code) for role in roles]
        codes.append(metrics.horizontalAdvance(words.tr("Code")))
        names = (metrics.horizontalAdvance(words.local(role.name)) for role in roles)
        em = metrics.averageCharWidth()
        self._code_width = min(max(codes, default=0), em * _LONGEST_CODE) + _PAD
        name = min(max(names, default=0), em * _LONGEST_NAME)
        self._needed = _STRIPE + _PAD + self._code_width + name + 2 * self._badge + 2 * _PAD
        self._width = self._by_hand or self._limited()
        self.geometriesChanged.emit()
        self.viewport().update()

    def widen_to(self, width: int) -> None:
        """Set `width` as the planner did by hand, as far as code and badges allow."""
        self._by_hand = max(self._least(), min(width, _WIDEST))
        self.fit()

    def leave_space(self, width: int) -> bool:
        """Use less than half of a view `width` pixels wide; return whether the width changed."""
        self._most = round(width * _SHARE)
        if self._by_hand or self._limited() == self._width:
            return False
        self.fit()
        return True

    @property
    def width_by_hand(self) -> int:
        """The width that the planner has set; 0 where it follows the names."""
        return self._by_hand

    def _least(self) -> int:
        """Return the width that codes, marks and the beginning of a name need."""
        return _STRIPE + self._code_width + 2 * self._badge + 8 * _PAD

    def _limited(self) -> int:
        """Return the width for whole names, or less where the view is too narrow for them."""
        return max(min(self._needed, self._most), self._least())

    def zones(self) -> list[Zone]:
        """Return the headers of codes, names, sourcing and findings, with their places."""
        words = self._translator.words
        names = _STRIPE + _PAD + self._code_width
        badges = self._width - 2 * self._badge - _PAD
        sort = words.tr("Sort by {what}")
        return [
            Zone(by, left, right - left, word, sort.format(what=what))
            for by, left, right, word, what in (
                (SortedBy.CODE, 2 * _PAD, names, words.tr("Code"), words.tr("code")),
                (SortedBy.NAME, names, badges, words.tr("Role"), words.tr("name")),
                (SortedBy.SOURCING, badges, badges + self._badge, "", words.tr("sourcing")),
                (SortedBy.FINDINGS, badges + self._badge, self._width, "", words.tr("findings")),
            )
        ]

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._width, super().minimumSizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.fit()

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        row = self.logicalIndexAt(e.position().toPoint())
        if row >= 0:
            self.line_pressed.emit(row, e.modifiers())

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        dirty, width = e.rect(), self.viewport().width()
        self._is_badges_alone = dirty.left() >= self._badges()
        first, last = self.logicalIndexAt(dirty.top()), self.logicalIndexAt(dirty.bottom())
        below = last + 1 if last >= 0 else self.count()
        painter = QPainter(self.viewport())
        for row in range(first, below) if first >= 0 else ():
            top, height = self.sectionViewportPosition(row), self.sectionSize(row)
            self._paint_line(painter, QRect(0, top, width, height), row)
        painter.end()

    def paint_band(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Draw the band in `row` into `rect`, which may lie elsewhere."""
        self._paint_band(painter, rect, row, self._matrix.lines[row])

    def _paint_line(self, painter: QPainter, rect: QRect, row: int) -> None:
        line = self._matrix.lines[row]
        if line.role is None:
            self._paint_band(painter, rect, row, line)
        else:
            self._paint_role(painter, rect, row, line.role)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._ink.line)

    def _paint_band(self, painter: QPainter, rect: QRect, row: int, line: Line) -> None:
        painter.fillRect(rect, self._ink.band)
        side = self.fontMetrics().height() - 4
        is_folded = self._matrix.is_folded(row)
        arrow = QRect(rect.left() + 2, rect.center().y() - side // 2 + 1, side, side)
        draw_fold(painter, arrow, self._ink.text, is_folded=is_folded)
        mark = QRect(arrow.right() + 3, rect.top() + 3, self._badge - 2, rect.height() - 7)
        painter.setFont(self._ink.bold)
        draw_function(painter, mark, line.function, self.palette())
        painter.setPen(self._ink.text)
        place = rect.adjusted(mark.right() - rect.left() + _PAD, 0, -2, 0)
        if is_folded:
            place.setRight(self._paint_counts(painter, rect, row) - _PAD)
        painter.drawText(place, _VCENTRE, self._band_label(line.function, place.width()))

    def _paint_counts(self, painter: QPainter, rect: QRect, row: int) -> int:
        """Draw how many roles and findings are folded away; return the x at which that begins."""
        roles, findings, worst = self._matrix.band_counts(row)
        painter.setFont(self.font())
        metrics, right = self.fontMetrics(), rect.right() - _PAD
        if worst is not None:
            ink, text = severity_colour(worst, self.palette()), str(findings)
            place = QRect(right - metrics.horizontalAdvance(text), rect.top(), 200, rect.height())
            painter.setPen(ink)
            painter.drawText(place, _VCENTRE, text)
            side = metrics.height()
            at = QRectF(place.left() - side - 2, rect.top(), side, rect.height())
            draw_icon(painter, severity_icon(worst), at, ink)
            right = round(at.left()) - _PAD
        text = self._translator.words.count("{n} role", "{n} roles", roles)
        place = QRect(right - metrics.horizontalAdvance(text), rect.top(), 200, rect.height())
        painter.setPen(self._ink.text)
        painter.drawText(place, _VCENTRE, text)
        painter.setFont(self._ink.bold)
        return place.left()

    def _band_label(self, code: str, width: int) -> str:
        """Return code and name of a function; the short name where the whole does not fit."""
        catalogue, words = self._matrix.plan.catalogue, self._translator.words
        label = function_name(code, catalogue, words)
        metrics, function = self._ink.bold_metrics, catalogue.function_by_code.get(code)
        if function is not None and metrics.horizontalAdvance(label) > width:
            label = words.local(function.short)
        return metrics.elidedText(label, Qt.TextElideMode.ElideRight, width)

    def _paint_role(self, painter: QPainter, rect: QRect, row: int, role: Role) -> None:
        left, top, height = rect.left(), rect.top(), rect.height()
        ground = self._ink.selected if self._is_selected(row) else self.palette().base()
        painter.fillRect(rect, ground)
        badges = self._badges()
        look = (self._matrix.duty(row).sourcing, self._matrix.worst(row), height)
        picture = self._pictures.get(look)
        if picture is None:
            picture = self._pictures[look] = self._drawn_badges(*look)
        is_faint = self._matrix.changes.is_faint(role.id)
        painter.setOpacity(FADED if is_faint else 1.0)
        painter.drawPixmap(badges, top, picture)
        painter.setOpacity(1.0)
        if self._matrix.changes.changes_sourcing(role.id):
            painter.fillRect(badges + 2, top + height - 4, self._badge - 4, 2, self._ink.text)
        if self._is_badges_alone:
            return
        painter.setFont(self._ink.plain)
        painter.fillRect(left, top, _STRIPE, height, function_ink(role.function, self.palette()))
        painter.setPen(self._ink.quiet if is_faint else self._ink.text)
        at = left + _STRIPE + _PAD + self._code_width
        painter.drawText(at, top, badges - at, height, _VCENTRE, self._name(role, badges - at))
        painter.setFont(self._ink.bold)
        at -= self._code_width
        painter.drawText(at, top, self._code_width, height, _VCENTRE, role.code)

    def _drawn_badges(self, sourcing: Sourcing, worst: Severity | None, height: int) -> QPixmap:
        """Return the marks of sourcing and findings; there are few of them."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(2 * self._badge * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_badges(painter, QRect(0, 0, self._badge, height), (sourcing, worst), self.palette())
        painter.end()
        return picture

    def _name(self, role: Role, width: int) -> str:
        """Return the name of `role`, cut where it would not fit."""
        cached = self._names.get(role.id)
        if cached is None:
            name = self._translator.words.local(role.name)
            cached = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, width)
            self._names[role.id] = cached
        return cached

    def update_lines(self, first: int, last: int) -> None:
        """Paint the headers of these lines only."""
        self._update_from(0, first, last)

    def _update_badges(self, first: int, last: int) -> None:
        """Paint the parts that an edit may change: sourcing, findings, and bands as a whole."""
        lines = self._matrix.lines[first : last + 1]
        self._update_from(0 if any(line.is_band for line in lines) else self._badges(), first, last)

    def _update_from(self, left: int, first: int, last: int) -> None:
        top = self.sectionViewportPosition(first)
        bottom = self.sectionViewportPosition(last) + self.sectionSize(last)
        self.viewport().update(left, top, self.viewport().width() - left, bottom - top)

    def _badges(self) -> int:
        """Return the x at which the badges begin."""
        return self._width - 1 - 2 * self._badge - _PAD

    def _is_selected(self, row: int) -> bool:
        selection = self.selectionModel()
        return bool(selection) and selection.rowIntersectsSelection(row, self.rootIndex())

    def _match_ink(self) -> _Ink:
        bold = QFont(self.font())
        bold.setBold(True)
        palette = self.palette()
        return _Ink(
            self.font(),
            bold,
            QFontMetrics(bold),
            palette.color(QPalette.ColorRole.Text),
            token("text-3", palette),
            grid_line(palette),
            band_fill(palette),
            selection_tint(palette),
        )
