"""What a workbook that came back says of a plan, in terms of the plan; reading it is not done here.

What is said in doubt names the question it hangs on, so that no answer needs the file a second
time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from socplanner.domain.duty_values import DutyAddress
from socplanner.domain.ids import PhaseId, RoleId


class Condition(NamedTuple):
    """A condition: the question `question` is answered with `option`."""

    question: str
    option: str


YES, NO = "yes", "no"
DASH, STRUCK_OUT, USUAL = "dash", "struck-out", "usual"
"""What leaves a value in doubt: a sign for nothing where letters were, text struck through, and
words, signs or remarks of which only the usual meaning is known."""

PARTLY = frozenset(
    {
        "columns-missing",
        "parties-not-found",
        "roles-not-found",
        "rows-missing",
        "workbook-comments-unread",
        "workbook-styles-unread",
    }
)
"""The notices that something of the workbook was not found or not read."""


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
class CellValue:
    """One value as a workbook says it, with what the workbook held when it was sent out.

    `base` is None where that is not known. `remarks` are codes of what was done to read it.
    `doubt` is the code of what leaves it open whether it is meant.
    """

    address: DutyAddress
    base: str | None
    theirs: str
    place: str
    remarks: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    doubt: str = ""


class CellComment(NamedTuple):
    """What somebody wrote about a cell of a role; the author may be empty."""

    role: RoleId
    place: str
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Reimport:
    """All that one workbook says: only what differs from what was sent out, where that is known.

    `origin` is how a person tells the file from the others; `phase` is None where it names none.
    """

    origin: str
    phase: PhaseId | None = None
    values: tuple[CellValue, ...] = ()
    questions: tuple[Question, ...] = ()
    ignored: tuple[Remark, ...] = ()
    notices: tuple[Remark, ...] = ()
    exported: str = ""
    """The day it was sent out, as `2026-01-31`, if it says so."""
    comments: tuple[CellComment, ...] = ()

    @property
    def unread(self) -> tuple[Remark, ...]:
        """What was not found, or could not be read: a person has to look at it."""
        return (*self.ignored, *(each for each in self.notices if each.code in PARTLY))

    @property
    def information(self) -> tuple[Remark, ...]:
        """The other notices."""
        return tuple(each for each in self.notices if each.code not in PARTLY)
