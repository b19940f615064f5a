"""The rules of good practice about one row: nothing is wrong, yet the planner should look at it.

They check decided rows that are performed and have letters; D03 checks every decided row. Each rule
returns its findings, none where nothing is amiss. Sources of the R rules: Smith and Erwin, Role and
Responsibility Charting; D03 and D05 are ours.
"""

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.checks.noun_names import looks_like_a_thing
from socplanner.domain.checks.row_rules import NOTHING, CheckedRow, Findings, RowRule
from socplanner.domain.ids import CUSTOM, PartyId
from socplanner.domain.plan import Party, Plan
from socplanner.domain.thresholds import limit_of, most_parties

STRATEGY = "A"
"""The function for whose roles executives may be accountable (R10)."""

INCIDENT_RESPONSE = "D"
"""The function whose roles must not depend on one person (D05)."""


def few_perform(row: CheckedRow) -> Findings:
    """R03: too many parties perform the role: it should be split."""
    n, most = len(row.performing), limit_of(row.plan.thresholds, "performers")
    if n <= most:
        return NOTHING
    return [row.finding("R03", "many", Severity.WARNING, row.performing, n=n, most=most)]


def few_are_consulted(row: CheckedRow) -> Findings:
    """R04: too many parties are consulted: not all of them are needed."""
    n, most = len(row.two_way), _most(row, "consulted")
    if n <= most:
        return NOTHING
    return [row.finding("R04", "many", Severity.WARNING, row.two_way, n=n, most=most)]


def few_are_informed(row: CheckedRow) -> Findings:
    """R05: nearly all parties are informed: some need not be."""
    n, most = len(row.one_way), _most(row, "informed")
    if n <= most:
        return NOTHING
    return [row.finding("R05", "many", Severity.INFO, row.one_way, n=n, most=most)]


def result_is_shared(row: CheckedRow) -> Findings:
    """R06: no party is consulted or informed: the result reaches no other party."""
    if row.two_way or row.one_way:
        return NOTHING
    return [row.finding("R06", "none", Severity.INFO)]


def nothing_is_open(row: CheckedRow) -> Findings:
    """R07: cells are still undecided (`?`)."""
    if not row.open:
        return NOTHING
    return [row.finding("R07", "open", Severity.INFO, row.open)]


def accountable_has_authority(row: CheckedRow) -> Findings:
    """R09: a performing party is above the accountable one, which has no authority over it."""
    findings = []
    for party in row.accountable:
        if party.parent is None:
            continue
        superiors = _all_above(party, row.plan)
        superior = tuple(each for each in row.performing if each.id in superiors)
        if superior:
            findings.append(row.finding("R09", "below", Severity.WARNING, (party, *superior)))
    return findings


def accountable_is_near_the_work(row: CheckedRow) -> Findings:
    """R10: an executive is accountable for a role that is not strategy."""
    executives = tuple([party for party in row.accountable if party.is_executive])
    if not executives or row.role.function == STRATEGY:
        return NOTHING
    return [row.finding("R10", "executive", Severity.INFO, executives)]


def custom_role_is_an_activity(row: CheckedRow) -> Findings:
    """R12: a custom role is named after a thing, not after something done."""
    if not row.role.id.startswith(CUSTOM) or not looks_like_a_thing(row.role.name):
        return NOTHING
    return [row.finding("R12", "thing", Severity.INFO)]


def more_than_one_person(row: CheckedRow) -> Findings:
    """D05: a role of incident response depends on one person, or as few as the threshold.

    Unknown headcounts give no finding: there may be enough people.
    """
    inside = row.performing_inside
    if not inside or row.role.function != INCIDENT_RESPONSE:
        return NOTHING
    most = limit_of(row.plan.thresholds, "lone-heads")
    headcounts = [party.headcount for party in inside if party.headcount is not None]
    if len(headcounts) < len(inside) or sum(headcounts) > most:
        return NOTHING
    return [row.finding("D05", "lone", Severity.WARNING, inside, n=sum(headcounts))]


def stands_as_usual(row: CheckedRow) -> Findings:
    """D03: a role is in another area than its default, or sourced against the chosen pattern."""
    findings = []
    usual, current = row.role.default_area, row.duty
    if current.area is not usual and usual is not Area.UNPLACED:
        findings.append(row.finding("D03", "area", Severity.INFO, area=usual.value))
    phase = row.plan.phase(row.phase)
    pattern = None
    if phase is not None and phase.pattern is not None:
        pattern = row.plan.catalogue.pattern(phase.pattern)
    if pattern is not None:
        sourcing = pattern.sourcing_of(row.role)
        if current.sourcing is not sourcing and sourcing is not Sourcing.UNDECIDED:
            values = {"pattern": pattern.id, "sourcing": sourcing.value}
            findings.append(row.finding("D03", "pattern", Severity.INFO, **values))
    return findings


def _most(row: CheckedRow, letter: str) -> int:
    return most_parties(row.plan.thresholds, letter, len(row.plan.parties))


def _all_above(party: Party, plan: Plan) -> set[PartyId]:
    """Return every party above `party`."""
    parents = {each.id: each.parent for each in plan.parties}
    above: set[PartyId] = set()
    upper = party.parent
    while upper is not None and upper not in above:
        above.add(upper)
        upper = parents.get(upper)
    return above


ADVICE_RULES: tuple[tuple[str, RowRule], ...] = (
    ("R03", few_perform),
    ("R04", few_are_consulted),
    ("R05", few_are_informed),
    ("R06", result_is_shared),
    ("R07", nothing_is_open),
    ("R09", accountable_has_authority),
    ("R10", accountable_is_near_the_work),
    ("R12", custom_role_is_an_activity),
    ("D05", more_than_one_person),
)
"""For decided rows that are performed and have letters."""

PLACE_RULES: tuple[tuple[str, RowRule], ...] = (("D03", stands_as_usual),)
"""For every decided row."""
