"""Keys of others are looked for wherever they stand, and missed where they are another."""

import pytest

from socplanner.formats.plan.kept_extensions import keeps_extensions
from socplanner.formats.plan.yaml_reading import Tree

BEFORE: Tree = {
    "x-top": "1",
    "parties": [{"id": "soc", "x-cost": "2"}, {"id": "it", "more": {"x-deep": ["3"]}}],
    "letters": [{"symbol": "A", "x-a": "4"}],
    "name": "Works",
}


@pytest.mark.parametrize(
    "after",
    [
        BEFORE,
        {**BEFORE, "name": "Other"},  # type: ignore[dict-item]
        {
            "x-top": "1",
            "letters": [{"symbol": "A", "x-a": "4"}],
            "parties": [{"id": "it", "more": {"x-deep": ["3"]}}, {"id": "soc", "x-cost": "2"}],
        },
        {"x-top": "1", "parties": [{"id": "it", "more": {"x-deep": ["3"]}}]},
        {"x-top": "1", "parties": [{"id": "it"}], "letters": []},
    ],
)
def test_they_stay_or_go_with_their_entry(after: Tree) -> None:
    assert keeps_extensions(BEFORE, after)


@pytest.mark.parametrize(
    "after",
    [
        {},
        {"x-top": "2"},
        {"x-top": "1", "x-more": "5"},
        {"x-top": "1", "parties": [{"id": "soc"}]},
        {"x-top": "1", "parties": [{"id": "soc", "x-cost": "3"}]},
        {"x-top": "1", "parties": [{"id": "it", "more": {"x-deep": ["4"]}}]},
        {"x-top": "1", "parties": [{"id": "it", "more": {}}]},
        {"x-top": "1", "letters": [{"symbol": "A", "x-a": "5"}]},
        {"x-top": "1", "letters": [{"symbol": "B", "x-a": "4"}]},
    ],
)
def test_one_that_is_lost_or_another_is_missed(after: Tree) -> None:
    assert not keeps_extensions(BEFORE, after)
