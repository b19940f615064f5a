"""The values of a re-imported workbook, by addresses of the plan; `formats/reimport` reads them.

A value that depends on a question names it as a condition, so that an answer needs no second
reading of the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from socplanner.domain.duty_values import DutyAddress
from socplanner.domain.ids import PhaseId, RoleId


class Condition(NamedTuple):
    """The condition that the question with key `question` is answered with `option`."""

    question: str
    option: str


YES, NO = "yes", "no"
DASH, STRUCK_OUT, USUAL = "dash", "struck-out", "usual"
"""Why a value is in doubt: a sign for nothing where letters were, text struck through, and words,
signs or remarks of which only the usual meaning is known."""

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
"""The codes of notices that part of the workbook was missing or not read."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A message about a workbook: a stable code, its place, and the values of its sentence."""

    code: str
    place: str = ""
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Question:
    """A question that only a person can answer; `key` is unique among those of one review.

    The options are `YES` and `NO`, or rows, columns, sheets or parties to choose from.
    """

    key: str
    about: Remark
    options: tuple[str, ...] = (YES, NO)


@dataclass(frozen=True, slots=True)
class CellValue:
    """One value of a workbook (`theirs`), and the value when it was exported (`base`).

    `base` is None where it is not known. `remarks` are codes of what was repaired to read the
    value, `conditions` what it depends on; `doubt` is the code of why it may not be meant, or
    empty.
    """

    address: DutyAddress
    base: str | None
    theirs: str
    place: str
    remarks: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    doubt: str = ""


class CellComment(NamedTuple):
    """A comment on a cell of a role; the author may be empty."""

    role: RoleId
    place: str
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Reimport:
    """The content of one workbook: only values that differ from the export, where that is known.

    `origin` is a label that no other file of the import has; `phase` is None if the workbook names
    none. `ignored` are remarks on what could not be read, `notices` all others.
    """

    origin: str
    phase: PhaseId | None = None
    values: tuple[CellValue, ...] = ()
    questions: tuple[Question, ...] = ()
    ignored: tuple[Remark, ...] = ()
    notices: tuple[Remark, ...] = ()
    exported: str = ""
    """The day of the export as `2026-01-31`, or empty."""
    comments: tuple[CellComment, ...] = ()

    @property
    def unread(self) -> tuple[Remark, ...]:
        """What was missing or could not be read: a person has to look at it."""
        return (*self.ignored, *(each for each in self.notices if each.code in PARTLY))

    @property
    def information(self) -> tuple[Remark, ...]:
        """The other notices."""
        return tuple(each for each in self.notices if each.code not in PARTLY)
