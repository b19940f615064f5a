"""The rules of good practice about one row: nothing is wrong, yet somebody should look at it.

They look at decided rows that somebody carries out and that hold letters; D03 at every decided one.
Sources of the R rules: Smith and Erwin, Role and Responsibility Charting; D03 and D05 are ours.
"""

from collections.abc import Iterator

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.row_rules import CheckedRow, RowRule
from socplanner.domain.checks.things import names_a_thing
from socplanner.domain.ids import OWN, PartyId
from socplanner.domain.plan import Party, Plan
from socplanner.domain.thresholds import limit_of

STRATEGY = "A"
"""The function whose roles executives may answer for (R10)."""

INCIDENT_RESPONSE = "D"
"""The function whose roles cannot hang on one person (D05)."""


def few_perform(row: CheckedRow) -> Iterator[Finding]:
    """R03: where too many perform, the role should be split."""
    most = limit_of(row.plan.thresholds, "performers")
    if len(row.performing) > most:
        yield row.found(
            "R03", "many", Severity.WARNING, row.performing, n=len(row.performing), most=most
        )


def few_are_consulted(row: CheckedRow) -> Iterator[Finding]:
    """R04: where too many are consulted, not all of them must be asked."""
    asked = row.two_way
    most = _most(row, "consulted")
    if len(asked) > most:
        yield row.found("R04", "many", Severity.WARNING, asked, n=len(asked), most=most)


def few_are_informed(row: CheckedRow) -> Iterator[Finding]:
    """R05: where nearly all are informed, some need not be."""
    told = row.one_way
    most = _most(row, "informed")
    if len(told) > most:
        yield row.found("R05", "many", Severity.INFO, told, n=len(told), most=most)


def somebody_is_told(row: CheckedRow) -> Iterator[Finding]:
    """R06: where nobody is consulted or informed, nobody talks."""
    if not row.two_way and not row.one_way:
        yield row.found("R06", "none", Severity.INFO)


def nothing_is_open(row: CheckedRow) -> Iterator[Finding]:
    """R07: cells that still say they are undecided."""
    if row.open:
        yield row.found("R07", "open", Severity.INFO, row.open)


def accountable_has_authority(row: CheckedRow) -> Iterator[Finding]:
    """R09: who is accountable stands above who performs, or beside."""
    for party in row.accountable:
        if party.parent is None:
            continue
        heads = _all_above(party, row.plan)
        superior = tuple(each for each in row.performing if each.id in heads)
        if superior:
            yield row.found("R09", "below", Severity.WARNING, (party, *superior))


def accountable_is_near_the_work(row: CheckedRow) -> Iterator[Finding]:
    """R10: an executive answers for strategy only; the rest belongs nearer the work."""
    executives = tuple(party for party in row.accountable if party.is_executive)
    if executives and row.role.function != STRATEGY:
        yield row.found("R10", "executive", Severity.INFO, executives)


def own_role_is_something_done(row: CheckedRow) -> Iterator[Finding]:
    """R12: a role of the planner's own is named as something done, not as a thing."""
    if row.role.id.startswith(OWN) and names_a_thing(row.role.name):
        yield row.found("R12", "thing", Severity.INFO)


def more_than_one_head(row: CheckedRow) -> Iterator[Finding]:
    """D05: no role of incident response hangs on one person."""
    if row.role.function != INCIDENT_RESPONSE:
        return
    most = limit_of(row.plan.thresholds, "lone-heads")
    inside = tuple(party for party in row.performing if party.kind == "internal")
    heads = [party.heads for party in inside]
    known = [each for each in heads if each is not None]
    if inside and len(known) == len(heads) and sum(known) <= most:
        yield row.found("D05", "lone", Severity.WARNING, inside, n=sum(known))


def stands_as_usual(row: CheckedRow) -> Iterator[Finding]:
    """D03: where a role stands elsewhere than usual, or is sourced against the pattern chosen."""
    usual = row.role.default_area
    if usual.value != "none" and row.duty.area is not usual:
        yield row.found("D03", "area", Severity.INFO, area=usual.value)
    phase = row.plan.phase(row.phase)
    pattern = None
    if phase is not None and phase.pattern is not None:
        pattern = row.plan.catalogue.pattern(phase.pattern)
    if pattern is None:
        return
    asked = pattern.sourcing_of(row.role)
    if asked.value != "undecided" and row.duty.sourcing is not asked:
        yield row.found("D03", "pattern", Severity.INFO, pattern=pattern.id, sourcing=asked.value)


def _most(row: CheckedRow, name: str) -> int:
    """Return how many parties may hold a letter: a number, or a share of all if that is more."""
    share = limit_of(row.plan.thresholds, f"{name}-share")
    return max(limit_of(row.plan.thresholds, name), len(row.plan.parties) * share // 100)


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
