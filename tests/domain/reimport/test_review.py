"""A workbook that came back is held against the plan three ways, and against the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.grouping import by_party, by_role
from socplanner.domain.reimport.review import Difference, Review, Verdict, review
from socplanner.domain.reimport.sheet_values import (
    DASH,
    STRUCK_OUT,
    Given,
    Question,
    Remark,
    Returned,
    Said,
)
from socplanner.domain.reimport.topic import Topic
from tests.support.small_plan import A1, A2, CISO, NOW, SOC, small_plan


def _topic(party: PartyId = SOC, role: RoleId = A1) -> Topic:
    return Topic(role, "letters", party)


def _held(topic: Topic, plan: Plan | None = None) -> str:
    assert topic.party is not None
    return duty(plan or small_plan(), NOW, topic.role).letters.get(topic.party, "")


def _said(
    base: str | None, theirs: str, *given: Given, topic: Topic | None = None, origin: str = "a.xlsx"
) -> Returned:
    return Returned(origin, NOW, (Said(topic or _topic(), base, theirs, "M!E5", (), given),))


def _reviewed(*returned: Returned, answers: dict[str, str] | None = None) -> Review:
    return review(small_plan(), NOW, returned, answers or {})


def _only(found: Review) -> Difference:
    (one,) = found.differences
    return one


HELD = _held(_topic())
OTHER, THIRD = "I", "C"
assert HELD not in {OTHER, THIRD}


def test_what_was_not_touched_changes_nothing_even_where_the_plan_was_edited_meanwhile() -> None:
    assert _reviewed(_said(OTHER, OTHER)).differences == ()


def test_a_value_that_is_new_where_the_plan_stayed_is_a_change() -> None:
    one = _only(_reviewed(_said(HELD, OTHER)))
    assert (one.verdict, one.ours, one.offers) == (Verdict.CHANGE, HELD, (OTHER,))
    assert one.is_sure


def test_a_value_that_the_plan_reached_by_itself_is_the_same() -> None:
    one = _only(_reviewed(_said(OTHER, HELD)))
    assert (one.verdict, one.offers) == (Verdict.SAME, ())


def test_two_edits_of_one_cell_are_a_conflict() -> None:
    one = _only(_reviewed(_said(THIRD, OTHER)))
    assert one.verdict is Verdict.CONFLICT
    assert not one.is_sure


def test_without_a_base_nothing_is_sure() -> None:
    one = _only(found := _reviewed(_said(None, OTHER)))
    assert (one.verdict, one.is_sure, one.offers) == (Verdict.UNKNOWN, False, (OTHER,))
    assert (found.sure, found.unsure, found.without_origin) == ((), (one,), (one,))
    assert _reviewed(_said(None, HELD)).differences == ()


def test_a_workbook_without_a_record_that_agrees_with_a_known_change_adds_no_doubt() -> None:
    one = _only(_reviewed(_said(HELD, OTHER), _said(None, OTHER, origin="b.xlsx")))
    assert (one.verdict, one.is_sure) == (Verdict.CHANGE, True)


def test_what_waits_for_an_answer_is_not_taken_with_what_has_no_origin() -> None:
    found = _reviewed(_said(None, OTHER, Given("q", "yes")))
    assert (len(found.unsure), found.without_origin) == (1, ())


@pytest.mark.parametrize("base", [HELD, None])
def test_what_is_in_doubt_is_never_sure(base: str | None) -> None:
    said = Said(_topic(), base, "", "M!E5", (), (), DASH)
    one = _only(found := _reviewed(Returned("a.xlsx", NOW, (said,))))
    assert (one.verdict, one.doubts, one.offers) == (Verdict.DOUBT, (DASH,), ("",))
    assert (found.sure, found.unsure) == ((), (one,))


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, HELD, OTHER, THIRD]),
            st.sampled_from([HELD, OTHER, THIRD, ""]),
            st.sampled_from(["", DASH, STRUCK_OUT]),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_sure_is_only_what_somebody_changed_from_what_the_plan_still_says(
    voices: list[tuple[str | None, str, str]],
) -> None:
    books = [
        Returned(f"{n}.xlsx", NOW, (Said(_topic(), base, theirs, "M!E5", (), (), doubt),))
        for n, (base, theirs, doubt) in enumerate(voices)
    ]
    for one in _reviewed(*books).sure:
        (wanted,) = one.offers
        new = [each for each in voices if each[1] != each[0] and each[:2] != (None, HELD)]
        assert {theirs for _, theirs, _ in new} == {wanted}
        assert any(base == HELD and not doubt for base, _, doubt in new)


def test_a_cell_emptied_on_purpose_is_a_change() -> None:
    assert _only(_reviewed(_said(HELD, ""))).offers == ("",)


def test_workbooks_that_say_the_same_are_one_change() -> None:
    one = _only(_reviewed(_said(HELD, OTHER), _said(HELD, OTHER, origin="b.xlsx")))
    assert one.verdict is Verdict.CHANGE
    assert [voice.origin for voice in one.voices] == ["a.xlsx", "b.xlsx"]


def test_workbooks_that_say_different_things_disagree() -> None:
    one = _only(_reviewed(_said(HELD, OTHER), _said(HELD, THIRD, origin="b.xlsx")))
    assert (one.verdict, one.offers) == (Verdict.DISAGREEMENT, (OTHER, THIRD))
    assert not one.is_sure


def test_a_workbook_that_left_the_cell_alone_does_not_disagree() -> None:
    one = _only(_reviewed(_said(HELD, OTHER), _said(HELD, HELD, origin="b.xlsx")))
    assert one.verdict is Verdict.CHANGE


def test_a_workbook_without_a_record_that_says_what_the_plan_says_does_not_disagree() -> None:
    one = _only(_reviewed(_said(HELD, OTHER, origin="a"), _said(None, HELD, origin="b")))
    assert (one.verdict, one.is_sure, len(one.voices)) == (Verdict.CHANGE, True, 1)
    assert _reviewed(_said(None, HELD)).differences == ()


def test_a_workbook_sent_out_before_the_plan_was_edited_makes_a_conflict_of_it() -> None:
    one = _only(_reviewed(_said(HELD, OTHER), _said(THIRD, OTHER, origin="b.xlsx")))
    assert one.verdict is Verdict.CONFLICT


def test_what_hangs_on_a_question_is_not_sure_until_it_is_answered() -> None:
    said = _said(HELD, OTHER, Given("q", "yes"))
    open_one = _only(_reviewed(said))
    assert (open_one.is_sure, open_one.pending) == (False, ("q",))
    assert _only(_reviewed(said, answers={"q": "yes"})).is_sure
    assert _reviewed(said, answers={"q": "no"}).differences == ()


def test_questions_are_open_until_they_have_an_answer() -> None:
    asked, moot = Question("q", Remark("by-name", "M!E4")), Question("x", Remark("by-name"))
    said = (*_said(HELD, OTHER, Given("q", "yes")).said, *_said(OTHER, HELD, Given("x", "no")).said)
    returned = Returned("a.xlsx", NOW, said, (asked, moot))
    assert _reviewed(returned).open_questions == (asked,)
    assert _reviewed(returned, answers={"q": "no"}).open_questions == ()


def test_differences_stand_in_the_order_of_the_plan_and_group_by_party_and_role() -> None:
    topics = [
        Topic(A2, "note"),
        _topic(SOC, A2),
        _topic(SOC),
        Topic(A1, "sourcing"),
        _topic(CISO),
    ]
    found = _reviewed(*(_said(None, "?", topic=topic) for topic in topics))
    assert [each.topic for each in found.differences] == [
        _topic(CISO),
        _topic(SOC),
        Topic(A1, "sourcing"),
        _topic(SOC, A2),
        Topic(A2, "note"),
    ]
    assert [(each.party, len(each.differences)) for each in by_party(found)] == [
        (CISO, 1),
        (SOC, 2),
        (None, 2),
    ]
    assert [(each.role, len(each.differences)) for each in by_role(found)] == [(A1, 3), (A2, 2)]
