"""Identifiers use the standard terms of the field, of Qt and of Python, one word for one meaning.

`docs/decisions/words.md` lists the words that were retired, and what is used in their place.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("socplanner", "tests", "tools")
SOURCES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
RETIRED = frozenset(
    [
        "said",
        "say",
        "saying",
        "says",
        "told",
        "tell",
        "tells",
        "telling",
        "heard",
        "hear",
        "spoken",
        "speak",
        "speech",
        "voice",
        "voices",
        "taken",
        "taking",
        "head",
        "heads",
        "way",
        "ways",
        "found",
        "known",
        "given",
        "asked",
        "wish",
        "wished",
        "wishes",
        "anew",
        "aside",
        "ill",
        "grave",
        "gravest",
        "weighty",
        "prove",
        "proved",
        "proves",
        "misfit",
        "ties",
        "dress",
        "settle",
        "settled",
        "behead",
        "offer",
        "offers",
        "offered",
        "bench",
        "foreign",
        "held",
        "holds",
        "somebody",
        "nobody",
        "whoever",
        "strangers",
    ]
)
PLAIN_IN_SENTENCES = frozenset(
    ["ask", "asked", "found", "given", "held", "holds", "known", "taken"]
)
"""Retired as names of values, but plain English in the name of a test, which is a sentence."""

STANDARD = frozenset({"one_way", "two_way", "ONE_WAY", "TWO_WAY"})
"""Terms of the field that have a retired word in them: one-way communication."""


def words_of(name: str) -> set[str]:
    """Return the words of an identifier, in lower case."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)}


def identifiers(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of everything that `tree` defines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.attr


def retired_in(source: str) -> list[tuple[int, str]]:
    """Return the line and the name of each identifier of `source` that uses a retired word."""
    return [
        (line, name)
        for line, name in identifiers(ast.parse(source))
        if name not in STANDARD and words_of(name) & _retired_for(name)
    ]


def _retired_for(name: str) -> frozenset[str]:
    return RETIRED - PLAIN_IN_SENTENCES if name.startswith("test_") else RETIRED


@pytest.mark.parametrize(
    "source",
    [
        "def test_it_is_told(): ...",
        "def say_it(): ...",
        "class GivenName: ...",
        "def run(wish): ...",
        "found = 1",
        "self.told = 1",
        "for known in (): ...",
        "MOST_HEADS = 3",
    ],
)
def test_a_retired_word_is_detected(source: str) -> None:
    assert retired_in(source)


@pytest.mark.parametrize(
    "source",
    ["one_way = 1", "foundation = 1", "def test_it_is_found(): ...", "def heading(): ...", "x = 1"],
)
def test_other_words_are_left_alone(source: str) -> None:
    assert retired_in(source) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_identifier_uses_a_retired_word(path: Path) -> None:
    assert retired_in(path.read_text("utf-8")) == []
