"""A line of the diagram: selected by mouse and keys, shown in words, with what was agreed on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from socplanner.domain.flow_inputs import Receiver
from socplanner.domain.ids import PhaseId
from socplanner.domain.local_text import Language, LocalText
from socplanner.domain.picture_options import PictureOptions, PictureSubject
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.domain.sharing_edits import SetAgreement
from socplanner.domain.sharing_inputs import Agreement, SharingAnswer, SharingSide
from socplanner.ui.flows.flow_state import STRUCTURE, WALK
from socplanner.ui.flows.flows_view import FlowsView
from socplanner.ui.kit.plan_context import PlanContext


def _forensics(view: FlowsView) -> Receiver:
    """Return the provider that performs the incident analysis."""
    drawing = view.state.drawing
    assert drawing is not None
    (party,) = drawing.parties["3"].performing
    return Receiver("party", party)


def test_keys_go_through_the_lines_of_a_step(view: FlowsView) -> None:
    view.canvas.setFocus()
    view.canvas.choose_step("2")
    titles = []
    for _ in range(5):
        QTest.keyClick(view.canvas, Qt.Key.Key_L)
        titles.append(view.details.title.text().replace("Incident management", "").split())
    starts = [(title[0], title[title.index("→") + 1]) for title in titles]
    assert starts[0] == ("D-2", "D-3")
    assert ("D-1", "D-2") in starts
    assert starts[0] in starts[1:], "after the last line comes the first one again"
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert view.canvas.line() is None
    assert view.details.title.text().startswith("D-2 Incident management")


@pytest.mark.parametrize(
    ("language", "nothing", "label"),
    [("en", "Nothing is agreed on with", "TLP:AMBER"), ("ja", "取り決めはまだありません", "電話")],
)
def test_a_line_that_leaves_shows_that_nothing_is_agreed_on_yet(
    context: PlanContext, view: FlowsView, language: Language, nothing: str, label: str
) -> None:
    context.translator.set_language(language)
    view.canvas.choose_step("2")
    view.canvas.choose_next_line()
    assert label in view.details.text.text()
    assert nothing in view.details.walked.text()
    requested: list[tuple[str, str]] = []
    view.edit_requested.connect(lambda name, subject: requested.append((name, subject)))
    view.details.edit_button.click()
    assert requested == [("agreement", _forensics(view).text)]


def test_a_line_that_leaves_shows_the_answers_that_were_agreed_on(
    context: PlanContext, view: FlowsView
) -> None:
    send = SharingSide(why=SharingAnswer(("limit-damage",), LocalText("早く", "soon")))
    receive = SharingSide(who=SharingAnswer(("analyst",)))
    agreement = Agreement(_forensics(view), None, (), send, receive)
    context.document.perform(SetAgreement(agreement))
    view.canvas.choose_step("2")
    view.canvas.choose_next_line()
    assert view.details.walked.text().splitlines()[1:] == ["Why: Limit damage: soon"]
    view.canvas.choose_step("3")
    view.canvas.choose_next_line()
    view.canvas.choose_next_line()  # the first one goes on to the forensics of the same firm
    assert view.details.title.text().startswith("D-3")
    assert "Remote response" in view.details.title.text()
    assert view.details.walked.text().splitlines()[1:] == ["Who: Analyst"]


def test_a_line_inside_the_organisation_has_no_agreement(view: FlowsView) -> None:
    view.canvas.choose_step("1")
    view.canvas.choose_next_line()
    assert view.details.title.text().startswith("D-1")
    assert not view.details.walked.isVisible()
    assert not view.details.edit_button.isVisible()


def test_the_strip_counts_the_hand_overs_where_they_fit(view: FlowsView) -> None:
    view.strip.resize(1400, 40)
    view.strip.show()
    assert view.strip.hand_overs.isVisible()
    assert "across organisations" in view.strip.hand_overs.text()
    view.state.choose_mode(WALK)
    assert not view.strip.hand_overs.isVisible()


def test_a_picture_begins_with_the_flow_and_the_moment_that_are_shown(
    context: PlanContext, view: FlowsView
) -> None:
    begin = PictureOptions(PictureSubject.BOARD, PhaseId("now"))
    view.state.choose_flow("alert-triage")
    shown = view.pictured(begin)
    assert (shown.subject, shown.flow, shown.moment) == (
        PictureSubject.FLOW,
        "alert-triage",
        None,
    )
    context.week.look_at_any_week(SUNDAY_NIGHT)
    view.state.choose_mode(WALK)
    assert view.pictured(begin).moment == SUNDAY_NIGHT
    view.state.choose_mode(STRUCTURE)
    assert view.pictured(begin).moment is None
