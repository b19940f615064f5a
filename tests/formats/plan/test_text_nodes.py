"""What stands in a text beside its values, and where values really end."""

import pytest
import yaml

from socplanner.formats.plan.canonical import Raw
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


def node_of(text: str) -> yaml.Node:
    """Return the node that `text` writes."""
    node: yaml.Node | None = yaml.compose(text)
    assert node is not None
    return node


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("a: b # c\n", " # c\n"),
        ("a: 'b' # c\n", " # c\n"),
        ("a: {b: c} # d\n# e\n", " # d\n# e\n"),
        ("a:\n  - b\n  - c # d\n", " # d\n"),
        ("a:\n  b: |\n    c\n\n# d\n", "\n\n# d\n"),
        ("a:\n  b: >-\n    c\n    d\n", "\n"),
        ("a:\nb:\n# c\n", "\n# c\n"),
    ],
)
def test_a_value_ends_with_its_last_character(text: str, rest: str) -> None:
    assert text[content_end(text, node_of(text)) :] == rest


def test_lines_end_with_every_break_that_yaml_knows() -> None:
    for newline in ("\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"):
        text = f"one{newline}two"
        assert (line_end(text, 1), next_line(text, 1)) == (3, 3 + len(newline))
        assert (line_end(text, len(text) - 1), next_line(text, len(text))) == (len(text),) * 2


def test_comments_are_found_between_values_and_in_them() -> None:
    assert comments_between("  # a\n\nb\n# c # d\n") == ["# a", "# c # d"]
    text = "a: # one\n  - 'b # no' # two\n  - \"c\n    # no\" # three\n  - d#no\n"
    assert comments_in(text, node_of(text)) == ["# one", "# two", "# three"]
    keys = "{'x # no': 1, # one\n 'y # no': {'# no': 2}} # after\n"
    assert comments_in(keys, node_of(keys)) == ["# one"]
    block = "a: | # one\n  b # no\n"
    assert comments_in(block, node_of(block).value[0][1]) == ["# one"]
    assert comments_in(block, node_of(block)) == ["# one"]


def test_extension_keys_are_found_as_they_are_written() -> None:
    text = """\
x-a: [1, 'b']
parties:
  - id: soc
    x-b: {c: d, e: [f]}
  - {id: it}
name: {ja: a, en: b}
letters:
  - {symbol: A, x-c: "g\\n"}
needs:
  - {kind: hiring}
  - {kind: contract, x-e: 2}
  - plain
deep: {more: {x-d: 1}}
"""
    assert extensions_of(text, node_of(text)) == {
        "x-a": "[1, 'b']",
        "parties": {"soc": {"x-b": "{c: d, e: [f]}"}},
        "letters": {"A": {"x-c": '"g\\n"'}},
        "needs": {"1": {"x-e": "2"}},
        "deep": {"more": {"x-d": "1"}},
    }


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("'one\n  two'", "one two"),
        ("one\n  two", "one two"),
        ("|\n  one\n  two", '"one\\ntwo\\n"'),
        ("a, b", "'a, b'"),
        ("'a, b'", "'a, b'"),
        ('"a, b"', '"a, b"'),
        ("[a, null, ~]", "[a, null, ~]"),
        ("[a, 'b\n  c']", "[a, b c]"),
        ("\n- a\n-\n- b", "[a, null, b]"),
    ],
)
def test_what_others_wrote_on_several_lines_is_put_on_one(written: str, kept: str) -> None:
    text = f"x-a: {written}\n"
    assert extensions_of(text, node_of(text)) == {"x-a": kept}


def test_a_plain_text_has_no_extension_keys() -> None:
    assert extensions_of("x-a", node_of("x-a")) == {}
    assert extensions_of("[a, b]", node_of("[a, b]")) == {}


def test_extension_keys_return_to_the_entries_that_are_left() -> None:
    extensions = {
        "x-a": Raw("1"),
        "parties": {"soc": {"x-b": Raw("2")}, "it": {"x-c": Raw("3")}},
        "gone": {"x-d": Raw("4")},
    }
    tree = {"parties": [{"id": "soc", "name": "S"}, {"id": "new"}], "name": "n"}
    before = {"parties": [{"id": "it"}, {"id": "soc"}], "name": "m"}
    assert with_extensions(tree, extensions, before) == {
        "parties": [{"id": "soc", "name": "S", "x-b": "2"}, {"id": "new"}],
        "name": "n",
        "x-a": "1",
    }
    assert with_extensions("text", extensions, "") == "text"
    assert with_extensions([1], {}, []) == [1]


def test_an_entry_of_a_list_is_identified_by_its_id_or_its_symbol() -> None:
    assert [id_of(each) for each in node_of("[{a: b, id: c}, {symbol: D}, {e: f}, g]").value] == [
        *("c", "D", None, None),
    ]


def test_extension_keys_return_to_entries_without_an_id() -> None:
    extensions = {"0": {"x-a": Raw("1")}, "1": {"x-b": Raw("2")}, "2": {"x-c": Raw("3")}}
    before = [{"kind": "a", "name": "A"}, {"kind": "b", "name": "B"}, {"kind": "c", "name": "C"}]
    tree = [{"kind": "new"}, {"kind": "c", "name": "C"}, {"kind": "b", "name": "Other"}]
    assert with_extensions(tree, extensions, before) == [
        {"kind": "new"},
        {"kind": "c", "name": "C", "x-c": "3"},
        {"kind": "b", "name": "Other", "x-b": "2"},
    ]
