"""The rule between two phases: accountability for a role does not move without a note."""

from socplanner.domain.checks.finding import Severity
from socplanner.domain.checks.row_rules import NOTHING, CheckedRow, Findings
from socplanner.domain.plan import Duty


def handed_over(row: CheckedRow, before: Duty) -> Findings:
    """P01: another party is accountable than in the duty `before`, and this phase has no note.

    Only a note that this phase itself states counts, not one of an earlier phase.
    """
    meaning_of = row.plan.letter_set.meaning
    was = {party for party, cell in before.letters.items() if meaning_of(cell).accountable}
    now = {party.id for party in row.accountable}
    if not was or not now or was == now:
        return NOTHING
    phase = row.plan.phase(row.phase)
    change = None if phase is None else phase.changes.get(row.role.id)
    if change is not None and (change.note or "").strip():
        return NOTHING
    return [row.finding("P01", "no-note", Severity.WARNING, row.accountable)]
