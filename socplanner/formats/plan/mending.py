"""Removing from a text the characters that no plan may contain; the rest of it stays as it is."""

import re
from collections.abc import Iterator

import yaml

from socplanner.domain.assessment import SIDES
from socplanner.domain.names import bad_character, clean_line, clean_text
from socplanner.formats.plan import canonical
from socplanner.formats.plan.shapes import EXTENSION
from socplanner.formats.plan.text_nodes import content_end
from socplanner.formats.plan.yaml_reading import FORBIDDEN, node_of, tree_of

_TEXTS = frozenset(
    {
        *("note", "coverage", "comment"),
        *(f"{side}-{text}" for side in SIDES for text in ("evidence", "remark")),
    }
)
"""The keys whose values may have several lines."""


def mended(text: str) -> str:
    """Return `text` with each value cleaned that has a bad character.

    A cleaned value is in double quotes on one line; extension keys stay as they are. Raise
    FormatError if `text` is not valid YAML for another reason.
    """
    text = re.sub(FORBIDDEN, "", text)
    tree_of(text)
    parts, position = [], 0
    for key, node in _scalars(node_of(text), ""):
        is_name = key not in _TEXTS
        if bad_character(node.value, is_name=is_name) is None:
            continue
        clean = clean_line(node.value) if is_name else clean_text(node.value)
        parts += [text[position : node.start_mark.index], canonical.quoted(clean)]
        position = content_end(text, node)
    return "".join([*parts, text[position:]])


def _scalars(node: yaml.Node, key: str) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Yield each scalar of `node` in the order of the text, with its key; "" for keys."""
    if isinstance(node, yaml.ScalarNode):
        yield key, node
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield "", name
            if not name.value.startswith(EXTENSION):
                yield from _scalars(value, name.value)
    else:
        for item in node.value:
            yield from _scalars(item, key)
