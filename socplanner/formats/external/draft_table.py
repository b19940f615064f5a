"""A matrix while it is being understood: its parts read so far, its questions and remarks."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from socplanner.domain.external.sheet_places import column_letters, line_number
from socplanner.domain.external.understood import (
    Answers,
    Form,
    LeftOut,
    Meaning,
    PartyColumn,
    TaskRow,
    Unclear,
    Written,
)
from socplanner.domain.problem import Problem
from socplanner.formats.external.band_finding import Band
from socplanner.formats.external.canvas import Canvas, address
from socplanner.formats.external.cell_reading import LONGEST_QUESTION, Reading
from socplanner.formats.external.external_bounds import MOST_OF_A_KIND
from socplanner.formats.external.field_words import one_line

ALL_QUESTIONS = frozenset({"heading-or-task"})
"""Codes of questions that have one answer together, so all of them are listed."""


LISTED_CELLS = 5
"""The most cells listed in one note or question."""


class PartyAt(NamedTuple):
    """A party and its columns, each with the letter of its heading, "" where it has none."""

    party: PartyColumn
    columns: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class DraftTable:
    """One matrix of one sheet, filled step by step; `understanding` makes it an `Understood`.

    Rows and columns are those of the canvas; questions and remarks have those of the sheet.
    """

    canvas: Canvas
    band: Band
    answers: Answers
    form: Form = "letters"
    header_rows: list[int] = field(default_factory=list)
    name_row: int | None = None
    """The header row that names the parties, None if it is the lowest one."""
    parties: list[PartyAt] = field(default_factory=list)
    tasks: list[TaskRow] = field(default_factory=list)
    task_column: int | None = None
    code_column: int | None = None
    group_column: int | None = None
    codes: dict[str, str] = field(default_factory=dict)
    """By the text of a date in the column of codes, the code it was."""
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    written: dict[int, tuple[Written, ...]] = field(default_factory=dict)
    """The cells of rows that are not read column by column, by row."""
    letters: dict[int, Counter[str]] = field(default_factory=dict)
    """By column, how often each letter occurs in it."""
    mentioned: set[int] = field(default_factory=set)
    """Columns with a question, or left out."""
    meanings: dict[str, Meaning] = field(default_factory=dict)
    """The meanings of letters that are written as words."""
    doubtful: list[int] = field(default_factory=list)
    """Columns with a few letters among other texts."""
    weight: float = 0
    """The number of letters in the table; an unexplained one counts as a tenth."""
    cells: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """The cells of each note or question about cells, by its code and their common text."""
    times: Counter[tuple[str, str]] = field(default_factory=Counter)
    """The number of questions, left-out things and notes, by kind and code."""

    def ask(self, code: str, **values: object) -> None:
        """Add the question `code`; beyond `MOST_OF_A_KIND` it is only counted."""
        if code in ALL_QUESTIONS or self._is_worth("asked", code):
            self.unclear.append(Unclear(code, self._placed(values)))

    def leave_out(self, code: str, **values: object) -> None:
        """Add a remark on something that is left out, with the same bound."""
        if self._is_worth("left", code):
            self.left_out.append(LeftOut(code, self._placed(values)))

    def note(self, code: str, **values: object) -> None:
        """Add a note on something that was read otherwise than written, with the same bound."""
        if self._is_worth("noted", code):
            self.notes.append(Problem(code, self._placed(values)))

    def note_cell(self, code: str, row: int, column: int, text: str = "") -> None:
        """Add a cell to the note `code`, which lists all cells read otherwise than written."""
        place = self.at(row, column)
        self.cells.setdefault((code, ""), []).append(f"{place} “{text}”" if text else place)

    def ask_cell(self, row: int, column: int, text: str) -> None:
        """Add a cell to the question about `text`, which is no letter: one for each text."""
        self.cells.setdefault(("not-letters", text[:LONGEST_QUESTION]), []).append(
            self.at(row, column)
        )

    def _ask_about_cells(self) -> None:
        for (code, text), places in self.cells.items():
            shown = ", ".join(places[:LISTED_CELLS]) + (" …" if len(places) > LISTED_CELLS else "")
            if code == "not-letters":
                self.ask(code, cell=places[0], cells=shown, n=len(places), text=text)
            else:
                self.note(code, n=len(places), cells=shown)
        self.cells.clear()

    def _is_worth(self, kind: str, code: str) -> bool:
        """Count one more of a kind; return whether it is among the first, which are listed."""
        self.times[kind, code] += 1
        return self.times[kind, code] <= MOST_OF_A_KIND

    def ask_more(self) -> None:
        """Add the notes and questions about cells, and how many of each kind were not listed."""
        self._ask_about_cells()
        if more := self._more("asked"):
            self.ask("more-like-these", n=more)
        if more := self._more("left"):
            self.leave_out("more-like-these", n=more)
        if more := self._more("noted"):
            self.note("more-like-these", n=more)

    def _more(self, kind: str) -> int:
        return sum(
            max(0, times - MOST_OF_A_KIND)
            for (each, code), times in self.times.items()
            if each == kind and code not in ALL_QUESTIONS
        )

    def _placed(self, values: Mapping[str, object]) -> Mapping[str, object]:
        """Return `values` with the rows and columns of the sheet instead of the canvas."""
        across, details = self.canvas.across, dict(values)
        for key in ("row", "column"):
            line = details.pop(key, None)
            if not isinstance(line, int):
                continue
            if key == "column":
                self.mentioned.add(line)
            is_column = (key == "column") != across
            label = column_letters(line) if is_column else str(line)
            details["column" if is_column else "row"] = label if is_column else line
            details["place"] = f"{label}:{label}"
        return details

    def at(self, row: int, column: int) -> str:
        """Return the reference to a cell on the sheet, such as `C12`."""
        return address(self.canvas.place(row, column))

    def add_meanings(self, reading: Reading, text: str) -> None:
        """Store the meanings of letters that were read from words; ask about a contradiction."""
        flags = [note.removeprefix("word:") for note in reading.notes if note.startswith("word:")]
        for letter, flag in zip(reading.letters, flags, strict=False):
            meaning = self.meanings.setdefault(letter, Meaning(text, flag))
            if meaning.flag != flag:
                self.ask("letter-means-two", letter=letter, sets=f"{meaning.text}, {text}")

    def line(self, column: int) -> str:
        """Return the label of a column on the sheet: its letters; a row number if turned."""
        return str(column) if self.canvas.across else column_letters(column)

    def row_label(self, row: int) -> str:
        """Return the label of a row on the sheet: its number; the letters of a column if turned."""
        return column_letters(row) if self.canvas.across else str(row)

    def is_left_out(self, column: int) -> bool:
        """Return whether the planner answered that `column` is no party."""
        return self.line(column) in self.answers.left_out

    def answered_parties(self) -> frozenset[int]:
        """Return the columns that the planner answered to be parties."""
        across = self.canvas.across
        return frozenset(
            line_number(each) for each in self.answers.parties if each.isdigit() == across
        )

    def party_columns(self) -> list[int]:
        """Return the columns of all parties from the left; of the letters, without parties."""
        columns = [column for party in self.parties for column, _ in party.columns]
        return sorted(columns or self.band.symbols)

    def title_cells(self) -> list[tuple[int, int]]:
        """Return row and column of the cells above the header."""
        top = self.header_rows[0] if self.header_rows else self.band.top
        rows = self.canvas.rows
        return [(row, column) for row in rows if row < top for column in rows[row]]

    def heading(self, column: int) -> str:
        """Return the text of `column` in the lowest header row that has one, or ""."""
        for row in reversed(self.header_rows):
            text = self.canvas.shown(row, column)
            if text:
                return one_line(text)
        return ""
