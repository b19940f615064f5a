"""The headings of a list of lines, above the texts of its columns."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_delegate import LEFT, SIDE
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.lines.line_delegate import FOLD_WIDTH
from socplanner.ui.lines.line_model import LineTreeModel
from socplanner.ui.lines.line_source import ColumnKind

_SPACE = 8
_INSETS = {
    ColumnKind.WHAT: SIDE + FOLD_WIDTH,
    ColumnKind.OURS: SIDE + 3,
    ColumnKind.THEIRS: SIDE + 3,
}


class LineHeader(QHeaderView):
    """Shows the headings of a `LineTreeModel`."""

    def __init__(self, model: LineTreeModel, parent: QWidget) -> None:
        """Show the headings of `model`."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionsClickable(False)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + _SPACE)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette, column = self.palette(), self._model.source.columns[logicalIndex]
        painter.save()
        painter.fillRect(rect, token("window", palette))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, token("line-2", palette))
        painter.setFont(scaled(self.font(), "caption"))
        painter.setPen(token("text-2", palette))
        place = rect.adjusted(_INSETS.get(column.kind, SIDE), 0, -4, 0)
        shown = painter.fontMetrics().elidedText(
            column.heading, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, int(LEFT), shown)
        painter.restore()
