"""What a workbook that came back says of a plan, in terms of the plan; reading it is not done here.

What is said in doubt names the question it hangs on, so that no answer needs the file a second
time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from socplanner.domain.ids import PhaseId
from socplanner.domain.returned.topic import Topic


class Given(NamedTuple):
    """A condition: the question `question` is answered with `option`."""

    question: str
    option: str


YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be told of a workbook: a stable code, where it stands, what fills its gaps."""

    code: str
    place: str = ""
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Question:
    """Something only a person can tell. `key` is its own among all questions of one review.

    `YES` and `NO` are the usual options, others are a row, a column, a sheet or a party.
    """

    key: str
    about: Remark
    options: tuple[str, ...] = (YES, NO)


@dataclass(frozen=True, slots=True)
class Said:
    """One value as a workbook says it, with what the workbook held when it was sent out.

    `base` is None where that is not known. `remarks` are codes of what was done to read it.
    """

    topic: Topic
    base: str | None
    theirs: str
    place: str
    remarks: tuple[str, ...] = ()
    given: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """All that one workbook says: only what differs from what was sent out, where that is known.

    `origin` is how a person tells the file from the others; `phase` is None where it names none.
    """

    origin: str
    phase: PhaseId | None = None
    said: tuple[Said, ...] = ()
    questions: tuple[Question, ...] = ()
    ignored: tuple[Remark, ...] = ()
    notices: tuple[Remark, ...] = ()
    exported: str = ""
    """The day it was sent out, as `2026-01-31`, if it says so."""
