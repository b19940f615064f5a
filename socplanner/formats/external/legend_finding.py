"""Legends: what the letters mean, beside, below, above or on another sheet."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from socplanner.domain.external.understood import Meaning
from socplanner.formats.external.canvas import Canvas, address
from socplanner.formats.external.field_words import LEGEND_HEADINGS, flattened, words_in
from socplanner.formats.external.letter_words import flag_in, letter_word

_SYMBOLS = "◎○●△▲□■◇◆×✓☆★〇"
_START = re.compile(
    rf"(?:^|(?<=[\s,;、，/(|。・:：]))\(?(?:([^\W\d_]{{1,2}}|[{_SYMBOLS}])\)?\s*[=＝:：→]"
    rf"|([{_SYMBOLS}])\)?(?=\s*[^\s{_SYMBOLS}/,、]))",
    re.MULTILINE,
)
_DASHED = re.compile(r"\(?([^\W\d_]{1,2}|[◎○●△▲□■◇×✓])\)?\s*[-–—]\s*(\S.{2,})", re.DOTALL)
LONGEST_MEANING = 400


class _Entry(NamedTuple):
    letter: str
    meaning: Meaning
    cells: tuple[tuple[int, int], ...]


def find_legend(canvas: Canvas) -> dict[str, Meaning]:
    """Return what the sheet says its letters mean, and take those cells out of the search."""
    found: dict[str, Meaning] = {}
    for entries in (*_runs(canvas, list(_beside(canvas))), list(_inside(canvas))):
        if not _is_legend(canvas, entries):
            continue
        for entry in entries:
            canvas.taken.update(entry.cells)
            found.setdefault(entry.letter, entry.meaning)
    return found


def _beside(canvas: Canvas) -> Iterator[_Entry]:
    """Yield each letter whose neighbour on one side is a text that may say what it means."""
    for row, cells in canvas.rows.items():
        for column, text in cells.items():
            reading = canvas.reader.read(text)
            is_word = letter_word(text) is not None and len(text) > 1
            if reading is None or len(reading.letters) != 1 or len(text) > 3 or is_word:
                continue
            for step in (1, -1):
                says = _neighbour(canvas, row, column, step)
                is_its_word = says is not None and _begins_with_its_word(
                    reading.letters[0], says[1]
                )
                if says is not None and (
                    is_its_word or _stands_alone(canvas, row, {column, says[0]})
                ):
                    meaning = Meaning(says[1], flag_in(says[1]), _where(canvas, row, column))
                    yield _Entry(reading.letters[0], meaning, ((row, column), (row, says[0])))
                    break


def _neighbour(canvas: Canvas, row: int, column: int, step: int) -> tuple[int, str] | None:
    edge = canvas.block(row, column).right if step == 1 else column
    for beside in (edge + step, edge + 2 * step):
        text = canvas.text(row, beside)
        if text and 3 <= len(text) + 2 * (not text.isascii()) <= LONGEST_MEANING:
            reading = canvas.reader.read(text)
            is_word = letter_word(text) is not None
            return (beside, text) if reading is None or is_word else None
        if text:
            return None
    return None


def _stands_alone(canvas: Canvas, row: int, pair: set[int]) -> bool:
    """Tell whether no letter stands next to the pair: else it is a task with its letters."""
    left, right = min(pair), max(pair)
    says = canvas.text(row, right)
    return not any(
        (text := canvas.text(row, column))
        and column not in pair
        and (reading := canvas.reader.read(text)) is not None
        and not (column > right and _is_pair_after(canvas, row, column))
        and bool(reading.letters or reading.is_none)
        for column in (left - 1, right + 1, *((right + 2,) if letter_word(says) else ()))
    )


def _is_pair_after(canvas: Canvas, row: int, column: int) -> bool:
    """Tell whether the letter is followed by a meaning, as in `R Responsible A Accountable`."""
    says = canvas.text(row, column + 1)
    return len(canvas.text(row, column)) <= 2 and bool(flag_in(says))


def _runs(canvas: Canvas, entries: list[_Entry]) -> Iterator[list[_Entry]]:
    """Yield entries that stand below each other, and those that stand in one row."""
    by_columns: dict[tuple[int, int], list[_Entry]] = {}
    by_row: dict[int, list[_Entry]] = {}
    for entry in entries:
        (row, column), (_, other) = entry.cells
        by_columns.setdefault((column, other), []).append(entry)
        by_row.setdefault(row, []).append(entry)
    for column_run in by_columns.values():
        run: list[_Entry] = []
        for entry in column_run:
            if run and not _follows(canvas, run, entry):
                yield run
                run = []
            run.append(entry)
        yield run
    yield from (run for run in by_row.values() if _is_line(run))


def _is_line(run: list[_Entry]) -> bool:
    """Tell whether a row is a legend: letter and meaning by turns, not a task and its letters."""
    sides = {entry.cells[1][1] > entry.cells[0][1] for entry in run}
    bare = all(letter_word(entry.meaning.says) is not None for entry in run)
    return len(sides) == 1 and (len(run) > 2 or (len(run) == 2 and bare))


def _follows(canvas: Canvas, run: list[_Entry], entry: _Entry) -> bool:
    top, column = run[-1].cells[0]
    row = entry.cells[0][0]
    between = any(canvas.text(each, column) for each in range(top + 1, row))
    telling = sum(bool(each.meaning.flag) for each in run)
    if len(run) > 1 and row - top != top - run[-2].cells[0][0]:
        return False  # another distance: something else begins
    if entry.meaning.flag and len(run) > 1 and telling * 2 < len(run):
        return False  # what stood above were tasks numbered a, b, c
    return not between and entry.letter not in {each.letter for each in run}


def _is_legend(canvas: Canvas, entries: list[_Entry]) -> bool:
    """Tell whether `entries` explain letters: most meanings are telling, or a heading says so."""
    if len(entries) < 2 or any(cell in canvas.taken for each in entries for cell in each.cells):
        return False
    flags = [entry.meaning.flag for entry in entries if entry.meaning.flag]
    is_plain = all(_is_its_word(entry) for entry in entries)
    is_doubled = len(set(flags)) < len(flags) and not is_plain
    if is_doubled and not _is_headed(canvas, entries[0].cells):
        return False
    telling = len(flags)
    if telling * 2 > len(entries) or (telling >= 2 and telling * 2 >= len(entries)):
        return True
    return _is_headed(canvas, entries[0].cells)


def _begins_with_its_word(letter: str, says: str) -> bool:
    """Tell whether a meaning begins with the word of its letter: `A` beside `Accountable: owns`."""
    words = words_in(says)
    known = letter_word(words[0]) if words else None
    return known is not None and known.letter == letter


def _is_its_word(entry: _Entry) -> bool:
    """Tell whether the meaning is just a word that the letter begins: `D` beside `Driver`."""
    known = letter_word(entry.meaning.says)
    return known is not None and known.letter == entry.letter


def _is_headed(canvas: Canvas, cells: tuple[tuple[int, int], ...]) -> bool:
    row, left = cells[0][0], min(column for _, column in cells)
    around = [
        (row, left - 1),
        (row, left - 2),
        (row - 1, left),
        (row - 2, left),
        (row - 1, left - 1),
    ]
    return any(
        flattened(canvas.text(*place)).strip(" :：()[]【】■") in LEGEND_HEADINGS for place in around
    )


def _inside(canvas: Canvas) -> Iterator[_Entry]:
    """Yield what texts such as `R = Responsible, A = Accountable` say by themselves."""
    for row, cells in canvas.rows.items():
        for column, text in cells.items():
            if len(text) < 3 or len(text) > LONGEST_MEANING:
                continue
            for letter, says in _pairs_in(text):
                reading = canvas.reader.read(letter)
                if reading is None or len(reading.letters) != 1 or not says.strip():
                    continue
                bare = says.strip(" ,;、，/|()")
                meaning = Meaning(bare, flag_in(bare), _where(canvas, row, column))
                yield _Entry(reading.letters[0], meaning, ((row, column),))


def _pairs_in(text: str) -> list[tuple[str, str]]:
    """Return letters with what follows them up to the next letter."""
    starts = list(_START.finditer(text))
    if not starts:
        dashed = _DASHED.fullmatch(text)
        return [] if dashed is None else [(dashed[1], dashed[2])]
    ends = [each.start() for each in starts[1:]] + [len(text)]
    return [
        (start[1] or start[2], text[start.end() : end])
        for start, end in zip(starts, ends, strict=True)
    ]


def _where(canvas: Canvas, row: int, column: int) -> str:
    return address(canvas.place(row, column))
