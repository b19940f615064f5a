"""The context of views and panels, made of the objects that a test has already."""

from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.tally import Tally
from socplanner.services.translator import Translator
from socplanner.ui.kit.board_options import BoardOptions
from socplanner.ui.kit.changes_overlay import ChangesOverlay
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.role_filtering import RoleFiltering
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.kit.week_moment import WeekMoment


def context_of(
    document: Document,
    translator: Translator,
    viewpoint: Viewpoint | None = None,
    checking: Checking | None = None,
    tally: Tally | None = None,
) -> PlanContext:
    """Return a context of these objects, and of new ones where none is handed over."""
    viewpoint = viewpoint or Viewpoint(document)
    return PlanContext(
        document,
        viewpoint,
        checking or Checking(document),
        tally or Tally(document),
        translator,
        BoardOptions(document),
        RoleFiltering(document),
        ChangesOverlay(document, viewpoint),
        WeekMoment(document),
    )
