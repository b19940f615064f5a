"""What is taken of a review: plain changes unless left out, the rest only when chosen."""

import pytest

from socplanner.domain.duty_values import Accepted, DutyAddress
from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import Difference, Review, review
from socplanner.ui.review.choices import Choices
from tests.support.reimports import (
    CONFLICT,
    DISPUTED,
    NOTED,
    PLAIN,
    QUESTION,
    TOPIC,
    other,
    two_reimports,
)


def of(reviewed: Review, address: DutyAddress) -> Difference:
    """Return the difference about `address`."""
    return next(each for each in reviewed.differences if each.address == address)


def test_at_first_every_plain_change_is_accepted_and_no_doubtful_one(
    reviewed: Review, plan: Plan
) -> None:
    accepted = {each.address for each in Choices().accepted(reviewed)}
    assert accepted == {PLAIN, NOTED}


def test_a_conflict_and_a_disagreement_are_accepted_when_chosen(
    reviewed: Review, plan: Plan
) -> None:
    choices = Choices()
    choices.choose(of(reviewed, CONFLICT), other(plan, CONFLICT))
    choices.choose(of(reviewed, DISPUTED), "R")
    assert Accepted(DISPUTED, "R") in choices.accepted(reviewed)
    assert Accepted(CONFLICT, other(plan, CONFLICT)) in choices.accepted(reviewed)


def test_a_value_that_is_not_proposed_cannot_be_accepted(reviewed: Review) -> None:
    with pytest.raises(ValueError, match="X"):
        Choices().choose(of(reviewed, PLAIN), "X")


def test_leaving_all_leaves_what_was_chosen_by_hand_too(reviewed: Review) -> None:
    choices = Choices()
    choices.choose(of(reviewed, DISPUTED), "R")
    choices.choose_all(reviewed.differences, is_accepted=False)
    assert choices.accepted(reviewed) == ()


def test_accepting_all_decides_no_disagreement(reviewed: Review) -> None:
    choices = Choices()
    choices.choose_all(reviewed.differences, is_accepted=True)
    assert {each.address for each in choices.accepted(reviewed)} == {PLAIN, NOTED, CONFLICT}


def test_a_change_that_waits_for_an_answer_is_not_accepted_before(plan: Plan) -> None:
    choices = Choices()
    questions = review(plan, NOW, two_reimports(plan))
    choices.choose_all([of(questions, TOPIC)], is_accepted=True)
    assert choices.of(of(questions, TOPIC)) is None
    answered = review(plan, NOW, two_reimports(plan), {QUESTION.key: "yes"})
    assert choices.of(of(answered, TOPIC)) == other(plan, TOPIC)
