"""What reading an exported workbook costs, against openpyxl loading the same file."""

import io
import time
from collections.abc import Callable

from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services.i18n import words_for
from tests.benchmarks.export_workbook import FACTS

BOUND = 0.5


def costs(plan: Plan, rounds: int) -> tuple[float, float]:
    """Return the processor seconds of reading the export of `plan`, ours and openpyxl's."""
    content = render(matrix_of(plan, plan.phases[0].id), words_for("en"), FACTS)
    return _least(_ours, content, rounds), _least(_bare, content, rounds)


def _ours(content: bytes) -> None:
    assert len(sheets_of(content, "export.xlsx").grids) > 1


def _bare(content: bytes) -> None:
    from openpyxl import load_workbook

    load_workbook(io.BytesIO(content), data_only=True)


def _least(work: Callable[[bytes], None], content: bytes, rounds: int) -> float:
    result = []
    for _ in range(rounds):
        begun = time.process_time()
        work(content)
        result.append(time.process_time() - begun)
    return min(result)
