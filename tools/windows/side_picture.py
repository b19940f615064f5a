"""The picture beside the last page of the setup program: the four cards of our icon.

A bitmap of Windows with a table of colours, written here since NSIS reads no newer format.
"""

import struct

WIDTH, HEIGHT = 164, 314
_COLOURS = ("#173a5e", "#9cc7f2", "#c8b0ea", "#f0b765", "#f7dfb6")
_CARD, _GAP, _LEFT, _TOP = (52, 46), 10, 25, 106
_LINES = ((9, 12, 34), (9, 24, 22))
"""The two lines on a card: from the left, from the top, how long."""
_THICK = 5


def side_picture() -> bytes:
    """Return the picture as a bitmap of 256 colours."""
    table = b"".join(bytes.fromhex(each[1:])[::-1] + b"\0" for each in _COLOURS)
    rows = [bytes(_colour(x, y) for x in range(WIDTH)) for y in reversed(range(HEIGHT))]
    pixels = b"".join(row + bytes(-len(row) % 4) for row in rows)
    offset = 14 + 40 + len(table)
    header = struct.pack("<2sIHHI", b"BM", offset + len(pixels), 0, 0, offset)
    info = (40, WIDTH, HEIGHT, 1, 8, 0, len(pixels), 2835, 2835, len(_COLOURS), 0)
    return header + struct.pack("<IiiHHIIiiII", *info) + table + pixels


def _colour(x: int, y: int) -> int:
    """Return the index of the colour at (x, y)."""
    column, right = divmod(x - _LEFT, _CARD[0] + _GAP)
    row, below = divmod(y - _TOP, _CARD[1] + _GAP)
    if column not in {0, 1} or row not in {0, 1} or right >= _CARD[0] or below >= _CARD[1]:
        return 0
    on_line = any(
        left <= right < left + length and top <= below < top + _THICK
        for left, top, length in _LINES
    )
    return 0 if on_line else 1 + column + 2 * row
