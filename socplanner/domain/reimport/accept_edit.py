"""The edit that writes accepted values of a re-import: one step, whatever their number.

Rules:

- All of it is written, or EditRejected is raised and nothing is.
- A value is written as it is: letters do not follow an accepted sourcing.
- A comment is added to a note once: importing the same workbook again adds nothing.
"""

from dataclasses import dataclass

from socplanner.domain.duty_edits import SetCells
from socplanner.domain.duty_values import Accepted, DutyAddress, validate_text, with_duty_value
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.names import bad_character
from socplanner.domain.phases import duties, with_duties
from socplanner.domain.plan import Duty, Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.reimport.sheet_values import CellComment


@dataclass(frozen=True, slots=True)
class AcceptReimport:
    """Write the `accepted` values into `phase`, and add `comments` to the notes of their roles."""

    phase: PhaseId
    accepted: tuple[Accepted, ...]
    comments: tuple[CellComment, ...] = ()
    """Each is one line added to the note of its role."""

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with all of it; raise EditRejected for any unknown or bad value."""
        cells: list[tuple[RoleId, PartyId, Cell]] = []
        others: list[Accepted] = []
        for accepted in self.accepted:
            party = accepted.address.party
            if party is None:
                others.append(accepted)
            else:
                cells.append((accepted.address.role, party, Cell(accepted.value)))
        changed = self._with_other_fields(SetCells(self.phase, tuple(cells)).apply(plan), others)
        return self._with_comments(changed)

    def _with_comments(self, plan: Plan) -> Plan:
        """Return `plan` with the comments below the notes, except those that a note has already."""
        by_role = duties(plan, self.phase) if self.comments else {}
        notes: dict[RoleId, str] = {}
        for comment in self.comments:
            if comment.role not in by_role:
                raise EditRejected("unknown-role", role=comment.role)
            note = notes.get(comment.role, by_role[comment.role].note)
            line = comment_line(comment)
            if line not in note.split("\n"):
                notes[comment.role] = f"{note}\n{line}" if note else line
        changed_notes = [Accepted(DutyAddress(role, "note"), note) for role, note in notes.items()]
        return self._with_other_fields(plan, changed_notes)

    def _with_other_fields(self, plan: Plan, others: list[Accepted]) -> Plan:
        """Return `plan` with the accepted values of roles that are not letters."""
        if not others:
            return plan
        current = duties(plan, self.phase)
        wanted: dict[RoleId, Duty] = {}
        for accepted in others:
            role = accepted.address.role
            if plan.role(role) is None:
                raise EditRejected("unknown-role", role=role)
            wanted[role] = _with_accepted(wanted.get(role, current[role]), accepted)
        return with_duties(plan, self.phase, wanted)


def comment_line(comment: CellComment) -> str:
    """Return `comment` as one line of a note: its author, and its text without bad characters."""
    text = f"{comment.author}: {comment.text}" if comment.author else comment.text
    characters = (
        character if character.isspace() or _is_allowed(character) else "" for character in text
    )
    return " ".join("".join(characters).split())


def _is_allowed(character: str) -> bool:
    return bad_character(character, is_name=True) is None


def _with_accepted(current: Duty, accepted: Accepted) -> Duty:
    address, value = accepted
    problem = validate_text(address.field, value)
    if problem is not None:
        raise EditRejected(problem.code, **problem.values)
    try:
        return with_duty_value(current, address, value)
    except ValueError:
        raise EditRejected("unknown-value", value=value) from None
