"""The names of parties above their columns: complete, legible, and not too high.

Rules:

- Names are horizontal and wrapped between words. If that makes the columns too wide, names in Latin
  letters are turned by a quarter, and wrapped as well.
- A name is never cut; a longer one gets a wider column.
- The initials are above the name, in large text.

Widths are in Excel's units, heights in points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from socplanner.formats.workbook.text_room import lines, longest_word_width, width

INITIALS_HEIGHT = 24.0
TALLEST = 110.0 - INITIALS_HEIGHT
"""The greatest height of the names; with the initials it is 110 points."""

_LINE = 12.5
"""Points from one line of a heading to the next."""
_BUTTON = 16.0
"""Points of the button of the filter, which covers the lower end of a heading."""
_SCALE = 0.9
"""The size of a heading relative to the body, in which widths are measured."""
_PADDING = 1.2
_POINTS_PER_UNIT = 5.25
_LEAST_HORIZONTAL, _LEAST_TURNED = 8.0, 5.5
_STEP = 0.5
_WIDE_ENOUGH = 170.0
"""Up to this width of all columns together names are horizontal, which is easiest to read."""


@dataclass(frozen=True, slots=True)
class PartyHeadings:
    """The widths of the columns, the height of the row of names, and whether names are turned."""

    is_turned: bool
    widths: tuple[float, ...]
    height: float


def party_headings(names: Sequence[str]) -> PartyHeadings:
    """Return the best headings for `names` side by side, each a line of text."""
    horizontal = tuple(_horizontal_width(name) for name in names)
    turned = tuple(_turned_width(name) for name in names)
    if any(map(_is_wide, names)) or sum(horizontal) <= max(_WIDE_ENOUGH, sum(turned)):
        needed = (
            lines(name, _space(wide)) * _LINE for name, wide in zip(names, horizontal, strict=True)
        )
        return PartyHeadings(False, horizontal, max(needed, default=_LINE) + _BUTTON)
    return PartyHeadings(True, turned, TALLEST)


def _is_wide(name: str) -> bool:
    """Return whether most of `name` is full-width: it breaks anywhere, is hard to read turned."""
    return width(name) > 1.5 * len(name)


def _space(wide: float) -> float:
    """Return the width of text that fits into a column `wide`, in widths of the body."""
    return (wide - _PADDING) / _SCALE


def _horizontal_width(name: str) -> float:
    """Return the least width of a column in which `name` fits horizontally with whole words."""
    most = int((TALLEST - _BUTTON) // _LINE)
    least = max(_LEAST_HORIZONTAL, longest_word_width(name) * _SCALE + _PADDING)
    return next(wide for wide in _widths(least, name) if lines(name, _space(wide)) <= most)


def _widths(least: float, name: str) -> Iterator[float]:
    """Yield widths from `least` up to that of `name` on one line."""
    wide = least
    while wide < width(name) * _SCALE + _PADDING:
        yield wide
        wide += _STEP
    yield max(wide, width(name) * _SCALE + _PADDING)


def _turned_width(name: str) -> float:
    """Return the width of a column in which `name` fits turned by a quarter."""
    space = (TALLEST - _BUTTON) / _POINTS_PER_UNIT / _SCALE
    return max(_LEAST_TURNED, (lines(name, space) * _LINE + 4) / _POINTS_PER_UNIT)
