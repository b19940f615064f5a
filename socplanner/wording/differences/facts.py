"""A plan as one line for each fact, which tools that compare texts line by line can show."""

from collections.abc import Iterator

from socplanner.domain.comparison.nodes import Node, Place, entries_of, key_of
from socplanner.domain.plan import Plan
from socplanner.wording.differences.place_names import Versions, step_name_at
from socplanner.wording.differences.value_texts import Values
from socplanner.wording.language import Words


def fact_lines(plan: Plan, tree: Node, words: Words) -> Iterator[str]:
    """Yield each value of `tree`, the one of `plan`, after what leads to it."""
    values = Values((plan,), words)
    versions = Versions(plan, plan, tree, tree)
    yield from _facts((), tree, (), versions, values)


def _facts(
    place: Place, node: Node, names: tuple[str, ...], versions: Versions, values: Values
) -> Iterator[str]:
    entries = entries_of(node)
    if entries is None or (not entries and place):
        parent = place[-2] if len(place) > 1 else ""
        text = values.text(place[-1], node, parent=parent)
        yield f"{' › '.join(names)}: {text}"
        return
    for key, below in entries.items():
        if key == "id" and key_of(node) is not None:
            continue
        step = (*place, key)
        name = step_name_at(step, versions, values)
        yield from _facts(step, below, (*names, name), versions, values)
