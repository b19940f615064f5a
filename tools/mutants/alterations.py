"""How one node of a syntax tree can be altered: which stretch of the text becomes what."""

import ast
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

Alteration = tuple[str, int, int, str]
"""Kind of change, start and end of what is replaced in bytes, the new text."""
Located = ast.expr | ast.stmt

_TURNED: dict[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Lt: ("<", ("<=", ">=")),
    ast.LtE: ("<=", ("<", ">")),
    ast.Gt: (">", (">=", "<=")),
    ast.GtE: (">=", (">", "<")),
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: ("not in", ("in",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: ("is not", ("is",)),
}
_OPERATORS: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "//"),
    ast.FloorDiv: ("//", "*"),
    ast.Div: ("/", "*"),
    ast.Mod: ("%", "//"),
    ast.BitOr: ("|", "&"),
    ast.BitAnd: ("&", "|"),
}
_SWAPPED = (ast.Add, ast.Sub, ast.Div, ast.FloorDiv, ast.Mod)
_FUNCTIONS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_UNSWAPPED = {"isinstance", "issubclass", "cast", "min", "max"}
"""Functions of a type, and those that do not mind the order."""
_ATOMS = (ast.Name, ast.Attribute, ast.Call, ast.Constant, ast.Subscript, ast.Tuple, ast.List)


class Text:
    """Source text with the byte offsets of its lines."""

    def __init__(self, source: bytes) -> None:
        """Find the starts of the lines."""
        self.source = source
        self.starts = [0]
        for line in source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def span(self, node: Located) -> tuple[int, int]:
        """Return where `node` starts and ends."""
        last, column = node.end_lineno or node.lineno, node.end_col_offset or 0
        return self.starts[node.lineno - 1] + node.col_offset, self.starts[last - 1] + column

    def between(self, start: int, end: int) -> str:
        """Return the text from `start` to `end`."""
        return self.source[start:end].decode()

    def of(self, node: Located) -> str:
        """Return the text of `node`, in brackets where it would not hold together elsewhere."""
        text = self.between(*self.span(node))
        return text if isinstance(node, _ATOMS) else f"({text})"

    def line_at(self, offset: int) -> int:
        """Return the number of the line that `offset` stands in, counted from 1."""
        return bisect_left(self.starts, max(offset, 1))


def altered(node: ast.AST, text: Text, bound: Counter[str] | None) -> Iterator[Alteration]:
    """Yield what `node` can become; `bound` counts the names of the function it stands in."""
    match node:
        case ast.Compare():
            yield from _comparison(node, text)
        case ast.BoolOp():
            yield from _connection(node, text)
        case ast.BinOp():
            yield from _operation(node, text)
        case ast.Call():
            yield from _call(node, text)
        case ast.Constant():
            yield from _constant(node, text)
        case ast.Return(value=ast.expr() as value):
            yield ("value not returned", *text.span(value), "None")
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield from _condition(test, text)
        case ast.comprehension(ifs=[test]):
            yield from _condition(test, text)
    if bound is not None and isinstance(node, ast.stmt) and _is_removable(node, bound):
        yield ("statement removed", *text.span(node), "pass")


def _connection(node: ast.BoolOp, text: Text) -> Iterator[Alteration]:
    words = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
    for left, right in zip(node.values, node.values[1:], strict=False):
        yield from _between(text, left, right, words)


def _comparison(node: ast.Compare, text: Text) -> Iterator[Alteration]:
    operands = [node.left, *node.comparators]
    for operator, left, right in zip(node.ops, operands, operands[1:], strict=False):
        word, others = _TURNED[type(operator)]
        for other in others:
            yield from _between(text, left, right, (word, other))


def _between(
    text: Text, left: ast.expr, right: ast.expr, words: tuple[str, str]
) -> Iterator[Alteration]:
    """Replace the operator between two operands."""
    start, end = text.span(left)[1], text.span(right)[0]
    old = text.between(start, end)
    if words[0] in old:
        at = start + len(old[: old.index(words[0])].encode())
        yield "operator turned", at, at + len(words[0]), words[1]


def _operation(node: ast.BinOp, text: Text) -> Iterator[Alteration]:
    sides = (node.left, node.right)
    if all(_is_none(side) or text.of(side).lstrip("(")[:1].isupper() for side in sides):
        return  # alternatives of a type
    is_text = isinstance(node.op, ast.Add | ast.Mod) and any(map(_is_text_or_list, sides))
    if type(node.op) in _OPERATORS and not is_text:
        yield from _between(text, *sides, _OPERATORS[type(node.op)])
    if isinstance(node.op, _SWAPPED) and not (isinstance(node.op, ast.Add) and not is_text):
        yield _swapped(*sides, text)


def _swapped(left: ast.expr, right: ast.expr, text: Text) -> Alteration:
    (start, left_end), (right_start, end) = text.span(left), text.span(right)
    middle = text.between(left_end, right_start)
    return "operands swapped", start, end, text.of(right) + middle + text.of(left)


def _call(node: ast.Call, text: Text) -> Iterator[Alteration]:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name in _FUNCTIONS:
        yield ("function exchanged", *text.span(node.func), _FUNCTIONS[name])
    starred = any(isinstance(argument, ast.Starred) for argument in node.args[:2])
    if len(node.args) > 1 and not starred and name not in _UNSWAPPED:
        yield _swapped(node.args[0], node.args[1], text)


def _constant(node: ast.Constant, text: Text) -> Iterator[Alteration]:
    match node.value:
        case bool(value):
            new = str(not value)
        case int(value) | float(value):
            new = str(value + 1)
        case str(value):
            new = '""' if value else '"x"'
        case _:
            return
    yield ("constant changed", *text.span(node), new)


def _condition(test: ast.expr, text: Text) -> Iterator[Alteration]:
    if isinstance(test, ast.Constant) or (isinstance(test, ast.Compare) and len(test.ops) == 1):
        return  # changed as what they are
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        new = text.of(test.operand)
    else:
        new = f"not ({text.between(*text.span(test))})"
    yield ("condition negated", *text.span(test), new)


def _is_removable(node: ast.stmt, bound: Counter[str]) -> bool:
    """Return whether the function still has every name it reads without `node`."""
    match node:
        case ast.Expr(value=value):
            return not isinstance(value, ast.Constant)
        case ast.Return(value=value):
            return value is None
        case ast.Assign(targets=[ast.Name(id=name)]):
            return bound[name] > 1
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            return True
    return isinstance(node, ast.AugAssign | ast.Raise | ast.Delete | ast.Continue | ast.Break)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_text_or_list(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return _is_text_or_list(node.left) or _is_text_or_list(node.right)
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return is_text or isinstance(node, ast.JoinedStr | ast.Tuple | ast.List | ast.ListComp)
