"""Whether extension keys (`x-`) kept their values while a text was changed in place."""

from socplanner.formats.plan.list_entries import places_before
from socplanner.formats.plan.shapes import EXTENSION
from socplanner.formats.plan.yaml_reading import Tree


def keeps_extensions(before: Tree, after: Tree) -> bool:
    """Return whether each `x-` key of `before` is unchanged in `after`, or gone with its entry."""
    if isinstance(before, dict) and isinstance(after, dict):
        return _of(before) == _of(after) and all(
            keeps_extensions(before.get(key, ""), value)
            for key, value in after.items()
            if not key.startswith(EXTENSION)
        )
    if isinstance(after, dict):
        return keeps_extensions({}, after)
    if isinstance(after, list):
        old = before if isinstance(before, list) else []
        return all(
            keeps_extensions("" if place is None else old[place], entry)
            for place, entry in zip(places_before(old, after), after, strict=True)
        )
    return True


def _of(tree: dict[str, Tree]) -> dict[str, Tree]:
    """Return the extensions of one mapping."""
    return {key: value for key, value in tree.items() if key.startswith(EXTENSION)}
