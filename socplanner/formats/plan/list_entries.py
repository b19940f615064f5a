"""Which entry of a changed list is which entry of the list before.

Most lists of a plan have entries with an id. Those of the others (closed days, what a move needs,
steps of an exercise) are recognised by what they have in common: an equal entry first, then the one
with the most equal values. Extension keys (`x-`) do not count, as no plan has them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from socplanner.formats.plan.shapes import EXTENSION

IDS = ("id", "symbol", "with", "at")
"""The keys that identify the entries of a list; one list uses one of them."""

_MOST_COMPARED = 250_000
"""Above so many comparisons of values, entries that differ count as new ones."""


def entry_id(entry: Any) -> str | None:
    """Return the id of an entry of a list, as it is in the text; None without one."""
    if not isinstance(entry, Mapping):
        return None
    return next((entry[key] for key in IDS if key in entry), None)


def are_named(ids: Sequence[str | None]) -> bool:
    """Return whether each entry has an id of its own."""
    return None not in ids and len(set(ids)) == len(ids)


def names_of(ids: Sequence[str | None]) -> list[str]:
    """Return the ids of the entries of a list, or their places where one has no id of its own."""
    if are_named(ids):
        return [each or "" for each in ids]
    return [str(place) for place in range(len(ids))]


def places_before(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """Return for each entry of `new` the place of the same entry in `old`; None for a new one."""
    ids, new_ids = [entry_id(each) for each in old], [entry_id(each) for each in new]
    if are_named(ids) and are_named(new_ids):
        by_id = {name: place for place, name in enumerate(ids)}
        return [by_id.get(name) for name in new_ids]
    before, after = _without_extensions(list(old)), _without_extensions(list(new))
    places = _equal(before, after)
    _add_similar(places, before, after)
    return places


def _equal(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """Return the places of equal entries, each used once and the first ones first."""
    places: dict[str, list[int]] = {}
    for place in range(len(old) - 1, -1, -1):
        places.setdefault(repr(old[place]), []).append(place)
    return [at.pop() if (at := places.get(repr(each))) else None for each in new]


def _add_similar(places: list[int | None], old: Sequence[Any], new: Sequence[Any]) -> None:
    """Add to `places` the most similar of the entries of `old` that are left."""
    used = set(places)
    left = [place for place in range(len(old)) if place not in used]
    missing = [at for at, place in enumerate(places) if place is None]
    if not left or not missing or len(left) * len(missing) > _MOST_COMPARED:
        return
    for at in missing:
        best = max(left, key=lambda place: _likeness(old[place], new[at]), default=None)
        if best is not None and _likeness(old[best], new[at]):
            places[at] = best
            left.remove(best)


def _likeness(one: Any, other: Any) -> int:
    """Return how many values two entries have in common."""
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return 0
    return sum(other.get(key) == value for key, value in one.items())


def _without_extensions(tree: Any) -> Any:
    if isinstance(tree, Mapping):
        return {
            key: _without_extensions(value)
            for key, value in tree.items()
            if not key.startswith(EXTENSION)
        }
    return [_without_extensions(each) for each in tree] if isinstance(tree, list) else tree
