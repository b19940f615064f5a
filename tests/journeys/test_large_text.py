"""Text of twice the size: nothing in the window needs more than a screen of 1280 by 800."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.role_filter import RoleFilter
from socplanner.services import paths
from socplanner.services.first_plan import first_plan
from socplanner.services.i18n import words_for
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.checks.findings_bar import FindingsBar
from socplanner.ui.flows.flow_state import WALK
from socplanner.ui.flows.flows_view import FlowsView
from socplanner.ui.kit.notice import Notice, NoticeKind
from socplanner.ui.shell.main_window import MainWindow
from socplanner.ui.shell.program import Program
from tests.support.all_dialogs import all_dialogs
from tests.support.programs import leave_programs

WIDTH, HEIGHT = 1280, 800
VIEWS = ["board", "matrix", "roadmap", "maturity", "staffing", "cost", "flows"]
VIEWS += ["sharing", "review"]
PLAN = paths.resources() / "examples" / "manufacturer.socplan"


@pytest.fixture(params=["ja", "en"])
def window(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path
) -> Iterator[MainWindow]:
    """Yield a window with text of twice the size, every panel open."""
    usual = QFont(qapp.font())
    store = SettingsStore(tmp_path / "settings.json", print)
    store.change(lambda settings: replace(settings, text_size=200, tour_ended=True))
    program = Program(qapp, words_for(request.param), store, first_plan(PLAN))
    program.begin()
    program.window.setWindowState(program.window.windowState().WindowNoState)
    program.window.resize(WIDTH, HEIGHT)
    for panel in ("parties", "inspector", "checks"):
        program.window.panels.show(panel)
    lay_out()
    yield program.window
    leave_programs([program], qapp)
    qapp.setFont(usual)


def lay_out() -> None:
    """Let layouts follow."""
    for _ in range(5):
        QCoreApplication.processEvents()


def select_one(window: MainWindow) -> None:
    """Show one role in the inspector."""
    window.viewpoint.select([next(window.context.document.plan.roles()).id])


def select_all(window: MainWindow) -> None:
    """Show all roles in the inspector."""
    window.viewpoint.select([role.id for role in window.context.document.plan.roles()])


def filter_roles(window: MainWindow) -> None:
    """Set every kind of condition."""
    conditions = RoleFilter(functions=frozenset("BCD"), sourcings=frozenset({Sourcing.OUTSOURCE}))
    window.context.filtering.filter(conditions)


def show_changes(window: MainWindow) -> None:
    """Show the changes of the last phase."""
    window.viewpoint.look_at_phase(window.context.document.plan.phases[-1].id)
    window.actions_["show-changes"].trigger()


def show_notice(window: MainWindow) -> None:
    """Show a long notice."""
    window.show_notice(Notice(NoticeKind.PROBLEM, "The file cannot be written: " + "x y " * 60))


STATES: list[Callable[[MainWindow], object]] = [
    lambda _: None,
    select_one,
    select_all,
    filter_roles,
    show_changes,
    show_notice,
]
NAMES = ["plain", "one", "all", "filter", "changes", "notice"]


@pytest.mark.parametrize("state", STATES, ids=NAMES)
@pytest.mark.parametrize("view", VIEWS)
def test_the_window_fits_the_screen(
    window: MainWindow, view: str, state: Callable[[MainWindow], object]
) -> None:
    window.show_view(view)
    for panel in ("parties", "inspector", "checks"):
        window.panels.show(panel)
    state(window)
    lay_out()
    least = window.minimumSizeHint()
    assert (least.width() <= WIDTH, least.height() <= HEIGHT) == (True, True), least
    assert window.width() == WIDTH


def test_a_walk_that_stops_fits_with_what_would_help(window: MainWindow) -> None:
    window.show_view("flows")
    view = window.area.view("flows")
    assert isinstance(view, FlowsView)
    view.state.choose_mode(WALK)
    lay_out()
    assert view.outcome.on_call_button.isVisible()
    least = window.minimumSizeHint()
    assert (least.width() <= WIDTH, least.height() <= HEIGHT) == (True, True), least
    assert view.outcome.text.width() > window.width() // 3


def test_the_menu_of_the_checks_does_what_its_boxes_do(window: MainWindow) -> None:
    bar = window.checks.findChild(FindingsBar)
    assert isinstance(bar, FindingsBar)
    assert bar.menu_button.isVisible()
    received: list[bool] = []
    bar.waived_toggled.connect(received.append)
    bar.menu_button.menu().actions()[1].trigger()
    assert received == [True]
    assert bar.menu_button.is_marked
    bar.menu_button.menu().actions()[1].trigger()
    assert received == [True, False]
    assert not bar.menu_button.is_marked


def test_every_dialog_fits_the_screen(window: MainWindow) -> None:
    document, words = window.context.document, window.context.translator.words
    for dialog in all_dialogs(document, window, words):
        dialog.show()
        lay_out()
        size = dialog.minimumSizeHint()
        fits = size.width() <= WIDTH and size.height() <= HEIGHT
        assert fits, (type(dialog).__name__, size)
        assert dialog.width() <= WIDTH, type(dialog).__name__
        assert dialog.height() <= HEIGHT, type(dialog).__name__
        dialog.close()


def test_nothing_in_the_inspector_is_cut_off_at_its_side(window: MainWindow) -> None:
    select_one(window)
    lay_out()
    area = window.inspector.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    content = area.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= area.viewport().width()


def test_no_wrapped_text_of_a_dialog_is_cut_off(window: MainWindow) -> None:
    document, words = window.context.document, window.context.translator.words
    cut = []
    for dialog in all_dialogs(document, window, words):
        dialog.show()
        lay_out()
        cut += [
            (type(dialog).__name__, label.text(), label.height())
            for label in dialog.findChildren(QLabel)
            if label.isVisible() and label.height() < label.heightForWidth(label.width())
        ]
        dialog.close()
    assert not cut, "\n".join(map(str, cut))
