"""Edits of staffing: each is validated, nothing dangles, and nothing is lost on undo."""

from dataclasses import replace

import pytest

from socplanner.domain.custom_role_edits import AddCustomRole, RemoveCustomRole
from socplanner.domain.history import Edit, History
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.limits import MOST_POSTS, MOST_WORKLOADS
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phase_edits import AddPhase, RemovePhase, RenamePhase
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.staffing_edits import (
    AddPost,
    AddWorkload,
    AdjustStaffing,
    ChangePost,
    ChangeWorkload,
    RemovePost,
    RemoveWorkload,
    SetAssumptions,
    SetPeople,
)
from socplanner.domain.staffing_inputs import NO_STAFFING, People, Post, Workload
from tests.support.small_plan import A1, IT, NOW, SOC, TARGET, small_plan, text

LAST = PhaseId("last")
NIGHT = RoleId("own:NIGHT")
DESK = Post("desk", text("Desk"), SOC, "24x365", 2, (A1, NIGHT))
LATER = Post("later", text("Later"), IT, "8x5", begins=TARGET, ends=TARGET)
ALERTS = Workload("alerts", text("Alerts"), post="desk", volume=45, minutes=12, left=30)
CASES = Workload("cases", text("Cases"), IT, incidents=24, hours=40, begins=TARGET)
LOG = Workload("log", text("Log"), post="later", hours_a_year=9)
EDITS: tuple[Edit, ...] = (
    AddPhase(LAST, text("Last")),
    AddCustomRole("NIGHT", "A", text("Night")),
    SetAssumptions({"leave": 18.004}),
    AddPost(DESK),
    AddPost(LATER),
    AddWorkload(ALERTS),
    AddWorkload(CASES),
    AddWorkload(LOG),
    SetPeople(NOW, SOC, People(6, 2, 50.004)),
    SetPeople(TARGET, SOC, People(on_call=4)),
    SetPeople(NOW, IT, People(share=20)),
)


def history() -> History:
    """Return the small plan of three phases with staffing."""
    result = History.of(small_plan())
    for edit in EDITS:
        result = result.perform(edit)
    return result


PLAN = history().plan


def references(plan: Plan) -> set[str]:
    """Return every id that the staffing of `plan` refers to."""
    staffing = plan.staffing
    result: set[str | None] = set()
    for post in staffing.posts:
        result |= {post.party, post.begins, post.ends, *post.roles}
    for work in staffing.workloads:
        result |= {work.party, work.post, work.begins, work.ends}
    for phase, party in staffing.people:
        result |= {phase, party}
    return {each for each in result if each is not None}


def existing(plan: Plan) -> set[str]:
    """Return the ids of the parts of `plan`."""
    result: set[str] = {role.id for role in plan.all_roles()}
    result |= {party.id for party in plan.parties} | {phase.id for phase in plan.phases}
    return result | {post.id for post in plan.staffing.posts}


def test_values_are_kept_as_the_file_writes_them() -> None:
    assert PLAN.staffing.assumptions == {"leave": 18}
    assert PLAN.staffing.people[NOW, SOC] == People(6, 2, 50)
    assert PLAN.staffing.posts == (DESK, LATER)
    assert PLAN.staffing.workloads == (ALERTS, CASES, LOG)


def test_nothing_changes_the_plan_where_nothing_differs() -> None:
    for edit in (
        SetAssumptions({"leave": 18}),
        AdjustStaffing((("leave", 18.0),), (("desk", 2),)),
        ChangePost(DESK),
        ChangeWorkload(ALERTS),
        SetPeople(NOW, SOC, People(6, 2, 50)),
        SetPeople(TARGET, IT, People()),
    ):
        assert edit.apply(PLAN) is PLAN


def test_assumptions_and_seats_are_adjusted_together_and_keep_the_others() -> None:
    both = AdjustStaffing((("leave", 25.0), ("sick", 3.0)), (("desk", 4), ("later", 2))).apply(PLAN)
    assert both.staffing.assumptions == {"leave": 25, "sick": 3}
    assert [post.seats for post in both.staffing.posts] == [4, 2]
    assert both.staffing.posts[0]._replace(seats=2) == DESK


@pytest.mark.parametrize(
    "edit",
    [
        RemoveParty(SOC),
        RemoveParty(IT),
        RemovePhase(NOW),
        RemovePhase(TARGET),
        RemovePhase(LAST),
        RemoveCustomRole(NIGHT),
        RemovePost("desk"),
        RemoveWorkload("alerts"),
    ],
    ids=repr,
)
def test_nothing_dangles_and_undo_brings_all_of_it_back(edit: Edit) -> None:
    before = history()
    after = before.perform(edit)
    assert references(after.plan) <= existing(after.plan)
    assert after.undone().plan == before.plan


def test_a_removed_party_goes_with_its_posts_and_their_work() -> None:
    after = RemoveParty(IT).apply(PLAN).staffing
    assert after.posts == (DESK,)
    assert after.workloads == (ALERTS,)
    assert set(after.people) == {(NOW, SOC), (TARGET, SOC)}


def test_a_removed_role_leaves_its_posts() -> None:
    after = RemoveCustomRole(NIGHT).apply(PLAN).staffing
    assert after.posts == (DESK._replace(roles=(A1,)), LATER)


def test_a_removed_phase_leaves_the_later_ones_as_they_are() -> None:
    after = RemovePhase(NOW).apply(PLAN).staffing
    assert after.people == {(TARGET, SOC): People(6, 2, 50, 4), (TARGET, IT): People(share=20)}
    assert after.posts == (DESK, LATER)
    after = RemovePhase(TARGET).apply(PLAN).staffing
    assert after.posts == (DESK,)
    assert after.workloads == (ALERTS, CASES._replace(begins=LAST))
    assert after.people[LAST, SOC] == People(on_call=4)


def test_what_ends_with_a_removed_phase_ends_with_the_one_before() -> None:
    plan = ChangePost(DESK._replace(begins=NOW, ends=TARGET)).apply(PLAN)
    assert RemovePhase(TARGET).apply(plan).staffing.post("desk") == DESK._replace(
        begins=NOW, ends=NOW
    )
    assert RemovePhase(NOW).apply(plan).staffing.post("desk") == DESK._replace(
        begins=TARGET, ends=TARGET
    )


def test_a_removed_last_phase_takes_its_people_along() -> None:
    plan = SetPeople(LAST, SOC, People(9)).apply(PLAN)
    assert (LAST, SOC) not in RemovePhase(LAST).apply(plan).staffing.people


def test_a_renamed_phase_changes_no_staffing() -> None:
    assert RenamePhase(NOW, text("Today")).apply(PLAN).staffing is PLAN.staffing


def test_the_work_of_a_removed_post_is_that_of_its_party() -> None:
    after = RemovePost("desk").apply(PLAN).staffing
    assert after.workload("alerts") == ALERTS._replace(post=None, party=SOC)


def test_people_without_a_value_are_not_stated() -> None:
    plan = SetPeople(NOW, SOC, People()).apply(PLAN)
    assert (NOW, SOC) not in plan.staffing.people


def test_what_is_not_there_is_not_removed() -> None:
    plan = small_plan()
    for edit in (RemoveParty(SOC), RemovePhase(NOW)):
        assert edit.apply(plan).staffing is NO_STAFFING


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (AdjustStaffing((("leave", -1.0),), ()), "bad-amount"),
        (AdjustStaffing((), (("gone", 2),)), "unknown-post"),
        (AdjustStaffing((), (("desk", 0),)), "bad-amount"),
        (SetAssumptions({"lunch": 1}), "unknown-assumption"),
        (SetAssumptions({"leave": -1}), "bad-amount"),
        (SetAssumptions({"shifts": 2.5}), "bad-number"),
        (SetAssumptions({"days-off": 120, "holidays": 16}), "days-off-twice"),
        (AddPost(DESK), "doubled-post"),
        (AddPost(DESK._replace(id="A B")), "bad-id"),
        (AddPost(DESK._replace(id="b", party=PartyId("x"))), "unknown-party"),
        (AddPost(DESK._replace(id="b", roles=(RoleId("x:Z-9"),))), "unknown-role"),
        (AddPost(DESK._replace(id="b", coverage="now and then")), "bad-hours"),
        (AddPost(DESK._replace(id="b", seats=0)), "bad-amount"),
        (AddPost(DESK._replace(id="b", begins=PhaseId("x"))), "unknown-phase"),
        (AddPost(DESK._replace(id="b", begins=LAST, ends=NOW)), "ends-before-it-begins"),
        (AddPost(DESK._replace(id="b", name=LocalText("", "B"))), "empty-name"),
        (ChangePost(DESK._replace(id="b")), "unknown-post"),
        (RemovePost("b"), "unknown-post"),
        (AddWorkload(ALERTS), "doubled-workload"),
        (AddWorkload(ALERTS._replace(id="b", post="x")), "unknown-post"),
        (AddWorkload(CASES._replace(id="b", party=PartyId("x"))), "unknown-party"),
        (AddWorkload(CASES._replace(id="b", hours=None)), "workload-without-work"),
        (AddWorkload(CASES._replace(id="b", hours=-1)), "bad-amount"),
        (AddWorkload(CASES._replace(id="b", party=None)), "workload-of-nothing"),
        (ChangeWorkload(CASES._replace(id="b")), "unknown-workload"),
        (RemoveWorkload("b"), "unknown-workload"),
        (SetPeople(PhaseId("x"), SOC, People(1)), "unknown-phase"),
        (SetPeople(NOW, PartyId("x"), People(1)), "unknown-party"),
        (SetPeople(NOW, SOC, People(-1)), "bad-amount"),
        (SetPeople(NOW, SOC, People(share=101)), "bad-amount"),
        (SetPeople(NOW, SOC, People(share=float("inf"))), "bad-amount"),
        (SetPeople(NOW, SOC, People(share=float("nan"))), "bad-amount"),
        (SetAssumptions({"leave": float("inf")}), "bad-amount"),
        (SetPeople(NOW, SOC, People(2, 3)), "more-than-headcount"),
    ],
    ids=repr,
)
def test_what_cannot_be_is_rejected(edit: Edit, code: str) -> None:
    with pytest.raises(EditRejected) as rejected:
        edit.apply(PLAN)
    assert rejected.value.problem.code == code


def test_a_plan_has_so_many_posts_and_workloads_and_no_more() -> None:
    posts = tuple(DESK._replace(id=f"p{n}") for n in range(MOST_POSTS))
    works = tuple(CASES._replace(id=f"w{n}") for n in range(MOST_WORKLOADS))
    plan = replace(PLAN, staffing=PLAN.staffing._replace(posts=posts, workloads=works))
    for edit, code in ((AddPost(DESK), "too-many-posts"), (AddWorkload(CASES), "too-many-work")):
        with pytest.raises(EditRejected, match=code):
            edit.apply(plan)
