"""The objects that every view and panel of one window works with, as one value."""

from typing import NamedTuple

from PySide6.QtCore import QObject

from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.tally import Tally
from socplanner.services.translator import Translator
from socplanner.ui.kit.board_options import BoardOptions
from socplanner.ui.kit.changes_overlay import ChangesOverlay
from socplanner.ui.kit.role_filtering import RoleFiltering
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.kit.week_moment import WeekMoment


class PlanContext(NamedTuple):
    """The open plan, what is in view of it (phase, roles, filter, hour), and what follows."""

    document: Document
    viewpoint: Viewpoint
    checking: Checking
    tally: Tally
    translator: Translator
    board: BoardOptions
    filtering: RoleFiltering
    changes: ChangesOverlay
    week: WeekMoment


def plan_context(document: Document, translator: Translator, parent: QObject) -> PlanContext:
    """Return the context of a window that shows `document`; its objects belong to `parent`."""
    viewpoint = Viewpoint(document, parent)
    return PlanContext(
        document,
        viewpoint,
        Checking(document, parent),
        Tally(document, parent),
        translator,
        BoardOptions(parent),
        RoleFiltering(document, parent),
        ChangesOverlay(document, viewpoint, parent),
        WeekMoment(parent),
    )
