"""Findings that differ in nothing but the phase, grouped: a planner reads each once."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from socplanner.domain.checks.finding import Finding
from socplanner.domain.checks.run import check_phase
from socplanner.domain.checks.split_findings import Waived
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan


class InPhases(NamedTuple):
    """A finding in the first of `phases`; in the others it is the same."""

    finding: Finding
    phases: tuple[PhaseId, ...]


class WaivedInPhases(NamedTuple):
    """A waived finding and its waiver in the first of `phases`; in the others they are the same."""

    waived: Waived
    phases: tuple[PhaseId, ...]


def across_phases(findings: Iterable[Finding]) -> tuple[InPhases, ...]:
    """Return `findings`, grouped where they differ in nothing but the phase; order is kept."""
    phases: dict[Finding, list[PhaseId]] = {}
    for each in findings:
        phases.setdefault(_in_no_phase(each), []).append(each.phase)
    return tuple(
        InPhases(each._replace(phase=phase_ids[0]), tuple(phase_ids))
        for each, phase_ids in phases.items()
    )


def waived_across_phases(waived: Iterable[Waived]) -> tuple[WaivedInPhases, ...]:
    """Return `waived`, grouped where finding, reason and end differ in nothing but the phase."""
    groups: dict[tuple[Finding, str, str], list[Waived]] = {}
    for each in waived:
        key = (_in_no_phase(each.finding), each.waiver.reason, each.waiver.until)
        groups.setdefault(key, []).append(each)
    return tuple(
        WaivedInPhases(group[0], tuple(each.finding.phase for each in group))
        for group in groups.values()
    )


def same_elsewhere(plan: Plan, findings: Collection[Finding]) -> tuple[Finding, ...]:
    """Return the findings of other phases that equal one of `findings` but for the phase."""
    here = {each.phase for each in findings}
    wanted = {_in_no_phase(each) for each in findings}
    return tuple(
        each
        for phase in plan.phases
        if phase.id not in here
        for each in check_phase(plan, phase.id)
        if _in_no_phase(each) in wanted
    )


def _in_no_phase(finding: Finding) -> Finding:
    return finding._replace(phase=PhaseId(""))
