"""From a tree to a plan: what the shapes cannot tell, ids that must exist and be unique."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from socplanner.domain.catalogue import Area, Catalogue, PartyKind, Role, Sourcing
from socplanner.domain.ids import OWN, PartyId, PhaseId, RoleId, is_role_id, is_slug
from socplanner.domain.letter_sets import all_sets
from socplanner.domain.letters import Cell, LetterSet
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.plan import (
    NO_LETTERS,
    NO_MATURITY,
    NO_TEXT,
    Change,
    Maturity,
    Party,
    Phase,
    Plan,
    Score,
)
from socplanner.domain.thresholds import NO_THRESHOLDS, THRESHOLD_BY_ID, Thresholds
from socplanner.domain.waivers import Waiver
from socplanner.formats.format_error import FormatError, Path, refused
from socplanner.formats.plan.plan_schema import PLAN
from socplanner.formats.plan.shapes import check, nearest, without_extensions
from socplanner.formats.plan.text_fields import line_of, local_of, long_text_of, name_of, records_of
from socplanner.formats.plan.yaml_reading import Tree

_Mapping = dict[str, Tree]
_AREAS = {area.value: area for area in Area}
_SOURCINGS = {sourcing.value: sourcing for sourcing in Sourcing}


def plan_of(tree: _Mapping, catalogue_of: Callable[[str], Catalogue | None]) -> Plan:
    """Return the plan that `tree` writes; raise FormatError with the path of what is wrong."""
    check(tree, PLAN)
    said = without_extensions(tree)
    catalogue = catalogue_of(str(said["catalogue"]))
    if catalogue is None:
        raise refused("unknown-edition", ("catalogue",), edition=said["catalogue"])
    own_sets = _own_sets(said)
    plan = _PlanReader(catalogue, _chosen_set(said, own_sets)).plan(said)
    return replace(plan, own_sets=own_sets) if own_sets else plan


def _own_sets(said: _Mapping) -> tuple[LetterSet, ...]:
    """Return the plan's own letter sets; what reads them is loaded where there are any."""
    if not said.get("letter-sets"):
        return ()
    from socplanner.formats.plan.letter_set_reading import own_sets_of

    return own_sets_of(said)


def _chosen_set(said: _Mapping, own_sets: tuple[LetterSet, ...]) -> LetterSet:
    """Return the set the plan uses; raise FormatError if there is none such."""
    known, set_id = all_sets(own_sets), str(said["letter-set"])
    if set_id not in known:
        raise refused(
            "unknown-choice",
            ("letter-set",),
            word=set_id,
            nearest=nearest(set_id, tuple(known)),
            known=", ".join(known),
        )
    return known[set_id]


class _PlanReader:
    """Reads a checked tree; remembers what may be named later."""

    def __init__(self, catalogue: Catalogue, letter_set: LetterSet) -> None:
        self._catalogue = catalogue
        self._letter_set = letter_set
        self._parties: frozenset[str] = frozenset()
        self._roles: frozenset[str] = frozenset()
        self._phases: frozenset[str] = frozenset()
        self._cells: dict[str, Cell] = {"": Cell("")}

    def plan(self, said: _Mapping) -> Plan:
        """Return the plan."""
        plan_id = str(said["id"])
        if not is_slug(plan_id):
            raise refused("bad-id", ("id",), id=plan_id)
        parties = self._all_parties(records_of(said["parties"]))
        own_roles = self._all_own_roles(records_of(said.get("roles")))
        self._roles = frozenset(self._catalogue.role_by_id) | {role.id for role in own_roles}
        return Plan(
            plan_id,
            line_of(str(said["organisation"]), ("organisation",)),
            self._catalogue,
            self._letter_set,
            parties,
            self._all_phases(records_of(said["phases"])),
            own_roles,
            marking=_marking(said),
            thresholds=_thresholds(cast("_Mapping", said.get("limits"))),
            waivers=self._all_waivers(cast("_Mapping", said.get("waivers"))),
        )

    def _all_parties(self, records: list[_Mapping]) -> tuple[Party, ...]:
        ids = _unique_ids(records, "parties", "doubled-party", "party")
        self._parties = frozenset(ids)
        parties = tuple(self._party(each, ("parties", n)) for n, each in enumerate(records))
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

    def _party(self, said: _Mapping, path: Path) -> Party:
        parent = said.get("parent")
        if parent is not None and parent not in self._parties:
            raise self._unknown_party(str(parent), (*path, "parent"))
        heads = said.get("heads")
        initials = said.get("initials")
        return Party(
            PartyId(str(said["id"])),
            cast("PartyKind", said["kind"]),
            name_of(said["name"], (*path, "name")),
            NO_TEXT if initials is None else local_of(initials, (*path, "initials")),
            said.get("executive") == "true",
            None if parent is None else PartyId(str(parent)),
            None if heads is None else int(str(heads)),
        )

    def _all_own_roles(self, records: list[_Mapping]) -> tuple[Role, ...]:
        seen: set[str] = set()
        roles = []
        for place, said in enumerate(records):
            path: Path = ("roles", place)
            role = self._own_role(said, path)
            if role.id in seen:
                raise refused("doubled-role-id", (*path, "id"), role=role.id)
            seen.add(role.id)
            roles.append(role)
        return tuple(roles)

    def _own_role(self, said: _Mapping, path: Path) -> Role:
        role_id, function = str(said["id"]), str(said["function"])
        if not is_role_id(role_id) or not role_id.startswith(f"{OWN}:"):
            raise refused("bad-own-role", (*path, "id"), id=role_id)
        if function not in self._catalogue.function_by_code:
            known = tuple(self._catalogue.function_by_code)
            raise refused(
                "unknown-function", (*path, "function"), function=function, known=", ".join(known)
            )
        code = role_id.removeprefix(f"{OWN}:")
        name = name_of(said["name"], (*path, "name"))
        return Role(RoleId(role_id), code, function, name, _AREAS[str(said.get("area", "none"))])

    def _all_phases(self, records: list[_Mapping]) -> tuple[Phase, ...]:
        self._phases = frozenset(_unique_ids(records, "phases", "doubled-phase", "phase"))
        if not records:
            raise refused("no-phase", ("phases",))
        return tuple(self._phase(each, ("phases", n)) for n, each in enumerate(records))

    def _phase(self, said: _Mapping, path: Path) -> Phase:
        pattern = said.get("pattern")
        if pattern is not None and self._catalogue.pattern(str(pattern)) is None:
            known = tuple(each.id for each in self._catalogue.patterns)
            raise refused(
                "unknown-choice",
                (*path, "pattern"),
                word=pattern,
                nearest=nearest(str(pattern), known),
                known=", ".join(known),
            )
        duties = without_extensions(cast("_Mapping", said.get("duties", {})))
        unknown = duties.keys() - self._roles
        if unknown:
            role = next(key for key in duties if key in unknown)
            raise refused(
                "unknown-role-in-file",
                (*path, "duties", role),
                role=role,
                nearest=nearest(role, tuple(sorted(self._roles))),
            )
        changes = {
            RoleId(key): self._change(cast("_Mapping", value), (*path, "duties", key))
            for key, value in duties.items()
        }
        return Phase(
            PhaseId(str(said["id"])),
            name_of(said["name"], (*path, "name")),
            None if pattern is None else str(pattern),
            MappingProxyType(changes),
        )

    def _all_waivers(self, said: _Mapping | None) -> tuple[Waiver, ...]:
        if not said:
            return ()
        from socplanner.formats.plan.waiver_reading import waivers_of

        return waivers_of(without_extensions(said), self._phases, self._roles, self._parties)

    def _change(self, said: _Mapping, path: Path) -> Change:
        area = said.get("area")
        sourcing = said.get("sourcing")
        letters = said.get("letters")
        maturity = said.get("maturity")
        coverage, note = said.get("coverage"), said.get("note")
        return Change(
            None if area is None else _AREAS[str(area)],
            None if sourcing is None else _SOURCINGS[str(sourcing)],
            self._letters(cast("_Mapping", letters), path) if letters else NO_LETTERS,
            _maturity(cast("_Mapping", maturity)) if maturity else NO_MATURITY,
            None if coverage is None else long_text_of(str(coverage), (*path, "coverage")),
            None if note is None else long_text_of(str(note), (*path, "note")),
        )

    def _letters(self, said: _Mapping, path: Path) -> Mapping[PartyId, Cell]:
        known, parties = self._cells, self._parties
        found: dict[PartyId, Cell] = {}
        for party, written in said.items():
            if written is None:
                continue
            if party not in parties:
                if party.startswith("x-"):
                    continue
                raise self._unknown_party(party, (*path, "letters", party))
            cell = known.get(cast("str", written))
            if cell is None:
                cell = self._new_cell(cast("str", written), (*path, "letters", party))
            found[cast("PartyId", party)] = cell
        return MappingProxyType(found) if found else NO_LETTERS

    def _new_cell(self, written: str, path: Path) -> Cell:
        cell = self._letter_set.read(written)
        if cell is None:
            letters = ", ".join([*(each.symbol for each in self._letter_set.letters), "?"])
            raise refused("unknown-letter", path, letter=written, known=letters)
        self._cells[written] = cell
        return cell

    def _unknown_party(self, party: str, path: Path) -> FormatError:
        known = tuple(sorted(self._parties))
        if not known:
            return refused("unknown-party", path, party=party)
        return refused("unknown-party-in-file", path, party=party, nearest=nearest(party, known))


def _marking(said: _Mapping) -> Marking:
    tlp, text = said.get("tlp"), str(said.get("classification", ""))
    classification = line_of(text, ("classification",)) if text else ""
    return Marking(None if tlp is None else Tlp(str(tlp)), classification)


def _thresholds(said: _Mapping | None) -> Thresholds:
    """Return the limits; raise FormatError for one too low, the shape having looked at too high."""
    if not said:
        return NO_THRESHOLDS
    found = {}
    for name, value in without_extensions(said).items():
        limit, known = int(str(value)), THRESHOLD_BY_ID[name]
        if limit < known.least:
            raise refused("too-low", ("limits", name), value=limit, least=known.least)
        if limit != known.default:
            found[name] = limit
    return MappingProxyType(found)


def _unique_ids(records: list[_Mapping], key: str, doubled: str, what: str) -> list[str]:
    """Return the ids of `records`; raise FormatError for a bad or doubled one."""
    ids: dict[str, None] = {}
    for place, said in enumerate(records):
        path = (key, place, "id")
        own = str(said["id"])
        if not is_slug(own):
            raise refused("bad-id", path, id=own)
        if own in ids:
            raise refused(doubled, path, **{what: own})
        ids[own] = None
    return list(ids)


def _maturity(said: _Mapping) -> Maturity:
    keys = ("inhouse", "inhouse-target", "outsourced", "outsourced-target")
    return Maturity(*(cast("Score | None", said.get(key)) for key in keys))
