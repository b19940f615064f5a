"""The plan beside itself under each sourcing pattern: roles, people, cost, hours and gaps."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from socplanner.domain.assessment import newest_assessment
from socplanner.domain.catalogue import Pattern, Sourcing
from socplanner.domain.cost.moved_roles import moves_between, staffing_needed
from socplanner.domain.cost.phase_cost import PhaseCost, cost_of
from socplanner.domain.cost.sourced_roles import SourcedRoles, sourced_roles
from socplanner.domain.coverage import WEEK, Coverage, CoverageBand
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.coverage_week import week_of
from socplanner.domain.duty_edits import ApplyPattern
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.maturity.role_maturity import role_maturities
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.labour_law import JAPAN, LabourLaw


class UnmannedHours(NamedTuple):
    """Hours of a week in which roles are not covered, added up over the roles that state hours.

    `hours` is None where no role states any. `roles` are those with such hours, `not_stated` those
    that are carried out and state no hours.
    """

    hours: float | None
    roles: int
    not_stated: int


class MaturityGap(NamedTuple):
    """The roles below their aim, the points that they lack, and the roles without an aim.

    The first two are None where no role has an aim.
    """

    roles: int | None
    points: int | None
    without_aim: int


class PatternColumn(NamedTuple):
    """The plan in a phase as it is (`pattern` is None), or under a pattern."""

    pattern: Pattern | None
    plan: Plan
    cost: PhaseCost
    unmanned: UnmannedHours
    gap: MaturityGap

    @property
    def moved_in(self) -> int:
        """How many roles the pattern moves in-house."""
        moves = self.cost.moves
        return 0 if moves is None else sum(map(len, moves.inside.values()))

    @property
    def moved_out(self) -> int:
        """How many roles the pattern moves out."""
        return 0 if self.cost.moves is None else len(self.cost.moves.outside)


def pattern_columns(
    plan: Plan, phase: PhaseId, law: LabourLaw = JAPAN
) -> tuple[PatternColumn, ...]:
    """Return `plan` in `phase` as it is, then under each pattern of its catalogue.

    Raise KeyError for an unknown phase.
    """
    as_planned = phase_column(plan, phase, law)
    patterns = (_under(plan, phase, each, as_planned.cost, law) for each in plan.catalogue.patterns)
    return (as_planned, *patterns)


def phase_column(plan: Plan, phase: PhaseId, law: LabourLaw = JAPAN) -> PatternColumn:
    """Return `plan` in `phase` as it is; raise KeyError for an unknown phase."""
    cost = cost_of(plan, phase, law=law)
    return PatternColumn(None, plan, cost, unmanned_hours(cost.roles), maturity_gap(plan, phase))


def _under(
    plan: Plan, phase: PhaseId, pattern: Pattern, present: PhaseCost, law: LabourLaw
) -> PatternColumn:
    before = present.roles
    after_plan = ApplyPattern(phase, pattern.id).apply(plan)
    after = sourced_roles(after_plan, phase)
    moves = moves_between(plan, phase, before, after, present.staffing)
    needed = staffing_needed(plan.staffing, before, after)
    if needed is not plan.staffing:
        after_plan = replace(after_plan, staffing=needed)
    cost = cost_of(after_plan, phase, law=law, moves=moves, roles=after)
    return PatternColumn(
        pattern, after_plan, cost, unmanned_hours(after, before), maturity_gap(after_plan, phase)
    )


def unmanned_hours(roles: SourcedRoles, before: SourcedRoles | None = None) -> UnmannedHours:
    """Return the hours in which `roles` are not covered.

    With the roles `before` a pattern, hours of a provider that has a role no longer do not count.
    """
    outside, was = roles.outside, frozenset() if before is None else before.outside
    hours, with_hours, stated, not_stated = 0.0, 0, 0, 0
    for role, duty in roles.duties.items():
        if duty.sourcing is Sourcing.NOT_CARRIED_OUT:
            continue
        bands = coverage_of(duty.coverage).bands
        if not bands:
            not_stated += 1
            continue
        stated += 1
        if role in was and role not in outside:
            bands = _without_parties(bands, duty.letters)
        missing = hours_without(bands)
        hours += missing
        with_hours += missing > 0
    return UnmannedHours(hours if stated else None, with_hours, not_stated)


def maturity_gap(plan: Plan, phase: PhaseId) -> MaturityGap:
    """Return how far the roles of `phase` are below their aims, by the newest assessment."""
    roles = role_maturities(plan, phase, newest_assessment(plan.assessments))
    counted = [each for each in roles if each.counts]
    without = sum(each.aim is None for each in counted)
    if without == len(counted):
        return MaturityGap(None, None, without)
    gaps = [each.gap for each in counted]
    return MaturityGap(sum(gap > 0 for gap in gaps), sum(gaps), without)


@lru_cache(maxsize=4096)
def hours_without(bands: tuple[CoverageBand, ...]) -> float:
    """Return the hours of a week without holidays in which none of `bands` covers a role."""
    week = week_of(Coverage(bands))
    spans = (span for day in WEEK for span in week[day] if span.covered is None)
    return sum(span.end - span.start for span in spans) / 60


def _without_parties(
    bands: tuple[CoverageBand, ...], letters: Iterable[PartyId]
) -> tuple[CoverageBand, ...]:
    """Return `bands` without those of parties that have no letter for the role."""
    present = frozenset(letters)
    return tuple(band for band in bands if band.party is None or band.party in present)
