"""The panel below a flow: a step in words, or the flow as a whole, in both languages."""

import pytest

from socplanner.domain.duty_edits import SetCoverage
from socplanner.domain.flow_edits import ChangeFlow
from socplanner.domain.flows.defaults import adopting
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.local_text import Language, LocalText
from socplanner.ui.flows.flow_state import STRUCTURE, WALK
from socplanner.ui.flows.flows_view import FlowsView
from socplanner.ui.kit.plan_context import PlanContext

D4 = RoleId("v2:D-4")


@pytest.mark.parametrize(
    ("language", "state", "limit"), [("en", "Unmanned", "30 min"), ("ja", "無人", "30分")]
)
def test_a_step_is_shown_with_what_a_walk_makes_of_it(
    context: PlanContext, view: FlowsView, language: Language, state: str, limit: str
) -> None:
    context.translator.set_language(language)
    details = view.details
    view.state.choose_mode(WALK)
    view.canvas.choose_step("5")
    assert details.title.text().startswith("D-4")
    assert limit in details.text.text()
    assert state in details.walked.text()
    assert details.walked.isVisible()
    context.document.perform(SetCoverage(PhaseId("now"), frozenset({D4}), "24x365"))
    assert state not in details.walked.text()
    view.state.choose_mode(STRUCTURE)
    assert not details.walked.isVisible()
    assert details.edit_button.isVisible()


@pytest.mark.parametrize(("language", "allowed"), [("en", "the flow allows 1 h"), ("ja", "1時間")])
def test_without_a_step_the_flow_is_shown_as_a_whole(
    context: PlanContext, view: FlowsView, language: Language, allowed: str
) -> None:
    context.translator.set_language(language)
    details, state = view.details, view.state
    assert state.current is not None
    flow = state.current.flow
    assert details.title.text() == state.words.local(flow.name)
    assert state.words.local(flow.trigger) in details.text.text()
    assert allowed not in details.text.text()
    assert not details.edit_button.isVisible()
    changed = flow._replace(limit="PT1H", severity=LocalText("重大", "grave"))
    edit = adopting(state.plan, flow.id, ChangeFlow(changed), state.defaults)
    context.document.perform(edit)
    details.show_step(state, "", has_walk=False)
    assert allowed in details.text.text()
    assert state.words.local(changed.severity) in details.text.text()


def test_a_low_window_gives_the_diagram_the_space_of_the_panel(view: FlowsView) -> None:
    assert view.details.isVisible()
    view.resize(900, 300)
    assert not view.details.isVisible()
    assert view.canvas.height() > 150
    view.resize(900, 700)
    assert view.details.isVisible()
