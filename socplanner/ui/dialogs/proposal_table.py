"""The preview of changes to roles: sourcing, letters, and letters kept as set by hand."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.letters import Cell
from socplanner.domain.patterns import Proposed
from socplanner.domain.plan import Plan
from socplanner.ui.kit.icons import icon_pixmap, sourcing_icon
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.theme import sourcing_colours
from socplanner.wording.language import Words
from socplanner.wording.terms import (
    party_name,
    role_label,
    sourcing_name,
)

_COLUMNS, _SOURCING = 4, 1
_ICON = 16
_GAP = 16


class ProposalTable(QTreeWidget):
    """Shows proposed changes, one line for each role."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        """Begin empty; names of parties are those of `plan`."""
        super().__init__(parent)
        self._plan = plan
        self._words = words
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setAccessibleName(words.tr("What changes"))
        self.setHeaderLabels(
            [
                words.tr("Role"),
                words.tr("Sourcing"),
                words.tr("Letters"),
                words.tr("Kept, set by hand"),
            ]
        )

    def show_proposed(self, proposed: Iterable[Proposed]) -> None:
        """Replace the lines by those of `proposed`."""
        self.clear()
        self.addTopLevelItems([self._line(each) for each in proposed])
        # A tree does not make lines higher for wrapped texts: columns are as wide as their texts.
        for column in range(_COLUMNS):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, self.columnWidth(column) + _GAP)

    def _line(self, proposed: Proposed) -> QTreeWidgetItem:
        words = self._words
        line = QTreeWidgetItem(
            [
                role_label(proposed.role, words),
                self._sourcing_text(proposed),
                "\n".join(self._letter_changes(proposed)) or words.tr("as before"),
                "\n".join(self._party_name(party) for party in proposed.kept),
            ]
        )
        line.setIcon(_SOURCING, self._icon(proposed.after.sourcing))
        for column in range(_COLUMNS):
            line.setTextAlignment(column, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            line.setToolTip(column, tool_tip(line.text(column)))
        return line

    def _sourcing_text(self, proposed: Proposed) -> str:
        before, after = proposed.before.sourcing, proposed.after.sourcing
        text = sourcing_name(after, self._words)
        if before is after:
            return text
        return f"{sourcing_name(before, self._words)} → {text}"

    def _icon(self, sourcing: Sourcing) -> QIcon:
        colour = sourcing_colours(sourcing, self.palette()).ink
        return QIcon(icon_pixmap(sourcing_icon(sourcing), colour, _ICON, self.devicePixelRatioF()))

    def _letter_changes(self, proposed: Proposed) -> list[str]:
        return [
            f"{self._party_name(party)}: {_cell_text(before)} → {_cell_text(after)}"
            for party, before, after in proposed.letter_moves()
        ]

    def _party_name(self, party_id: str) -> str:
        party = next(each for each in self._plan.parties if each.id == party_id)
        return party_name(party, self._words)


def _cell_text(cell: Cell) -> str:
    return cell or "–"
