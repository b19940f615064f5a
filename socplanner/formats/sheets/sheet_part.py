"""The part of one sheet: texts of its cells by their stored values, merged blocks, hidden lines."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from socplanner.formats.format_error import FormatError, refused
from socplanner.formats.sheets.bounds import MOST_COLUMNS, MOST_ROWS, Allowance
from socplanner.formats.sheets.cell_text import meant
from socplanner.formats.sheets.grid import Block, Place
from socplanner.formats.sheets.number_text import Shown, iso_text, number_text
from socplanner.formats.sheets.references import block_of, column_of
from socplanner.formats.sheets.run_text import RunText, Unstruck
from socplanner.formats.sheets.shared_strings import Strings
from socplanner.formats.sheets.styles_part import StyleTable
from socplanner.formats.sheets.xml_events import DEEPEST, Attributes, listen, names_by_tag

_DIGITS = "0123456789"
_MOST_SAME = 2_000
_YES = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class Shared:
    """What the cells of all sheets refer to, and the allowance they share."""

    strings: Strings
    styles: StyleTable
    is_1904: bool
    allowance: Allowance


def _all_shown() -> bytearray:
    return bytearray(MOST_COLUMNS + 1)


@dataclass(slots=True)
class Worksheet:
    """The content of one sheet, cells covered by merged blocks included."""

    texts: dict[Place, str] = field(default_factory=dict)
    merged: list[Block] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: bytearray = field(default_factory=_all_shown)
    """By number of a column, 1 if it is hidden, else 0."""
    without_value: int = 0
    unread: dict[Place, str] = field(default_factory=dict)
    struck: dict[Place, str] = field(default_factory=dict)


def worksheet_of(pieces: Iterable[bytes], part: str, shared: Shared) -> Worksheet:
    """Return the content of the sheet `part`, whose XML is `pieces`.

    Raise FormatError if it is damaged or beyond the allowance.
    """
    listener = _SheetListener(part, shared)
    listen(pieces, part, listener)
    if not listener.is_present:
        raise refused("workbook-part-damaged", part=part)
    return listener.sheet


class _SheetListener:
    """Collects the cells of a sheet; the state is that of the present row and cell."""

    def __init__(self, part: str, shared: Shared) -> None:
        self.sheet = Worksheet()
        self.is_present = False
        self._part = part
        self._shared = shared
        starts: Mapping[str, Callable[[Attributes], None]] = {
            "row": self._start_row,
            "c": self._start_cell,
            "v": self._start_value,
            "t": self._start_text,
            "f": self._start_formula,
            "rPh": self._start_reading,
            "r": self._start_run,
            "rPr": self._start_font,
            "strike": self._strike,
            "mergeCell": self._start_merged,
            "col": self._start_column,
            "worksheet": self._start_sheet,
        }
        ends: Mapping[str, Callable[[], None]] = {
            "c": self._end_cell,
            "v": self._end_text,
            "t": self._end_text,
            "rPh": self._end_reading,
        }
        self._starts = {full: starts[short] for full, short in names_by_tag(*starts).items()}
        self._ends = {full: ends[short] for full, short in names_by_tag(*ends).items()}
        self._depth = 0
        self._row = 0
        self._row_digits = "0"
        self._column = 0
        self._is_row_hidden = False
        self._cell: Attributes = {}
        self._is_cell = self._is_text = self._is_reading = self._is_formula = False
        self._is_inline = False
        self._pieces: list[str] = []
        self._same: dict[str, str] = {}
        self._runs = RunText()

    def start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._damaged()
        on_event = self._starts.get(name)
        if on_event is not None:
            on_event(attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        on_event = self._ends.get(name)
        if on_event is not None:
            on_event()

    def text(self, text: str) -> None:
        if self._is_text:
            self._shared.allowance.count_text(text)
            self._pieces.append(text)
            if self._is_inline:
                self._runs.add(text)

    def _start_sheet(self, _: Attributes) -> None:
        self.is_present = True

    def _start_row(self, attributes: Attributes) -> None:
        digits = attributes.get("r")
        self._set_row(str(self._row + 1) if digits is None else digits)
        self._column = 0
        self._is_row_hidden = attributes.get("hidden") in _YES or attributes.get("ht") == "0"

    def _set_row(self, digits: str) -> None:
        if not digits.isdecimal() or len(digits) > 7 or not 1 <= int(digits) <= MOST_ROWS:
            raise self._damaged()
        self._row, self._row_digits = int(digits), digits

    def _start_cell(self, attributes: Attributes) -> None:
        self._cell = attributes
        self._is_cell = True
        self._is_formula = False
        place = attributes.get("r")
        if place is None:
            self._column += 1
        else:
            letters = place.rstrip(_DIGITS)
            self._column = column_of(letters)
            digits = place[len(letters) :]
            if digits != self._row_digits:
                self._set_row(digits)
        if not 1 <= self._column <= MOST_COLUMNS:
            raise self._damaged()

    def _start_value(self, _: Attributes) -> None:
        self._is_inline = False
        self._is_text = self._is_cell and self._cell.get("t") != "inlineStr"

    def _start_text(self, _: Attributes) -> None:
        self._is_inline = self._is_cell and self._cell.get("t") == "inlineStr"
        self._is_text = self._is_inline and not self._is_reading

    def _start_run(self, _: Attributes) -> None:
        self._runs.start_run()

    def _start_font(self, _: Attributes) -> None:
        self._runs.start_font()

    def _strike(self, attributes: Attributes) -> None:
        self._runs.strike(attributes.get("val", ""))

    def _end_text(self) -> None:
        self._is_text = False

    def _start_formula(self, _: Attributes) -> None:
        self._is_formula = True

    def _start_reading(self, _: Attributes) -> None:
        self._is_reading = True

    def _end_reading(self) -> None:
        self._is_reading = False

    def _start_merged(self, attributes: Attributes) -> None:
        self._shared.allowance.count_block()
        block = block_of(attributes.get("ref", ""))
        if block is None:
            raise self._damaged()
        self.sheet.merged.append(block)

    def _start_column(self, attributes: Attributes) -> None:
        if attributes.get("hidden") in _YES or attributes.get("width") == "0":
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if not (first.isdecimal() and last.isdecimal() and len(first + last) <= 10):
                raise self._damaged()
            begin, end = int(first), min(int(last), MOST_COLUMNS) + 1
            self.sheet.hidden_columns[begin:end] = b"\1" * (end - begin)

    def _end_cell(self) -> None:
        self._is_cell = False
        unstruck = self._runs.end()[1] if self._is_inline else None
        self._is_inline = False
        place = Place(self._row, self._column)
        if not self._pieces:
            if self._is_formula:
                self.sheet.without_value += self._cell.get("t") != "str"
                self._shared.allowance.count_cell("")
                self.sheet.unread[place] = "formula-without-value"
            return
        stored = self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces)
        self._pieces.clear()
        text = self._shown(stored)
        if not text:
            return
        self._shared.allowance.count_cell(text)
        if len(self._same) < _MOST_SAME:
            self._same.setdefault(text, text)
        self.sheet.texts[place] = self._same.get(text, text)
        self._mark(place, stored, text, unstruck)
        if self._is_row_hidden:
            self.sheet.hidden_rows.add(self._row)

    def _mark(self, place: Place, stored: str, text: str, unstruck: Unstruck | None) -> None:
        """Store whether the cell has an error value, or is struck through, at least in part."""
        kind = self._cell.get("t", "n")
        if kind == "e":
            self.sheet.unread[place] = "error-value"
        struck, by_string = self._shared.styles.struck, self._shared.strings.unstruck
        if unstruck is None and not struck and not by_string:
            return
        if kind == "s":
            unstruck = by_string.get(int(stored))
        is_struck = self._style() in struck
        if unstruck is not None:
            kept = unstruck.in_struck if is_struck else unstruck.in_plain
        else:
            kept = "" if is_struck else text
        if kept != text:
            self.sheet.struck[place] = kept

    def _style(self) -> int:
        digits = self._cell.get("s", "0")
        return int(digits) if digits.isdecimal() and len(digits) < 7 else 0

    def _shown(self, stored: str) -> str:
        """Return the shown text of the present cell with the value `stored`."""
        kind = self._cell.get("t", "n")
        if kind == "s":
            return self._shared_string(stored)
        if kind == "n":
            return self._number(stored)
        if kind == "b":
            return "TRUE" if stored.strip() in _YES else "FALSE"
        if kind == "d":
            return iso_text(stored)
        return meant(stored)

    def _shared_string(self, stored: str) -> str:
        try:
            index = int(stored)
            if index < 0:
                raise self._damaged()
            return self._shared.strings.texts[index]
        except (ValueError, IndexError):
            raise self._damaged() from None

    def _number(self, stored: str) -> str:
        index, styles = self._style(), self._shared.styles.numbers
        style = styles[index] if index < len(styles) else Shown.NUMBER
        try:
            return number_text(stored, style, is_1904=self._shared.is_1904)
        except (ValueError, OverflowError):
            return meant(stored)

    def _damaged(self) -> FormatError:
        return refused("workbook-part-damaged", part=self._part)
