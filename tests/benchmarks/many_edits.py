"""What it costs to fill or clear every cell of a big matrix, and what thousands of edits keep."""

import json
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from socplanner.domain.duty_edits import MoveRoles, SetCells, SetNote
from socplanner.domain.history import Edit, History
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.phases import duties
from socplanner.domain.plan import Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.tally import Tally
from socplanner.services.translator import Translator
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.matrix_view import MatrixView
from tests.benchmarks.matrix_letter import made_application, shown
from tests.support.contexts import context_of
from tests.support.plans import unplaced_plan

FILL_BOUND = 2_000.0
"""Milliseconds in which all cells of 5,000 roles by 50 parties are filled or cleared."""

GROWTH_BOUND = 15.0
"""MB by which a process may grow with 20,000 edits of a plan of 54 roles."""

EDITS = 20_000
ROOT = Path(__file__).resolve().parents[2]


def filling(plan: Plan) -> tuple[float, float]:
    """Return the milliseconds of filling and of clearing every cell of `plan`, views included."""
    application = made_application()
    document = Document(History.of(plan))
    viewpoint, checking = Viewpoint(document), Checking(document)
    tally = Tally(document)
    view = MatrixView(context_of(document, Translator(words_for("en")), viewpoint, checking))
    shown(view)
    now = viewpoint.phase
    places = [(role.id, party.id) for role in plan.roles() for party in plan.parties]
    accepted = []
    for cell in (Cell("R"), BLANK):
        edit = SetCells(now, tuple((role, party, cell) for role, party in places))
        begun = time.perf_counter()
        document.perform(edit)
        application.processEvents()
        accepted.append((time.perf_counter() - begun) * 1000)
    view.close()
    tally.deleteLater()
    return accepted[0], accepted[1]


def growth() -> float:
    """Return by how many MB a fresh process grows with thousands of edits; Linux alone tells."""
    command = [sys.executable, "-m", "tests.benchmarks.many_edits"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return float(json.loads(done.stdout))


def _grown() -> float:
    plan, dice = unplaced_plan(), Random(5)
    now = plan.phases[0].id
    roles = [role.id for role in plan.roles()]
    parties = [party.id for party in plan.parties]
    areas = [role.default_area for role in plan.catalogue.roles]
    history = History.of(plan)
    duties(plan, now)
    before = _resident()
    for number in range(EDITS):
        role = dice.choice(roles)
        edits: tuple[Edit, ...] = (
            SetCells(now, ((role, dice.choice(parties), Cell(dice.choice("RACI"))),)),
            MoveRoles(now, frozenset({role}), dice.choice(areas)),
            SetNote(now, frozenset({role}), f"note {number}"),
        )
        history = history.perform(dice.choice(edits))
        duties(history.plan, now)
    return _resident() - before


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1_000_000


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_grown()))
