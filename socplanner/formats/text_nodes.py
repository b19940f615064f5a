"""Where the nodes of a text really end, and what stands in them beside values."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from socplanner.formats import canonical
from socplanner.formats.shapes import EXTENSION

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_BLOCK_STYLES = ("|", ">")


def content_end(text: str, node: yaml.Node) -> int:
    """Return where the last thing that `node` says ends; the mark of a block is further on."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        if isinstance(node, yaml.MappingNode):
            key, node = last
            if node.end_mark.index <= key.end_mark.index:
                node = key
        else:
            node = last
    end: int = node.end_mark.index
    if _is_block(node):
        start = node.start_mark.index
        end = start + len(text[start:end].rstrip())
    return end


def line_end(text: str, position: int) -> int:
    """Return where the line of `position` ends, its line break left out."""
    end = text.find("\n", position)
    if end < 0:
        return len(text)
    return end - 1 if end > position and text[end - 1] == "\r" else end


def comments_between(text: str) -> list[str]:
    """Return the comments of a text that holds nothing else."""
    return [line.strip() for line in text.splitlines() if line.strip().startswith("#")]


def comments_in(text: str, node: yaml.Node) -> list[str]:
    """Return the comments that stand inside the value `node`."""
    start, end = node.start_mark.index, content_end(text, node)
    if _is_block(node):
        return _COMMENT.findall(text[start : line_end(text, start)])
    blanked = list(text[start:end])
    for first, last in _scalars(node):
        for place in range(first - start, min(last, end) - start):
            if blanked[place] != "\n":
                blanked[place] = "x"
    return [
        found.group().strip()
        for line in "".join(blanked).splitlines()
        if (found := _COMMENT.search(line)) is not None
    ]


def extensions_of(text: str, node: yaml.Node) -> dict[str, Any]:
    """Return the keys of others in the flow mapping `node`, as they are written."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    found: dict[str, Any] = {}
    for key, value in node.value:
        if key.value.startswith(EXTENSION):
            written = text[value.start_mark.index : content_end(text, value)]
            found[key.value] = canonical.Raw(" ".join(written.split()))
        elif inner := extensions_of(text, value):
            found[key.value] = inner
    return found


def with_extensions(tree: Any, extensions: dict[str, Any]) -> Any:
    """Return `tree` with the keys of others put back into the mappings it still has."""
    if not isinstance(tree, dict) or not extensions:
        return tree
    merged = type(tree)(tree)
    for key, value in extensions.items():
        if isinstance(value, canonical.Raw):
            merged[key] = value
        elif key in merged:
            merged[key] = with_extensions(merged[key], value)
    return merged


def _is_block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in _BLOCK_STYLES


def _scalars(node: yaml.Node) -> Iterator[tuple[int, int]]:
    """Yield where each scalar in `node` begins and ends."""
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.index, node.end_mark.index
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)
    else:
        for each in node.value:
            yield from _scalars(each)
