"""Lanes by what the roles are like: function, sourcing, most severe finding, change of a phase.

Only the sourcing can be set by a drop. The others follow from the catalogue or from the plan; a
drop there does nothing, and the remark of the lanes gives the reason.
"""

from collections.abc import Callable, Iterable

from socplanner.domain.catalogue import Role, Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.history import Edit
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phase_changes import compared_phases
from socplanner.domain.phases import duty
from socplanner.domain.plan import Duty, Plan
from socplanner.ui.board.lanes import Axes, Lane, LaneHeading, LaneId, LaneSet, LaneSpot
from socplanner.wording.language import Words
from socplanner.wording.terms import (
    function_name,
    phase_name,
    severity_name,
    sourcing_name,
)

_CHANGED, _SAME = LaneId("changed"), LaneId("same")
_NO_FINDING = LaneId("none")
_SOURCINGS = (Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH, Sourcing.NOT_CARRIED_OUT)


def lanes_by_function(plan: Plan, _phase: PhaseId, words: Words) -> LaneSet:
    """Return a lane for each function that a role of the plan has."""
    codes = dict.fromkeys(role.function for role in plan.roles())
    lanes = [plain_lane(code, code, function_name(code, plan.catalogue, words)) for code in codes]

    def lane_of(role: Role, _duty: Duty) -> LaneId:
        return LaneId(role.function)

    return unchangeable(
        lanes, lane_of, words.tr("The function belongs to the role: nothing changes")
    )


def lanes_by_finding(findings_of: Callable[[RoleId], Iterable[Finding]], words: Words) -> LaneSet:
    """Return a lane for each severity, with the roles whose most severe finding has it."""
    lanes = [plain_lane(_severity(each), "", severity_name(each, words)) for each in Severity]
    lanes.append(plain_lane(_NO_FINDING, "", words.tr("Without findings")))

    def lane_of(role: Role, _duty: Duty) -> LaneId:
        worst = min((each.severity for each in findings_of(role.id)), default=None)
        return _NO_FINDING if worst is None else LaneId(_severity(worst))

    return unchangeable(lanes, lane_of, words.tr("Findings follow from the plan: nothing changes"))


def lanes_by_change(plan: Plan, phase: PhaseId, words: Words) -> LaneSet:
    """Return the roles that differ from the phase before `phase`, and those that do not.

    In the first phase they are those that the next phase changes.
    """
    phases = compared_phases(plan, phase)
    other = None
    about = words.tr("There is no other phase to compare with")
    if phases is not None and phases.before.id == phase:
        other = phases.after
        about = words.tr("until {phase}", phase=phase_name(other, words))
    elif phases is not None:
        other = phases.before
        about = words.tr("since {phase}", phase=phase_name(other, words))
    lanes = [
        plain_lane(_CHANGED, "", words.tr("Changed"), about),
        plain_lane(_SAME, "", words.tr("Unchanged"), about),
    ]

    def lane_of(role: Role, current: Duty) -> LaneId:
        is_same = other is None or duty(plan, other.id, role.id) == current
        return _SAME if is_same else _CHANGED

    made = unchangeable(lanes, lane_of, words.tr("Changes follow from the phases: nothing changes"))
    return made._replace(compared=None if other is None else other.id)


def lanes_by_sourcing(plan: Plan, phase: PhaseId, words: Words) -> LaneSet:
    """Return a lane for each sourcing, and the strip of the undecided; a drop sets the sourcing."""
    lanes = [plain_lane(each.value, "", sourcing_name(each, words)) for each in _SOURCINGS]
    undecided = plain_lane(
        Sourcing.UNDECIDED.value, "", sourcing_name(Sourcing.UNDECIDED, words), is_strip=True
    )

    def lane_of(_role: Role, duty: Duty) -> LaneId:
        return LaneId(duty.sourcing.value)

    def edit(roles: frozenset[RoleId], lane: LaneId) -> Edit:
        from socplanner.domain.duty_edits import ChangeSourcing

        return ChangeSourcing(phase, roles, Sourcing(lane))

    def remark(roles: frozenset[RoleId], lane: LaneId) -> str:
        from socplanner.domain.patterns import propose_sourcing

        proposed = propose_sourcing(plan, phase, roles, Sourcing(lane))
        followed = sum(bool(each.letter_moves()) for each in proposed)
        kept = sum(bool(each.kept) for each in proposed)
        parts = [words.tr("letters unchanged")]
        if followed:
            parts = [
                words.count("letters of {n} role follow", "letters of {n} roles follow", followed)
            ]
        if kept:
            parts.append(
                words.count(
                    "{n} role keeps letters set by hand",
                    "{n} roles keep letters set by hand",
                    kept,
                )
            )
        return " · ".join(parts)

    return LaneSet((*lanes, undecided), Axes(), lane_of, edit, remark, flows=True)


def unchangeable(
    lanes: Iterable[Lane], lane_of: Callable[[Role, Duty], LaneId], reason: str
) -> LaneSet:
    """Return lanes that a drop cannot change, for `reason`."""
    return LaneSet(
        tuple(lanes),
        Axes(),
        lane_of,
        lambda _roles, _lane: None,
        lambda _roles, _lane: reason,
        True,
    )


def _severity(severity: Severity) -> str:
    return severity.name.lower()


def plain_lane(
    lane_id: str, number: str, name: str, about: str = "", *, is_strip: bool = False
) -> Lane:
    """Return a lane that has no place of its own, or is the strip at the foot."""
    short = f"{number} {name}".strip()
    headings = [LaneHeading(number, name, about), LaneHeading(number, name, "")]
    if number:
        headings.append(LaneHeading(number, "", ""))
    spot = None if is_strip else LaneSpot(0, 0)
    return Lane(LaneId(lane_id), spot, short, tuple(dict.fromkeys(headings)))
