"""The pictures of the chapters on hours, people, maturity, cost, road map and review."""

from socplanner.domain.ids import RoleId
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.ui.cost.cost_view import CostView
from socplanner.ui.dialogs.move_dialog import MoveDialog
from socplanner.ui.dialogs.week_dialog import WeekDialog
from socplanner.ui.lessons.lessons_view import LessonsView
from socplanner.ui.sharing.sharing_view import SharingView
from socplanner.ui.staffing.people_model import PeopleColumn
from socplanner.ui.staffing.staffing_view import StaffingView
from tests.support.studio import Studio


def staffing(studio: Studio) -> None:
    """Take the view of hours on Sunday night, with the role that receives reports selected."""
    window = studio.window
    window.show()
    window.show_view("staffing")
    window.viewpoint.select([RoleId("v2:D-1")])
    window.status.clearMessage()
    studio.shoot(window, "staffing")


def week(studio: Studio) -> None:
    """Take the dialog that paints the hours of a role."""
    plan = studio.plan
    dialog = WeekDialog(plan, plan.phases[0].id, [RoleId("v2:D-1")], studio.words)
    studio.shoot(dialog, "week")
    dialog.close()
    dialog.deleteLater()


def people(studio: Studio) -> None:
    """Take the page by party, with the formula of a post."""
    window = studio.window
    view = window.area.view("staffing")
    assert isinstance(view, StaffingView)
    view.show_page("party")
    lines = view.people.model.lines
    row = next(row for row, line in enumerate(lines) if line.kind == "post")
    view.people.table.setCurrentIndex(view.people.model.index(row, PeopleColumn.FTE))
    studio.shoot(window, "people")


def maturity(studio: Studio) -> None:
    """Take the view of maturity against the target."""
    window = studio.window
    window.viewpoint.look_at_phase(studio.plan.phases[-1].id)
    window.show_view("maturity")
    studio.shoot(window, "maturity")


def roadmap(studio: Studio) -> None:
    """Take the road map with a role that is hired for."""
    window = studio.window
    window.show_view("roadmap")
    window.viewpoint.select([RoleId("v2:D-3")])
    studio.shoot(window, "roadmap")


def move(studio: Studio) -> None:
    """Take the dialog of a move."""
    target = studio.plan.phases[-1].id
    dialog = MoveDialog(studio.plan, target, RoleId("v2:D-3"), studio.words)
    studio.shoot(dialog, "move")
    dialog.close()
    dialog.deleteLater()


def cost(studio: Studio) -> None:
    """Take the four patterns of the target, with the formula of a total."""
    window = studio.window
    window.viewpoint.look_at_phase(studio.plan.phases[-1].id)
    window.show_view("cost")
    view = window.area.view("cost")
    assert isinstance(view, CostView)
    view.show_page("patterns")
    symbols = [row.figures[0].symbol for row in view.patterns.model.rows]
    total = view.patterns.model.index(symbols.index("year_total"), 3)
    view.patterns.table.setCurrentIndex(total)
    studio.shoot(window, "cost")


def review(studio: Studio) -> None:
    """Take the review of the first phase, with the prompt about isolation at night."""
    window = studio.window
    window.viewpoint.look_at_phase(studio.plan.phases[0].id)
    window.show_view("review")
    view = window.area.view("review")
    assert isinstance(view, LessonsView)
    view.table.go_to(view.model.place_of("FI3"))
    window.status.clearMessage()
    studio.shoot(window, "review")


def sharing(studio: Studio) -> None:
    """Take the map of sharing, and the clock of the duties on Sunday night."""
    window = studio.window
    window.viewpoint.look_at_phase(studio.plan.phases[0].id)
    window.show_view("sharing")
    view = window.area.view("sharing")
    assert isinstance(view, SharingView)
    view.state.show_defaults(True)
    window.status.clearMessage()
    studio.shoot(window, "sharing")
    window.context.week.look_at_any_week(SUNDAY_NIGHT)
    view.state.choose_page("duties")
    studio.shoot(window, "duties")


SHOTS = (staffing, week, people, maturity, cost, roadmap, move, review, sharing)
