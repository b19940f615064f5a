"""The queue of a post in words: what Erlang C gives, and what it does not know."""

from collections.abc import Iterator

from socplanner.domain.staffing.erlang import mean_wait, occupancy, service_level
from socplanner.domain.staffing.needs import load_of
from socplanner.domain.staffing_inputs import Queue
from socplanner.wording.language import N_, Words
from socplanner.wording.staffing_words import DASH, fixed_number, short_number

MOST_BUSY = 0.85
"""The share of their time above which people at a queue burn out."""

CAVEATS = (
    N_(
        "Erlang C assumes that calls come at random, that they wait in one queue, and that callers "
        "do not give up. Where few calls come it gives too many seats."
    ),
    N_(
        "Alerts come in bursts: for them the result is the least for the busiest hour. Above 85 % "
        "of the time, people burn out even where callers do not wait."
    ),
)


def queue_figures(queue: Queue, agents: int) -> tuple[str, str, str]:
    """Return the share answered in time, the mean wait and how busy people are, as texts."""
    load = load_of(queue)
    wait = mean_wait(load, agents)
    return (
        _percent(service_level(load, agents, queue.within)),
        DASH if wait is None else short_number(wait, 1),
        _percent(occupancy(load, agents)),
    )


def is_too_busy(queue: Queue, agents: int) -> bool:
    """Return whether `agents` people would be busy for more of their time than is bearable."""
    busy = occupancy(load_of(queue), agents)
    return busy is not None and busy > MOST_BUSY


def queue_sentences(queue: Queue, seats: float | None, words: Words) -> Iterator[str]:
    """Yield what the seats of a post give its queue, and what Erlang C does not know."""
    if seats is not None:
        answered, wait, busy = queue_figures(queue, int(seats))
        yield words.tr(
            "Queue: {calls} calls in the busiest hour, {minutes} min each. Seats: {seats}; "
            "answered within {within} s: {answered} (wanted: {wanted} %); mean wait: {wait} s; "
            "busy: {busy}.",
            calls=short_number(queue.calls),
            minutes=short_number(queue.minutes),
            seats=short_number(seats),
            answered=answered,
            within=short_number(queue.within),
            wanted=short_number(queue.answered),
            wait=wait,
            busy=busy,
        )
    yield from (words.tr(caveat) for caveat in CAVEATS)


def _percent(share: float | None) -> str:
    return DASH if share is None else f"{fixed_number(share * 100, 1)} %"
