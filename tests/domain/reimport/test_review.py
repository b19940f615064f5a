"""A workbook that came back is held against the plan three ways, and against the others."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.duty_values import DutyAddress
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.grouping import by_party, by_role
from socplanner.domain.reimport.review import Difference, Review, SourceValue, Verdict, review
from socplanner.domain.reimport.sheet_values import (
    DASH,
    STRUCK_OUT,
    CellValue,
    Condition,
    Question,
    Reimport,
    Remark,
)
from tests.support.small_plan import A1, A2, CISO, NOW, SOC, small_plan


def _topic(party: PartyId = SOC, role: RoleId = A1) -> DutyAddress:
    return DutyAddress(role, "letters", party)


def _current(address: DutyAddress, plan: Plan | None = None) -> str:
    assert address.party is not None
    return duty(plan or small_plan(), NOW, address.role).letters.get(address.party, "")


def _value(
    base: str | None,
    theirs: str,
    *conditions: Condition,
    address: DutyAddress | None = None,
    origin: str = "a.xlsx",
) -> Reimport:
    return Reimport(
        origin, NOW, (CellValue(address or _topic(), base, theirs, "M!E5", (), conditions),)
    )


def _reviewed(*reimport: Reimport, answers: dict[str, str] | None = None) -> Review:
    return review(small_plan(), NOW, reimport, answers or {})


def _only(result: Review) -> Difference:
    (one,) = result.differences
    return one


CURRENT = _current(_topic())
OTHER, THIRD = "I", "C"
assert CURRENT not in {OTHER, THIRD}


def test_what_was_not_touched_changes_nothing_even_where_the_plan_was_edited_meanwhile() -> None:
    assert _reviewed(_value(OTHER, OTHER)).differences == ()


def test_a_value_that_is_new_where_the_plan_stayed_is_a_change() -> None:
    one = _only(_reviewed(_value(CURRENT, OTHER)))
    assert (one.verdict, one.ours, one.proposals) == (Verdict.CHANGE, CURRENT, (OTHER,))
    assert one.is_sure


def test_a_value_that_the_plan_reached_by_itself_is_the_same() -> None:
    one = _only(_reviewed(_value(OTHER, CURRENT)))
    assert (one.verdict, one.proposals) == (Verdict.SAME, ())


def test_two_edits_of_one_cell_are_a_conflict() -> None:
    one = _only(_reviewed(_value(THIRD, OTHER)))
    assert one.verdict is Verdict.CONFLICT
    assert not one.is_sure


def test_without_a_base_nothing_is_sure() -> None:
    one = _only(result := _reviewed(_value(None, OTHER)))
    assert (one.verdict, one.is_sure, one.proposals) == (Verdict.UNKNOWN, False, (OTHER,))
    assert (result.sure, result.unsure, result.without_origin) == ((), (one,), (one,))
    assert _reviewed(_value(None, CURRENT)).differences == ()


def test_a_workbook_without_a_record_that_agrees_with_a_sure_change_adds_no_doubt() -> None:
    one = _only(_reviewed(_value(CURRENT, OTHER), _value(None, OTHER, origin="b.xlsx")))
    assert (one.verdict, one.is_sure) == (Verdict.CHANGE, True)


def test_differences_that_wait_for_an_answer_are_not_among_those_without_origin() -> None:
    result = _reviewed(_value(None, OTHER, Condition("q", "yes")))
    assert (len(result.unsure), result.without_origin) == (1, ())


@pytest.mark.parametrize("base", [CURRENT, None])
def test_what_is_in_doubt_is_never_sure(base: str | None) -> None:
    text = CellValue(_topic(), base, "", "M!E5", (), (), DASH)
    one = _only(result := _reviewed(Reimport("a.xlsx", NOW, (text,))))
    assert (one.verdict, one.doubts, one.proposals) == (Verdict.DOUBT, (DASH,), ("",))
    assert (result.sure, result.unsure) == ((), (one,))


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, CURRENT, OTHER, THIRD]),
            st.sampled_from([CURRENT, OTHER, THIRD, ""]),
            st.sampled_from(["", DASH, STRUCK_OUT]),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_only_a_change_of_a_value_that_the_plan_still_has_is_sure(
    sources: list[tuple[str | None, str, str]],
) -> None:
    books = [
        Reimport(f"{n}.xlsx", NOW, (CellValue(_topic(), base, theirs, "M!E5", (), (), doubt),))
        for n, (base, theirs, doubt) in enumerate(sources)
    ]
    for one in _reviewed(*books).sure:
        (wanted,) = one.proposals
        new = [each for each in sources if each[1] != each[0] and each[:2] != (None, CURRENT)]
        assert {theirs for _, theirs, _ in new} == {wanted}
        assert any(base == CURRENT and not doubt for base, _, doubt in new)


def test_a_cell_emptied_on_purpose_is_a_change() -> None:
    assert _only(_reviewed(_value(CURRENT, ""))).proposals == ("",)


def test_workbooks_with_the_same_value_are_one_change() -> None:
    one = _only(_reviewed(_value(CURRENT, OTHER), _value(CURRENT, OTHER, origin="b.xlsx")))
    assert one.verdict is Verdict.CHANGE
    assert [source.origin for source in one.sources] == ["a.xlsx", "b.xlsx"]


def test_workbooks_with_different_values_disagree() -> None:
    one = _only(_reviewed(_value(CURRENT, OTHER), _value(CURRENT, THIRD, origin="b.xlsx")))
    assert (one.verdict, one.proposals) == (Verdict.DISAGREEMENT, (OTHER, THIRD))
    assert not one.is_sure


def test_a_workbook_that_left_the_cell_alone_does_not_disagree() -> None:
    one = _only(_reviewed(_value(CURRENT, OTHER), _value(CURRENT, CURRENT, origin="b.xlsx")))
    assert one.verdict is Verdict.CHANGE


def test_a_workbook_without_a_record_and_with_the_plans_value_does_not_disagree() -> None:
    one = _only(_reviewed(_value(CURRENT, OTHER, origin="a"), _value(None, CURRENT, origin="b")))
    assert (one.verdict, one.is_sure, len(one.sources)) == (Verdict.CHANGE, True, 1)
    assert _reviewed(_value(None, CURRENT)).differences == ()


def test_a_workbook_sent_out_before_the_plan_was_edited_makes_a_conflict_of_it() -> None:
    one = _only(_reviewed(_value(CURRENT, OTHER), _value(THIRD, OTHER, origin="b.xlsx")))
    assert one.verdict is Verdict.CONFLICT


def test_a_value_under_a_question_is_not_sure_until_it_is_answered() -> None:
    reimport = _value(CURRENT, OTHER, Condition("q", "yes"))
    open_one = _only(_reviewed(reimport))
    assert (open_one.is_sure, open_one.pending) == (False, ("q",))
    assert _only(_reviewed(reimport, answers={"q": "yes"})).is_sure
    assert _reviewed(reimport, answers={"q": "no"}).differences == ()


def test_questions_are_open_until_they_have_an_answer() -> None:
    questions, moot = Question("q", Remark("by-name", "M!E4")), Question("x", Remark("by-name"))
    text = (
        *_value(CURRENT, OTHER, Condition("q", "yes")).values,
        *_value(OTHER, CURRENT, Condition("x", "no")).values,
    )
    reimport = Reimport("a.xlsx", NOW, text, (questions, moot))
    assert _reviewed(reimport).open_questions == (questions,)
    assert _reviewed(reimport, answers={"q": "no"}).open_questions == ()


def test_differences_are_in_the_order_of_the_plan_and_group_by_party_and_role() -> None:
    topics = [
        DutyAddress(A2, "note"),
        _topic(SOC, A2),
        _topic(SOC),
        DutyAddress(A1, "sourcing"),
        _topic(CISO),
    ]
    result = _reviewed(*(_value(None, "?", address=address) for address in topics))
    assert [each.address for each in result.differences] == [
        _topic(CISO),
        _topic(SOC),
        DutyAddress(A1, "sourcing"),
        _topic(SOC, A2),
        DutyAddress(A2, "note"),
    ]
    assert [(each.party, len(each.differences)) for each in by_party(result)] == [
        (CISO, 1),
        (SOC, 2),
        (None, 2),
    ]
    assert [(each.role, len(each.differences)) for each in by_role(result)] == [(A1, 3), (A2, 2)]


def test_the_words_for_verdicts_that_scripts_read_stay_what_they_are() -> None:
    assert [each.value for each in Verdict] == [
        *("change", "conflict", "unknown", "doubt", "disagreement", "same"),
    ]


def test_a_source_value_is_sure_with_a_base_and_without_doubt() -> None:
    source = SourceValue("a.xlsx", "R", "A", "B2")
    assert source.is_sure
    assert (source.remarks, source.pending) == ((), ())
    assert not replace(source, base=None).is_sure
    assert not replace(source, doubt="struck").is_sure
