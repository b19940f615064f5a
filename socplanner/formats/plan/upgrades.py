"""Upgrading old formats: one step for each, from the text of a format to that of the next one.

Rules:

- A step changes the text and not the tree: comments, order and extension keys stay as they are,
  and the text can be changed in place when the plan is saved.
- An error is reported in the line of the old file: by the text after the steps that change no line
  breaks. The others keep the paths of what they do not change.
- A text of the newest format is returned unchanged.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import yaml

from socplanner.formats.format_error import refused
from socplanner.formats.plan.plan_schema import NEWEST
from socplanner.formats.plan.yaml_reading import Tree, node_of, tree_of


class Upgraded(NamedTuple):
    """A text in the newest format, its tree, and the text in which errors are looked up."""

    text: str
    tree: dict[str, Tree]
    old_lines: str
    """The newest text whose lines are those of the file."""


def upgraded(text: str) -> Upgraded:
    """Return `text` in the newest format, with its tree.

    Raise FormatError if it is not YAML, not a plan, or of a newer format than this program knows.
    """
    tree = tree_of(text)
    number, old_lines = _format_of(tree), text
    while number < NEWEST:
        text = STEPS[number](text)
        if number in KEEPING_LINES:
            old_lines = text
        number += 1
        tree = tree_of(text)
    return Upgraded(text, _mapping(tree), old_lines)


def _format_of(tree: Tree) -> int:
    """Return the format number of `tree`; raise FormatError for none, or one above `NEWEST`."""
    written = _mapping(tree).get("format")
    if written is None:
        raise refused("not-a-plan", ())
    if not isinstance(written, str) or not written.isascii() or not written.isdigit():
        raise refused("bad-format", ("format",), newest=NEWEST)
    number = int(written[:9])
    if number > NEWEST:
        raise refused("newer-format", ("format",), format=number, newest=NEWEST)
    if number < 1:
        raise refused("bad-format", ("format",), newest=NEWEST)
    return number


def _mapping(tree: Tree) -> dict[str, Tree]:
    if not isinstance(tree, dict):
        raise refused("not-a-plan", ())
    return tree


def with_headcount(text: str) -> str:
    """Return a text of format 1 in format 2, in which the key of a headcount has its new name."""
    root = node_of(text)
    replaced = [(value, "2") for key, value in _entries(root) if key.value == "format"]
    parties = (value for key, value in _entries(root) if key.value == "parties")
    for party in (each for value in parties for each in _items(value)):
        keys = {key.value: key for key, _ in _entries(party)}
        if "heads" in keys and "headcount" not in keys:
            replaced.append((keys["heads"], "headcount"))
    for node, new in sorted(replaced, key=lambda each: each[0].start_mark.index, reverse=True):
        text = text[: node.start_mark.index] + new + text[node.end_mark.index :]
    return text


def _entries(node: yaml.Node) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """Yield the keys of a mapping that are scalars, with their values; nothing for other nodes."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key, value


def _items(node: yaml.Node) -> list[yaml.Node]:
    return node.value if isinstance(node, yaml.SequenceNode) else []


def _with_assessments(text: str) -> str:
    # Plans of the newest format, nearly all, do not need the module.
    from socplanner.formats.plan.maturity_upgrade import with_assessments

    return with_assessments(text)


STEPS: dict[int, Callable[[str], str]] = {1: with_headcount, 2: _with_assessments}
"""By format number, the step from that format to the next."""

KEEPING_LINES = frozenset({1})
"""The formats whose steps change no line breaks."""
