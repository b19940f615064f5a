"""What the directors are shown of a plan on one page: from the first phase to one of the others.

Every figure is that of a view: sourcing of the board, means and gaps of the maturity, people of the
staffing, hours of the coverage, findings of the checks. A figure that cannot be computed is None.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from socplanner.domain.assessment import newest_assessment
from socplanner.domain.catalogue import Role, Sourcing
from socplanner.domain.checks.across_phases import InPhases, across_phases
from socplanner.domain.checks.finding import Severity
from socplanner.domain.checks.run import check_phase
from socplanner.domain.checks.split_findings import split_by_waivers
from socplanner.domain.cost.phase_cost import cost_of
from socplanner.domain.cost_inputs import NO_COST
from socplanner.domain.coverage import CoverageState
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.maturity.gaps import Gap, gaps
from socplanner.domain.maturity.role_maturity import role_maturities
from socplanner.domain.maturity.roll_ups import GroupMaturity, Mean, function_groups, whole
from socplanner.domain.phases import duties, phase_index
from socplanner.domain.plan import Phase, Plan
from socplanner.domain.role_coverage import SUNDAY_NIGHT, coverage_at, state_counts
from socplanner.domain.staffing.phase_staffing import staffing_of

RISKS = 3
"""How many risks are shown."""

_RESPONSE = "D"
"""The function of incident response, which must work at every hour."""


class Risk(NamedTuple):
    """An error or a warning, or a role of incident response without anyone at `SUNDAY_NIGHT`."""

    finding: InPhases | None = None
    unmanned: Role | None = None


class PhaseFigures(NamedTuple):
    """The figures of one phase.

    `maturity` is the mean score in the first phase, and the mean aim in the others. `need` and
    `people` are full-time equivalents of the internal parties. `unmanned` is the number of roles
    without anyone at `SUNDAY_NIGHT`; `unstated` are those whose hours are not stated. Costs are
    those of a year.
    """

    phase: Phase
    sourcings: Counter[Sourcing]
    maturity: Mean | None
    need: float | None
    people: float | None
    shortfall: float | None
    unmanned: int | None
    unstated: int
    cost: float | None
    inhouse_cost: float | None
    outsourced_cost: float | None

    @property
    def decided(self) -> int:
        """How many roles have a sourcing."""
        return self.sourcings.total() - self.sourcings[Sourcing.UNDECIDED]


class Summary(NamedTuple):
    """A plan on one page, from `now` to `target`; `figures` has the phases between them too."""

    figures: tuple[PhaseFigures, ...]
    functions: Mapping[str, GroupMaturity]
    gaps: tuple[Gap, ...]
    unanswered: int
    risks: tuple[Risk, ...]
    changed: frozenset[RoleId]
    """The roles whose sourcing differs between the first phase and the last one shown."""

    @property
    def now(self) -> PhaseFigures:
        """The figures of the first phase."""
        return self.figures[0]

    @property
    def target(self) -> PhaseFigures:
        """The figures of the last phase shown."""
        return self.figures[-1]


def phases_to(plan: Plan, phase: PhaseId) -> tuple[Phase, ...]:
    """Return the phases from the first one to `phase`, or all of them where that is the first.

    Raise KeyError for an unknown phase.
    """
    last = phase_index(plan, phase) or len(plan.phases) - 1
    return plan.phases[: last + 1]


def summary_of(plan: Plan, phase: PhaseId, today: str) -> Summary:
    """Return the summary from the first phase to `phase`; that of the first one shows all phases.

    Waivers that have ended by `today` do not count. Raise KeyError for an unknown phase.
    """
    shown = phases_to(plan, phase)
    target = shown[-1].id
    roles = role_maturities(plan, target, newest_assessment(plan.assessments))
    first, then = duties(plan, shown[0].id), duties(plan, target)
    findings = across_phases(
        finding
        for each in shown
        for finding in split_by_waivers(check_phase(plan, each.id), plan.waivers, today).counting
    )
    return Summary(
        tuple(_figures(plan, each, is_first=each is shown[0]) for each in shown),
        function_groups(plan, roles),
        gaps(roles, plan.weights),
        whole(roles).unanswered,
        tuple(_risks(plan, target, findings)[:RISKS]),
        frozenset(each for each in then if then[each].sourcing is not first[each].sourcing),
    )


def _risks(plan: Plan, phase: PhaseId, findings: Iterable[InPhases]) -> list[Risk]:
    """Return errors, warnings, and the roles of incident response that are unmanned."""
    severe = [each for each in findings if each.finding.severity is not Severity.INFO]
    by_severity = sorted(severe, key=lambda each: each.finding.severity)
    unmanned = (
        each.role
        for each in coverage_at(plan, phase, SUNDAY_NIGHT)
        if each.state is CoverageState.UNMANNED and each.role.function == _RESPONSE
    )
    return [*(Risk(finding=each) for each in by_severity), *(Risk(unmanned=r) for r in unmanned)]


def _figures(plan: Plan, phase: Phase, *, is_first: bool) -> PhaseFigures:
    sourcings = Counter(duty.sourcing for duty in duties(plan, phase.id).values())
    assessment = newest_assessment(plan.assessments)
    group = whole(role_maturities(plan, phase.id, assessment))
    mean = group.mean if is_first else group.mean_aim
    total = staffing_of(plan, phase.id).total
    states = state_counts(coverage_at(plan, phase.id, SUNDAY_NIGHT))
    unstated = states[CoverageState.NOT_STATED]
    has_hours = states.total() > unstated
    return PhaseFigures(
        phase,
        sourcings,
        mean if assessment is not None else None,
        total["need_fte"].value if plan.staffing.posts or plan.staffing.workloads else None,
        total["today_fte"].value,
        total["shortfall"].value,
        states[CoverageState.UNMANNED] if has_hours else None,
        unstated,
        *_costs(plan, phase),
    )


def _costs(plan: Plan, phase: Phase) -> tuple[float | None, float | None, float | None]:
    """Return the cost of a year, in-house and outsourced; None where the plan states none."""
    if plan.cost == NO_COST:
        return None, None, None
    total = cost_of(plan, phase.id).total
    return (
        total["year_total"].value,
        total["inhouse_total"].value,
        total["outsourced_total"].value,
    )
