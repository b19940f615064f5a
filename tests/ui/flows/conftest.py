"""What tests of the view of flows begin with: the sample of a manufacturer, its flows defaults."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.plan import Plan
from socplanner.ui.flows.flow_state import FlowState
from socplanner.ui.flows.flows_view import FlowsView
from socplanner.ui.kit.plan_context import PlanContext
from tests.support.plans import sample


@pytest.fixture
def plan() -> Plan:
    """Return the sample, in which every flow is a default that is not adopted."""
    return replace(sample("manufacturer"), flows=(), counterparts=())


@pytest.fixture
def state(context: PlanContext) -> FlowState:
    """Return what the view shows: the structure of incident response."""
    return FlowState(context, context.document)


@pytest.fixture
def view(qtbot: QtBot, context: PlanContext) -> Iterator[FlowsView]:
    """Yield the view, shown in the size of a usual window."""
    view = FlowsView(context)
    qtbot.addWidget(view)
    view.resize(1100, 700)
    with qtbot.waitActive(view):
        view.show()
    QApplication.processEvents()
    yield view
    view.hide()
