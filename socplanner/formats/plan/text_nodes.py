"""Where the nodes of a YAML text end, and the comments and extensions inside them.

Positions are indexes of characters in the text. libyaml puts the end of a block collection before
the next token, past comments and blank lines; `content_end` is the end of its last value.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from socplanner.formats.plan import canonical
from socplanner.formats.plan.list_entries import IDS, entry_id, names_of, places_before
from socplanner.formats.plan.shapes import EXTENSION

_COMMENT = re.compile("#.*")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""The line breaks of YAML, which has more of them than most formats."""
_IN_FLOW = re.compile(r"[,\[\]{}]")

_BLOCK_STYLES = ("|", ">")


def content_end(text: str, node: yaml.Node) -> int:
    """Return where the last value in `node` ends; the end mark of a block is further on."""
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
    """Return where the line of `position` ends, before its line break."""
    match = _BREAK.search(text, position)
    return len(text) if match is None else match.start()


def next_line(text: str, position: int) -> int:
    """Return where the line after that of `position` begins, the end of the text if none does."""
    match = _BREAK.search(text, position)
    return len(text) if match is None else match.end()


def comments_between(text: str) -> list[str]:
    """Return the comments of `text`, one a line, where no values are; each begins with #."""
    return [line.strip() for line in text.splitlines() if line.strip().startswith("#")]


def comments_in(text: str, node: yaml.Node) -> list[str]:
    """Return the comments inside the value `node`; a # inside a scalar is none."""
    start, end = node.start_mark.index, content_end(text, node)
    if _is_block(node):
        return _COMMENT.findall(text[start : line_end(text, start)])
    blanked = list(text[start:end])
    for first, last in _scalars(text, node):
        for place in range(first - start, min(last, end) - start):
            if blanked[place] != "\n":
                blanked[place] = "x"
    return [
        match.group().strip()
        for line in "".join(blanked).splitlines()
        if (match := _COMMENT.search(line)) is not None
    ]


def extensions_of(text: str, node: yaml.Node) -> dict[str, Any]:
    """Return the extension keys in `node` with their text, nested as in the file.

    Entries of a list are found by their ids, those without an id by their places. Mappings
    without extensions are left out.
    """
    if isinstance(node, yaml.SequenceNode):
        inside = zip(
            names_of([id_of(each) for each in node.value]),
            (extensions_of(text, each) for each in node.value),
            strict=True,
        )
        return {name: extensions for name, extensions in inside if extensions}
    if not isinstance(node, yaml.MappingNode):
        return {}
    extensions: dict[str, Any] = {}
    for key, value in node.value:
        if key.value.startswith(EXTENSION):
            extensions[key.value] = canonical.Raw(_on_one_line(text, value))
        elif inner := extensions_of(text, value):
            extensions[key.value] = inner
    return extensions


def with_extensions(tree: Any, extensions: dict[str, Any], before: Any) -> Any:
    """Return `tree` with the `extensions` put back into those mappings that are still in it.

    `before` is the tree of the text that the extensions are from.
    """
    if not extensions:
        return tree
    if isinstance(tree, list):
        old = before if isinstance(before, list) else []
        names = names_of([entry_id(each) for each in old])
        return [
            each
            if place is None
            else with_extensions(each, extensions.get(names[place], {}), old[place])
            for each, place in zip(tree, places_before(old, tree), strict=True)
        ]
    if not isinstance(tree, dict):
        return tree
    merged = type(tree)(tree)
    for key, value in extensions.items():
        if isinstance(value, canonical.Raw):
            merged[key] = value
        elif key in merged:
            inner = before.get(key) if isinstance(before, dict) else None
            merged[key] = with_extensions(merged[key], value, inner)
    return merged


def id_of(node: yaml.Node) -> str | None:
    """Return the id of the entry `node` of a list, or None if it has none."""
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value.value for key, value in node.value if key.value in IDS), None)


def _on_one_line(text: str, node: yaml.Node) -> str:
    """Return the value of `node` on one line, valid in flow style; as it is written where it is."""
    if isinstance(node, yaml.MappingNode):
        pairs = [(_on_one_line(text, key), _on_one_line(text, each)) for key, each in node.value]
        return "{" + ", ".join(f"{key}: {each}" for key, each in pairs) + "}"
    if isinstance(node, yaml.SequenceNode):
        return "[" + ", ".join(_on_one_line(text, each) or "null" for each in node.value) + "]"
    written = text[node.start_mark.index : node.end_mark.index]
    is_plain = isinstance(node, yaml.ScalarNode) and not node.style
    if _is_block(node) or _BREAK.search(written) or (is_plain and _IN_FLOW.search(written)):
        value: str = node.value
        return canonical.scalar(value)
    return written


def _is_block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in _BLOCK_STYLES


def _scalars(text: str, node: yaml.Node) -> Iterator[tuple[int, int]]:
    """Yield where each scalar in `node` begins and ends; a block scalar begins after its line."""
    if isinstance(node, yaml.ScalarNode):
        start = node.start_mark.index
        yield line_end(text, start) if _is_block(node) else start, node.end_mark.index
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(text, key)
            yield from _scalars(text, value)
    else:
        for each in node.value:
            yield from _scalars(text, each)
