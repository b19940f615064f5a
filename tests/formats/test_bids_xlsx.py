"""The sheet that compares bids: every answer and price, and sums that LibreOffice agrees with."""

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.plan import Plan
from socplanner.domain.tender.comparison import comparison_of
from socplanner.domain.tender_edits import StoreBid
from socplanner.domain.tender_inputs import Bid, BidAnswer
from socplanner.formats.bids_xlsx import render_bids
from socplanner.services.i18n import words_for
from tests.support import office
from tests.support.small_plan import A1, A2, MSS, NOW
from tests.support.tenders import tender_plan
from tests.support.workbooks import FACTS

BIDS = (
    Bid(
        *("acme", "ACME", "2026-12-01", NOW),
        {A1: BidAnswer("yes", 100, "Gladly"), A2: BidAnswer("conditions", 50.5)},
        10,
        1000,
        "All in",
    ),
    Bid("rival", "Rival", answers={A1: BidAnswer("yes"), A2: BidAnswer("no", 70)}),
)


def rendered(language: Language) -> bytes:
    """Return the comparison of the two bids."""
    plan: Plan = tender_plan()
    for bid in BIDS:
        plan = StoreBid(MSS, bid).apply(plan)
    return render_bids(plan, comparison_of(plan, NOW, MSS), words_for(language), FACTS)


def sheet_of(content: bytes, *, values: bool = False) -> Worksheet:
    """Return the only sheet of the workbook `content`."""
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content), data_only=values).worksheets
    assert isinstance(sheet, Worksheet)
    return sheet


def rows_of(sheet: Worksheet) -> list[list[object]]:
    """Return the values of all cells."""
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_vendors_stand_side_by_side() -> None:
    rows = rows_of(sheet_of(rendered("en"), values=True))
    assert rows[0][0] == "Bids: MSS"
    assert (rows[4][2], rows[4][5]) == ("ACME · 2026-12-01", "Rival")
    assert rows[6] == ["A-1", "Role A-1", "Yes", 100, "Gladly", "Yes", "–", None]
    assert rows[7] == ["A-2", "Role A-2", "With conditions", 50.5, None, "No", None, None]
    sums = {row[1]: row[2:] for row in rows[9:17]}
    assert [sums[name][0] for name in ("Yes", "With conditions", "No", "Not answered")] == [
        *(1, 1, 0, 0),
    ]
    assert (sums["Total a month"][1], sums["Total a month"][4]) == (160.5, 0)
    assert (sums["Paid once"][1], sums["Comment"][2]) == (1000, "All in")
    assert rows[18][0] == "Rival states no price for A-1: the total is too low."


@pytest.mark.skipif(office.SOFFICE is None, reason="needs LibreOffice")
@pytest.mark.parametrize("language", LANGUAGES)
def test_recalculated_sums_are_those_that_are_stored(language: Language, tmp_path: Path) -> None:
    content = rendered(language)
    path = tmp_path / "bids.xlsx"
    path.write_bytes(content)
    again = office.converted(path, "xlsx", tmp_path).read_bytes()
    formulas = rows_of(sheet_of(content))
    assert sum(str(cell).startswith("=") for row in formulas for cell in row) == 10
    stored, recalculated = (rows_of(sheet_of(each, values=True)) for each in (content, again))
    assert [row[:8] for row in recalculated[:17]] == stored[:17]
