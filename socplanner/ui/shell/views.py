"""The table of views, in the order of menu and rail; shortcuts and settings use it too."""

from PySide6.QtWidgets import QWidget

from socplanner.ui.board.board_view import BoardView
from socplanner.ui.kit.action_table import action_table
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.kit.view_spec import ViewSpec
from socplanner.wording.language import N_


def _matrix(context: PlanContext, parent: QWidget) -> PlanView:
    # Imported when the matrix is first shown: most starts show the board.
    from socplanner.ui.matrix.matrix_view import MatrixView

    return MatrixView(context, parent)


def _roadmap(context: PlanContext, parent: QWidget) -> PlanView:
    from socplanner.ui.roadmap.roadmap_view import RoadMapView

    return RoadMapView(context, parent)


def _maturity(context: PlanContext, parent: QWidget) -> PlanView:
    from socplanner.ui.maturity.maturity_view import MaturityView

    return MaturityView(context, parent)


def _staffing(context: PlanContext, parent: QWidget) -> PlanView:
    from socplanner.ui.staffing.staffing_view import StaffingView

    return StaffingView(context, parent)


def _cost(context: PlanContext, parent: QWidget) -> PlanView:
    from socplanner.ui.cost.cost_view import CostView

    return CostView(context, parent)


def _flows(context: PlanContext, parent: QWidget) -> PlanView:
    from socplanner.ui.flows.flows_view import FlowsView

    return FlowsView(context, parent)


def _sharing(context: PlanContext, parent: QWidget) -> PlanView:
    from socplanner.ui.sharing.sharing_view import SharingView

    return SharingView(context, parent)


def _lessons(context: PlanContext, parent: QWidget) -> PlanView:
    from socplanner.ui.lessons.lessons_view import LessonsView

    return LessonsView(context, parent)


VIEWS = (
    ViewSpec("board", N_("&Board"), "board", "Ctrl+1", 1, ("parties", "inspector"), BoardView),
    ViewSpec("matrix", N_("&Matrix"), "matrix", "Ctrl+2", 1, ("inspector",), _matrix),
    ViewSpec("roadmap", N_("Roa&d map"), "roadmap", "Ctrl+3", 2, ("inspector",), _roadmap),
    ViewSpec("maturity", N_("Maturit&y"), "maturity", "Ctrl+4", 2, ("inspector",), _maturity),
    ViewSpec("staffing", N_("&Staffing"), "staffing", "Ctrl+5", 3, ("inspector",), _staffing),
    ViewSpec("cost", N_("&Cost"), "cost", "Ctrl+6", 3, (), _cost),
    ViewSpec("flows", N_("&Flows"), "flows", "Ctrl+7", 4, ("inspector",), _flows),
    ViewSpec("sharing", N_("S&haring"), "share", "Ctrl+8", 4, (), _sharing),
    ViewSpec("review", N_("Re&view"), "review", "Ctrl+9", 4, (), _lessons),
)
VIEW_IDS = tuple(spec.id for spec in VIEWS)
ACTIONS = action_table(VIEWS)
