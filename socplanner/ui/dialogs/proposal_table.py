"""The list of what would become of each role: sourcing, letters, and what stays as set by hand."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from socplanner.domain.letters import Cell
from socplanner.domain.patterns import Proposed
from socplanner.domain.plan import Plan
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.wording.language import Words
from socplanner.wording.terms import (
    party_name,
    role_label,
    sourcing_mark,
    sourcing_name,
)

_COLUMNS = 4
_GAP = 16


class ProposalTable(QTreeWidget):
    """Shows proposed changes, one role a line."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        """Begin empty; `plan` names the parties."""
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
        """Show `proposed` in place of what was shown."""
        self.clear()
        self.addTopLevelItems([self._line(each) for each in proposed])
        # A tree gives its lines no more height for what it wraps: columns are as wide as texts.
        for column in range(_COLUMNS):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, self.columnWidth(column) + _GAP)

    def _line(self, proposed: Proposed) -> QTreeWidgetItem:
        words = self._words
        line = QTreeWidgetItem(
            [
                role_label(proposed.role, words),
                self._sourcing(proposed),
                "\n".join(self._moves(proposed)) or words.tr("as before"),
                "\n".join(self._party(party) for party in proposed.kept),
            ]
        )
        for column in range(_COLUMNS):
            line.setTextAlignment(column, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            line.setToolTip(column, tool_tip(line.text(column)))
        return line

    def _sourcing(self, proposed: Proposed) -> str:
        before, after = proposed.before.sourcing, proposed.after.sourcing
        said = f"{sourcing_mark(after)} {sourcing_name(after, self._words)}"
        if before is after:
            return said
        return f"{sourcing_name(before, self._words)} → {said}"

    def _moves(self, proposed: Proposed) -> list[str]:
        return [
            f"{self._party(party)}: {_shown(before)} → {_shown(after)}"
            for party, before, after in proposed.letter_moves()
        ]

    def _party(self, party_id: str) -> str:
        party = next(each for each in self._plan.parties if each.id == party_id)
        return party_name(party, self._words)


def _shown(cell: Cell) -> str:
    return cell or "–"
