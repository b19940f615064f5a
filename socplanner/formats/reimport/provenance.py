"""What ties a workbook to its plan: hidden keys and values, wherever a program has put them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from socplanner.formats.record.base import BASE_FORMAT, Base, BaseDamaged, base_of
from socplanner.formats.record.keys import BASE_KEY, LISTS_KEY, PIECE
from socplanner.formats.sheets.grid import Grid, Place

_MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Ties:
    """Which plan and phase a workbook was made from, and what it said then if that is known."""

    plan: str = ""
    phase: str = ""
    letter_set: str = ""
    exported: str = ""
    base: Base | None = None
    is_damaged: bool = False
    is_newer: bool = False
    """Whether a later version of this program wrote it, in a form that is not known yet."""

    @property
    def is_found(self) -> bool:
        """Whether the workbook says where it comes from."""
        return bool(self.plan)


def ties_of(grids: Iterable[Grid]) -> Ties:
    """Return what the sheets tell of their plan; the sheet made for it goes before the lists."""
    keys, pieces = _stored_keys(grids)
    return _ties(keys) if pieces is None else _with_base(keys, pieces)


def tells_its_plan(grids: Iterable[Grid]) -> bool:
    """Tell whether the sheets say which plan they come from; what was sent is not unpacked."""
    keys, _ = _stored_keys(grids)
    return bool(keys.get("plan"))


def _stored_keys(grids: Iterable[Grid]) -> tuple[Mapping[str, str], list[str] | None]:
    """Return the keys stored about the plan, and what was sent out if the hidden sheet is there."""
    said: Mapping[str, str] | None = None
    for grid in grids:
        for place, text in grid.texts.items():
            if text == BASE_KEY:
                return _keys_below(grid, place.row, place.column)
            if text == LISTS_KEY and said is None and _is_list(grid, place):
                said, _ = _keys_below(grid, place.row, place.column)
    return said or {}, None


def is_tie_sheet(grid: Grid) -> bool:
    """Tell whether `grid` is the one that nobody sees."""
    return BASE_KEY in grid.texts.values()


def _is_newer(keys: Mapping[str, str]) -> bool:
    said = keys.get(BASE_KEY, "")
    return said.isdecimal() and len(said) < 10 and int(said) > int(BASE_FORMAT)


def _with_base(keys: Mapping[str, str], pieces: list[str]) -> Ties:
    if _is_newer(keys):
        return replace(_ties(keys), is_newer=True)
    try:
        return _ties(keys, base_of(pieces))
    except BaseDamaged:
        return _ties(keys, is_damaged=True)


def _ties(keys: Mapping[str, str], base: Base | None = None, *, is_damaged: bool = False) -> Ties:
    plan, phase = keys.get("plan", ""), keys.get("phase", "")
    return Ties(plan, phase, keys.get("letter-set", ""), keys.get("date", ""), base, is_damaged)


def _is_list(grid: Grid, place: Place) -> bool:
    return grid.text(place.row + 1, place.column) == "plan"


def _keys_below(grid: Grid, row: int, column: int) -> tuple[Mapping[str, str], list[str]]:
    """Return keys with their values from `row` on, and the pieces of what was sent out."""
    keys: dict[str, str] = {}
    pieces: list[str] = []
    for line in range(row, row + _MOST_ROWS):
        key, value = grid.text(line, column), grid.text(line, column + 1)
        if not key:
            break
        if key == PIECE:
            pieces.append(value)
        else:
            keys.setdefault(key, value)
    return keys, pieces
