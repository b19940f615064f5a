"""Edits of the plan as a whole and of its phases; the duties of other phases stay the same."""

from dataclasses import dataclass, replace

from socplanner.domain.cost_inputs import cost_without_phase
from socplanner.domain.exercise_inputs import exercises_without_phase
from socplanner.domain.ids import PhaseId, is_slug
from socplanner.domain.limits import MOST_PHASES
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Marking
from socplanner.domain.names import validated_line, validated_name
from socplanner.domain.phases import duties, phase_index, with_duties, with_phase
from socplanner.domain.plan import Phase, Plan, frozen
from socplanner.domain.problem import EditRejected
from socplanner.domain.road_map_inputs import moves_without_phase
from socplanner.domain.staffing_inputs import staffing_without_phase
from socplanner.domain.tender_inputs import tenders_without_phase
from socplanner.domain.waivers import without_phase


@dataclass(frozen=True, slots=True)
class RenameOrganisation:
    """Rename the organisation, and replace the marking of the plan unless it is None."""

    organisation: str
    marking: Marking | None = None

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the new name; raise EditRejected if name or marking is not valid."""
        organisation = validated_line(self.organisation)
        marking = plan.marking if self.marking is None else validated_marking(self.marking)
        if (organisation, marking) == (plan.organisation, plan.marking):
            return plan
        return replace(plan, organisation=organisation, marking=marking)


@dataclass(frozen=True, slots=True)
class AddPhase:
    """Add a phase after the last; its duties and pattern are those of the last one."""

    phase: PhaseId
    name: LocalText

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the phase; raise EditRejected if its id or name is not valid."""
        if plan.phase(self.phase) is not None:
            raise EditRejected("doubled-phase", phase=self.phase)
        if not is_slug(self.phase):
            raise EditRejected("bad-id", id=self.phase)
        if len(plan.phases) >= MOST_PHASES:
            raise EditRejected("too-many-phases", most=MOST_PHASES)
        added = Phase(self.phase, validated_name(self.name), plan.phases[-1].pattern)
        return replace(plan, phases=(*plan.phases, added))


@dataclass(frozen=True, slots=True)
class RenamePhase:
    """Rename a phase."""

    phase: PhaseId
    name: LocalText

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the phase renamed; raise EditRejected if the name is not valid."""
        index = _index(plan, self.phase)
        name = validated_name(self.name)
        if plan.phases[index].name == name:
            return plan
        return with_phase(plan, index, replace(plan.phases[index], name=name))


@dataclass(frozen=True, slots=True)
class RemovePhase:
    """Remove a phase with its waivers; the next one keeps duties, people, cost, and gets moves."""

    phase: PhaseId

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the phase; raise EditRejected if it is the only one or unknown."""
        index = _index(plan, self.phase)
        if len(plan.phases) == 1:
            raise EditRejected("last-phase")
        waivers = without_phase(plan.waivers, self.phase)
        plan = plan if waivers == plan.waivers else replace(plan, waivers=waivers)
        phases = tuple(phase.id for phase in plan.phases)
        staffing = staffing_without_phase(plan.staffing, phases, self.phase)
        cost = cost_without_phase(plan.cost, phases, self.phase)
        moves = moves_without_phase(plan.moves, phases, self.phase)
        if (staffing, cost, moves) != (plan.staffing, plan.cost, plan.moves):
            plan = replace(plan, staffing=staffing, cost=cost, moves=moves)
        exercises = exercises_without_phase(plan.exercises, self.phase)
        plan = plan if exercises is plan.exercises else replace(plan, exercises=exercises)
        tenders = tenders_without_phase(plan.tenders, self.phase)
        plan = plan if tenders is plan.tenders else replace(plan, tenders=tenders)
        rest = (*plan.phases[:index], *plan.phases[index + 1 :])
        if index + 1 == len(plan.phases):
            return replace(plan, phases=rest)
        follower = plan.phases[index + 1]
        by_role = duties(plan, follower.id, with_hidden=True)
        bare = replace(plan, phases=rest)
        bare = with_phase(bare, index, replace(follower, changes=frozen({})))
        return with_duties(bare, follower.id, by_role)


def validated_marking(marking: Marking) -> Marking:
    """Return `marking` with a clean classification; raise EditRejected if it is not valid."""
    if not marking.classification:
        return marking
    return replace(marking, classification=validated_line(marking.classification))


def _index(plan: Plan, phase: PhaseId) -> int:
    try:
        return phase_index(plan, phase)
    except KeyError:
        raise EditRejected("unknown-phase", phase=phase) from None
