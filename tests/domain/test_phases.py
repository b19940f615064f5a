"""Phases fold: what one says holds until a later one says otherwise, and nothing said is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.assessment import Score
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_edits import MoveRoles, SetAim, SetAimDay, SetCells, SetNote
from socplanner.domain.duty_fields import changed_cells
from socplanner.domain.ids import PhaseId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phase_edits import AddPhase, RemovePhase, RenameOrganisation
from socplanner.domain.phases import (
    change_for,
    changed_roles,
    duties,
    duty,
    folded,
    phase_index,
    with_duties,
    with_phase,
)
from socplanner.domain.plan import (
    BLANK_DUTY,
    NO_CHANGE,
    Aim,
    Change,
    Duty,
    Plan,
    frozen,
)
from tests.support.small_plan import (
    A1,
    A2,
    A3,
    IT,
    MSS,
    NOW,
    PARTIES,
    ROLES,
    SOC,
    TARGET,
    letters_by_party,
    small_plan,
    text,
)

LATER = PhaseId("later")
SCORES_USED: tuple[Score | None, ...] = (None, "1", "5", "na")
CELLS = ("A", "R", "A/R", "C", "I", "?")


def _aims(scores: tuple[Score | None, ...] = SCORES_USED) -> st.SearchStrategy[Aim]:
    each = st.sampled_from(scores)
    return st.builds(Aim, each, each, st.sampled_from([None, "2027-03-31", "2028-03-31"]))


def _duties() -> st.SearchStrategy[Duty]:
    letters = st.dictionaries(st.sampled_from(PARTIES), st.sampled_from(CELLS).map(Cell))
    return st.builds(
        Duty,
        st.sampled_from(Area),
        st.sampled_from(Sourcing),
        letters.map(frozen),
        _aims(),
        st.sampled_from(["", "24x365"]),
        st.sampled_from(["", "a note"]),
    )


def _three_phases() -> Plan:
    return AddPhase(LATER, text("Later")).apply(small_plan())


@given(_duties(), _duties())
def test_a_change_between_two_duties_leads_from_one_to_the_other(one: Duty, other: Duty) -> None:
    assert folded(one, change_for(NO_CHANGE, one, one, other)) == other
    assert change_for(NO_CHANGE, one, one, one) == NO_CHANGE
    assert folded(one, NO_CHANGE) == one


@given(_duties(), _duties())
def test_a_change_states_no_more_than_necessary(one: Duty, other: Duty) -> None:
    change = change_for(NO_CHANGE, one, one, other)
    assert (change.area is None) == (one.area is other.area)
    assert (change.sourcing is None) == (one.sourcing is other.sourcing)
    assert (change.note is None) == (one.note == other.note)
    assert (change.coverage is None) == (one.coverage == other.coverage)
    differing = {p for p in PARTIES if one.letters.get(p) != other.letters.get(p)}
    assert change.letters.keys() == differing


@given(_duties(), _duties(), _duties())
def test_a_stated_value_that_is_right_stays_stated(one: Duty, stated: Duty, other: Duty) -> None:
    change_before = Change(
        stated.area, stated.sourcing, stated.letters, NO_CHANGE.aim, stated.coverage
    )
    current = folded(one, change_before)
    change = change_for(change_before, one, current, other)
    assert folded(one, change) == other
    assert change.area is (
        change_before.area if current.area is other.area else _news(one.area, other.area)
    )
    for party in PARTIES:
        is_right = current.letters.get(party) == other.letters.get(party)
        if is_right:
            assert change.letters.get(party) == change_before.letters.get(party)
        else:
            assert (party in change.letters) == (one.letters.get(party) != other.letters.get(party))
    assert change_for(change_before, one, current, current) is change_before


def _news(before: Area, after: Area) -> Area | None:
    return None if before is after else after


def test_a_blank_removes_earlier_letters() -> None:
    before = replace(BLANK_DUTY, letters=frozen({SOC: Cell("R")}))
    after = folded(before, Change(letters=frozen({SOC: BLANK})))
    assert after == BLANK_DUTY
    assert folded(BLANK_DUTY, Change(letters=frozen({SOC: BLANK}))) == BLANK_DUTY


def test_an_unknown_aim_is_none() -> None:
    scored = replace(BLANK_DUTY, aim=Aim("3", outsourced="na", until="2027-03-31"))
    assert folded(scored, Change(aim=Aim("unknown", until=""))).aim == Aim(outsourced="na")
    unknown = replace(BLANK_DUTY, aim=Aim("unknown", until=""))
    assert change_for(NO_CHANGE, BLANK_DUTY, BLANK_DUTY, unknown) == NO_CHANGE


def test_a_stated_value_is_valid_until_a_later_phase_states_another() -> None:
    plan = _three_phases()
    plan = SetNote(TARGET, frozenset({A1}), "said in the target").apply(plan)
    plan = SetNote(NOW, frozenset({A1, A2}), "said now").apply(plan)
    assert [duty(plan, phase, A1).note for phase in (NOW, TARGET, LATER)] == [
        "said now",
        "said in the target",
        "said in the target",
    ]
    assert [duty(plan, phase, A2).note for phase in (NOW, TARGET, LATER)] == ["said now"] * 3


def test_a_letter_of_a_later_phase_stays_when_others_are_set_before() -> None:
    plan = small_plan()
    plan = SetCells(TARGET, ((A1, SOC, Cell("C")),)).apply(plan)
    plan = SetCells(NOW, tuple((A1, party, Cell("I")) for party in PARTIES)).apply(plan)
    assert letters_by_party(duty(plan, TARGET, A1)) == dict.fromkeys(PARTIES, "I") | {"soc": "C"}


def test_a_repeated_value_stays_stated_when_something_else_is_edited() -> None:
    plan = small_plan()
    current = replace(duty(plan, NOW, A1), note="")
    repeating = Change(
        area=current.area,
        letters=current.letters,
        aim=Aim(inhouse="2"),
        coverage="",
    )
    index = phase_index(plan, TARGET)
    plan = with_phase(plan, index, replace(plan.phases[index], changes=frozen({A1: repeating})))
    noted = SetNote(TARGET, frozenset({A1}), "more").apply(plan)
    assert noted.phases[index].changes[A1] == replace(repeating, note="more")
    moved = MoveRoles(NOW, frozenset({A1}), Area.UNPLACED).apply(noted)
    assert duty(moved, TARGET, A1).area is current.area
    assert duty(moved, NOW, A1).area is Area.UNPLACED


def test_writing_a_repeated_value_is_no_edit() -> None:
    plan = small_plan()
    index = phase_index(plan, TARGET)
    repeating = Change(area=duty(plan, NOW, A1).area)
    plan = with_phase(plan, index, replace(plan.phases[index], changes=frozen({A1: repeating})))
    for phase in (NOW, TARGET):
        current = duty(plan, phase, A1)
        assert with_duties(plan, phase, {A1: current}) is plan
        assert MoveRoles(phase, frozenset({A1}), current.area).apply(plan) is plan


def test_a_phase_that_agrees_again_has_no_change_of_the_role() -> None:
    plan = small_plan(target=None)
    plan = AddPhase(LATER, text("Later")).apply(plan)
    moved = MoveRoles(LATER, frozenset({A1, A2}), Area.III).apply(plan)
    back = MoveRoles(LATER, frozenset({A1}), Area.I).apply(moved)
    assert list(back.phases[1].changes) == [A2]
    assert duties(back, LATER)[A1] == duties(back, NOW)[A1]


def test_an_aim_set_to_unknown_is_removed() -> None:
    one = frozenset({A1})
    plan = SetAim(NOW, one, "outsourced", "5").apply(small_plan())
    scored = SetAim(NOW, one, "inhouse", "4").apply(plan)
    assert duty(scored, TARGET, A1).aim == Aim("4", "5")
    gone = SetAim(TARGET, one, "inhouse", "unknown").apply(scored)
    assert duty(gone, TARGET, A1).aim == Aim(None, "5")
    assert duty(gone, NOW, A1).aim == Aim("4", "5")
    assert SetAim(NOW, frozenset({A2}), "inhouse", "unknown").apply(gone) is gone
    dated = SetAimDay(NOW, one, "2027-03-31").apply(gone)
    undated = SetAimDay(TARGET, one, "").apply(dated)
    assert duty(undated, TARGET, A1).aim.until is None
    assert duty(undated, NOW, A1).aim.until == "2027-03-31"


@given(st.lists(st.tuples(st.sampled_from([NOW, TARGET]), st.sampled_from(ROLES), _duties())))
def test_a_written_duty_is_in_its_phase_and_other_phases_keep_their_changes(
    stated: list[tuple[PhaseId, str, Duty]],
) -> None:
    plan = small_plan()
    for phase, role, wanted in stated:
        role_id = next(each for each in ROLES if each == role)
        before = plan
        plan = with_duties(plan, phase, {role_id: wanted})
        assert duty(plan, phase, role_id) == wanted
        other = 1 - phase_index(plan, phase)
        assert plan.phases[other] is before.phases[other]
        assert duties(plan, phase) == {**duties(before, phase), role_id: wanted}


def test_the_duties_of_a_phase_are_those_of_each_role_in_order() -> None:
    plan = MoveRoles(TARGET, frozenset({A3}), Area.I).apply(_three_phases())
    for phase in plan.phases:
        current = duties(plan, phase.id)
        assert tuple(current) == ROLES
        assert all(duty(plan, phase.id, role) == each for role, each in current.items())


@pytest.mark.parametrize("ask", [phase_index, duties])
def test_an_unknown_phase_is_refused(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(KeyError, match="nowhere"):
        ask(small_plan(), PhaseId("nowhere"))


def test_an_unknown_phase_has_no_duty() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        duty(small_plan(), PhaseId("nowhere"), A1)


def test_only_the_roles_of_an_edit_are_changed_roles() -> None:
    plan = _three_phases()
    noted = SetNote(NOW, frozenset({A1, A2}), "n").apply(plan)
    assert changed_roles(plan, noted, NOW) == {A1, A2}
    assert changed_roles(plan, noted, LATER) == {A1, A2}
    later = SetNote(LATER, frozenset({A3}), "n").apply(noted)
    assert changed_roles(noted, later, NOW) == frozenset()
    assert changed_roles(noted, later, LATER) == {A3}
    assert changed_roles(later, noted, LATER) == {A3}


def test_a_role_whose_change_was_removed_is_a_changed_role() -> None:
    plan = _three_phases()
    noted = SetNote(LATER, frozenset({A1, A2}), "n").apply(plan)
    back = SetNote(LATER, frozenset({A2}), "").apply(noted)
    assert changed_roles(noted, back, LATER) == {A2}
    assert changed_roles(back, noted, LATER) == {A2}


def test_every_role_is_a_changed_role_where_the_phase_has_moved() -> None:
    plan = _three_phases()
    removed = RemovePhase(TARGET).apply(plan)
    assert changed_roles(plan, removed, LATER) == frozenset(ROLES)
    assert changed_roles(plan, removed, TARGET) == frozenset(ROLES)
    assert changed_roles(plan, removed, NOW) == frozenset()


def test_a_new_name_changes_no_roles() -> None:
    plan = small_plan()
    renamed = RenameOrganisation("Other").apply(plan)
    assert changed_roles(plan, renamed, TARGET) == frozenset()
    without = RemoveParty(SOC).apply(plan)
    assert A1 in changed_roles(plan, without, NOW)


def test_changed_cells_have_their_letters_before_and_after() -> None:
    before = duty(small_plan(), NOW, A1).letters
    assert changed_cells(before, before) == []
    letters = {party: cell for party, cell in before.items() if party != SOC}
    after = frozen({**letters, IT: Cell("A"), MSS: Cell("I")})
    assert set(changed_cells(before, after)) == {
        (SOC, before[SOC], ""),
        (IT, before[IT], "A"),
        (MSS, "", "I"),
    }
