"""The dialogs of flows: steps, flows, newer defaults; what they edit and what they refuse."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.flow_edits import AddFlow, ChangeFlow, ChangeStep, UpdateFlow
from socplanner.domain.flow_inputs import BusinessFlow, Counterpart, Receiver, flow_of
from socplanner.domain.flows.defaults import NO_DEFAULT_FLOWS, DefaultFlows
from socplanner.domain.ids import PartyId
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.marking import Tlp
from socplanner.services.default_flows import flows_of_catalogue
from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.flow_dialog import FlowDialog
from socplanner.ui.dialogs.newer_flow_dialog import NewerFlowDialog
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.dialogs.step_dialog import EditedStep, StepDialog
from tests.support.flows import chain, flow, step
from tests.support.plans import sample
from tests.support.small_plan import A1, A2, A3, CERT, small_plan, text

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
PPC = Counterpart("ppc", "authority", text("PPC"))
OWN = flow(
    step("1", A1, limit="PT90M", to="party:soc"),
    step("2", A2, "1", "PT15M"),
    step("3", A3, "2", "P1D", "1"),
)
PLAN = AddFlow(OWN).apply(replace(small_plan(), counterparts=(PPC,)))
MAKER = replace(sample("manufacturer"), flows=(), counterparts=())
MakeStep = Callable[..., StepDialog]


@pytest.fixture
def step_dialog(qtbot: QtBot) -> MakeStep:
    """Return a function that makes the dialog of a step of the flow."""

    def make(step_id: str, language: Language = "en", *, follows: str = "") -> StepDialog:
        edited = EditedStep(OWN, OWN.step(step_id), follows)
        dialog = StepDialog(edited, PLAN, NO_DEFAULT_FLOWS, words_for(language))
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def _check(box: QListWidget, data: object, state: Qt.CheckState = CHECKED) -> None:
    """Check the item with `data`."""
    items = [box.item(row) for row in range(box.count())]
    (item,) = [each for each in items if each.data(Qt.ItemDataRole.UserRole) == data]
    item.setCheckState(state)


def _refused(dialog: QuestionDialog) -> str:
    """Try to accept; return what is written under the field that was wrong."""
    dialog.accept_button.click()
    assert dialog.isVisible()
    wrong = [text for field in dialog.errors._lines if (text := dialog.errors.text(field))]
    assert len(wrong) == 1
    return wrong[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step_id", ["1", "2", "3"])
def test_a_dialog_that_is_not_edited_keeps_the_step_as_it_is(
    step_dialog: MakeStep, step_id: str, language: Language
) -> None:
    dialog = step_dialog(step_id, language)
    assert dialog.step == OWN.step(step_id)
    assert dialog.edit.apply(PLAN) is PLAN


def test_every_field_of_a_step_is_edited(step_dialog: MakeStep) -> None:
    dialog = step_dialog("2")
    dialog.roles.setCurrentIndex(dialog.roles.findData(A3))
    dialog.does.setText("Call")
    _check(dialog.after, "1", UNCHECKED)
    dialog.sends.setText("Alert")
    _check(dialog.receiver_list, Receiver("counterpart", "ppc"))
    _check(dialog.receiver_list, Receiver("role", A1))
    dialog.means["phone"].setChecked(True)
    dialog.labels.setCurrentIndex(dialog.labels.findData("amber+strict"))
    dialog.limit.number.setValue(72)
    dialog.limit.unit.setCurrentIndex(dialog.limit.unit.findData("TH"))
    dialog.limit_from.setCurrentIndex(dialog.limit_from.findData("event"))
    dialog.event_text.setText("The report")
    dialog.condition.setText("If it is new")
    dialog.note.setText("By hand")
    edited = dialog.step
    assert edited == OWN.steps[1]._replace(
        role=A3,
        does=LocalText("Do 2の和名", "Call"),
        after=(),
        sends=LocalText.same("Alert"),
        to=(Receiver("role", A1), Receiver("counterpart", "ppc")),
        means=("phone",),
        tlp=Tlp.AMBER_STRICT,
        limit="PT72H",
        limit_from="event",
        event=LocalText.same("The report"),
        condition=LocalText.same("If it is new"),
        note=LocalText.same("By hand"),
    )
    assert dialog.edit == ChangeStep("flow", edited)
    assert flow_of(dialog.edit.apply(PLAN).flows, "flow").step("2") == edited  # type: ignore[union-attr]


def test_a_new_step_comes_after_the_current_one_and_needs_words(step_dialog: MakeStep) -> None:
    dialog = step_dialog("", follows="1")
    assert (dialog.step.id, dialog.step.after) == ("4", ("1",))
    assert _refused(dialog) == "The name is empty: write at least one character."
    QTest.keyClicks(dialog.does, "Look again")
    plan = dialog.edit.apply(PLAN)
    assert [each.id for each in plan.flows[0].steps] == ["1", "4", "2", "3"]
    dialog.accept_button.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "is no duration: write one after ISO 8601"), ("ja", "ISO 8601")],
)
def test_a_limit_that_is_too_long_is_refused_in_words(
    step_dialog: MakeStep, language: Language, sentence: str
) -> None:
    dialog = step_dialog("1", language)
    dialog.limit.unit.setCurrentIndex(dialog.limit.unit.findData("Y"))
    dialog.limit.number.setValue(9999)
    assert sentence in _refused(dialog)
    assert dialog.errors.text(dialog.limit)
    dialog.limit.number.setValue(0)
    dialog.accept_button.click()
    assert not dialog.isVisible()
    assert dialog.step.limit == ""


def test_a_cycle_is_refused_until_a_step_has_a_condition(step_dialog: MakeStep) -> None:
    dialog = step_dialog("1")
    _check(dialog.after, "3")
    assert "leads back to itself" in _refused(dialog)
    assert dialog.errors.text(dialog.after)
    dialog.condition.setText("if it failed")
    dialog.accept_button.click()
    assert not dialog.isVisible()
    assert flow_of(dialog.edit.apply(PLAN).flows, "flow").steps[0].after == ("3",)  # type: ignore[union-attr]


def test_receivers_are_found_by_a_part_of_their_name(step_dialog: MakeStep) -> None:
    dialog = step_dialog("1")
    shown = dialog.receiver_list.item
    assert shown(0).checkState() == CHECKED, "those that receive come first"
    dialog.search.setText("ppc")
    rows = range(dialog.receiver_list.count())
    assert [shown(row).text() for row in rows if not shown(row).isHidden()] == ["PPC"]
    assert dialog.step.to == (Receiver("party", PartyId("soc")),), "hiding unchecks nothing"


def test_only_counterparts_that_can_be_adopted_are_listed(qtbot: QtBot) -> None:
    """A default's authority that the plan has as a party is the party, and no counterpart."""
    named = flow(step("1", A1, to="counterpart:cert counterpart:ppc"))
    cert = Counterpart("cert", "authority", text("CERT"))
    defaults = DefaultFlows((named._replace(version=1),), (cert, PPC), {})
    plan = small_plan()
    adapted = named._replace(
        steps=(
            named.steps[0]._replace(to=(Receiver("party", CERT), Receiver("counterpart", "ppc"))),
        )
    )
    dialog = StepDialog(EditedStep(adapted, adapted.steps[0]), plan, defaults, words_for("en"))
    qtbot.addWidget(dialog)
    items = [dialog.receiver_list.item(row) for row in range(dialog.receiver_list.count())]
    for item in items:
        item.setCheckState(CHECKED)
    assert dialog.edit.apply(plan).flows[0].steps[0].to == dialog.step.to


def test_a_default_is_adopted_with_its_first_change(qtbot: QtBot) -> None:
    defaults = flows_of_catalogue(MAKER)
    response = flow_of(defaults.flows, "incident-response")
    assert response is not None
    edited = EditedStep(response, response.steps[4])
    dialog = StepDialog(edited, MAKER, defaults, words_for("en"))
    qtbot.addWidget(dialog)
    assert dialog.step == response.steps[4]
    dialog.limit.number.setValue(45)
    after = flow_of(dialog.edit.apply(MAKER).flows, "incident-response")
    assert after is not None
    assert (after.version, after.steps[4].limit) == (response.version, "PT45M")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_flow_is_named_in_one_language_or_both(qtbot: QtBot, language: Language) -> None:
    dialog = FlowDialog(None, PLAN, NO_DEFAULT_FLOWS, words_for(language))
    qtbot.addWidget(dialog)
    dialog.show()
    assert _refused(dialog)
    dialog.names[language].setText("Lost laptop")
    assert dialog.flow.name == LocalText.same("Lost laptop")
    dialog.names["ja"].setText("端末の紛失")
    dialog.names["en"].setText("Lost laptop")
    dialog.trigger.setText("A call")
    dialog.limit.number.setValue(2)
    dialog.limit.unit.setCurrentIndex(dialog.limit.unit.findData("D"))
    assert dialog.edit == AddFlow(
        BusinessFlow(
            "lost-laptop",
            LocalText("端末の紛失", "Lost laptop"),
            trigger=LocalText.same("A call"),
            limit="P2D",
        )
    )


def test_the_limit_of_a_flow_is_refused_at_its_field(qtbot: QtBot) -> None:
    dialog = FlowDialog(OWN, PLAN, NO_DEFAULT_FLOWS, words_for("en"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.edit.apply(PLAN) is PLAN
    dialog.limit.unit.setCurrentIndex(dialog.limit.unit.findData("Y"))
    dialog.limit.number.setValue(9999)
    assert "ISO 8601" in _refused(dialog)
    assert dialog.errors.text(dialog.limit)
    dialog.limit.number.setValue(1)
    assert dialog.edit == ChangeFlow(OWN._replace(limit="P1Y"))


OLDER = chain(A1, A2)._replace(version=1)
NEWER = BusinessFlow(
    "flow",
    text("Flow"),
    (
        OLDER.steps[0]._replace(limit="PT5M"),
        step("new", A3, "1", to="counterpart:ppc"),
    ),
    version=2,
)


@pytest.fixture
def newer(qtbot: QtBot) -> NewerFlowDialog:
    """Return the dialog that compares a flow of the plan with a newer default."""
    plan = AddFlow(OLDER).apply(small_plan())
    defaults = DefaultFlows((NEWER,), (PPC,), {})
    dialog = NewerFlowDialog(OLDER, NEWER, plan, defaults, words_for("en"))
    qtbot.addWidget(dialog)
    return dialog


def test_differences_are_listed_and_only_what_would_be_lost_is_unchecked(
    newer: NewerFlowDialog,
) -> None:
    rows = [newer.list.item(row) for row in range(newer.list.count())]
    assert [each.text().partition(":")[0] for each in rows] == [
        *("Step 1 A-1", "New step", "Remove a step that the newer default lacks")
    ]
    assert [each.checkState() for each in rows] == [CHECKED, CHECKED, UNCHECKED]
    assert newer.edit.counterparts == (PPC,)
    assert [each.id for each in newer.edit.flow.steps] == ["1", "new", "2"]


@pytest.mark.parametrize(
    ("checked", "steps", "limit"),
    [
        ((), ["1", "2"], "PT1H"),
        ((0,), ["1", "2"], "PT5M"),
        ((1,), ["1", "new", "2"], "PT1H"),
        ((0, 1, 2), ["1", "new"], "PT5M"),
    ],
)
def test_just_the_checked_differences_are_accepted(
    newer: NewerFlowDialog, checked: tuple[int, ...], steps: list[str], limit: str
) -> None:
    for row in range(newer.list.count()):
        newer.list.item(row).setCheckState(CHECKED if row in checked else UNCHECKED)
    edit = newer.edit
    assert isinstance(edit, UpdateFlow)
    (after,) = edit.apply(AddFlow(OLDER).apply(small_plan())).flows
    assert [each.id for each in after.steps] == steps
    assert after.steps[0].limit == limit
    assert after.version == 2, "the newer default is not offered again"
    assert bool(edit.counterparts) is (1 in checked)
