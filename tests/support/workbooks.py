"""Workbooks of the export to look into, and plans with every mistake there is."""

from datetime import date
from random import Random

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import Language, LocalText
from socplanner.domain.matrix import matrix_of
from socplanner.domain.phases import duties, with_duties
from socplanner.domain.plan import Duty, Plan, frozen
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.workbook.facts import WorkbookFacts
from socplanner.services.i18n import words_for
from tests.support.edited_workbook import EditedWorkbook
from tests.support.small_plan import A1, NOW

FACTS = WorkbookFacts(date(2026, 1, 31), "9.8.7", {A1: LocalText("することの説明", "What it does")})
CELLS = ("", "R", "A", "C", "I", "A/R", "C/I", "A/C", "?")


def written(plan: Plan, language: Language = "en") -> EditedWorkbook:
    """Return the workbook of the first phase, read back."""
    matrix = matrix_of(plan, plan.phases[0].id)
    return EditedWorkbook(render(matrix, words_for(language), FACTS))


def messy(plan: Plan, dice: Random) -> Plan:
    """Return `plan` with rows in every state the sheet can name, and in mixtures of them."""
    wanted = {}
    for role, duty in duties(plan, NOW).items():
        cells = {party.id: Cell(dice.choice(CELLS)) for party in plan.parties}
        letters = {party: cell for party, cell in cells.items() if cell}
        kept = dice.choice((letters, dict(duty.letters), dict(duty.letters), {}))
        area, sourcing = dice.choice(tuple(Area)), dice.choice(tuple(Sourcing))
        wanted[role] = Duty(area, sourcing, frozen(kept), note=dice.choice(("", " ", "why")))
    return with_duties(plan, NOW, wanted)


def random_duty(plan: Plan, dice: Random) -> Duty:
    """Return a duty with few letters, so that each rule is kept as often as broken."""
    symbols = [each.symbol for each in plan.letter_set.letters]
    holders = dice.sample(plan.parties, dice.choice((0, 1, 2, 2, 3, 3, 4)))
    cells = [dice.sample(symbols, dice.choice((1, 1, 2))) for _ in holders]
    current = zip(holders, cells, strict=True)
    letters = {party.id: plan.letter_set.cell(chosen) for party, chosen in current}
    area = Area.UNPLACED if dice.random() < 0.1 else Area.I
    note = dice.choice(("", " ", "\u3000", "\n", "why"))
    return Duty(area, dice.choice(tuple(Sourcing)), frozen(letters), note=note)
