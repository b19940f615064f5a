"""What people do to a workbook, one thing at a time, and what the reader makes of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from socplanner.domain.duty_edits import SetNote
from socplanner.domain.duty_values import DutyAddress
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.matrix import matrix_of
from socplanner.domain.reimport.review import review
from socplanner.domain.reimport.sheet_values import NO, YES
from socplanner.formats.format_error import FormatError
from socplanner.formats.matrix_csv import render_csv
from socplanner.formats.record.cell_references import column_name
from socplanner.formats.reimport.reimport_reading import is_ours, reimport_of
from socplanner.formats.sheets.grid import Grid, Place, Sheets
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services.i18n import words_for
from tests.support.mutations import BASE, FIRST_ROW, HEADER_ROW, KEY_ROW, Treated
from tests.support.reading_back import (
    EDITED,
    PLAN,
    answered,
    changes,
    codes,
    edited_once,
    read_back,
    reviewed,
    unknown,
)
from tests.support.small_plan import A1, A2, IT, NOW, SOC
from tests.support.workbooks import written

GOLDEN = Path(__file__).parents[2] / "golden" / "workbooks"


def test_one_edit_is_one_change_with_its_place() -> None:
    reimport = read_back(edited_once())
    (text,) = reimport.values
    assert (text.address, text.base, text.theirs, text.place) == (EDITED, "R", "A/R", "Matrix!I7")
    assert (reimport.phase, reimport.exported) == (NOW, "2026-01-31")
    assert codes(reimport) == ([], [], [])


@pytest.mark.parametrize("note", ["=1+1", "_x0041_", " spaced ", "two\nlines", "'quoted", "\tx"])
def test_a_note_that_programs_like_to_mend_comes_back_as_it_was(note: str) -> None:
    plan = SetNote(NOW, frozenset({A1}), note).apply(PLAN)
    assert read_back(written(plan).content, plan).values == ()


def test_deleted_ids_are_matched_by_code_and_name() -> None:
    treated = edited_once()
    treated.matrix.delete_cols(1)
    reimport = read_back(treated)
    assert changes(reimport) == {EDITED: "A/R"}
    assert codes(reimport) == ([], [], ["rows-by-code"])


def test_rows_matched_by_code_alone_wait_for_an_answer() -> None:
    treated = edited_once()
    name = treated.column("name")
    for row in range(FIRST_ROW, FIRST_ROW + 6):
        treated.matrix.cell(row, name).value = "what we call it"
    treated.matrix.delete_cols(1)
    reimport = read_back(treated)
    assert codes(reimport)[0] == ["rows-by-code-only"]
    assert changes(reimport) == {}
    assert changes(reimport, answered(reimport, YES)) == {EDITED: "A/R"}
    assert reviewed(reimport, answered(reimport, NO)).differences == ()


def test_rows_matched_by_name_alone_wait_for_an_answer() -> None:
    treated = edited_once()
    treated.matrix.delete_cols(treated.column("code"))
    treated.matrix.delete_cols(1)
    reimport = read_back(treated)
    assert codes(reimport)[0] == ["rows-by-name"]
    assert changes(reimport, answered(reimport, YES)) == {EDITED: "A/R"}


def test_columns_without_keys_are_matched_by_their_headings_and_asked_about() -> None:
    treated = edited_once()
    treated.matrix.delete_rows(KEY_ROW)
    reimport = read_back(treated)
    assert codes(reimport) == (["columns-by-name"], [], [])
    assert changes(reimport) == {}
    assert changes(reimport, answered(reimport, YES)) == {EDITED: "A/R"}


def test_ids_of_rows_and_columns_may_both_be_gone() -> None:
    treated = edited_once()
    matrix = treated.matrix
    matrix.delete_cols(1)
    matrix.delete_rows(KEY_ROW)
    reimport = read_back(treated)
    assert changes(reimport, answered(reimport, YES)) == {EDITED: "A/R"}


def test_a_heading_that_two_parties_share_is_asked_about() -> None:
    soc, it = PLAN.parties[1], PLAN.parties[2]
    twins = (PLAN.parties[0], soc, replace(it, name=soc.name), *PLAN.parties[3:])
    plan = replace(PLAN, parties=twins)
    treated = edited_once(plan)
    treated.matrix.delete_rows(KEY_ROW)
    reimport = read_back(treated, plan)
    which = [each for each in reimport.questions if each.about.code == "which-party"]
    assert [each.options for each in which] == [(SOC, IT, "-"), (SOC, IT, "-")]
    answers = answered(reimport, YES) | {which[0].key: SOC, which[1].key: IT}
    assert {
        each.address: each.proposals[0] for each in review(plan, NOW, [reimport], answers).sure
    } == {EDITED: "A/R"}


def test_a_lost_record_of_what_was_sent_out_leaves_two_sides_to_compare() -> None:
    treated = edited_once()
    del treated.book[BASE]
    reimport = read_back(treated)
    assert unknown(reimport) == {EDITED: "A/R"}
    assert codes(reimport)[2] == ["no-base"]


def test_a_note_that_was_cleared_is_seen_without_the_record_too() -> None:
    plan = SetNote(NOW, frozenset({A1}), "why").apply(PLAN)
    treated = Treated(written(plan).content)
    treated.type(A1, "note", "")
    del treated.book[BASE]
    (result,) = review(plan, NOW, [read_back(treated, plan)]).without_origin
    assert (result.address, result.proposals) == (DutyAddress(A1, "note"), ("",))


def test_a_damaged_record_is_noticed_and_not_believed() -> None:
    treated = edited_once()
    sheet = treated.book[BASE]
    for row in sheet.iter_rows():
        if row[0].value == "base":
            row[1].value = "A" + str(row[1].value)[1:]
            break
    reimport = read_back(treated)
    assert unknown(reimport) == {EDITED: "A/R"}
    assert codes(reimport)[2] == ["base-damaged"]


def test_without_a_record_the_hidden_keys_still_identify_rows_and_columns() -> None:
    treated = edited_once()
    for name in (BASE, "Lists"):
        del treated.book[name]
    reimport = read_back(treated)
    assert unknown(reimport) == {EDITED: "A/R"}
    assert (codes(reimport)[2], reimport.phase) == (["no-ties"], None)


def test_the_matrix_copied_into_a_workbook_of_ones_own_is_ours_by_its_ids() -> None:
    treated = edited_once()
    for name in (BASE, "Lists"):
        del treated.book[name]
    treated.matrix.delete_rows(KEY_ROW)
    reimport = read_back(treated)
    assert codes(reimport)[0] == ["columns-by-name"]
    assert unknown(reimport, answered(reimport, YES)) == {EDITED: "A/R"}


def test_a_table_made_elsewhere_is_not_ours_whatever_its_headings_are() -> None:
    headings = ("id", "name", "code", "status", "area", "note", "sourcing")
    texts = {Place(1, column): heading for column, heading in enumerate(headings, start=1)}
    texts |= {Place(2, 1): "10:30", Place(3, 1): "a:b", Place(4, 1): "R"}
    assert not is_ours(Sheets((Grid("T", texts),)), PLAN)


def test_the_export_of_another_plan_is_refused_unless_it_is_meant() -> None:
    content = written(replace(PLAN, id="other")).content
    with pytest.raises(FormatError) as refused:
        read_back(content)
    assert refused.value.problem.code == "workbook-of-other-plan"
    assert codes(read_back(content, of_any_plan=True))[2] == ["other-plan"]


@pytest.mark.parametrize(("written_by", "is_refused"), [("2", True), ("1", False), ("x", False)])
def test_the_export_of_a_newer_program_is_refused(written_by: str, is_refused: bool) -> None:
    treated = edited_once()
    treated.book[BASE]["B1"] = written_by
    if not is_refused:
        assert changes(read_back(treated)) == {EDITED: "A/R"}
        return
    with pytest.raises(FormatError) as refused:
        read_back(treated)
    assert refused.value.problem.code == "workbook-of-newer-program"


def test_a_workbook_without_the_matrix_is_refused() -> None:
    treated = edited_once()
    treated.book.remove(treated.matrix)
    with pytest.raises(FormatError) as refused:
        read_back(treated)
    assert refused.value.problem.code == "workbook-without-matrix"


def test_deleted_rows_and_columns_change_nothing_and_are_reported() -> None:
    treated = edited_once()
    treated.matrix.delete_rows(treated.row(A2))
    treated.matrix.delete_cols(treated.column(f"party:{IT}"))
    reimport = read_back(treated)
    assert changes(reimport) == {EDITED: "A/R"}
    assert codes(reimport)[2] == ["rows-missing", "columns-missing"]


def test_without_a_record_the_roles_and_parties_of_the_plan_are_missed() -> None:
    treated = edited_once()
    treated.book.remove(treated.book[BASE])
    treated.matrix.delete_rows(treated.row(A2))
    treated.matrix.delete_cols(treated.column(f"party:{IT}"))
    notices = codes(read_back(treated))[2]
    assert [each for each in notices if each.endswith("-not-found")] == [
        "roles-not-found",
        "parties-not-found",
    ]


def test_letters_below_no_heading_are_reported_as_left_out() -> None:
    treated = edited_once()
    matrix, column = treated.matrix, treated.column(f"party:{SOC}")
    assert codes(read_back(treated))[1] == []
    for row in range(1, treated.row(A1)):
        matrix.cell(row, column).value = None
    reimport = read_back(treated)
    assert changes(reimport) == {}
    (ignored,) = reimport.ignored
    assert (ignored.code, ignored.place[-2:]) == (
        "nameless-column",
        f"{column_name(column - 1)}{HEADER_ROW}",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_of_the_first_arrangement_comes_back_without_a_difference(
    language: Language,
) -> None:
    """The check stood right of the letters then, and heads one row higher."""
    content = (GOLDEN / f"format-1.{language}.xlsx").read_bytes()
    reimport = read_back(content)
    assert reimport.values == ()
    assert codes(reimport) == ([], [], [])


def test_the_list_of_letters_is_not_mistaken_for_a_matrix() -> None:
    """Neither beside one whose hidden keys are gone, nor alone."""
    treated = edited_once()
    treated.matrix.delete_rows(KEY_ROW)
    with_list = read_back(treated)
    treated.book.remove(treated.book["Data"])
    assert with_list == read_back(treated)


def test_the_ids_in_the_headings_of_a_table_name_the_parties() -> None:
    """Parties of one name are told apart by them."""
    twins = tuple(replace(party, name=PLAN.parties[0].name) for party in PLAN.parties)
    plan = replace(PLAN, parties=twins)
    english = words_for("en")
    sheets = sheets_of(render_csv(matrix_of(plan, NOW), english), "matrix.csv")
    reimport = reimport_of(sheets, "matrix.csv", plan, [english])
    assert codes(reimport)[0] == ["columns-by-name"]
