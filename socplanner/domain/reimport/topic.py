"""What can be said of a role in a workbook, as text, and writing it into a duty.

Values are texts whatever they are of: a `Cell` of letters, the value of a `Sourcing` or an `Area`,
or plain text.
"""

from dataclasses import replace
from typing import Literal, NamedTuple

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK
from socplanner.domain.names import LONGEST_COVERAGE, LONGEST_TEXT, clean_line, clean_text
from socplanner.domain.plan import Duty
from socplanner.domain.problem import Problem

Field = Literal["letters", "sourcing", "area", "coverage", "note"]
FIELDS: tuple[Field, ...] = ("letters", "sourcing", "area", "coverage", "note")


class Topic(NamedTuple):
    """What something is said of: one field of a role; letters are of a party too."""

    role: RoleId
    field: Field
    party: PartyId | None = None


class Accepted(NamedTuple):
    """A value that is to be written for a topic."""

    topic: Topic
    value: str


def value_of(duty: Duty, topic: Topic) -> str:
    """Return what `duty` says of `topic`, as workbooks say it."""
    match topic.field:
        case "letters":
            return BLANK if topic.party is None else duty.letters.get(topic.party, BLANK)
        case "sourcing":
            return duty.sourcing.value
        case "area":
            return duty.area.value
        case "coverage":
            return duty.coverage
        case "note":
            return duty.note


def with_value(duty: Duty, topic: Topic, value: str) -> Duty:
    """Return `duty` with `value` said of `topic`; raise ValueError if it can be none of it."""
    match topic.field:
        case "sourcing":
            return replace(duty, sourcing=Sourcing(value))
        case "area":
            return replace(duty, area=Area(value))
        case "coverage":
            return replace(duty, coverage=clean_value(topic.field, value))
        case "note":
            return replace(duty, note=clean_value(topic.field, value))
        case "letters":
            raise ValueError(topic)


def clean_value(field: Field, value: str) -> str:
    """Return `value` as a plan may hold it in the text of `field`."""
    return clean_line(value) if field == "coverage" else clean_text(value)


def misfit(field: Field, value: str) -> Problem | None:
    """Return why `value` cannot be the text of `field`, or None."""
    if field not in {"coverage", "note"}:
        return None
    clean = clean_value(field, value)
    longest = LONGEST_COVERAGE if field == "coverage" else LONGEST_TEXT
    if len(clean) > longest:
        return Problem("text-too-long", {"length": len(clean), "longest": longest})
    return None
