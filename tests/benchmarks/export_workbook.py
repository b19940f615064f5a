"""What the export of a workbook costs, against the least a program with openpyxl would do.

`python -m tests.benchmarks.export_workbook [ROLES PARTIES]` prints both and their ratio.
"""

import io
import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date

from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.workbook.facts import WorkbookFacts
from socplanner.services.i18n import words_for
from tests.support.plans import big_plan, unplaced_plan

BOUND = 0.4
os.environ.setdefault("OPENPYXL_LXML", "False")
"""The baseline is openpyxl as it is installed; a tool of the tests brings lxml along."""
FACTS = WorkbookFacts(date(2026, 1, 31), "1.0")
_COLOURS = {"R": "C6E0B4", "A": "F8CBAD", "C": "BDD7EE", "I": "EDEDED", "": "FFFFFF"}


def ours(plan: Plan, rounds: int) -> list[float]:
    """Return the processor seconds of writing the whole workbook of `plan`, once a round."""
    matrix = matrix_of(plan, plan.phases[0].id)
    return [_seconds(render, matrix, words_for("en"), FACTS) for _ in range(rounds)]


def baseline(plan: Plan, rounds: int) -> list[float]:
    """Return the processor seconds of a bare loop as big as `plan`, once a round."""
    roles = sum(1 for _ in plan.roles())
    return [_seconds(bare_loop, roles, len(plan.parties)) for _ in range(rounds)]


def bare_loop(rows: int, columns: int) -> bytes:
    """Write one styled sheet with openpyxl: no formulas, no second sheet, no counts.

    A head, a column of names, a border, an alignment and a fill on each cell, frozen panes, a list
    and four conditional formats.
    """
    from openpyxl import Workbook
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.worksheets[0]
    side = Side(style="thin")
    border, middle = Border(side, side, side, side), Alignment(horizontal="center")
    fills = {key: PatternFill("solid", fgColor=colour) for key, colour in _COLOURS.items()}
    bold, keys = Font(bold=True), tuple(_COLOURS)
    body = f"B2:{get_column_letter(columns + 1)}{rows + 1}"
    suggested = DataValidation(type="list", formula1='"R,A,C,I"', allow_blank=True)
    suggested.add(body)
    sheet.data_validations.append(suggested)
    for key in "RACI":
        rule = CellIsRule("equal", [f'"{key}"'], fill=fills[key])
        sheet.conditional_formatting.add(body, rule)
    sheet.freeze_panes = "B2"
    for column in range(columns):
        heading = sheet.cell(1, column + 2, f"Party {column}")
        heading.border, heading.font = border, bold
    for row in range(rows):
        name = sheet.cell(row + 2, 1, f"Role {row}")
        name.border, name.font = border, bold
        for column in range(columns):
            key = keys[(row * 7 + column * 3) % 5]
            cell = sheet.cell(row + 2, column + 2, key or None)
            cell.border, cell.fill, cell.alignment = border, fills[key], middle
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _seconds(work: Callable[..., bytes], *values: object) -> float:
    begin = time.process_time()
    work(*values)
    return time.process_time() - begin


def main(arguments: Sequence[str]) -> None:
    """Print what both cost at the usual size and at 5,000 x 50, or at the size asked for."""
    plans = [unplaced_plan(), big_plan()]
    if len(arguments) == 2:
        plans = [big_plan(int(arguments[0]), int(arguments[1]))]
    for plan in plans:
        ours(plan, 1)
        our_best, bare_best = min(ours(plan, 3)), min(baseline(plan, 3))
        size = f"{sum(1 for _ in plan.roles())} x {len(plan.parties)}"
        sys.stdout.write(
            f"{size}: {our_best:.3f} s, bare {bare_best:.3f} s, "
            f"ratio {our_best / bare_best:.2f} (bound {BOUND} at 5,000 x 50)\n"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
