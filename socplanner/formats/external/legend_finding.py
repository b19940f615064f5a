"""Finding legends: cells anywhere on a sheet that explain its letters.

Rules:

1. An entry is a letter in a cell of its own with a meaning beside it, or a part of a text such as
   `R = Responsible, A = Accountable`. A letter with further letters beside it is a task instead.
2. Entries form a legend if they follow each other in one pair of columns at equal distances, or in
   one row, or if they are parts of texts.
3. A legend has at least two entries. Most meanings have a word for a flag of the rules, or a
   heading such as `Legend` is beside or above; two letters with one flag need such a heading.
4. The cells of a legend are claimed, so that they are part of no matrix. For a letter that is
   explained twice, the first meaning counts.
"""

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
    """Return the meanings of letters in legends of the sheet, and claim the cells of these."""
    meanings: dict[str, Meaning] = {}
    for entries in (*_runs(canvas, list(_beside(canvas))), list(_inside(canvas))):
        if not _is_legend(canvas, entries):
            continue
        for entry in entries:
            canvas.claimed.update(entry.cells)
            meanings.setdefault(entry.letter, entry.meaning)
    return meanings


def _beside(canvas: Canvas) -> Iterator[_Entry]:
    """Yield each letter with a text on one side, right first, that may be its meaning."""
    for row, cells in canvas.rows.items():
        for column, text in cells.items():
            reading = canvas.reader.read(text)
            is_word = letter_word(text) is not None and len(text) > 1
            if reading is None or len(reading.letters) != 1 or len(text) > 3 or is_word:
                continue
            for step in (1, -1):
                neighbour = _neighbour(canvas, row, column, step)
                is_its_word = neighbour is not None and _begins_with_its_word(
                    reading.letters[0], neighbour[1]
                )
                if neighbour is not None and (
                    is_its_word or _stands_alone(canvas, row, {column, neighbour[0]})
                ):
                    meaning = Meaning(
                        neighbour[1], flag_in(neighbour[1]), _where(canvas, row, column)
                    )
                    yield _Entry(reading.letters[0], meaning, ((row, column), (row, neighbour[0])))
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
    """Return whether no letter is next to the pair; else it is a task with its letters."""
    left, right = min(pair), max(pair)
    meaning = canvas.text(row, right)
    return not any(
        (text := canvas.text(row, column))
        and column not in pair
        and (reading := canvas.reader.read(text)) is not None
        and not (column > right and _is_pair_after(canvas, row, column))
        and bool(reading.letters or reading.is_none)
        for column in (left - 1, right + 1, *((right + 2,) if letter_word(meaning) else ()))
    )


def _is_pair_after(canvas: Canvas, row: int, column: int) -> bool:
    """Return whether the letter is followed by a meaning, as in `R Responsible A Accountable`."""
    meaning = canvas.text(row, column + 1)
    return len(canvas.text(row, column)) <= 2 and bool(flag_in(meaning))


def _runs(canvas: Canvas, entries: list[_Entry]) -> Iterator[list[_Entry]]:
    """Yield runs of entries: those below each other, and those in one row."""
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
    """Return whether a row is a legend: letters and meanings in turn, no task with its letters."""
    sides = {entry.cells[1][1] > entry.cells[0][1] for entry in run}
    bare = all(letter_word(entry.meaning.text) is not None for entry in run)
    return len(sides) == 1 and (len(run) > 2 or (len(run) == 2 and bare))


def _follows(canvas: Canvas, run: list[_Entry], entry: _Entry) -> bool:
    top, column = run[-1].cells[0]
    row = entry.cells[0][0]
    between = any(canvas.text(each, column) for each in range(top + 1, row))
    flagged = sum(bool(each.meaning.flag) for each in run)
    if len(run) > 1 and row - top != top - run[-2].cells[0][0]:
        return False  # a different distance: this is the begin of something else
    if entry.meaning.flag and len(run) > 1 and flagged * 2 < len(run):
        return False  # the entries above were tasks numbered a, b, c
    return not between and entry.letter not in {each.letter for each in run}


def _is_legend(canvas: Canvas, entries: list[_Entry]) -> bool:
    """Return whether `entries` explain letters: most meanings have a flag, or it has a heading."""
    if len(entries) < 2 or any(cell in canvas.claimed for each in entries for cell in each.cells):
        return False
    flags = [entry.meaning.flag for entry in entries if entry.meaning.flag]
    is_plain = all(_is_its_word(entry) for entry in entries)
    is_doubled = len(set(flags)) < len(flags) and not is_plain
    if is_doubled and not _is_headed(canvas, entries[0].cells):
        return False
    flagged = len(flags)
    if flagged * 2 > len(entries) or (flagged >= 2 and flagged * 2 >= len(entries)):
        return True
    return _is_headed(canvas, entries[0].cells)


def _begins_with_its_word(letter: str, meaning: str) -> bool:
    """Return whether a meaning begins with its letter's word: `A` beside `Accountable: owns`."""
    words = words_in(meaning)
    word = letter_word(words[0]) if words else None
    return word is not None and word.letter == letter


def _is_its_word(entry: _Entry) -> bool:
    """Return whether the meaning is only a word for the letter: `D` beside `Driver`."""
    word = letter_word(entry.meaning.text)
    return word is not None and word.letter == entry.letter


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
    """Yield the entries inside texts such as `R = Responsible, A = Accountable`."""
    for row, cells in canvas.rows.items():
        for column, text in cells.items():
            if len(text) < 3 or len(text) > LONGEST_MEANING:
                continue
            for letter, meaning_text in _pairs_in(text):
                reading = canvas.reader.read(letter)
                if reading is None or len(reading.letters) != 1 or not meaning_text.strip():
                    continue
                bare = meaning_text.strip(" ,;、，/|()")
                meaning = Meaning(bare, flag_in(bare), _where(canvas, row, column))
                yield _Entry(reading.letters[0], meaning, ((row, column),))


def _pairs_in(text: str) -> list[tuple[str, str]]:
    """Return the letters of a text with their meanings: what follows each up to the next."""
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
