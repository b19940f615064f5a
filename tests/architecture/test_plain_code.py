"""No part of Python or of a library is replaced or reached into: only public names, as they are."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = sorted((ROOT / "socplanner").rglob("*.py"))
HOOKS = {"sys.excepthook", "threading.excepthook"}
"""What Python documents as there to be assigned."""
PUBLIC_UNDERSCORES = {"_replace", "_asdict", "_fields", "_make"}
"""What a named tuple documents under such names, lest they meet those of its fields."""
FORBIDDEN = {
    *("os._exit", "sys._getframe", "sys._current_frames", "builtins.__import__"),
    *("sys.meta_path", "sys.path_hooks", "sys.setprofile", "sys.settrace"),
}
CHANGING = {"setattr", "delattr", "vars", "object.__setattr__", "type.__setattr__"}
REACHING_INTO_XLSXWRITER = {"socplanner/formats/workbook/plain_sheet.py"}
"""The one place left, described in docs/decisions/the-workbook-checks-itself.md."""


def faults_of(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each place in `source` that is not plain."""
    tree = ast.parse(source)
    external = _imported_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Delete):
            yield from _replacements(node, external)
        elif isinstance(node, ast.Attribute) and (
            ast.unparse(node) in FORBIDDEN or _is_private_of_others(node)
        ):
            yield node.lineno, ast.unparse(node)
        elif isinstance(node, ast.ImportFrom | ast.Import):
            yield from _private_imports(node)
        elif isinstance(node, ast.Call):
            yield from _calls_that_reach(node, external)


def _imported_names(tree: ast.Module) -> set[str]:
    """Return the names under which modules and things of others are known in `tree`."""
    names = {"__builtins__"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.asname or alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
    return names


def _replacements(node: ast.stmt, external: set[str]) -> Iterator[tuple[int, str]]:
    """Yield the targets of `node` that belong to something imported, or are a class's inside."""
    for target in _targets(node):
        text = ast.unparse(target)
        if not isinstance(target, ast.Attribute | ast.Subscript) or text in HOOKS:
            continue
        is_imported = _root(target) in external and not text.startswith("os.environ[")
        if is_imported or text.endswith((".__class__", ".__dict__")):
            yield target.lineno, text


def _targets(node: ast.stmt) -> Iterator[ast.expr]:
    if isinstance(node, ast.Assign | ast.Delete):
        for target in node.targets:
            yield from target.elts if isinstance(target, ast.Tuple | ast.List) else (target,)
    elif isinstance(node, ast.AugAssign | ast.AnnAssign):
        yield node.target


def _root(node: ast.expr) -> str:
    """Return the name that the attributes, items and calls of `node` begin with."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in PUBLIC_UNDERSCORES


def _is_private_of_others(node: ast.Attribute) -> bool:
    """Tell whether `node` is a private name of anything but the object or class itself."""
    owner = node.value
    is_custom = isinstance(owner, ast.Name) and owner.id in {"self", "cls"}
    return _is_private(node.attr) and not is_custom


def _private_imports(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[int, str]]:
    module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
    if module == "__future__":
        return
    for name in (*module.split("."), *(part for a in node.names for part in a.name.split("."))):
        if _is_private(name):
            yield node.lineno, f"import {name}"


def _calls_that_reach(node: ast.Call, external: set[str]) -> Iterator[tuple[int, str]]:
    """Yield `setattr` on what is imported, private names by `getattr`, and `vars(module)[…]`."""
    name = ast.unparse(node.func)
    first, second = (*node.args, None, None)[:2]
    is_of_others = first is not None and _root(first) in external
    if (
        (name in CHANGING and is_of_others)
        or name.startswith("sys.modules.")
        or (
            name == "getattr"
            and isinstance(second, ast.Constant)
            and _is_private(str(second.value))
            and _root(node.args[0]) != "self"
        )
    ):
        yield node.lineno, ast.unparse(node)


@pytest.mark.parametrize(
    "source",
    [
        "import re\nre.compile = print",
        "import builtins\nbuiltins.__import__ = print",
        "import builtins as b\nb.open = print",
        "from enum import EnumType\nEnumType._create_ = print",
        "from PySide6.QtCore import QObject\nQObject.tr = print",
        "import sys\nsys.modules['yaml'] = None",
        "import sys\ndel sys.modules['yaml']",
        "import sys\nsys.modules.update(a=1)",
        "import sys\na, sys.path = 1, []",
        "import sys\nsys.path += ['a']",
        "import os\nos._exit(0)",
        "from os import _exit",
        "import sys\nsys._getframe(1)",
        "import sys\ngetattr(sys, '_MEIPASS', None)",
        "import yaml\nsetattr(yaml, 'load', print)",
        "import yaml\nvars(yaml)['load'] = print",
        "import yaml.reader\nyaml.reader.Reader.NON_PRINTABLE = None",
        "import _yaml",
        "from yaml import _yaml",
        "def f(look):\n    look._get_xf_index()",
        "class A(B):\n    def f(self):\n        super()._write_cell()",
        "class A:\n    def f(self):\n        self.__class__ = B",
        "import sys\nsys.meta_path.insert(0, None)",
    ],
)
def test_code_that_is_not_plain_is_detected(source: str) -> None:
    assert list(faults_of(source)) != []


@pytest.mark.parametrize(
    "source",
    [
        "import sys\nsys.excepthook = print",
        "import os\nos.environ['A'] = 'b'",
        "class A:\n    def f(self):\n        self._b = self._c",
        "from a import B\ndef f(b: B):\n    b.text = 'c'",
        "def f(point):\n    return point._replace(x=1)",
        "import sys\nprint('a' in sys.modules, getattr(sys, 'frozen', False))",
        "from __future__ import annotations",
    ],
)
def test_what_is_plain_is_left_alone(source: str) -> None:
    assert list(faults_of(source)) == []


def test_the_program_replaces_and_reaches_into_nothing() -> None:
    result = {
        f"{path.relative_to(ROOT).as_posix()}:{line}: {text}"
        for path in PRODUCT
        for line, text in faults_of(path.read_text("utf-8"))
    }
    places = {each.split(":")[0] for each in result}
    assert {each for each in result if each.split(":")[0] not in REACHING_INTO_XLSXWRITER} == set()
    assert places >= REACHING_INTO_XLSXWRITER, "a place on the list is plain by now"
