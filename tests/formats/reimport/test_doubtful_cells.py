"""What the reader cannot tell of a returned workbook is asked about, or told and left alone."""

import io
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from socplanner.domain.catalogue import Role
from socplanner.domain.duty_edits import SetNote
from socplanner.domain.duty_values import DutyAddress
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LANGUAGES, LocalText
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phases import duty
from socplanner.domain.plan import CustomRoles
from socplanner.domain.reimport.sheet_values import DASH, NO, USUAL, YES
from socplanner.formats.format_error import FormatError
from socplanner.formats.reimport import reimport_reading
from socplanner.formats.reimport.provenance import provenance_of
from socplanner.formats.reimport.reimport_reading import reimport_of
from socplanner.formats.sheets.grid import Grid, Place, Sheets
from tests.support import office
from tests.support.mutations import FIRST_ROW, HEADER_ROW
from tests.support.plans import hybrid_plan
from tests.support.reading_back import (
    BOTH,
    EDITED,
    PLAN,
    answered,
    changes,
    codes,
    copy_row,
    edited_once,
    letters_of,
    read_back,
)
from tests.support.small_plan import A1, A2, A3, CISO, IT, MSS, NOW, SOC, letters_by_party
from tests.support.workbooks import messy, written


def test_a_copied_row_with_equal_values_is_no_question() -> None:
    treated = edited_once()
    copy_row(treated, A1, 20)
    assert changes(read_back(treated)) == {EDITED: "A/R"}
    assert codes(read_back(treated))[0] == []


def test_a_copied_row_that_was_edited_is_a_question() -> None:
    treated = edited_once()
    copy_row(treated, A1, 20)
    treated.matrix.cell(20, treated.column(f"party:{MSS}")).value = "I"
    reimport = read_back(treated)
    (question,) = reimport.questions
    assert (question.about.code, question.options) == ("doubled-row", ("7", "20"))
    assert changes(reimport) == {}
    assert changes(reimport, {question.key: "7"}) == {EDITED: "A/R"}
    assert changes(reimport, {question.key: "20"}) == {EDITED: "A/R", letters_of(A1, MSS): "I"}


def test_a_copied_column_that_was_edited_is_a_question() -> None:
    treated = edited_once()
    column = treated.column(f"party:{SOC}")
    for row in range(1, 14):
        treated.matrix.cell(row, 30).value = treated.matrix.cell(row, column).value
    treated.matrix.cell(treated.row(A2), 30).value = "?"
    reimport = read_back(treated)
    (question,) = reimport.questions
    assert (question.about.code, question.options) == ("doubled-column", ("I", "AD"))
    assert changes(reimport, {question.key: "AD"}) == {EDITED: "A/R", letters_of(A2, SOC): "?"}


def test_of_many_copies_a_few_are_questions_and_the_others_a_notice() -> None:
    treated = edited_once()
    for row in range(20, 30):
        copy_row(treated, A1, row)
        treated.matrix.cell(row, treated.column(f"party:{MSS}")).value = "I"
    column = treated.column(f"party:{SOC}")
    for copied in range(30, 36):
        for row in range(1, 31):
            treated.matrix.cell(row, copied).value = treated.matrix.cell(row, column).value
    reimport = read_back(treated)
    assert [question.options for question in reimport.questions] == [("7", "20", "21")]
    assert codes(reimport)[1] == ["too-many-copies"] * 12


def test_more_differences_than_anybody_can_look_at_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reimport_reading, "_MOST_VALUES", 3)
    treated = edited_once()
    assert len(read_back(treated).values) == 1
    for role in (A1, A2, A3):
        treated.type(role, f"party:{MSS}", "?")
    with pytest.raises(FormatError) as refused:
        read_back(treated)
    assert refused.value.problem.code == "workbook-too-different"


def test_no_end_of_questions_is_refused() -> None:
    texts = {Place(3, 1): "id", Place(3, 2): f"party:{SOC}"}
    texts |= {Place(4 + n, 1): role.id for n, role in enumerate(PLAN.roles())}
    texts |= {Place(2, n): "Twin" for n in range(3, 300)} | {Place(2, 1): "Id"}
    twins = tuple(replace(party, name=LocalText.same("Twin")) for party in PLAN.parties)
    sheets = Sheets((Grid("M", texts),))
    with pytest.raises(FormatError) as refused:
        reimport_of(sheets, "a.xlsx", replace(PLAN, parties=twins), BOTH)
    assert refused.value.problem.code == "workbook-too-unclear"


def test_provenance_all_over_a_sheet_are_read_once() -> None:
    """Reading each of them would take minutes."""
    texts = {
        Place(row, column): "plan" if row % 2 else "workbook"
        for row in range(1, 1001)
        for column in range(1, 101)
    }
    assert provenance_of([Grid("M", texts)]).plan == "plan"


def test_letters_in_an_added_row_or_column_are_reported_and_ignored() -> None:
    treated = edited_once()
    sheet = treated.matrix
    sheet.insert_rows(9)
    sheet.cell(9, treated.column("name")).value = "Coffee"
    sheet.cell(9, treated.column(f"party:{SOC}")).value = "R"
    sheet.insert_cols(10)
    sheet.cell(HEADER_ROW, 10).value = "Marketing"
    for row in range(FIRST_ROW, FIRST_ROW + 6):
        sheet.cell(row, 10).value = "I"
    sheet.insert_cols(1)
    sheet.cell(HEADER_ROW, 1).value = "Remarks"
    sheet.cell(FIRST_ROW, 1).value = "to be discussed"
    reimport = read_back(treated)
    assert changes(reimport) == {EDITED: "A/R"}
    assert sorted(codes(reimport)[1]) == ["unknown-column", "unknown-party", "unknown-row"]
    assert {str(value) for each in reimport.ignored for value in each.values.values()} == {
        "Coffee",
        "Marketing",
        "Remarks",
    }


def test_roles_and_parties_that_left_the_plan_are_reported() -> None:
    plan = replace(
        PLAN, custom_roles=CustomRoles((Role(RoleId("own:X"), "X", "A", LocalText.same("Own")),))
    )
    content = written(plan).content
    reimport = read_back(content, RemoveParty(IT).apply(PLAN))
    assert [(each.code, dict(each.values)) for each in reimport.ignored] == [
        ("party-gone", {"party": IT}),
        ("role-gone", {"role": "own:X"}),
    ]


def test_unreadable_cells_are_reported_with_their_places_and_never_guessed() -> None:
    treated = edited_once()
    for row, text in enumerate(("-", "x", "A?", "maybe R", "1", "R" * 60), start=FIRST_ROW):
        treated.matrix.cell(row, treated.column(f"party:{CISO}")).value = text
    treated.type(A1, "sourcing", "somewhere")
    treated.type(A2, "sourcing", "")
    treated.type(A1, "area", "V")
    treated.type(A1, "note", "n" * 4001)
    treated.type(A2, "note", "a\u202eb")
    reimport = read_back(treated)
    assert changes(reimport) == {EDITED: "A/R", DutyAddress(A2, "note"): "ab"}
    assert sorted(codes(reimport)[1]) == sorted(
        ["unreadable-letters"] * 4
        + ["unreadable-value", "empty-value", "unreadable-value", "unfit-text"]
    )
    assert "Matrix!H9" in {each.place for each in reimport.ignored}
    assert [each.place for each in reimport.values if each.doubt == DASH] == [
        "Matrix!H7",
        "Matrix!H8",
    ]


def test_merged_letters_are_a_question() -> None:
    treated = edited_once()
    column = treated.column(f"party:{MSS}")
    treated.matrix.cell(7, column).value = "C"
    treated.matrix.merge_cells(start_row=7, end_row=9, start_column=column, end_column=column)
    reimport = read_back(treated)
    (question,) = reimport.questions
    assert (question.about.code, question.about.place) == ("merged-cells", "Matrix!K7:K9")
    before = {EDITED: "A/R", letters_of(A1, MSS): "C"}
    assert changes(reimport) == before
    both = {letters_of(A2, MSS): "C", letters_of(A3, MSS): "C"}
    current = (
        letters_by_party(duty(PLAN, NOW, A2)).get(MSS),
        letters_by_party(duty(PLAN, NOW, A3)).get(MSS),
    )
    assert "C" not in current
    assert changes(reimport, {question.key: YES}) == before | both
    assert changes(reimport, {question.key: NO}) == before


def test_two_sheets_with_different_values_are_a_question() -> None:
    treated = edited_once()
    copied = treated.book.copy_worksheet(treated.matrix)
    copied.title = "Second"
    assert codes(read_back(treated))[0] == []
    copied.cell(treated.row(A2), treated.column(f"party:{SOC}")).value = "I"
    reimport = read_back(treated)
    (question,) = reimport.questions
    assert (question.about.code, question.options) == ("which-sheet", ("Matrix", "Second"))
    assert changes(reimport, {question.key: "Matrix"}) == {EDITED: "A/R"}
    assert changes(reimport, {question.key: "Second"}) == {EDITED: "A/R", letters_of(A2, SOC): "I"}


def test_a_formula_without_a_value_is_reported_unless_it_is_ours() -> None:
    treated = edited_once()
    treated.type(A2, f"party:{SOC}", "=I7")
    reimport = read_back(treated)
    assert codes(reimport)[1:] == (["formula-without-value"], [])
    assert letters_of(A2, SOC) not in {each.address for each in reimport.values}


def test_letters_from_another_alphabet_are_read_with_a_remark() -> None:
    treated = edited_once()
    treated.type(A1, f"party:{SOC}", "А/R")
    (text,) = read_back(treated).values
    assert (text.theirs, text.remarks) == ("A/R", ("look-alike",))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("実行", "R"),
        ("責任者", "A"),
        ("◎", "A/R"),
        ("△", "C"),
        ("責", "A"),
        ("R (Tanaka)", "R"),
        ("R（田中）", "R"),
        ("A: Sato", "A"),
        ("©", "C"),
        ("Responsible", "R"),
    ],
)
def test_what_letters_are_usually_meant_is_proposed(text: str, letters: str) -> None:
    treated = edited_once()
    treated.type(A2, f"party:{MSS}", text)
    shown = next(each for each in read_back(treated).values if each.address == letters_of(A2, MSS))
    assert (shown.theirs, shown.doubt) == (letters, USUAL)


def test_an_id_typed_by_hand_does_not_make_a_role() -> None:
    treated = edited_once()
    treated.matrix.cell(13, 1).value = "x:Z-9"
    reimport = read_back(treated)
    assert [(each.code, each.values["role"]) for each in reimport.ignored] == [
        ("unknown-role", "x:Z-9")
    ]


def test_letters_of_another_set_are_a_question() -> None:
    treated = edited_once(replace(PLAN, letter_set=replace(PLAN.letter_set, id="house")))
    reimport = read_back(treated)
    assert codes(reimport)[0] == ["other-letter-set"]
    assert changes(reimport) == {}
    assert changes(reimport, answered(reimport, YES)) == {EDITED: "A/R"}


def test_rows_sorted_without_their_hidden_ids_are_a_question() -> None:
    treated = edited_once()
    sheet = treated.matrix
    for column in range(2, sheet.max_column + 1):
        first, second = sheet.cell(7, column).value, sheet.cell(8, column).value
        sheet.cell(7, column).value, sheet.cell(8, column).value = second, first
    reimport = read_back(treated)
    assert codes(reimport)[0] == ["rows-torn"]
    assert changes(reimport) == {}
    assert changes(reimport, answered(reimport, YES)) == {EDITED: "A/R"}
    assert changes(reimport, answered(reimport, NO)) != {EDITED: "A/R"}


def test_a_header_that_names_another_party_than_its_key_is_a_question() -> None:
    treated = edited_once()
    treated.matrix.cell(HEADER_ROW, treated.column(f"party:{SOC}")).value = "IT"
    reimport = read_back(treated)
    (question,) = reimport.questions
    assert (question.about.code, question.options) == ("column-torn", (SOC, IT))
    assert changes(reimport) == {}
    assert changes(reimport, {question.key: SOC}) == {EDITED: "A/R"}
    assert EDITED not in changes(reimport, {question.key: IT})


def test_the_name_of_a_sheet_is_safe_to_print() -> None:
    treated = edited_once()
    treated.matrix.title = "Ma\u202etrix"
    (text,) = read_back(treated).values
    assert "\u202e" not in text.place


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
    assert read_back(again, plan).values == ()
    assert codes(read_back(again, plan)) == ([], [], [])
    book = load_workbook(io.BytesIO(again))
    book.worksheets[1]["H7"] = "?"
    target = io.BytesIO()
    book.save(target)
    letters = [each for each in read_back(target.getvalue(), plan).values if each.address.party]
    assert [(each.place[-2:], each.theirs) for each in letters] == [("H7", "?")]
