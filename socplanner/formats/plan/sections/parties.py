"""The parties of a plan file, in the order in which they are shown."""

from typing import Any, cast

from socplanner.domain.catalogue import PARTY_KINDS, PartyKind
from socplanner.domain.ids import PartyId
from socplanner.domain.limits import MOST_PARTIES
from socplanner.domain.names import LINE_PATTERN, LONGEST_NAME
from socplanner.domain.plan import NO_TEXT, Party, Plan
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.sections.ids import unique_ids
from socplanner.formats.plan.sections.local_written import local_written
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import Choice, Flag, ListOf, LocalName, Number, Record, Text
from socplanner.formats.plan.text_fields import line_of, local_of, name_of, records_of
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

MOST_HEADCOUNT = 100_000
PARTY = Record(
    {
        "id": Text(N_("Lower-case letters, digits, - and _; never changes.")),
        "kind": Choice(PARTY_KINDS),
        "name": LocalName(),
        "initials": LocalName(N_("Shown on cards."), Text("", LINE_PATTERN)),
        "executive": Flag(N_("Decides for the whole organisation.")),
        "parent": Text(N_("The id of the party above.")),
        "headcount": Number(MOST_HEADCOUNT, N_("The number of people.")),
        "resident": Flag(N_("A provider whose staff works in the organisation.")),
        "lead": Text(
            N_("The person of a provider through whom its resident staff is instructed."),
            LINE_PATTERN,
            LONGEST_NAME,
        ),
    },
    ("id", "kind", "name"),
    N_("A party that can have letters."),
)


def _read(tree: Tree, references: References) -> tuple[Party, ...]:
    """Return the parties, and add their ids to `references`.

    Raise FormatError for a doubled id, and for a parent that is missing or below its child.
    """
    records = records_of(tree)
    references.parties = frozenset(unique_ids(records, "parties", "doubled-party", "party"))
    parties = tuple(_party(each, ("parties", n), references) for n, each in enumerate(records))
    above = {party.id: party.parent for party in parties}
    under_top: set[PartyId] = set()
    for n, party in enumerate(parties):
        upper: PartyId | None = party.id
        seen: set[PartyId] = set()
        while upper is not None and upper not in under_top:
            if upper in seen:
                raise refused("party-above-itself", ("parties", n, "parent"), party=party.id)
            seen.add(upper)
            upper = above[upper]
        under_top |= seen
    return parties


def _party(record: TreeMapping, path: Path, references: References) -> Party:
    parent = record.get("parent")
    if parent is not None and parent not in references.parties:
        raise references.unknown_party(str(parent), (*path, "parent"))
    headcount = record.get("headcount")
    initials = record.get("initials")
    lead = str(record.get("lead", ""))
    return Party(
        PartyId(str(record["id"])),
        cast("PartyKind", record["kind"]),
        name_of(record["name"], (*path, "name")),
        NO_TEXT if initials is None else local_of(initials, (*path, "initials")),
        record.get("executive") == "true",
        None if parent is None else PartyId(str(parent)),
        None if headcount is None else int(str(headcount)),
        record.get("resident") == "true",
        line_of(lead, (*path, "lead")) if lead else "",
    )


def _written(plan: Plan) -> list[dict[str, Any]]:
    return [_written_party(party) for party in plan.parties]


def _written_party(party: Party) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": party.id, "kind": party.kind, "name": local_written(party.name)}
    if party.initials != NO_TEXT:
        entry["initials"] = local_written(party.initials)
    if party.is_executive:
        entry["executive"] = "true"
    if party.parent is not None:
        entry["parent"] = party.parent
    if party.headcount is not None:
        entry["headcount"] = str(party.headcount)
    if party.is_resident:
        entry["resident"] = "true"
    if party.lead:
        entry["lead"] = party.lead
    return entry


PARTIES = Section(
    "parties", "parties", ListOf(PARTY, most=MOST_PARTIES), _read, _written, is_required=True
)
