"""A tree that does not fit the shape of a plan is refused at the very place, with a remedy."""

import pytest

from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.shapes import (
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
    nearest,
    without_extensions,
)
from socplanner.formats.plan.yaml_reading import Tree

PARTY = Record({"id": Text(), "heads": Number(most=9), "is": Flag()}, ("id",))


@pytest.mark.parametrize(
    ("tree", "shape"),
    [
        ("any text", Text()),
        ("9", Number(most=9)),
        ("true", Flag()),
        ("false", Flag()),
        ("in", Choice(("in", "out"))),
        ("SOC", LocalName()),
        ({"ja": "監視", "en": "SOC"}, LocalName()),
        ({"id": "a", "heads": "0", "x-other": ["anything"]}, PARTY),
        ({"id": "a", "heads": None}, PARTY),
        (["a", "b"], ListOf(Text(), most=2)),
        ({"a": "1", "b": None, "x-c": []}, MapOf(Number(most=9), most=3)),
    ],
)
def test_what_fits_is_let_through(tree: Tree, shape: Shape) -> None:
    check(tree, shape)


@pytest.mark.parametrize(
    ("tree", "shape", "code", "path"),
    [
        (["a"], Text(), "expected-text", ()),
        ("10", Number(most=9), "not-a-number", ()),
        ("-1", Number(most=9), "not-a-number", ()),
        ("1 ", Number(most=9), "not-a-number", ()),
        ("1" * 10, Number(most=10**12), "not-a-number", ()),
        ("yes", Flag(), "unknown-choice", ()),
        ("on", Choice(("in", "out")), "unknown-choice", ()),
        (["SOC"], LocalName(), "expected-mapping", ()),
        ({"ja": "監視"}, LocalName(), "missing-key", ()),
        ({"ja": "監視", "en": "SOC", "de": "SOC"}, LocalName(), "unknown-key", ("de",)),
        ("a", PARTY, "expected-mapping", ()),
        ({"id": "a", "hats": "1"}, PARTY, "unknown-key", ("hats",)),
        ({"heads": "1"}, PARTY, "missing-key", ()),
        ({"id": None}, PARTY, "missing-key", ()),
        ({"id": "a", "heads": "x"}, PARTY, "not-a-number", ("heads",)),
        ("a", ListOf(Text()), "expected-list", ()),
        (["a", ["b"]], ListOf(Text()), "expected-text", (1,)),
        (["a", "b", "c"], ListOf(Text(), most=2), "too-many-entries", ()),
        (["a"], MapOf(Text()), "expected-mapping", ()),
        ({"a": "1", "b": "x"}, MapOf(Number(most=9)), "not-a-number", ("b",)),
        ({"a": "1", "b": "1"}, MapOf(Number(most=9), most=1), "too-many-entries", ()),
        ([{"id": "a"}, {"id": "b", "is": "no"}], ListOf(PARTY), "unknown-choice", (1, "is")),
    ],
)
def test_what_does_not_fit_is_refused_at_its_place(
    tree: Tree, shape: Shape, code: str, path: tuple[str | int, ...]
) -> None:
    with pytest.raises(FormatError) as refused:
        check(tree, shape, ("top",))
    assert (refused.value.problem.code, refused.value.path) == (code, ("top", *path))


@pytest.mark.parametrize(
    ("tree", "shape", "values"),
    [
        ("ot", Choice(("in", "out")), {"word": "ot", "nearest": "out", "choices": "in, out"}),
        ("yes", Flag(), {"word": "yes", "nearest": "true", "choices": "true, false"}),
        ({"hats": ""}, PARTY, {"word": "hats", "nearest": "heads", "choices": "id, heads, is"}),
        ({}, PARTY, {"key": "id"}),
        ("x", Number(most=9), {"value": "x", "most": 9}),
        (["a", "b"], ListOf(Text(), most=1), {"number": 2, "most": 1}),
    ],
)
def test_a_refusal_has_what_its_sentence_needs(
    tree: Tree, shape: Shape, values: dict[str, object]
) -> None:
    with pytest.raises(FormatError) as refused:
        check(tree, shape)
    assert refused.value.problem.values == values


def test_the_nearest_spelling_ignores_case() -> None:
    assert nearest("HEDS", ("id", "heads", "hats")) == "heads"
    assert nearest("ID", ("heads", "Id")) == "Id"
    assert nearest("a" * 300_000, ("b", "a")) == "a"


def test_extension_keys_and_keys_without_a_value_are_ignored() -> None:
    assert without_extensions({"a": "1", "x-a": "2", "b": None, "xa": ""}) == {"a": "1", "xa": ""}
