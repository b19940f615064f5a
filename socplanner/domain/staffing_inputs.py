"""What a plan states about its people: assumptions, posts, workloads, and people by phase.

Rules:

- An assumption that a plan does not state has this tool's default (`ASSUMPTIONS`).
- A post or a workload is there from the phase `begins` to the phase `ends`, both included; None is
  the first and the last phase of the plan.
- People fold as duties do: what a phase leaves open is as in the phase before. Where no phase
  states a headcount, that of the party counts.
- Functions that remove something return the same object where it is not mentioned.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeVar

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.phase_spans import folded_without, span_without

AssumptionUnit = Literal["hours", "days", "minutes", "months", "percent", "number"]


class Assumption(NamedTuple):
    """One assumption: this tool's default, None where it has none, and its least and most value."""

    id: str
    unit: AssumptionUnit
    default: float | None
    least: float
    most: float

    @property
    def symbol(self) -> str:
        """The name of the assumption in formulas."""
        return self.id.replace("-", "_")


ASSUMPTIONS = (
    Assumption("weekly-hours", "hours", 40, 1, 168),
    Assumption("hours-a-day", "hours", 8, 1, 24),
    Assumption("days-off", "days", 120, 0, 365),
    Assumption("holidays", "days", None, 0, 100),
    Assumption("leave", "days", 20, 0, 200),
    Assumption("training", "days", 5, 0, 200),
    Assumption("sick", "days", 5, 0, 200),
    Assumption("handover-minutes", "minutes", 30, 0, 240),
    Assumption("break-minutes", "minutes", 60, 0, 240),
    Assumption("shifts", "number", 3, 1, 6),
    Assumption("crews", "number", 4, 1, 20),
    Assumption("productive-share", "percent", 70, 1, 100),
    Assumption("shared-share", "percent", 50, 0, 100),
    Assumption("on-call-weeks", "number", 4, 1, 52),
    Assumption("turnover", "percent", 0, 0, 100),
    Assumption("vacancy-months", "months", 3, 0, 60),
    Assumption("ramp-up-months", "months", 6, 0, 60),
)
"""`days-off` are those of a year, or else `holidays` the public holidays on weekdays.

`on-call-weeks` is 4 where a person is on call in one week of four. Turnover is 0 if not stated.
"""
ASSUMPTION_BY_ID: Mapping[str, Assumption] = MappingProxyType(
    {each.id: each for each in ASSUMPTIONS}
)
WHOLE_ASSUMPTIONS = frozenset({"shifts", "crews", "on-call-weeks"})

Assumptions = Mapping[str, float]
"""The stated values, by the ids of the assumptions."""

NO_ASSUMPTIONS: Assumptions = MappingProxyType({})


class Queue(NamedTuple):
    """Calls that wait for a person: how many come in the busiest hour, and the minutes of each.

    `answered` percent of them are to be answered `within` so many seconds.
    """

    calls: float
    minutes: float
    within: float = 20
    answered: float = 80


QUEUE_LIMITS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"calls": (0, 1_000_000), "minutes": (0.1, 1_440), "within": (0, 86_400), "answered": (1, 99.9)}
)
"""The least and most value of each field of a queue."""


class Post(NamedTuple):
    """A desk that covers some roles: whose it is, when it is manned (text), by how many at once.

    Where it answers a `queue`, the seats are at least as many as that needs.
    """

    id: str
    name: LocalText
    party: PartyId
    coverage: str
    seats: int = 1
    roles: tuple[RoleId, ...] = ()
    begins: PhaseId | None = None
    ends: PhaseId | None = None
    queue: Queue | None = None


class Workload(NamedTuple):
    """Work of a post, or of a party where `post` is None; one of three kinds.

    `volume` is a number a day with `minutes` each, of which `left` percent remain after automation;
    `incidents` is a number a year with `hours` each; `hours_a_year` is project work.
    """

    id: str
    name: LocalText
    party: PartyId | None = None
    post: str | None = None
    volume: float | None = None
    minutes: float | None = None
    left: float | None = None
    incidents: float | None = None
    hours: float | None = None
    hours_a_year: float | None = None
    begins: PhaseId | None = None
    ends: PhaseId | None = None


class People(NamedTuple):
    """The people of a party in a phase; None is as in the phase before.

    `shared` of them also do other work and have `share` percent of their time for this; with a
    `share` alone, all of them. `on_call` is how many of them are in the on-call rotation.
    """

    headcount: int | None = None
    shared: int | None = None
    share: float | None = None
    on_call: int | None = None

    def followed_by(self, later: "People") -> "People":
        """Return the people of a later phase that states `later`."""
        stated = {name: value for name, value in later._asdict().items() if value is not None}
        return self._replace(**stated)


NO_PEOPLE = People()
PeopleByPlace = Mapping[tuple[PhaseId, PartyId], People]
NO_PEOPLE_STATED: PeopleByPlace = MappingProxyType({})


class Staffing(NamedTuple):
    """What a plan states about its people."""

    assumptions: Assumptions = NO_ASSUMPTIONS
    posts: tuple[Post, ...] = ()
    workloads: tuple[Workload, ...] = ()
    people: PeopleByPlace = NO_PEOPLE_STATED

    def post(self, post_id: str) -> Post | None:
        """Return the post `post_id`, or None."""
        return next((post for post in self.posts if post.id == post_id), None)

    def workload(self, workload_id: str) -> Workload | None:
        """Return the workload `workload_id`, or None."""
        return next((each for each in self.workloads if each.id == workload_id), None)


NO_STAFFING = Staffing()
PostOrWorkload = TypeVar("PostOrWorkload", Post, Workload)


def staffing_without_party(staffing: Staffing, party: PartyId) -> Staffing:
    """Return `staffing` without the posts, the workloads and the people of `party`."""
    posts = tuple(post for post in staffing.posts if post.party != party)
    gone = {post.id for post in staffing.posts if post.party == party}
    workloads = tuple(
        each for each in staffing.workloads if each.party != party and each.post not in gone
    )
    people = {place: each for place, each in staffing.people.items() if place[1] != party}
    return _replaced(staffing, posts, workloads, people)


def staffing_without_role(staffing: Staffing, role: RoleId) -> Staffing:
    """Return `staffing` in which no post covers `role`; the posts stay."""
    posts = tuple(
        post._replace(roles=tuple(each for each in post.roles if each != role))
        if role in post.roles
        else post
        for post in staffing.posts
    )
    return _replaced(staffing, posts, staffing.workloads, staffing.people)


def staffing_without_phase(
    staffing: Staffing, phases: tuple[PhaseId, ...], phase: PhaseId
) -> Staffing:
    """Return `staffing` without `phase` of `phases`, so that the later phases stay as they are.

    What begins in it begins in the next one, and what ends in it ends in the one before; what is
    there in no other phase is removed. People that it states are stated by the next one.
    """
    posts = tuple(_parts_without_phase(staffing.posts, phases, phase))
    kept = {post.id for post in posts}
    workloads = tuple(
        each
        for each in _parts_without_phase(staffing.workloads, phases, phase)
        if each.post is None or each.post in kept
    )
    people = folded_without(staffing.people, phases, phase)
    return _replaced(staffing, posts, workloads, people)


def staffing_without_post(staffing: Staffing, post: Post) -> Staffing:
    """Return `staffing` without `post`; its workloads become those of its party."""
    workloads = tuple(
        each._replace(post=None, party=post.party) if each.post == post.id else each
        for each in staffing.workloads
    )
    posts = tuple(each for each in staffing.posts if each.id != post.id)
    return _replaced(staffing, posts, workloads, staffing.people)


def _parts_without_phase(
    parts: tuple[PostOrWorkload, ...], phases: tuple[PhaseId, ...], phase: PhaseId
) -> Iterator[PostOrWorkload]:
    """Yield those of `parts` that are there in other phases too."""
    for part in parts:
        span = span_without(phases, part.begins, part.ends, phase)
        if span is not None:
            yield part._replace(begins=span[0], ends=span[1])


def _replaced(
    staffing: Staffing,
    posts: tuple[Post, ...],
    workloads: tuple[Workload, ...],
    people: PeopleByPlace,
) -> Staffing:
    after = staffing._replace(
        posts=posts, workloads=workloads, people=MappingProxyType(dict(people))
    )
    return staffing if after == staffing else after
