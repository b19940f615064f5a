"""The areas of the catalogue as lanes: what the board shows first."""

from collections.abc import Callable

from socplanner.domain.catalogue import PLACED, Area, AreaFacts, Catalogue, Role
from socplanner.domain.history import Edit
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.plan import Duty, Plan
from socplanner.ui.board.lanes import Axes, Lane, LaneHeading, LaneId, LaneSet, LaneSpot
from socplanner.wording.language import Words
from socplanner.wording.terms import area_short


def lanes_by_area(plan: Plan, phase: PhaseId, words: Words) -> LaneSet:
    """Return a lane for each area, where the catalogue places it, and the strip of the unplaced."""
    areas = tuple(_lane(facts, words) for facts in plan.catalogue.areas)
    return LaneSet(
        (*areas, _unplaced(words)),
        _axes(plan.catalogue, words),
        _lane_of,
        _edit_in(phase),
        _remark_on(plan, words),
    )


def lane_of_area(area: Area) -> LaneId:
    """Return the lane that shows the roles of `area`."""
    return LaneId(area.value)


def _lane_of(_role: Role, duty: Duty) -> LaneId:
    return lane_of_area(duty.area)


def _edit_in(phase: PhaseId) -> Callable[[frozenset[RoleId], LaneId], Edit]:
    """Return what a drop makes: the roles stand in the lane's area, in `phase`."""

    def edit(roles: frozenset[RoleId], lane: LaneId) -> Edit:
        from socplanner.domain.duty_edits import MoveRoles

        return MoveRoles(phase, roles, Area(lane))

    return edit


def _remark_on(plan: Plan, words: Words) -> Callable[[frozenset[RoleId], LaneId], str]:
    """Return what is remarked on a drop: where the catalogue has the roles, if elsewhere."""

    def remark(roles: frozenset[RoleId], lane: LaneId) -> str:
        dropped = (plan.role(role) for role in roles)
        usual = {role.default_area for role in dropped if role is not None} - {Area.UNPLACED}
        if not usual or usual == {Area(lane)}:
            return words.tr("as in the catalogue · sourcing unchanged") if usual else ""
        areas = ", ".join(each.value for each in PLACED if each in usual)
        return words.tr("Catalogue: {areas} · sourcing unchanged", areas=areas)

    return remark


def _lane(facts: AreaFacts, words: Words) -> Lane:
    number, name = facts.area.value, words.local(facts.name)
    about = words.tr("usually: {tendency}", tendency=words.local(facts.tendency))
    headings = (
        LaneHeading(number, name, about),
        LaneHeading(number, name, ""),
        LaneHeading(number, "", ""),
    )
    spot = LaneSpot(facts.column, facts.row)
    return Lane(lane_of_area(facts.area), spot, area_short(facts.area, words), headings)


def _unplaced(words: Words) -> Lane:
    short = area_short(Area.UNPLACED, words)
    name = words.tr("Not placed")
    about = words.tr("Roles dropped here are not placed")
    headings = (LaneHeading("", name, about), LaneHeading("", name, ""), LaneHeading("", short, ""))
    return Lane(lane_of_area(Area.UNPLACED), None, short, headings)


def _axes(catalogue: Catalogue, words: Words) -> Axes:
    """Return the captions of both axes, as the areas along the left and the upper edge stand."""
    inside, outside = words.tr("Information: inside"), words.tr("Information: outside")
    low, high = words.tr("low"), words.tr("high")
    skill = words.tr("Need for specialist security skill")
    left = sorted(
        (facts for facts in catalogue.areas if facts.column == 0), key=lambda facts: facts.row
    )
    rows = tuple(inside if facts.is_inside else outside for facts in left)
    axes = Axes(rows, low, skill, high)
    return axes.mirrored() if left[0].is_high_skill else axes
