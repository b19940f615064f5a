"""Text becomes a tree of texts, and what is wrong with it is found by line and column."""

import codecs
import gc

import pytest

from socplanner.formats.format_error import FormatError, Path
from socplanner.formats.plan import yaml_reading
from socplanner.formats.plan.yaml_reading import (
    DEEPEST,
    collector_paused,
    place_of,
    text_of,
    tree_of,
)

TEXT = """\
a: one
list:
  - id: x
    deep: [1, [2, 3], {b: c}]
  - id: y
  -   id: z
map: {k: v,
      l: w}
none:
"""


def refusal(text: str) -> FormatError:
    """Return how `text` is refused."""
    with pytest.raises(FormatError) as caught:
        tree_of(text)
    return caught.value


def test_every_scalar_stays_a_text_and_nothing_is_none() -> None:
    assert tree_of("a: NO\nb: 1.10\nc: 012\nd:\ne: ''\nf: ~\ng: [x, , ]\n".replace(", ,", ",")) == {
        "a": "NO",
        "b": "1.10",
        "c": "012",
        "d": None,
        "e": "",
        "f": "~",
        "g": ["x"],
    }


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("a",), (1, 1)),
        (("list",), (2, 1)),
        (("list", 0), (3, 5)),
        (("list", 0, "deep"), (4, 5)),
        (("list", 0, "deep", 1), (4, 15)),
        (("list", 0, "deep", 1, 1), (4, 19)),
        (("list", 0, "deep", 2, "b"), (4, 24)),
        (("list", 1, "id"), (5, 5)),
        (("list", 2, "id"), (6, 7)),
        (("map", "l"), (8, 7)),
        (("none",), (9, 1)),
        (("gone",), (1, 1)),
        (("list", 0, "gone"), (3, 5)),
        (("list", 1, "id", "further"), (5, 5)),
        (("list", "no place"), (2, 1)),
        (("list", "no place", 0), (2, 1)),
    ],
)
def test_a_place_is_that_of_the_last_step_that_is_there(path: Path, place: tuple[int, int]) -> None:
    assert place_of(TEXT, path) == place


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: {c: 2, a: 3, c: 4}\n", "doubled-key", 2, 17),
        ("a: 1\nb: [x, &n y]\n", "yaml-anchor", 2, 8),
        ("a: 1\nb: &n [y]\n", "yaml-anchor", 2, 4),
        ("a: &n 1\nb: [x, *n]\n", "yaml-anchor", 1, 4),
        ("a: 1\nb: [x, !t y]\n", "yaml-tag", 2, 8),
        ("a: 1\nb: !t {y: 1}\n", "yaml-tag", 2, 4),
        ("a: 1\n? [x]\n: y\n", "key-not-text", 2, 3),
        ("a: 1\n--- \nb: 2\n", "second-document", 2, 1),
        ("a: 1\nb: x\x07\n", "bad-character", 2, 5),
        ("\x07a: 1\n", "bad-character", 1, 1),
        ("a: 1\nb: 'x\n", "not-yaml", 2, 4),
        ("a: 1\nb: [x\nc: d\n", "not-yaml", 3, 2),
        ("a: 1\nbcd\ne: f\n", "not-yaml", 2, 1),
        ("a: 1\n b: c\n", "not-yaml", 2, 3),
        ("a: 1\n%TAG ! x\n", "yaml-tag", 2, 1),
        ("a: 1\r\nb: 2\r\n%TAG ! x\n", "yaml-tag", 3, 1),
    ],
)
def test_an_error_has_its_line_and_column(text: str, code: str, line: int, column: int) -> None:
    error = refusal(text)
    assert (error.problem.code, error.line, error.column) == (code, line, column)


def test_a_tree_is_as_deep_as_allowed_and_no_deeper() -> None:
    tree = tree_of("[" * (DEEPEST - 1) + "{a: b}" + "]" * (DEEPEST - 1))
    depth = 0
    while isinstance(tree, list):
        tree, depth = tree[0], depth + 1
    assert (tree, depth) == ({"a": "b"}, DEEPEST - 1)
    deeper = refusal("[" * DEEPEST + "{a: b}" + "]" * DEEPEST)
    assert (deeper.problem.code, deeper.problem.values) == ("too-deep", {"deepest": DEEPEST})
    assert (deeper.line, deeper.column) == (1, DEEPEST + 1)


def test_a_tree_has_no_more_values_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reading, "MOST_EVENTS", 10)
    assert tree_of("[a, b, c, d, e]") == ["a", "b", "c", "d", "e"]
    assert tree_of("{a: b, c: [d, e, f]}") == {"a": "b", "c": ["d", "e", "f"]}
    for text in ("[a, b, c, d, e, f]", "{a: b, c: [d, e, f, g]}"):
        error = refusal(text)
        assert error.problem.code == "too-many-values"
        assert error.problem.values == {"most": 10}


def test_a_file_is_as_big_as_allowed_and_no_bigger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reading, "MOST_BYTES", 3 * 1024 * 1024)
    assert len(text_of(b"a" * yaml_reading.MOST_BYTES)) == yaml_reading.MOST_BYTES
    with pytest.raises(FormatError) as caught:
        text_of(b"a" * (yaml_reading.MOST_BYTES + 1))
    assert (caught.value.problem.code, caught.value.problem.values) == ("file-too-big", {"most": 3})


@pytest.mark.parametrize(
    ("data", "code", "values", "line"),
    [
        ("a\nb".encode("utf-16"), "other-encoding", {"encoding": "UTF-16"}, None),
        ("a\nb".encode("utf-16-be"), "other-encoding", {"encoding": "UTF-16"}, None),
        (b"\xfe\xff", "other-encoding", {"encoding": "UTF-16"}, None),
        ("a\n防御".encode("cp932"), "other-encoding", {"encoding": "Shift_JIS (CP932)"}, 2),
        (b"a\nb\n\x81 ", "not-text", {}, 3),
        (b"\n\x81 ", "not-text", {}, 2),
        (b"abc\x00\n\x96h", "not-text", {}, 2),
    ],
)
def test_bytes_that_are_no_text_are_reported_with_their_likely_encoding(
    data: bytes, code: str, values: dict[str, str], line: int | None
) -> None:
    with pytest.raises(FormatError) as caught:
        text_of(data)
    assert (caught.value.problem.code, caught.value.line) == (code, line)
    assert caught.value.problem.values == values


def test_the_mark_of_a_text_is_the_one_that_windows_writes() -> None:
    assert yaml_reading.BOM.encode() == codecs.BOM_UTF8
    assert text_of(codecs.BOM_UTF8 + b"a") == f"{yaml_reading.BOM}a"


def test_the_collector_goes_on_as_it_was() -> None:
    gc.enable()
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
