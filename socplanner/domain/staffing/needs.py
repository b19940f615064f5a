"""What a post and a workload need: hours of a year, full-time equivalents, people on call.

Rules:

- A post needs the more of two: the hours its seats are manned, and the hours of its workloads. Work
  is spread evenly over the hours of a post, so that comparing them by year is comparing by band.
- A volume counts every day of the calendar, divided by the productive share of a person's time.
  Project work and incidents are hours as they are.
- Where a post answers a queue, its seats are the more of two: those stated, and those by Erlang C.
- On call, a post needs enough people for its seats that each has a turn in so many weeks.
"""

from collections.abc import Iterable
from types import MappingProxyType

from socplanner.domain.coverage import CoverageBand, CoverageMode
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.staffing.assumed import Figures
from socplanner.domain.staffing.calculation import Calculation, Figure, sum_figure
from socplanner.domain.staffing.duty_hours import duty_figures
from socplanner.domain.staffing.erlang import QueueLoad, agents_for
from socplanner.domain.staffing.labour_law import JAPAN, LabourLaw
from socplanner.domain.staffing_inputs import Post, Queue, Workload

SEATS = Calculation("seats", "max(least_seats, queue_agents)")
COVERAGE_HOURS = Calculation(
    "coverage_hours", "seats * (duty_hours + handovers * handover_minutes / 60)"
)
POST_FTE = Calculation("post_fte", "max(coverage_hours, load_hours) / net_hours")
DAILY_LOAD = Calculation("daily_load", "volume * left / 100 * minutes / 60")
VOLUME_HOURS = Calculation("work_hours", "daily_load * days / (productive_share / 100)")
INCIDENT_HOURS = Calculation("work_hours", "incidents * hours")
WORK_FTE = Calculation("work_fte", "work_hours / net_hours")
ON_CALL_NEED = Calculation("on_call_need", "on_call_seats * on_call_weeks")
CALL_OUT_HOURS = Calculation("call_out_hours", "call_outs_a_month * 12 * hours")


def post_figures(
    post: Post,
    workloads: Iterable[Figure],
    assumed: Figures,
    *,
    law: LabourLaw = JAPAN,
) -> Figures:
    """Return what `post` needs, with the hours of its `workloads`, by symbol."""
    bands = bands_of(post)
    seats = seats_of(post)
    duty = duty_figures(bands, seats, assumed, law=law)
    hours = COVERAGE_HOURS.figure(
        seats, duty["duty_hours"], duty["handovers"], assumed["handover_minutes"], subject=post.id
    )
    load = sum_figure("load_hours", tuple(workloads))
    fte = POST_FTE.figure(hours, load, assumed["net_hours"], subject=post.id)
    is_on_call = any(band.mode is CoverageMode.ON_CALL for band in bands)
    on_call = ON_CALL_NEED.figure(
        seats._replace(symbol="on_call_seats") if is_on_call else Figure("on_call_seats", 0),
        assumed["on_call_weeks"],
        subject=post.id,
    )
    night = duty["night_hours"]._replace(subject=post.id)
    results = (seats, hours, load, fte, on_call, night)
    return MappingProxyType({each.symbol: each for each in results})


def seats_of(post: Post) -> Figure:
    """Return the seats of `post`: those stated, or more where its queue needs them."""
    if post.queue is None:
        return Figure("seats", post.seats)
    return SEATS.figure(
        Figure("least_seats", post.seats), Figure("queue_agents", agents_of(post.queue))
    )


def agents_of(queue: Queue) -> int | None:
    """Return the fewest people at once who answer `queue` in time; None if no number does."""
    return agents_for(load_of(queue), queue.answered / 100, queue.within)


def load_of(queue: Queue) -> QueueLoad:
    """Return the load of `queue` in its busiest hour."""
    return QueueLoad(queue.calls, 3600, queue.minutes * 60)


def bands_of(post: Post) -> tuple[CoverageBand, ...]:
    """Return the bands of `post`."""
    return coverage_of(post.coverage).bands


def work_hours(workload: Workload, assumed: Figures) -> Figure:
    """Return the hours of a year that `workload` needs."""
    if workload.volume is not None:
        left = 100 if workload.left is None else workload.left
        load = DAILY_LOAD.figure(
            Figure("volume", workload.volume),
            Figure("left", left),
            Figure("minutes", workload.minutes),
        )
        return VOLUME_HOURS.figure(
            load, assumed["days"], assumed["productive_share"], subject=workload.id
        )
    if workload.incidents is not None:
        return INCIDENT_HOURS.figure(
            Figure("incidents", workload.incidents),
            Figure("hours", workload.hours),
            subject=workload.id,
        )
    return Figure("work_hours", workload.hours_a_year, subject=workload.id)
