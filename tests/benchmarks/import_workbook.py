"""What reviewing a returned workbook costs, against openpyxl reading the cells of the same."""

import io
import time
from collections.abc import Callable

from socplanner.domain.local_text import LANGUAGES
from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import review
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.reimport.reimport_reading import is_ours, returned_of
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services.i18n import words_for
from tests.benchmarks.export_workbook import FACTS

BOUND = 0.5
_BOTH = [words_for(language) for language in LANGUAGES]


def costs(plan: Plan, rounds: int) -> tuple[float, float]:
    """Return the processor seconds of reviewing the export of `plan`, and of openpyxl's reading."""
    phase = plan.phases[0].id
    content = render(matrix_of(plan, phase), words_for("en"), FACTS)

    def ours() -> None:
        sheets = sheets_of(content, "export.xlsx")
        assert is_ours(sheets, plan)
        returned = returned_of(sheets, "export.xlsx", plan, _BOTH)
        assert not review(plan, phase, [returned]).differences

    def bare() -> None:
        from openpyxl import load_workbook

        book = load_workbook(io.BytesIO(content), data_only=True)
        cells = (cell for row in book.worksheets[1].iter_rows(values_only=True) for cell in row)
        assert sum(cell is not None for cell in cells)

    return _least(ours, rounds), _least(bare, rounds)


def _least(work: Callable[[], None], rounds: int) -> float:
    found = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return min(found)
