"""Check marks in the menus for the area and the sourcing of the selected roles."""

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.viewpoint import Viewpoint


def mark_present(actions: Actions, plan: Plan, viewpoint: Viewpoint) -> None:
    """Check the area and the sourcing that all selected roles share."""
    current_duties = [duty(plan, viewpoint.phase, role) for role in viewpoint.roles]
    areas, sourcings = (
        {each.area for each in current_duties},
        {each.sourcing for each in current_duties},
    )
    for area in Area:
        _check(actions, f"move-{area.value}", areas == {area})
    for sourcing in Sourcing:
        _check(actions, f"sourcing-{sourcing.value}", sourcings == {sourcing})


def _check(actions: Actions, action_id: str, is_present: bool) -> None:
    actions[action_id].setCheckable(is_present)
    actions[action_id].setChecked(is_present)
