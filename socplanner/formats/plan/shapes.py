"""What a tree may look like: one description serves to check a file and to publish its schema."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from socplanner.domain.names import LONGEST_NAME, NAME_PATTERN
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.yaml_reading import Tree

MOST_ENTRIES = 200_000
"""Of any list or mapping that has no bound of its own."""

EXTENSION = "x-"
"""A key that begins so is somebody else's: kept, never read."""


class Text(NamedTuple):
    """A text. `pattern` and `longest` say in the schema what `said_texts` checks in the reader."""

    about: str = ""
    pattern: str = ""
    longest: int = 0


NAME = Text("", NAME_PATTERN, LONGEST_NAME)


class LocalName(NamedTuple):
    """A name, or one in each language: `{ja: …, en: …}`."""

    about: str = ""
    text: Text = NAME


class Number(NamedTuple):
    """A whole number from 0 to `most`."""

    most: int
    about: str = ""


class Flag(NamedTuple):
    """`true` or `false`."""

    about: str = ""


class Choice(NamedTuple):
    """One of a few words."""

    known: tuple[str, ...]
    about: str = ""


class MapOf(NamedTuple):
    """A mapping from ids to values of one shape, `most` of them."""

    value: "Shape"
    about: str = ""
    most: int = MOST_ENTRIES


class ListOf(NamedTuple):
    """A list of values of one shape, `most` of them."""

    item: "Shape"
    about: str = ""
    most: int = MOST_ENTRIES


class Record(NamedTuple):
    """A mapping of known keys, in the order they are written."""

    fields: Mapping[str, "Shape"]
    required: tuple[str, ...] = ()
    about: str = ""


Scalar = Text | Number | Flag | Choice
Shape = Scalar | LocalName | MapOf | ListOf | Record


def check(tree: Tree, shape: Shape, path: Path = ()) -> None:
    """Raise FormatError for the first thing in `tree` that does not fit `shape`."""
    match shape:
        case Record():
            _check_record(tree, shape, path)
        case ListOf(item):
            _check_count(tree, shape, path)
            for place, value in enumerate(_expect_list(tree, path)):
                check(value, item, (*path, place))
        case MapOf(value_shape):
            _check_count(tree, shape, path)
            for key, value in _expect_mapping(tree, path).items():
                if value is not None and not key.startswith(EXTENSION):
                    check(value, value_shape, (*path, key))
        case LocalName():
            if not isinstance(tree, str):
                _check_record(tree, BOTH, path)
        case _:
            _check_text(_expect_text(tree, path), shape, path)


def _check_count(tree: Tree, shape: ListOf | MapOf, path: Path) -> None:
    if isinstance(tree, list | dict) and len(tree) > shape.most:
        raise refused("too-many-entries", path, number=len(tree), most=shape.most)


def without_extensions(tree: Mapping[str, Tree]) -> dict[str, Tree]:
    """Return what `tree` says to us: no keys of others, and none without a value."""
    return {
        key: value
        for key, value in tree.items()
        if value is not None and not key.startswith(EXTENSION)
    }


def _check_record(tree: Tree, record: Record, path: Path) -> None:
    found = _expect_mapping(tree, path)
    for key, value in found.items():
        shape = record.fields.get(key)
        if shape is None:
            if key.startswith(EXTENSION):
                continue
            raise _unknown("unknown-key", key, tuple(record.fields), (*path, key))
        if value is not None:
            check(value, shape, (*path, key))
    for key in record.required:
        if found.get(key) is None:
            raise refused("missing-key", path, key=key)


_TRUTHS = frozenset({"true", "false"})
_DIGITS = re.compile(r"[0-9]{1,9}")


def _check_text(text: str, shape: Scalar, path: Path) -> None:
    if isinstance(shape, Choice):
        if text not in shape.known:
            raise _unknown("unknown-choice", text, shape.known, path)
    elif isinstance(shape, Flag):
        if text not in _TRUTHS:
            raise _unknown("unknown-choice", text, ("true", "false"), path)
    elif isinstance(shape, Number) and not (_DIGITS.fullmatch(text) and int(text) <= shape.most):
        raise refused("not-a-number", path, value=text, most=shape.most)


def _unknown(code: str, word: str, known: tuple[str, ...], path: Path) -> Exception:
    return refused(code, path, word=word, nearest=nearest(word, known), known=", ".join(known))


def nearest(word: str, known: tuple[str, ...]) -> str:
    """Return the one of `known` that is spelt most like `word`."""
    from difflib import SequenceMatcher

    word = word[:LONGEST_NAME].lower()
    return max(known, key=lambda each: SequenceMatcher(None, word, each.lower()).ratio())


def _expect_mapping(tree: Tree, path: Path) -> dict[str, Tree]:
    if isinstance(tree, dict):
        return tree
    raise refused("expected-mapping", path)


def _expect_list(tree: Tree, path: Path) -> list[Tree]:
    if isinstance(tree, list):
        return tree
    raise refused("expected-list", path)


def _expect_text(tree: Tree, path: Path) -> str:
    if isinstance(tree, str):
        return tree
    raise refused("expected-text", path)


BOTH = Record({"ja": NAME, "en": NAME}, ("ja", "en"))
