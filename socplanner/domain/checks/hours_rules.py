"""The rule about hours of two roles: who receives a report must be there when it comes.

W07 is checked for the role that receives reports of incidents (D-1), and depends on the role that
reports them too (B-4).
"""

from collections.abc import Collection

from socplanner.domain.checks.finding import Severity
from socplanner.domain.checks.row_rules import NOTHING, CheckedRow, Findings
from socplanner.domain.coverage import WEEK, Coverage, CoverageMode
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.coverage_week import Covered, week_of
from socplanner.domain.ids import PartyId
from socplanner.domain.plan import Duty, Party, Plan

_THERE = (CoverageMode.ON_DUTY, CoverageMode.ON_CALL)


def reports_are_received(row: CheckedRow, reporting: Duty) -> Findings:
    """W07: a provider reports around the clock, and at some hours no one inside receives reports.

    `reporting` is the duty of the role that reports.
    """
    providers = _performing_providers(row.plan, reporting)
    if not providers or not _is_round_the_clock(coverage_of(reporting.coverage)):
        return NOTHING
    coverage = coverage_of(row.duty.coverage)
    if row.performing_inside and not coverage.bands:
        return [row.finding("W07", "not-stated", Severity.WARNING, providers)]
    hours = 7 * 24 - (_hours_inside(row.plan, coverage) if row.performing_inside else 0)
    if not hours:
        return NOTHING
    return [row.finding("W07", "gap", Severity.WARNING, providers, n=hours)]


def _performing_providers(plan: Plan, duty: Duty) -> tuple[Party, ...]:
    meaning_of = plan.letter_set.meaning
    return tuple(
        party
        for party in plan.parties
        if party.is_provider
        and party.id in duty.letters
        and meaning_of(duty.letters[party.id]).performs
    )


def _is_round_the_clock(coverage: Coverage) -> bool:
    """Return whether `coverage` is on duty at every hour, on holidays too."""
    spans = (span for spans in week_of(coverage).values() for span in spans)
    return all(
        span.covered is not None and span.covered.mode is CoverageMode.ON_DUTY for span in spans
    )


def _hours_inside(plan: Plan, coverage: Coverage) -> int:
    """Return how many whole hours of a week are covered by someone inside."""
    outside = {party.id for party in plan.parties if party.is_provider}
    week = week_of(coverage)
    spans = (span for day in WEEK for span in week[day])
    minutes = sum(span.end - span.start for span in spans if _is_there(span.covered, outside))
    return minutes // 60


def _is_there(covered: Covered | None, outside: Collection[PartyId]) -> bool:
    return covered is not None and covered.mode in _THERE and covered.party not in outside
