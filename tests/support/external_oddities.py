"""What makes a matrix hard to read: oddities added to a drawn one, with what may come of it."""

from random import Random

from socplanner.formats.sheets.grid import Block, Grid, Place
from tests.support.external_layouts import Layout

ODDITIES = (
    "blank-rows",
    "blank-party",
    "copy",
    "counts",
    "description",
    "legend-above",
    "letter-codes",
    "letter-like-party",
    "line-breaks",
    "remark-in-cell",
    "second-below",
    "second-beside",
    "single-letter-tasks",
    "word-party",
)
MUST_ASK = {"copy", "second-below", "second-beside", "remark-in-cell"}
"""With these nothing but a question is right."""


def with_oddity(layout: Layout, oddity: str, random: Random) -> Layout:
    """Return `layout` with its matrix made harder; its table is changed along where it must be."""
    place = next(n for n, grid in enumerate(layout.grids) if grid.name == "RACI")
    texts = dict(layout.grids[place].texts)
    merged = layout.grids[place].merged
    header = _header(layout, texts)
    added: list[Grid] = []
    if oddity == "copy":
        added.append(Grid("RACI old", texts, merged))
    elif oddity in _INSERTS:
        texts, merged = _INSERTS[oddity](layout, texts, merged, header, random)
    else:
        texts = _CHANGES[oddity](layout, texts, header, random)
    layout.grids[place] = Grid("RACI", texts, merged)
    layout.grids += added
    layout.traits["oddity"] = oddity
    return layout


Texts = dict[Place, str]
Merged = tuple[Block, ...]


def _header(layout: Layout, texts: Texts) -> tuple[int, list[int]]:
    """Return the header row and the columns of the parties."""
    first, last = layout.parties[0], layout.parties[-1]
    for place, text in sorted(texts.items()):
        right = place.column + len(layout.parties) - 1
        if text == first and texts.get(Place(place.row, right)) == last:
            return place.row, list(range(place.column, right + 1))
    raise AssertionError("no header was drawn")


def _bottom(texts: Texts) -> int:
    return max(place.row for place in texts)


def _right(texts: Texts) -> int:
    return max(place.column for place in texts)


def _blank_rows(
    layout: Layout, texts: Texts, merged: Merged, header: tuple[int, list[int]], random: Random
) -> tuple[Texts, Merged]:
    names = [name for _, name, _ in layout.tasks]
    rows = sorted(p.row for p, t in texts.items() if t in names and p.row > header[0] + 1)
    if not rows or any(block.bottom > header[0] and block.bottom > block.top for block in merged):
        return texts, merged
    at = random.choice(rows)
    moved = {Place(p.row + (p.row >= at), p.column): text for p, text in texts.items()}
    blocks = tuple(
        Block(b.top + (b.top >= at), b.left, b.bottom + (b.bottom >= at), b.right) for b in merged
    )
    return moved, blocks


def _legend_above(
    layout: Layout, texts: Texts, merged: Merged, header: tuple[int, list[int]], random: Random
) -> tuple[Texts, Merged]:
    del header
    moved = {Place(p.row + 3, p.column): text for p, text in texts.items()}
    blocks = tuple(Block(b.top + 3, b.left, b.bottom + 3, b.right) for b in merged)
    words = ("Responsible", "Accountable", "Consulted", "Informed")
    letters = [layout.own.get(letter, letter) for letter in "RACI"]
    if random.random() < 0.5:
        for number, (letter, word) in enumerate(zip(letters, words, strict=True)):
            moved[Place(1, 2 * number + 1)] = letter
            moved[Place(1, 2 * number + 2)] = word
    else:
        pairs = zip(letters, words, strict=True)
        moved[Place(1, 1)] = "  ".join(f"{letter}={word}" for letter, word in pairs)
    return moved, blocks


def _counts(layout: Layout, texts: Texts, header: tuple[int, list[int]], random: Random) -> Texts:
    right = _right(texts) + 1
    names = {name for _, name, _ in layout.tasks}
    rows = {p.row for p, t in texts.items() if t in names and p.row > header[0]}
    for number, letter in enumerate("RACI"):
        texts[Place(header[0], right + number)] = random.choice((letter, f"#{letter}"))
        for row in rows:
            texts[Place(row, right + number)] = str(random.randint(0, 4))
    return texts


def _description(
    layout: Layout, texts: Texts, header: tuple[int, list[int]], random: Random
) -> Texts:
    right = _right(texts) + 1
    names = {name for _, name, _ in layout.tasks}
    texts[Place(header[0], right)] = random.choice(("Description", "説明", "Details", ""))
    for row in {p.row for p, t in texts.items() if t in names and p.row > header[0]}:
        texts[Place(row, right)] = f"A long text that says what is to be done in row {row}"
    return texts


def _party(
    layout: Layout, texts: Texts, header: tuple[int, list[int]], name: str, random: Random
) -> Texts:
    number = random.randrange(len(layout.parties))
    for place, text in list(texts.items()):
        if text == layout.parties[number] and place.column == header[1][number]:
            texts[place] = name
    layout.parties[number] = " ".join(name.split())
    return texts


def _letter_like_party(
    layout: Layout, texts: Texts, header: tuple[int, list[int]], random: Random
) -> Texts:
    return _party(
        layout, texts, header, random.choice(("IR", "CI", "CA", "AI", "ICS", "A")), random
    )


def _word_party(
    layout: Layout, texts: Texts, header: tuple[int, list[int]], random: Random
) -> Texts:
    names = ("Support", "Approver", "Risk", "承認者", "Process owner", "Work council", "Team")
    return _party(layout, texts, header, random.choice(names), random)


def _line_breaks(
    layout: Layout, texts: Texts, header: tuple[int, list[int]], random: Random
) -> Texts:
    return _party(layout, texts, header, "Security\nOperations", random)


def _blank_party(
    layout: Layout, texts: Texts, header: tuple[int, list[int]], random: Random
) -> Texts:
    del layout, random
    texts[Place(header[0], _right(texts) + 1)] = "Works council"
    return texts


def _letter_codes(
    layout: Layout, texts: Texts, header: tuple[int, list[int]], random: Random
) -> Texts:
    del random
    if len(layout.tasks) > 20 or not any(code for code, _, _ in layout.tasks):
        return texts
    renamed = []
    for number, (code, name, cells) in enumerate(layout.tasks):
        letter = chr(65 + number)
        for place, text in list(texts.items()):
            at_name = text == code and texts.get(Place(place.row, place.column + 1)) == name
            if at_name and place.row > header[0]:
                texts[place] = letter
        renamed.append((letter, name, cells))
    layout.tasks[:] = renamed
    return texts


def _remark_in_cell(
    layout: Layout, texts: Texts, header: tuple[int, list[int]], random: Random
) -> Texts:
    name = random.choice(layout.tasks)[1]
    row = next(p.row for p, t in texts.items() if t == name and p.row > header[0])
    texts[Place(row, random.choice(header[1]))] = random.choice(("see contract", "tbd.", "R1", "5"))
    return texts


def _second_below(
    layout: Layout, texts: Texts, header: tuple[int, list[int]], random: Random
) -> Texts:
    bottom = _bottom(texts) + random.choice((1, 2))
    texts[Place(bottom, 1)] = "Task"
    for column, name in enumerate(("Dora", "Emil", "Fritz")):
        texts[Place(bottom, column + 2)] = name
    for number in range(max(4, len(layout.tasks) // 2)):
        row = bottom + 1 + number
        texts[Place(row, 1)] = f"Another thing to do {number}"
        for column in range(3):
            texts[Place(row, column + 2)] = random.choice("RACI")
    return texts


def _second_beside(
    layout: Layout, texts: Texts, header: tuple[int, list[int]], random: Random
) -> Texts:
    right = _right(texts) + 2
    texts[Place(header[0], right)] = "Task"
    for column, name in enumerate(("Dora", "Emil", "Fritz")):
        texts[Place(header[0], right + column + 1)] = name
    for number in range(max(4, len(layout.tasks) // 2)):
        row = header[0] + 1 + number
        texts[Place(row, right)] = f"Another thing to do {number}"
        for column in range(3):
            texts[Place(row, right + column + 1)] = random.choice("RACI")
    return texts


def _single_letter_tasks(
    layout: Layout, texts: Texts, header: tuple[int, list[int]], random: Random
) -> Texts:
    number = random.randrange(len(layout.tasks))
    code, name, cells = layout.tasks[number]
    for place, text in list(texts.items()):
        if text == name and place.row > header[0]:
            texts[place] = "R&D"
    layout.tasks[number] = (code, "R&D", cells)
    return texts


_INSERTS = {"blank-rows": _blank_rows, "legend-above": _legend_above}
_CHANGES = {
    "blank-party": _blank_party,
    "counts": _counts,
    "description": _description,
    "letter-codes": _letter_codes,
    "letter-like-party": _letter_like_party,
    "line-breaks": _line_breaks,
    "remark-in-cell": _remark_in_cell,
    "second-below": _second_below,
    "second-beside": _second_beside,
    "single-letter-tasks": _single_letter_tasks,
    "word-party": _word_party,
}
