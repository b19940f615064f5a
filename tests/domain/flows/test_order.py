"""The order of steps, with loops and in thousands."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.flows.order import is_loop, layers, steps_before
from tests.support.flows import flow, step


def test_steps_stand_after_those_before_them_and_otherwise_as_listed() -> None:
    before = steps_before(flow(step("c", after="a b"), step("b"), step("a")))
    assert list(before) == ["b", "a", "c"]
    assert before["c"] == ("a", "b")


def test_a_layer_is_the_longest_path_to_a_step() -> None:
    of_steps = layers(flow(step("a"), step("b", after="a"), step("c", after="a b"), step("d")))
    assert of_steps == {"a": 0, "b": 1, "c": 2, "d": 0}


def test_a_loop_is_cut_where_it_leads_back_to_the_step_listed_first() -> None:
    looped = flow(step("a", after="c"), step("b", after="a"), step("c", after="b", condition="no"))
    before = steps_before(looped)
    assert before == {"a": (), "b": ("a",), "c": ("b",)}
    assert is_loop(looped, before)
    assert not is_loop(flow(step("a")), steps_before(flow(step("a"))))


def test_a_chain_of_hundreds_has_hundreds_of_layers() -> None:
    steps = [step(str(n), after=str(n - 1) if n else "") for n in range(500)]
    random.Random(1).shuffle(steps)
    assert layers(flow(*steps))["499"] == 499


@given(st.lists(st.sets(st.integers(0, 7), max_size=4), min_size=1, max_size=8))
def test_any_graph_is_ordered(after: list[set[int]]) -> None:
    size = len(after)
    steps = [
        step(
            str(place), after=" ".join(str(each % size) for each in before if each % size != place)
        )
        for place, before in enumerate(after)
    ]
    before = steps_before(flow(*steps))
    assert set(before) == {each.id for each in steps}
    places = {each: place for place, each in enumerate(before)}
    for each, earlier in before.items():
        assert set(earlier) <= set(next(one for one in steps if one.id == each).after)
        assert all(places[one] < places[each] for one in earlier)


@pytest.mark.parametrize("missing", ["x", "x y"])
def test_unknown_steps_before_are_left_out(missing: str) -> None:
    assert steps_before(flow(step("a", after=missing))) == {"a": ()}
