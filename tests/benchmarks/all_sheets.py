"""What the export of a plan with every sheet costs, against XlsxWriter writing the same cells.

`python -m tests.benchmarks.all_sheets` prints both and their ratio. The baseline has the texts,
numbers, formulas and formatted blanks of our workbook, one format for all of them, and nothing
else: no merged cells, charts, rules or validations.
"""

import io
import sys
import time
from collections.abc import Callable
from functools import partial

from openpyxl import load_workbook
from xlsxwriter import Workbook

from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.formats.matrix_xlsx import render
from socplanner.services import paths
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from tests.benchmarks.export_workbook import FACTS

BOUND = 1.5
Sheets = list[tuple[str, list[tuple[int, int, object]]]]
"""The cells of each sheet: row, column and value; None is a blank."""


def costs(rounds: int) -> tuple[float, float]:
    """Return the processor seconds of our export of the bank, and those of the bare one."""
    plan = open_plan(paths.resources() / "examples" / "bank.socplan").plan
    cells = cells_of(_rendered(plan))
    ours = min(_seconds(partial(_rendered, plan)) for _ in range(rounds))
    bare = min(_seconds(partial(bare_workbook, cells)) for _ in range(rounds))
    return ours, bare


def cells_of(content: bytes) -> Sheets:
    """Return every cell of a workbook that has a value or a format."""
    book = load_workbook(io.BytesIO(content))
    return [
        (
            sheet.title,
            [
                (row, column, cell.value)
                for row, cells in enumerate(sheet.iter_rows())
                for column, cell in enumerate(cells)
                if cell.value is not None or cell.has_style
            ],
        )
        for sheet in book.worksheets
    ]


def bare_workbook(sheets: Sheets) -> bytes:
    """Write the cells of `sheets` with XlsxWriter."""
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    look = book.add_format({"border": 1})
    for name, cells in sheets:
        sheet = book.add_worksheet(name)
        for row, column, value in cells:
            if value is None:
                sheet.write_blank(row, column, None, look)
            else:
                sheet.write(row, column, value, look)
    book.close()
    return target.getvalue()


def _rendered(plan: Plan) -> bytes:
    return render(matrix_of(plan, plan.phases[0].id), words_for("en"), FACTS)


def _seconds(work: Callable[[], bytes]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> None:
    """Print what both cost."""
    ours, bare = costs(5)
    sys.stdout.write(f"{ours:.3f} s, bare {bare:.3f} s, ratio {ours / bare:.2f} (bound {BOUND})\n")


if __name__ == "__main__":
    main()
