"""The state follows plan, phase and moment, and keeps what was computed until one changes."""

from socplanner.domain.flow_inputs import Receiver
from socplanner.domain.phases import duty
from socplanner.domain.role_coverage import Moment, moment_of
from socplanner.domain.sharing_edits import RemoveAgreement
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.sharing.sharing_state import DUTIES, MAP, SharingState

ISAC = Receiver("counterpart", "isac")


def _changes(state: SharingState) -> list[str]:
    """Return the list of pages that are shown at each change from now on."""
    result: list[str] = []

    def keep() -> None:
        result.append(state.page)

    state.changed.connect(keep)
    return result


def _at(text: str) -> Moment:
    moment = moment_of(text)
    assert moment is not None
    return moment


def test_the_first_counterpart_replaces_one_that_is_gone(
    context: PlanContext, state: SharingState
) -> None:
    state.choose(ISAC.text)
    assert state.counterpart == ISAC.text
    context.document.perform(RemoveAgreement(ISAC))
    assert state.counterpart == state.sharing.groups[0].counterpart.text != ISAC.text
    context.document.undo()
    assert state.counterpart == ISAC.text, "the choice was kept"


def test_nothing_is_computed_twice_until_the_plan_changes(
    context: PlanContext, state: SharingState
) -> None:
    shared, layout, duties = state.sharing, state.map, state.duties
    state.choose_page(DUTIES)
    assert (state.sharing, state.map, state.duties) == (shared, layout, duties)
    assert state.sharing is shared
    assert state.map is layout
    context.document.perform(RemoveAgreement(ISAC))
    assert state.sharing is not shared
    assert ISAC.text not in {group.counterpart.text for group in state.sharing.groups}


def test_another_moment_moves_the_terms_but_not_the_map(
    context: PlanContext, state: SharingState
) -> None:
    shared, before = state.sharing, state.duties
    context.week.look_at(_at("fri 22:00"))
    assert state.sharing is shared
    assert state.clock.start == _at("fri 22:00")
    assert [each.latest for each in state.duties] == [each.latest for each in before]


def test_an_unknown_page_or_counterpart_changes_nothing(state: SharingState) -> None:
    changes, first = _changes(state), state.counterpart
    state.choose_page("week")
    state.choose_page(MAP)
    state.choose("counterpart:nowhere")
    assert (changes, state.page, state.counterpart) == ([], MAP, first)


def test_the_state_of_a_role_is_that_of_the_phase_in_view(
    context: PlanContext, state: SharingState
) -> None:
    phases = context.document.plan.phases
    reporting = next(each for each in state.duties if each.duty.role is not None)
    assert reporting.duty.role is not None
    context.viewpoint.look_at_phase(phases[-1].id)
    later = next(each for each in state.duties if each.duty.id == reporting.duty.id)
    stated = duty(context.document.plan, phases[-1].id, reporting.duty.role).coverage
    assert (later.state is not None and later.state.value == "not-stated") is (not stated)
