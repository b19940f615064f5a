"""Docstrings and comments of the product use plain words: none that was retired."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "socplanner"
MODULES = sorted(SOURCE.rglob("*.py"))
RETIRED = re.compile(
    r"\b(said|says?|saying|told|tells?|telling|heard|anew|bench|heads?|held|taken|wish(es|ed)?"
    r"|aside|grave(st|r)?|room|somebody|nobody|anybody|everybody|whoever|strangers|spoken"
    r"|speaks?|doors?|foreign|misfits?|of others|prove[sd]?|taking|voices?|weighty|comes? back"
    r"|came back)\b",
    re.IGNORECASE,
)


def prose_of(source: str) -> Iterator[tuple[int, str]]:
    """Yield the first line and the text of every docstring and comment of `source`."""
    for node in ast.walk(ast.parse(source)):
        body = getattr(node, "body", None)
        for statement in body if isinstance(body, list) else ():
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                yield statement.lineno, str(statement.value.value)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def retired_in(source: str) -> list[tuple[int, str]]:
    """Return the line and the text of each docstring and comment with a retired word."""
    return [(line, text) for line, text in prose_of(source) if RETIRED.search(text)]


@pytest.mark.parametrize(
    "source", ['"""Says it."""', "x = 1  # anew", 'class A:\n    x: int\n    """Taken."""']
)
def test_a_retired_word_in_prose_is_detected(source: str) -> None:
    assert retired_in(source)


def test_texts_of_the_screen_are_left_alone() -> None:
    assert retired_in('words.tr("Bench")') == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_docstrings_and_comments_use_no_retired_word(path: Path) -> None:
    assert retired_in(path.read_text("utf-8")) == []
