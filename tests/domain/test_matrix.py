"""The matrix has a row for every role, a cell for every party, and counts both."""

import pytest

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.ids import PhaseId
from socplanner.domain.matrix import matrix_of
from socplanner.domain.phases import duty
from tests.support.small_plan import A1, A3, NOW, PARTIES, ROLES, TARGET, small_plan, with_row


def test_rows_and_cells_are_in_the_order_of_roles_and_parties() -> None:
    plan = with_row(small_plan(), A1, Sourcing.INSOURCE, ciso="A/R", cert="I")
    matrix = matrix_of(plan, NOW)
    assert tuple(row.role.id for row in matrix.rows) == ROLES
    assert matrix.rows[0].cells == ("A/R", "", "", "", "I")
    assert all(row.duty == duty(plan, NOW, row.role.id) for row in matrix.rows)


def test_a_later_phase_has_its_own_matrix() -> None:
    matrix = matrix_of(small_plan(), TARGET)
    assert matrix.phase.id == TARGET
    assert {row.duty.sourcing for row in matrix.rows[:4]} == {Sourcing.INSOURCE}


def test_letters_are_counted_by_row_and_by_party() -> None:
    plan = with_row(small_plan(), A1, Sourcing.INSOURCE, ciso="A/R", it="R", cert="?")
    plan = with_row(plan, A3, Sourcing.OUTSOURCE, ciso="A", mss="R")
    matrix = matrix_of(plan, NOW)
    assert matrix.rows[0].counts() == {"A": 1, "R": 2, "?": 1}
    load = matrix.load()
    assert tuple(load) == PARTIES
    total = sum(sum(row.counts().values()) for row in matrix.rows)
    assert sum(sum(count.values()) for count in load.values()) == total


def test_there_is_no_matrix_of_an_unknown_phase() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        matrix_of(small_plan(), PhaseId("nowhere"))
