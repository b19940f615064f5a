"""The pictures of the chapter on flows: structure, walk, all hours, a step, a tabletop exercise."""

from socplanner.domain.flow_inputs import BusinessFlow
from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.flows.walk import walk
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.services.default_flows import flows_of_catalogue
from socplanner.ui.dialogs.step_dialog import EditedStep, StepDialog
from socplanner.ui.dialogs.tabletop_dialog import TabletopDialog
from socplanner.ui.flows.flow_state import PHASES, STRUCTURE, WALK, WEEK_MAP
from socplanner.ui.flows.flows_view import FlowsView
from tests.support.studio import Studio

_FLOW, _STEP = "incident-response", "3"


def structure(studio: Studio) -> None:
    """Take the flow of incident response, drawn from the matrix of the first phase."""
    _show(studio, STRUCTURE)
    studio.shoot(studio.window, "flow-structure")


def walk_through(studio: Studio) -> None:
    """Take the walk on Sunday at three, with the step at which it stops."""
    view = _show(studio, WALK)
    view.canvas.choose_step(_STEP)
    studio.shoot(studio.window, "flow-walk")


def phases(studio: Studio) -> None:
    """Take the same hour in the first phase and in the target."""
    view = _show(studio, PHASES)
    view.phases.table.choose_step(_STEP)
    studio.shoot(studio.window, "flow-phases")


def all_hours(studio: Studio) -> None:
    """Take the map of the hours at which the flow gets through."""
    _show(studio, WEEK_MAP)
    studio.shoot(studio.window, "flow-hours")


def step(studio: Studio) -> None:
    """Take the dialog of a step."""
    defaults = flows_of_catalogue(studio.plan)
    flow = _flow(studio)
    edited = EditedStep(flow, flow.step(_STEP))
    dialog = StepDialog(edited, studio.plan, defaults, studio.words)
    studio.shoot(dialog, "flow-step")
    dialog.close()
    dialog.deleteLater()


def tabletop(studio: Studio) -> None:
    """Take a tabletop exercise at its third step."""
    plan = studio.plan
    phase = plan.phases[0].id
    walked = walk(plan, phase, _flow(studio), started_at(SUNDAY_NIGHT))
    dialog = TabletopDialog(plan, phase, walked, "2027-06-18", studio.words)
    dialog.resize(1000, 620)
    dialog.go_on()
    dialog.go_on()
    studio.shoot(dialog, "tabletop")
    dialog.accept()
    dialog.deleteLater()


def _flow(studio: Studio) -> BusinessFlow:
    return next(each for each in flows_of_catalogue(studio.plan).flows if each.id == _FLOW)


def _show(studio: Studio, mode: str) -> FlowsView:
    window = studio.window
    window.show()
    window.viewpoint.look_at_phase(studio.plan.phases[0].id)
    window.show_view("flows")
    view = window.area.view("flows")
    assert isinstance(view, FlowsView)
    view.state.choose_flow(_FLOW)
    view.state.choose_mode(mode)
    window.status.clearMessage()
    return view


SHOTS = (structure, walk_through, phases, all_hours, step, tabletop)
