"""What LibreOffice saves anew reads as what we exported."""

from datetime import date
from pathlib import Path

import pytest

from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.matrix import matrix_of
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.sheets.reading import sheets_of
from socplanner.formats.workbook.facts import WorkbookFacts
from socplanner.services.i18n import words_for
from tests.support import office
from tests.support.plans import unplaced_plan

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not installed"),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_export_saved_again_has_the_same_values(language: Language, tmp_path: Path) -> None:
    plan = unplaced_plan()
    facts = WorkbookFacts(date(2026, 1, 31), "1.0")
    content = render(matrix_of(plan, plan.phases[0].id), words_for(language), facts)
    file = tmp_path / "export.xlsx"
    file.write_bytes(content)
    again = office.converted(file, "xlsx", tmp_path).read_bytes()
    ours, theirs = sheets_of(content, file.name), sheets_of(again, file.name)
    assert ours.notes == theirs.notes == ()
    for mine, other in zip(ours.grids, theirs.grids, strict=True):
        # LibreOffice knows hidden sheets only
        was = "hidden" if mine.visibility == "very-hidden" else mine.visibility
        assert (mine.name, was) == (other.name, other.visibility)
        assert dict(mine.texts) == dict(other.texts)
        assert mine.merged == other.merged
        assert mine.hidden_rows == other.hidden_rows
        assert mine.hidden_columns == other.hidden_columns
