"""The parties of a board on pages of their own, where they are too many for the legend."""

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPainter, QPalette

from socplanner.ui.pictures.legend import ROW, Legend, LegendItem


class PartyPages:
    """Chips and names in rows; a page is drawn in points from the corner of its content."""

    def __init__(
        self, items: list[LegendItem], size: QSizeF, scale: float, palette: QPalette
    ) -> None:
        """Lay out `items` on pages with a space of `size` in points, in the `scale` of a legend."""
        self._palette = palette
        self._scale = scale
        self._legend = Legend([items], size.width() / scale)
        self._rows = max(int(size.height() / scale / ROW), 1)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return -(-self._legend.rows() // self._rows)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw the content of `page`, from 0."""
        start = page * self._rows
        painter.save()
        painter.scale(self._scale, self._scale)
        self._legend.draw(painter, QPointF(), range(start, start + self._rows), self._palette)
        painter.restore()
