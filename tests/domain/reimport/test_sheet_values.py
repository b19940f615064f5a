"""What a returned workbook says in doubt names the question that it hangs on."""

from dataclasses import fields

from socplanner.domain.reimport.sheet_values import (
    DASH,
    NO,
    STRUCK_OUT,
    USUAL,
    YES,
    Question,
    Remark,
)


def test_a_question_has_the_options_yes_and_no_by_default() -> None:
    assert Question("key", Remark("code")).options == (YES, NO)
    assert len({YES, NO, ""}) == 3
    assert len({DASH, STRUCK_OUT, USUAL, ""}) == 4


def test_a_remark_is_of_the_workbook_where_it_names_no_place() -> None:
    remark = Remark("code")
    assert (remark.place, remark.values) == ("", {})
    assert len(fields(Remark)) == 3
