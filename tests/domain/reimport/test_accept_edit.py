"""Accepting what came back writes exactly the accepted values, as one step."""

import pytest

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.phases import duties, duty
from socplanner.domain.problem import EditRejected
from socplanner.domain.reimport.accept_edit import AcceptReturned
from socplanner.domain.reimport.review import accepted_of, review
from socplanner.domain.reimport.sheet_values import CellComment, Returned, Said
from socplanner.domain.reimport.topic import Accepted, Topic
from tests.support.small_plan import A1, A2, A3, CISO, NOW, SOC, TARGET, held_by, small_plan

ACCEPTED = (
    Accepted(Topic(A1, "letters", SOC), "R/A"),
    Accepted(Topic(A1, "letters", CISO), ""),
    Accepted(Topic(A2, "sourcing"), "both"),
    Accepted(Topic(A2, "area"), "none"),
    Accepted(Topic(A2, "note"), "two\nlines"),
    Accepted(Topic(A2, "coverage"), "24x365"),
)


def test_exactly_the_accepted_values_are_written() -> None:
    plan = small_plan()
    after = AcceptReturned(NOW, ACCEPTED).apply(plan)
    before = held_by(duty(plan, NOW, A1))
    assert held_by(duty(after, NOW, A1)) == {
        **{k: v for k, v in before.items() if k != CISO},
        SOC: "A/R",
    }
    held = duty(after, NOW, A2)
    assert (held.sourcing, held.area) == (Sourcing.BOTH, Area.BENCH)
    assert (held.note, held.coverage) == ("two\nlines", "24x365")
    assert held.letters == duty(plan, NOW, A2).letters
    assert duties(after, NOW)[A3] == duties(plan, NOW)[A3]


def test_it_is_one_step_to_undo() -> None:
    history = History.of(small_plan()).perform(AcceptReturned(TARGET, ACCEPTED))
    assert len(history.steps) == 2
    assert history.undone().plan == small_plan()


def test_nothing_accepted_is_no_step() -> None:
    plan = small_plan()
    assert AcceptReturned(NOW, ()).apply(plan) is plan


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        (Accepted(Topic(RoleId("x:Z"), "letters", SOC), "R"), "unknown-role"),
        (Accepted(Topic(RoleId("x:Z"), "note"), "n"), "unknown-role"),
        (Accepted(Topic(A1, "letters", PartyId("gone")), "R"), "unknown-party"),
        (Accepted(Topic(A1, "letters", SOC), "Q"), "unknown-letter"),
        (Accepted(Topic(A1, "note"), "n" * 4001), "text-too-long"),
        (Accepted(Topic(A1, "coverage"), "n" * 201), "text-too-long"),
        (Accepted(Topic(A1, "sourcing"), "elsewhere"), "unknown-value"),
        (Accepted(Topic(A1, "area"), "V"), "unknown-value"),
    ],
)
def test_what_cannot_be_written_rejects_the_whole(choice: Accepted, code: str) -> None:
    with pytest.raises(EditRejected) as rejected:
        AcceptReturned(NOW, (*ACCEPTED, choice)).apply(small_plan())
    assert rejected.value.problem.code == code


def test_an_unknown_phase_is_rejected() -> None:
    with pytest.raises(EditRejected):
        AcceptReturned(PhaseId("never"), ACCEPTED).apply(small_plan())


def test_what_a_review_offers_can_be_accepted_and_then_says_nothing_new() -> None:
    said = tuple(Said(choice.topic, None, choice.value, "M!A1") for choice in ACCEPTED[1:])
    found = review(small_plan(), NOW, [Returned("a.xlsx", NOW, said)])
    after = AcceptReturned(NOW, accepted_of(found.without_origin)).apply(small_plan())
    assert len(found.without_origin) == len(said)
    assert review(after, NOW, found.returned).differences == ()


def test_comments_are_added_below_the_note_in_the_same_step() -> None:
    comments = (
        CellComment(A2, "M!E5", "Sato", "only until\nMarch\u202e"),
        CellComment(A2, "M!F5", "", "who?"),
        CellComment(A2, "M!G5", "Sato", "only until March"),
    )
    plan = small_plan()
    after = AcceptReturned(NOW, ACCEPTED, comments).apply(plan)
    assert duty(after, NOW, A2).note == "two\nlines\nSato: only until March\nwho?"
    alone = AcceptReturned(NOW, (), comments[1:2]).apply(plan)
    assert duty(alone, NOW, A2).note == "who?"
    assert AcceptReturned(NOW, (), comments[1:2]).apply(alone) is alone


def test_comments_that_a_note_cannot_take_are_refused() -> None:
    long = CellComment(A2, "M!E5", "Sato", "x" * 4000)
    with pytest.raises(EditRejected, match="text-too-long"):
        AcceptReturned(NOW, (), (long,)).apply(small_plan())
    unknown = CellComment(RoleId("x:Z"), "M!E5", "Sato", "x")
    with pytest.raises(EditRejected, match="unknown-role"):
        AcceptReturned(NOW, (), (unknown,)).apply(small_plan())
