"""What `make mutants` changes, and what it leaves alone."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tools.mutants.changes import Change, changes_of
from tools.mutants.equivalents import equivalents
from tools.mutants.targets import PARTS

ROOT = Path(__file__).resolve().parents[2]


def mutants(source: str) -> set[str]:
    """Return `source` after each change, without the lines around the one that is changed."""
    text = f"def f(a, b):\n    {source}\n".encode()
    return {
        change.applied(text).decode().split("\n", 1)[1].strip() for change in changes_of("", text)
    }


@cache
def every_change() -> list[Change]:
    """Return the changes of every part."""
    files = [path for part in PARTS.values() for path in part.files(ROOT)]
    return [change for path in files for change in changes_of(path, (ROOT / path).read_bytes())]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a = b < 1", {"a = b <= 1", "a = b >= 1", "a = b < 2"}),
        ("a = b is None", {"a = b is not None"}),
        ("a = a and b", {"a = a or b"}),
        ("a = a - b", {"a = a + b", "a = b - a"}),
        ("a = (a | b) - b", {"a = (a | b) + b", "a = (b) - (a | b)", "a = (a & b) - b"}),
        ("a = g(a, b)", {"a = g(b, a)"}),
        ("a = min(b)", {"a = max(b)"}),
        ("a = 'é', True", {'a = "", True', "a = 'é', False"}),
        ("a = b if not a else 0", {"a = b if a else 0", "a = b if not a else 1"}),
        ("a = [c for c in b if c.d]", {"a = [c for c in b if not (c.d)]"}),
    ],
)
def test_an_expression_is_altered_in_its_place(source: str, expected: set[str]) -> None:
    assert mutants(source) - {"pass"} == expected


@pytest.mark.parametrize("source", ["a.b = 1", "a += b", "raise a", "g()", "del a", "return"])
def test_a_statement_is_removed(source: str) -> None:
    assert "pass" in mutants(source)


def test_a_value_is_not_returned() -> None:
    assert mutants("return a") == {"return None"}


def test_a_name_that_is_set_once_stays_set() -> None:
    assert "pass" not in mutants("c = a")
    assert "pass" in mutants("a = b")


@pytest.mark.parametrize(
    "source",
    [
        *('"""Text."""', "a: Literal[1] | None", "a = cast('int', b)", "f'{a - 1}'"),
        *("import a as b", "a = zip(b, strict=True)"),
    ],
)
def test_types_and_texts_for_people_stay_as_they_are(source: str) -> None:
    assert mutants(source) - {"pass"} == set()


def test_what_only_another_system_runs_stays_as_it_is() -> None:
    assert mutants("if sys.platform == 'cp/m': a(1)") == set()
    assert mutants("a = 1 if sys.platform == 'cp/m' else 2") - {"pass"} == {
        "a = 1 if sys.platform == 'cp/m' else 3"
    }


def test_every_change_leaves_a_program_that_is_another() -> None:
    for change in every_change()[::50]:
        source = (ROOT / change.path).read_bytes()
        assert ast.dump(ast.parse(change.applied(source))) != ast.dump(ast.parse(source)), change


def test_every_part_has_something_to_change() -> None:
    assert [name for name, part in PARTS.items() if not list(part.files(ROOT))] == []


def test_what_is_listed_as_equivalent_can_still_be_changed_so() -> None:
    assert set(equivalents()) - {change.key for change in every_change()} == set()
