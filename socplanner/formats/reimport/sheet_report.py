"""The report on one sheet while it is read: its rows, questions, ignored cells and notices."""

from collections.abc import Iterable, Mapping

from socplanner.domain.reimport.sheet_values import NO, YES, Condition, Question, Remark
from socplanner.formats.format_error import displayable, refused
from socplanner.formats.record.cell_references import column_name
from socplanner.formats.sheets.grid import Grid

_MOST_IGNORED = 300
_MOST_QUESTIONS = 200
NO_CELLS: Mapping[int, str] = {}


class SheetReport:
    """Collects remarks on a sheet; `prefix` keeps its questions apart from those of other files."""

    def __init__(self, grid: Grid, prefix: str) -> None:
        """Index the texts of `grid` by row, without remarks."""
        self.grid = grid
        self.sheet = str(displayable(grid.name))
        self.rows: dict[int, dict[int, str]] = {}
        self.questions: list[Question] = []
        self.notices: list[Remark] = []
        self._ignored: list[Remark] = []
        self._left_out = 0
        self._prefix = prefix
        for (row, column), text in grid.texts.items():
            self.rows.setdefault(row, {})[column] = text

    @property
    def ignored(self) -> tuple[Remark, ...]:
        """Remarks on what was ignored, the last one a count of those beyond the bound."""
        if not self._left_out:
            return tuple(self._ignored)
        more = Remark("more-ignored", "", {"n": self._left_out})
        return (*self._ignored, more)

    def cells(self, row: int) -> Mapping[int, str]:
        """Return the texts of `row` by their columns."""
        return self.rows.get(row, NO_CELLS)

    def columns(self) -> dict[int, list[str]]:
        """Return the texts of every column."""
        texts: dict[int, list[str]] = {}
        for cells in self.rows.values():
            for column, text in cells.items():
                texts.setdefault(column, []).append(text)
        return texts

    def place(self, row: int, column: int) -> str:
        """Return the reference to a cell, such as `Matrix!E14`; row and column count from 1."""
        return f"{self.sheet}!{column_name(column - 1)}{row}"

    def ask(
        self, code: str, spot: str, options: Iterable[str] = (YES, NO), **values: object
    ) -> Question:
        """Add a question about `spot`, or about the whole sheet where that is empty; return it.

        `values` are those of its message. Raise FormatError if there are too many questions.
        """
        if len(self.questions) >= _MOST_QUESTIONS:
            raise refused("workbook-too-unclear", most=_MOST_QUESTIONS)
        place = f"{self.sheet}!{spot}" if spot else self.sheet
        key = f"{self._prefix}#{place}#{code}"
        question = Question(key, Remark(code, place, _printable(values)), tuple(options))
        self.questions.append(question)
        return question

    def ignore(self, code: str, place: str, **values: object) -> None:
        """Add a remark that the cell at `place` was ignored."""
        if len(self._ignored) < _MOST_IGNORED:
            self._ignored.append(Remark(code, place, _printable(values)))
        else:
            self._left_out += 1

    def notice(self, code: str, **values: object) -> None:
        """Add a remark on the whole sheet."""
        self.notices.append(Remark(code, self.sheet, _printable(values)))


def condition(question: Question, option: str = YES) -> tuple[Condition, ...]:
    """Return the condition that `question` is answered with `option`."""
    return (Condition(question.key, option),)


def _printable(values: Mapping[str, object]) -> dict[str, object]:
    return {key: displayable(value) for key, value in values.items()}
