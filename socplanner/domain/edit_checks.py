"""Checks that edits of parts of a plan share; what is not valid raises EditRejected."""

from collections.abc import Iterable

from socplanner.domain.ids import PartyId, PhaseId, is_slug
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected, FieldFault


def require_id(text: str) -> None:
    """Reject `text` if it cannot be an id."""
    if not is_slug(text):
        raise EditRejected("bad-id", id=text)


def require_party(plan: Plan, party: PartyId) -> None:
    """Reject `party` if `plan` has none such."""
    if plan.party(party) is None:
        raise EditRejected("unknown-party", party=party)


def require_phase(plan: Plan, phase: PhaseId) -> None:
    """Reject `phase` if `plan` has none such."""
    if plan.phase(phase) is None:
        raise EditRejected("unknown-phase", phase=phase)


def reject_first(faults: Iterable[FieldFault]) -> None:
    """Raise the first of `faults`, if there is one."""
    for fault in faults:
        raise EditRejected(fault.problem.code, **fault.problem.values)


def two_places(value: float | None) -> float | None:
    """Return `value` as the plan file writes it."""
    return None if value is None else round(value, 2)
