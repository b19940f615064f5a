"""In-house and outsourced cost of each column as stacked bars of one scale."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.cost_inputs import CostInputs
from socplanner.ui.cost.comparison_model import ComparisonColumn
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.theme import sourcing_colours
from socplanner.ui.kit.tokens import token
from socplanner.wording.cost_words import amount_text
from socplanner.wording.language import Words

MOST_BARS = 8
_AIR, _SIDE, _THICK = 8, 8, 0.7
_NAME, _AMOUNT = 24, 18
"""The width of name and amount, in letters."""

_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)


class CostBars(QWidget):
    """A bar for each of the first columns; what is outsourced is hatched too."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._columns: Sequence[ComparisonColumn] = ()
        self._cost = CostInputs()
        self._legend = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_columns(
        self, columns: Sequence[ComparisonColumn], cost: CostInputs, words: Words
    ) -> None:
        """Show the cost of `columns`, with amounts as `cost` rounds them."""
        self._columns, self._cost = columns[:MOST_BARS], cost
        self._legend = words.tr("In-house"), words.tr("Outsourced")
        read = [
            words.tr(
                "{name}: in-house {inside}, outsourced {outside}",
                name=each.name,
                inside=amount_text(each.cost.total["inhouse_total"].value, cost),
                outside=amount_text(each.cost.total["outsourced_total"].value, cost),
            )
            for each in self._columns
        ]
        self.setAccessibleName(words.tr("Cost a year"))
        self.setAccessibleDescription("\n".join(read))
        self.setVisible(any(_parts(each) != (0, 0) for each in self._columns))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self._line() * (len(self._columns) + 1) + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._letters(_NAME), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        line, left = self._line(), self._letters(_NAME)
        width = max(self.width() - left - self._letters(_AMOUNT), 0)
        self._draw_legend(painter, QRectF(left, 0, width, line), palette)
        most = max((sum(_parts(each)) for each in self._columns), default=0) or 1
        for place, each in enumerate(self._columns, 1):
            row = QRectF(_SIDE, place * line, self.width() - 2 * _SIDE, line)
            name = row.adjusted(0, 0, left - row.width() - _SIDE, 0)
            painter.setPen(token("text", palette))
            elide = Qt.TextElideMode.ElideRight
            text = painter.fontMetrics().elidedText(each.name, elide, int(name.width()))
            painter.drawText(name, _LEFT, text)
            amount = amount_text(each.cost.total["year_total"].value, self._cost)
            painter.drawText(row, _RIGHT, amount)
            at = float(left)
            for part, sourcing in zip(_parts(each), _SIDES, strict=True):
                wide = width * part / most
                bar = QRectF(at, row.top(), wide, line * _THICK)
                bar.moveTop(row.center().y() - bar.height() / 2)
                _draw_part(painter, bar, sourcing, palette)
                at += wide
        painter.end()

    def _draw_legend(self, painter: QPainter, row: QRectF, palette: QPalette) -> None:
        side = self.fontMetrics().ascent()
        at = row.left()
        for text, sourcing in zip(self._legend, _SIDES, strict=True):
            box = QRectF(at, row.center().y() - side / 2, side, side)
            _draw_part(painter, box, sourcing, palette)
            wide = self.fontMetrics().horizontalAdvance(text)
            painter.setPen(token("text-2", palette))
            painter.drawText(QRectF(at + side + 6, row.top(), wide + 4, row.height()), _LEFT, text)
            at += side + wide + 24

    def _line(self) -> int:
        return self.fontMetrics().height() + _AIR

    def _letters(self, number: int) -> int:
        return self.fontMetrics().averageCharWidth() * number


_SIDES = (Sourcing.INSOURCE, Sourcing.OUTSOURCE)


def _parts(column: ComparisonColumn) -> tuple[float, float]:
    total = column.cost.total
    return total["inhouse_total"].value or 0, total["outsourced_total"].value or 0


def _draw_part(painter: QPainter, rect: QRectF, sourcing: Sourcing, palette: QPalette) -> None:
    if rect.width() <= 0:
        return
    painter.fillRect(rect, sourcing_colours(sourcing, palette).ink)
    if sourcing is Sourcing.OUTSOURCE:
        hatch = QBrush(token("surface", palette), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(rect, hatch)
    painter.setPen(token("surface", palette))
    painter.drawLine(rect.topRight(), rect.bottomRight())
