"""Accepting what came back writes exactly the accepted values, as one step."""

import pytest

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_values import Accepted, DutyAddress
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.phases import duties, duty
from socplanner.domain.problem import EditRejected
from socplanner.domain.reimport.accept_edit import AcceptReimport
from socplanner.domain.reimport.review import accepted_of, review
from socplanner.domain.reimport.sheet_values import CellComment, CellValue, Reimport
from tests.support.small_plan import (
    A1,
    A2,
    A3,
    CISO,
    NOW,
    SOC,
    TARGET,
    letters_by_party,
    small_plan,
)

ACCEPTED = (
    Accepted(DutyAddress(A1, "letters", SOC), "R/A"),
    Accepted(DutyAddress(A1, "letters", CISO), ""),
    Accepted(DutyAddress(A2, "sourcing"), "both"),
    Accepted(DutyAddress(A2, "area"), "none"),
    Accepted(DutyAddress(A2, "note"), "two\nlines"),
    Accepted(DutyAddress(A2, "coverage"), "24x365"),
)


def test_exactly_the_accepted_values_are_written() -> None:
    plan = small_plan()
    after = AcceptReimport(NOW, ACCEPTED).apply(plan)
    before = letters_by_party(duty(plan, NOW, A1))
    assert letters_by_party(duty(after, NOW, A1)) == {
        **{k: v for k, v in before.items() if k != CISO},
        SOC: "A/R",
    }
    current = duty(after, NOW, A2)
    assert (current.sourcing, current.area) == (Sourcing.BOTH, Area.UNPLACED)
    assert (current.note, current.coverage) == ("two\nlines", "24x365")
    assert current.letters == duty(plan, NOW, A2).letters
    assert duties(after, NOW)[A3] == duties(plan, NOW)[A3]


def test_it_is_one_step_to_undo() -> None:
    history = History.of(small_plan()).perform(AcceptReimport(TARGET, ACCEPTED))
    assert len(history.steps) == 2
    assert history.undone().plan == small_plan()


def test_nothing_accepted_is_no_step() -> None:
    plan = small_plan()
    assert AcceptReimport(NOW, ()).apply(plan) is plan


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        (Accepted(DutyAddress(RoleId("x:Z"), "letters", SOC), "R"), "unknown-role"),
        (Accepted(DutyAddress(RoleId("x:Z"), "note"), "n"), "unknown-role"),
        (Accepted(DutyAddress(A1, "letters", PartyId("gone")), "R"), "unknown-party"),
        (Accepted(DutyAddress(A1, "letters", SOC), "Q"), "unknown-letter"),
        (Accepted(DutyAddress(A1, "note"), "n" * 4001), "text-too-long"),
        (Accepted(DutyAddress(A1, "coverage"), "n" * 201), "text-too-long"),
        (Accepted(DutyAddress(A1, "sourcing"), "elsewhere"), "unknown-value"),
        (Accepted(DutyAddress(A1, "area"), "V"), "unknown-value"),
    ],
)
def test_what_cannot_be_written_rejects_the_whole(choice: Accepted, code: str) -> None:
    with pytest.raises(EditRejected) as rejected:
        AcceptReimport(NOW, (*ACCEPTED, choice)).apply(small_plan())
    assert rejected.value.problem.code == code


def test_an_unknown_phase_is_rejected() -> None:
    with pytest.raises(EditRejected):
        AcceptReimport(PhaseId("never"), ACCEPTED).apply(small_plan())


def test_accepted_proposals_leave_no_difference_in_the_next_review() -> None:
    values = tuple(CellValue(choice.address, None, choice.value, "M!A1") for choice in ACCEPTED[1:])
    result = review(small_plan(), NOW, [Reimport("a.xlsx", NOW, values)])
    after = AcceptReimport(NOW, accepted_of(result.without_origin)).apply(small_plan())
    assert len(result.without_origin) == len(values)
    assert review(after, NOW, result.reimports).differences == ()


def test_comments_are_added_below_the_note_in_the_same_step() -> None:
    comments = (
        CellComment(A2, "M!E5", "Sato", "only until\nMarch\u202e"),
        CellComment(A2, "M!F5", "", "who?"),
        CellComment(A2, "M!G5", "Sato", "only until March"),
    )
    plan = small_plan()
    after = AcceptReimport(NOW, ACCEPTED, comments).apply(plan)
    assert duty(after, NOW, A2).note == "two\nlines\nSato: only until March\nwho?"
    alone = AcceptReimport(NOW, (), comments[1:2]).apply(plan)
    assert duty(alone, NOW, A2).note == "who?"
    assert AcceptReimport(NOW, (), comments[1:2]).apply(alone) is alone


def test_comments_that_cannot_be_written_are_rejected() -> None:
    long = CellComment(A2, "M!E5", "Sato", "x" * 4000)
    with pytest.raises(EditRejected, match="text-too-long"):
        AcceptReimport(NOW, (), (long,)).apply(small_plan())
    unknown = CellComment(RoleId("x:Z"), "M!E5", "Sato", "x")
    with pytest.raises(EditRejected, match="unknown-role"):
        AcceptReimport(NOW, (), (unknown,)).apply(small_plan())
