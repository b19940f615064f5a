"""The table of parties and posts. A number opens its formula; Enter edits the line."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.party_chip import chip_size, draw_party_chip
from socplanner.ui.kit.row_table import ColumnFit, RowTable
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.ui.staffing.people_model import PeopleColumn, PeopleLine, PeopleModel
from socplanner.ui.staffing.week_strip import draw_week

_AIR, _SIDE, _INDENT, _STRIP = 12, 8, 22, 12
_FIT = ColumnFit(
    {
        PeopleColumn.WEEK: 20,
        PeopleColumn.SEATS: 9,
        PeopleColumn.FTE: 10,
        PeopleColumn.NEED: 18,
        PeopleColumn.TODAY: 10,
        PeopleColumn.GAP: 13,
    },
    PeopleColumn.NAME,
    18,
    (PeopleColumn.WEEK, PeopleColumn.SEATS, PeopleColumn.NEED, PeopleColumn.TODAY),
)
"""The names have the rest; formulas have the numbers that are hidden too."""

_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)
_ELIDE = Qt.TextElideMode.ElideRight


class PeopleDelegate(QStyledItemDelegate):
    """Draws parties with their chip, posts with their codes and week, and numbers at the right."""

    def __init__(self, model: PeopleModel, view: QAbstractItemView) -> None:
        """Draw lines of `model` in `view`."""
        super().__init__(view)
        self._people = model
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() + _AIR)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, rect, palette = (
            self._people.lines[index.row()],
            QRect(option.rect),
            self._view.palette(),
        )
        painter.save()
        is_group = line.kind in ("party", "total")
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, token("accent-tint", palette))
        elif is_group:
            painter.fillRect(rect, token("band", palette))
        font = QFont(self._view.font())
        font.setBold(is_group)
        painter.setFont(font)
        if index.column() == PeopleColumn.NAME:
            self._paint_name(painter, rect, line, palette)
        elif index.column() == PeopleColumn.WEEK:
            self._paint_week(painter, rect, line, palette)
        else:
            self._paint_number(painter, rect, index, palette)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, token("line", palette))
        if self._view.currentIndex() == index and self._view.hasFocus():
            painter.setPen(QPen(token("accent-ink", palette), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_name(
        self, painter: QPainter, rect: QRect, line: PeopleLine, palette: QPalette
    ) -> None:
        place = rect.adjusted(_SIDE, 0, -4, 0)
        if line.kind == "party":
            size = chip_size(self._view.font())
            chip = QRectF(place.left(), 0, size.width(), size.height())
            chip.moveTop(round(rect.center().y() - size.height() / 2))
            painter.save()
            draw_party_chip(painter, chip, line.initials, line.party_kind, palette)
            painter.restore()
            place.setLeft(place.left() + size.width() + _SIDE)
        elif line.kind != "total":
            place.setLeft(place.left() + _INDENT)
        painter.setPen(token("text", palette))
        name = painter.fontMetrics().elidedText(line.name, _ELIDE, place.width())
        painter.drawText(place, _LEFT, name)
        place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(f"{name}  "))
        painter.setPen(token("text-2", palette))
        painter.drawText(
            place, _LEFT, painter.fontMetrics().elidedText(line.roles, _ELIDE, place.width())
        )

    def _paint_week(
        self, painter: QPainter, rect: QRect, line: PeopleLine, palette: QPalette
    ) -> None:
        if line.week is None:
            return
        high = scaled_pixels(self._view.font(), _STRIP)
        strip = QRectF(rect).adjusted(_SIDE, 0, -_SIDE, 0)
        strip.setTop(round(strip.center().y() - high / 2))
        strip.setHeight(high)
        inside = line.party_kind == "internal"
        sourcing = Sourcing.INSOURCE if inside else Sourcing.OUTSOURCE
        draw_week(painter, strip, line.week, sourcing, palette)

    def _paint_number(
        self, painter: QPainter, rect: QRect, index: Index, palette: QPalette
    ) -> None:
        figure = self._people.figure(index.row(), index.column())
        ink = "text"
        if index.column() == PeopleColumn.GAP and figure is not None and figure.value is not None:
            ink = "error" if round(figure.value, 2) < 0 else "ok"
        painter.setPen(token(ink, palette))
        painter.drawText(rect.adjusted(4, 0, -_SIDE, 0), _RIGHT, str(index.data() or ""))


class PeopleTable(RowTable):
    """Parties, their posts and workloads, and the total."""

    figure_chosen = Signal(object)
    """The figure of the current cell, or None."""

    edit_requested = Signal(int)
    """The row of the line to be edited."""

    remove_requested = Signal(int)

    def __init__(self, model: PeopleModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, _AIR, parent)
        self._people = model
        self.setItemDelegate(PeopleDelegate(model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._before_reset = ("", "", 0)
        model.modelAboutToBeReset.connect(self._remember_current)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.fit_font()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if row >= 0:
                self.edit_requested.emit(row)
            case Qt.Key.Key_Delete if row >= 0:
                self.remove_requested.emit(row)
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case _:
                super().keyPressEvent(event)

    def restore_current(self) -> None:
        """Go to the line that was current before the model was computed again, if it is there."""
        kind, line_id, column = self._before_reset
        for row, line in enumerate(self._people.lines):
            if (line.kind, line.id) == (kind, line_id):
                self.setCurrentIndex(self._people.index(row, column))

    def _remember_current(self) -> None:
        index = self.currentIndex()
        line = self._people.lines[index.row()] if index.isValid() else None
        self._before_reset = ("", "", 0) if line is None else (line.kind, line.id, index.column())

    def _on_current_changed(self, current: QModelIndex) -> None:
        figure = None
        if current.isValid():
            figure = self._people.figure(current.row(), current.column())
        self.figure_chosen.emit(figure)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.edit_requested.emit(index.row())
