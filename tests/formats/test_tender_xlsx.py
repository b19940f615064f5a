"""The tender pack: its sheets, what a vendor fills in, and nothing that is not for vendors."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.cost_inputs import CostInputs
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.plan import Plan
from socplanner.domain.tender_edits import StoreBid
from socplanner.domain.tender_inputs import Bid
from socplanner.formats.record.tender_keys import TENDER_KEY
from socplanner.services.i18n import words_for
from socplanner.wording.tender_words import answer_names
from tests.support import office
from tests.support.edited_workbook import footer_of, header_of
from tests.support.plans import sample
from tests.support.small_plan import A1, A2, MSS
from tests.support.tenders import SECRETS, filled, pack_of_plan, row_of, tender_plan

PLAN = tender_plan()


def opened(content: bytes) -> Workbook:
    """Return the workbook `content`."""
    return openpyxl.load_workbook(io.BytesIO(content))


def texts_of(sheet: Worksheet) -> list[list[str]]:
    """Return the rows of a sheet as texts."""
    rows = sheet.iter_rows(values_only=True)
    return [["" if value is None else str(value) for value in row] for row in rows]


def test_the_sheets_stand_in_the_order_in_which_they_are_read() -> None:
    book = opened(pack_of_plan(PLAN))
    assert book.sheetnames == [
        *("Cover", "Duties", "Assumptions", "Retained inside", "Responsibilities"),
        *("Handling of information", "Transition", "Answers", "socplanner"),
    ]
    assert book["socplanner"].sheet_state == "veryHidden"
    assert [sheet.page_setup.orientation for sheet in book.worksheets[:-1]] == ["landscape"] * 8


def test_the_duties_have_every_term() -> None:
    rows = texts_of(opened(pack_of_plan(PLAN))["Duties"])
    assert rows[5] == [
        *("A-1", "Role A-1", "What it does", "Monthly report", "monthly", "Every day, On duty"),
        *("15 min", "1 h", "8 h", "300 alerts a day", "SOC (consulted)"),
        *("Isolate a device", "Duty phone", "B-1 Role B-1", ""),
    ]
    assert [row[0] for row in rows[5:]] == ["A-1", "A-2"]


def test_the_other_sheets_have_the_conditions() -> None:
    book = opened(pack_of_plan(PLAN))
    assumptions = dict(row[:2] for row in texts_of(book["Assumptions"])[5:])
    assert assumptions["Events a second"] == "1,200"
    assert assumptions["Mails"] == "70 a day"
    handling = dict(row[:2] for row in texts_of(book["Handling of information"])[5:])
    assert handling["TLP label"].startswith("TLP:AMBER\n")
    assert handling["Place of storage"] == "Japan"
    transition = dict(row[:2] for row in texts_of(book["Transition"])[5:])
    assert transition["End of the service"] == "All rules and logs"
    inside = {row[0]: row for row in texts_of(book["Retained inside"])[5:]}
    assert inside["SOC"][2:5] == ["A-2", "A-1", "Weekdays, 9:00–17:00, On duty"]
    letters = {row[0]: row[3:] for row in texts_of(book["Responsibilities"])[5:]}
    assert letters == {"A-1": ["A", "C", "R"], "A-2": ["", "A", "R"], "A-3": ["A", "R", "I"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_not_for_vendors_is_in_the_file(language: Language) -> None:
    plan = StoreBid(MSS, Bid("rival", "Secret rival")).apply(PLAN)
    with zipfile.ZipFile(io.BytesIO(pack_of_plan(plan, language))) as package:
        content = "".join(
            package.read(name).decode("utf-8", "replace") for name in package.namelist()
        )
    for secret in (*SECRETS[:-1], "Secret rival", "123456", "Department", ">IT<"):
        assert secret not in content, secret


def test_nothing_of_other_providers_of_the_sample_is_in_the_file() -> None:
    plan = sample("manufacturer")
    with zipfile.ZipFile(io.BytesIO(pack_of_plan(plan, "ja"))) as package:
        content = "".join(
            package.read(name).decode("utf-8", "replace") for name in package.namelist()
        )
    notes = {
        change.note
        for phase in plan.phases
        for change in phase.changes.values()
        if change.note is not None
    }
    assert notes
    for text in (
        *notes,
        *(f">{each.name.ja}<" for each in plan.cost.contracts),
        "980000",
        "8400000",
    ):
        assert text not in content, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_the_label_and_the_organisation(language: Language) -> None:
    for sheet in opened(pack_of_plan(PLAN, language)).worksheets[:-1]:
        assert "TLP:AMBER" in header_of(sheet)
        assert "TLP:AMBER" in footer_of(sheet)
        assert "Works" in header_of(sheet)


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_have_a_list_and_prices_are_numbers(language: Language) -> None:
    sheet = opened(pack_of_plan(PLAN, language)).worksheets[-2]
    lists = [each for each in sheet.data_validations.dataValidation if each.type == "list"]
    assert lists[0].formula1 == '"' + ",".join(answer_names(words_for(language))) + '"'
    prices = [each for each in sheet.data_validations.dataValidation if each.type == "decimal"]
    assert {each.formula1 for each in prices} == {"0"}
    assert {sheet[f"E{row}"].number_format for row in (9, 11, 12, 13)} == {"#,##0"}
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[4].hidden


def test_prices_have_decimals_where_the_currency_has() -> None:
    sheet = opened(pack_of_plan(replace(PLAN, cost=CostInputs("EUR")))).worksheets[-2]
    assert sheet["E9"].number_format == "#,##0.00"


def test_the_same_pack_has_the_same_bytes() -> None:
    assert pack_of_plan(PLAN) == pack_of_plan(PLAN)


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    content = pack_of_plan(_with_deliverable("=1+1"))
    cell = opened(content)["Duties"]["D6"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def _with_deliverable(text: str) -> Plan:
    from socplanner.domain.tender_edits import SetServiceTerms
    from socplanner.domain.tender_inputs import ServiceTerms

    return SetServiceTerms(((MSS, A1, ServiceTerms(text)),)).apply(PLAN)


def test_the_record_names_plan_phase_and_provider_and_nothing_else() -> None:
    rows = texts_of(opened(pack_of_plan(PLAN))["socplanner"])
    assert dict(row[:2] for row in rows) == {
        TENDER_KEY: "1",
        "plan": PLAN.id,
        "phase": "now",
        "party": "mss",
        "currency": "JPY",
        "language": "en",
        "date": "2026-01-31",
    }


@pytest.mark.skipif(office.SOFFICE is None, reason="needs LibreOffice")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_total_counts_what_is_bid_for(language: Language, tmp_path: Path) -> None:
    yes, conditions, no = answer_names(words_for(language))
    content = pack_of_plan(PLAN, language)
    assert _total(content, tmp_path) == 0
    fields: dict[str, dict[str, object]] = {
        row_of(A1): {"answer": yes, "price": 100},
        row_of(A2): {"answer": conditions, "price": 20.5},
        "field:flat": {"price": 3},
    }
    assert _total(filled(content, fields), tmp_path) == 123.5
    fields[row_of(A1)] = {"answer": no, "price": 100}
    assert _total(filled(content, fields), tmp_path) == 23.5


def _saved(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _total(content: bytes, folder: Path) -> float:
    path = office.converted(_saved(folder / "pack.xlsx", content), "xlsx", folder)
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[-2]
    value = sheet["E12"].value
    assert isinstance(value, int | float)
    return float(value)
