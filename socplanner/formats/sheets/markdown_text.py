"""The tables of a Markdown text as grids; links and images are text, and nothing is loaded.

A table with the header of an earlier one, except for its first cell, is put below that one: such
tables have one section each. The lines around the tables are one more grid, as they may have the
legend.
"""

import html
import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from socplanner.formats.format_error import refused
from socplanner.formats.sheets.bounds import MEGABYTE, MOST_COLUMNS, MOST_ROWS, Allowance
from socplanner.formats.sheets.cell_text import plain_text
from socplanner.formats.sheets.delimited_text import MOST_TEXT, text_in
from socplanner.formats.sheets.grid import Grid, Place

MARKDOWN_ENDINGS = (".md", ".markdown")
LONGEST_NAME = 60
_RULE = re.compile(r":?-+:?")
_FENCES = ("```", "~~~")
_HEADINGS = tuple("#" * depth + " " for depth in range(1, 7))
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT = 0xE000
"""Where escaped signs are moved, in the private area of Unicode, while markup is removed."""

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKUP = re.compile(r"\*\*|__|~~|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class _Table(NamedTuple):
    """A table with the heading above it, "" for none; the first row is its header."""

    heading: str
    rows: list[list[str]]


def grids_of_markdown(content: bytes, name: str, allowance: Allowance) -> tuple[Grid, ...]:
    """Return the grids of the Markdown file `name`, that of the lines around the tables last.

    Raise FormatError if it is too big or in an unknown encoding.
    """
    if len(content) > MOST_TEXT:
        raise refused("text-too-big", most=MOST_TEXT // MEGABYTE)
    lines = text_in(content).splitlines()
    around: list[str] = []
    sheets: dict[tuple[str, ...], list[_Table]] = {}
    for table in _tables(lines, around):
        sheets.setdefault(tuple(table.rows[0][1:]), []).append(table)
    stem = name.rpartition(".")[0]
    grids = [_grid(tables, stem, allowance) for tables in sheets.values()]
    return (*grids, _grid([_Table("", [[line] for line in around])], stem, allowance))


def _tables(lines: list[str], around: list[str]) -> Iterator[_Table]:
    """Yield the tables; add the lines around them to `around`."""
    heading, number, is_code = "", 0, False
    while number < len(lines):
        line = lines[number].strip()
        number += 1
        if line.startswith(_FENCES):
            is_code = not is_code
        elif is_code or not line:
            continue
        elif line.startswith(_HEADINGS):
            heading = _plain(line.strip("# "))
        elif "|" in line and number < len(lines) and _is_rule(lines[number]):
            rows = [_cells(line)]
            number += 1
            while number < len(lines) and "|" in lines[number]:
                rows.append(_cells(lines[number]))
                number += 1
            yield _Table(heading, rows)
        else:
            around.append(_plain(line.lstrip("-*+> ")))


def _is_rule(line: str) -> bool:
    parts = line.strip().removeprefix("|").removesuffix("|").split("|")
    return all(_RULE.fullmatch(part.strip()) for part in parts)


def _cells(line: str) -> list[str]:
    hidden = _ESCAPED.sub(lambda match: chr(_KEPT + ord(match[1])), line.strip())
    bare = hidden.removeprefix("|").removesuffix("|")
    return [_plain(cell) for cell in bare.split("|")]


def _plain(text: str) -> str:
    """Return `text` without markup; escaped signs stay."""
    hidden = _ESCAPED.sub(lambda match: chr(_KEPT + ord(match[1])), text)
    bare = _MARKUP.sub("", _BREAK.sub("\n", _LINK.sub(r"\1", hidden)))
    shown = re.sub(r"[\ue020-\ue07f]", lambda match: chr(ord(match[0]) - _KEPT), bare)
    return html.unescape(shown).strip()


def _grid(tables: list[_Table], name: str, allowance: Allowance) -> Grid:
    """Return the grid of tables with one header, below each other, each below its heading."""
    texts: dict[Place, str] = {}
    row = 0
    for table in tables:
        above = [[table.heading]] if table.heading and len(tables) > 1 else []
        for cells in (*above, *table.rows):
            row += 1
            if row > MOST_ROWS or len(cells) > MOST_COLUMNS:
                raise refused("text-not-delimited")
            for column, text in enumerate(cells, 1):
                if text:
                    allowance.count_cell(text)
                    texts[Place(row, column)] = plain_text(text)
    return Grid((tables[0].heading or name)[:LONGEST_NAME], MappingProxyType(texts))
