"""The matrix of an external workbook as it was understood; nothing of it is in a plan yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from socplanner.domain.problem import Problem

Form = Literal["letters", "letter-columns", "names", "pairs", "none"]
"""Where the letters are: `letters` in cells under the parties; `letter-columns` as marked columns,
one for each letter of a party; `names` as headings over names of parties; `pairs` as headings
beside rows of one task and one party; `none` if there is no matrix."""


LetterColumns = Literal["names", "letters"]
"""Whether a party begins with each name, or wherever the letters start again."""


class Unclear(Problem):
    """A question: `code` with values; nothing is imported before it is answered."""


class LeftOut(Problem):
    """Something on the sheet that is not imported, and why: `code` with values."""


class PartyColumn(NamedTuple):
    """A party of the sheet; `places` are its columns from 1 (rows, if tasks run across)."""

    name: str
    places: tuple[int, ...] = ()
    group: str = ""


class Written(NamedTuple):
    """One cell: its text, and the letters read from it."""

    text: str = ""
    letters: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    """Letters of the cell that an answer left out; where the plan has them, they stay."""
    remark: str = ""
    """The text beside the letters: a condition, or a person; "" if there is none."""


NOT_WRITTEN = Written()


class TaskRow(NamedTuple):
    """One task with a cell for each party; `place` is its row (column, if tasks run across)."""

    place: int
    name: str
    cells: tuple[Written, ...]
    code: str = ""
    group: str = ""
    is_group: bool = False


class TaskRemark(NamedTuple):
    """A text about a task, from a comment or beside letters; `task` is the task's place."""

    task: int
    place: str
    author: str
    text: str


class Meaning(NamedTuple):
    """What a letter means: `text` of a legend, `flag` of the rules; each is "" if unknown."""

    text: str
    flag: str
    place: str = ""


NO_MEANINGS: Mapping[str, Meaning] = MappingProxyType({})


def _no_meanings() -> Mapping[str, Meaning]:
    return NO_MEANINGS


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of the planner to questions; None or empty where nothing was answered."""

    sheet: str | None = None
    header_row: int | None = None
    task_column: int | None = None
    tasks_across: bool | None = None
    letters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The letters of a set, such as `A/R`, for custom letters or texts of cells; "" for none."""
    headings: frozenset[int] | None = None
    """The rows without letters that are headings; the other ones are tasks."""
    left_out: frozenset[str] = frozenset()
    """Labels of columns and rows that are neither party nor task."""
    parties: frozenset[str] = frozenset()
    """Labels of columns (rows, if tasks run across) that are parties in any case."""
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Names of parties and tasks, by the label of their column or row."""
    as_one: frozenset[str] = frozenset()
    """Names that are one party, though they occur twice or look like two."""
    as_several: frozenset[str] = frozenset()
    """Names that are more than one party."""
    columns: tuple[int, int] | None = None
    """The first and last column, from 1, of the table to read where several are side by side."""
    letter_columns: LetterColumns | None = None
    """Where a party begins whose letters have a column each."""
    singly: bool = False
    """Whether letters are asked about one by one, though several have usual meanings."""
    struck: bool | None = None
    """Whether struck-through text counts; if not, it is ignored."""


NO_ANSWERS = Answers()


@dataclass(frozen=True, slots=True)
class Understood:
    """The matrix of an external workbook; only a proposal as long as `unclear` is not empty.

    Rows and columns count from 1; tasks and parties have the order of the sheet.
    """

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
    """Ids of the sets that have every letter of the sheet, the best first; none for custom ones."""
    custom_letters: tuple[str, ...] = ()
    remarks: tuple[TaskRemark, ...] = ()
    """Texts that can be added to the notes of roles."""
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[Problem, ...] = ()
    unclear: tuple[Unclear, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether the sheet has a matrix and no question is open, so that it can be imported."""
        return self.form != "none" and not self.unclear
