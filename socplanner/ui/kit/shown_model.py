"""A table computed from the phase in view while it is shown, and otherwise once it is shown again.

A subclass returns which changes concern it (`concerns`), and computes it (`refresh`).
"""

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.plan_diff import PlanDiff
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.language import Words

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
"""The parent of every row of a table."""

READ_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
"""The roles of what a cell shows and what a screen reader reads."""


class ShownModel(QAbstractTableModel):
    """Follows the document and the phase in view; never edits."""

    def __init__(
        self,
        context: PlanContext,
        titles: Mapping[int, str],
        parent: QObject | None = None,
        *,
        first_number: int | None = None,
    ) -> None:
        """Follow `context`; the subclass calls `refresh` once it can.

        `titles` are the messages of the columns; from `first_number` on they are at the right.
        """
        super().__init__(parent)
        self._context = context
        self._titles, self._first_number = titles, first_number
        self._is_shown, self._is_stale = True, False
        context.document.opened.connect(self.request_refresh)
        context.document.plan_changed.connect(self._on_plan_changed)
        context.viewpoint.phase_changed.connect(self.request_refresh)

    @property
    def plan(self) -> Plan:
        """The plan of the window."""
        return self._context.document.plan

    @property
    def phase(self) -> PhaseId:
        """The phase in view."""
        return self._context.viewpoint.phase

    @property
    def words(self) -> Words:
        """The words of the language of the window."""
        return self._context.translator.words

    @property
    def is_shown(self) -> bool:
        """Whether changes are computed at once; otherwise when it is shown again."""
        return self._is_shown

    def set_shown(self, *, is_shown: bool) -> None:
        """Compute changes at once, or leave them until it is shown again."""
        self._is_shown = is_shown
        if is_shown and self._is_stale:
            self.request_refresh()

    def request_refresh(self) -> None:
        """Compute everything now, or once it is shown."""
        self._is_stale = not self._is_shown
        if self._is_shown:
            self.refresh()

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        first = self._first_number
        if role == Qt.ItemDataRole.TextAlignmentRole and first is not None and section >= first:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self.title(section) if role == Qt.ItemDataRole.DisplayRole else None

    def title(self, column: int) -> str:
        """Return the title of a column."""
        return self.words.tr(self._titles[column])

    def refresh(self) -> None:
        """Compute everything for the phase in view."""
        raise NotImplementedError

    def concerns(self, diff: PlanDiff) -> bool:
        """Return whether the table is another after the change `diff`."""
        raise NotImplementedError

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        if self.concerns(diff):
            self.request_refresh()
