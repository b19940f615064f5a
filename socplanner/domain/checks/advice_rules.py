"""The rules of good practice about one row: nothing is wrong, yet somebody should look at it.

They look at decided rows that somebody carries out and that hold letters; D03 at every decided one.
Sources of the R rules: Smith and Erwin, Role and Responsibility Charting; D03 and D05 are ours.
"""

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.checks.noun_names import names_a_thing
from socplanner.domain.checks.row_rules import NOTHING, CheckedRow, Found, RowRule
from socplanner.domain.ids import OWN, PartyId
from socplanner.domain.plan import Party, Plan
from socplanner.domain.thresholds import limit_of, most_parties

STRATEGY = "A"
"""The function whose roles executives may answer for (R10)."""

INCIDENT_RESPONSE = "D"
"""The function whose roles cannot hang on one person (D05)."""


def few_perform(row: CheckedRow) -> Found:
    """R03: where too many perform, the role should be split."""
    n, most = len(row.performing), limit_of(row.plan.thresholds, "performers")
    if n <= most:
        return NOTHING
    return [row.found("R03", "many", Severity.WARNING, row.performing, n=n, most=most)]


def few_are_consulted(row: CheckedRow) -> Found:
    """R04: where too many are consulted, not all of them must be asked."""
    n, most = len(row.two_way), _most(row, "consulted")
    if n <= most:
        return NOTHING
    return [row.found("R04", "many", Severity.WARNING, row.two_way, n=n, most=most)]


def few_are_informed(row: CheckedRow) -> Found:
    """R05: where nearly all are informed, some need not be."""
    n, most = len(row.one_way), _most(row, "informed")
    if n <= most:
        return NOTHING
    return [row.found("R05", "many", Severity.INFO, row.one_way, n=n, most=most)]


def somebody_is_told(row: CheckedRow) -> Found:
    """R06: where nobody is consulted or informed, nobody talks."""
    if row.two_way or row.one_way:
        return NOTHING
    return [row.found("R06", "none", Severity.INFO)]


def nothing_is_open(row: CheckedRow) -> Found:
    """R07: cells that still say they are undecided."""
    if not row.open:
        return NOTHING
    return [row.found("R07", "open", Severity.INFO, row.open)]


def accountable_has_authority(row: CheckedRow) -> Found:
    """R09: who is accountable stands above who performs, or beside."""
    found = []
    for party in row.accountable:
        if party.parent is None:
            continue
        heads = _all_above(party, row.plan)
        superior = tuple(each for each in row.performing if each.id in heads)
        if superior:
            found.append(row.found("R09", "below", Severity.WARNING, (party, *superior)))
    return found


def accountable_is_near_the_work(row: CheckedRow) -> Found:
    """R10: an executive answers for strategy only; the rest belongs nearer the work."""
    executives = tuple([party for party in row.accountable if party.is_executive])
    if not executives or row.role.function == STRATEGY:
        return NOTHING
    return [row.found("R10", "executive", Severity.INFO, executives)]


def own_role_is_something_done(row: CheckedRow) -> Found:
    """R12: a role of the planner's own is named as something done, not as a thing."""
    if not row.role.id.startswith(OWN) or not names_a_thing(row.role.name):
        return NOTHING
    return [row.found("R12", "thing", Severity.INFO)]


def more_than_one_head(row: CheckedRow) -> Found:
    """D05: no role of incident response hangs on one person."""
    inside = row.performing_inside
    if not inside or row.role.function != INCIDENT_RESPONSE:
        return NOTHING
    most = limit_of(row.plan.thresholds, "lone-heads")
    known = [party.heads for party in inside if party.heads is not None]
    if len(known) < len(inside) or sum(known) > most:
        return NOTHING
    return [row.found("D05", "lone", Severity.WARNING, inside, n=sum(known))]


def stands_as_usual(row: CheckedRow) -> Found:
    """D03: where a role stands elsewhere than usual, or is sourced against the pattern chosen."""
    found = []
    usual, held = row.role.default_area, row.duty
    if held.area is not usual and usual is not Area.BENCH:
        found.append(row.found("D03", "area", Severity.INFO, area=usual.value))
    phase = row.plan.phase(row.phase)
    pattern = None
    if phase is not None and phase.pattern is not None:
        pattern = row.plan.catalogue.pattern(phase.pattern)
    if pattern is not None:
        asked = pattern.sourcing_of(row.role)
        if held.sourcing is not asked and asked is not Sourcing.UNDECIDED:
            said = {"pattern": pattern.id, "sourcing": asked.value}
            found.append(row.found("D03", "pattern", Severity.INFO, **said))
    return found


def _most(row: CheckedRow, letter: str) -> int:
    return most_parties(row.plan.thresholds, letter, len(row.plan.parties))


def _all_above(party: Party, plan: Plan) -> set[PartyId]:
    """Return every party above `party`."""
    above = {each.id: each.parent for each in plan.parties}
    found: set[PartyId] = set()
    upper = party.parent
    while upper is not None and upper not in found:
        found.add(upper)
        upper = above.get(upper)
    return found


ADVICE_RULES: tuple[tuple[str, RowRule], ...] = (
    ("R03", few_perform),
    ("R04", few_are_consulted),
    ("R05", few_are_informed),
    ("R06", somebody_is_told),
    ("R07", nothing_is_open),
    ("R09", accountable_has_authority),
    ("R10", accountable_is_near_the_work),
    ("R12", own_role_is_something_done),
    ("D05", more_than_one_head),
)
"""For rows that are carried out and hold letters."""

PLACE_RULES: tuple[tuple[str, RowRule], ...] = (("D03", stands_as_usual),)
"""For every decided row."""
