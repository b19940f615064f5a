"""What is wrong with an agreement or a reporting duty: the rules of reader and edits.

Whether roles, parties and counterparts exist is not asked here. A fault has the path of the field
as in the plan file.
"""

from collections.abc import Iterator

from socplanner.domain.durations import minutes_of
from socplanner.domain.ids import is_slug
from socplanner.domain.problem import PathFault, Problem
from socplanner.domain.sharing_inputs import (
    SHARING_PICKS,
    THREAT_TYPES,
    Agreement,
    ReportingDuty,
)
from socplanner.domain.waivers import is_day


def agreement_faults(agreement: Agreement) -> Iterator[PathFault]:
    """Yield what is wrong with `agreement`."""
    if agreement.counterpart.kind == "role":
        values = {"receiver": agreement.counterpart.text}
        yield PathFault(("with",), Problem("no-party-or-counterpart", values))
    for place, kind in enumerate(agreement.types):
        if kind not in THREAT_TYPES:
            yield PathFault(("types", place), Problem("unknown-value", {"value": kind}))
    for side, answers in (("send", agreement.send), ("receive", agreement.receive)):
        for question, answer in answers.answers().items():
            for place, pick in enumerate(answer.picks):
                if pick not in SHARING_PICKS[question]:
                    path = (side, question, "picks", place)
                    yield PathFault(path, Problem("unknown-value", {"value": pick}))


def duty_faults(duty: ReportingDuty) -> Iterator[PathFault]:
    """Yield what is wrong with `duty`."""
    if not is_slug(duty.id):
        yield PathFault(("id",), Problem("bad-id", {"id": duty.id}))
    if duty.to.kind == "role":
        values = {"receiver": duty.to.text}
        yield PathFault(("to",), Problem("no-party-or-counterpart", values))
    if duty.as_of and not is_day(duty.as_of):
        yield PathFault(("as-of",), Problem("bad-day", {"day": duty.as_of}))
    earliest, latest = minutes_of(duty.earliest), minutes_of(duty.latest)
    for field, text in (("earliest", duty.earliest), ("latest", duty.latest)):
        if text and minutes_of(text) is None:
            yield PathFault((field,), Problem("bad-duration", {"duration": text}))
    if duty.earliest and not duty.latest:
        yield PathFault(("earliest",), Problem("earliest-without-latest"))
    elif earliest is not None and latest is not None and earliest > latest:
        values = {"earliest": duty.earliest, "latest": duty.latest}
        yield PathFault(("latest",), Problem("latest-before-earliest", values))
