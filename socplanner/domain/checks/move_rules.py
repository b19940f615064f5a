"""The rules about how a role, or a phase, is reached from the phase before.

P02 and P06 look at the days that are stated of a move; P05 also at headcounts. P03 and P04 are
about the phase as a whole. Days that are not stated break no rule. The rules are ours; their
reasons are in `docs/decisions/rules-and-waivers.md`.
"""

from collections.abc import Iterator

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.row_rules import NOTHING, CheckedRow, Findings
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.phases import duty, phase_index
from socplanner.domain.plan import Duty, Plan
from socplanner.domain.road_map.moves import INHOUSE, goes_inhouse, responsible
from socplanner.domain.road_map.readiness import Late, contract_gaps, late_prerequisites
from socplanner.domain.road_map_inputs import StatedMove
from socplanner.domain.thresholds import limit_of

_WAS_OUTSIDE = frozenset({Sourcing.OUTSOURCE, Sourcing.NOT_CARRIED_OUT})


def move_findings(row: CheckedRow, before: Duty | None) -> Findings:
    """Return the findings about the move of `row` from its duty `before`, if it has one."""
    move = row.plan.moves.get((row.phase, row.role.id))
    is_inhouse = before is not None and goes_inhouse(before, row.duty)
    findings = [*people_are_there(row)] if is_inhouse else []
    if move is not None:
        findings += prerequisites_are_there(row, move, is_inhouse=is_inhouse)
        findings += contracts_overlap(row, move)
    return findings or NOTHING


def prerequisites_are_there(row: CheckedRow, move: StatedMove, *, is_inhouse: bool) -> Findings:
    """P02: a move begins before a prerequisite is there; P05: and its people come after it ends."""
    findings = []
    for late in late_prerequisites(row.plan, (row.phase, row.role.id), move):
        is_hiring = late.prerequisite.kind == "hiring"
        if is_hiring and is_inhouse and move.ends and late.day > move.ends:
            what = late.prerequisite.name
            findings.append(
                row.finding(
                    "P05", "hired-later", Severity.WARNING, day=late.day, ends=move.ends, what=what
                )
            )
        else:
            findings.append(_late(row, move, late))
    return findings


def _late(row: CheckedRow, move: StatedMove, late: Late) -> Finding:
    each, day, begins = late.prerequisite, late.day, move.begins
    warning = Severity.WARNING
    match each.kind:
        case "role":
            needed = str(each.role)
            return row.finding("P02", "role", warning, day=day, begins=begins, needed=needed)
        case "hiring":
            return row.finding("P02", "hiring", warning, day=day, begins=begins, what=each.name)
        case "contract":
            return row.finding("P02", "contract", warning, day=day, begins=begins, what=each.name)
        case "document":
            return row.finding("P02", "document", warning, day=day, begins=begins, what=each.name)


def people_are_there(row: CheckedRow) -> Findings:
    """P05: a role goes in-house, but the parties inside that perform it have no people."""
    parties = row.performing_inside
    if not parties or any(_headcount(row.plan, row.phase, party.id) != 0 for party in parties):
        return NOTHING
    return [row.finding("P05", "no-people", Severity.WARNING, parties)]


def contracts_overlap(row: CheckedRow, move: StatedMove) -> Findings:
    """P06: a contract ends before its successor begins."""
    if move.status == "done":
        return NOTHING
    return [
        row.finding(
            "P06",
            "gap",
            Severity.WARNING,
            until=gap.contract.until,
            day=gap.day,
            what=gap.contract.name,
        )
        for gap in contract_gaps(move)
    ]


def phase_findings(plan: Plan, phase: PhaseId) -> tuple[Finding, ...]:
    """Return the findings about `phase` as a whole: P03 and P04."""
    index = phase_index(plan, phase)
    if index == 0:
        return ()
    return (*_inhouse_at_once(plan, index), *_pattern_steps(plan, index))


def _inhouse_at_once(plan: Plan, index: int) -> Iterator[Finding]:
    """P03: more roles go in-house in one phase than the threshold, or than there are people."""
    phase = plan.phases[index]
    roles = [
        role_id
        for role_id, change in phase.changes.items()
        if change.sourcing in INHOUSE
        and _sourcing(plan, index - 1, role_id) in _WAS_OUTSIDE
        and role_id not in plan.custom_roles.hidden
    ]
    n, most = len(roles), limit_of(plan.thresholds, "inhouse-roles")
    if n > most:
        yield _of_phase("P03", "many", Severity.INFO, phase.id, n=n, most=most)
    elif n:
        of_roles = (responsible(plan.letter_set, duty(plan, phase.id, each)) for each in roles)
        people = _stated_people(plan, phase.id, set().union(*of_roles))
        if people is not None and n > people:
            yield _of_phase("P03", "people", Severity.WARNING, phase.id, n=n, most=people)


def _sourcing(plan: Plan, index: int, role: RoleId) -> Sourcing:
    """Return the sourcing of `role` in the phase at `index`: no other field is folded."""
    for phase in reversed(plan.phases[: index + 1]):
        change = phase.changes.get(role)
        if change is not None and change.sourcing is not None:
            return change.sourcing
    return Sourcing.UNDECIDED


def _stated_people(plan: Plan, phase: PhaseId, parties: set[PartyId]) -> int | None:
    """Return the people of the internal ones of `parties`; None where one is not stated."""
    people = 0
    internal = [each.id for each in plan.parties if each.id in parties and each.kind == "internal"]
    for party in internal:
        headcount = _headcount(plan, phase, party)
        if headcount is None:
            return None
        people += headcount
    return people if internal else None


def _pattern_steps(plan: Plan, index: int) -> Iterator[Finding]:
    """P04: the pattern of the phase is two or more steps from that of the phase before."""
    steps = [each.id for each in plan.catalogue.patterns]
    before, after = plan.phases[index - 1].pattern, plan.phases[index].pattern
    if before in steps and after in steps:
        n = abs(steps.index(after) - steps.index(before))
        if n > 1:
            yield _of_phase(
                "P04",
                "steps",
                Severity.INFO,
                plan.phases[index].id,
                n=n,
                before=before,
                pattern=after,
            )


def _of_phase(
    rule: str, variant: str, severity: Severity, phase: PhaseId, **values: str | int
) -> Finding:
    return Finding(rule, variant, severity, phase, values=tuple(values.items()))


def _headcount(plan: Plan, phase: PhaseId, party_id: PartyId) -> int | None:
    """Return the people of a party in `phase`: those of the last phase that states them."""
    for each in reversed(plan.phases[: phase_index(plan, phase) + 1]):
        people = plan.staffing.people.get((each.id, party_id))
        if people is not None and people.headcount is not None:
            return people.headcount
    party = plan.party(party_id)
    return None if party is None else party.headcount
