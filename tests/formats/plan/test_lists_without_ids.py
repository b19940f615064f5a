"""Lists whose entries have no id keep comments and keys of others where an entry is edited."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from types import MappingProxyType

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.plan import Plan
from socplanner.formats.plan.kept_extensions import keeps_extensions
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.formats.plan.yaml_reading import tree_of
from socplanner.services.catalogues import catalogue_of
from tests.formats.plan.test_whole_plan import WHOLE
from tests.support.plan_versions import another_version

TEXT = """\
# top
format: 3
id: works
organisation: Works
catalogue: v2
letter-set: raci
parties:
  # about the SOC
  - id: soc
    kind: internal
    name: SOC
phases:
  - id: now
    name: Now
  - id: next
    name: Next
calendar:
  country: JP
  closed:
    # new year
    - '12-29 to 01-03'
    # may day
    - '05-01'
moves:
  next:
    v2:B-1:
      owner: soc
      prerequisites:
        # hire first (HR-17)
        - kind: hiring
          name: Two analysts
          x-ticket: HR-17
        # then the contract
        - kind: contract
          name: Monitoring
          x-ticket: LEG-3   # legal
        # the paper
        - kind: document
          name: Concept
          x-doc: D-9
flows:
  - id: f1
    name: F
    steps:
      - id: '1'
        role: v2:B-1
        does: Act
      - id: '2'
        role: v2:B-1
        does: Act more
exercises:
  - id: e1
    date: '2027-06-18'
    flow: f1
    name: Ex
    phase: now
    steps:
      # first
      - step: '1'
        role: v2:B-1
        seconds: 10
        x-who: me
      # second
      - step: '2'
        role: v2:B-1
        x-who: you
# end
"""
MOVE = (PhaseId("next"), RoleId("v2:B-1"))
"""The move whose prerequisites are edited."""


def with_prerequisites(plan: Plan, *places: int, name: str = "") -> Plan:
    """Return `plan` with the prerequisites of `places`, the last of them with another `name`."""
    move = plan.moves[MOVE]
    chosen = [move.prerequisites[place] for place in places]
    if name:
        chosen[-1] = chosen[-1]._replace(name=name)
    changed = move._replace(prerequisites=tuple(chosen))
    return replace(plan, moves=MappingProxyType({**plan.moves, MOVE: changed}))


def saved(text: str, edit: Callable[[Plan], Plan]) -> str:
    """Return the text of a file after an edit of its plan."""
    opened = loads(text.encode(), catalogue_of)
    return dumps(edit(opened.plan), opened).decode()


def part(first: str, after: str) -> str:
    """Return the lines of the text from one that has `first` up to one that has `after`."""
    begin = TEXT.rindex("\n", 0, TEXT.index(first)) + 1
    return TEXT[begin : TEXT.rindex("\n", 0, TEXT.index(after)) + 1]


HIRING, CONTRACT = part("# hire", "# then"), part("# then", "# the paper")


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (
            lambda plan: with_prerequisites(plan, 0, 2, 1, name="SOC service"),
            TEXT.replace(CONTRACT, "").replace(
                "flows:\n", CONTRACT.replace("Monitoring", "SOC service") + "flows:\n"
            ),
        ),
        (lambda plan: with_prerequisites(plan, 1, 2), TEXT.replace(HIRING, "")),
        (
            lambda plan: with_prerequisites(plan, 0, 1, 2, 2, name="More"),
            TEXT.replace("flows:\n", "        - kind: document\n          name: More\nflows:\n"),
        ),
    ],
)
def test_what_a_move_needs(edit: Callable[[Plan], Plan], expected: str) -> None:
    assert saved(TEXT, edit) == expected


def test_steps_of_an_exercise() -> None:
    def edit(plan: Plan) -> Plan:
        (exercise,) = plan.exercises
        steps = (exercise.steps[0]._replace(seconds=25), *exercise.steps[1:])
        return replace(plan, exercises=(exercise._replace(steps=steps),))

    assert saved(TEXT, edit) == TEXT.replace("seconds: 10", "seconds: 25")


def test_days_on_which_all_is_closed() -> None:
    def edit(plan: Plan) -> Plan:
        closed = (*plan.calendar.closed[1:], plan.calendar.closed[0])
        return replace(plan, calendar=plan.calendar._replace(closed=closed))

    new_year = "    # new year\n    - '12-29 to 01-03'\n"
    expected = TEXT.replace(new_year, "").replace("moves:\n", new_year + "moves:\n")
    assert saved(TEXT, edit) == expected


def test_keys_of_others_survive_where_a_list_on_one_line_is_rewritten() -> None:
    begin, end = TEXT.index("        # hire"), TEXT.index("flows:\n")
    on_one_line = (
        " [{kind: hiring, name: Two analysts, x-ticket: HR-17},"
        " {kind: contract, name: Monitoring, x-ticket: LEG-3}]\n"
    )
    text = TEXT[: begin - 1] + on_one_line + TEXT[end:]
    after = saved(text, lambda plan: with_prerequisites(plan, 1, name="Other"))
    assert "x-ticket: LEG-3" in after
    assert "HR-17" not in after
    assert after.startswith(text[: begin - 1])


def with_a_key_in_each_entry(text: str) -> str:
    """Return a plan file with a key of another program in every entry of a list."""
    tree = yaml.load(text, yaml.BaseLoader)
    numbers = count()

    def add(node: object) -> None:
        for each in node.values() if isinstance(node, dict) else node:  # type: ignore[attr-defined]
            if isinstance(node, list) and isinstance(each, dict):
                each["x-number"] = str(next(numbers))
            if isinstance(each, dict | list):
                add(each)

    add(tree)
    return yaml.dump(tree, allow_unicode=True, sort_keys=False, default_flow_style=False)


WITH_KEYS = with_a_key_in_each_entry(WHOLE.decode())


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 100_000))
def test_no_key_of_others_is_lost_or_moved_by_any_edit(seed: int) -> None:
    after = saved(WITH_KEYS, lambda plan: another_version(plan, seed, 2))
    assert keeps_extensions(tree_of(WITH_KEYS), tree_of(after))
