"""Opening every old format: one step for each, from the tree of one format to that of the next."""

from collections.abc import Callable

from socplanner.formats.format_error import refused
from socplanner.formats.plan.plan_schema import NEWEST
from socplanner.formats.plan.yaml_reading import Tree

STEPS: dict[int, Callable[[dict[str, Tree]], dict[str, Tree]]] = {}
"""From a format to the one after it; format 1 is the first, so there are none yet."""


def upgraded(tree: Tree) -> dict[str, Tree]:
    """Return `tree` in the newest format; raise FormatError if it is no plan or a newer one."""
    if not isinstance(tree, dict):
        raise refused("not-a-plan", ())
    written = tree.get("format")
    if written is None:
        raise refused("not-a-plan", ())
    if not isinstance(written, str) or not written.isascii() or not written.isdigit():
        raise refused("bad-format", ("format",), newest=NEWEST)
    number = int(written[:9])
    if number > NEWEST:
        raise refused("newer-format", ("format",), format=number, newest=NEWEST)
    if number < 1:
        raise refused("bad-format", ("format",), newest=NEWEST)
    while number < NEWEST:
        tree = STEPS[number](tree)
        number += 1
    return tree
