"""How the names of the parties stand above their columns: whole, legible, and not too high.

Names lie and are wrapped between words; where that makes the columns too wide, names in Latin
letters are turned, and wrapped as well. A longer name gets a wider column, it is never cut: the
name is what a reader looks for. The initials stand large above it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from socplanner.formats.workbook.text_room import lines, longest_word_width, width

INITIALS_HEIGHT = 24.0
TALLEST = 110.0 - INITIALS_HEIGHT
"""Points that the names may take, so that initials and names together take at most 110."""

_LINE = 12.5
"""Points from one line of a head to the next."""
_BUTTON = 16.0
"""Points of the button of the filter, which covers the lower end of a head."""
_SCALE = 0.9
"""A head is written smaller than the body, in which widths are measured."""
_PADDING = 1.2
_POINTS_PER_UNIT = 5.25
_LEAST_LYING, _LEAST_TURNED = 8.0, 5.5
_STEP = 0.5
_WIDE_ENOUGH = 170.0
"""Up to this width of all columns together names lie, since that is read most easily."""


@dataclass(frozen=True, slots=True)
class PartyHeadings:
    """The widths of the columns, the height of the row of names, and whether names are turned."""

    is_turned: bool
    widths: tuple[float, ...]
    height: float


def party_headings(names: Sequence[str]) -> PartyHeadings:
    """Return how `names` are best written side by side."""
    lying = tuple(_lying_width(name) for name in names)
    turned = tuple(_turned_width(name) for name in names)
    if any(map(_is_wide, names)) or sum(lying) <= max(_WIDE_ENOUGH, sum(turned)):
        needed = (
            lines(name, _space(wide)) * _LINE for name, wide in zip(names, lying, strict=True)
        )
        return PartyHeadings(False, lying, max(needed, default=_LINE) + _BUTTON)
    return PartyHeadings(True, turned, TALLEST)


def _is_wide(name: str) -> bool:
    """Tell whether most of `name` is full-width: it breaks anywhere, and is hard to read turned."""
    return width(name) > 1.5 * len(name)


def _space(wide: float) -> float:
    """Return how much text fits beside each other in a column `wide`, in widths of the body."""
    return (wide - _PADDING) / _SCALE


def _lying_width(name: str) -> float:
    """Return the least width at which `name` fits without a broken word."""
    most = int((TALLEST - _BUTTON) // _LINE)
    least = max(_LEAST_LYING, longest_word_width(name) * _SCALE + _PADDING)
    return next(wide for wide in _widths(least, name) if lines(name, _space(wide)) <= most)


def _widths(least: float, name: str) -> Iterator[float]:
    """Yield widths from `least` up to that of the whole `name` on one line."""
    wide = least
    while wide < width(name) * _SCALE + _PADDING:
        yield wide
        wide += _STEP
    yield max(wide, width(name) * _SCALE + _PADDING)


def _turned_width(name: str) -> float:
    """Return the width of a column in which `name` stands turned by a quarter."""
    space = (TALLEST - _BUTTON) / _POINTS_PER_UNIT / _SCALE
    return max(_LEAST_TURNED, (lines(name, space) * _LINE + 4) / _POINTS_PER_UNIT)
