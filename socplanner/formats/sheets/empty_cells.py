"""Cells and rows that say nothing, and the text of formulas, are taken out before XML is parsed.

A matrix is mostly empty cells with borders, and some sheets have a million rows with a height and
no more. Telling Python of each costs a hundred times what this search does. What it misses, such
as a tag on the edge of two pieces, is parsed. Some programs write the place of the first cell of a
row alone and leave the others to be counted: so only what stands before a place, or an end, goes.

Of a formula only its value is read. Its text may be longer than all the texts of a sheet.
"""

import re

_ATTRIBUTES = rb'(?: [\w:]+="[^"<>]*")*'
_CELL = re.compile(
    rb'<(?:x:)?c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]{1,6}")? ?/>'
    rb'(?=<(?:x:)?c r="|</(?:x:)?row>)'
)
_ROW = re.compile(
    rb'<(?:x:)?row r="[0-9]{1,7}"' + _ATTRIBUTES + rb" ?(?:/>|></(?:x:)?row>)"
    rb'(?=<(?:x:)?row r="|</(?:x:)?sheetData>)'
)
_VALUED = re.compile(rb"<(?:x:)?f(?: [^<>]*)?>[^<]*</(?:x:)?f>(?=<(?:x:)?v>[^<])")
"""A formula with its value behind it, of which only the value is read."""

_FORMULA = re.compile(rb"(<(?:x:)?f(?: [^<>]*)?>)[^<]+(?=</(?:x:)?f>)")
"""The text of another formula: that there is one without a value has to be known."""

_VERBATIM = (b"<![CDATA[", b"]]>")
"""Begin and end of what may hold the signs of a tag that is none."""


def without_empty(piece: bytes) -> bytes:
    """Return `piece` of a sheet without formulas' text, and without empty cells and rows.

    Those from which the place of others is counted stay.
    """
    if not any(edge in piece for edge in _VERBATIM):
        piece = _FORMULA.sub(rb"\1", _VALUED.sub(b"", piece))
    return _ROW.sub(b"", _CELL.sub(b"", piece))
