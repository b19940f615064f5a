"""The rule between two phases: who answers for a role does not change without a word."""

from socplanner.domain.checks.finding import Severity
from socplanner.domain.checks.row_rules import NOTHING, CheckedRow, Findings
from socplanner.domain.plan import Duty


def handed_over(row: CheckedRow, before: Duty) -> Findings:
    """P01: where another party is accountable than in the phase before, this phase notes it."""
    meaning_of = row.plan.letter_set.meaning
    was = {party for party, cell in before.letters.items() if meaning_of(cell).accountable}
    now = {party.id for party in row.accountable}
    if not was or not now or was == now:
        return NOTHING
    phase = row.plan.phase(row.phase)
    change = None if phase is None else phase.changes.get(row.role.id)
    if change is not None and (change.note or "").strip():
        return NOTHING
    return [row.findings("P01", "no-note", Severity.WARNING, row.accountable)]
