"""A tree with other values at some places: what accepts topics of a comparison."""

from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.comparison.nodes import ABSENT, Node, Place, entries_of, in_both_languages
from socplanner.domain.comparison.ordering import ordered_keys
from socplanner.domain.comparison.topics import ORDER, Expand


class Chosen(NamedTuple):
    """A value for a place; ABSENT removes what is there."""

    place: Place
    value: Node


def with_chosen(tree: Node, chosen: Iterable[Chosen], orders: Node, expand: Expand) -> Node:
    """Return `tree` with the values of `chosen`.

    Entries that a list gains stand where `orders`, a tree with them, has them. `expand` is that of
    `topics_of`.
    """
    grouped = _grouped(chosen)
    return _changed(tree, grouped, orders, expand) if grouped else tree


Group = dict[str, "Group | Chosen"]


def _grouped(chosen: Iterable[Chosen]) -> Group:
    """Return the values as a tree of groups by the keys of their places."""
    top: Group = {}
    for each in chosen:
        group = top
        *above, last = each.place
        for key in above:
            inner = group.setdefault(key, {})
            if isinstance(inner, Chosen):  # a whole entry was chosen: it has what is below
                break
            group = inner
        else:
            group[last] = each
    return top


def _changed(node: Node, group: Group, orders: Node, expand: Expand) -> Node:
    """Return `node` with the values of `group`, which are below it."""
    node = in_both_languages(expand(node), [dict.fromkeys(group, "")])
    entries, in_order = entries_of(node) or {}, entries_of(expand(orders)) or {}
    result = dict(entries)
    order: Node = ABSENT
    for key, inner in group.items():
        if isinstance(inner, Chosen):
            if key == ORDER:
                order = inner.value
            else:
                result[key] = inner.value
        else:
            below = _changed(result.get(key, {}), inner, in_order.get(key, ABSENT), expand)
            is_gone = not below and in_order.get(key, ABSENT) is ABSENT
            result[key] = ABSENT if is_gone else below
    kept = {key: each for key, each in result.items() if each is not ABSENT}
    if isinstance(node, list) or (not entries and isinstance(orders, list)):
        chosen = [str(key) for key in order] if isinstance(order, list) else []
        return [kept[key] for key in ordered_keys(list(entries), list(in_order), chosen, kept)]
    return kept
