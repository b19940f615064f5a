"""The order of a list that gets entries of two versions.

An entry that is new stands after the one that is before it in its own version. Where two versions
add entries at one place, those with the smaller first key come first, so that it does not matter
which version is called ours.
"""

from collections.abc import Container, Sequence


def ordered_keys(
    ours: Sequence[str], theirs: Sequence[str], chosen: Sequence[str], wanted: Container[str]
) -> list[str]:
    """Return the keys of `ours` and `theirs` that are `wanted`, in one order.

    Those that both have are in the order of `ours`, but for keys of `chosen`, which are in its own.
    """
    common = set(ours) & set(theirs)
    after: dict[str | None, list[list[str]]] = {}
    for version in (ours, theirs):
        anchor: str | None = None
        run: list[str] = []
        for key in version:
            if key in common:
                _keep(after, anchor, run)
                anchor, run = key, []
            else:
                run.append(key)
        _keep(after, anchor, run)
    result: list[str] = []
    for spot in (None, *_reordered([key for key in ours if key in common], chosen)):
        if spot is not None:
            result.append(spot)
        for run in sorted(after.get(spot, ())):
            result += run
    return [key for key in result if key in wanted]


def _keep(after: dict[str | None, list[list[str]]], anchor: str | None, run: list[str]) -> None:
    if run:
        after.setdefault(anchor, []).append(run)


def _reordered(keys: Sequence[str], chosen: Sequence[str]) -> list[str]:
    """Return `keys` with those of `chosen` in its order; the others stay at their places."""
    moving = [key for key in chosen if key in keys]
    wanted, places = set(moving), iter(moving)
    return [next(places) if key in wanted else key for key in keys]
