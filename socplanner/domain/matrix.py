"""The responsibility matrix of one phase: roles down, parties across, counts on both sides."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from socplanner.domain.catalogue import Role
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.letters import BLANK, Cell, symbols_in
from socplanner.domain.phases import duties
from socplanner.domain.plan import Duty, Phase, Plan


@dataclass(frozen=True, slots=True)
class Row:
    """One role with its duty and its cells, one for each party of the plan, in their order."""

    role: Role
    duty: Duty
    cells: tuple[Cell, ...]

    def counts(self) -> Counter[str]:
        """Return how often the row has each letter."""
        return Counter(symbol for cell in self.cells for symbol in symbols_in(cell))


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table of a phase; the parties across and the letters are those of `plan`."""

    plan: Plan
    phase: Phase
    rows: tuple[Row, ...]

    def load(self) -> Mapping[PartyId, Counter[str]]:
        """Return how often each party has each letter; every party of the plan is a key."""
        by_party: dict[PartyId, Counter[str]] = {party.id: Counter() for party in self.plan.parties}
        for row in self.rows:
            for party, cell in zip(self.plan.parties, row.cells, strict=True):
                by_party[party.id].update(symbols_in(cell))
        return by_party


def matrix_of(plan: Plan, phase_id: PhaseId) -> Matrix:
    """Return the matrix of `phase_id`; raise KeyError if the plan has no such phase."""
    phase = plan.phase(phase_id)
    if phase is None:
        raise KeyError(phase_id)
    by_role = duties(plan, phase_id)
    parties = [party.id for party in plan.parties]
    rows = tuple(
        Row(role, duty, tuple(duty.letters.get(party, BLANK) for party in parties))
        for role, duty in ((role, by_role[role.id]) for role in plan.roles())
    )
    return Matrix(plan, phase, rows)


def by_function(matrix: Matrix) -> Matrix:
    """Return `matrix` with custom roles among the roles of their function, as on screen."""
    order = {each.code: place for place, each in enumerate(matrix.plan.catalogue.functions)}
    unknown = len(order)
    rows = sorted(matrix.rows, key=lambda row: order.get(row.role.function, unknown))
    return replace(matrix, rows=tuple(rows))
