"""A post that answers a queue has at least the seats that Erlang C gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.ids import PartyId
from socplanner.domain.local_text import LocalText
from socplanner.domain.staffing.assumed import assumed_figures
from socplanner.domain.staffing.erlang import agents_for, service_level
from socplanner.domain.staffing.needs import agents_of, load_of, post_figures, seats_of
from socplanner.domain.staffing_inputs import Post, Queue
from socplanner.domain.staffing_validation import queue_faults

# 100 calls in half an hour, 3 minutes each: Q1 of the test vectors.
BUSY = Queue(calls=200, minutes=3, within=20, answered=80)


def post(seats: int, queue: Queue | None = None, hours: str = "24x365") -> Post:
    """Return a post with so many stated seats."""
    return Post("desk", LocalText("受付", "Desk"), PartyId("soc"), hours, seats, queue=queue)


def test_the_queue_of_the_vector_needs_fourteen_seats() -> None:
    assert agents_of(BUSY) == 14
    assert service_level(load_of(BUSY), 14, BUSY.within) == pytest.approx(0.888350, abs=1e-6)


@pytest.mark.parametrize(("stated", "seats"), [(1, 14), (14, 14), (15, 15)])
def test_the_seats_are_the_more_of_those_stated_and_those_needed(stated: int, seats: int) -> None:
    figure = seats_of(post(stated, BUSY))
    assert figure.value == seats
    assert figure.text == "max(least_seats, queue_agents)"
    assert [each.value for each in figure.inputs] == [stated, 14]


def test_hours_and_people_on_call_count_with_the_seats_of_the_queue() -> None:
    assumed = assumed_figures({})
    with_queue, with_seats = (post_figures(each, (), assumed) for each in (post(1, BUSY), post(14)))
    for symbol in ("coverage_hours", "post_fte", "night_hours"):
        assert with_queue[symbol].value == with_seats[symbol].value
    on_call = post_figures(post(1, BUSY, "24x365（オンコール）"), (), assumed)
    assert on_call["on_call_need"].value == 14 * 4


def test_without_a_queue_the_seats_are_an_input() -> None:
    figure = seats_of(post(3))
    assert (figure.value, figure.formula) == (3, None)


@given(
    st.floats(0, 400, allow_nan=False),
    st.floats(0.1, 30, allow_nan=False),
    st.floats(0, 600, allow_nan=False),
    st.floats(1, 99, allow_nan=False),
)
def test_the_seats_are_the_fewest_that_answer_in_time(
    calls: float, minutes: float, within: float, answered: float
) -> None:
    queue = Queue(calls, minutes, within, answered)
    seats = agents_of(queue)
    assert seats is not None
    level = service_level(load_of(queue), seats, within)
    assert level is not None
    assert level >= answered / 100
    fewer = service_level(load_of(queue), seats - 1, within)
    assert fewer is None or fewer < answered / 100


@pytest.mark.parametrize(
    ("queue", "field", "code"),
    [
        (BUSY._replace(calls=-1), "calls", "bad-amount"),
        (BUSY._replace(minutes=0), "minutes", "bad-amount"),
        (BUSY._replace(within=-1), "within", "bad-amount"),
        (BUSY._replace(answered=0), "answered", "bad-amount"),
        (BUSY._replace(answered=100), "answered", "bad-amount"),
        (BUSY._replace(calls=100_000), "", "queue-too-long"),
        (Queue(1_000_000, 1_440), "", "queue-too-long"),
    ],
)
def test_what_no_number_of_people_can_answer_is_refused(
    queue: Queue, field: str, code: str
) -> None:
    assert [(each.field, each.problem.code) for each in queue_faults(queue)] == [(field, code)]


def test_a_share_of_all_calls_has_no_answer() -> None:
    assert agents_for(load_of(BUSY), 1, 20) is None
    assert not list(queue_faults(BUSY))
