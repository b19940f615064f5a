"""The catalogue: the functions, roles, areas, patterns and usual parties of a textbook edition.

`formats.catalogue_yaml` makes it; nothing here reads a file. Each fact has a `Mark`: published,
recalled, or a default of this tool. Facts are named tuples: as frozen as data classes, and their
classes are made eight times as fast at each start.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Literal, NamedTuple

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.problem import CatalogueError


class Area(Enum):
    """Where a role is placed on the two axes; `UNPLACED` is in no area."""

    I = "I"
    II = "II"
    III = "III"
    IV = "IV"
    UNPLACED = "none"


PLACED = (Area.I, Area.II, Area.III, Area.IV)


class Sourcing(Enum):
    """How a role is sourced; `UNDECIDED` until the planner chooses."""

    INSOURCE = "insource"
    OUTSOURCE = "outsource"
    BOTH = "both"
    NOT_CARRIED_OUT = "not-carried-out"
    UNDECIDED = "undecided"


class Mark(Enum):
    """Where a fact of the catalogue comes from: the edition, memory of it, or this tool."""

    PUBLISHED = "published"
    RECALLED = "recalled"
    DEFAULT = "default"


PartyKind = Literal["internal", "provider", "authority"]
PARTY_KINDS: tuple[PartyKind, ...] = ("internal", "provider", "authority")


class AreaFacts(NamedTuple):
    """One area of the catalogue: its texts, its side of each axis, its place on the board.

    `column` counts from the left and `row` from the top, both from 0.
    """

    area: Area
    name: LocalText
    tendency: LocalText
    is_inside: bool
    is_high_skill: bool
    column: int
    row: int
    mark: Mark


class Function(NamedTuple):
    """One of the functions that group the roles; `short` is its name for narrow places."""

    code: str
    name: LocalText
    short: LocalText
    mark: Mark


class UsualParties(NamedTuple):
    """Which parties usually have which letter of a role: this tool's default.

    `inside` and `outside` perform it, each where the sourcing asks for it. Parties that not every
    organisation has are in the `further` fields: they perform, or are consulted or informed, too.
    """

    accountable: PartyId
    inside: tuple[PartyId, ...]
    outside: PartyId
    consulted: tuple[PartyId, ...] = ()
    informed: tuple[PartyId, ...] = ()
    further_performing: tuple[PartyId, ...] = ()
    further_consulted: tuple[PartyId, ...] = ()
    further_informed: tuple[PartyId, ...] = ()


class Role(NamedTuple):
    """One role; only a role of a catalogue has `usual` parties and a default area."""

    id: RoleId
    code: str
    function: str
    name: LocalText
    default_area: Area = Area.UNPLACED
    usual: UsualParties | None = None
    mark: Mark = Mark.DEFAULT
    is_hidden: bool = False
    """Whether a custom role is left out everywhere, with all that was decided about it kept."""


class Pattern(NamedTuple):
    """A sourcing pattern: roles whose default area is in `insourced` are done in-house.

    Those in `shared` are done both in-house and outsourced, whatever their area.
    """

    id: str
    name: LocalText
    about: LocalText
    insourced: frozenset[Area]
    shared: frozenset[RoleId] = frozenset()

    def sourcing_of(self, role: Role) -> Sourcing:
        """Return the sourcing of `role` in this pattern; undecided if it has no default area."""
        if role.default_area is Area.UNPLACED:
            return Sourcing.UNDECIDED
        if role.id in self.shared:
            return Sourcing.BOTH
        return Sourcing.INSOURCE if role.default_area in self.insourced else Sourcing.OUTSOURCE


class UsualParty(NamedTuple):
    """A party that many organisations have; a new plan begins with those that are ticked.

    In a plan without it, the first of `stands_in` that the plan has replaces it.
    """

    id: PartyId
    kind: PartyKind
    name: LocalText
    initials: LocalText
    is_executive: bool = False
    is_ticked: bool = True
    stands_in: tuple[PartyId, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """One edition, validated when it is made; compared by identity."""

    edition: str
    name: LocalText
    source: LocalText
    areas: tuple[AreaFacts, ...]
    functions: tuple[Function, ...]
    roles: tuple[Role, ...]
    patterns: tuple[Pattern, ...]
    parties: tuple[UsualParty, ...]
    role_by_id: Mapping[RoleId, Role] = field(init=False, repr=False)
    function_by_code: Mapping[str, Function] = field(init=False, repr=False)
    party_by_id: Mapping[PartyId, UsualParty] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index roles, functions and parties; raise CatalogueError where facts contradict."""
        functions = {function.code: function for function in self.functions}
        roles = {role.id: role for role in self.roles}
        if len(functions) != len(self.functions):
            raise CatalogueError("doubled-function", edition=self.edition)
        if len(roles) != len(self.roles):
            raise CatalogueError("doubled-role", edition=self.edition)
        _require_places(self.areas)
        parties = {party.id: party for party in self.parties}
        for role in self.roles:
            _require(role, functions, parties)
        for party in self.parties:
            for other in sorted(set(party.stands_in) - set(parties)):
                raise CatalogueError("stand-in-unknown", party=party.id, other=other)
        for pattern in self.patterns:
            for shared in sorted(pattern.shared - set(roles)):
                raise CatalogueError("pattern-with-unknown-role", pattern=pattern.id, role=shared)
        object.__setattr__(self, "role_by_id", MappingProxyType(roles))
        object.__setattr__(self, "function_by_code", MappingProxyType(functions))
        object.__setattr__(self, "party_by_id", MappingProxyType(parties))

    def pattern(self, pattern_id: str) -> Pattern | None:
        """Return the pattern `pattern_id`, or None if the edition has none such."""
        for pattern in self.patterns:
            if pattern.id == pattern_id:
                return pattern
        return None

    def facts_of(self, area: Area) -> AreaFacts | None:
        """Return the facts of `area`; None for `UNPLACED`."""
        return next((each for each in self.areas if each.area is area), None)


def _require_places(areas: tuple[AreaFacts, ...]) -> None:
    """Raise CatalogueError unless every area is there once, and no two are in one place."""
    for area in PLACED:
        if [facts.area for facts in areas].count(area) != 1:
            raise CatalogueError("area-not-once", area=area.value)
    by_place: dict[tuple[int, int], Area] = {}
    for facts in areas:
        other = by_place.setdefault((facts.column, facts.row), facts.area)
        if other is not facts.area:
            raise CatalogueError("areas-in-one-place", area=facts.area.value, other=other.value)


def _require(
    role: Role, functions: Mapping[str, Function], parties: Mapping[PartyId, UsualParty]
) -> None:
    """Raise CatalogueError if `role` names a function or party that the catalogue lacks."""
    if role.function not in functions:
        raise CatalogueError("role-without-function", role=role.id, function=role.function)
    if role.usual is None:
        return
    usual = role.usual
    named = {
        usual.accountable,
        usual.outside,
        *usual.inside,
        *usual.consulted,
        *usual.informed,
        *usual.further_performing,
        *usual.further_consulted,
        *usual.further_informed,
    }
    for party in sorted(named - set(parties)):
        raise CatalogueError("role-with-unknown-party", role=role.id, party=party)
