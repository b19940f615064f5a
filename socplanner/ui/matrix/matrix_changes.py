"""The overlay of changes in the matrix: which cells differ between the two compared phases."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from socplanner.domain.duty_fields import changed_cells
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.language import Words

_NO_CELLS: Mapping[PartyId, tuple[Cell, Cell]] = {}


class MatrixChanges(QObject):
    """Finds the changed cells of a role once; forgets them when the overlay changes."""

    def __init__(self, context: PlanContext, parent: QObject) -> None:
        """Follow the overlay of `context`."""
        super().__init__(parent)
        self.overlay = context.changes
        self._viewpoint = context.viewpoint
        self._cells: dict[RoleId, Mapping[PartyId, tuple[Cell, Cell]]] = {}
        context.changes.changed.connect(self._cells.clear)

    @property
    def is_on(self) -> bool:
        """Whether the overlay is shown."""
        return self.overlay.is_on

    def is_faint(self, role: RoleId) -> bool:
        """Return whether the overlay is shown and nothing of `role` changes."""
        return self.overlay.is_on and role not in self.overlay.roles

    def changes_sourcing(self, role: RoleId) -> bool:
        """Return whether the overlay is shown and the sourcing of `role` changes."""
        pair = self.overlay.roles.get(role)
        return pair is not None and pair.before.sourcing is not pair.after.sourcing

    def cells(self, role: RoleId) -> Mapping[PartyId, tuple[Cell, Cell]]:
        """Return the letters before and after of each party whose letters in `role` change."""
        cells = self._cells.get(role)
        if cells is None:
            pair = self.overlay.roles.get(role)
            cells = _NO_CELLS
            if pair is not None:
                changed = changed_cells(pair.before.letters, pair.after.letters)
                cells = {party: (before, after) for party, before, after in changed}
            self._cells[role] = cells
        return cells

    def former(self, role: RoleId, party: PartyId) -> Cell:
        """Return the letters that the phase in view removes; blank in the phase before it."""
        phases = self.overlay.phases
        if phases is None or phases.after.id != self._viewpoint.phase:
            return BLANK
        before, after = self.cells(role).get(party, (BLANK, BLANK))
        return BLANK if after else before

    def in_words(self, role: RoleId, party: PartyId, words: Words) -> str:
        """Return the change of a cell in words; empty where there is none."""
        change = self.cells(role).get(party) if self.is_on else None
        if change is None:
            return ""
        before, after = (each or "–" for each in change)
        return words.tr("change: {before} → {after}", before=before, after=after)
