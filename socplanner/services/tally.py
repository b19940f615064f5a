"""Counts of the phase in view, kept true after each edit by counting again only what it touched."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import symbols_in
from socplanner.domain.phases import changed_roles, duties, duty
from socplanner.domain.plan import Duty, Plan
from socplanner.services.document import Document


class Tally(QObject):
    """Knows how many roles stand where, are sourced how, and how many letters each party holds."""

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
        """Return how many roles stand in `area`."""
        return self._area[area]

    def load_of(self, party: PartyId) -> Counter[str]:
        """Return how often `party` holds each letter."""
        return self._load.get(party, Counter())

    def _on_opened(self) -> None:
        self._phase = self._document.plan.phases[0].id
        self._count_all()

    def _on_plan_changed(self, before: Plan, after: Plan) -> None:
        if after.phase(self._phase) is None:
            self._phase = after.phases[0].id
            self._count_all()
        elif before.parties is not after.parties or before.own_roles is not after.own_roles:
            self._count_all()
        else:
            touched = changed_roles(before, after, self._phase)
            self._add(self._duties_of(before, touched), -1)
            self._add(self._duties_of(after, touched), 1)
            if touched:
                self.counts_changed.emit()

    def _duties_of(self, plan: Plan, roles: Iterable[RoleId]) -> list[Duty]:
        return [duty(plan, self._phase, role) for role in roles]

    def _add(self, held: Iterable[Duty], step: int) -> None:
        for each in held:
            self._sourcing[each.sourcing] += step
            self._area[each.area] += step
            for party, cell in each.letters.items():
                load = self._load.setdefault(party, Counter())
                for symbol in symbols_in(cell):
                    load[symbol] += step

    def _count_all(self) -> None:
        self._sourcing.clear()
        self._area.clear()
        self._load.clear()
        self._add(duties(self._document.plan, self._phase).values(), 1)
        self.counts_changed.emit()
