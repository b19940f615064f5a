"""The board arranges, paints and edits lanes of any kind: it does not know the areas."""

import ast
from pathlib import Path

import pytest

BOARD = Path(__file__).resolve().parents[2] / "socplanner" / "ui" / "board"
KNOW_AREAS = {"area_lanes.py", "card.py", "card_copy.py", "card_words.py"}
"""The kind of lanes itself; and the mark and the texts of a card, which name areas of a role."""

AREA_NAMES = {"Area", "AreaFacts", "PLACED", "MoveRoles", "area_name", "area_short"}


def area_names_in(source: str) -> set[str]:
    """Return the names of areas and their edits that `source` imports or reads from a module."""
    used = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            used |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Attribute):
            used.add(node.attr)
    return used & AREA_NAMES


@pytest.mark.parametrize(
    "source",
    ["from socplanner.domain.catalogue import Area, Role", "area = catalogue.Area('I')"],
)
def test_a_use_of_areas_is_detected(source: str) -> None:
    assert area_names_in(source) == {"Area"}


@pytest.mark.parametrize("name", sorted(KNOW_AREAS))
def test_the_exceptions_are_needed(name: str) -> None:
    assert area_names_in((BOARD / name).read_text("utf-8"))


@pytest.mark.parametrize(
    "path",
    sorted(set(BOARD.glob("*.py")) - {BOARD / name for name in KNOW_AREAS}),
    ids=lambda path: path.name,
)
def test_no_other_module_of_the_board_knows_areas(path: Path) -> None:
    assert area_names_in(path.read_text("utf-8")) == set()
