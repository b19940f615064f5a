"""What the selected roles have in common, and what differs among them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from socplanner.domain.assessment import (
    NO_SCORE,
    NO_SCORES,
    RoleScores,
    Score,
    Side,
    newest_assessment,
)
from socplanner.domain.assessment_edits import ScoreText
from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK, Cell, symbols_in
from socplanner.domain.phases import duties, duty
from socplanner.domain.plan import Duty, Plan

T = TypeVar("T")
_FEW = 50
_SOURCING_OF: Mapping[Side, Sourcing] = {
    "inhouse": Sourcing.INSOURCE,
    "outsourced": Sourcing.OUTSOURCE,
}


@dataclass(frozen=True, slots=True)
class SelectedRoles:
    """The selected roles with their duties; a common value is returned, else None."""

    phase: PhaseId
    roles: tuple[Role, ...]
    duties: tuple[Duty, ...]
    assessed: tuple[RoleScores, ...]
    """The scores of each role in the newest assessment."""

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

    def scores(self, side: Side) -> tuple[Score | None, ...]:
        """Return the common score of `side`, or nothing where they differ."""
        return common(scores.of(side).score for scores in self.assessed)

    def score_texts(self, side: Side, field: ScoreText) -> tuple[str, ...]:
        """Return the common evidence or remark of `side`, or nothing where they differ."""
        return common(str(getattr(scores.of(side), field)) for scores in self.assessed)

    def has_scores(self, side: Side) -> bool:
        """Return whether a role has a score, or a text beside it, on `side`."""
        return any(scores.of(side) != NO_SCORE for scores in self.assessed)

    def uses(self, side: Side) -> bool:
        """Return whether the sourcing of a role uses `side`."""
        sourcings = (Sourcing.BOTH, _SOURCING_OF[side])
        return any(current.sourcing in sourcings for current in self.duties)

    def aims(self, side: Side) -> tuple[Score | None, ...]:
        """Return the common aim of `side`, or nothing where they differ."""
        return common(current.aim.of(side) for current in self.duties)

    def aim_days(self) -> tuple[str, ...]:
        """Return the common day of the aim, or nothing where they differ."""
        return common(current.aim.until or "" for current in self.duties)

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
        of_few = tuple(duty(plan, phase, role.id) for role in few)
        return SelectedRoles(phase, few, of_few, _assessed(plan, few))
    chosen, by_role = frozenset(wanted), duties(plan, phase)
    roles = tuple(role for role in plan.roles() if role.id in chosen)
    return SelectedRoles(
        phase, roles, tuple(by_role[role.id] for role in roles), _assessed(plan, roles)
    )


def _assessed(plan: Plan, roles: Iterable[Role]) -> tuple[RoleScores, ...]:
    newest = newest_assessment(plan.assessments)
    if newest is None:
        return tuple(NO_SCORES for _ in roles)
    return tuple(newest.scores.get(role.id, NO_SCORES) for role in roles)


def common(values: Iterable[T]) -> tuple[T, ...]:
    """Return the one value all of `values` have, or nothing where they differ."""
    every = iter(values)
    first = next(every)
    return (first,) if all(value == first for value in every) else ()
