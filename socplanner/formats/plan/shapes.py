"""Shapes of a tree: one description checks a file and publishes its schema."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from socplanner.domain.marking import Tlp
from socplanner.domain.names import LONGEST_NAME, NAME_PATTERN
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

MOST_ENTRIES = 200_000
"""The bound on any list or mapping that has none of its own."""

EXTENSION = "x-"
"""How an extension key begins: one of another program, kept on save and never read."""


class Text(NamedTuple):
    """A text; the schema publishes `pattern` and `longest`, `text_fields` checks them on reading.

    An empty pattern and a `longest` of 0 set no bound. `about` describes the value in the schema,
    here and in the other shapes.
    """

    about: str = ""
    pattern: str = ""
    longest: int = 0


NAME = Text("", NAME_PATTERN, LONGEST_NAME)
_LABELS = tuple(each.value for each in Tlp)


class LocalName(NamedTuple):
    """A name for both languages, or one for each: `{ja: …, en: …}`."""

    about: str = ""
    text: Text = NAME


class Number(NamedTuple):
    """A whole number from 0 to `most`."""

    most: int
    about: str = ""


class Amount(NamedTuple):
    """A number from 0 to `most`, with up to two decimal places."""

    most: int
    about: str = ""


class Flag(NamedTuple):
    """`true` or `false`."""

    about: str = ""


class Choice(NamedTuple):
    """One of a few words; `also` are further spellings that are read and never written."""

    choices: tuple[str, ...]
    about: str = ""
    also: tuple[str, ...] = ()


class MapOf(NamedTuple):
    """A mapping from ids to values of one shape, `most` of them at most."""

    value: "Shape"
    about: str = ""
    most: int = MOST_ENTRIES


class ListOf(NamedTuple):
    """A list of values of one shape, `most` of them at most."""

    item: "Shape"
    about: str = ""
    most: int = MOST_ENTRIES


class Record(NamedTuple):
    """A mapping with known keys in the order they are written; others are errors, or extensions."""

    fields: Mapping[str, "Shape"]
    required: tuple[str, ...] = ()
    about: str = ""


TLP_LABEL = Choice(
    _LABELS,
    N_("The label of the Traffic Light Protocol 2.0; white, of TLP 1.0, is read as clear."),
    (*(each.upper() for each in _LABELS), "white", "WHITE"),
)
Scalar = Text | Number | Amount | Flag | Choice
Shape = Scalar | LocalName | MapOf | ListOf | Record


def check(tree: Tree, shape: Shape, path: Path = ()) -> None:
    """Raise FormatError for the first value in `tree` that does not fit `shape`.

    `path` leads to `tree` from the top of the file; the error has the path of the wrong value.
    """
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
    """Return the entries of `tree` that are read: no extension keys, and none without a value."""
    return {
        key: value
        for key, value in tree.items()
        if value is not None and not key.startswith(EXTENSION)
    }


def _check_record(tree: Tree, record: Record, path: Path) -> None:
    mapping = _expect_mapping(tree, path)
    for key, value in mapping.items():
        shape = record.fields.get(key)
        if shape is None:
            if key.startswith(EXTENSION):
                continue
            raise _unknown("unknown-key", key, tuple(record.fields), (*path, key))
        if value is not None:
            check(value, shape, (*path, key))
    for key in record.required:
        if mapping.get(key) is None:
            raise refused("missing-key", path, key=key)


_TRUTHS = frozenset({"true", "false"})
_DIGITS = re.compile(r"[0-9]{1,9}")
AMOUNT_PATTERN = r"[0-9]{1,12}(?:\.[0-9]{1,2})?"


def _check_text(text: str, shape: Scalar, path: Path) -> None:
    if isinstance(shape, Choice):
        if text not in shape.choices and text not in shape.also:
            raise _unknown("unknown-choice", text, shape.choices, path)
    elif isinstance(shape, Flag):
        if text not in _TRUTHS:
            raise _unknown("unknown-choice", text, ("true", "false"), path)
    elif isinstance(shape, Number) and not (_DIGITS.fullmatch(text) and int(text) <= shape.most):
        raise refused("not-a-number", path, value=text, most=shape.most)
    elif isinstance(shape, Amount) and not (
        re.fullmatch(AMOUNT_PATTERN, text) and float(text) <= shape.most
    ):
        raise refused("not-an-amount", path, value=text, most=shape.most)


def _unknown(code: str, word: str, choices: tuple[str, ...], path: Path) -> Exception:
    return refused(
        code, path, word=word, nearest=nearest(word, choices), choices=", ".join(choices)
    )


def nearest(word: str, choices: tuple[str, ...]) -> str:
    """Return the one of `choices` that is spelt most like `word`; raise ValueError for none."""
    from difflib import SequenceMatcher

    word = word[:LONGEST_NAME].lower()
    return max(choices, key=lambda each: SequenceMatcher(None, word, each.lower()).ratio())


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
