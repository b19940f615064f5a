"""The provenance of a workbook: hidden keys and values about its plan, on whatever sheet they are.

The sheet made for them counts before the block beside the lists, which has no exported values.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from socplanner.formats.record.base import BASE_FORMAT, Base, BaseDamaged, base_of
from socplanner.formats.record.keys import BASE_KEY, LISTS_KEY, PIECE
from socplanner.formats.sheets.grid import Grid, Place

_MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Provenance:
    """The plan and phase a workbook was exported from, and its values then; "" where unknown.

    `exported` is the day of the export; `base` is None where the values are missing or damaged.
    """

    plan: str = ""
    phase: str = ""
    letter_set: str = ""
    exported: str = ""
    base: Base | None = None
    is_damaged: bool = False
    is_newer: bool = False
    """Whether a later version of this program wrote it, in an unknown form."""

    @property
    def is_recorded(self) -> bool:
        """Whether the workbook names its plan."""
        return bool(self.plan)


def provenance_of(grids: Iterable[Grid]) -> Provenance:
    """Return the provenance in the sheets of one workbook, an empty one if there is none."""
    keys, pieces = _stored_keys(grids)
    return _provenance(keys) if pieces is None else _with_base(keys, pieces)


def names_its_plan(grids: Iterable[Grid]) -> bool:
    """Return whether the sheets name their plan; the exported values are not unpacked."""
    keys, _ = _stored_keys(grids)
    return bool(keys.get("plan"))


def _stored_keys(grids: Iterable[Grid]) -> tuple[Mapping[str, str], list[str] | None]:
    """Return the keys about the plan, and the pieces of the base; None without the hidden sheet."""
    stored: Mapping[str, str] | None = None
    for grid in grids:
        for place, text in grid.texts.items():
            if text == BASE_KEY:
                return _keys_below(grid, place.row, place.column)
            if text == LISTS_KEY and stored is None and _is_list(grid, place):
                stored, _ = _keys_below(grid, place.row, place.column)
    return stored or {}, None


def is_record_sheet(grid: Grid) -> bool:
    """Return whether `grid` is the hidden sheet with the record."""
    return BASE_KEY in grid.texts.values()


def _is_newer(keys: Mapping[str, str]) -> bool:
    version = keys.get(BASE_KEY, "")
    return version.isdecimal() and len(version) < 10 and int(version) > int(BASE_FORMAT)


def _with_base(keys: Mapping[str, str], pieces: list[str]) -> Provenance:
    if _is_newer(keys):
        return replace(_provenance(keys), is_newer=True)
    try:
        return _provenance(keys, base_of(pieces))
    except BaseDamaged:
        return _provenance(keys, is_damaged=True)


def _provenance(
    keys: Mapping[str, str], base: Base | None = None, *, is_damaged: bool = False
) -> Provenance:
    plan, phase = keys.get("plan", ""), keys.get("phase", "")
    return Provenance(
        plan, phase, keys.get("letter-set", ""), keys.get("date", ""), base, is_damaged
    )


def _is_list(grid: Grid, place: Place) -> bool:
    return grid.text(place.row + 1, place.column) == "plan"


def _keys_below(grid: Grid, row: int, column: int) -> tuple[Mapping[str, str], list[str]]:
    """Return keys with their values from `row` down, and the pieces of the base."""
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
