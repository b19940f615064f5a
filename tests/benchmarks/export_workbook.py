"""What the export of a workbook costs, against the least a program with openpyxl would do.

`python -m tests.benchmarks.export_workbook [ROLES PARTIES]` prints both and their ratio.
"""

import io
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from socplanner.domain.catalogue import Area, Catalogue, Function, Mark, PartyKind, Role, Sourcing
from socplanner.domain.ids import PartyId, PhaseId, role_id
from socplanner.domain.letters import RACI, Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.matrix import Matrix, matrix_of
from socplanner.domain.plan import Change, Party, Phase, Plan, frozen
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.workbook.facts import WorkbookFacts
from socplanner.wording.language import Words

BOUND = 0.35
FACTS = WorkbookFacts(date(2026, 1, 31), "1.0")
_CELLS = tuple(Cell(each) for each in ("R", "A", "C", "I", "A/R"))
_COLOURS = {"R": "C6E0B4", "A": "F8CBAD", "C": "BDD7EE", "I": "EDEDED", "": "FFFFFF"}


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds of the export and of the bare loop, the best of several runs each."""

    ours: float
    bare: float

    @property
    def ratio(self) -> float:
        """How many times the bare loop the export costs."""
        return self.ours / self.bare


def bench_matrix(roles: int, parties: int) -> Matrix:
    """Return a matrix in which every fifth cell is filled."""
    functions = tuple(
        Function(code, LocalText.same(code), LocalText.same(code), Mark.DEFAULT)
        for code in "ABCDEFGHI"
    )
    made = tuple(_role(number, roles) for number in range(roles))
    catalogue = Catalogue(
        "b", LocalText.same("Bench"), LocalText.same("Made up"), (), functions, made, (), ()
    )
    across = tuple(_party(number) for number in range(parties))
    changes = {role.id: _change(number, across) for number, role in enumerate(made)}
    phase = Phase(PhaseId("now"), LocalText.same("Now"), None, frozen(changes))
    plan = Plan("bench", "Bench", catalogue, RACI, across, (phase,))
    return matrix_of(plan, phase.id)


def export(matrix: Matrix) -> bytes:
    """Write the workbook as the program does."""
    return render(matrix, Words("en"), FACTS)


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
    offered = DataValidation(type="list", formula1='"R,A,C,I"', allow_blank=True)
    offered.add(body)
    sheet.data_validations.append(offered)
    for key in "RACI":
        rule = CellIsRule("equal", [f'"{key}"'], fill=fills[key])  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(body, rule)
    sheet.freeze_panes = "B2"
    for column in range(columns):
        head = sheet.cell(1, column + 2, f"Party {column}")
        head.border, head.font = border, bold
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


def measure(roles: int, parties: int, rounds: int = 3) -> Cost:
    """Return what both cost, run in turn; imports are paid before."""
    matrix = bench_matrix(roles, parties)
    export(bench_matrix(2, 2))
    bare_loop(2, 2)
    ours, bare = [], []
    for _ in range(rounds):
        ours.append(_seconds(export, matrix))
        bare.append(_seconds(bare_loop, roles, parties))
    return Cost(min(ours), min(bare))


def _seconds(work: Callable[..., bytes], *values: object) -> float:
    begin = time.process_time()
    work(*values)
    return time.process_time() - begin


def _role(number: int, roles: int) -> Role:
    function = "ABCDEFGHI"[number * 9 // roles]
    code = f"{function}-{number}"
    return Role(role_id("b", code), code, function, LocalText(f"役割{number}", f"Role {number}"))


def _party(number: int) -> Party:
    kinds: Sequence[PartyKind] = ("internal", "internal", "provider", "authority")
    name = LocalText(f"担当{number}", f"Party {number}")
    return Party(PartyId(f"p{number}"), kinds[number % 4], name)


def _change(number: int, parties: Iterable[Party]) -> Change:
    letters = {
        party.id: _CELLS[(number * 7 + place) % 5]
        for place, party in enumerate(parties)
        if (number * 3 + place) % 5 == 0
    }
    sourcing = tuple(Sourcing)[number % 5]
    note = f"Remark {number}" if number % 7 == 0 else ""
    area = tuple(Area)[number % 4]
    return Change(area, sourcing, frozen(letters), note=note)


def main(arguments: Sequence[str]) -> None:
    """Print what both cost at 54 and 5,000 roles, or at the size that is asked for."""
    sizes = [(54, 10), (5000, 50)]
    if len(arguments) == 2:
        sizes = [(int(arguments[0]), int(arguments[1]))]
    for roles, parties in sizes:
        cost = measure(roles, parties)
        sys.stdout.write(
            f"{roles} x {parties}: {cost.ours:.3f} s, bare {cost.bare:.3f} s, "
            f"ratio {cost.ratio:.2f} (bound {BOUND})\n"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
