"""Drawing the rows of the tables of flows: their texts, numbers at the right."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_delegate import LEFT, RIGHT, RowDelegate
from socplanner.ui.kit.shown_model import Index


class FlowRowDelegate(RowDelegate):
    """Draws what a model shows as text; bold where the model has a font for it."""

    @override
    def draw_content(self, painter: QPainter, rect: QRect, index: Index) -> None:
        is_number = index.data(Qt.ItemDataRole.TextAlignmentRole) is not None
        text, font = str(index.data() or ""), index.data(Qt.ItemDataRole.FontRole)
        if font is not None:
            emphasised = painter.font()
            emphasised.setBold(True)
            painter.setFont(emphasised)
        self.draw_text(painter, rect, text, "text", RIGHT if is_number else LEFT)
