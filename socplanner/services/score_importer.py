"""Filled self-check sheets: from disk to the scores of a new assessment, and what was not read."""

from pathlib import Path
from typing import NamedTuple

from socplanner.domain.external.score_matching import MatchedScores, match_scores
from socplanner.domain.external.score_sheet import ScoreAnswers, ScoreSheet
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.formats.external.score_reading import read_score_sheet
from socplanner.formats.sheets.grid import Sheets
from socplanner.services.importer import is_reimport, sheets_in


class ScoreReading(NamedTuple):
    """A sheet as it was read, and its rows as they match roles of the plan."""

    sheet: ScoreSheet
    matched: MatchedScores


class ScoreFile:
    """A workbook with a self-check, to be read for a plan by the answers so far."""

    def __init__(self, path: Path, sheets: Sheets, plan: Plan) -> None:
        """Read `sheets`, those of the workbook `path`, for `plan`."""
        self.path = path
        self.names = tuple(grid.name for grid in sheets.grids)
        self.notes: tuple[Problem, ...] = sheets.notes
        """What of the workbook is not read, such as macros."""

        self._sheets = sheets
        self._plan = plan
        self._is_ours = is_reimport(sheets, plan)

    def read(self, answers: ScoreAnswers) -> ScoreReading:
        """Return the scores of the workbook, read by `answers`."""
        sheet = read_score_sheet(self._sheets.grids, answers, is_ours=self._is_ours)
        return ScoreReading(sheet, match_scores(sheet, self._plan, answers.roles))


def score_file(path: Path, plan: Plan) -> ScoreFile:
    """Return the workbook `path`, for `plan`; raise FileProblem if it cannot be read."""
    return ScoreFile(path, sheets_in(path), plan)
