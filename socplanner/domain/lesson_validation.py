"""What is wrong with an entry about a prompt: the rules of reader and edits.

A fault names the field as the plan file does.
"""

from collections.abc import Iterator

from socplanner.domain.lesson_inputs import OWN_VERDICTS, LessonEntry
from socplanner.domain.problem import FieldFault, Problem
from socplanner.domain.waivers import is_day


def lesson_faults(entry: LessonEntry) -> Iterator[FieldFault]:
    """Yield what is wrong with `entry`."""
    if entry.verdict is not None and entry.verdict not in OWN_VERDICTS:
        choices = ", ".join(each.value for each in OWN_VERDICTS)
        values = {"word": entry.verdict.value, "choices": choices}
        yield FieldFault("verdict", Problem("no-own-verdict", values))
    if entry.day and entry.verdict is None:
        yield FieldFault("date", Problem("day-without-verdict", {"day": entry.day}))
    if entry.until and not entry.waived:
        yield FieldFault("until", Problem("end-without-waiver", {"day": entry.until}))
    for field, day in (("date", entry.day), ("until", entry.until)):
        if day and not is_day(day):
            yield FieldFault(field, Problem("bad-day", {"day": day}))
