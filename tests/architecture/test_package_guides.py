"""A package that opens with a guide for its readers names only what there is."""

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "socplanner"
GUIDED = (
    "board",
    "checks",
    "inspector",
    "matrix",
    "palette",
    "parties",
    "pictures",
    "review",
)
OF_QT = {"dataChanged", "dropEvent", "keyPressEvent"}
LEAST_NAMES = 8
"""A guide with fewer names would lead nowhere."""


def defined_in(tree: ast.Module) -> set[str]:
    """Return the names of classes, functions, fields and signals in `tree`."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            names.add(node.attr)
    return names


def all_names() -> set[str]:
    """Return every module and package of the program, and every name they define."""
    names = set(OF_QT)
    for path in SOURCE.rglob("*.py"):
        names |= {path.stem, path.parent.name} | defined_in(ast.parse(path.read_text("utf-8")))
    return names


def named_in(guide: str) -> set[str]:
    """Return what `guide` names in backticks, and the modules it names in brackets."""
    names = {part for name in re.findall(r"`([^`]+)`", guide) for part in re.findall(r"\w+", name)}
    return names | set(re.findall(r"\((\w+_\w+)", guide))


@pytest.fixture(scope="module")
def existing() -> set[str]:
    """Return every name that a guide may use."""
    return all_names()


@pytest.mark.parametrize("package", GUIDED)
def test_a_guide_names_only_what_there_is(package: str, existing: set[str]) -> None:
    tree = ast.parse((SOURCE / "ui" / package / "__init__.py").read_text("utf-8"))
    named = named_in(ast.get_docstring(tree) or "")
    arguments = {"roles", "lane"} if package == "board" else set()
    assert named - existing - arguments == set()
    assert len(named) >= LEAST_NAMES


def test_a_name_that_is_gone_is_noticed(existing: set[str]) -> None:
    assert named_in("See `BoardView.gone_method` (no_module).") - existing == {
        "gone_method",
        "no_module",
    }
