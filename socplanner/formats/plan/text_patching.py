"""Changing a text only where what it says has changed.

A text that somebody wrote keeps its bytes: indents, comments, blank lines, line ends and keys of
others. `Keeping.changed` walks the nodes of the old text beside the trees of the old and the new
plan, copies what is equal and writes anew what differs, as deep down as it can.

Comments directly above an entry are its own: they move with it and go with it. Those with a blank
line below them, and headings such as `# --- outside ---`, stay where they are when an entry goes.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from socplanner.formats.plan import canonical
from socplanner.formats.plan.text_nodes import (
    comments_between,
    comments_in,
    content_end,
    entry_id,
    extensions_of,
    id_of,
    line_end,
    next_line,
    with_extensions,
)

Spell = Callable[[Any], Any]
"""Turns a value that is not spelt out yet into a tree."""

_Entry = dict[str, Any]


_HEADING = re.compile(r"#.*([-=_*~#])\1\1")
"""A comment that parts a list into sections."""


class NotKept(Exception):
    """What stands there cannot be changed in place and must be written anew."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One entry of a mapping or a list.

    `lead` are the lines above it, `head` is what stands on its line before `start`: the indent,
    and the dash of a list. A key ends at `key_end`; the last line of the value ends at `end`.
    """

    name: str
    lead: str
    head: str
    start: int
    key_end: int
    end: int
    value: yaml.Node


class Keeping:
    """Writes a tree into a text that wrote another."""

    def __init__(self, text: str, spell: Spell) -> None:
        """Keep what can be kept of `text`; `spell` makes trees of values."""
        self._text = text
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._spell = spell

    def changed(self, root: yaml.Node, old: _Entry, new: _Entry) -> str:
        """Return the text saying `new`, where `root` said `old`; raise NotKept if that is all."""
        end = line_end(self._text, content_end(self._text, root))
        return self._text[: root.start_mark.index] + self._node(root, old, new) + self._text[end:]

    def _node(self, node: yaml.Node, old: Any, new: Any, begin: int | None = None) -> str:
        """Return the text from `node` to the end of its last line, saying `new`.

        `begin` is where the lines of a node start that stands on lines of its own, comments above
        its first entry included: the text then starts there.
        """
        if old == new:
            end = line_end(self._text, content_end(self._text, node))
            return self._text[node.start_mark.index : end]
        old, new = self._spell(old), self._spell(new)
        if isinstance(node, yaml.MappingNode) and not node.flow_style:
            if isinstance(new, dict) and isinstance(old, dict):
                return self._mapping(node, old, new, begin)
        elif isinstance(node, yaml.SequenceNode) and not node.flow_style and _is_named(new):
            return self._list(node, old, new, begin)
        raise NotKept

    def _mapping(self, node: yaml.MappingNode, old: _Entry, new: _Entry, begin: int | None) -> str:
        column = node.start_mark.column
        pieces = self._mapping_pieces(node, begin)
        written: list[tuple[str, str]] = []
        for piece in pieces:
            text = piece.lead + piece.head
            if piece.name in new:
                text += self._value(piece, old, new[piece.name], column)
            elif piece.name not in old:
                text += self._text[piece.start : piece.end]
            elif not (text := self._left_over(piece)):
                continue
            written.append((piece.name, text))
        known = {piece.name for piece in pieces}
        fresh = {
            name: " " * column + self._fresh(canonical.entry(name, self._deep(tree), column))
            for name, tree in new.items()
            if name not in known
        }
        return self._joined(_merged(written, fresh, list(new)), column, begin)

    def _value(self, piece: _Piece, old: _Entry, new: Any, column: int) -> str:
        """Return a key with its value, from the key to the end of the line."""
        if piece.name not in old:
            return self._anew(piece, new, column)
        if old[piece.name] == new:
            return self._text[piece.start : piece.end]
        begin = self._own_lines(piece)
        try:
            inner = self._node(piece.value, old[piece.name], new, begin)
        except NotKept:
            return self._anew(piece, new, column)
        start = piece.value.start_mark.index if begin is None else begin
        return self._text[piece.start : start] + inner

    def _own_lines(self, piece: _Piece) -> int | None:
        """Return where the lines of a value below its key start, or None if it is beside the key.

        Comments directly above its first entry belong to that entry.
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
        """Return the line that ends where another begins at `position`, or nothing at `floor`."""
        lines = self._text[floor:position].splitlines(keepends=True)[-1:]
        return lines[0] if lines else ""

    def _anew(self, piece: _Piece, new: Any, column: int) -> str:
        """Return the key with its value in canonical form and the comments the old one had."""
        value, text = piece.value, self._text
        colon = text.index(":", piece.key_end) + 1
        gap = text[colon : value.start_mark.index]
        above = [*comments_between(gap), *comments_in(text, value)]
        tree = with_extensions(self._deep(new), extensions_of(text, value))
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
        column = node.start_mark.column
        pieces = {piece.name: piece for piece in self._list_pieces(node, begin)}
        before = {entry_id(each): each for each in old}
        texts: list[str] = []
        for each in new:
            piece = pieces.pop(entry_id(each), None)
            if piece is None:
                texts.append(self._fresh(canonical.item(self._deep(each), column)))
            else:
                texts.append(
                    piece.lead + piece.head + self._item(piece, before[entry_id(each)], each)
                )
        left_over = (self._left_over(piece) for piece in pieces.values())
        return self._joined([*texts, *(text for text in left_over if text)], column, begin)

    def _item(self, piece: _Piece, old: Any, new: Any) -> str:
        if old == new:
            return self._text[piece.start : piece.end]
        try:
            return self._node(piece.value, old, new)
        except NotKept:
            column = piece.value.start_mark.column
            tree = with_extensions(self._deep(new), extensions_of(self._text, piece.value))
            end = content_end(self._text, piece.value)
            above = [*comments_in(self._text, piece.value), self._text[end : piece.end].strip()]
            comments = "".join(each + self._newline + " " * column for each in above if each)
            return comments + self._fresh(canonical.mapping(tree, column).lstrip(" "))

    def _left_over(self, piece: _Piece) -> str:
        """Return the comments above an entry that goes, less those that are about it alone."""
        lines = piece.lead.rstrip(" ").splitlines(keepends=True)
        while lines and lines[-1].strip().startswith("#") and not _HEADING.search(lines[-1]):
            lines.pop()
        rest = "".join(lines)
        return rest.removesuffix(self._newline) if rest.strip() else ""

    def _joined(self, texts: Sequence[str], column: int, begin: int | None) -> str:
        """Return `texts` line under line; without `begin` the first indent is written already."""
        text = self._newline.join(texts)
        if begin is not None:
            return text
        return text[column:] if text.startswith(" " * column) else text.lstrip()

    def _lead(self, begin: int | None, first: int) -> str:
        """Return the lines above the first entry, whose own line starts at `first`."""
        return "" if begin is None else self._text[begin:first]

    def _mapping_pieces(self, node: yaml.MappingNode, begin: int | None) -> list[_Piece]:
        column = node.start_mark.column
        head = " " * column
        pieces: list[_Piece] = []
        end = node.start_mark.index - column
        for key, value in node.value:
            start = key.start_mark.index
            lead = self._text[end : start - column] if pieces else self._lead(begin, end)
            done = max(content_end(self._text, value), key.end_mark.index)
            done = line_end(self._text, done)
            key_end = key.end_mark.index
            pieces.append(_Piece(key.value, lead, head, start, key_end, done, value))
            end = next_line(self._text, done)
        return pieces

    def _list_pieces(self, node: yaml.SequenceNode, begin: int | None) -> list[_Piece]:
        column = node.start_mark.column
        pieces: list[_Piece] = []
        end = node.start_mark.index - column
        for value in node.value:
            dash = self._dash(end, column) if pieces else node.start_mark.index
            lead = self._text[end : dash - column] if pieces else self._lead(begin, end)
            start = value.start_mark.index
            head = " " * column + self._text[dash:start]
            done = line_end(self._text, content_end(self._text, value))
            name = id_of(value) or ""
            pieces.append(_Piece(name, lead, head, start, start, done, value))
            end = next_line(self._text, done)
        return pieces

    def _dash(self, line: int, column: int) -> int:
        """Return where the next dash of a list at `column` stands, from the start of a line on."""
        wanted = " " * column + "-"
        while not self._text.startswith(wanted, line):
            if line >= len(self._text):
                raise NotKept
            line = next_line(self._text, line)
        return line + column

    def _fresh(self, text: str) -> str:
        return text.replace("\n", self._newline)

    def _deep(self, value: Any) -> Any:
        """Return `value` spelt out, and all there is in it."""
        value = self._spell(value)
        if isinstance(value, list) and not isinstance(value, canonical.FlowList):
            return [self._deep(each) for each in value]
        if isinstance(value, dict) and not isinstance(value, canonical.Flow):
            return {key: self._deep(each) for key, each in value.items()}
        return value


def _is_named(entries: Sequence[Any]) -> bool:
    """Tell whether there are entries, and each can be found again by its id."""
    return bool(entries) and all(isinstance(each, dict) for each in entries)


def _is_block_collection(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _merged(
    written: Sequence[tuple[str, str]], fresh: Mapping[str, str], order: Sequence[str]
) -> list[str]:
    """Return the texts `written` by name with those of `fresh` put in where `order` has them.

    A fresh one stands after the last of those that `order` puts before it.
    """
    places = {name: place for place, (name, _) in enumerate(written, start=1)}
    added: dict[int, list[str]] = {}
    last = 0
    for name in order:
        last = max(last, places.get(name, 0))
        if name in fresh:
            added.setdefault(last, []).append(fresh[name])
    texts = added.get(0, [])
    for place, (_, text) in enumerate(written, start=1):
        texts += [text, *added.get(place, ())]
    return texts
