"""From bytes to a tree of text, lists and mappings, bounded so that no file can do harm.

Rules:

- One pass over the events of libyaml builds the tree and bounds its bytes, depth and number of
  values, before anything nests deep enough to crash (25,000 brackets do).
- Aliases, anchors and tags are refused: a kilobyte of them can stand for gigabytes.
- Every scalar stays text, so `NO`, `1.10` and `012` are read as written.
- A doubled key is refused: YAML readers disagree on which one counts.
- Each error has line and column, from 1.
"""

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import yaml

from socplanner.domain.problem import Problem
from socplanner.formats.format_error import FormatError, Path

Tree = str | None | list["Tree"] | dict[str, "Tree"]
"""A key without a value is None, as if it were not there. All other scalars are text."""

MOST_BYTES = 64 * 1024 * 1024
DEEPEST = 40
MOST_EVENTS = 5_000_000
"""The bounds of a plan file: bytes, levels of nesting, and events of libyaml."""

BOM = "\ufeff"

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG_DIRECTIVE = re.compile("(?:^|[\n\r\x85\u2028\u2029])(%TAG)\\b")
_LINE_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
"""The characters that YAML allows nowhere in a text, as a pattern."""


def text_of(data: bytes) -> str:
    """Return the text of `data`; raise FormatError if it is not UTF-8 or above `MOST_BYTES`."""
    if len(data) > MOST_BYTES:
        raise FormatError(Problem("file-too-big", {"most": MOST_BYTES // (1024 * 1024)}))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:2].count(0) == 1:
        raise FormatError(Problem("other-encoding", {"encoding": "UTF-16"}))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FormatError(_undecodable(data), line) from None
    return text


def tree_of(text: str) -> Tree:
    """Return the tree of `text`; raise FormatError with the line and column of what is wrong."""
    if "%TAG" in text:
        _refuse_tag_directive(text)
    try:
        with collector_paused():
            return _Builder(_Loader(text).get_event).document()
    except yaml.reader.ReaderError:
        raise _forbidden_character(text) from None
    except yaml.MarkedYAMLError as error:
        begun = any(word in str(error.context) for word in ("quoted", "simple key"))
        mark = (begun and error.context_mark) or error.problem_mark or error.context_mark
        last = text.rstrip().count("\n") + 1
        line, column = (1, 1) if mark is None else (min(mark.line + 1, last), mark.column + 1)
        reason = str(error.problem or error.context or "").replace("\n", " ")
        if "nesting" in reason:  # libyaml 0.2.6 has a bound of its own, and reads ahead
            raise FormatError(Problem("too-deep", {"deepest": DEEPEST}), line, column) from None
        raise FormatError(Problem("not-yaml", {"reason": reason}), line, column) from None


def node_of(text: str) -> yaml.Node:
    """Return the nodes of `text` with their marks; `tree_of` must have accepted the text before."""
    with collector_paused():
        node: yaml.Node = _Loader(text).get_single_node()
    return node


def place_of(text: str, path: Path) -> tuple[int, int]:
    """Return line and column, from 1, of the value at `path`, or of the nearest one above it.

    `tree_of` must have accepted `text` before. The events are read once more up to the place, so
    that an error takes no more memory than reading did.
    """
    with collector_paused():
        return _Finder(_Loader(text).get_event).place(path)


class _Builder:
    """Builds the tree of one document from events."""

    def __init__(self, next_event: Callable[[], Any]) -> None:
        self._next = next_event
        self._left = MOST_EVENTS

    def document(self) -> Tree:
        """Return the tree of the only document; raise FormatError for none or several."""
        self._next()
        if type(self._next()) is yaml.StreamEndEvent:
            raise FormatError(Problem("empty-file"))
        tree = self._value(self._next(), 1)
        self._next()
        after = self._next()
        if type(after) is not yaml.StreamEndEvent:
            raise _at(after, "second-document")
        return tree

    def _value(self, event: Any, depth: int) -> Tree:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._text(event)
        if kind is yaml.AliasEvent:
            raise _at(event, "yaml-alias", name=event.anchor)
        if event.anchor is not None:
            raise _at(event, "yaml-anchor", name=event.anchor)
        if event.tag is not None:
            raise _at(event, "yaml-tag", name=event.tag)
        if depth > DEEPEST:
            raise _at(event, "too-deep", deepest=DEEPEST)
        if kind is yaml.MappingStartEvent:
            return self._mapping(depth)
        return self._list(depth)

    def _text(self, event: Any) -> str | None:
        if event.anchor is not None:
            raise _at(event, "yaml-anchor", name=event.anchor)
        if event.tag is not None:
            raise _at(event, "yaml-tag", name=event.tag)
        value: str = event.value
        return value if value or event.style else None

    def _list(self, depth: int) -> list[Tree]:
        items: list[Tree] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            self._count(event)
            items.append(self._value(event, depth + 1))
        return items

    def _mapping(self, depth: int) -> dict[str, Tree]:
        mapping: dict[str, Tree] = {}
        following = self._next
        while type(event := following()) is not yaml.MappingEndEvent:
            self._count(event)
            if type(event) is not yaml.ScalarEvent:
                raise _at(event, "key-not-text")
            key = self._text(event) or ""
            if key in mapping:
                raise _at(event, "doubled-key", key=key)
            mapping[key] = self._value(following(), depth + 1)
        return mapping

    def _count(self, event: Any) -> None:
        self._left -= 2
        if self._left < 0:
            raise _at(event, "too-many-values", most=MOST_EVENTS)


class _Finder:
    """Finds the place of a path from events."""

    def __init__(self, next_event: Callable[[], Any]) -> None:
        self._next = next_event

    def place(self, path: Path) -> tuple[int, int]:
        """Return line and column, from 1, of the last step of `path` that exists."""
        self._next()
        self._next()
        event = self._next()
        mark = event.start_mark
        for step in path:
            if type(event) is yaml.MappingStartEvent:
                key = self._key(step)
                if key is None:
                    break
                mark, event = key.start_mark, self._next()
            elif type(event) is yaml.SequenceStartEvent and isinstance(step, int):
                for _ in range(step):
                    self._skip(self._next())
                event = self._next()
                mark = event.start_mark
            else:
                break
        return mark.line + 1, mark.column + 1

    def _key(self, wanted: str | int) -> Any:
        """Return the event of the key `wanted` in the mapping that has just begun, or None."""
        while type(key := self._next()) is not yaml.MappingEndEvent:
            if key.value == wanted:
                return key
            self._skip(self._next())
        return None

    def _skip(self, event: Any) -> None:
        """Read events up to the end of the value that begins with `event`."""
        depth = 0
        while True:
            kind = type(event)
            depth += kind in _BEGINNINGS
            depth -= kind in _ENDINGS
            if depth == 0:
                return
            event = self._next()


_BEGINNINGS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDINGS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the cycle collector, the greatest cost of large trees; trees have no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _at(event: Any, code: str, **values: object) -> FormatError:
    mark = event.start_mark
    return FormatError(Problem(code, values), mark.line + 1, mark.column + 1)


def _refuse_tag_directive(text: str) -> None:
    """Raise FormatError for a %TAG directive: libyaml compares each one with all before it."""
    match = _TAG_DIRECTIVE.search(text)
    if match is not None:
        line = len(_LINE_BREAKS.findall(text, 0, match.start(1))) + 1
        raise FormatError(Problem("yaml-tag", {"name": "%TAG"}), line, 1)


def _forbidden_character(text: str) -> FormatError:
    match = re.search(FORBIDDEN, text)
    if match is None:
        return FormatError(Problem("not-yaml", {"reason": ""}))
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - text.rfind("\n", 0, match.start())
    character = f"U+{ord(match.group()):04X}"
    return FormatError(Problem("bad-character", {"character": character}), line, column)


def _undecodable(data: bytes) -> Problem:
    """Return the error for `data` that is not UTF-8, with the encoding it may have."""
    if b"\x00" not in data:
        try:
            data.decode("cp932")
        except UnicodeDecodeError:
            pass
        else:
            return Problem("other-encoding", {"encoding": "Shift_JIS (CP932)"})
    return Problem("not-text")
