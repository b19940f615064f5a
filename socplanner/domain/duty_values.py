"""The values of a role in a phase by their addresses, as texts: reading, checking and writing them.

Every value is a text: a `Cell` of letters, the value of a `Sourcing` or an `Area`, a score, or
plain text. Workbooks, re-import and comparison all use values of this form.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from socplanner.domain.assessment import SCORES
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.names import LONGEST_COVERAGE, LONGEST_TEXT, clean_line, clean_text
from socplanner.domain.plan import AimField, Duty, frozen
from socplanner.domain.problem import Problem
from socplanner.domain.waivers import is_day

Field = Literal["letters", "sourcing", "area", "coverage", "note"]
FIELDS: tuple[Field, ...] = ("letters", "sourcing", "area", "coverage", "note")
"""The fields that a re-import reads from a workbook."""

LONGEST = {"coverage": LONGEST_COVERAGE, "note": LONGEST_TEXT}
"""The most characters of a text, by its field."""


_AIM: Mapping[AimField, str] = {
    "aim_inhouse": "inhouse",
    "aim_outsourced": "outsourced",
    "aim_until": "until",
}


class DutyAddress(NamedTuple):
    """The address of a value of a role in a phase: its field, and for letters the party too."""

    role: RoleId
    field: Field | AimField
    party: PartyId | None = None


class Accepted(NamedTuple):
    """A value that the planner accepted, and the address to write it at."""

    address: DutyAddress
    value: str


def duty_value(duty: Duty, address: DutyAddress) -> str:
    """Return the value of `duty` at `address`; empty where there is none."""
    match address.field:
        case "letters":
            return BLANK if address.party is None else duty.letters.get(address.party, BLANK)
        case "sourcing":
            return duty.sourcing.value
        case "area":
            return duty.area.value
        case "coverage":
            return duty.coverage
        case "note":
            return duty.note
        case aim:
            return getattr(duty.aim, _AIM[aim]) or ""


def with_duty_value(duty: Duty, address: DutyAddress, value: str) -> Duty:
    """Return `duty` with `value` at `address`; raise ValueError if it is no value of that field.

    Letters are not validated: whether the plan has them is for the edit to check.
    """
    match address.field:
        case "sourcing":
            return replace(duty, sourcing=Sourcing(value))
        case "area":
            return replace(duty, area=Area(value))
        case "coverage":
            return replace(duty, coverage=clean_value(address.field, value))
        case "note":
            return replace(duty, note=clean_value(address.field, value))
        case "letters":
            return _with_letters(duty, address.party, Cell(value))
        case aim:
            is_legal = is_day(value) if aim == "aim_until" else value in SCORES
            if value and not is_legal:
                raise ValueError(value)
            fields: dict[str, Any] = {_AIM[aim]: value or None}
            return replace(duty, aim=replace(duty.aim, **fields))


def clean_value(field: str, value: str) -> str:
    """Return `value` cleaned for the text of `field`: coverage is one line, a note any number."""
    return clean_line(value) if field == "coverage" else clean_text(value)


def validate_text(field: str, value: str) -> Problem | None:
    """Return why `value` cannot be the text of `field`, or None if it can."""
    longest = LONGEST.get(field)
    if longest is None:
        return None
    clean = clean_value(field, value)
    if len(clean) > longest:
        return Problem("text-too-long", {"length": len(clean), "longest": longest})
    return None


def _with_letters(duty: Duty, party: PartyId | None, cell: Cell) -> Duty:
    if party is None:
        raise ValueError(cell)
    cells = {**duty.letters, party: cell}
    return replace(duty, letters=frozen({other: each for other, each in cells.items() if each}))
