"""The published schema and the reader: what one accepts of the shape of a file, the other does."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_schema import PLAN, json_schema
from socplanner.formats.plan.plan_yaml import loads
from socplanner.formats.plan.shapes import (
    NAME,
    Amount,
    Choice,
    Flag,
    ListOf,
    LocalName,
    MapOf,
    Number,
    Record,
    Shape,
    Text,
    check,
)
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.services.catalogues import catalogue_of
from socplanner.services.i18n import words_for

VALIDATOR = jsonschema.Draft202012Validator(json_schema(words_for("en")))

SCALARS = st.sampled_from(
    [None, "text", "1", "12", "-1", "true", "false", "none", "I", "?", 0, 1, 7, True, False]
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["a", "x-b", "id", "ja"]), inner, max_size=2)
    ),
    max_leaves=4,
)
OTHERS = st.dictionaries(st.sampled_from(["x-a", "x-note"]), ANYTHING, max_size=1)


def trees(shape: Shape) -> st.SearchStrategy[Any]:
    """Return trees that mostly fit `shape`, as YAML reads them, and now and then do not."""
    return st.one_of(*[fitting(shape)] * 24, ANYTHING, st.none())


def fitting(shape: Shape) -> st.SearchStrategy[Any]:
    """Return trees that fit `shape`, but for what stands in them now and then."""
    match shape:
        case Record():
            return records(shape)
        case ListOf(item):
            return st.lists(trees(item), max_size=3)
        case MapOf(value):
            ids = st.sampled_from(["soc", "v2:A-1", "v2:B-1", "R04/now/v2:B-1"])
            return st.builds(joined, st.dictionaries(ids, trees(value), max_size=3), OTHERS)
        case LocalName():
            both = st.fixed_dictionaries({"ja": trees(NAME), "en": trees(NAME)})
            return st.builds(joined, both, OTHERS) | scalars(NAME)
        case _:
            return scalars(shape)


def records(shape: Record) -> st.SearchStrategy[Any]:
    """Return records with what they need, and sometimes with a key that nobody knows."""
    needed = {key: trees(shape.fields[key]) for key in shape.required}
    rest: dict[Any, Any] = {
        key: trees(each) for key, each in shape.fields.items() if key not in needed
    }
    choices = st.fixed_dictionaries(needed, optional=rest)
    strange = st.one_of(
        *[st.just({})] * 24, st.dictionaries(st.sampled_from(["xx", "Note"]), SCALARS, max_size=1)
    )
    return st.builds(joined, choices, OTHERS, strange)


def scalars(shape: Shape) -> st.SearchStrategy[Any]:
    """Return what may stand as a scalar of `shape`."""
    match shape:
        case Choice(words):
            numbers = [int(word) for word in words if word.isdigit()]
            return st.sampled_from([*words, *numbers])
        case Flag():
            return st.sampled_from([True, False, "true", "false"])
        case Amount(most):
            texts: list[object] = ["7.75", "7.755", "-1", ".5", "1e2", "text", "", str(most), 7.5]
            return st.sampled_from([0, most, most + 1, True, *texts])
        case Number(most):
            return st.integers(0, most + 1) | st.integers(0, most).map(str)
        case _:
            words_and_numbers = ["text", "A/R", 12, True, "2026-01-01"]
            is_free = isinstance(shape, Text) and not shape.pattern
            return st.sampled_from([*words_and_numbers, ""] if is_free else words_and_numbers)


def joined(*parts: dict[str, Any]) -> dict[str, Any]:
    """Return the entries of all `parts`."""
    return {key: value for part in parts for key, value in part.items()}


def as_read(tree: Any) -> Tree:
    """Return `tree`, as other YAML readers give it, as ours gives it: all scalars as text."""
    if isinstance(tree, dict):
        return {key: as_read(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [as_read(value) for value in tree]
    if tree is None:
        return None
    return str(tree).lower() if isinstance(tree, bool) else str(tree)


def is_accepted(tree: Any) -> bool:
    """Tell whether the reader finds the shape of `tree` right."""
    try:
        check(as_read(tree), PLAN)
    except FormatError:
        return False
    return True


@settings(max_examples=400)
@given(fitting(PLAN))
def test_reader_and_schema_accept_the_same_trees(tree: Any) -> None:
    assert VALIDATOR.is_valid(tree) == is_accepted(tree)


LEAST: dict[str, Any] = {
    "format": 3,
    "id": "a",
    "organisation": "O",
    "catalogue": "v2",
    "letter-set": "raci",
    "parties": [{"id": "soc", "kind": "internal", "name": "S"}],
    "phases": [{"id": "now", "name": "N", "duties": {"v2:A-1": {"letters": {"soc": "A"}}}}],
}
DUTY: dict[str, Any] = {"area": "I"}


@pytest.mark.parametrize(
    "changes",
    [
        {"x-ours": {"a": [1, None]}},
        {"format": "3"},
        {"organisation": 365},
        {"roles": None, "limits": None, "waivers": None, "tlp": None},
        {"parties": [{"id": "soc", "kind": "internal", "name": {"ja": 1, "en": True, "x-a": 2}}]},
        {
            "parties": [
                {"id": "a", "kind": "provider", "name": "S", "headcount": "7", "parent": None}
            ]
        },
        {"phases": [{"id": "now", "name": "N", "duties": {"x-a": 5, "v2:A-1": None}}]},
        {"phases": [{"id": "now", "name": "N", "duties": {"v2:A-1": {**DUTY, "x-a": [1]}}}]},
        {"phases": [{"id": "n", "name": "N", "duties": {"v2:A-1": {"letters": {"x-l": [1]}}}}]},
        {"phases": [{"id": "n", "name": "N", "duties": {"v2:A-1": {"letters": {"soc": None}}}}]},
        {"waivers": {"R04/now/v2:B-1": None, "x-w": 1}},
    ],
)
def test_what_the_reader_accepts_is_valid(changes: dict[str, Any]) -> None:
    assert is_accepted({**LEAST, **changes})
    assert VALIDATOR.is_valid({**LEAST, **changes})


@pytest.mark.parametrize(
    "changes",
    [
        {"id": None},
        {"parties": [None]},
        {"parties": [{"id": "soc", "kind": "inside", "name": "S"}]},
        {"parties": [{"id": "soc", "kind": "internal", "name": "S", "headcount": 100_001}]},
        {"parties": [{"id": "soc", "kind": "internal", "name": "S"}] * 1001},
        {"phases": [{"id": "now", "name": "N"}] * 101},
        {"ours": 1},
        {"phases": {}},
    ],
)
def test_what_the_reader_refuses_is_not_valid(changes: dict[str, Any]) -> None:
    assert not is_accepted({**LEAST, **changes})
    assert not VALIDATOR.is_valid({**LEAST, **changes})


TEXTS = [
    "SOC",
    "監視",
    "a  b",
    "x" * 200,
    "x" * 201,
    "x" * 4001,
    " ",
    "",
    "a\tb",
    "a\nb",
    "\u202ax",
]
TEXTS += ["a\x1b", "a\x85", "a\u2028b", "a\u2066", "אב\u200f", "a\ufeffb", "=1+1", "<b>"]


def with_text(place: str, text: str) -> dict[str, Any]:
    """Return a plan with `text` at one place."""
    party: dict[str, Any] = {"id": "soc", "kind": "internal", "name": "S"}
    duty: dict[str, Any] = {"area": "I"}
    phase = {"id": "now", "name": "N", "duties": {"v2:A-1": duty}}
    tree = {**LEAST, "parties": [party], "phases": [phase]}
    match place:
        case "organisation" | "classification":
            tree[place] = text
        case "name" | "initials":
            party[place] = {"ja": text, "en": "S"}
        case "phase":
            phase["name"] = text
        case "reason":
            tree["waivers"] = {"C01/now": {"reason": text}}
        case _:
            duty[place] = text
    return tree


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "place",
    ["organisation", "classification", "name", "initials", "phase", "reason", "note", "coverage"],
)
def test_reader_and_schema_hold_texts_to_the_same_rule(place: str, text: str) -> None:
    tree = with_text(place, text)
    data = json.dumps(tree, ensure_ascii=True).encode()
    try:
        loads(data, catalogue_of)
    except FormatError:
        is_read = False
    else:
        is_read = True
    assert VALIDATOR.is_valid(tree) == is_read
