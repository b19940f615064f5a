"""The kinds of lanes that a board can show, each made by a function of its own module.

Modules of other kinds than areas are imported when their lanes are first shown.
"""

from collections.abc import Callable

from socplanner.domain.board_choices import LaneKind
from socplanner.domain.checks.finding import Finding
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.plan import Plan
from socplanner.ui.board.area_lanes import lanes_by_area
from socplanner.ui.board.lanes import LaneMaker, LaneSet
from socplanner.ui.kit.week_moment import WeekMoment
from socplanner.wording.language import Words

FindingsOf = Callable[[RoleId], tuple[Finding, ...]]
"""Returns the active findings of a role."""


def lane_maker(
    kind: LaneKind, findings_of: FindingsOf, week: WeekMoment | None = None
) -> LaneMaker:
    """Return the function that makes the lanes of `kind`; those of hours at the moment of `week`.

    Without `week` that is Sunday 03:00.
    """
    if kind == "area":
        return lanes_by_area
    if kind == "hours":
        from socplanner.ui.board.hours_lanes import hours_lanes

        return hours_lanes(week or WeekMoment())
    from socplanner.ui.board import party_lanes, role_lanes

    def lanes_by_finding(_plan: Plan, _phase: PhaseId, words: Words) -> LaneSet:
        return role_lanes.lanes_by_finding(findings_of, words)

    makers: dict[str, LaneMaker] = {
        "function": role_lanes.lanes_by_function,
        "sourcing": role_lanes.lanes_by_sourcing,
        "accountable": party_lanes.lanes_by_accountable,
        "responsible": party_lanes.lanes_by_responsible,
        "finding": lanes_by_finding,
        "change": role_lanes.lanes_by_change,
    }
    return makers[kind]
