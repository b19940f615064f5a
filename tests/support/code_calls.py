"""Finding where the code makes something with a literal code: refusals and findings."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard


class _Word(ast.Constant):
    value: str


PACKAGE = Path(__file__).resolve().parents[2] / "socplanner"


@dataclass(frozen=True, slots=True)
class Made:
    """One call: the literal words and the names of the values that it hands over."""

    place: str
    words: tuple[str, ...]
    names: frozenset[str]
    is_open: bool
    """Whether more is handed over than can be read (`**values`)."""


def calls_of(*names: str, under: str = "") -> Iterator[Made]:
    """Yield each call of a function or method in `names` that is handed a literal word."""
    for path in sorted((PACKAGE / under).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node) in names:
                words = tuple(each.value for each in node.args if _is_word(each))
                if words:
                    place = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                    yield Made(place, words, frozenset(_named(node)), _is_open(node))


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_word(node: ast.expr) -> TypeGuard[_Word]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _named(call: ast.Call) -> Iterator[str]:
    """Yield the names of keywords and of the keys of a literal dictionary."""
    yield from (each.arg for each in call.keywords if each.arg)
    for argument in call.args:
        if isinstance(argument, ast.Dict):
            yield from (key.value for key in argument.keys if key is not None and _is_word(key))


def _is_open(call: ast.Call) -> bool:
    rest = call.args[1:]
    return any(each.arg is None for each in call.keywords) or any(
        isinstance(each, ast.Call | ast.Name | ast.Attribute) and _name(call) == "Problem"
        for each in rest
    )
