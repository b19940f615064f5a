"""Workbooks others wrote, from their sheets to what they say and may mean in a plan."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from socplanner.domain.external.proposal import Proposal, propose
from socplanner.domain.external.understood import NO_ANSWERS, Answers, Understood
from socplanner.domain.letter_sets import all_sets
from socplanner.domain.letters import LetterSet
from socplanner.domain.plan import Plan
from socplanner.formats.external.external_json import as_json
from socplanner.formats.external.understanding import understand
from socplanner.formats.sheets.grid import Sheets


class ExternalFile(NamedTuple):
    """A workbook of others: its name, its sheets, and how it is understood, as answered."""

    name: str
    sheets: tuple[str, ...]
    understand: Callable[[Answers], tuple[Understood, Proposal]]


def external_file(name: str, sheets: Sheets, plan: Plan) -> ExternalFile:
    """Return the workbook `name`, to be understood for `plan`."""

    def understand(answers: Answers) -> tuple[Understood, Proposal]:
        understood = understood_in(sheets, plan, answers)
        return understood, propose(understood, plan, _sets(plan))

    return ExternalFile(name, tuple(grid.name for grid in sheets.grids), understand)


def understood_in(sheets: Sheets, plan: Plan, answers: Answers = NO_ANSWERS) -> Understood:
    """Return what the workbook says; letters of the plan's own set are tried first."""
    understood = understand(sheets.grids, _sets(plan), answers)
    read = understood.sheet
    of_file = [
        each for each in sheets.notes if not read or each.values.get("sheet", read) == read
    ]  # what is on other sheets was not read
    return replace(understood, notes=(*of_file, *understood.notes))


def understood_as_values(understood: Understood) -> dict[str, object]:
    """Return what was understood as values that JSON can hold."""
    return as_json(understood)


def _sets(plan: Plan) -> tuple[LetterSet, ...]:
    others = [each for each in all_sets(plan.custom_sets).values() if each.id != plan.letter_set.id]
    return (plan.letter_set, *others)
