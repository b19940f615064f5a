"""What was understood of a workbook that others wrote; nothing of it is in a plan yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from socplanner.domain.problem import Problem

Form = Literal["letters", "letter-columns", "names", "pairs", "none"]
"""How the letters stand: in cells under parties; in columns of their own under each party, with
marks; as headings over names of parties; as headings beside pairs of task and party; not at all."""


LetterColumns = Literal["names", "letters"]
"""A party begins with each name, or wherever the letters begin anew."""


class Unclear(Problem):
    """Something that must be asked: `code` with values; nothing is taken before it is answered."""


class LeftOut(Problem):
    """Something on the sheet that was not taken, and why: `code` with values."""


class PartyColumn(NamedTuple):
    """A party of the sheet; `places` are its columns (rows, where tasks stand across)."""

    name: str
    places: tuple[int, ...] = ()
    group: str = ""


class Written(NamedTuple):
    """One cell: its text as it is written, and the letters read from it."""

    text: str = ""
    letters: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    """Letters of it that an answer left out: what the plan says of them stays."""
    remark: str = ""
    """What stands beside the letters: a condition, or the person."""


NOT_WRITTEN = Written()


class TaskRow(NamedTuple):
    """One task with its cells, one a party; `place` is its row (column, where tasks are across)."""

    place: int
    name: str
    cells: tuple[Written, ...]
    code: str = ""
    group: str = ""
    is_group: bool = False


class TaskRemark(NamedTuple):
    """What somebody wrote about a task, in a comment or beside letters; `task` is its place."""

    task: int
    place: str
    author: str
    text: str


class Meaning(NamedTuple):
    """What a letter means: `says` as a legend words it, `flag` of the rules; both may be empty."""

    says: str
    flag: str
    place: str = ""


NO_MEANINGS: Mapping[str, Meaning] = MappingProxyType({})


def _no_meanings() -> Mapping[str, Meaning]:
    return NO_MEANINGS


@dataclass(frozen=True, slots=True)
class Answers:
    """What the planner said to what was unclear: which table, which way, which letters."""

    sheet: str | None = None
    header_row: int | None = None
    task_column: int | None = None
    tasks_across: bool | None = None
    letters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Own letters, or what stands in a cell, as letters of a set; the empty text means none."""
    headings: frozenset[int] | None = None
    """Which rows without letters are headings; the others are tasks then."""
    left_out: frozenset[str] = frozenset()
    """Columns and rows, as workbooks call them, that are neither party nor task."""
    parties: frozenset[str] = frozenset()
    """Columns (rows, where tasks stand across) that are parties, however they look."""
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What the party or the task in a column or row is called, by what workbooks call that."""
    as_one: frozenset[str] = frozenset()
    """Names that are one party, though they stand twice or look like two."""
    as_several: frozenset[str] = frozenset()
    """Names that are more than one party."""
    columns: tuple[int, int] | None = None
    """The first and the last column of the table that is meant, of several beside each other."""
    letter_columns: LetterColumns | None = None
    """Where a party begins that has a column for each letter."""
    singly: bool = False
    """Whether letters are asked about one by one, though something is usual for several."""
    struck: bool | None = None
    """Whether text that is struck through counts; if not, it is read as if it were not there."""


NO_ANSWERS = Answers()


@dataclass(frozen=True, slots=True)
class Understood:
    """The matrix of a foreign workbook. Where `unclear` is not empty, it is a proposal only."""

    sheet: str = ""
    form: Form = "none"
    tasks_across: bool = False
    header_rows: tuple[int, ...] = ()
    task_column: int | None = None
    code_column: int | None = None
    group_column: int | None = None
    parties: tuple[PartyColumn, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    meanings: Mapping[str, Meaning] = field(default_factory=_no_meanings)
    letter_sets: tuple[str, ...] = ()
    """The sets that hold every letter of the sheet, the best one first; none for own letters."""
    own_letters: tuple[str, ...] = ()
    remarks: tuple[TaskRemark, ...] = ()
    """What a plan may keep in the notes of its roles."""
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[Problem, ...] = ()
    unclear: tuple[Unclear, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether nothing has to be asked before tasks and letters may be taken."""
        return self.form != "none" and not self.unclear
