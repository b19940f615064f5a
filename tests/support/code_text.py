"""Finding text in the code that people would read but no catalogue knows."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TEXT_SETTERS = frozenset(
    {
        "QLabel",
        "QAction",
        "QPushButton",
        "QToolButton",
        "QCheckBox",
        "QRadioButton",
        "QGroupBox",
        "QMenu",
        "QDockWidget",
        "setText",
        "setToolTip",
        "setWindowTitle",
        "addTab",
        "setTabText",
        "setTabToolTip",
        "setAccessibleName",
        "setAccessibleDescription",
        "setPlaceholderText",
        "setStatusTip",
        "setWhatsThis",
        "setTitle",
        "setInformativeText",
        "setDetailedText",
        "setLabelText",
        "setItemText",
        "setSuffix",
        "setPrefix",
        "setSpecialValueText",
        "addItem",
        "addItems",
        "insertItem",
        "addMenu",
        "addAction",
        "addButton",
        "addRow",
        "showMessage",
        "drawText",
        "setHeaderLabels",
        "question",
        "warning",
        "information",
        "critical",
        "about",
        "getOpenFileName",
        "getSaveFileName",
        "getText",
        "print",
        "write",
        "write_string",
        "write_comment",
        "writelines",
    }
)
"""Calls that show a person the text they are given."""

TRANSLATES = frozenset({"tr", "count", "N_"})
_WORDS = re.compile(r"[^\W\d_]{2,}")
_STYLE = re.compile(r"\b[a-z-]+: ?[^;]+;")
_SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}|[ぁ-ゖァ-ヺ一-鿿]{2}")


@dataclass(frozen=True, slots=True)
class Literal:
    """A text in the code and where it stands."""

    path: Path
    line: int
    text: str

    def __str__(self) -> str:
        """Return it as an editor can jump to it."""
        return f"{self.path}:{self.line}: {self.text!r}"


def shown_literals(path: Path) -> Iterator[Literal]:
    """Yield each literal with a word in it that is handed to a call which shows text."""
    for call in _calls(path):
        if _name(call) not in TEXT_SETTERS or _is_log(call):
            continue
        for argument in (*call.args, *(each.value for each in call.keywords)):
            for text in _texts(argument):
                if _WORDS.search(text):
                    yield Literal(path, call.lineno, text)


def sentences(path: Path) -> Iterator[Literal]:
    """Yield each literal of several words, or of Japanese, that is nowhere marked for translation.

    Docstrings, what an exception or a log says to a programmer, style sheets and markup are none.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = set(_unread_by_planners(tree))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) in texts or node.value.startswith("<") or _STYLE.search(node.value):
            continue
        if _SENTENCE.search(node.value):
            yield Literal(path, node.lineno, node.value)


def composed_messages(path: Path) -> Iterator[Literal]:
    """Yield each message that is built where it is translated, so that no catalogue can know it."""
    for call in _calls(path):
        if _name(call) in TRANSLATES and call.args:
            message = call.args[0]
            if isinstance(message, ast.JoinedStr | ast.BinOp) or _is_composing(message):
                yield Literal(path, call.lineno, ast.unparse(message))


def _is_composing(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and _name(node) in {"format", "join", "replace"}


def _unread_by_planners(tree: ast.AST) -> Iterator[int]:
    """Yield the nodes whose text is translated, or is none that a planner reads."""
    silent = TRANSLATES | {"setStyleSheet", "compile", "debug", "info", "warning", "exception"}
    silent |= {"RuntimeError", "TypeError", "KeyError", "ValueError", "error", "cast"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        elif _is_enum(node) or (
            isinstance(node, ast.Call) and (_name(node) in silent or _is_log(node))
        ):
            yield from (id(inner) for inner in ast.walk(node))


def _is_enum(node: ast.AST) -> bool:
    """Tell whether `node` makes an enum, whose values are names."""
    return isinstance(node, ast.ClassDef) and any(
        isinstance(base, ast.Name) and base.id.endswith("Enum") for base in node.bases
    )


def _is_log(call: ast.Call) -> bool:
    """Tell whether a log is written to, which nobody reads but who mends the program."""
    called = call.func
    names = {_name(call)}
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Attribute | ast.Name):
        inner = called.value
        names.add(inner.attr if isinstance(inner, ast.Attribute) else inner.id)
    return bool(names & {"log", "_log"})


def _calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts(node: ast.expr) -> Iterator[str]:
    """Yield the literal texts of an argument: itself, parts of an f-string, of a sum, of a list."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from _texts(part)
    elif isinstance(node, ast.BinOp):
        yield from _texts(node.left)
        yield from _texts(node.right)
    elif isinstance(node, ast.List | ast.Tuple):
        for each in node.elts:
            yield from _texts(each)
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
