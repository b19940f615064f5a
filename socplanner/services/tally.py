"""Counts of the phase in view, kept up to date by counting only the roles that an edit touched."""

from collections import Counter

from PySide6.QtCore import QObject, Signal

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_fields import changed_cells
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.letter_counts import MANY_ROLES, letter_counts
from socplanner.domain.letters import Cell, symbols_in
from socplanner.domain.phases import duties, duty
from socplanner.domain.plan import Duty
from socplanner.domain.plan_diff import PlanDiff
from socplanner.services.document import Document


class Tally(QObject):
    """Counts of the roles in each area and sourcing, and of the letters of each party."""

    counts_changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Count the first phase of the document's plan."""
        super().__init__(parent)
        self._document = document
        self._phase = document.plan.phases[0].id
        self._sourcing: Counter[Sourcing] = Counter()
        self._area: Counter[Area] = Counter()
        self._load: dict[PartyId, Counter[str]] = {}
        document.plan_changed.connect(self._on_plan_changed)
        document.opened.connect(self._on_opened)
        self._count_all()

    def look_at_phase(self, phase: PhaseId) -> None:
        """Count `phase` from now on."""
        if phase != self._phase:
            self._phase = phase
            self._count_all()

    def of_sourcing(self, sourcing: Sourcing) -> int:
        """Return how many roles have `sourcing`."""
        return self._sourcing[sourcing]

    def of_area(self, area: Area) -> int:
        """Return how many roles are in `area`."""
        return self._area[area]

    def load_of(self, party: PartyId) -> Counter[str]:
        """Return how often `party` has each letter."""
        return self._load.get(party, Counter())

    def _on_opened(self) -> None:
        self._phase = self._document.plan.phases[0].id
        self._count_all()

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        before, after = diff.before, diff.after
        if not diff.has_phase(self._phase):
            self._phase = after.phases[0].id
            self._count_all()
        elif diff.changes_parties or diff.changes_roles or diff.changes_phase_list:
            # With other phases the one in view may be another already, and new to the plan.
            self._count_all()
        else:
            touched = diff.roles_in(self._phase)
            if len(touched) > MANY_ROLES:
                self._count_all()
                return
            for role in touched:
                self._recount(duty(before, self._phase, role), duty(after, self._phase, role))
            if touched:
                self.counts_changed.emit()

    def _recount(self, before: Duty, after: Duty) -> None:
        """Adjust the counts by what differs between two duties of a role: usually one cell."""
        if before.sourcing is not after.sourcing:
            self._sourcing[before.sourcing] -= 1
            self._sourcing[after.sourcing] += 1
        if before.area is not after.area:
            self._area[before.area] -= 1
            self._area[after.area] += 1
        for party, old, new in changed_cells(before.letters, after.letters):
            self._add_cell(party, new, 1)
            self._add_cell(party, old, -1)

    def _add_cell(self, party: PartyId, cell: Cell, step: int) -> None:
        load = self._load.get(party)
        if load is None:
            load = self._load[party] = Counter()
        for symbol in symbols_in(cell):
            load[symbol] += step

    def _count_all(self) -> None:
        current_duties = duties(self._document.plan, self._phase).values()
        self._sourcing = Counter(each.sourcing for each in current_duties)
        self._area = Counter(each.area for each in current_duties)
        self._load = letter_counts(current_duties)
        self.counts_changed.emit()
