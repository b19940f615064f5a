"""Patching the text of a plan file: only what changed in the plan changes in the text.

`TextPatcher.changed` walks the nodes of the old text beside the trees of the old and the new plan.
Rules:

1. An entry that is equal in both trees keeps its bytes: indent, quotes, comments, line ends.
2. A changed entry is rewritten as deep down as possible: a block mapping key by key, a block list
   entry by entry. Whatever else differs is written in canonical form, under
   the comments that were inside it and with its extension keys.
3. Keys of the text that neither tree has, extensions (`x-`) and empty ones, stay as they are.
4. Entries keep the order of the text in a mapping, and get the order of the new plan in a list. A
   new key goes after the last of the keys that the new tree has before it.
5. Comments directly above an entry belong to it: they move and are removed with it. Comments with
   a blank line below them, and headings such as `# --- outside ---`, stay when it is removed.
6. Where this cannot be done (flow style), `CannotPatch` is raised; a caller
   further out rewrites the entry, and at the top `plan_writing` writes the whole file.

The result may still be wrong, as YAML has more forms than are handled here. `plan_yaml.dumps`
reads each text back and compares the plan before it uses it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from socplanner.formats.plan import canonical
from socplanner.formats.plan.list_entries import are_named, entry_id, places_before
from socplanner.formats.plan.text_nodes import (
    comments_between,
    comments_in,
    content_end,
    extensions_of,
    id_of,
    line_end,
    next_line,
    with_extensions,
)

ToTree = Callable[[Any], Any]
"""Turns a value of a tree that is not a tree yet, a `Change`, into a tree."""

_Entry = dict[str, Any]


_HEADING = re.compile(r"#.*([-=_*~#])\1\1")
"""A comment that divides a list into sections."""


class CannotPatch(Exception):
    """The text of a node cannot be changed in place and must be rewritten."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One entry of a mapping or a list in the old text; positions are indexes of characters.

    `name` is its key or id, `lead` the lines above it, `opening` its line before `start`: the
    indent, and the dash of a list. The key ends at `key_end`, the last line of the value at `end`.
    """

    name: str
    lead: str
    opening: str
    start: int
    key_end: int
    end: int
    value: yaml.Node


class TextPatcher:
    """Changes a text from one tree to another, and keeps the rest of it."""

    def __init__(self, text: str, to_tree: ToTree) -> None:
        """Patch `text`; `to_tree` turns values of the trees into trees where they differ."""
        self._text = text
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._to_tree = to_tree

    def changed(self, root: yaml.Node, old: _Entry, new: _Entry) -> str:
        """Return the text with `new` in place of `old`, whose nodes are `root`.

        Raise CannotPatch if not even the top of the tree can be changed in place.
        """
        end = line_end(self._text, content_end(self._text, root))
        return self._text[: root.start_mark.index] + self._node(root, old, new) + self._text[end:]

    def _node(self, node: yaml.Node, old: Any, new: Any, begin: int | None = None) -> str:
        """Return the new text from `node` to the end of its last line, with `new` for `old`.

        `begin` is where the lines of a node start that has lines of its own, comments above its
        first entry included: the returned text then starts there.
        """
        if old == new:
            end = line_end(self._text, content_end(self._text, node))
            return self._text[node.start_mark.index : end]
        old, new = self._to_tree(old), self._to_tree(new)
        if not _is_block_collection(node):
            raise CannotPatch
        if isinstance(node, yaml.MappingNode) and isinstance(new, dict) and isinstance(old, dict):
            return self._mapping(node, old, new, begin)
        if isinstance(node, yaml.SequenceNode) and isinstance(new, list) and isinstance(old, list):
            return self._list(node, old, new, begin)
        raise CannotPatch

    def _mapping(self, node: yaml.MappingNode, old: _Entry, new: _Entry, begin: int | None) -> str:
        column = node.start_mark.column
        pieces = self._mapping_pieces(node, begin)
        written: list[tuple[str, str]] = []
        for piece in pieces:
            text = piece.lead + piece.opening
            if piece.name in new:
                text += self._value(piece, old, new[piece.name], column)
            elif piece.name not in old:
                text += self._text[piece.start : piece.end]
            elif not (text := self._remaining_comments(piece)):
                continue
            written.append((piece.name, text))
        names = {piece.name for piece in pieces}
        fresh = {
            name: " " * column
            + self._with_newlines(canonical.entry(name, self._as_tree(tree), column))
            for name, tree in new.items()
            if name not in names
        }
        return self._joined(_merged(written, fresh, list(new)), column, begin)

    def _value(self, piece: _Piece, old: _Entry, new: Any, column: int) -> str:
        """Return a key with its value, from the key to the end of the line."""
        if piece.name not in old:
            return self._rewritten(piece, None, new, column)
        if old[piece.name] == new:
            return self._text[piece.start : piece.end]
        begin = self._lines_begin(piece)
        try:
            inner = self._node(piece.value, old[piece.name], new, begin)
        except CannotPatch:
            return self._rewritten(piece, old[piece.name], new, column)
        start = piece.value.start_mark.index if begin is None else begin
        return self._text[piece.start : start] + inner

    def _lines_begin(self, piece: _Piece) -> int | None:
        """Return where the lines of a value below its key start, or None if it is beside the key.

        Comments directly above its first entry belong to that entry and so to these lines.
        """
        mark = piece.value.start_mark
        if not _is_block_collection(piece.value):
            return None
        begin: int = mark.index - mark.column
        floor = next_line(self._text, piece.key_end)
        if begin < floor or self._text[begin : mark.index].strip():
            return None
        while (above := self._line_above(begin, floor)).strip().startswith("#"):
            begin -= len(above)
        return begin

    def _line_above(self, position: int, floor: int) -> str:
        """Return the line that ends at `position`, where another begins, or "" at `floor`."""
        lines = self._text[floor:position].splitlines(keepends=True)[-1:]
        return lines[0] if lines else ""

    def _rewritten(self, piece: _Piece, old: Any, new: Any, column: int) -> str:
        """Return the key with `new` in canonical form, under the comments of the old value."""
        value, text = piece.value, self._text
        colon = text.index(":", piece.key_end) + 1
        gap = text[colon : value.start_mark.index]
        above = [*comments_between(gap), *comments_in(text, value)]
        tree = with_extensions(self._as_tree(new), extensions_of(text, value), self._as_tree(old))
        first, *later = canonical.value(piece.name, tree, column).split("\n")
        if first.startswith(" ") and gap and not gap.strip(" "):
            first = gap + first[1:]
        rest = text[content_end(text, value) : piece.end]
        if rest.startswith("#"):
            rest = " " + rest
        lines = [text[piece.start : colon] + first + rest, *later]
        comments = "".join(each + self._newline + " " * column for each in above)
        return comments + self._newline.join(lines)

    def _list(
        self, node: yaml.SequenceNode, old: Sequence[Any], new: Sequence[Any], begin: int | None
    ) -> str:
        if not new:
            raise CannotPatch
        column = node.start_mark.column
        pieces = self._list_pieces(node, begin)
        before = _pieces_of(pieces, old)
        texts: list[str] = []
        used: set[int] = set()
        for entry, place in zip(new, places_before(old, new), strict=True):
            piece = None if place is None else before[place]
            if place is None or piece is None:
                texts.append(self._with_newlines(canonical.item(self._as_tree(entry), column)))
            else:
                used.add(piece.start)
                texts.append(piece.lead + piece.opening + self._item(piece, old[place], entry))
        left = (self._remaining_comments(piece) for piece in pieces if piece.start not in used)
        return self._joined([*texts, *(text for text in left if text)], column, begin)

    def _item(self, piece: _Piece, old: Any, new: Any) -> str:
        if old == new:
            return self._text[piece.start : piece.end]
        try:
            return self._node(piece.value, old, new)
        except CannotPatch:
            column = piece.value.start_mark.column
            tree = with_extensions(
                self._as_tree(new), extensions_of(self._text, piece.value), self._as_tree(old)
            )
            end = content_end(self._text, piece.value)
            above = [*comments_in(self._text, piece.value), self._text[end : piece.end].strip()]
            comments = "".join(each + self._newline + " " * column for each in above if each)
            return comments + self._with_newlines(canonical.mapping(tree, column).lstrip(" "))

    def _remaining_comments(self, piece: _Piece) -> str:
        """Return the comments above a removed entry without those that belong to it alone."""
        lines = piece.lead.rstrip(" ").splitlines(keepends=True)
        while lines and lines[-1].strip().startswith("#") and not _HEADING.search(lines[-1]):
            lines.pop()
        rest = "".join(lines)
        return rest.removesuffix(self._newline) if rest.strip() else ""

    def _joined(self, texts: Sequence[str], column: int, begin: int | None) -> str:
        """Return `texts` line under line; without `begin` the text before has the first indent."""
        text = self._newline.join(texts)
        if begin is not None:
            return text
        return text[column:] if text.startswith(" " * column) else text.lstrip()

    def _lead(self, begin: int | None, first: int) -> str:
        """Return the lines above the first entry, whose own line starts at `first`."""
        return "" if begin is None else self._text[begin:first]

    def _mapping_pieces(self, node: yaml.MappingNode, begin: int | None) -> list[_Piece]:
        column = node.start_mark.column
        opening = " " * column
        pieces: list[_Piece] = []
        end = node.start_mark.index - column
        for key, value in node.value:
            start = key.start_mark.index
            lead = self._text[end : start - column] if pieces else self._lead(begin, end)
            value_end = max(content_end(self._text, value), key.end_mark.index)
            value_end = line_end(self._text, value_end)
            key_end = key.end_mark.index
            pieces.append(_Piece(key.value, lead, opening, start, key_end, value_end, value))
            end = next_line(self._text, value_end)
        return pieces

    def _list_pieces(self, node: yaml.SequenceNode, begin: int | None) -> list[_Piece]:
        column = node.start_mark.column
        pieces: list[_Piece] = []
        end = node.start_mark.index - column
        for value in node.value:
            dash = self._dash(end, column) if pieces else node.start_mark.index
            lead = self._text[end : dash - column] if pieces else self._lead(begin, end)
            start = value.start_mark.index
            opening = " " * column + self._text[dash:start]
            value_end = line_end(self._text, content_end(self._text, value))
            name = id_of(value) or ""
            pieces.append(_Piece(name, lead, opening, start, start, value_end, value))
            end = next_line(self._text, value_end)
        return pieces

    def _dash(self, line: int, column: int) -> int:
        """Return the position of the next dash at `column` from the start of a line on.

        Raise CannotPatch if there is none.
        """
        wanted = " " * column + "-"
        while not self._text.startswith(wanted, line):
            if line >= len(self._text):
                raise CannotPatch
            line = next_line(self._text, line)
        return line + column

    def _with_newlines(self, text: str) -> str:
        return text.replace("\n", self._newline)

    def _as_tree(self, value: Any) -> Any:
        """Return `value` as a tree, and all values inside it."""
        value = self._to_tree(value)
        if isinstance(value, list) and not isinstance(value, canonical.FlowList):
            return [self._as_tree(each) for each in value]
        if isinstance(value, dict) and not isinstance(value, canonical.Flow):
            return {key: self._as_tree(each) for key, each in value.items()}
        return value


def _pieces_of(pieces: Sequence[_Piece], old: Sequence[Any]) -> list[_Piece | None]:
    """Return the piece of each entry of `old`, found by its id or, without ids, by its place."""
    ids = [entry_id(entry) for entry in old]
    if are_named(ids):
        named = {piece.name: piece for piece in pieces}
        return [named.get(name or "") for name in ids]
    if len(pieces) != len(old):
        raise CannotPatch
    return list(pieces)


def _is_block_collection(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _merged(
    kept: Sequence[tuple[str, str]], fresh: Mapping[str, str], order: Sequence[str]
) -> list[str]:
    """Return the texts of `kept`, by name, with those of `fresh` inserted as in `order`.

    A fresh text goes after the last of those that `order` has before it.
    """
    places = {name: place for place, (name, _) in enumerate(kept, start=1)}
    added: dict[int, list[str]] = {}
    last = 0
    for name in order:
        last = max(last, places.get(name, 0))
        if name in fresh:
            added.setdefault(last, []).append(fresh[name])
    texts = added.get(0, [])
    for place, (_, text) in enumerate(kept, start=1):
        texts += [text, *added.get(place, ())]
    return texts
