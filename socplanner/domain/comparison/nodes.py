"""Trees of plans: what has entries, by which keys, and what is compared as one value."""

from collections.abc import Iterable, Mapping
from enum import Enum

Node = object
"""A mapping, a list, a text, or a value that a tree has in the place of a mapping."""

Place = tuple[str, ...]
"""The keys that lead from the top of a tree to a node."""

KEYS = ("id", "symbol", "with", "step", "at")
"""The names of keys of which each entry of a list has another value; the first present counts."""

_BOTH = frozenset({"ja", "en"})


class Absent(Enum):
    """What stands for a node that is not there."""

    ABSENT = "absent"
    """The entry is not there."""

    UNKNOWN = "unknown"
    """What was there before cannot be determined: there is no common version."""


ABSENT, UNKNOWN = Absent.ABSENT, Absent.UNKNOWN


def key_of(item: Node) -> str | None:
    """Return the key of an entry of a list, as `id=now`; None if it has none."""
    if isinstance(item, Mapping):
        for name in KEYS:
            if name in item:
                return str(item[name])
    return None


def entries_of(node: Node) -> dict[str, Node] | None:
    """Return the entries of a mapping, or of a list whose entries have keys; None for a value."""
    if isinstance(node, Mapping):
        return dict(node)
    if isinstance(node, list):
        keys = [key_of(item) for item in node]
        if None not in keys and len(set(keys)) == len(keys):
            return {str(key): item for key, item in zip(keys, node, strict=True)}
    return None


def is_entity(node: Node) -> bool:
    """Return whether `node` is there or not as a whole, such as a party, a phase, a waiver."""
    return key_of(node) is not None or (isinstance(node, Mapping) and "reason" in node)


def in_both_languages(node: Node, others: Iterable[Node]) -> Node:
    """Return a text as one for each language where one of `others` is written so."""
    if isinstance(node, str) and any(
        isinstance(each, Mapping) and bool(each) and _BOTH.issuperset(each) for each in others
    ):
        return {"ja": node, "en": node}
    return node


def node_at(tree: Node, place: Place) -> Node:
    """Return the node at `place` of `tree`, or ABSENT."""
    for key in place:
        entries = entries_of(tree)
        if entries is None or key not in entries:
            return ABSENT
        tree = entries[key]
    return tree


def pointer_of(place: Place) -> str:
    """Return `place` as one text, a JSON pointer (RFC 6901) with keys for the entries of lists."""
    return "".join("/" + key.replace("~", "~0").replace("/", "~1") for key in place)


def place_of_pointer(pointer: str) -> Place:
    """Return the place that `pointer` names; the top for an empty one."""
    keys = pointer.split("/")[1:]
    return tuple(key.replace("~1", "/").replace("~0", "~") for key in keys)
