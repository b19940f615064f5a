"""The staffing sheet: its values are those of the program, and its formulas are alive."""

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.ids import PartyId
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.phase_staffing import staffing_of
from socplanner.domain.staffing_edits import SetAssumptions, SetPeople
from socplanner.domain.staffing_inputs import NO_STAFFING, People
from socplanner.domain.workbook_copy import WorkbookCopy
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.workbook.staffing_figures import RESULTS
from socplanner.services.i18n import words_for
from socplanner.wording.staffing_words import DASH, symbol_name
from socplanner.wording.terms import party_name
from tests.support import office
from tests.support.edited_workbook import EditedWorkbook
from tests.support.plans import sample
from tests.support.workbooks import FACTS, written

SAMPLES = ("manufacturer", "bank")
SOC = PartyId("soc")
_ROWS = re.compile(r"B(\d+)")
needs_office = pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not there")


def staffing_sheet(book: Workbook, language: Language) -> Worksheet:
    """Return the staffing sheet of a workbook."""
    sheet = book[words_for(language).tr("Staffing")]
    assert isinstance(sheet, Worksheet)
    return sheet


def results(sheet: Worksheet, plan: Plan, language: Language) -> Mapping[PartyId, list[object]]:
    """Return the results of each party as the sheet shows them."""
    words = words_for(language)
    rows: dict[str, list[object]] = {
        str(name): list(values) for name, *values in sheet.iter_rows(5, 30, values_only=True)
    }
    names = {party.id: party_name(party, words) for party in plan.parties}
    return {party: rows[name][: len(RESULTS)] for party, name in names.items() if name in rows}


def expected(plan: Plan) -> Mapping[PartyId, list[object]]:
    """Return the results of each party as the program computes them."""
    return {
        each.party.id: [
            DASH if (value := each.figures[symbol].value) is None else pytest.approx(value)
            for symbol in RESULTS
        ]
        for each in staffing_of(plan, plan.phases[0].id).parties
    }


def input_row(sheet: Worksheet, name: str, below: str = "") -> int:
    """Return the row of an input by its name, the first one below a heading."""
    texts = [str(text) for (text,) in sheet.iter_rows(max_col=1, values_only=True)]
    start = 0 if not below else len(texts) - texts[::-1].index(below)
    return texts.index(name, start) + 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_sheet_shows_what_the_program_computes(name: str, language: Language) -> None:
    plan = sample(name)
    sheet = staffing_sheet(written(plan, language).values, language)
    assert results(sheet, plan, language) == expected(plan)


def test_there_is_no_sheet_where_nothing_is_stated_or_the_copy_is_for_one_party() -> None:
    title = words_for("en").tr("Staffing")
    plan = sample("manufacturer")
    assert title in written(plan).values.sheetnames
    assert title not in written(replace(plan, staffing=NO_STAFFING)).values.sheetnames
    facts = replace(FACTS, workbook_copy=WorkbookCopy(party=plan.parties[0].id))
    content = render(matrix_of(plan, plan.phases[0].id), words_for("en"), facts)
    assert title not in EditedWorkbook(content).values.sheetnames


def test_every_figure_is_listed_once_below_its_inputs() -> None:
    sheet = staffing_sheet(written(sample("bank")).formulas, "en")
    for row, (formula,) in enumerate(sheet.iter_rows(12, None, 2, 2, values_only=True), 12):
        if isinstance(formula, str) and formula.startswith("="):
            assert all(int(used) < row for used in _ROWS.findall(formula)), formula


def recalculated(book: Workbook, folder: Path) -> Workbook:
    """Return `book` as LibreOffice saves it, every formula worked out anew."""
    source = folder / "edited.xlsx"
    book.save(source)
    return load_workbook(office.converted(source, "xlsx", folder), data_only=True)


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("name", SAMPLES)
def test_another_program_works_out_the_same_figures(name: str, tmp_path: Path) -> None:
    plan = sample(name)
    book = load_workbook(io.BytesIO(written(plan, "ja").content))
    again = staffing_sheet(recalculated(book, tmp_path), "ja")
    assert results(again, plan, "ja") == expected(plan)


@pytest.mark.office
@needs_office
def test_a_changed_input_changes_what_follows_from_it(tmp_path: Path) -> None:
    """As a reader tries it in Excel: less leave, more handover, an answer to an empty cell."""
    plan = sample_without_count()
    plan = SetPeople(plan.phases[0].id, SOC, People(None, 1)).apply(plan)
    changed = SetAssumptions({"leave": 12, "handover-minutes": 45}).apply(plan)
    changed = SetPeople(plan.phases[0].id, SOC, People(9, 1)).apply(changed)
    book = load_workbook(io.BytesIO(written(plan).content))
    sheet, words = staffing_sheet(book, "en"), words_for("en")
    soc = next(party for party in plan.parties if party.id == SOC)
    assert results(sheet, plan, "en")[SOC][RESULTS.index("today_people")] != 9
    for symbol, value, below in (
        ("leave", 12, ""),
        ("handover_minutes", 45, ""),
        ("headcount", 9, party_name(soc, words)),
    ):
        sheet.cell(input_row(sheet, symbol_name(symbol, words), below), 2).value = value
    again = staffing_sheet(recalculated(book, tmp_path), "en")
    assert results(again, plan, "en") == expected(changed)
    assert expected(changed)[SOC] != expected(plan)[SOC]


def sample_without_count() -> Plan:
    """Return the bank with the assumptions of this tool and no headcount of its SOC."""
    plan = sample("bank")
    parties = tuple(replace(each, headcount=None) for each in plan.parties)
    staffing = plan.staffing._replace(assumptions={}, people={})
    return replace(plan, parties=parties, staffing=staffing)


def test_a_figure_that_cannot_be_computed_is_a_dash() -> None:
    plan = sample_without_count()
    shown = results(staffing_sheet(written(plan).values, "en"), plan, "en")
    assert shown == expected(plan)
    assert DASH in shown[SOC]
