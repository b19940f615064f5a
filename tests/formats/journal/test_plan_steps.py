"""Parts of states lead to the same plan as the plan itself, whatever was edited."""

from dataclasses import fields, replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from socplanner.domain.duty_edits import SetNote
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.plan import Plan
from socplanner.formats.journal.plan_steps import PlanParts, is_part, parts_between
from socplanner.formats.plan.plan_sections import SECTIONS
from socplanner.formats.plan.plan_yaml import loads
from socplanner.services.catalogues import catalogue_of
from tests.reliability.edit_stream import actions
from tests.support.plans import big_plan, hybrid_plan, sample

GOLDEN = sorted((Path(__file__).parents[2] / "golden" / "plans").glob("*.socplan"))
GOLDEN_WHOLE = next(place for place in GOLDEN if place.stem == "whole")
REFERRED_TO = {
    *("parties", "phases", "catalogue", "letter_set", "custom_roles", "custom_sets"),
    "counterparts",
}
"""Fields that others refer to, which cannot be removed alone; any edits change them."""

NOW, B1 = PhaseId("now"), RoleId("v2:B-1")


def plan_in(parts: PlanParts) -> Plan:
    """Return the plan that `parts` lead to, as a plan file is read."""
    return loads(parts.text().encode(), catalogue_of).plan


def whole(plan: Plan) -> PlanParts:
    """Return the parts of all of `plan`."""
    parts = PlanParts()
    for part in parts_between(None, plan):
        assert is_part(part)
        parts.add(part)
    return parts


@pytest.mark.parametrize("place", GOLDEN, ids=lambda place: place.stem)
def test_a_plan_with_any_section_is_read_from_its_parts(place: Path) -> None:
    plan = loads(place.read_bytes(), catalogue_of).plan
    assert plan_in(whole(plan)) == plan


@pytest.mark.parametrize("name", ["bank", "manufacturer"])
def test_a_sample_is_read_from_its_parts(name: str) -> None:
    plan = sample(name)
    assert plan_in(whole(plan)) == plan


@pytest.mark.parametrize("seed", range(12))
def test_any_edits_undo_and_redo_lead_to_the_same_plan(seed: int) -> None:
    before = sample("bank") if seed % 3 == 0 else hybrid_plan()
    parts = whole(before)
    for number, (_, history) in enumerate(islice(actions(before, seed), 40)):
        for part in parts_between(before, history.plan):
            parts.add(part)
        before = history.plan
        if number % 8 == 0:
            assert plan_in(parts) == before
    assert plan_in(parts) == before


@pytest.mark.parametrize(
    "field", [each.name for each in fields(Plan) if each.name not in REFERRED_TO]
)
def test_each_field_of_a_plan_is_written_and_removed_alone(field: str) -> None:
    full, bare = loads(GOLDEN_WHOLE.read_bytes(), catalogue_of).plan, hybrid_plan()
    value: Any = getattr(bare, field) if field != "id" else "other"
    changed: dict[str, Any] = {field: value}
    parts, after = whole(full), replace(full, **changed)
    for part in parts_between(full, after):
        parts.add(part)
    assert plan_in(parts) == after


def test_nothing_is_written_for_the_same_plan() -> None:
    plan = hybrid_plan()
    assert list(parts_between(plan, plan)) == []


def test_a_note_among_thousands_of_roles_is_one_small_part() -> None:
    plan = big_plan(roles=2000, parties=5)
    after = SetNote(NOW, frozenset({B1}), "one").apply(plan)
    parts = list(parts_between(plan, after))
    assert [list(part) for part in parts] == [["phases"], ["duties"]]
    assert [*parts[1]["duties"]["now"]] == [B1]


def test_parts_are_small() -> None:
    parts = list(parts_between(None, big_plan(roles=1000, parties=5)))
    assert all(len(roles) <= 100 for part in parts for roles in part.get("duties", {}).values())


def test_every_section_is_of_a_field_of_the_plan() -> None:
    assert {each.field for each in SECTIONS} <= {each.name for each in fields(Plan)}


@pytest.mark.parametrize(
    "content",
    [
        {"other": {}},
        {"values": []},
        {"values": {"a": 1}},
        {"values": {"a": [True]}},
        {"phases": {}},
        {"phases": [{"name": "x"}]},
        {"phases": [{"id": ["x"]}]},
        {"phases": "x"},
        {"duties": {"now": []}},
        {"duties": []},
        [],
        None,
    ],
)
def test_other_content_is_no_part(content: object) -> None:
    assert not is_part(content)
