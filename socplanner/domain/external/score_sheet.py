"""A filled self-check sheet as it was read: a row a role, with scores, evidence and remarks.

Nothing of it is in a plan yet. `score_matching` finds the roles of the rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from socplanner.domain.assessment import NO_SCORES, RoleScores
from socplanner.domain.problem import Problem

ColumnMeaning = Literal[
    "",
    "code",
    "role",
    "inhouse",
    "outsourced",
    "evidence",
    "inhouse-evidence",
    "outsourced-evidence",
    "remark",
    "inhouse-remark",
    "outsourced-remark",
]
"""What a column has; empty if it is not read. `inhouse` and `outsourced` are scores; evidence and
remark without a side belong to each side that is scored in their row."""

COLUMN_MEANINGS: tuple[ColumnMeaning, ...] = get_args(ColumnMeaning)


class Unread(Problem):
    """Something on the sheet that is not imported, and why: `code` with values."""


class SheetColumn(NamedTuple):
    """A column of the sheet: its number from 1, its heading, and what it has."""

    number: int
    heading: str
    meaning: ColumnMeaning = ""


class ScoreRow(NamedTuple):
    """A row with scores or texts: its number from 1, and the role as the sheet names it."""

    number: int
    code: str
    name: str
    scores: RoleScores = NO_SCORES


def _no_columns() -> Mapping[int, ColumnMeaning]:
    return MappingProxyType({})


def _no_roles() -> Mapping[int, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ScoreAnswers:
    """How the planner has the sheet read; None or empty where nothing was chosen."""

    sheet: str | None = None
    columns: Mapping[int, ColumnMeaning] = field(default_factory=_no_columns)
    """The meanings of columns by their numbers; each meaning replaces that of another column."""
    roles: Mapping[int, str] = field(default_factory=_no_roles)
    """The ids of roles by the numbers of their rows; an empty one leaves the row out."""


NO_SCORE_ANSWERS = ScoreAnswers()


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The rows of a sheet; `problem` is why there is nothing to import, None where there is."""

    sheet: str = ""
    header_row: int = 0
    columns: tuple[SheetColumn, ...] = ()
    rows: tuple[ScoreRow, ...] = ()
    left_out: tuple[Unread, ...] = ()
    problem: Problem | None = None
