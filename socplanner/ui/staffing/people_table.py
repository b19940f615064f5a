"""The table of parties and posts. A number opens its formula; Enter edits the line."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.ui.kit.figure_lines import FigureLine
from socplanner.ui.kit.figure_table import LineDelegate, LineTable
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_delegate import SIDE
from socplanner.ui.kit.row_table import ColumnFit
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.ui.staffing.people_model import PeopleColumn, PeopleLine, PeopleModel
from socplanner.ui.staffing.week_strip import draw_week

_AIR, _STRIP = 12, 12
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


class PeopleDelegate(LineDelegate):
    """Draws parties and posts, their weeks, and what is missing in red."""

    @override
    def is_emphasised(self, line: FigureLine) -> bool:
        return line.kind in ("party", "total")

    @override
    def ink(self, line: FigureLine, column: int) -> str:
        figure = line.figures.get(column)
        if column != PeopleColumn.GAP or figure is None or figure.value is None:
            return "text"
        return "error" if round(figure.value, 2) < 0 else "ok"

    @override
    def draw_content(self, painter: QPainter, rect: QRect, index: Index) -> None:
        line = self._lines.lines[index.row()]
        if index.column() == PeopleColumn.WEEK:
            self._draw_week(painter, rect, line)
        else:
            super().draw_content(painter, rect, index)

    def _draw_week(self, painter: QPainter, rect: QRect, line: PeopleLine) -> None:
        if line.week is None:
            return
        high = scaled_pixels(self.view.font(), _STRIP)
        strip = QRectF(rect).adjusted(SIDE, 0, -SIDE, 0)
        strip.setTop(round(strip.center().y() - high / 2))
        strip.setHeight(high)
        inside = line.party_kind == "internal"
        sourcing = Sourcing.INSOURCE if inside else Sourcing.OUTSOURCE
        draw_week(painter, strip, line.week, sourcing, self.palette)


class PeopleTable(LineTable):
    """Parties, their posts and workloads, and the total."""

    def __init__(self, model: PeopleModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, _AIR, parent)
        self.setItemDelegate(PeopleDelegate(model, self))
        self.fit_font()
