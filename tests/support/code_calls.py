"""Finding where the code makes something with a literal code: refusals, findings, edits."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "socplanner"


@dataclass(frozen=True, slots=True)
class Made:
    """One call: its literal positional words, and the names of what else is handed over."""

    place: str
    words: tuple[str, ...]
    names: frozenset[str]
    is_open: bool
    """Whether more is handed over than can be read (`**values`)."""


def calls_of(*names: str, under: str = "") -> Iterator[Made]:
    """Yield each call of a function or method in `names` whose first argument is a literal."""
    for path in sorted((PACKAGE / under).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node) in names:
                words = tuple(_words(node))
                if words:
                    yield Made(
                        f"{path.relative_to(PACKAGE)}:{node.lineno}",
                        words,
                        frozenset(each.arg for each in node.keywords if each.arg),
                        any(each.arg is None for each in node.keywords),
                    )


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _words(call: ast.Call) -> Iterator[str]:
    for argument in call.args:
        if not isinstance(argument, ast.Constant) or not isinstance(argument.value, str):
            return
        yield argument.value
