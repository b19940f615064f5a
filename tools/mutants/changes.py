"""The changes that can be made to a module: each alters one expression or removes one statement.

Annotations, decorators, bases of classes, docstrings and the insides of f-strings are left alone.
A change replaces a stretch of the text and keeps everything around it as it was written.
"""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tools.mutants.alterations import Alteration, Text, altered

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the module at `path`: the bytes `start` to `end` become `new`."""

    path: str
    function: str
    """The qualified name of what it stands in; empty at the level of the module."""
    runs_in_function: bool
    """Whether it runs when the function is called, not when the module is imported."""
    kind: str
    lines: range
    """From the start of the statement to the end of the changed text, counted from 1."""
    start: int
    end: int
    new: str
    before: str = field(compare=False)
    """The lines that are changed, stripped and joined."""
    after: str = field(compare=False)

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Return what names the change for as long as the lines stay as they are."""
        return self.path, self.function, self.before, self.after

    def applied(self, source: bytes) -> bytes:
        """Return `source` with the change made."""
        return source[: self.start] + self.new.encode() + source[self.end :]

    def __str__(self) -> str:
        """Return place and change as a small diff."""
        place = f"{self.path}:{self.lines[-1]} ({self.function or 'module'}; {self.kind})"
        return f"{place}\n  - {self.before}\n  + {self.after}"


@dataclass(frozen=True, slots=True)
class _Place:
    function: str = ""
    in_function: bool = False
    statement: ast.stmt | None = None
    bound: Counter[str] = field(default_factory=Counter)
    """How often each name is bound in the function."""


def changes_of(path: str, source: bytes) -> list[Change]:
    """Return every change that can be made to `source`, in the order of the text."""
    text = Text(source)
    changes = {
        _change(path, text, place, alteration): None
        for place, node in _nodes(ast.parse(source), _Place())
        for alteration in altered(node, text, place.bound if place.in_function else None)
        if text.between(*alteration[1:3]) != alteration[3]
    }
    return sorted(changes, key=lambda change: (change.start, change.end, change.new))


def _change(path: str, text: Text, place: _Place, alteration: Alteration) -> Change:
    kind, start, end, new = alteration
    first = place.statement.lineno if place.statement else text.line_at(start)
    last = text.line_at(end)
    begin, finish = text.starts[text.line_at(start) - 1], text.starts[last]
    before = text.source[begin:finish]
    after = text.source[begin:start] + new.encode() + text.source[end:finish]
    return Change(
        *(path, place.function, place.in_function, kind, range(first, last + 1), start, end, new),
        before=_on_one_line(before),
        after=_on_one_line(after),
    )


def _on_one_line(source: bytes) -> str:
    return " ".join(source.decode().split())


def _nodes(node: ast.AST, place: _Place) -> Iterator[tuple[_Place, ast.AST]]:
    """Yield each node that may be changed at or below `node`, with where it stands."""
    if isinstance(node, ast.stmt):
        place = _Place(place.function, place.in_function, node, place.bound)
    yield place, node
    if isinstance(node, Function | ast.ClassDef):
        name = f"{place.function}.{node.name}".lstrip(".")
        inside = _Place(name, in_function=isinstance(node, Function), bound=_bound(node))
        for statement in node.body:
            yield from _nodes(statement, inside)
        for default in () if isinstance(node, ast.ClassDef) else _defaults(node.args):
            yield from _nodes(default, place)
        return
    for child in _changeable_children(node):
        yield from _nodes(child, place)


def _defaults(arguments: ast.arguments) -> Iterator[ast.expr]:
    yield from arguments.defaults
    yield from (default for default in arguments.kw_defaults if default)


def _bound(node: ast.AST) -> Counter[str]:
    names = (each.id for each in ast.walk(node) if isinstance(each, ast.Name) and _is_bound(each))
    return Counter(names) + Counter(
        each.arg for each in ast.walk(node) if isinstance(each, ast.arg)
    )


def _is_bound(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def _changeable_children(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case _ if _is_left_alone(node):
            return
        case ast.If(test=test, orelse=others) if _is_of_another_system(test):
            yield from others
        case ast.IfExp(test=test, orelse=other) if _is_of_another_system(test):
            yield other
        case ast.Call(func=ast.Name(id="cast"), args=[_, value]):
            yield value
        case ast.AnnAssign(value=value):
            if value:
                yield value
        case ast.Lambda(args=arguments, body=body):
            yield from _defaults(arguments)
            yield body
        case _:
            yield from ast.iter_child_nodes(node)


def _is_left_alone(node: ast.AST) -> bool:
    match node:
        case ast.JoinedStr() | ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Subscript(value=ast.Name(id="Literal")) | ast.If(test=ast.Name("TYPE_CHECKING")):
            return True
        case ast.Call(func=ast.Name(id="TypeVar" | "NewType")):
            return True
        case ast.keyword(arg="strict" | "repr"):  # what only we would ever notice
            return True
    return False


def _is_of_another_system(test: ast.expr) -> bool:
    """Return whether `test` asks for another system than this: nothing here runs what follows."""
    match test:
        case ast.Compare(
            left=ast.Attribute(value=ast.Name(id="sys"), attr="platform"),
            ops=[ast.Eq()],
            comparators=[ast.Constant(value=system)],
        ):
            return system != sys.platform
    return False
