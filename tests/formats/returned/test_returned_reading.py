"""What people do to a workbook, one thing at a time, and what the reader makes of it."""

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from socplanner.domain.catalogue import Role
from socplanner.domain.duty_edits import SetNote
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.local_text import LANGUAGES, LocalText
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.domain.returned.review import Review, review
from socplanner.domain.returned.said import NO, YES, Returned
from socplanner.domain.returned.topic import Topic
from socplanner.formats.format_error import FormatError
from socplanner.formats.returned import returned_reading
from socplanner.formats.returned.returned_reading import is_ours, returned_of
from socplanner.formats.returned.ties import ties_of
from socplanner.formats.sheets.grid import Grid, Place, Sheets
from socplanner.formats.sheets.reading import sheets_of
from socplanner.formats.workbook.refs import column_name
from socplanner.services.i18n import words_for
from tests.support import office
from tests.support.mutations import BASE, KEY_ROW, Treated
from tests.support.plans import hybrid_plan
from tests.support.small_plan import A1, A2, A3, CISO, IT, MSS, NOW, SOC, held_by, small_plan
from tests.support.workbooks import messy, written

BOTH = [words_for(language) for language in LANGUAGES]
PLAN = small_plan()
EDITED = Topic(A1, "letters", SOC)
NO_ANSWERS: Mapping[str, str] = {}


def _treated(plan: Plan = PLAN) -> Treated:
    """Return the workbook of `plan` in which one cell was edited."""
    treated = Treated(written(plan).content)
    treated.type(A1, f"party:{SOC}", "A/R")
    return treated


def _back(treated: Treated | bytes, plan: Plan = PLAN, *, of_any_plan: bool = False) -> Returned:
    content = treated if isinstance(treated, bytes) else treated.saved()
    sheets = sheets_of(content, "a.xlsx")
    assert is_ours(sheets, plan)
    return returned_of(sheets, "a.xlsx", plan, BOTH, of_any_plan=of_any_plan)


def _reviewed(returned: Returned, answers: Mapping[str, str] = NO_ANSWERS) -> Review:
    return review(PLAN, NOW, [returned], answers)


def _changes(returned: Returned, answers: Mapping[str, str] = NO_ANSWERS) -> dict[Topic, str]:
    """Return what could be taken without asking."""
    return {each.topic: each.offers[0] for each in _reviewed(returned, answers).sure}


def _answered(returned: Returned, option: str) -> dict[str, str]:
    return {question.key: option for question in returned.questions}


def _codes(returned: Returned) -> tuple[list[str], list[str], list[str]]:
    """Return the codes of questions, of what was ignored, and of notices."""
    return (
        [each.about.code for each in returned.questions],
        [each.code for each in returned.ignored],
        [each.code for each in returned.notices],
    )


def test_one_edit_is_one_change_with_its_place() -> None:
    returned = _back(_treated())
    (said,) = returned.said
    assert (said.topic, said.base, said.theirs, said.place) == (EDITED, "R", "A/R", "Matrix!H6")
    assert (returned.phase, returned.exported) == (NOW, "2026-01-31")
    assert _codes(returned) == ([], [], [])


@pytest.mark.parametrize("note", ["=1+1", "_x0041_", " spaced ", "two\nlines", "'quoted", "\tx"])
def test_a_note_that_programs_like_to_mend_comes_back_as_it_was(note: str) -> None:
    plan = SetNote(NOW, frozenset({A1}), note).apply(PLAN)
    assert _back(written(plan).content, plan).said == ()


def test_ids_that_were_deleted_are_told_by_code_and_name() -> None:
    treated = _treated()
    treated.matrix.delete_cols(1)
    returned = _back(treated)
    assert _changes(returned) == {EDITED: "A/R"}
    assert _codes(returned) == ([], [], ["rows-by-code"])


def test_rows_told_by_code_alone_wait_for_an_answer() -> None:
    treated = _treated()
    name = treated.column("name")
    for row in range(6, 12):
        treated.matrix.cell(row, name).value = "what we call it"
    treated.matrix.delete_cols(1)
    returned = _back(treated)
    assert _codes(returned)[0] == ["rows-by-code-only"]
    assert _changes(returned) == {}
    assert _changes(returned, _answered(returned, YES)) == {EDITED: "A/R"}
    assert _reviewed(returned, _answered(returned, NO)).differences == ()


def test_rows_told_by_name_alone_wait_for_an_answer() -> None:
    treated = _treated()
    treated.matrix.delete_cols(treated.column("code"))
    treated.matrix.delete_cols(1)
    returned = _back(treated)
    assert _codes(returned)[0] == ["rows-by-name"]
    assert _changes(returned, _answered(returned, YES)) == {EDITED: "A/R"}


def test_columns_whose_keys_were_deleted_are_told_by_their_heads_and_asked_about() -> None:
    treated = _treated()
    treated.matrix.delete_rows(KEY_ROW)
    returned = _back(treated)
    assert _codes(returned) == (["columns-by-name"], [], [])
    assert _changes(returned) == {}
    assert _changes(returned, _answered(returned, YES)) == {EDITED: "A/R"}


def test_ids_of_rows_and_columns_may_both_be_gone() -> None:
    treated = _treated()
    matrix = treated.matrix
    matrix.delete_cols(1)
    matrix.delete_rows(KEY_ROW)
    returned = _back(treated)
    assert _changes(returned, _answered(returned, YES)) == {EDITED: "A/R"}


def test_a_head_that_two_parties_share_is_asked_about() -> None:
    soc, it = PLAN.parties[1], PLAN.parties[2]
    twins = (PLAN.parties[0], soc, replace(it, name=soc.name), *PLAN.parties[3:])
    plan = replace(PLAN, parties=twins)
    treated = _treated(plan)
    treated.matrix.delete_rows(KEY_ROW)
    returned = _back(treated, plan)
    which = [each for each in returned.questions if each.about.code == "which-party"]
    assert [each.options for each in which] == [(SOC, IT, "-"), (SOC, IT, "-")]
    answers = _answered(returned, YES) | {which[0].key: SOC, which[1].key: IT}
    assert {each.topic: each.offers[0] for each in review(plan, NOW, [returned], answers).sure} == {
        EDITED: "A/R"
    }


def test_a_lost_record_of_what_was_sent_out_leaves_two_sides_to_compare() -> None:
    treated = _treated()
    del treated.book[BASE]
    returned = _back(treated)
    assert _changes(returned) == {EDITED: "A/R"}
    assert _codes(returned)[2] == ["no-base"]


def test_a_note_that_was_cleared_is_seen_without_the_record_too() -> None:
    plan = SetNote(NOW, frozenset({A1}), "why").apply(PLAN)
    treated = Treated(written(plan).content)
    treated.type(A1, "note", "")
    del treated.book[BASE]
    (found,) = review(plan, NOW, [_back(treated, plan)]).sure
    assert (found.topic, found.offers) == (Topic(A1, "note"), ("",))


def test_a_damaged_record_is_noticed_and_not_believed() -> None:
    treated = _treated()
    sheet = treated.book[BASE]
    for row in sheet.iter_rows():
        if row[0].value == "base":
            row[1].value = "A" + str(row[1].value)[1:]
            break
    returned = _back(treated)
    assert _changes(returned) == {EDITED: "A/R"}
    assert _codes(returned)[2] == ["base-damaged"]


def test_without_any_tie_the_hidden_keys_still_tell_what_belongs_where() -> None:
    treated = _treated()
    for name in (BASE, "Lists"):
        del treated.book[name]
    returned = _back(treated)
    assert _changes(returned) == {EDITED: "A/R"}
    assert (_codes(returned)[2], returned.phase) == (["no-ties"], None)


def test_the_matrix_copied_into_a_workbook_of_ones_own_is_ours_by_its_ids() -> None:
    treated = _treated()
    for name in (BASE, "Lists"):
        del treated.book[name]
    treated.matrix.delete_rows(KEY_ROW)
    returned = _back(treated)
    assert _codes(returned)[0] == ["columns-by-name"]
    assert _changes(returned, _answered(returned, YES)) == {EDITED: "A/R"}


def test_a_table_of_others_is_not_ours_whatever_its_heads_are() -> None:
    heads = ("id", "name", "code", "status", "area", "note", "sourcing")
    texts = {Place(1, column): head for column, head in enumerate(heads, start=1)}
    texts |= {Place(2, 1): "10:30", Place(3, 1): "a:b", Place(4, 1): "R"}
    assert not is_ours(Sheets((Grid("T", texts),)), PLAN)


def test_the_export_of_another_plan_is_refused_unless_it_is_meant() -> None:
    content = written(replace(PLAN, id="other")).content
    with pytest.raises(FormatError) as refused:
        _back(content)
    assert refused.value.problem.code == "workbook-of-other-plan"
    assert _codes(_back(content, of_any_plan=True))[2] == ["other-plan"]


@pytest.mark.parametrize(("written_by", "is_refused"), [("2", True), ("1", False), ("x", False)])
def test_the_export_of_a_newer_program_is_refused(written_by: str, is_refused: bool) -> None:
    treated = _treated()
    treated.book[BASE]["B1"] = written_by
    if not is_refused:
        assert _changes(_back(treated)) == {EDITED: "A/R"}
        return
    with pytest.raises(FormatError) as refused:
        _back(treated)
    assert refused.value.problem.code == "workbook-of-newer-program"


def test_a_workbook_without_the_matrix_is_refused() -> None:
    treated = _treated()
    treated.book.remove(treated.matrix)
    with pytest.raises(FormatError) as refused:
        _back(treated)
    assert refused.value.problem.code == "workbook-without-matrix"


def test_rows_and_columns_that_were_deleted_say_nothing_and_are_missed() -> None:
    treated = _treated()
    treated.matrix.delete_rows(treated.row(A2))
    treated.matrix.delete_cols(treated.column(f"party:{IT}"))
    returned = _back(treated)
    assert _changes(returned) == {EDITED: "A/R"}
    assert _codes(returned)[2] == ["rows-missing", "columns-missing"]


def test_without_a_record_the_roles_and_parties_of_the_plan_are_missed() -> None:
    treated = _treated()
    treated.book.remove(treated.book[BASE])
    treated.matrix.delete_rows(treated.row(A2))
    treated.matrix.delete_cols(treated.column(f"party:{IT}"))
    notices = _codes(_back(treated))[2]
    assert [each for each in notices if each.endswith("-not-found")] == [
        "roles-not-found",
        "parties-not-found",
    ]


def test_letters_below_no_head_at_all_are_told_as_left_out() -> None:
    treated = _treated()
    matrix, column = treated.matrix, treated.column(f"party:{SOC}")
    assert _codes(_back(treated))[1] == []
    for row in range(1, treated.row(A1)):
        matrix.cell(row, column).value = None
    returned = _back(treated)
    assert _changes(returned) == {}
    (ignored,) = returned.ignored
    assert (ignored.code, ignored.place[-2:]) == ("nameless-column", f"{column_name(column - 1)}5")


def test_a_copied_row_that_says_the_same_is_no_question() -> None:
    treated = _treated()
    _copy_row(treated, A1, 20)
    assert _changes(_back(treated)) == {EDITED: "A/R"}
    assert _codes(_back(treated))[0] == []


def test_a_copied_row_that_was_edited_is_asked_about() -> None:
    treated = _treated()
    _copy_row(treated, A1, 20)
    treated.matrix.cell(20, treated.column(f"party:{MSS}")).value = "I"
    returned = _back(treated)
    (question,) = returned.questions
    assert (question.about.code, question.options) == ("doubled-row", ("6", "20"))
    assert _changes(returned) == {}
    assert _changes(returned, {question.key: "6"}) == {EDITED: "A/R"}
    assert _changes(returned, {question.key: "20"}) == {EDITED: "A/R", _of(A1, MSS): "I"}


def test_a_copied_column_that_was_edited_is_asked_about() -> None:
    treated = _treated()
    column = treated.column(f"party:{SOC}")
    for row in range(1, 13):
        treated.matrix.cell(row, 30).value = treated.matrix.cell(row, column).value
    treated.matrix.cell(treated.row(A2), 30).value = "?"
    returned = _back(treated)
    (question,) = returned.questions
    assert (question.about.code, question.options) == ("doubled-column", ("H", "AD"))
    assert _changes(returned, {question.key: "AD"}) == {EDITED: "A/R", _of(A2, SOC): "?"}


def test_of_many_copies_a_few_are_asked_about_and_the_rest_is_told() -> None:
    treated = _treated()
    for row in range(20, 30):
        _copy_row(treated, A1, row)
        treated.matrix.cell(row, treated.column(f"party:{MSS}")).value = "I"
    column = treated.column(f"party:{SOC}")
    for copied in range(30, 36):
        for row in range(1, 31):
            treated.matrix.cell(row, copied).value = treated.matrix.cell(row, column).value
    returned = _back(treated)
    assert [question.options for question in returned.questions] == [("6", "20", "21")]
    assert _codes(returned)[1] == ["too-many-copies"] * 12


def test_more_differences_than_anybody_can_look_at_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(returned_reading, "_MOST_SAID", 3)
    treated = _treated()
    assert len(_back(treated).said) == 1
    for role in (A1, A2, A3):
        treated.type(role, f"party:{MSS}", "?")
    with pytest.raises(FormatError) as refused:
        _back(treated)
    assert refused.value.problem.code == "workbook-too-different"


def test_no_end_of_questions_is_refused() -> None:
    texts = {Place(3, 1): "id", Place(3, 2): f"party:{SOC}"}
    texts |= {Place(4 + n, 1): role.id for n, role in enumerate(PLAN.roles())}
    texts |= {Place(2, n): "Twin" for n in range(3, 300)} | {Place(2, 1): "Id"}
    twins = tuple(replace(party, name=LocalText.same("Twin")) for party in PLAN.parties)
    sheets = Sheets((Grid("M", texts),))
    with pytest.raises(FormatError) as refused:
        returned_of(sheets, "a.xlsx", replace(PLAN, parties=twins), BOTH)
    assert refused.value.problem.code == "workbook-too-unclear"


def test_ties_all_over_a_sheet_are_read_once() -> None:
    """Reading each of them would take minutes."""
    texts = {
        Place(row, column): "plan" if row % 2 else "workbook"
        for row in range(1, 1001)
        for column in range(1, 101)
    }
    assert ties_of([Grid("M", texts)]).plan == "plan"


def test_letters_in_an_added_row_or_column_are_told_and_left_alone() -> None:
    treated = _treated()
    sheet = treated.matrix
    sheet.insert_rows(8)
    sheet.cell(8, treated.column("name")).value = "Coffee"
    sheet.cell(8, treated.column(f"party:{SOC}")).value = "R"
    sheet.insert_cols(9)
    sheet.cell(5, 9).value = "Marketing"
    for row in range(6, 12):
        sheet.cell(row, 9).value = "I"
    sheet.insert_cols(1)
    sheet.cell(5, 1).value = "Remarks"
    sheet.cell(6, 1).value = "to be discussed"
    returned = _back(treated)
    assert _changes(returned) == {EDITED: "A/R"}
    assert sorted(_codes(returned)[1]) == ["unknown-column", "unknown-party", "unknown-row"]
    assert {str(value) for each in returned.ignored for value in each.values.values()} == {
        "Coffee",
        "Marketing",
        "Remarks",
    }


def test_roles_and_parties_that_left_the_plan_are_told() -> None:
    plan = replace(PLAN, own_roles=(Role(RoleId("own:X"), "X", "A", LocalText.same("Own")),))
    content = written(plan).content
    returned = _back(content, RemoveParty(IT).apply(PLAN))
    assert [(each.code, dict(each.values)) for each in returned.ignored] == [
        ("party-gone", {"party": IT}),
        ("role-gone", {"role": "own:X"}),
    ]


def test_what_cannot_be_read_is_told_with_its_place_and_never_guessed() -> None:
    treated = _treated()
    for row, text in enumerate(("-", "x", "A?", "maybe R", "1", "R" * 60), start=6):
        treated.matrix.cell(row, treated.column(f"party:{CISO}")).value = text
    treated.type(A1, "sourcing", "somewhere")
    treated.type(A2, "sourcing", "")
    treated.type(A1, "area", "V")
    treated.type(A1, "note", "n" * 4001)
    treated.type(A2, "note", "a\u202eb")
    returned = _back(treated)
    assert _changes(returned) == {EDITED: "A/R"}
    assert sorted(_codes(returned)[1]) == sorted(
        ["unreadable-letters"] * 6
        + ["unreadable-value", "empty-value", "unreadable-value", "unfit-text", "unfit-text"]
    )
    assert returned.ignored[0].place == "Matrix!G6"


def test_merged_letters_are_asked_about() -> None:
    treated = _treated()
    column = treated.column(f"party:{MSS}")
    treated.matrix.cell(6, column).value = "C"
    treated.matrix.merge_cells(start_row=6, end_row=8, start_column=column, end_column=column)
    returned = _back(treated)
    (question,) = returned.questions
    assert (question.about.code, question.about.place) == ("merged-cells", "Matrix!J6:J8")
    before = {EDITED: "A/R", _of(A1, MSS): "C"}
    assert _changes(returned) == before
    both = {_of(A2, MSS): "C", _of(A3, MSS): "C"}
    held = held_by(duty(PLAN, NOW, A2)).get(MSS), held_by(duty(PLAN, NOW, A3)).get(MSS)
    assert "C" not in held
    assert _changes(returned, {question.key: YES}) == before | both
    assert _changes(returned, {question.key: NO}) == before


def test_two_sheets_that_say_different_things_are_asked_about() -> None:
    treated = _treated()
    copied = treated.book.copy_worksheet(treated.matrix)
    copied.title = "Second"
    assert _codes(_back(treated))[0] == []
    copied.cell(treated.row(A2), treated.column(f"party:{SOC}")).value = "I"
    returned = _back(treated)
    (question,) = returned.questions
    assert (question.about.code, question.options) == ("which-sheet", ("Matrix", "Second"))
    assert _changes(returned, {question.key: "Matrix"}) == {EDITED: "A/R"}
    assert _changes(returned, {question.key: "Second"}) == {EDITED: "A/R", _of(A2, SOC): "I"}


def test_a_formula_without_a_value_is_told_where_it_is_none_of_ours() -> None:
    treated = _treated()
    treated.type(A2, f"party:{SOC}", "=H6")
    assert _codes(_back(treated))[2] == ["workbook-formulas-without-values"]


def test_letters_from_another_alphabet_are_read_with_a_remark() -> None:
    treated = _treated()
    treated.type(A1, f"party:{SOC}", "А/R")
    (said,) = _back(treated).said
    assert (said.theirs, said.remarks) == ("A/R", ("look-alike",))


def test_an_id_typed_by_hand_does_not_make_a_role() -> None:
    treated = _treated()
    treated.matrix.cell(12, 1).value = "x:Z-9"
    returned = _back(treated)
    assert [(each.code, each.values["role"]) for each in returned.ignored] == [
        ("unknown-role", "x:Z-9")
    ]


def test_letters_of_another_set_are_asked_about() -> None:
    treated = _treated(replace(PLAN, letter_set=replace(PLAN.letter_set, id="house")))
    returned = _back(treated)
    assert _codes(returned)[0] == ["other-letter-set"]
    assert _changes(returned) == {}
    assert _changes(returned, _answered(returned, YES)) == {EDITED: "A/R"}


def test_rows_sorted_without_their_hidden_ids_are_asked_about() -> None:
    treated = _treated()
    sheet = treated.matrix
    for column in range(2, sheet.max_column + 1):
        first, second = sheet.cell(6, column).value, sheet.cell(7, column).value
        sheet.cell(6, column).value, sheet.cell(7, column).value = second, first
    returned = _back(treated)
    assert _codes(returned)[0] == ["rows-torn"]
    assert _changes(returned) == {}
    assert _changes(returned, _answered(returned, YES)) == {EDITED: "A/R"}
    assert _changes(returned, _answered(returned, NO)) != {EDITED: "A/R"}


def test_a_head_that_names_another_party_than_its_key_is_asked_about() -> None:
    treated = _treated()
    treated.matrix.cell(5, treated.column(f"party:{SOC}")).value = "IT"
    returned = _back(treated)
    (question,) = returned.questions
    assert (question.about.code, question.options) == ("column-torn", (SOC, IT))
    assert _changes(returned) == {}
    assert _changes(returned, {question.key: SOC}) == {EDITED: "A/R"}
    assert EDITED not in _changes(returned, {question.key: IT})


def test_the_name_of_a_sheet_is_safe_to_print() -> None:
    treated = _treated()
    treated.matrix.title = "Ma\u202etrix"
    (said,) = _back(treated).said
    assert "\u202e" not in said.place


@pytest.mark.office
@pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not there")
@pytest.mark.parametrize("language", LANGUAGES)
def test_saving_with_another_program_is_no_edit(language: str, tmp_path: Path) -> None:
    """It writes every part of the file anew."""
    plan = messy(hybrid_plan(), Random(5))
    plan = SetNote(NOW, frozenset({RoleId("v2:A-1")}), "=1+1\n_x0041_ 'x").apply(plan)
    source = tmp_path / "matrix.xlsx"
    source.write_bytes(written(plan, "ja" if language == "ja" else "en").content)
    again = office.converted(source, "xlsx", tmp_path).read_bytes()
    assert _back(again, plan).said == ()
    assert _codes(_back(again, plan)) == ([], [], [])
    book = load_workbook(io.BytesIO(again))
    book.worksheets[1]["G6"] = "?"
    target = io.BytesIO()
    book.save(target)
    letters = [each for each in _back(target.getvalue(), plan).said if each.topic.party]
    assert [(each.place[-2:], each.theirs) for each in letters] == [("G6", "?")]


def _copy_row(treated: Treated, role: RoleId, target: int) -> None:
    source = treated.row(role)
    for column in range(1, treated.matrix.max_column + 1):
        treated.matrix.cell(target, column).value = treated.matrix.cell(source, column).value


def _of(role: RoleId, party: PartyId) -> Topic:
    return Topic(role, "letters", party)
