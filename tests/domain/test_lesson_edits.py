"""Answers, comments and waivers of prompts: what they change, and what they reject."""

import pytest

from socplanner.domain.history import Edit
from socplanner.domain.lesson_edits import (
    AnswerPrompt,
    CommentPrompt,
    RemovePromptWaiver,
    WaivePrompt,
)
from socplanner.domain.lesson_inputs import LessonEntry, LessonVerdict, is_prompt_id
from socplanner.domain.limits import MOST_LESSONS
from socplanner.domain.names import LONGEST_TEXT
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from tests.support.plans import hybrid_plan

PLAN = hybrid_plan()
MET = LessonVerdict.MET


def after(*edits: Edit) -> Plan:
    """Return the plan after `edits`."""
    plan = PLAN
    for edit in edits:
        plan = edit.apply(plan)
    return plan


def test_entries_are_stored_in_the_order_of_their_ids() -> None:
    plan = after(
        CommentPrompt("K01a", "Two lines\nof text"),
        WaivePrompt("FI2", "Small team", "2027-03-31"),
        AnswerPrompt("FI2", MET, "2026-06-01"),
    )
    assert list(plan.lessons.items()) == [
        ("FI2", LessonEntry(MET, "2026-06-01", "", "Small team", "2027-03-31")),
        ("K01a", LessonEntry(comment="Two lines\nof text")),
    ]


def test_what_is_removed_leaves_nothing_behind() -> None:
    plan = after(
        CommentPrompt("K01a", "x"),
        CommentPrompt("K01a", " \n "),
        WaivePrompt("FI2", "x"),
        RemovePromptWaiver("FI2"),
        AnswerPrompt("FI4", MET, "2026-06-01"),
        AnswerPrompt("FI4", None),
    )
    assert plan.lessons == {}


def test_the_same_again_is_the_same_plan() -> None:
    plan = after(CommentPrompt("K01a", "x"))
    assert CommentPrompt("K01a", "x").apply(plan) is plan


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (CommentPrompt("k1", "x"), "unknown-prompt"),
        (CommentPrompt("K01a", "x" * (LONGEST_TEXT + 1)), "text-too-long"),
        (WaivePrompt("K01a", " "), "empty-name"),
        (WaivePrompt("K01a", "x", "soon"), "bad-day"),
        (AnswerPrompt("K01a", LessonVerdict.UNCLEAR), "no-own-verdict"),
        (AnswerPrompt("K01a", MET, "2026-13-01"), "bad-day"),
        (AnswerPrompt("K01a", None, "2026-12-01"), "day-without-verdict"),
        (RemovePromptWaiver("K01a"), "unknown-prompt-waiver"),
    ],
)
def test_what_is_not_valid_is_rejected(edit: Edit, code: str) -> None:
    with pytest.raises(EditRejected) as rejection:
        edit.apply(PLAN)
    assert rejection.value.problem.code == code


def test_a_plan_has_a_bounded_number_of_entries() -> None:
    ids = [f"{a}{b}{n}" for a in "AB" for b in "ABCDE" for n in range(100)]
    plan = PLAN
    for each in ids[:MOST_LESSONS]:
        plan = CommentPrompt(each, "x").apply(plan)
    with pytest.raises(EditRejected, match="too-many-lessons"):
        CommentPrompt("Z1", "x").apply(plan)
    assert len(CommentPrompt("AA1", "y").apply(plan).lessons) == MOST_LESSONS


@pytest.mark.parametrize(
    ("text", "is_id"), [("K01a", True), ("FI2", True), ("Z1", True), ("k1", False), ("", False),
                        ("K01a ", False), ("FOO1", False)]
)  # fmt: skip
def test_ids_of_prompts(text: str, is_id: bool) -> None:
    assert is_prompt_id(text) is is_id
