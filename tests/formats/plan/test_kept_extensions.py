"""Keys of others are looked for wherever they stand, and missed where they are another."""

import pytest

from socplanner.formats.plan.kept_extensions import keeps_extensions
from socplanner.formats.plan.yaml_reading import Tree

BEFORE: Tree = {
    "x-top": "1",
    "parties": [{"id": "soc", "x-cost": "2"}, {"id": "it", "more": {"x-deep": ["3"]}}],
    "letters": [{"symbol": "A", "x-a": "4"}],
    "needs": [{"kind": "a", "name": "A", "x-n": "5"}, {"kind": "b", "name": "B"}],
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
        {"x-top": "1", "parties": [{"id": "new"}], "letters": []},
        {"x-top": "1", "needs": [{"kind": "c"}, {"kind": "a", "name": "C", "x-n": "5"}]},
        {"x-top": "1", "needs": [{"kind": "b", "name": "B"}]},
        {"x-top": "1", "needs": "none"},
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
        {"x-top": "1", "needs": [{"kind": "a", "name": "A"}]},
        {"x-top": "1", "needs": [{"kind": "a", "name": "C"}]},
        {"x-top": "1", "needs": [{"kind": "b", "name": "B", "x-n": "5"}]},
        {"x-top": "1", "name": {"x-n": "5"}},
    ],
)
def test_one_that_is_lost_or_another_is_missed(after: Tree) -> None:
    assert not keeps_extensions(BEFORE, after)
