"""The workbook of one party: every duty with what has to be known about it, fit to be annexed."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.ids import PartyId
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.matrix import matrix_of
from socplanner.domain.phases import duties, with_duties
from socplanner.domain.plan import Plan
from socplanner.formats.party_xlsx import render_party
from socplanner.services.i18n import words_for
from socplanner.wording.language import Words
from tests.support import office
from tests.support.edited_workbook import footer_of, header_of
from tests.support.plans import hybrid_plan
from tests.support.pseudo import literals_in, pseudo_words
from tests.support.small_plan import A1, MSS, NOW, SOC, small_plan, with_row
from tests.support.workbooks import FACTS, messy

FIRST_ROW = 7


def written(plan: Plan, party: PartyId = SOC, words: Words | None = None) -> Worksheet:
    """Return the sheet of the duties of `party` in the first phase."""
    matrix = matrix_of(plan, plan.phases[0].id)
    content = render_party(matrix, party, words or words_for("en"), FACTS)
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def rows_of(sheet: Worksheet) -> Iterator[tuple[str, ...]]:
    """Yield the texts of each duty."""
    for row in sheet.iter_rows(min_row=FIRST_ROW, values_only=True):
        if not row[1]:
            return
        yield tuple("" if value is None else str(value) for value in row)


def test_a_duty_has_all_its_columns() -> None:
    plan = with_row(small_plan(), A1, Sourcing.BOTH, ciso="A", soc="R", it="C", mss="R", cert="I")
    current = replace(duties(plan, NOW)[A1], coverage="24x365", note="From May on.")
    row = next(rows_of(written(with_duties(plan, NOW, {A1: current}))))
    assert row == (
        "A A",
        "A-1",
        "Role A-1",
        "What it does",
        "R\nResponsible",
        "Both",
        "24x365",
        "CISO",
        "MSS (R)",
        "IT",
        "CERT",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_duty_of_the_party_is_there_and_counted(language: Language) -> None:
    plan, words = hybrid_plan(), words_for(language)
    current = [duty.letters.get(SOC, "") for duty in duties(plan, NOW).values()]
    letters = [cell for cell in current if cell]
    sheet = written(plan, SOC, words)
    rows = list(rows_of(sheet))
    assert len(rows) == len(letters)
    assert sorted(row[4].split("\n")[0] for row in rows) == sorted(letters)
    codes = [row[1].split("-")[0] for row in rows]
    assert codes == sorted(codes)
    assert str(sheet["A3"].value).startswith(words.count("{n} duty", "{n} duties", len(letters)))


def test_notes_of_the_planner_do_not_leave_with_an_annex() -> None:
    plan = small_plan()
    note = "Too dear: look for another provider."
    plan = with_duties(plan, NOW, {A1: replace(duties(plan, NOW)[A1], note=note)})
    content = render_party(matrix_of(plan, NOW), SOC, words_for("en"), FACTS)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not [name for name in parts.namelist() if b"Too dear" in parts.read(name)]


def test_the_sheet_reports_a_role_without_an_accountable_internal_party() -> None:
    plan = with_row(small_plan(), A1, Sourcing.OUTSOURCE, mss="A/R", soc="C")
    assert next(rows_of(written(plan)))[7] == "Nobody"


def test_the_sheet_reports_a_party_without_duties() -> None:
    plan = without(MSS)
    sheet = written(plan, MSS)
    assert list(rows_of(sheet)) == []
    assert sheet.cell(FIRST_ROW, 1).value == "No duties in this phase."


def without(party: PartyId) -> Plan:
    """Return a plan in which `party` holds no letter."""
    plan = small_plan()
    wanted = {
        role: replace(
            duty, letters={each: cell for each, cell in duty.letters.items() if each != party}
        )
        for role, duty in duties(plan, NOW).items()
    }
    return with_duties(plan, NOW, wanted)


def test_every_sheet_of_an_annex_is_printed_on_the_same_paper() -> None:
    plan = small_plan()
    content = render_party(matrix_of(plan, NOW), SOC, words_for("en"), FACTS)
    sheets = load_workbook(io.BytesIO(content)).worksheets
    assert {str(sheet.page_setup.paperSize) for sheet in sheets} == {"9"}


def test_it_prints_as_an_annex_on_a4_one_page_wide_with_the_marking() -> None:
    plan = replace(small_plan(), marking=Marking(Tlp.AMBER, "Internal"))
    sheet = written(plan)
    assert str(sheet.page_setup.paperSize) == "9"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth in {1, None}
    assert sheet.print_title_rows == "$6:$6"
    assert "Works" in header_of(sheet)
    assert "TLP:AMBER" in header_of(sheet)
    assert "&P / &N" in footer_of(sheet)
    assert sheet["A4"].value == "TLP:AMBER  Internal"


def test_a_text_that_looks_like_code_stays_a_text() -> None:
    plan = small_plan()
    text = '=HYPERLINK("http://x")'
    parties = tuple(replace(each, name=LocalText.same(text)) for each in plan.parties)
    current = replace(duties(plan, NOW)[A1], coverage=text)
    plan = with_duties(replace(plan, parties=parties, organisation=text), NOW, {A1: current})
    cells = [cell for row in written(plan).iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell for cell in cells if cell.value == text]
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith("="))


def test_the_same_plan_gives_the_same_bytes() -> None:
    matrix, words = matrix_of(small_plan(), NOW), words_for("ja")
    assert render_party(matrix, SOC, words, FACTS) == render_party(matrix, SOC, words, FACTS)


def test_every_text_can_be_translated() -> None:
    plan = messy(replace(small_plan(), organisation="1"), Random(1))
    cells = [cell.value for row in written(plan, SOC, pseudo_words()).iter_rows() for cell in row]
    literal = {word for text in cells if isinstance(text, str) for word in literals_in(text)}
    assert literal <= set()


def test_an_unknown_party_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        render_party(matrix_of(small_plan(), NOW), PartyId("nobody"), words_for("en"), FACTS)


@pytest.mark.office
@pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not there")
def test_another_program_opens_it_and_finds_the_same(tmp_path: Path) -> None:
    source = tmp_path / "duties.xlsx"
    content = render_party(matrix_of(hybrid_plan(), NOW), SOC, words_for("ja"), FACTS)
    source.write_bytes(content)
    again = load_workbook(office.converted(source, "xlsx", tmp_path)).worksheets[0]
    first = load_workbook(io.BytesIO(content)).worksheets[0]
    assert [[cell.value for cell in row] for row in again.iter_rows(max_row=30, max_col=11)] == [
        [cell.value for cell in row] for row in first.iter_rows(max_row=30, max_col=11)
    ]
