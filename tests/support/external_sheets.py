"""Writes a drawing as a sheet: matrix, letter columns, names under letters, pairs, or turned."""

from itertools import pairwise
from random import Random

from socplanner.formats.sheets.grid import Block, Grid, Place
from tests.support.external_layouts import (
    DEPARTMENTS,
    EXTRA,
    MEANINGS,
    OWN,
    TASK_HEADS,
    WORDS,
    Drawing,
    Layout,
    Sketch,
    TaskTruth,
)

STYLES = (
    "slash slash comma together blank and small wide alike words-en words-ja words-fr own-legend"
)
KINDS = ("matrix", "across", "letter-columns", "names", "pairs")


def draw_layout(random: Random, kind: str) -> Layout:
    """Return a random layout of `kind` with the table it was made from."""
    drawing = Drawing(random, kind)
    drawing.trait(
        "style",
        STYLES if kind in {"matrix", "across"} else "slash",
    )
    drawing.none = random.choice(("", "", "-", "–", "n/a")) if kind != "names" else ""
    if drawing.traits["style"] == "own-legend":
        drawing.own = dict(random.choice(OWN))
    _titles(drawing)
    {
        "matrix": _matrix,
        "across": _across,
        "letter-columns": _letter_columns,
        "names": _names,
        "pairs": _pairs,
    }[kind](drawing)
    grids = _with_other_sheets(drawing)
    for number, (code, name, cells) in reversed(drawing.phases):
        drawing.codes.insert(number, code)
        drawing.names.insert(number, name)
        drawing.cells.insert(number, list(cells))
        drawing.group_of.insert(number, "")
    letters = drawing.own
    tasks: list[TaskTruth] = [
        (code, name, tuple(frozenset(letters.get(c, c) for c in cell) for cell in cells))
        for code, name, cells in zip(drawing.codes, drawing.names, drawing.cells, strict=True)
    ]
    return Layout(grids, drawing.parties, tasks, drawing.group_of, drawing.traits, drawing.own)


def _titles(drawing: Drawing) -> None:
    number = int(drawing.trait("titles", "0 0 1 1 2 3"))
    texts = ("RACI matrix – incident response", "Version 1.2", "Owner: security team")
    for row in range(number):
        drawing.sheet.put(row + 1, 1, texts[row])
        if row == 0 and drawing.random.random() < 0.5:
            drawing.sheet.merge(1, 1, 1, 1 + len(drawing.parties))
    drawing.sheet.top += number + (drawing.random.choice((0, 1)) if number else 0)


def _matrix(drawing: Drawing) -> None:
    sheet = drawing.sheet
    depth = drawing.trait("depth", "one one departments")
    body = 3 if depth == "departments" else 2
    column = _left_head(drawing, body - 1)
    first = column
    column = _extra(drawing, body, column, "extra-left", "none none none none one")
    first = column
    for number, name in enumerate(drawing.parties):
        sheet.put(body - 1, column + number, name)
    if depth == "departments":
        _departments(drawing, column)
    end = column + len(drawing.parties)
    end = _extra(drawing, body, end, "extra-right", "none none one two")
    drawing.header_row = body - 1
    drawing.trait("repeated", "no no no no no yes")
    last = _foot(drawing, _body(drawing, body, first), first)
    _legend(drawing, body, last, end)


def _left_head(drawing: Drawing, row: int) -> int:
    """Write what stands over group, code and task; return the next free column."""
    column = 1
    if "column" in drawing.traits["groups"]:
        drawing.sheet.put(row, column, drawing.random.choice(("Phase", "", "Area")))
        column += 1
    if any(drawing.codes):
        drawing.sheet.put(row, column, drawing.random.choice(("No.", "ID", "", "#")))
        column += 1
    drawing.sheet.put(row, column, drawing.random.choice(TASK_HEADS[drawing.language]))
    return column + 1


def _left(drawing: Drawing, row: int, number: int) -> None:
    """Write group, code and name of a task."""
    column, groups = 1, drawing.traits["groups"]
    if "column" in groups:
        is_first = number == 0 or drawing.group_of[number] != drawing.group_of[number - 1]
        if groups == "column" or is_first:
            drawing.sheet.put(row, column, drawing.group_of[number])
        if groups == "merged-column" and is_first:
            size = drawing.group_of[number:].count(drawing.group_of[number])
            drawing.sheet.merge(row, column, row + size - 1, column)
        column += 1
    if any(drawing.codes):
        drawing.sheet.put(row, column, drawing.codes[number])
        column += 1
    drawing.sheet.put(row, column, drawing.names[number])


def _body(drawing: Drawing, row: int, first: int) -> int:
    """Write the tasks with their cells from `row` on; return the row after the last."""
    sheet, groups = drawing.sheet, drawing.traits["groups"]
    for number in range(len(drawing.names)):
        starts = number == 0 or drawing.group_of[number] != drawing.group_of[number - 1]
        if starts and groups == "phase":
            row = _phase_row(drawing, row, number, first)
        if drawing.kind == "matrix" and number == 4 and drawing.traits["repeated"] == "yes":
            for column in range(1, first + len(drawing.parties) + 3):
                sheet.put(row, column, sheet.text(drawing.header_row, column))
            row += 1
        if starts and groups in {"rows", "merged-rows"}:
            sheet.put(row, 1, drawing.group_of[number])
            if groups == "merged-rows":
                sheet.merge(row, 1, row, first + len(drawing.parties) - 1)
            row += 1
        _left(drawing, row, number)
        for place, letters in enumerate(drawing.cells[number]):
            sheet.put(row, first + place, drawing.written(letters))
        _fill_extras(drawing, row)
        row += 1
    return row


def _phase_row(drawing: Drawing, row: int, number: int, first: int) -> int:
    """Write a phase with letters of its own; it is a task too."""
    cells = [frozenset("I")] * len(drawing.parties)
    cells[0] = frozenset("A")
    column = 2 if any(drawing.codes) else 1
    code = str(len(drawing.phases) + 1) if any(drawing.codes) else ""
    drawing.sheet.put(row, 1, code)
    drawing.sheet.put(row, column, drawing.group_of[number])
    for place, letters in enumerate(cells):
        drawing.sheet.put(row, first + place, drawing.written(letters))
    drawing.phases.append((number, (code, drawing.group_of[number], tuple(cells))))
    return row + 1


def _foot(drawing: Drawing, row: int, first: int) -> int:
    """Write totals or remarks below the table; return the row after them."""
    sheet, style = drawing.sheet, drawing.trait("foot", "none none none totals note gap-note")
    if style == "totals":
        sheet.put(row, 2 if any(drawing.codes) else 1, "Total R")
        for place in range(len(drawing.parties)):
            sheet.put(row, first + place, str(drawing.random.randint(0, 9)))
        row += 1
    elif style == "note":
        sheet.put(row, 1, "Note: to be reviewed every year")
        row += 1
    elif style == "gap-note":
        sheet.put(row + 1, 1, "Prepared by the security team")
        row += 2
    return row


def _extra(drawing: Drawing, body: int, column: int, trait: str, choices: str) -> int:
    number = {"none": 0, "one": 1, "two": 2}[drawing.trait(trait, choices)]
    for heading, values in drawing.random.sample(EXTRA, number):
        drawing.sheet.put(body - 1, column, heading)
        drawing.extras.append((column, values))
        column += 1
    return column


def _fill_extras(drawing: Drawing, row: int) -> None:
    for column, values in drawing.extras:
        drawing.sheet.put(row, column, drawing.random.choice(values))


def _departments(drawing: Drawing, first: int) -> None:
    names, column = DEPARTMENTS[drawing.language], first
    cuts = sorted(
        drawing.random.sample(range(1, len(drawing.parties)), min(2, len(drawing.parties) - 1))
    )
    edges = [0, *cuts, len(drawing.parties)]
    merged = drawing.trait("departments", "merged spread") == "merged"
    for number, (left, right) in enumerate(pairwise(edges)):
        drawing.sheet.put(1, column + left, names[number])
        if merged:
            drawing.sheet.merge(1, column + left, 1, column + right - 1)


def _legend(drawing: Drawing, body: int, last: int, end: int) -> None:
    place = drawing.trait("legend", "none none beside below one-cell other-sheet")
    if drawing.own and place == "none":
        place = drawing.traits["legend"] = "below"
    says = MEANINGS[drawing.language]
    entries = [(drawing.own.get(letter, letter), says[letter]) for letter in "RACI"]
    starts = {"beside": (body, end + 1), "below": (last + 1, 1)}
    if place in starts:
        row, column = starts[place]
        for number, (letter, meaning) in enumerate(entries):
            drawing.sheet.put(row + number, column, letter)
            drawing.sheet.put(row + number, column + 1, meaning)
    elif place == "one-cell":
        drawing.sheet.put(last + 1, 1, ", ".join(f"{a} = {b}" for a, b in entries))


def _across(drawing: Drawing) -> None:
    drawing.codes = [""] * len(drawing.names)
    drawing.traits["codes"] = "none"
    sheet = drawing.sheet
    heads = {"en": ("Role", "", "Team"), "ja": ("担当", "担当部署", ""), "de": ("Rolle", "")}
    sheet.put(1, 1, drawing.random.choice(heads[drawing.language]))
    for number, name in enumerate(drawing.names):
        sheet.put(1, 2 + number, name)
        for place, letters in enumerate(drawing.cells[number]):
            sheet.put(2 + place, 2 + number, drawing.written(letters))
    for place, party in enumerate(drawing.parties):
        sheet.put(2 + place, 1, party)
    _legend(drawing, 2, 2 + len(drawing.parties), 2 + len(drawing.names))


def _plain_groups(drawing: Drawing) -> None:
    groups = drawing.traits["groups"]
    drawing.traits["groups"] = {"merged-rows": "rows", "phase": "column"}.get(groups, groups)


def _heads(drawing: Drawing) -> list[str]:
    words = drawing.trait("heads", "letters letters words")
    return [
        WORDS["en" if drawing.language == "de" else drawing.language][c] if words == "words" else c
        for c in "RACI"
    ]


def _letter_columns(drawing: Drawing) -> None:
    sheet, heads = drawing.sheet, _heads(drawing)
    _plain_groups(drawing)
    first = _left_head(drawing, 2)
    merged = drawing.trait("departments", "merged spread") == "merged"
    mark = drawing.trait("mark", "X x ✓ ● same")
    drawing.none = ""
    for place, party in enumerate(drawing.parties):
        left = first + 4 * place
        sheet.put(1, left, party)
        if merged:
            sheet.merge(1, left, 1, left + 3)
        for number, head in enumerate(heads):
            sheet.put(2, left + number, head)
    _extra(drawing, 3, first + 4 * len(drawing.parties), "extra-right", "none none one two")
    cells = drawing.cells
    drawing.cells = [[] for _ in cells]
    _body(drawing, 3, first)
    drawing.cells = cells
    rows = {sheet.texts[place]: place.row - sheet.top for place in sheet.texts}
    for name, row_cells in zip(drawing.names, cells, strict=True):
        for place, letters in enumerate(row_cells):
            for number, letter in enumerate("RACI"):
                if letter in letters:
                    text = letter if mark == "same" else mark
                    sheet.put(rows[name], first + 4 * place + number, text)


def _names(drawing: Drawing) -> None:
    sheet, heads = drawing.sheet, _heads(drawing)
    drawing.parties = [name for name in drawing.parties if "&" not in name]
    if len(drawing.parties) < 2:
        drawing.parties = ["Blue Team", "Red Team"]
    drawing.cells = [row[: len(drawing.parties)] for row in drawing.cells]
    for number in range(len(drawing.cells)):
        while len(drawing.cells[number]) < len(drawing.parties):
            drawing.cells[number].append(frozenset("I"))
        if not any(drawing.cells[number]):
            drawing.cells[number][0] = frozenset("R")
    for place in range(len(drawing.parties)):
        if not any(row[place] for row in drawing.cells):
            drawing.cells[0][place] = frozenset("C")
    _plain_groups(drawing)
    first = _left_head(drawing, 1)
    for number, head in enumerate(heads):
        sheet.put(1, first + number, head)
    joined = {"comma": ", ", "line": "\n", "semicolon": "; "}[
        drawing.trait("joined", "comma line semicolon")
    ]
    cells, parties = drawing.cells, drawing.parties
    drawing.cells, drawing.parties = [[] for _ in cells], [""] * 4
    _extra(drawing, 2, first + 4, "extra-right", "none none one two")
    _body(drawing, 2, first)
    drawing.cells, drawing.parties = cells, parties
    rows = {sheet.texts[place]: place.row - sheet.top for place in sheet.texts}
    for name, row_cells in zip(drawing.names, cells, strict=True):
        for number, letter in enumerate("RACI"):
            held = [p for p, c in zip(parties, row_cells, strict=True) if letter in c]
            sheet.put(rows[name], first + number, joined.join(held))


def _pairs(drawing: Drawing) -> None:
    sheet, heads = drawing.sheet, _heads(drawing)
    first = _left_head(drawing, 1)
    sheet.put(1, first, drawing.random.choice(("Role", "Party", "Who")))
    for number, head in enumerate(heads):
        sheet.put(1, first + 1 + number, head)
    row = 2
    repeats = drawing.trait("repeats", "merged repeated once")
    for number, cells in enumerate(drawing.cells):
        held = [(p, c) for p, c in zip(drawing.parties, cells, strict=True) if c]
        for place, (party, letters) in enumerate(held):
            if place == 0 or repeats == "repeated":
                _left(drawing, row, number)
            sheet.put(row, first, party)
            for offset, letter in enumerate("RACI"):
                sheet.put(row, first + 1 + offset, "X" if letter in letters else "")
            row += 1
        if repeats == "merged":
            for column in range(1, first):
                sheet.merge(row - len(held), column, row - 1, column)


def _with_other_sheets(drawing: Drawing) -> list[Grid]:
    grids = [drawing.sheet.grid("RACI")]
    others = [_cover(), _contacts(drawing.random)]
    if drawing.traits.get("legend") == "other-sheet":
        says = MEANINGS[drawing.language]
        sketch = Sketch()
        for number, letter in enumerate("RACI"):
            sketch.put(3 + number, 2, drawing.own.get(letter, letter))
            sketch.put(3 + number, 3, says[letter])
        others = [sketch.grid("Legend"), *others]
    else:
        others = drawing.random.sample(others, drawing.random.randint(0, 2))
    grids += others
    drawing.random.shuffle(grids)
    return grids


def _cover() -> Grid:
    sketch = Sketch(1, 1)
    for row, (name, value) in enumerate(
        (("Project", "Orion"), ("Date", "2026-01-05"), ("Author", "A. Smith"))
    ):
        sketch.put(row + 1, 1, name)
        sketch.put(row + 1, 2, value)
    return sketch.grid("Cover")


def _contacts(random: Random) -> Grid:
    sketch = Sketch()
    for column, heading in enumerate(("Name", "Mail", "Phone", "Shift")):
        sketch.put(1, column + 1, heading)
    for row in range(random.randint(2, 6)):
        values = (
            f"Person {row}",
            f"p{row}@example.org",
            f"+81 3 1234 567{row}",
            random.choice("DN"),
        )
        for column, value in enumerate(values):
            sketch.put(row + 2, column + 1, value)
    return sketch.grid("Contacts")


__all__ = ["KINDS", "Block", "Place", "draw_layout"]
