"""A filled pack comes back as it was filled in; what cannot be read is named with its cell."""

import io
from collections.abc import Callable
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LANGUAGES
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.plan import Plan
from socplanner.domain.tender.returned_bid import ReturnedBid
from socplanner.domain.tender_inputs import VENDOR_ANSWERS, BidAnswer
from socplanner.formats.format_error import FormatError
from socplanner.formats.reimport.bid_reading import bid_of, is_tender_pack
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services.i18n import words_for
from socplanner.wording.bid_words import cell_problem_text
from socplanner.wording.tender_words import answer_name
from tests.support.small_plan import A1, A2, MSS, NOW
from tests.support.tenders import filled, pack_of_plan, row_of, tender_plan

PLAN = tender_plan()
PACKS = {language: pack_of_plan(PLAN, language) for language in LANGUAGES}
LANGUAGE_WORDS = [words_for(language) for language in LANGUAGES]
Fields = dict[str, dict[str, object]]


def returned(content: bytes, plan: Plan = PLAN, *, of_any_plan: bool = False) -> ReturnedBid:
    """Return the bid in the pack `content`."""
    sheets = sheets_of(content, "a.xlsx")
    assert is_tender_pack(sheets)
    return bid_of(sheets, "a.xlsx", plan, LANGUAGE_WORDS, of_any_plan=of_any_plan)


def edited(change: Callable[[Worksheet], object], fields: Fields | None = None) -> bytes:
    """Return the pack after `change` of the sheet of the answers."""
    book = openpyxl.load_workbook(io.BytesIO(filled(PACKS["en"], fields or {})))
    change(book.worksheets[-2])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


_ANSWER = st.builds(
    BidAnswer,
    st.sampled_from([None, *VENDOR_ANSWERS]),
    st.none() | st.integers(0, 10**9).map(float) | st.integers(0, 10**6).map(lambda n: n / 100),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=20),
)


@given(
    st.sampled_from(LANGUAGES),
    _ANSWER,
    _ANSWER,
    st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=1, max_size=30),
)
@settings(max_examples=40, deadline=None)
def test_a_filled_pack_comes_back_as_it_was_filled_in(
    language: str, first: BidAnswer, second: BidAnswer, vendor: str
) -> None:
    words = words_for("ja" if language == "ja" else "en")
    fields: Fields = {"field:vendor": {"answer": vendor}, "field:date": {"answer": "2026-12-24"}}
    for role, each in ((A1, first), (A2, second)):
        name = None if each.answer is None else answer_name(each.answer, words)
        fields[row_of(role)] = {
            "answer": name,
            "price": each.price,
            "comment": "'" + each.comment if each.comment.startswith("=") else each.comment or None,
        }
    result = returned(filled(PACKS["ja" if language == "ja" else "en"], fields))
    assert result.problems == ()
    assert (result.bid.vendor, result.bid.day, result.bid.phase) == (vendor, "2026-12-24", NOW)
    for role, each in ((A1, first), (A2, second)):
        read = result.bid.answers.get(role, BidAnswer())
        comment = "'" + each.comment if each.comment.startswith("=") else each.comment
        assert read == each._replace(comment=comment)


def test_an_empty_pack_is_a_bid_without_answers() -> None:
    result = returned(PACKS["ja"])
    assert (result.party, dict(result.bid.answers), result.bid.vendor) == (MSS, {}, "")
    assert (result.currency, result.exported, result.problems) == ("JPY", "2026-01-31", ())


def test_words_in_place_of_a_price_are_added_to_the_comment() -> None:
    fields: Fields = {
        row_of(A1): {"answer": "○", "price": "別途見積", "comment": "夜間を除く"},
        row_of(A2): {"price": "応相談"},
        "field:flat": {"price": "別途"},
    }
    result = returned(filled(PACKS["ja"], fields))
    assert result.bid.answers[A1] == BidAnswer("yes", None, "夜間を除く\n別途見積")
    assert result.bid.answers[A2].comment == "応相談"
    assert result.bid.comment == "別途"
    assert [each.problem.code for each in result.problems] == ["bid-price-in-words"] * 3


@pytest.mark.parametrize(
    ("field", "column", "value", "text"),
    [
        (row_of(A1), "answer", "maybe", "Answers!D9: “maybe” is no answer"),
        (row_of(A1), "price", "about 100", "Answers!E9: “about 100” is no price"),
        (row_of(A2), "price", -5, "Answers!E10: “-5” is no price"),
        (row_of(A2), "comment", "x" * 4001, "Answers!F10: The text is too long"),
        ("field:date", "answer", "next week", "Answers!D6: “next week” is not a date"),
        ("field:flat", "price", "1.2.3", "Answers!E11: “1.2.3” is no price"),
        (row_of(A1), "price", "$1,200", "Answers!E9: “$1,200” is in another currency: enter"),
        (row_of(A1), "price", "=1+1", "Answers!E9: The file does not have the value"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_and_left_out(
    field: str, column: str, value: object, text: str
) -> None:
    fields: Fields = {row_of(A1): {"answer": "Yes"}, row_of(A2): {"answer": "No"}}
    fields.setdefault(field, {})[column] = value
    result = returned(filled(PACKS["en"], fields))
    (problem,) = result.problems
    assert cell_problem_text(problem, words_for("en")).startswith(text)
    if field != row_of(A1):
        assert result.bid.answers[A1] == BidAnswer("yes")


@pytest.mark.parametrize(
    ("sign", "answer"), [("○", "yes"), ("△", "conditions"), ("×", "no"), ("yes", "yes")]
)
def test_signs_are_answers_too(sign: str, answer: str) -> None:
    result = returned(filled(PACKS["ja"], {row_of(A1): {"answer": sign}}))
    assert result.bid.answers[A1].answer == answer


def test_sorted_rows_and_moved_columns_are_read() -> None:
    def swap(sheet: Worksheet) -> None:
        for column in range(1, 7):
            first, second = sheet.cell(9, column), sheet.cell(10, column)
            first.value, second.value = second.value, first.value
        sheet.insert_cols(4)

    fields: Fields = {row_of(A1): {"answer": "Yes", "price": 5}, row_of(A2): {"answer": "No"}}
    result = returned(edited(swap, fields))
    assert dict(result.bid.answers) == {A1: BidAnswer("yes", 5), A2: BidAnswer("no")}


def test_a_copied_row_counts_once_and_an_unknown_role_not_at_all() -> None:
    def copy(sheet: Worksheet) -> None:
        sheet.cell(30, 1).value, sheet.cell(30, 4).value = row_of(A1), "No"
        sheet.cell(31, 1).value, sheet.cell(31, 4).value = "role:x:Z-9", "No"

    result = returned(edited(copy, {row_of(A1): {"answer": "Yes"}}))
    assert dict(result.bid.answers) == {A1: BidAnswer("yes")}
    assert [each.problem.code for each in result.problems] == [
        "bid-role-twice",
        "bid-for-unknown-role",
    ]


def test_a_row_that_the_vendor_adds_is_reported() -> None:
    def add(sheet: Worksheet) -> None:
        sheet.insert_rows(11)
        sheet["C11"], sheet["D11"], sheet["E11"] = "Extra service", "Yes", 7000

    result = returned(edited(add, {row_of(A1): {"answer": "Yes"}}))
    assert dict(result.bid.answers) == {A1: BidAnswer("yes")}
    assert [(each.place, each.problem.code) for each in result.problems] == [
        ("Answers!D11", "bid-row-without-key"),
        ("Answers!E11", "bid-row-without-key"),
    ]


def test_a_cell_merged_over_roles_is_reported() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("D9:D10")
        sheet.merge_cells("E9:E10")
        sheet.merge_cells("F9:F10")

    answer: dict[str, object] = {"answer": "Yes", "price": 500, "comment": "Both"}
    result = returned(edited(merge, {row_of(A1): answer}))
    assert [(each.place, each.problem.code) for each in result.problems] == [
        ("Answers!D9", "bid-cells-merged"),
        ("Answers!E9", "bid-cells-merged"),
    ]
    assert returned(edited(merge)).problems == ()


def test_a_row_that_the_pack_does_not_have_is_noted() -> None:
    result = returned(edited(lambda sheet: sheet.delete_rows(10), {row_of(A1): {"answer": "Yes"}}))
    (note,) = result.notes
    assert (note.code, note.values["roles"]) == ("bid-rows-missing", "A-2")
    assert returned(PACKS["ja"]).notes == ()


def _refused(content: bytes, plan: Plan = PLAN) -> str:
    with pytest.raises(FormatError) as error:
        returned(content, plan)
    return error.value.problem.code


def test_a_pack_of_another_plan_is_refused_unless_it_is_wanted() -> None:
    other = replace(PLAN, id="other")
    content = filled(PACKS["en"], {row_of(A1): {"answer": "Yes"}})
    assert _refused(content, other) == "workbook-of-other-plan"
    assert returned(content, other, of_any_plan=True).bid.answers[A1].answer == "yes"


def test_a_pack_for_a_provider_that_is_gone_is_refused() -> None:
    assert _refused(PACKS["en"], RemoveParty(MSS).apply(PLAN)) == "bid-of-unknown-party"


def test_a_pack_without_its_record_or_its_keys_is_refused() -> None:
    book = openpyxl.load_workbook(io.BytesIO(PACKS["en"]))
    del book["socplanner"]
    target = io.BytesIO()
    book.save(target)
    assert _refused(target.getvalue()) == "bid-without-record"
    assert _refused(edited(lambda sheet: sheet.delete_cols(1))) == "bid-without-answers"


def test_a_pack_of_a_newer_program_is_refused() -> None:
    book = openpyxl.load_workbook(io.BytesIO(PACKS["en"]))
    book["socplanner"]["B1"] = "2"
    target = io.BytesIO()
    book.save(target)
    assert _refused(target.getvalue()) == "workbook-of-newer-program"


def test_of_two_filled_sheets_the_first_counts_and_the_other_is_noted() -> None:
    book = openpyxl.load_workbook(io.BytesIO(filled(PACKS["en"], {row_of(A1): {"answer": "Yes"}})))
    copy = book.copy_worksheet(book.worksheets[-2])
    copy.cell(9, 4).value = "No"
    target = io.BytesIO()
    book.save(target)
    result = returned(target.getvalue())
    assert result.bid.answers[RoleId(A1)].answer == "yes"
    assert [each.code for each in result.notes] == ["bid-further-sheet"]


def test_a_matrix_is_no_pack() -> None:
    assert not is_tender_pack(sheets_of(b"Role,SOC\nA-1,R\n", "a.csv"))
