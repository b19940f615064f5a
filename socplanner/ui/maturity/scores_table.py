"""The table of scores. A digit scores the current cell, or the role where its name is current."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from socplanner.domain.assessment import Score
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_table import ColumnFit, RoleTable
from socplanner.ui.maturity.scores_delegate import ScoresDelegate
from socplanner.ui.maturity.scores_model import SIDE_OF, ScoreColumn, ScoresModel

_FIT = ColumnFit(
    {
        ScoreColumn.INHOUSE: 10,
        ScoreColumn.OUTSOURCED: 12,
        ScoreColumn.CHANGE: 13,
        ScoreColumn.AIM: 8,
        ScoreColumn.GAP: 18,
        ScoreColumn.OWNER: 9,
        ScoreColumn.UNTIL: 15,
    },
    ScoreColumn.ROLE,
    24,
    (ScoreColumn.UNTIL, ScoreColumn.OWNER, ScoreColumn.GAP),
)
_AIR = 10
_COMPARED = 14
"""The width in letters of a column of scores with those before."""

_WEIGHT = 5
"""The letters that a weight beside a gap needs."""

_KEYS: dict[int, Score | None] = {
    Qt.Key.Key_1: "1",
    Qt.Key.Key_2: "2",
    Qt.Key.Key_3: "3",
    Qt.Key.Key_4: "4",
    Qt.Key.Key_5: "5",
    Qt.Key.Key_0: "na",
    Qt.Key.Key_N: "na",
    Qt.Key.Key_Question: "unknown",
    Qt.Key.Key_Delete: None,
    Qt.Key.Key_Backspace: None,
}


class ScoresTable(RoleTable):
    """Rows of roles; keys 1 to 5, 0 for not applicable, ? for unknown, Delete for none."""

    scored = Signal(int, object)
    """The column of the current cell, and a score or None, for the selected roles."""

    details_requested = Signal()

    def __init__(self, model: ScoresModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, _AIR, parent)
        self._scores = model
        self.setItemDelegate(ScoresDelegate(model, self))
        self.doubleClicked.connect(self.details_requested)
        self.fit_font()

    @override
    def fixed_widths(self) -> dict[int, int]:
        """Return the widths; the column of changes has one only while scores are compared."""
        widths, letter = super().fixed_widths(), self.fontMetrics().averageCharWidth()
        if self._scores.comparison is None:
            del widths[ScoreColumn.CHANGE]
        else:
            widths.update(dict.fromkeys(SIDE_OF, _COMPARED * letter))
        if self._scores.plan.weights:
            widths[ScoreColumn.GAP] += _WEIGHT * letter
        return widths

    @override
    def fit_columns(self) -> None:
        super().fit_columns()
        self.setColumnHidden(ScoreColumn.CHANGE, self._scores.comparison is None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _KEYS and is_plain and self.currentIndex().isValid():
            self.scored.emit(self.currentIndex().column(), _KEYS[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.details_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
