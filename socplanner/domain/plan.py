"""The plan: organisation, parties, phases, and what each phase changes of each role."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeVar, overload

from socplanner.domain.assessment import Assessment, Score, Side
from socplanner.domain.catalogue import Area, Catalogue, PartyKind, Role, Sourcing
from socplanner.domain.cost_inputs import NO_COST, CostInputs
from socplanner.domain.exercise_inputs import Exercise
from socplanner.domain.flow_inputs import BusinessFlow, Counterpart
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.lesson_inputs import Lessons, no_lessons
from socplanner.domain.letters import Cell, LetterSet
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import NO_MARKING, Marking
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.road_map_inputs import NO_TERMS, MovesByPlace, PhaseTerms, no_moves
from socplanner.domain.sharing_inputs import Agreement, ReportingDuty
from socplanner.domain.staffing_inputs import NO_STAFFING, Staffing
from socplanner.domain.tender_inputs import Tenders, no_tenders
from socplanner.domain.thresholds import NO_THRESHOLDS, Thresholds
from socplanner.domain.waivers import Waiver
from socplanner.domain.weights import Weights, no_weights
from socplanner.domain.work_calendar import NO_CALENDAR, WorkCalendar

K = TypeVar("K")
V = TypeVar("V")


def frozen(mapping: Mapping[K, V]) -> Mapping[K, V]:
    """Return a read-only copy of `mapping`."""
    return MappingProxyType(dict(mapping))


NO_TEXT = LocalText("", "")
NO_LETTERS: Mapping[PartyId, Cell] = MappingProxyType({})


def _no_letters() -> Mapping[PartyId, Cell]:
    """Return the one empty mapping; a dataclass cannot have a mapping proxy as a default (3.11)."""
    return NO_LETTERS


def no_thresholds() -> Thresholds:
    """Return the one empty mapping of thresholds."""
    return NO_THRESHOLDS


@dataclass(frozen=True, slots=True)
class Party:
    """A party that can have letters: a department, a provider or an authority.

    Empty `initials` are derived from the name. `headcount` is the number of people, None if it is
    not known; `parent` is the party above it, None if there is none. Staff of a provider that works
    in the organisation `is_resident`; orders to it go through the provider's own `lead`.
    """

    id: PartyId
    kind: PartyKind
    name: LocalText
    initials: LocalText = NO_TEXT
    is_executive: bool = False
    parent: PartyId | None = None
    headcount: int | None = None
    is_resident: bool = False
    lead: str = ""

    @property
    def is_provider(self) -> bool:
        """Whether the party is outside the organisation and works for it."""
        return self.kind == "provider"


@dataclass(frozen=True, slots=True)
class Aim:
    """The maturity that a role is to reach in a phase, in-house and outsourced, and by which day.

    None is no aim. In a `Change`, None leaves the aim of the phase before; `unknown` and an empty
    day remove it.
    """

    inhouse: Score | None = None
    outsourced: Score | None = None
    until: str | None = None

    def of(self, side: Side) -> Score | None:
        """Return the aim of `side`."""
        return self.inhouse if side == "inhouse" else self.outsourced


NO_AIM = Aim()

AimField = Literal["aim_inhouse", "aim_outsourced", "aim_until"]
"""The values of an aim, as fields of a duty."""

AIM_FIELDS: tuple[AimField, ...] = ("aim_inhouse", "aim_outsourced", "aim_until")


@dataclass(frozen=True, slots=True)
class Duty:
    """The state of one role in one phase, with the changes of all earlier phases folded in.

    `letters` has no blank cells; `coverage` is text such as `24x365`; empty texts are not set.
    """

    area: Area = Area.UNPLACED
    sourcing: Sourcing = Sourcing.UNDECIDED
    letters: Mapping[PartyId, Cell] = field(default_factory=_no_letters)
    aim: Aim = NO_AIM
    coverage: str = ""
    note: str = ""


BLANK_DUTY = Duty()


@dataclass(frozen=True, slots=True)
class Change:
    """What one phase states for one role; None, or a party left out, is as in the phase before.

    A blank cell in `letters` removes the letters of an earlier phase, an empty text removes a text.
    """

    area: Area | None = None
    sourcing: Sourcing | None = None
    letters: Mapping[PartyId, Cell] = field(default_factory=_no_letters)
    aim: Aim = NO_AIM
    coverage: str | None = None
    note: str | None = None


NO_CHANGE = Change()


@dataclass(frozen=True, slots=True)
class Phase:
    """A point in time. `changes` states only what differs from the phase before, by role.

    `pattern` is the id of the pattern applied last, or None; `terms` are its period and approval.
    """

    id: PhaseId
    name: LocalText
    pattern: str | None = None
    changes: Mapping[RoleId, Change] = field(default_factory=lambda: MappingProxyType({}))
    terms: PhaseTerms = NO_TERMS


@dataclass(frozen=True, slots=True)
class CustomRoles(Sequence[Role]):
    """The custom roles of a plan in their order, thousands perhaps, with an index by id."""

    roles: tuple[Role, ...] = ()
    by_id: Mapping[RoleId, Role] = field(init=False, repr=False, compare=False)
    hidden: frozenset[RoleId] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Build the indexes; plans that share the roles share them."""
        object.__setattr__(self, "by_id", MappingProxyType({role.id: role for role in self.roles}))
        hidden = frozenset([role.id for role in self.roles if role.is_hidden])
        object.__setattr__(self, "hidden", hidden)

    @overload
    def __getitem__(self, index: int) -> Role: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Role, ...]: ...
    def __getitem__(self, index: int | slice) -> Role | tuple[Role, ...]:
        return self.roles[index]

    def __len__(self) -> int:
        return len(self.roles)

    def __iter__(self) -> Iterator[Role]:
        return iter(self.roles)


NO_CUSTOM_ROLES = CustomRoles()


@dataclass(frozen=True, slots=True)
class Plan:
    """An immutable plan. Every edit returns a new one; the first phase is the present state.

    There is at least one phase. `id` is the same for all copies of the plan; `thresholds` has only
    those that differ from the defaults.
    """

    id: str
    organisation: str
    catalogue: Catalogue
    letter_set: LetterSet
    parties: tuple[Party, ...]
    phases: tuple[Phase, ...]
    custom_roles: CustomRoles = NO_CUSTOM_ROLES
    marking: Marking = NO_MARKING
    thresholds: Thresholds = field(default_factory=no_thresholds)
    waivers: tuple[Waiver, ...] = ()
    custom_sets: tuple[LetterSet, ...] = ()
    staffing: Staffing = NO_STAFFING
    assessments: tuple[Assessment, ...] = ()
    moves: MovesByPlace = field(default_factory=no_moves)
    cost: CostInputs = NO_COST
    calendar: WorkCalendar = NO_CALENDAR
    weights: Weights = field(default_factory=no_weights)
    counterparts: tuple[Counterpart, ...] = ()
    flows: tuple[BusinessFlow, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    sharing: tuple[Agreement, ...] = ()
    reporting: tuple[ReportingDuty, ...] = ()
    lessons: Lessons = field(default_factory=no_lessons)
    tenders: Tenders = field(default_factory=no_tenders)
    conflicts: tuple[MergeConflict, ...] = ()

    def role(self, role_id: RoleId) -> Role | None:
        """Return the role `role_id`, of the catalogue or custom, hidden or not, or None."""
        return self.catalogue.role_by_id.get(role_id) or self.custom_roles.by_id.get(role_id)

    def roles(self) -> Iterator[Role]:
        """Yield the roles: the catalogue's in its order, then the custom ones, but no hidden."""
        yield from self.catalogue.roles
        if self.custom_roles.hidden:
            yield from (role for role in self.custom_roles if not role.is_hidden)
        else:
            yield from self.custom_roles

    def all_roles(self) -> Iterator[Role]:
        """Yield every role in the same order, the hidden ones too."""
        yield from self.catalogue.roles
        yield from self.custom_roles

    def party(self, party_id: PartyId) -> Party | None:
        """Return the party `party_id`, or None."""
        return next((party for party in self.parties if party.id == party_id), None)

    def phase(self, phase_id: PhaseId) -> Phase | None:
        """Return the phase `phase_id`, or None."""
        for phase in self.phases:
            if phase.id == phase_id:
                return phase
        return None
