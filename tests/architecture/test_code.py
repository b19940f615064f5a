"""What the code looks like: small, named plainly, and without the things that have hurt others."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = sorted((ROOT / "socplanner").rglob("*.py"))
FILES = [*PRODUCT, *sorted((ROOT / "tests").rglob("*.py"))]
MOST_LINES = 500
MOST_LINES_OF_A_FUNCTION = 60
EMPTY_NAMES = re.compile(r"(Manager|Helper|Handler|Util)s?$|^(utils?|helpers?|managers?|misc)$")
SHARED_NAMES = {"Step"}
"""Names of two things that never meet: of the domain, and of the geometry of the board."""
SHARED_VERBS = {"check", "ink_on", "main", "refused"}
"""Functions that are always called with their module before them, or stand in rooms apart."""
HURTFUL = ("QUndoStack", "QtNetwork", "import requests", "urllib.request", "pickle", " eval(")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of the file."""
    return ast.parse(path.read_text("utf-8"))


def named(path: Path) -> str:
    """Return how a failure names `path`."""
    return path.relative_to(ROOT).as_posix()


def functions() -> Iterator[tuple[Path, Function]]:
    """Yield every function there is."""
    for path in FILES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, Function):
                yield path, node


def test_there_is_code_to_look_at() -> None:
    assert len(PRODUCT) > 100
    assert sum(1 for _ in functions()) > 1000


def test_files_are_short() -> None:
    long = {named(path): len(path.read_text("utf-8").splitlines()) for path in FILES}
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES} == {}


def test_every_module_has_a_docstring() -> None:
    assert [named(path) for path in FILES if not ast.get_docstring(tree_of(path))] == []


def test_functions_are_short() -> None:
    long = [
        f"{named(path)}: {node.name}"
        for path, node in functions()
        if (node.end_lineno or node.lineno) - node.lineno >= MOST_LINES_OF_A_FUNCTION
    ]
    assert long == []


def test_no_name_is_a_placeholder() -> None:
    names = [(path, path.stem) for path in PRODUCT]
    for path in PRODUCT:
        nodes = ast.walk(tree_of(path))
        names += [(path, node.name) for node in nodes if isinstance(node, ast.ClassDef | Function)]
    assert [f"{named(path)}: {name}" for path, name in names if EMPTY_NAMES.search(name)] == []


def test_no_lambda_keeps_a_widget_alive() -> None:
    result = []
    for path in PRODUCT:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "connect":
                lambdas = (each for each in ast.walk(node) if isinstance(each, ast.Lambda))
                result += [f"{named(path)}:{each.lineno}" for each in lambdas]
    assert result == []


def test_what_has_hurt_others_is_not_used() -> None:
    result = [(named(path), word) for path in PRODUCT for word in HURTFUL if word in text_of(path)]
    assert result == []


def text_of(path: Path) -> str:
    """Return what the file says."""
    return path.read_text("utf-8")


def test_a_public_name_has_one_meaning() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in PRODUCT:
        for node in tree_of(path).body:
            if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
                places[node.name].append(named(path))
    doubled = {name: result for name, result in places.items() if len(result) > 1}
    assert doubled.keys() <= SHARED_NAMES | SHARED_VERBS, doubled
    assert doubled.keys() >= SHARED_NAMES | SHARED_VERBS, "a name on the list is shared no more"


def test_tests_mirror_the_packages() -> None:
    for folder in sorted((ROOT / "tests").iterdir()):
        if folder.is_dir() and (ROOT / "socplanner" / folder.name).is_dir():
            for inner in folder.iterdir():
                if inner.is_dir() and inner.name != "__pycache__":
                    assert (ROOT / "socplanner" / folder.name / inner.name).is_dir(), inner
