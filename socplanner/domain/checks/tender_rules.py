"""The rules of tenders: what is bought is described, understood inside, and judged by criteria.

Rules:

- They apply to roles that a provider performs for which the plan states a tender; other providers
  have no findings.
- V03 depends on the letters of the roles that set criteria too (`dependents.with_dependents`).
"""

from collections.abc import Iterable

from socplanner.domain.checks.dependents import CRITERIA, JUDGED
from socplanner.domain.checks.finding import Severity
from socplanner.domain.checks.row_rules import NOTHING, CheckedRow, Findings
from socplanner.domain.ids import RoleId
from socplanner.domain.phases import duty
from socplanner.domain.plan import Party
from socplanner.domain.staffing.parties import party_people
from socplanner.domain.tender.vendor_view import volumes_of
from socplanner.domain.tender_inputs import NO_SERVICE_TERMS, ServiceTerms


def tender_findings(row: CheckedRow) -> Findings:
    """Return the findings of V01, V02 and V03 about `row`."""
    providers = tuple(each for each in row.performing_providers if each.id in row.plan.tenders)
    if not providers:
        return NOTHING
    return (
        *service_is_described(row, providers),
        *someone_is_retained(row, providers),
        *criteria_are_annexed(row, providers),
    )


def service_is_described(row: CheckedRow, providers: Iterable[Party]) -> Findings:
    """V01: a provider performs the role, and no service level or no volume is stated."""
    findings = []
    for party in providers:
        terms = _terms(row, party)
        if not terms.has_level:
            findings.append(row.finding("V01", "level", Severity.WARNING, (party,)))
        if not terms.quantity and not _has_workload(row, party):
            findings.append(row.finding("V01", "volume", Severity.WARNING, (party,)))
    return findings


def someone_is_retained(row: CheckedRow, providers: tuple[Party, ...]) -> Findings:
    """V02: no party inside with people is accountable or consulted."""
    if not row.involved_inside:
        return [row.finding("V02", "nobody-inside", Severity.WARNING, providers)]
    people = (party_people(row.plan, row.phase, party) for party in row.involved_inside)
    if any(each.headcount != 0 for each in people):
        return NOTHING
    return [row.finding("V02", "no-people", Severity.WARNING, row.involved_inside)]


def criteria_are_annexed(row: CheckedRow, providers: Iterable[Party]) -> Findings:
    """V03: a provider monitors or responds, and does not have the criteria that it is to apply."""
    if row.role.id not in JUDGED:
        return NOTHING
    findings = []
    for party in providers:
        missing = missing_criteria(row, party)
        if missing:
            codes = ", ".join(role.partition(":")[2] for role in missing)
            warning = Severity.WARNING
            findings.append(row.finding("V03", "criteria", warning, (party,), codes=codes))
    return findings


def missing_criteria(row: CheckedRow, party: Party) -> tuple[RoleId, ...]:
    """Return the roles whose criteria `party` has neither as an annex nor by a letter there."""
    annexed = _terms(row, party).criteria
    return tuple(
        role
        for role in CRITERIA
        if role not in annexed
        and row.plan.role(role) is not None
        and party.id not in duty(row.plan, row.phase, role).letters
    )


def _terms(row: CheckedRow, party: Party) -> ServiceTerms:
    return row.plan.tenders[party.id].terms.get(row.role.id, NO_SERVICE_TERMS)


def _has_workload(row: CheckedRow, party: Party) -> bool:
    """Return whether a post of `party` that covers the role has a workload in the phase."""
    posts = {post.id for post in row.plan.staffing.posts if row.role.id in post.roles}
    return any(each.post in posts for each in volumes_of(row.plan, row.phase, party.id))
