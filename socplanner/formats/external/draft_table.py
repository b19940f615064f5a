"""A matrix while it is being understood: what is known so far, and what has to be asked."""

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
from socplanner.formats.external.cell_reading import LONGEST_ASKED, Reading
from socplanner.formats.external.external_bounds import MOST_OF_A_KIND
from socplanner.formats.external.field_words import one_line

ALL_ASKED = frozenset({"heading-or-task"})
"""One answer goes for all of them, so all are listed."""


LISTED_CELLS = 5
"""So many cells are listed in one note about many."""


class PartyAt(NamedTuple):
    """A party and its columns; a column headed by a letter carries it."""

    party: PartyColumn
    columns: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class DraftTable:
    """One matrix of one sheet; `understanding` freezes it."""

    canvas: Canvas
    band: Band
    answers: Answers
    form: Form = "letters"
    header_rows: list[int] = field(default_factory=list)
    name_row: int | None = None
    """The header row that names the parties, where that is not the lowest."""
    parties: list[PartyAt] = field(default_factory=list)
    tasks: list[TaskRow] = field(default_factory=list)
    task_column: int | None = None
    code_column: int | None = None
    group_column: int | None = None
    codes: dict[str, str] = field(default_factory=dict)
    """What days in the column of codes stand for."""
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    written: dict[int, tuple[Written, ...]] = field(default_factory=dict)
    """The cells of rows that are not read column by column."""
    letters: dict[int, Counter[str]] = field(default_factory=dict)
    """How often each letter stands in each column."""
    spoken_of: set[int] = field(default_factory=set)
    """Columns that are asked about or left out."""
    said: dict[str, Meaning] = field(default_factory=dict)
    """What letters mean that are written as words."""
    doubtful: list[int] = field(default_factory=list)
    """Columns with a few letters among other texts."""
    weight: float = 0
    """How many letters the table holds; letters that nothing explains count for little."""
    cells: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """The cells each note or question about cells is about, by its code and what is common."""
    times: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often something was asked, left out or noted, by kind and code."""

    def ask(self, code: str, **values: object) -> None:
        """Remember something that must be asked."""
        if code in ALL_ASKED or self._is_worth("asked", code):
            self.unclear.append(Unclear(code, self._placed(values)))

    def leave(self, code: str, **values: object) -> None:
        """Remember something that is not taken."""
        if self._is_worth("left", code):
            self.left_out.append(LeftOut(code, self._placed(values)))

    def note(self, code: str, **values: object) -> None:
        """Remember something that was taken otherwise than it is written."""
        if self._is_worth("noted", code):
            self.notes.append(Problem(code, self._placed(values)))

    def note_cell(self, code: str, row: int, column: int, text: str = "") -> None:
        """Remember one more cell that was read otherwise than it is written."""
        place = self.at(row, column)
        self.cells.setdefault((code, ""), []).append(f"{place} “{text}”" if text else place)

    def ask_cell(self, row: int, column: int, text: str) -> None:
        """Remember one more cell whose `text` is no letter: one question for each text."""
        self.cells.setdefault(("not-letters", text[:LONGEST_ASKED]), []).append(
            self.at(row, column)
        )

    def _tell_cells(self) -> None:
        for (code, text), places in self.cells.items():
            shown = ", ".join(places[:LISTED_CELLS]) + (" …" if len(places) > LISTED_CELLS else "")
            if code == "not-letters":
                self.ask(code, cell=places[0], cells=shown, n=len(places), text=text)
            else:
                self.note(code, n=len(places), cells=shown)
        self.cells.clear()

    def _is_worth(self, kind: str, code: str) -> bool:
        """Count one more of a kind; tell whether it is among the first, which are listed."""
        self.times[kind, code] += 1
        return self.times[kind, code] <= MOST_OF_A_KIND

    def tell_more(self) -> None:
        """Tell what is about cells, and how much more there is of each kind than is listed."""
        self._tell_cells()
        if more := self._more("asked"):
            self.ask("more-like-these", n=more)
        if more := self._more("left"):
            self.leave("more-like-these", n=more)
        if more := self._more("noted"):
            self.note("more-like-these", n=more)

    def _more(self, kind: str) -> int:
        return sum(
            max(0, times - MOST_OF_A_KIND)
            for (each, code), times in self.times.items()
            if each == kind and code not in ALL_ASKED
        )

    def _placed(self, values: Mapping[str, object]) -> Mapping[str, object]:
        """Return `values` in which rows and columns are those of the sheet as it lies."""
        across, said = self.canvas.across, dict(values)
        for key in ("row", "column"):
            line = said.pop(key, None)
            if not isinstance(line, int):
                continue
            if key == "column":
                self.spoken_of.add(line)
            is_column = (key == "column") != across
            label = column_letters(line) if is_column else str(line)
            said["column" if is_column else "row"] = label if is_column else line
            said["place"] = f"{label}:{label}"
        return said

    def at(self, row: int, column: int) -> str:
        """Return the address of a cell on the sheet as it lies."""
        return address(self.canvas.place(row, column))

    def heed_words(self, reading: Reading, text: str) -> None:
        """Remember what words say of the letters that were read from them."""
        flags = [note.removeprefix("word:") for note in reading.notes if note.startswith("word:")]
        for letter, flag in zip(reading.letters, flags, strict=False):
            known = self.said.setdefault(letter, Meaning(text, flag))
            if known.flag != flag:
                self.ask("letter-means-two", letter=letter, sets=f"{known.says}, {text}")

    def line(self, column: int) -> str:
        """Return how people call a column; a row, where tasks stand across."""
        return str(column) if self.canvas.across else column_letters(column)

    def row_label(self, row: int) -> str:
        """Return how people call a row; a column, where tasks stand across."""
        return column_letters(row) if self.canvas.across else str(row)

    def is_left_out(self, column: int) -> bool:
        """Tell whether the planner said that `column` is no party."""
        return self.line(column) in self.answers.left_out

    def said_parties(self) -> frozenset[int]:
        """Return the columns of which the planner said that they are parties."""
        across = self.canvas.across
        return frozenset(
            line_number(each) for each in self.answers.parties if each.isdigit() == across
        )

    def party_columns(self) -> list[int]:
        """Return every column that belongs to a party, from the left."""
        columns = [column for party in self.parties for column, _ in party.columns]
        return sorted(columns or self.band.symbols)

    def title_cells(self) -> list[tuple[int, int]]:
        """Return the cells that stand above the header."""
        top = self.header_rows[0] if self.header_rows else self.band.top
        rows = self.canvas.rows
        return [(row, column) for row in rows if row < top for column in rows[row]]

    def head(self, column: int) -> str:
        """Return what stands above `column` in the header rows, the lowest first."""
        for row in reversed(self.header_rows):
            text = self.canvas.shown(row, column)
            if text:
                return one_line(text)
        return ""
