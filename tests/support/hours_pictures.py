"""The pictures of the chapter on hours."""

from socplanner.domain.ids import RoleId
from socplanner.ui.dialogs.week_dialog import WeekDialog
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


SHOTS = (staffing, week)
