"""Whether what was understood of a random sheet is the table it was made from."""

from typing import Literal

from socplanner.domain.external.understood import Understood
from tests.support.external_layouts import Layout

Verdict = Literal["right", "unclear", "wrong"]


def verdict(layout: Layout, understood: Understood) -> Verdict:
    """Return `unclear` where something is asked, else whether the table is exactly that drawn."""
    if not understood.is_clear:
        return "unclear"
    return "right" if _is_the_table(layout, understood) else "wrong"


def _is_the_table(layout: Layout, understood: Understood) -> bool:
    tasks = [(task.code, task.name) for task in understood.tasks]
    if tasks != [(code, name) for code, name, _ in layout.tasks]:
        return False
    names = [party.name for party in understood.parties]
    in_order = layout.traits["kind"] in {"names", "pairs"} or names == layout.parties
    held = {
        name: [frozenset(task.cells[place].letters) for task in understood.tasks]
        for place, name in enumerate(names)
    }
    drawn = {
        name: [cells[place] for _, _, cells in layout.tasks]
        for place, name in enumerate(layout.parties)
    }
    return in_order and held == drawn and _groups_are_right(layout, understood)


def _groups_are_right(layout: Layout, understood: Understood) -> bool:
    if layout.traits["groups"] in {"none", "phase"}:
        return True
    return [task.group for task in understood.tasks] == layout.groups
