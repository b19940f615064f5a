"""What the selected roles have in common, and what differs among them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK, Cell, symbols_in
from socplanner.domain.phases import duties, duty
from socplanner.domain.plan import Duty, Plan, Score, ScoreField

T = TypeVar("T")
_FEW = 50


@dataclass(frozen=True, slots=True)
class SelectedRoles:
    """The selected roles with their duties; a common value is returned, else None."""

    phase: PhaseId
    roles: tuple[Role, ...]
    duties: tuple[Duty, ...]

    @property
    def ids(self) -> frozenset[RoleId]:
        """The ids of the roles."""
        return frozenset(role.id for role in self.roles)

    @property
    def only(self) -> Role | None:
        """The one role selected, or None where there are several."""
        return self.roles[0] if len(self.roles) == 1 else None

    def areas(self) -> tuple[Area, ...]:
        """Return the common area, or None where areas differ."""
        return common(current.area for current in self.duties)

    def sourcings(self) -> tuple[Sourcing, ...]:
        """Return the common sourcing, or nothing where they differ."""
        return common(current.sourcing for current in self.duties)

    def coverages(self) -> tuple[str, ...]:
        """Return the common coverage, or nothing where they differ."""
        return common(current.coverage for current in self.duties)

    def notes(self) -> tuple[str, ...]:
        """Return the common note, or nothing where they differ."""
        return common(current.note for current in self.duties)

    def scores(self, field: ScoreField) -> tuple[Score | None, ...]:
        """Return the common score, or nothing where they differ."""
        return common(getattr(current.maturity, field) for current in self.duties)

    def letter_states(self, party: PartyId, symbol: str) -> tuple[bool, ...]:
        """Return whether `party` has `symbol`, or None where roles differ in that."""
        return common(symbol in symbols_in(cell) for cell in self.cells(party))

    def cells(self, party: PartyId) -> frozenset[Cell]:
        """Return the different cells that `party` has in the roles."""
        return frozenset([current.letters.get(party, BLANK) for current in self.duties])


def selected_roles(plan: Plan, phase: PhaseId, ids: Iterable[RoleId]) -> SelectedRoles:
    """Return the roles `ids` of `plan` with their duties in `phase`."""
    wanted = tuple(ids)
    if len(wanted) <= _FEW:
        few = tuple(role for role in map(plan.role, wanted) if role is not None)
        return SelectedRoles(phase, few, tuple(duty(plan, phase, role.id) for role in few))
    chosen, by_role = frozenset(wanted), duties(plan, phase)
    roles = tuple(role for role in plan.roles() if role.id in chosen)
    return SelectedRoles(phase, roles, tuple(by_role[role.id] for role in roles))


def common(values: Iterable[T]) -> tuple[T, ...]:
    """Return the one value all of `values` have, or nothing where they differ."""
    every = iter(values)
    first = next(every)
    return (first,) if all(value == first for value in every) else ()
