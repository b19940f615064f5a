"""Texts that differ by typing errors, and where the matcher is imported."""

import json
from pathlib import Path

import pytest

from socplanner.wording.search.typing_errors import (
    allowed_errors,
    nearly_matched_letters,
    nearly_matching,
)
from tests.support.fresh_process import output_of

SOURCE = Path(__file__).resolve().parents[3] / "socplanner"


@pytest.mark.parametrize(
    ("query", "errors"),
    [("", 0), ("ab", 0), ("abc", 0), ("証処保", 1), ("abcd", 1), ("a" * 8, 2), ("a" * 14, 3)],
)
def test_longer_texts_may_have_more_errors(query: str, errors: int) -> None:
    assert allowed_errors(query) == errors


@pytest.mark.parametrize(
    ("query", "text", "matches"),
    [
        ("forensik", "network forensics", True),
        ("legla", "legal", True),
        ("lgal", "legal", True),
        ("mtrix", "matrix", True),
        ("ciso", "network information collection", False),
        ("criticality", "it", False),
        ("qwertz", "network forensics", False),
        ("証処保全", "証拠保全", True),
    ],
)
def test_small_errors_are_forgiven(query: str, text: str, matches: bool) -> None:
    assert bool(list(nearly_matching(query, {0: text}))) is matches


def test_the_letters_that_match_are_returned() -> None:
    assert nearly_matched_letters("legla", "the legal one") >= {4, 5, 6}


def test_only_one_module_imports_the_matcher() -> None:
    users = [path.name for path in SOURCE.rglob("*.py") if "rapidfuzz" in path.read_text("utf-8")]
    assert users == ["typing_errors.py"]


def test_the_matcher_is_imported_for_the_first_typing_error() -> None:
    output = output_of(
        "import json, sys\n"
        "from socplanner.wording.search.ranking import search\n"
        "from socplanner.wording.search.search_part import ResultGroup, SearchEntry, part_of\n"
        "group = ResultGroup.COMMANDS\n"
        "part = part_of(group, [SearchEntry(group, n, f'Save {n}') for n in range(9)])\n"
        "search((part,), 'save', 3)\n"
        "before = 'rapidfuzz' in sys.modules\n"
        "search((part,), 'svae', 3)\n"
        "print(json.dumps([before, 'rapidfuzz' in sys.modules, 'PySide6' in sys.modules]))"
    )
    assert json.loads(output.splitlines()[-1]) == [False, True, False]
