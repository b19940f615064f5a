"""From a plan to the tree that is written: keys in one order, nothing that goes without saying.

A phase's `duties` hold `Change` values rather than trees: thousands of them are compared when a
plan is saved, and only those that differ are spelt out (`spelt`).
"""

from collections.abc import Mapping
from typing import Any

from socplanner.domain.catalogue import Area, Role
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Letter, LetterSet
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Marking
from socplanner.domain.plan import NO_MATURITY, NO_TEXT, Change, Maturity, Party, Phase, Plan
from socplanner.domain.thresholds import THRESHOLDS
from socplanner.domain.waivers import Waiver
from socplanner.formats.plan.canonical import Flow, FlowList
from socplanner.formats.plan.plan_schema import NEWEST

Leaf = str | Flow
Entry = dict[str, Any]


def plan_tree(plan: Plan) -> Entry:
    """Return what a file says of `plan`."""
    tree: Entry = {
        "format": str(NEWEST),
        "id": plan.id,
        "organisation": plan.organisation,
        **_marking(plan.marking),
        "catalogue": plan.catalogue.edition,
        "letter-set": plan.letter_set.id,
    }
    if plan.custom_sets:
        tree["letter-sets"] = [_letter_set(each) for each in plan.custom_sets]
    tree["parties"] = [_party(party) for party in plan.parties]
    if plan.custom_roles:
        tree["roles"] = [_custom_role(role) for role in plan.custom_roles]
    places = {role.id: place for place, role in enumerate(plan.roles())}
    tree["phases"] = [_phase(phase, places) for phase in plan.phases]
    if plan.thresholds:
        names = (each.id for each in THRESHOLDS)
        tree["limits"] = {
            each: str(plan.thresholds[each]) for each in names if each in plan.thresholds
        }
    if plan.waivers:
        tree["waivers"] = {_subject(each): _waiver(each) for each in plan.waivers}
    return tree


def spelt(change: Change, party_places: Mapping[PartyId, int]) -> Entry:
    """Return what a file says of `change`, letters in the order of the parties."""
    entry: Entry = {}
    if change.area is not None:
        entry["area"] = change.area.value
    if change.sourcing is not None:
        entry["sourcing"] = change.sourcing.value
    if change.letters:
        ordered = sorted(change.letters, key=lambda party: party_places.get(party, 0))
        entry["letters"] = Flow((party, change.letters[party]) for party in ordered)
    if change.maturity != NO_MATURITY:
        entry["maturity"] = _maturity(change.maturity)
    if change.coverage is not None:
        entry["coverage"] = change.coverage
    if change.note is not None:
        entry["note"] = change.note
    return entry


def _letter_set(letter_set: LetterSet) -> Entry:
    letters = [_letter(letter) for letter in letter_set.letters]
    return {"id": letter_set.id, "name": _local(letter_set.name), "letters": letters}


def _letter(letter: Letter) -> Entry:
    entry: Entry = {"symbol": letter.symbol, "name": _local(letter.name), "colour": letter.colour}
    if letter.flags:
        entry["flags"] = FlowList(flag.replace("_", "-") for flag in letter.flags)
    return entry


def _marking(marking: Marking) -> Entry:
    entry: Entry = {}
    if marking.tlp is not None:
        entry["tlp"] = marking.tlp.value
    if marking.classification:
        entry["classification"] = marking.classification
    return entry


def _subject(waiver: Waiver) -> str:
    of = waiver.role or waiver.party
    return "/".join((waiver.rule, waiver.phase, *([] if of is None else [of])))


def _waiver(waiver: Waiver) -> Entry:
    entry: Entry = {"reason": waiver.reason}
    if waiver.until:
        entry["until"] = waiver.until
    return entry


def _party(party: Party) -> Entry:
    entry: Entry = {"id": party.id, "kind": party.kind, "name": _local(party.name)}
    if party.initials != NO_TEXT:
        entry["initials"] = _local(party.initials)
    if party.is_executive:
        entry["executive"] = "true"
    if party.parent is not None:
        entry["parent"] = party.parent
    if party.headcount is not None:
        entry["headcount"] = str(party.headcount)
    return entry


def _custom_role(role: Role) -> Entry:
    entry: Entry = {"id": role.id, "function": role.function, "name": _local(role.name)}
    if role.default_area is not Area.UNPLACED:
        entry["area"] = role.default_area.value
    return entry


def _phase(phase: Phase, places: Mapping[RoleId, int]) -> Entry:
    entry: Entry = {"id": phase.id, "name": _local(phase.name)}
    if phase.pattern is not None:
        entry["pattern"] = phase.pattern
    if phase.changes:
        ordered = sorted(phase.changes, key=lambda role: places.get(role, len(places)))
        entry["duties"] = {role: phase.changes[role] for role in ordered}
    return entry


def _local(text: LocalText) -> Leaf:
    return text.ja if text.ja == text.en else Flow(ja=text.ja, en=text.en)


def _maturity(maturity: Maturity) -> Flow:
    stated = {
        "inhouse": maturity.inhouse,
        "inhouse-target": maturity.inhouse_target,
        "outsourced": maturity.outsourced,
        "outsourced-target": maturity.outsourced_target,
    }
    return Flow((key, score) for key, score in stated.items() if score is not None)
