"""What is wrong with a post, a workload, people or an assumption: the rules of reader and edits.

Whether ids exist is not asked here. A fault names the field as the plan file does.
"""

from collections.abc import Iterator, Sequence

from socplanner.domain.ids import PhaseId
from socplanner.domain.limits import MOST_AMOUNT, MOST_PEOPLE, MOST_SEATS
from socplanner.domain.names import LONGEST_COVERAGE, bad_character
from socplanner.domain.problem import FieldFault, Problem
from socplanner.domain.staffing_inputs import (
    ASSUMPTION_BY_ID,
    QUEUE_LIMITS,
    WHOLE_ASSUMPTIONS,
    Assumptions,
    People,
    Post,
    Queue,
    Workload,
)


def post_faults(post: Post, phases: Sequence[PhaseId]) -> Iterator[FieldFault]:
    """Yield what is wrong with `post` in a plan with `phases`."""
    yield from _hours_faults(post.coverage)
    if not 1 <= post.seats <= MOST_SEATS:
        values = {"value": post.seats, "least": 1, "most": MOST_SEATS}
        yield FieldFault("seats", Problem("bad-amount", values))
    if post.queue is not None:
        yield from (FieldFault("queue", problem) for _, problem in queue_faults(post.queue))
    yield from _order_faults(post, phases)


def queue_faults(queue: Queue) -> Iterator[FieldFault]:
    """Yield what is wrong with `queue`."""
    for field, (least, most) in QUEUE_LIMITS.items():
        value = getattr(queue, field)
        if not least <= value <= most:
            values = {"value": _plain(value), "least": least, "most": most}
            yield FieldFault(field, Problem("bad-amount", values))
            return
    from socplanner.domain.staffing.needs import agents_of  # few posts have a queue

    agents = agents_of(queue)
    if agents is None or agents > MOST_SEATS:
        yield FieldFault("", Problem("queue-too-long", {"most": MOST_SEATS}))


def workload_faults(workload: Workload, phases: Sequence[PhaseId]) -> Iterator[FieldFault]:
    """Yield what is wrong with `workload` in a plan with `phases`."""
    if (workload.party is None) == (workload.post is None):
        yield FieldFault("", Problem("workload-of-nothing"))
    kinds = (
        {workload.volume, workload.minutes} != {None},
        {workload.incidents, workload.hours} != {None},
        workload.hours_a_year is not None,
    )
    is_whole = {
        0: None not in (workload.volume, workload.minutes),
        1: None not in (workload.incidents, workload.hours),
        2: True,
    }
    if (
        sum(kinds) != 1
        or not is_whole[kinds.index(True)]
        or (workload.left is not None and not kinds[0])
    ):
        yield FieldFault("", Problem("workload-without-work"))
    for field in ("volume", "minutes", "incidents", "hours", "hours_a_year", "left"):
        yield from _amount_faults(field, getattr(workload, field), 100 if field == "left" else None)
    yield from _order_faults(workload, phases)


def people_faults(people: People) -> Iterator[FieldFault]:
    """Yield what is wrong with `people`."""
    for field in ("headcount", "shared", "on_call"):
        yield from _amount_faults(field, getattr(people, field), MOST_PEOPLE)
    yield from _amount_faults("share", people.share, 100)
    if people.headcount is not None:
        for field in ("shared", "on_call"):
            part = getattr(people, field)
            if part is not None and part > people.headcount:
                values = {"part": part, "headcount": people.headcount}
                yield FieldFault(file_key(field), Problem("more-than-headcount", values))


def assumption_faults(assumptions: Assumptions) -> Iterator[FieldFault]:
    """Yield what is wrong with `assumptions`, unknown ones among it."""
    for key, value in assumptions.items():
        entry = ASSUMPTION_BY_ID.get(key)
        if entry is None:
            yield FieldFault(key, Problem("unknown-assumption", {"assumption": key}))
        elif not entry.least <= value <= entry.most or (
            key in WHOLE_ASSUMPTIONS and value != int(value)
        ):
            values = {"value": _plain(value), "least": entry.least, "most": entry.most}
            code = "bad-number" if key in WHOLE_ASSUMPTIONS else "bad-amount"
            yield FieldFault(key, Problem(code, values))
    if "days-off" in assumptions and "holidays" in assumptions:
        yield FieldFault("holidays", Problem("days-off-twice"))


def file_key(field: str) -> str:
    """Return the key of a field in the plan file."""
    return field.replace("_", "-")


def _hours_faults(coverage: str) -> Iterator[FieldFault]:
    from socplanner.domain.coverage_text import coverage_of  # its patterns cost a start

    bad = bad_character(coverage, is_name=False)
    if bad is not None:
        yield FieldFault("coverage", Problem("bad-character", {"character": bad}))
    elif len(coverage) > LONGEST_COVERAGE:
        values = {"length": len(coverage), "longest": LONGEST_COVERAGE}
        yield FieldFault("coverage", Problem("text-too-long", values))
    else:
        read = coverage_of(coverage)
        if not read.bands or read.remark:
            hours = read.remark or coverage
            yield FieldFault("coverage", Problem("bad-hours", {"hours": hours}))


def _amount_faults(field: str, value: float | None, most: int | None) -> Iterator[FieldFault]:
    if value is not None and not 0 <= value <= (most or MOST_AMOUNT):
        values = {"value": _plain(value), "least": 0, "most": most or MOST_AMOUNT}
        yield FieldFault(file_key(field), Problem("bad-amount", values))


def _order_faults(part: Post | Workload, phases: Sequence[PhaseId]) -> Iterator[FieldFault]:
    if (
        part.begins is not None
        and part.ends is not None
        and phases.index(part.begins) > phases.index(part.ends)
    ):
        values = {"begins": part.begins, "ends": part.ends}
        yield FieldFault("until", Problem("ends-before-it-begins", values))


def _plain(value: float) -> float:
    """Return `value` as an integer where it is one, for a message."""
    return int(value) if value % 1 == 0 else value
