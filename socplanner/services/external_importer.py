"""Workbooks made elsewhere: from their sheets to a matrix and a proposal for a plan."""

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
    """An external workbook: its file name, names of its sheets, and a function that reads it.

    `understand` reads the sheets by the answers given so far.
    """

    name: str
    sheets: tuple[str, ...]
    understand: Callable[[Answers], tuple[Understood, Proposal]]


def external_file(name: str, sheets: Sheets, plan: Plan) -> ExternalFile:
    """Return the workbook `name`, to be read for `plan`."""

    def understand(answers: Answers) -> tuple[Understood, Proposal]:
        understood = understood_in(sheets, plan, answers)
        return understood, propose(understood, plan, _sets(plan))

    return ExternalFile(name, tuple(grid.name for grid in sheets.grids), understand)


def understood_in(sheets: Sheets, plan: Plan, answers: Answers = NO_ANSWERS) -> Understood:
    """Return the matrix of the workbook; the letter set of the plan is tried first."""
    understood = understand(sheets.grids, _sets(plan), answers)
    sheet_read = understood.sheet
    file_notes = [
        note
        for note in sheets.notes
        if not sheet_read or note.values.get("sheet", sheet_read) == sheet_read
    ]  # notes on sheets that were not read are left out
    return replace(understood, notes=(*file_notes, *understood.notes))


def understood_as_values(understood: Understood) -> dict[str, object]:
    """Return `understood` as values of JSON."""
    return as_json(understood)


def _sets(plan: Plan) -> tuple[LetterSet, ...]:
    others = [each for each in all_sets(plan.custom_sets).values() if each.id != plan.letter_set.id]
    return (plan.letter_set, *others)
