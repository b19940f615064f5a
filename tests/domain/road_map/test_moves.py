"""Moves are what differs between two phases, and what is stated about it."""

from dataclasses import replace

import pytest

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.custom_role_edits import AddCustomRole, HideCustomRole
from socplanner.domain.duty_edits import (
    ChangeSourcing,
    MoveRoles,
    SetAim,
    SetCells,
    SetCoverage,
    SetNote,
)
from socplanner.domain.history import Edit
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.phase_edits import AddPhase
from socplanner.domain.phases import duty
from socplanner.domain.plan import Phase
from socplanner.domain.road_map.moves import (
    MoveKind,
    Period,
    all_moves,
    goes_inhouse,
    move_at,
    period_of,
)
from socplanner.domain.road_map_edits import SetMove
from socplanner.domain.road_map_inputs import PhaseTerms, StatedMove
from socplanner.services import paths
from socplanner.services.plan_files import open_plan
from tests.support.small_plan import A1, CISO, IT, MSS, NOW, SOC, small_plan, text

LATER = PhaseId("later")
PLAN = AddPhase(LATER, text("Later")).apply(small_plan(target=None))
ONE = frozenset({A1})


def kinds(*edits: Edit) -> tuple[MoveKind, ...]:
    """Return the kinds of the move of A-1 after `edits` of the later phase."""
    plan = PLAN
    for edit in edits:
        plan = edit.apply(plan)
    move = move_at(plan, LATER, A1)
    assert all_moves(plan) == (() if move is None else (move,))
    return () if move is None else move.kinds


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (ChangeSourcing(LATER, ONE, Sourcing.NOT_CARRIED_OUT), "sourcing"),
        (MoveRoles(LATER, ONE, Area.IV), "area"),
        (SetCells(LATER, ((A1, CISO, BLANK), (A1, IT, Cell("A")))), "accountable"),
        (SetCells(LATER, ((A1, MSS, Cell("R")),)), "responsible"),
        (SetCells(LATER, ((A1, MSS, Cell("C")),)), None),
        (SetCoverage(LATER, ONE, "24x365"), "coverage"),
        (SetAim(LATER, ONE, "inhouse", "4"), "aim"),
        (SetNote(LATER, ONE, "n"), None),
    ],
)
def test_what_differs_is_a_kind_of_the_move(edit: Edit, expected: MoveKind | None) -> None:
    result = kinds(edit)
    assert (expected in result) if expected else result == ()


def test_nothing_differs_where_nothing_is_stated() -> None:
    assert kinds() == ()


def test_a_difference_that_a_later_phase_states_needlessly_is_none() -> None:
    assert kinds(SetCoverage(LATER, ONE, "8x5"), SetCoverage(NOW, ONE, "8x5")) == ()


def test_a_stated_move_stays_when_its_difference_is_gone() -> None:
    stated = StatedMove(SOC, note="why")
    plan = SetMove(LATER, A1, stated).apply(PLAN)
    move = move_at(plan, LATER, A1)
    assert move is not None
    assert (move.is_gone, move.stated, move.is_minor) == (True, stated, False)
    plan = SetCoverage(LATER, ONE, "24x365").apply(plan)
    move = move_at(plan, LATER, A1)
    assert move is not None
    assert (move.kinds, move.stated) == (("coverage",), stated)


def test_the_first_phase_has_no_differences_but_keeps_what_is_stated() -> None:
    plan = SetMove(NOW, A1, StatedMove(effort=2)).apply(PLAN)
    assert [(each.place, each.kinds) for each in all_moves(plan)] == [((NOW, A1), ())]
    assert move_at(plan, NOW, A1) == all_moves(plan)[0]


def test_an_aim_alone_is_minor_until_something_is_stated() -> None:
    plan = SetAim(LATER, ONE, "inhouse", "4").apply(PLAN)
    assert [each.is_minor for each in all_moves(plan)] == [True]
    plan = SetMove(LATER, A1, StatedMove(effort=2)).apply(plan)
    assert [each.is_minor for each in all_moves(plan)] == [False]


def test_a_hidden_role_has_no_move() -> None:
    night = RoleId("own:NIGHT")
    plan = AddCustomRole("NIGHT", "A", text("Night")).apply(PLAN)
    plan = SetMove(LATER, night, StatedMove(effort=2)).apply(plan)
    assert [each.role.id for each in all_moves(plan)] == [night]
    assert all_moves(HideCustomRole(night).apply(plan)) == ()


@pytest.mark.parametrize("name", ["manufacturer", "bank"])
def test_all_moves_are_those_of_each_phase_and_role(name: str) -> None:
    plan = open_plan(paths.resources() / "examples" / f"{name}.socplan").plan
    moves = all_moves(plan)
    singly = [
        move
        for phase in plan.phases
        for role in plan.roles()
        if (move := move_at(plan, phase.id, role.id)) is not None
    ]
    assert list(moves) == singly
    for move in moves:
        assert move.after == duty(plan, move.phase.id, move.role.id)


def test_a_role_goes_inhouse_where_it_was_not() -> None:
    current = duty(PLAN, NOW, A1)
    expected = {
        (Sourcing.OUTSOURCE, Sourcing.INSOURCE): True,
        (Sourcing.NOT_CARRIED_OUT, Sourcing.BOTH): True,
        (Sourcing.UNDECIDED, Sourcing.INSOURCE): False,
        (Sourcing.BOTH, Sourcing.INSOURCE): False,
        (Sourcing.INSOURCE, Sourcing.OUTSOURCE): False,
    }
    for (before, after), result in expected.items():
        pair = (replace(current, sourcing=before), replace(current, sourcing=after))
        assert goes_inhouse(*pair) is result


@pytest.mark.parametrize(
    ("stated", "period"),
    [
        (("2027-05-01", "2027-06-30"), Period("2027-05-01", "2027-06-30", False)),
        (("2027-05-01", ""), Period("2027-05-01", "2028-03-31", False)),
        (("2029-05-01", ""), Period("2029-05-01", "2029-05-01", False)),
        (("", "2027-06-30"), Period("2027-04-01", "2027-06-30", False)),
        (("", "2026-06-30"), Period("2026-06-30", "2026-06-30", False)),
        (("", ""), Period("2027-04-01", "2028-03-31", True)),
    ],
)
def test_days_that_are_not_stated_are_those_of_the_phase(
    stated: tuple[str, str], period: Period
) -> None:
    phase = Phase(LATER, text("Later"), terms=PhaseTerms("2027-04-01", "2028-03-31"))
    assert period_of(phase, StatedMove(begins=stated[0], ends=stated[1])) == period


def test_without_any_day_there_is_no_period() -> None:
    phase = Phase(LATER, text("Later"))
    assert period_of(phase, StatedMove()) is None
    assert period_of(phase, StatedMove(begins="2027-04-01")) == Period(
        "2027-04-01", "2027-04-01", is_assumed=False
    )
