"""From a tree to a plan: what the shapes cannot tell, ids that must exist and be unique."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from socplanner.domain.catalogue import Area, Catalogue, PartyKind, Role, Sourcing
from socplanner.domain.ids import CUSTOM, PartyId, PhaseId, RoleId, is_role_id, is_slug
from socplanner.domain.letter_sets import all_sets
from socplanner.domain.letters import Cell, LetterSet
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.plan import (
    NO_CUSTOM_ROLES,
    NO_LETTERS,
    NO_MATURITY,
    NO_TEXT,
    Change,
    CustomRoles,
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
    record = without_extensions(tree)
    catalogue = catalogue_of(str(record["catalogue"]))
    if catalogue is None:
        raise refused("unknown-edition", ("catalogue",), edition=record["catalogue"])
    custom_sets = _custom_sets(record)
    plan = _PlanReader(catalogue, _chosen_set(record, custom_sets)).plan(record)
    return replace(plan, custom_sets=custom_sets) if custom_sets else plan


def _custom_sets(record: _Mapping) -> tuple[LetterSet, ...]:
    """Return the plan's own letter sets; what reads them is loaded where there are any."""
    if not record.get("letter-sets"):
        return ()
    from socplanner.formats.plan.letter_set_reading import custom_sets_of

    return custom_sets_of(record)


def _chosen_set(record: _Mapping, custom_sets: tuple[LetterSet, ...]) -> LetterSet:
    """Return the set the plan uses; raise FormatError if there is none such."""
    sets, set_id = all_sets(custom_sets), str(record["letter-set"])
    if set_id not in sets:
        raise refused(
            "unknown-choice",
            ("letter-set",),
            word=set_id,
            nearest=nearest(set_id, tuple(sets)),
            choices=", ".join(sets),
        )
    return sets[set_id]


class _PlanReader:
    """Reads a checked tree; remembers what may be named later."""

    def __init__(self, catalogue: Catalogue, letter_set: LetterSet) -> None:
        self._catalogue = catalogue
        self._letter_set = letter_set
        self._parties: frozenset[str] = frozenset()
        self._roles: frozenset[str] = frozenset()
        self._phases: frozenset[str] = frozenset()
        self._cells: dict[str, Cell] = {"": Cell("")}

    def plan(self, record: _Mapping) -> Plan:
        """Return the plan."""
        plan_id = str(record["id"])
        if not is_slug(plan_id):
            raise refused("bad-id", ("id",), id=plan_id)
        parties = self._all_parties(records_of(record["parties"]))
        custom_roles = self._all_custom_roles(records_of(record.get("roles")))
        self._roles = frozenset(self._catalogue.role_by_id) | {role.id for role in custom_roles}
        return Plan(
            plan_id,
            line_of(str(record["organisation"]), ("organisation",)),
            self._catalogue,
            self._letter_set,
            parties,
            self._all_phases(records_of(record["phases"])),
            CustomRoles(custom_roles) if custom_roles else NO_CUSTOM_ROLES,
            marking=_marking(record),
            thresholds=_thresholds(cast("_Mapping", record.get("limits"))),
            waivers=self._all_waivers(cast("_Mapping", record.get("waivers"))),
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

    def _party(self, record: _Mapping, path: Path) -> Party:
        parent = record.get("parent")
        if parent is not None and parent not in self._parties:
            raise self._unknown_party(str(parent), (*path, "parent"))
        headcount = record.get("headcount")
        initials = record.get("initials")
        return Party(
            PartyId(str(record["id"])),
            cast("PartyKind", record["kind"]),
            name_of(record["name"], (*path, "name")),
            NO_TEXT if initials is None else local_of(initials, (*path, "initials")),
            record.get("executive") == "true",
            None if parent is None else PartyId(str(parent)),
            None if headcount is None else int(str(headcount)),
        )

    def _all_custom_roles(self, records: list[_Mapping]) -> tuple[Role, ...]:
        seen: set[str] = set()
        roles = []
        for place, record in enumerate(records):
            path: Path = ("roles", place)
            role = self._custom_role(record, path)
            if role.id in seen:
                raise refused("doubled-role-id", (*path, "id"), role=role.id)
            seen.add(role.id)
            roles.append(role)
        return tuple(roles)

    def _custom_role(self, record: _Mapping, path: Path) -> Role:
        role_id, function = str(record["id"]), str(record["function"])
        if not is_role_id(role_id) or not role_id.startswith(f"{CUSTOM}:"):
            raise refused("bad-own-role", (*path, "id"), id=role_id)
        if function not in self._catalogue.function_by_code:
            codes = tuple(self._catalogue.function_by_code)
            raise refused(
                "unknown-function", (*path, "function"), function=function, choices=", ".join(codes)
            )
        code = role_id.removeprefix(f"{CUSTOM}:")
        name = name_of(record["name"], (*path, "name"))
        return Role(RoleId(role_id), code, function, name, _AREAS[str(record.get("area", "none"))])

    def _all_phases(self, records: list[_Mapping]) -> tuple[Phase, ...]:
        self._phases = frozenset(_unique_ids(records, "phases", "doubled-phase", "phase"))
        if not records:
            raise refused("no-phase", ("phases",))
        return tuple(self._phase(each, ("phases", n)) for n, each in enumerate(records))

    def _phase(self, record: _Mapping, path: Path) -> Phase:
        pattern = record.get("pattern")
        if pattern is not None and self._catalogue.pattern(str(pattern)) is None:
            patterns = tuple(each.id for each in self._catalogue.patterns)
            raise refused(
                "unknown-choice",
                (*path, "pattern"),
                word=pattern,
                nearest=nearest(str(pattern), patterns),
                choices=", ".join(patterns),
            )
        duties = without_extensions(cast("_Mapping", record.get("duties", {})))
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
            PhaseId(str(record["id"])),
            name_of(record["name"], (*path, "name")),
            None if pattern is None else str(pattern),
            MappingProxyType(changes),
        )

    def _all_waivers(self, record: _Mapping | None) -> tuple[Waiver, ...]:
        if not record:
            return ()
        from socplanner.formats.plan.waiver_reading import waivers_of

        return waivers_of(without_extensions(record), self._phases, self._roles, self._parties)

    def _change(self, record: _Mapping, path: Path) -> Change:
        area = record.get("area")
        sourcing = record.get("sourcing")
        letters = record.get("letters")
        maturity = record.get("maturity")
        coverage, note = record.get("coverage"), record.get("note")
        return Change(
            None if area is None else _AREAS[str(area)],
            None if sourcing is None else _SOURCINGS[str(sourcing)],
            self._letters(cast("_Mapping", letters), path) if letters else NO_LETTERS,
            _maturity(cast("_Mapping", maturity)) if maturity else NO_MATURITY,
            None if coverage is None else long_text_of(str(coverage), (*path, "coverage")),
            None if note is None else long_text_of(str(note), (*path, "note")),
        )

    def _letters(self, record: _Mapping, path: Path) -> Mapping[PartyId, Cell]:
        cells, parties = self._cells, self._parties
        letters: dict[PartyId, Cell] = {}
        for party, written in record.items():
            if written is None:
                continue
            if party not in parties:
                if party.startswith("x-"):
                    continue
                raise self._unknown_party(party, (*path, "letters", party))
            cell = cells.get(cast("str", written))
            if cell is None:
                cell = self._new_cell(cast("str", written), (*path, "letters", party))
            letters[cast("PartyId", party)] = cell
        return MappingProxyType(letters) if letters else NO_LETTERS

    def _new_cell(self, written: str, path: Path) -> Cell:
        cell = self._letter_set.read(written)
        if cell is None:
            letters = ", ".join([*(each.symbol for each in self._letter_set.letters), "?"])
            raise refused("unknown-letter", path, letter=written, choices=letters)
        self._cells[written] = cell
        return cell

    def _unknown_party(self, party: str, path: Path) -> FormatError:
        ids = tuple(sorted(self._parties))
        if not ids:
            return refused("unknown-party", path, party=party)
        return refused("unknown-party-in-file", path, party=party, nearest=nearest(party, ids))


def _marking(record: _Mapping) -> Marking:
    tlp, text = record.get("tlp"), str(record.get("classification", ""))
    classification = line_of(text, ("classification",)) if text else ""
    return Marking(None if tlp is None else Tlp(str(tlp)), classification)


def _thresholds(record: _Mapping | None) -> Thresholds:
    """Return the limits; raise FormatError for one too low, the shape having looked at too high."""
    if not record:
        return NO_THRESHOLDS
    limits = {}
    for name, value in without_extensions(record).items():
        limit, threshold = int(str(value)), THRESHOLD_BY_ID[name]
        if limit < threshold.least:
            raise refused("too-low", ("limits", name), value=limit, least=threshold.least)
        if limit != threshold.default:
            limits[name] = limit
    return MappingProxyType(limits)


def _unique_ids(records: list[_Mapping], key: str, doubled: str, what: str) -> list[str]:
    """Return the ids of `records`; raise FormatError for a bad or doubled one."""
    ids: dict[str, None] = {}
    for place, record in enumerate(records):
        path = (key, place, "id")
        text = str(record["id"])
        if not is_slug(text):
            raise refused("bad-id", path, id=text)
        if text in ids:
            raise refused(doubled, path, **{what: text})
        ids[text] = None
    return list(ids)


def _maturity(record: _Mapping) -> Maturity:
    keys = ("inhouse", "inhouse-target", "outsourced", "outsourced-target")
    return Maturity(*(cast("Score | None", record.get(key)) for key in keys))
