"""What tests of the view of sharing begin with: the sample of a bank, and the view on it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.plan import Plan
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.sharing.sharing_state import SharingState
from socplanner.ui.sharing.sharing_view import SharingView
from tests.support.plans import sample


@pytest.fixture
def plan() -> Plan:
    """Return the sample of a bank, which has flows, counterparts and agreements of its own."""
    return sample("bank")


@pytest.fixture
def state(context: PlanContext) -> SharingState:
    """Return what the view shows: the map."""
    return SharingState(context, context.document)


@pytest.fixture
def view(qtbot: QtBot, context: PlanContext) -> Iterator[SharingView]:
    """Yield the view, shown in the size of a usual window."""
    view = SharingView(context)
    qtbot.addWidget(view)
    view.resize(1200, 700)
    with qtbot.waitActive(view):
        view.show()
    QApplication.processEvents()
    yield view
    view.hide()
