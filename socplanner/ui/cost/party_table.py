"""The table of parties and contracts. A number opens its formula; Enter edits the line."""

from PySide6.QtWidgets import QWidget

from socplanner.ui.cost.party_model import CostColumn, PartyCostModel
from socplanner.ui.kit.figure_lines import FigureLine
from socplanner.ui.kit.figure_table import LineDelegate, LineTable
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_table import ColumnFit

_AIR = 12
_FIT = ColumnFit(
    {
        CostColumn.FTE: 9,
        CostColumn.INHOUSE: 16,
        CostColumn.RETAINED: 16,
        CostColumn.FEES: 16,
        CostColumn.YEAR: 16,
        CostColumn.ONCE: 16,
    },
    CostColumn.NAME,
    22,
    (CostColumn.FTE, CostColumn.RETAINED, CostColumn.ONCE, CostColumn.FEES, CostColumn.INHOUSE),
)
"""The names have the rest; the cost of a year is never hidden."""


class PartyCostDelegate(LineDelegate):
    """Draws parties, and the contracts under their provider."""

    @override
    def ink(self, line: FigureLine, column: int) -> str:
        return "text-2" if line.kind == "contract" else "text"


class PartyCostTable(LineTable):
    """Parties, the contracts of providers, and the total."""

    def __init__(self, model: PartyCostModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, _AIR, parent)
        self.setItemDelegate(PartyCostDelegate(model, self))
        self.fit_font()
